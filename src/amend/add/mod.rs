//! One more thing in a list of the plan: its id, its next dates, and what comes with it.

mod kinds;
mod value;

use super::without::having;
use super::{AmendError, FindingsChange, Request, Snapshot};
use crate::calendar::{Calendar, Item, Origin};
use crate::finding::{Edit, KeyPath, Literal};
use crate::plan::{Index, Thing};
use crate::value::{Day, Slug};

pub use kinds::{ADDABLE, Addable};
pub use value::value;

/// Days ahead in which the first dates of what is added are looked for.
const AHEAD: i32 = 366;
/// Dates that are shown.
const SHOWN: usize = 3;

/// A thing to be added.
#[derive(Debug, Clone)]
pub struct Add {
    what: &'static Addable,
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
    /// The findings that come and go with it.
    pub findings: FindingsChange,
}

impl Add {
    /// A thing with these values for its keys. Two people of one name differ by an id only.
    pub fn new(
        what: &'static Addable,
        given: Vec<(&'static str, Literal)>,
        plan: &Snapshot<'_>,
    ) -> Result<Self, AmendError> {
        if let ("person", Some(name), None) = (what.word, text(&given, "name"), text(&given, "id"))
            && plan.plan().people.iter().any(|person| person.name.as_deref() == Some(name))
        {
            return Err(AmendError::NameTaken(name.to_owned()));
        }
        let own = text(&given, "id").or_else(|| text(&given, "name").filter(|_| what.named_by.is_empty()));
        let id = own.map_or_else(|| free_id(what, &given, &plan.reading.index), str::to_owned);
        Ok(Self { what, given, id })
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
fn free_id(what: &Addable, given: &[(&'static str, Literal)], index: &Index) -> String {
    let texts = || what.named_by.iter().filter_map(|key| text(given, key));
    let plain = texts().find(|text| text.contains(|c: char| c.is_ascii_alphabetic()));
    let slug = Slug::from_text(plain.or_else(|| texts().next()).unwrap_or(what.word));
    // leaves space for the number
    let short: String = slug.as_str().chars().take(60).collect();
    index.free(what.kind, short.trim_end_matches('-'))
}

impl Request for Add {
    type Effect<'a> = Added<'a>;

    /// One element, its keys in the order of the vocabulary.
    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let mut table = Vec::new();
        for info in self.what.keys() {
            let given = self.given.iter().find(|(key, _)| *key == info.key).map(|(_, value)| value.clone());
            let has_id = !self.what.named_by.is_empty();
            let own = || (info.key == "id" && has_id).then(|| self.id.as_str().into());
            let value = given.or_else(own).map(|value| value::shaped(&info.shape, value));
            table.extend(value.map(|value| (info.key.to_owned(), value)));
        }
        let path = KeyPath::of(&[self.what.table]);
        let without = having(before.plan(), &path);
        Ok(without.into_iter().chain([Edit::Append { path, table, comment: None }]).collect())
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Added<'a>, AmendError> {
        let thing = after.reading.index.find(self.what.kind, &self.id);
        let calendar = thing.map(|thing| next_dates(after, thing)).transpose()?.flatten();
        let first = calendar.as_ref().and_then(|calendar| calendar.entries.first());
        let on: Day = first.map_or(after.today, |entry| entry.at.day);
        Ok(Added { thing, calendar, findings: FindingsChange::between(before, after, on) })
    }
}

/// The calendar of something with dates, only its next ones.
fn next_dates<'a>(plan: &Snapshot<'a>, thing: Thing) -> Result<Option<Calendar<'a>>, AmendError> {
    let is_of: Box<dyn Fn(Origin) -> bool> = match thing {
        Thing::Activity(i) => Box::new(move |origin| origin == Origin::Item(Item::Activity(i))),
        Thing::Content(i) => Box::new(move |origin| origin == Origin::Item(Item::Content(i))),
        Thing::Cohort(i) => {
            Box::new(move |origin| matches!(origin, Origin::Item(Item::Programme(cohort, _)) if cohort == i))
        }
        _ => return Ok(None),
    };
    let mut calendar = plan.calendar((plan.today, plan.today.plus(AHEAD)))?;
    calendar.entries.retain(|entry| is_of(entry.origin));
    calendar.entries.truncate(SHOWN);
    Ok(Some(calendar))
}

#[cfg(test)]
mod tests;
