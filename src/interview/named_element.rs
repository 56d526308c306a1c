//! Elements of lists that questions mean by what they are: the rule about advertising, the ritual of joining, the first
//! week of a newcomer. Where the plan has none, it is added.

use crate::finding::{FindingList, KeyPath, Literal, Segment};
use crate::plan::culture::Sense;
use crate::plan::people::RoleKind;
use crate::plan::rules::ConductAbout;
use crate::plan::{Index, Plan};

/// What an element of a list is.
pub(super) struct NamedElement {
    /// The list.
    array: &'static str,
    /// Its name in the rows.
    name: &'static str,
    /// Its index in a plan.
    place: fn(&Plan) -> Option<usize>,
    /// How many elements the list has.
    len: fn(&Plan) -> usize,
    /// The keys of a new one, where the plan has none.
    makes: fn() -> Vec<(&'static str, Literal)>,
    /// The kind of reference by which it is named, where it needs an id.
    named: Option<&'static str>,
}

macro_rules! conduct {
    ($name:literal, $about:ident) => {
        NamedElement {
            array: "conduct",
            name: $name,
            place: |plan| plan.rules.conduct.iter().position(|rule| rule.about == Some(ConductAbout::$about)),
            len: |plan| plan.rules.conduct.len(),
            makes: || vec![("about", ConductAbout::$about.word().into())],
            named: None,
        }
    };
}

macro_rules! ritual {
    ($name:literal, $sense:ident, $on:literal) => {
        NamedElement {
            array: "rituals",
            name: $name,
            place: |plan| plan.culture.rituals.iter().position(|ritual| ritual.sense == Some(Sense::$sense)),
            len: |plan| plan.culture.rituals.len(),
            makes: || vec![("sense", Sense::$sense.word().into()), ("on", $on.into())],
            named: None,
        }
    };
}

macro_rules! step {
    ($name:literal, $days:pat, $day:literal) => {
        NamedElement {
            array: "steps",
            name: $name,
            place: |plan| plan.onboarding.steps.iter().position(|step| matches!(step.day, Some($days))),
            len: |plan| plan.onboarding.steps.len(),
            makes: || vec![("day", Literal::Integer($day))],
            named: None,
        }
    };
}

static PARTS: [NamedElement; 11] = [
    conduct!("advertising", Advertising),
    conduct!("attacks", Attacks),
    ritual!("ceremony", Ceremony, "join"),
    ritual!("participation", Participation, "week"),
    ritual!("organisation", Organisation, "month"),
    ritual!("belonging", Belonging, "milestone"),
    step!("joining", 0, 0),
    step!("week", 5..=9, 7),
    NamedElement {
        array: "roles",
        name: "manager",
        place: |plan| plan.roles.iter().position(|role| role.kind == Some(RoleKind::Manager)),
        len: |plan| plan.roles.len(),
        makes: || vec![("kind", RoleKind::Manager.word().into())],
        named: Some("holder"),
    },
    NamedElement {
        array: "content",
        name: "regular",
        place: |plan| plan.content.iter().position(|content| content.by_members != Some(true)),
        len: |plan| plan.content.len(),
        makes: Vec::new,
        named: Some("item"),
    },
    NamedElement {
        array: "content",
        name: "members",
        place: |plan| plan.content.iter().position(|content| content.by_members == Some(true)),
        len: |plan| plan.content.len(),
        makes: || vec![("by_members", Literal::Boolean(true))],
        named: Some("item"),
    },
];

fn find(array: &str, name: &str) -> Option<&'static NamedElement> {
    PARTS.iter().find(|part| part.array == array && part.name == name)
}

/// The index of the element that plays a part; where there is none, one past the last and past those of other parts
/// that are missing too. `None` for parts that are not in this file.
pub(super) fn index(plan: &Plan, array: &str, name: &str) -> Option<usize> {
    let part = find(array, name)?;
    let absent = || {
        let others = PARTS.iter().take_while(|other| other.array != array || other.name != name);
        others.filter(|other| other.array == array && (other.place)(plan).is_none()).count()
    };
    Some((part.place)(plan).unwrap_or_else(|| (part.len)(plan) + absent()))
}

/// The list and the part that a fill means.
fn of_fill(fill: &str) -> Option<(&str, &'static NamedElement)> {
    let (list, rest) = fill.split_once('[')?;
    let array = list.rsplit('.').next().unwrap_or(list);
    Some((list, find(array, rest.split(']').next().unwrap_or(rest))?))
}

/// The routes, without indices, of the keys that make the element that a fill means.
pub(super) fn makes(fill: &str) -> Vec<String> {
    let Some((list, part)) = of_fill(fill) else { return Vec::new() };
    (part.makes)().into_iter().map(|(key, _)| format!("{list}.{key}")).collect()
}

/// The keys that make the element that a fill means, where the plan has none: each with its route.
pub(super) fn made(fill: &str, path: &KeyPath, plan: &Plan) -> Vec<(KeyPath, Literal)> {
    let Some((_, part)) = of_fill(fill).filter(|(_, part)| (part.place)(plan).is_none()) else { return Vec::new() };
    let keys = path.0.iter().position(|segment| matches!(segment, Segment::Index(_))).unwrap_or_default();
    let element = KeyPath(path.0[..=keys].to_vec());
    let id =
        part.named.map(|kind| ("id", Index::build(plan, &mut FindingList::default()).free(kind, part.name).into()));
    id.into_iter().chain((part.makes)()).map(|(key, value)| (element.clone().key(key), value)).collect()
}
