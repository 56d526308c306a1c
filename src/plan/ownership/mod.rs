//! Whose the values of a plan are: its people's own, or a starter's that nobody has changed or confirmed.
//!
//! Only texts, amounts, counts, dates and cadences can be borrowed; what is chosen (a switch, a kind, a reference, an id)
//! is the starter's where everything else in its table is. Elements of lists are compared by id, else by text, so that
//! their order does not matter. `[template] confirmed` names what is kept on purpose.
//!
//! | file | holds |
//! |---|---|
//! | `walk.rs` | every value of a tree, with its route and its name |
//! | `digest.rs`, `starters.txt` | the digests of every released starter |
//! | `never.rs` | what is never taken over: people, places, money, law |
//! | `nearest.rs` | the starter from which a plan without `[template] from` is copied |
//!
//! Must not know the rules, or what a value means.

mod digest;
mod nearest;
mod never;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::HashSet;

use super::Plan;
use crate::finding::KeyPath;
use crate::library::Library;
use crate::source::{Document, Table};
use digest::Digests;
pub use walk::step;
use walk::{Spot, ValueKind, Visitor, walk};

/// Whose a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Written by the plan's people.
    Own,
    /// The starter's, kept on purpose.
    Confirmed,
    /// The starter's, and nobody has looked at it yet.
    Borrowed,
}

/// A text, an amount, a count, a date or a cadence of a plan that began with a starter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanValue {
    /// Where it is.
    pub path: KeyPath,
    /// The names of the steps that lead there.
    steps: Vec<String>,
    /// Its keys alone: `activities.title`.
    pub route: String,
    /// As it is written.
    pub written: String,
    /// Whose it is.
    pub whose: Whose,
    /// Whether it can only be replaced or removed: people, places, money, law.
    pub is_never_taken: bool,
}

impl PlanValue {
    /// Where it is by name, as `[template] confirmed` names it: `activities.salon.title`.
    pub fn name(&self) -> String {
        self.steps.concat()
    }

    /// The table at the top that holds it.
    pub fn chapter(&self) -> &str {
        self.route.split('.').next().unwrap_or_default()
    }
}

/// The starter that a plan began with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarterOrigin {
    /// Its name.
    pub starter: String,
    /// Whether `[template] from` names it; if not, the plan's texts give it away.
    pub is_declared: bool,
}

/// Whose the values of a plan are. Of a plan that began with no starter all is its own, and nothing is listed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ownership {
    /// The starter.
    pub origin: Option<StarterOrigin>,
    /// Every value that could be borrowed, in the order of the vocabulary.
    pub values: Vec<PlanValue>,
    /// The routes of keys that hold something own or confirmed, and all above them.
    held: HashSet<String>,
    /// The routes of what is borrowed.
    borrowed: HashSet<KeyPath>,
    is_unknown: bool,
}

/// How many values of a chapter are whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChapterCount<'a> {
    /// The table at the top.
    pub chapter: &'a str,
    /// All of them.
    pub total: usize,
    /// Those that are the starter's.
    pub borrowed: usize,
    /// Those of them that can only be replaced or removed.
    pub never_taken: usize,
    /// The first that is borrowed.
    pub first: &'a PlanValue,
}

impl Ownership {
    /// Compares a plan with the starter that it began with.
    pub fn of(document: &Document<'_>, plan: &Plan, library: &Library) -> Self {
        if plan.template.title.is_some() || plan.template.description.is_some() {
            return Self::default(); // a starter itself
        }
        let declared = plan
            .template
            .from
            .as_ref()
            .map(|name| StarterOrigin { starter: name.trim().to_owned(), is_declared: true });
        let Some(origin) = declared
            .or_else(|| Some(StarterOrigin { starter: nearest::starter(document)?.to_owned(), is_declared: false }))
        else {
            return Self::default();
        };
        let digests = digests(&origin.starter, library);
        if digests.is_empty() {
            return Self { origin: Some(origin), is_unknown: true, ..Self::default() };
        }
        let confirmed = &plan.template.confirmed;
        let (values, held, tables) = (Vec::new(), HashSet::new(), Vec::new());
        let mut comparison = Comparison { digests, confirmed, values, held, tables };
        walk(document.tree(), Plan::TABLE, &mut comparison);
        let Comparison { values, held, .. } = comparison;
        let is_borrowed = |value: &&PlanValue| value.whose == Whose::Borrowed;
        let borrowed = values.iter().filter(is_borrowed).map(|value| value.path.clone()).collect();
        Self { origin: Some(origin), is_unknown: false, values, held, borrowed }
    }

    /// Whether something at a dotted route of keys is the plan's own, or confirmed; true of what no starter gave.
    pub fn holds(&self, route: &str) -> bool {
        let is_compared = !route.split('.').next().is_some_and(|table| walk::UNCOMPARED.contains(&table));
        self.values.is_empty() || !is_compared || self.held.contains(route)
    }

    /// The value at a route, if it can be borrowed.
    pub fn value(&self, path: &KeyPath) -> Option<&PlanValue> {
        self.values.iter().find(|value| value.path == *path)
    }

    /// Whether the value at a route is the starter's.
    pub fn is_borrowed(&self, path: &KeyPath) -> bool {
        self.borrowed.contains(path)
    }

    /// What a route is called in a command: by the names of its elements where these need no quotes.
    pub fn key(&self, path: &KeyPath) -> String {
        let named = self.value(path).map(PlanValue::name);
        named.filter(|name| !name.contains('"')).unwrap_or_else(|| path.to_string())
    }

    /// The values at a route and below it.
    pub fn below(&self, path: &KeyPath) -> impl Iterator<Item = &PlanValue> {
        self.values.iter().filter(|value| value.path.starts_with(path))
    }

    /// A route by name, as `[template] confirmed` names it; none where nothing below it can be borrowed.
    pub fn name_of(&self, path: &KeyPath) -> Option<String> {
        self.below(path).next().map(|value| value.steps[..path.0.len()].concat())
    }

    /// The values that are the starter's.
    pub fn borrowed(&self) -> impl Iterator<Item = &PlanValue> {
        self.values.iter().filter(|value| value.whose == Whose::Borrowed)
    }

    /// The chapters that hold something borrowed, in the order of the vocabulary.
    pub fn chapters(&self) -> Vec<ChapterCount<'_>> {
        let mut chapters: Vec<ChapterCount<'_>> = Vec::new();
        for value in self.borrowed() {
            match chapters.last_mut().filter(|last| last.chapter == value.chapter()) {
                Some(last) => {
                    last.borrowed += 1;
                    last.never_taken += usize::from(value.is_never_taken);
                }
                None => chapters.push(ChapterCount {
                    chapter: value.chapter(),
                    total: self.values.iter().filter(|other| other.chapter() == value.chapter()).count(),
                    borrowed: 1,
                    never_taken: usize::from(value.is_never_taken),
                    first: value,
                }),
            }
        }
        chapters
    }

    /// The entries of `confirmed` that mean nothing in the plan, or only what is never taken over, as indices.
    pub fn idle_confirmations(&self, plan: &Plan) -> Vec<usize> {
        let is_idle = |entry: &String| {
            !self.values.iter().any(|value| confirms(entry, &value.name(), &value.route, value.is_never_taken))
        };
        let entries = plan.template.confirmed.iter().enumerate().filter(|(_, entry)| is_idle(entry));
        entries.map(|(at, _)| at).filter(|_| !self.values.is_empty()).collect()
    }

    /// The starter that is named but not known, so that nothing can be compared with it.
    pub fn unknown_starter(&self) -> Option<&str> {
        self.origin.as_ref().filter(|_| self.is_unknown).map(|origin| origin.starter.as_str())
    }
}

/// The names of the starters that are known by their digests.
pub fn released_starters() -> Vec<&'static str> {
    digest::names()
}

/// The digests of a starter: those released, and those of a user's own file.
fn digests(starter: &str, library: &Library) -> Digests<'static> {
    let released = Digests::released(starter);
    match library.own_starter(starter) {
        Some(text) => released.with(digests_of(text)),
        None => released,
    }
}

/// The digests of every value in the text of a starter.
fn digests_of(text: &str) -> Vec<u32> {
    struct Gather(Vec<u32>);
    impl Visitor for Gather {
        fn value(&mut self, _: &Spot<'_>, _: &str, digests: [u32; 2], _: ValueKind) {
            self.0.extend(digests);
        }
        fn enter(&mut self) {}
        fn leave(&mut self) {}
    }
    let mut buffer = String::new();
    let mut digests = Gather(Vec::new());
    walk(Document::parse(text, &mut buffer).tree(), Plan::TABLE, &mut digests);
    digests.0
}

/// Whether an entry of `confirmed` means a value; what is never taken over only by its own name, which is written when the
/// value is typed again.
fn confirms(entry: &str, name: &str, route: &str, is_never_taken: bool) -> bool {
    let entry = entry.trim();
    let is_under =
        |whole: &str| whole.strip_prefix(entry).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
    if is_never_taken { entry == name } else { !entry.is_empty() && (is_under(name) || is_under(route)) }
}

/// The values of a plan as they are met.
struct Comparison<'p> {
    digests: Digests<'static>,
    confirmed: &'p [String],
    values: Vec<PlanValue>,
    held: HashSet<String>,
    /// The tables around the present one.
    tables: Vec<OpenTable>,
}

/// A table while its values are met.
#[derive(Default)]
struct OpenTable {
    /// Whether something in it is own or confirmed.
    has_own: bool,
    /// Whether something in it is borrowed.
    has_borrowed: bool,
    /// The routes of what is chosen as in the starter.
    chosen: Vec<String>,
}

impl Comparison<'_> {
    /// Marks something at a route as own.
    fn hold(&mut self, route: &str) {
        for (at, _) in route.match_indices('.').chain([(route.len(), "")]) {
            if !self.held.contains(&route[..at]) {
                self.held.insert(route[..at].to_owned());
            }
        }
    }

    /// Whether it is kept on purpose.
    fn is_confirmed(&self, name: &str, route: &str, is_never_taken: bool) -> bool {
        self.confirmed.iter().any(|entry| confirms(entry, name, route, is_never_taken))
    }
}

impl Visitor for Comparison<'_> {
    fn value(&mut self, spot: &Spot<'_>, value: &str, digests: [u32; 2], kind: ValueKind) {
        let route = spot.route();
        let is_starters = digests.iter().any(|digest| self.digests.has(*digest));
        if let (ValueKind::Chosen, true, Some(table)) = (kind, is_starters, self.tables.last_mut()) {
            table.chosen.push(route);
            return;
        }
        let steps = spot.names();
        let is_never_taken = never::is_never_taken(&route, value);
        let whose = match is_starters {
            false => Whose::Own,
            true if self.is_confirmed(&steps.concat(), &route, is_never_taken) => Whose::Confirmed,
            true => Whose::Borrowed,
        };
        if whose != Whose::Borrowed {
            self.hold(&route);
        }
        if let Some(table) = self.tables.last_mut() {
            // a date alone makes nothing own: it may only have moved
            table.has_own |= whose != Whose::Borrowed && kind != ValueKind::Dated;
            table.has_borrowed |= whose == Whose::Borrowed;
        }
        if kind != ValueKind::Chosen {
            let written = value.to_owned();
            self.values.push(PlanValue { path: spot.path(), steps, route, written, whose, is_never_taken });
        }
    }

    fn enter(&mut self) {
        self.tables.push(OpenTable::default());
    }

    fn leave(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        if table.has_own || !table.has_borrowed {
            table.chosen.iter().for_each(|route| self.hold(route));
        }
        if let Some(outer) = self.tables.last_mut() {
            outer.has_own |= table.has_own;
            outer.has_borrowed |= table.has_borrowed;
        }
    }
}
