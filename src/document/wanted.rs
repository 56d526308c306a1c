//! What a document needs of the plan: what is not written, and what is still a starter's.

use toml::{Table, Value};

use super::gather::DocumentSubject;
use super::kind::DocumentKind;
use crate::finding::{KeyPath, Segment};
use crate::language::Text;
use crate::plan::ownership::{Ownership, PlanValue, step};
use crate::plan::{Plan, Thing};
use crate::source::{Shape, Table as _};

/// Something that a document would say if the plan had it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// What it is.
    pub about: Text,
    /// The key, as a command takes it.
    pub key: String,
    /// Of a list of tables: an element of it, as a plan has it.
    pub element: Option<String>,
    /// Whether there is no such document without it.
    pub is_needed: bool,
    /// Why it is not there.
    pub state: WantedState,
}

/// Why something is not in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WantedState {
    /// The plan does not have it.
    Missing,
    /// What the plan has is a starter's: so many values.
    Borrowed(usize),
    /// The same, and it can only be replaced.
    NeverTaken(usize),
}

/// A key: the table or list that is named to people, and what counts in it; whether the document needs it.
type WantedKey = (&'static str, &'static str, bool);

const WELCOME: &[WantedKey] = &[
    ("community.name", "", true),
    ("community.subject", "", false),
    ("positioning.values", "promise", false),
    ("rules.posted", "", false),
    ("support.channel", "", false),
    ("support.respond_within", "", false),
    ("support.complaints", "", false),
];
const RULES: &[WantedKey] = &[
    ("rules.conduct", "text", true),
    ("rules.sanctions.ladder", "", false),
    ("rules.sanctions.appeal", "", false),
    ("rules.report.contact", "", false),
    ("rules.rights.feedback", "", false),
    ("rules.rights.privacy", "", false),
    ("rules.data.fields", "", false),
    ("rules.data.purpose", "", false),
    ("rules.data.keep", "", false),
    ("rules.data.contact", "", false),
];
const INTRODUCTION: &[WantedKey] = &[
    ("community.name", "", true),
    ("community.subject", "", false),
    ("positioning.introduction.background", "", false),
    ("positioning.introduction.strengths", "", false),
    ("positioning.introduction.benefit", "", false),
    ("positioning.introduction.contact", "", false),
    ("positioning.values", "promise", false),
    ("audiences", "name", false),
    ("activities", "title", false),
];
const KEYWORDS: &[WantedKey] = &[("support.keywords", "reply", true)];
/// What has to be published before a prize draw.
const DRAW: [&str; 12] = [
    "highest_prize",
    "prizes",
    "conditions",
    "manner",
    "drawn_when",
    "drawn_how",
    "odds",
    "redeem",
    "redeem_until",
    "delivery",
    "forfeit",
    "organiser",
];
const FAREWELL: &[WantedKey] =
    &[("community.name", "", true), ("leaving.delete_data", "", false), ("rules.data.contact", "", false)];
const HANDOVER: [&str; 3] = ["duties", "training", "assessed"];
const TEAM: &[WantedKey] = &[("roles", "duties", false), ("people", "name", true), ("governance.decisions", "", false)];

/// What a document lacks; `own` is the tree of the plan without what is borrowed.
pub fn wanted(
    kind: DocumentKind,
    subject: DocumentSubject,
    plan: &Plan,
    own: &Table,
    ownership: &Ownership,
) -> Vec<Wanted> {
    let keys = match kind {
        DocumentKind::Welcome => WELCOME,
        DocumentKind::Rules => RULES,
        DocumentKind::Introduction => INTRODUCTION,
        DocumentKind::Keywords => KEYWORDS,
        DocumentKind::Farewell => FAREWELL,
        DocumentKind::Team => TEAM,
        DocumentKind::Draw | DocumentKind::Handover => &[],
    };
    let general = keys.iter().filter_map(|(key, leaf, is_needed)| {
        let named: Vec<Segment> = key.split('.').map(|key| Segment::Key(key.into())).collect();
        let mut path = KeyPath(named.clone());
        path.0.extend((!leaf.is_empty()).then(|| Segment::Key((*leaf).into())));
        let state = state(&path, own, ownership).filter(|_| !plan.is_without(key))?;
        let is_needed = *is_needed && !is_written_at(&path, own);
        let info = Plan::TABLE.at(named.iter().filter_map(name))?;
        let element = element(key, &info.shape);
        Some(Wanted { about: info.about, key: (*key).to_owned(), element, is_needed, state })
    });
    let of_thing = |thing: Thing, inner: &[&'static str], keys: &[&'static str]| -> Vec<Wanted> {
        let name = thing.id(plan).map(step).unwrap_or_default();
        let table = thing.path();
        let wanted = keys.iter().filter_map(|key| {
            let path = inner.iter().chain([key]).fold(table.clone(), |path, key| path.key(key));
            let state = state(&path, own, ownership)?;
            let names = inner.iter().chain([key]).map(|key| format!(".{key}")).collect::<String>();
            let first = table.keys().next()?.to_owned();
            let about = Plan::TABLE.at(path.keys())?.about;
            let key = format!("{first}{name}{names}");
            Some(Wanted { about, key, element: None, is_needed: false, state })
        });
        wanted.collect()
    };
    match subject {
        DocumentSubject::Whole => general.collect(),
        DocumentSubject::Draw(activity) => of_thing(Thing::Activity(activity), &["draw"], &DRAW),
        DocumentSubject::Role(role) => of_thing(Thing::Role(role), &[], &HANDOVER),
    }
}

fn name(segment: &Segment) -> Option<&str> {
    if let Segment::Key(key) = segment { Some(key) } else { None }
}

/// The start of an element of a list of tables: its header, and its first two texts.
fn element(key: &str, shape: &'static Shape) -> Option<String> {
    let Shape::List(Shape::Table(table)) = shape else { return None };
    let texts = table.keys.iter().filter(|info| info.key != "id" && matches!(info.shape, Shape::Text)).take(2);
    Some(texts.fold(format!("[[{key}]]"), |element, info| format!("{element} {} = \"…\"", info.key)))
}

/// Why something is not there, or not all of it; none where it is, and nothing of it is borrowed.
fn state(path: &KeyPath, own: &Table, ownership: &Ownership) -> Option<WantedState> {
    let borrowed: Vec<&PlanValue> = ownership.borrowed().filter(|value| is_at(&value.path, path)).collect();
    if let Some(first) = borrowed.first() {
        return Some(match first.is_never_taken {
            true => WantedState::NeverTaken(borrowed.len()),
            false => WantedState::Borrowed(borrowed.len()),
        });
    }
    (!is_written_at(path, own)).then_some(WantedState::Missing)
}

fn is_written_at(path: &KeyPath, own: &Table) -> bool {
    let Some((Segment::Key(first), rest)) = path.0.split_first() else { return false };
    own.get(first.as_ref()).is_some_and(|value| is_written(value, rest))
}

/// Whether something is written at a route; a key behind a list is that of any of its elements.
fn is_written(value: &Value, route: &[Segment]) -> bool {
    match (value, route.split_first()) {
        (Value::Table(table), Some((Segment::Key(key), rest))) => {
            table.get(key.as_ref()).is_some_and(|value| is_written(value, rest))
        }
        (Value::Array(list), Some((Segment::Index(index), rest))) => {
            list.get(*index).is_some_and(|value| is_written(value, rest))
        }
        (Value::Array(list), Some(_)) => list.iter().any(|value| is_written(value, route)),
        (Value::String(text), None) => !text.trim().is_empty(),
        (Value::Array(list), None) => !list.is_empty(),
        (_, rest) => rest.is_none(),
    }
}

/// Whether a value lies at a route, in which the elements of lists may be left out.
fn is_at(value: &KeyPath, route: &KeyPath) -> bool {
    let mut wanted = route.0.iter().peekable();
    for segment in &value.0 {
        match (segment, wanted.peek()) {
            (segment, Some(next)) if segment == *next => drop(wanted.next()),
            (Segment::Index(_), Some(Segment::Key(_)) | None) => {}
            _ => return false,
        }
    }
    wanted.peek().is_none()
}
