//! What a starter gave is looked at and kept: chapters, things or single values become confirmed.

use super::{AmendError, Element, Request, Snapshot, typed_key};
use crate::finding::{Edit, KeyPath, Literal, Segment};
use crate::language::Language;
use crate::plan::Plan;
use crate::plan::ownership::{Ownership, PlanValue, Whose, step};
use crate::source::{Suggestion, Table};

/// What is kept as the starter has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Routes of the plan, everything below which is kept.
    paths: Vec<KeyPath>,
}

/// What was confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// The values that are confirmed now and were not before.
    pub kept: Vec<PlanValue>,
    /// What was asked for but can only be replaced or removed.
    pub only_replaced: Vec<PlanValue>,
    /// How many values of the plan are still borrowed.
    pub borrowed: usize,
    /// The score before and after.
    pub score: (u32, u32),
}

impl Confirmation {
    /// Chapters, titles or keys as they were typed.
    pub fn read(plan: &Snapshot<'_>, typed: &[String]) -> Result<Self, AmendError> {
        let ownership = &plan.reading.index.ownership;
        if ownership.origin.is_none() {
            return Err(AmendError::NoStarter);
        }
        let mut paths = Vec::new();
        for word in typed {
            let path = found(word, plan)?;
            let mut borrowed = ownership.below(&path).filter(|value| value.whose == Whose::Borrowed).peekable();
            let Some(first) = borrowed.peek().copied() else {
                return Err(AmendError::NothingBorrowed(word.clone()));
            };
            if borrowed.all(|value| value.is_never_taken) {
                return Err(AmendError::OnlyReplaced(word.clone(), first.path.to_string()));
            }
            paths.push(path.clone());
        }
        Ok(Self { paths })
    }

    /// Single values.
    pub const fn of(paths: Vec<KeyPath>) -> Self {
        Self { paths }
    }
}

/// What a word means: a chapter by its key or its name, a key, the name of a value, or a thing by its title.
fn found(word: &str, plan: &Snapshot<'_>) -> Result<KeyPath, AmendError> {
    if let Some(chapter) = chapter(word) {
        return Ok(KeyPath::of(&[chapter]));
    }
    let ownership = &plan.reading.index.ownership;
    let known = |path: &KeyPath| ownership.below(path).next().is_some();
    if let Some(path) = typed_key(plan, word).ok().filter(known) {
        return Ok(path);
    }
    if let Some(value) = ownership.values.iter().find(|value| value.name() == word.trim()) {
        return Ok(value.path.clone());
    }
    Element::find(word, plan).map(|element| element.path).map_err(|error| match error {
        AmendError::NoSuchElement(kind, name, Suggestion::Near(near)) if near.is_empty() => {
            let chapters = ownership.chapters();
            let known = chapters.iter().map(|chapter| chapter.chapter);
            AmendError::NoSuchElement(kind, name, Suggestion::new(word, known))
        }
        error => error,
    })
}

/// The table at the top that a word means: its key, or what it is called in either language.
pub(super) fn chapter(word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    let is_it = |name: &str| name.to_lowercase() == word;
    let tables = Plan::TABLE.keys.iter().filter(|info| info.shape.table().is_some());
    tables
        .filter(|info| is_it(info.key) || Language::ALL.iter().any(|language| is_it(info.about.get(*language))))
        .map(|info| info.key)
        .next()
}

impl Request for Confirmation {
    type Effect<'a> = Confirmed;

    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let ownership = &before.reading.index.ownership;
        Ok(confirming(ownership, before.plan(), |value| {
            !value.is_never_taken && self.paths.iter().any(|path| value.path.starts_with(path))
        }))
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Confirmed, AmendError> {
        let (was, is) = (&before.reading.index.ownership, &after.reading.index.ownership);
        let asked = |value: &&PlanValue| self.paths.iter().any(|path| value.path.starts_with(path));
        Ok(Confirmed {
            kept: was.borrowed().filter(|value| !is.is_borrowed(&value.path)).cloned().collect(),
            only_replaced: is.borrowed().filter(asked).cloned().collect(),
            borrowed: is.borrowed().count(),
            score: (before.lint(before.today).score, after.lint(after.today).score),
        })
    }
}

/// The edits that confirm the borrowed values that are chosen: as few entries as name exactly them.
pub(super) fn confirming(ownership: &Ownership, plan: &Plan, is_chosen: impl Fn(&PlanValue) -> bool) -> Vec<Edit> {
    let is_kept = |value: &PlanValue| value.whose == Whose::Confirmed || is_chosen(value);
    let mut entries: Vec<String> = plan.template.confirmed.clone();
    for value in ownership.borrowed().filter(|value| is_chosen(value)) {
        let name = match value.is_never_taken {
            true => value.name(),
            false => widest(ownership, value, &is_kept),
        };
        if !entries.contains(&name) {
            entries.retain(|entry| !is_below(entry, &name));
            entries.push(name);
        }
    }
    if entries == plan.template.confirmed {
        return Vec::new();
    }
    let entries = Literal::List(entries.into_iter().map(Literal::Text).collect());
    let mut edits = vec![Edit::set(KeyPath::of(&["template", "confirmed"]), entries)];
    if let (None, Some(origin)) = (&plan.template.from, &ownership.origin) {
        edits.insert(0, Edit::set(KeyPath::of(&["template", "from"]), origin.starter.as_str()));
    }
    edits
}

/// The entries of `confirmed` under the new name of an element, where a value that names it changes.
pub(super) fn renamed_entries(plan: &Snapshot<'_>, path: &KeyPath, value: &Literal) -> Option<Edit> {
    let [.., Segment::Index(_), Segment::Key(key)] = path.0.as_slice() else { return None };
    let Literal::Text(new) = value else { return None };
    let ownership = &plan.reading.index.ownership;
    let above = |steps: usize| ownership.name_of(&KeyPath(path.0[..path.0.len() - steps].to_vec()));
    let (list, old) = (above(2)?, above(1)?);
    let named_by_it = || ownership.value(path).is_some_and(|own| old == format!("{list}{}", step(&own.written)));
    if key != "id" && !named_by_it() {
        return None;
    }
    let new = format!("{list}{}", step(new));
    let renamed = |entry: &String| match entry.strip_prefix(&old) {
        Some(rest) if rest.is_empty() || is_below(entry, &old) => format!("{new}{rest}"),
        _ => entry.clone(),
    };
    let confirmed = &plan.plan().template.confirmed;
    let entries: Vec<String> = confirmed.iter().map(renamed).collect();
    let list = || Literal::List(entries.iter().map(|entry| entry.as_str().into()).collect());
    (entries != *confirmed).then(|| Edit::set(KeyPath::of(&["template", "confirmed"]), list()))
}

/// The name of the widest table around a value of which nothing stays borrowed that could be confirmed.
fn widest(ownership: &Ownership, value: &PlanValue, is_kept: &impl Fn(&PlanValue) -> bool) -> String {
    let routes = (1..=value.path.0.len()).map(|steps| KeyPath(value.path.0[..steps].to_vec()));
    let is_whole = |path: &KeyPath| {
        ownership.below(path).all(|other| other.whose == Whose::Own || other.is_never_taken || is_kept(other))
    };
    let widest = routes.into_iter().find(is_whole);
    widest.and_then(|path| ownership.name_of(&path)).unwrap_or_else(|| value.name())
}

/// Whether an entry lies below another.
fn is_below(entry: &str, top: &str) -> bool {
    entry.strip_prefix(top).is_some_and(|rest| rest.starts_with(['.', '[']))
}
