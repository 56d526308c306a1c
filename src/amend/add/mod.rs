//! One more thing in a list of the plan: its id, its next dates, and what comes with it.

mod kinds;
mod value;

use super::impact::KnownBy;
use super::without::having;
use super::{AmendError, Impact, Request, Snapshot};
use crate::cadence::{Cadence, Pattern};
use crate::calendar::{Calendar, Item, Origin};
use crate::finding::{Edit, KeyPath, Literal};
use crate::plan::{ElementKind, Index, Thing};
use crate::value::{Day, Slug};

pub use value::value;

/// Days ahead in which the first dates of what is added are looked for.
const AHEAD: i32 = 366;
/// Dates that are shown.
const SHOWN: usize = 3;

/// A thing to be added.
#[derive(Debug, Clone)]
pub struct Add {
    what: &'static ElementKind,
    given: Vec<(&'static str, Literal)>,
    id: String,
}

/// A thing that was added.
#[derive(Debug)]
pub struct Added<'a> {
    /// What it is.
    pub thing: Option<Thing>,
    /// A calendar with nothing but its next dates; none for what has no dates.
    pub calendar: Option<Calendar<'a>>,
    /// What it does elsewhere in the calendar, and to the findings.
    pub impact: Impact<'a>,
}

impl Add {
    /// A thing with these values for its keys. Two people of one name differ by an id only.
    pub fn new(
        what: &'static ElementKind,
        given: Vec<(&'static str, Literal)>,
        plan: &Snapshot<'_>,
    ) -> Result<Self, AmendError> {
        if let ("person", Some(name), None) = (what.word, text(&given, "name"), text(&given, "id"))
            && plan.plan().people.iter().any(|person| person.name.as_deref() == Some(name))
        {
            return Err(AmendError::NameTaken(name.to_owned()));
        }
        let own = text(&given, "id").or_else(|| text(&given, "name").filter(|_| !what.has_id()));
        let id = own.map_or_else(|| free_id(what, &given, &plan.reading.index), str::to_owned);
        Ok(Self { what, given, id })
    }

    /// The first day of what joins a plan that is at work, a person or something that recurs: what was, and whose turn it
    /// was, stays.
    fn joins(&self, plan: &Snapshot<'_>) -> Option<Day> {
        let joins = match self.what.word {
            "person" => !plan.plan().people.is_empty(),
            "activity" | "content" | "review" => self.recurs(),
            _ => false,
        };
        let is_running = plan.plan().lifecycle.starts.is_none_or(|starts| starts < plan.today);
        (joins && is_running).then_some(plan.today)
    }

    /// Whether its days follow from nothing but its own rhythm.
    fn recurs(&self) -> bool {
        let cadence = text(&self.given, "when").and_then(|when| Cadence::parse(when).ok());
        cadence.is_some_and(|when| !matches!(when.pattern, Pattern::Once(_) | Pattern::Offset { .. }))
    }

    /// The name by which the plan refers to it.
    pub fn id(&self) -> &str {
        &self.id
    }
}

fn text<'g>(given: &'g [(&'static str, Literal)], key: &str) -> Option<&'g str> {
    given.iter().find(|(known, _)| *known == key).and_then(|(_, value)| match value {
        Literal::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// An id made of what it is called, with a number behind it where that is taken.
fn free_id(what: &ElementKind, given: &[(&'static str, Literal)], index: &Index) -> String {
    let texts = || what.named_by.iter().filter_map(|key| text(given, key));
    let plain = texts().find(|text| text.contains(|c: char| c.is_ascii_alphabetic()));
    let slug = Slug::from_text(plain.or_else(|| texts().next()).unwrap_or(what.word));
    // leaves space for the number
    let short: String = slug.as_str().chars().take(60).collect();
    index.free(what.reference, short.trim_end_matches('-'))
}

impl Request for Add {
    type Effect<'a> = Added<'a>;

    /// One element, its keys in the order of the vocabulary.
    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let mut table = Vec::new();
        for info in self.what.keys() {
            let given = self.given.iter().find(|(key, _)| *key == info.key).map(|(_, value)| value.clone());
            let own = || (info.key == "id" && self.what.has_id()).then(|| self.id.as_str().into());
            let joins = || (info.key == "from").then(|| self.joins(before)).flatten().map(Literal::Day);
            let value = given.or_else(own).or_else(joins).map(|value| value::shaped(&info.shape, value));
            table.extend(value.map(|value| (info.key.to_owned(), value)));
        }
        let path = KeyPath::of(self.what.list);
        let without = having(before.plan(), &path);
        Ok(without.into_iter().chain([Edit::Append { path, table, comment: None }]).collect())
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Added<'a>, AmendError> {
        let thing = after.reading.index.find(self.what.reference, &self.id);
        let calendar = thing.map(|thing| next_dates(after, thing)).transpose()?.flatten();
        let first = calendar.as_ref().and_then(|calendar| calendar.entries.first());
        let on: Day = first.map_or(after.today, |entry| entry.at.day);
        let is_own = thing.map(entries_of);
        let impact = Impact::between(before, after, KnownBy::Uid, on);
        let impact = impact.elsewhere(|entry| is_own.as_ref().is_some_and(|is_own| is_own(entry.origin)));
        Ok(Added { thing, calendar, impact })
    }
}

/// Which entries of a calendar come from a thing: its dates, and the tasks of these.
fn entries_of(thing: Thing) -> impl Fn(Origin) -> bool {
    move |origin| match (thing, origin) {
        (Thing::Activity(own), Origin::Item(Item::Activity(i)) | Origin::Task(i, _)) => i == own,
        (Thing::Content(own), Origin::Item(Item::Content(i))) => i == own,
        (Thing::Cohort(own), Origin::Item(Item::Programme(cohort, _))) => cohort == own,
        _ => false,
    }
}

/// The calendar of something with dates, only its next ones.
fn next_dates<'a>(plan: &Snapshot<'a>, thing: Thing) -> Result<Option<Calendar<'a>>, AmendError> {
    if !matches!(thing, Thing::Activity(_) | Thing::Content(_) | Thing::Cohort(_)) {
        return Ok(None);
    }
    let is_own = entries_of(thing);
    let mut calendar = plan.calendar((plan.today, plan.today.plus(AHEAD)))?;
    calendar.entries.retain(|entry| matches!(entry.origin, Origin::Item(_)) && is_own(entry.origin));
    calendar.entries.truncate(SHOWN);
    Ok(Some(calendar))
}

#[cfg(test)]
mod tests;
