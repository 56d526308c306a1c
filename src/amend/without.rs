//! "We have none": a table or key that stays empty on purpose, and what ends that.

use super::confirm::chapter;
use super::references::references;
use super::remove::emptied;
use super::{AmendError, Consequences, EditSet, Request, Snapshot};
use crate::finding::{Edit, KeyPath, Literal, Segment};
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::Thing;
use crate::source::{Document, Shape, Table, values};
use crate::value::NoAnswer;

/// What every community has.
const NEEDED: [&str; 7] = ["template", "community", "community.name", "positioning", "audiences", "channels", "people"];

/// What many communities have none of: it is offered as an answer.
const OPTIONAL: [&str; 16] = [
    "places",
    "partners",
    "tools",
    "topics",
    "incentives",
    "growth",
    "monetisation",
    "finance",
    "programmes",
    "cohorts",
    "segments",
    "experiments",
    "cases",
    "problems",
    "care",
    "support",
];

/// Something that a plan is without on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Without {
    path: KeyPath,
    /// Its dotted keys.
    pub key: String,
    /// What it is.
    pub about: Text,
    /// Whether it holds several values.
    is_table: bool,
}

impl Without {
    /// That there is none of a chapter, where many communities have none.
    pub fn offered(chapter: &str) -> Option<Self> {
        OPTIONAL.contains(&chapter).then(|| Self::of(chapter)).flatten()
    }

    /// What `value` says there is none of; nothing where the value is another, or where a choice may have that word as one
    /// of its own.
    pub fn meant(key: &str, value: &str) -> Option<Self> {
        Self::of(key).filter(|_| NoAnswer::meant(value) == Some(NoAnswer::None))
    }

    /// That there is none of what a key means; nothing where that cannot be.
    pub(crate) fn of(key: &str) -> Option<Self> {
        let route = chapter(key).unwrap_or(key.trim());
        let is_in_list = route.match_indices('.').any(|(at, _)| {
            Plan::TABLE.at(route[..at].split('.')).is_none_or(|outer| !matches!(outer.shape, Shape::Table(_)))
        });
        let info = Plan::TABLE.at(route.split('.')).filter(|_| !is_in_list && !NEEDED.contains(&route))?;
        let can_be_empty = matches!(info.shape, Shape::Table(_) | Shape::List(_) | Shape::Text);
        let path = KeyPath(route.split('.').map(|key| Segment::Key(key.to_owned().into())).collect());
        let is_table = !matches!(info.shape, Shape::Text);
        can_be_empty.then(|| Self { path, key: route.to_owned(), about: info.about, is_table })
    }
}

impl Request for Without {
    type Effect<'a> = Consequences<'a>;

    /// What a starter gave goes, with what refers to it; what is the plan's own is not thrown away by a word.
    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let (plan, index) = (before.plan(), &before.reading.index);
        let is_there = plan.holds(&self.key);
        if is_there && self.is_table && index.ownership.holds(&self.key) {
            return Err(AmendError::StillThere(self.key.clone()));
        }
        let mut buffer = String::new();
        let values = values(&Document::parse(before.text, &mut buffer));
        let mut edits = EditSet::default();
        if !plan.is_without(&self.key) {
            let is_below = |entry: &String| entry.strip_prefix(&self.key).is_some_and(|rest| rest.starts_with('.'));
            let entries = plan.without.iter().filter(|entry| !is_below(entry)).chain([&self.key]);
            edits.set(KeyPath::of(&["without"]), Literal::List(entries.map(|entry| entry.as_str().into()).collect()));
        }
        if is_there {
            let count = if let Some(Literal::List(elements)) = values.at(&self.path) { elements.len() } else { 0 };
            let things = (0..count).filter_map(|at| Thing::of(&self.key, at));
            let references = things.flat_map(|thing| references(before, thing));
            let outside = references.filter(|reference| !reference.path.starts_with(&self.path));
            for path in emptied(outside.map(|reference| reference.whole(before)).collect(), &values) {
                edits.remove(path);
            }
            edits.remove(self.path.clone());
        }
        Ok(edits.into_edits(|path| values.at(path)))
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Consequences<'a>, AmendError> {
        Ok(Consequences::of(before, after))
    }
}

/// The edit that ends being without what comes at a route; none where the plan is not without it.
pub(crate) fn having(plan: &Plan, path: &KeyPath) -> Option<Edit> {
    let route = path.keys().collect::<Vec<_>>().join(".");
    if !plan.is_without(&route) {
        return None;
    }
    let covers =
        |entry: &String| route.strip_prefix(entry.trim()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    Some(set(plan.without.iter().filter(|entry| !covers(entry)).cloned().collect()))
}

fn set(entries: Vec<String>) -> Edit {
    let path = KeyPath::of(&["without"]);
    match entries.is_empty() {
        true => Edit::Remove { path },
        false => Edit::set(path, Literal::List(entries.into_iter().map(Literal::Text).collect())),
    }
}
