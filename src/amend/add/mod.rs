//! One more thing in a list of the plan: its id, its next dates, and what comes with it.

mod kinds;
mod value;

use super::impact::KnownBy;
use super::without::having;
use super::{AmendError, Element, Impact, Request, Snapshot, Step};
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

/// Things of one kind to be added.
#[derive(Debug, Clone)]
pub struct Add {
    what: &'static ElementKind,
    /// Where the list is that they join.
    list: KeyPath,
    /// Ids that others of this list have.
    taken: Vec<String>,
    /// The first, and those that are added at the same time.
    elements: Vec<NewElement>,
}

/// One of them.
#[derive(Debug, Clone)]
struct NewElement {
    given: Vec<(&'static str, Literal)>,
    id: String,
}

impl NewElement {
    /// Whether its days follow from nothing but its own rhythm.
    fn recurs(&self) -> bool {
        let cadence = text(&self.given, "when").and_then(Cadence::find);
        cadence.is_some_and(|when| !matches!(when.pattern, Pattern::Once(_) | Pattern::Offset { .. }))
    }
}

/// Things that were added.
#[derive(Debug)]
pub struct Added<'a> {
    /// What they are, in their order.
    pub things: Vec<Option<Thing>>,
    /// A calendar with nothing but their next dates; none for what has no dates.
    pub calendar: Option<Calendar<'a>>,
    /// What they do elsewhere in the calendar, and to the findings.
    pub impact: Impact<'a>,
}

/// The keys that hold what something is called, or the words by which people know it.
pub(crate) const CALLED: [&str; 9] =
    ["title", "name", "product", "objective", "what", "text", "word", "promise", "who"];

impl Add {
    /// A thing with these values for its keys. Two people of one name differ by an id only.
    pub fn new(
        what: &'static ElementKind,
        given: Vec<(&'static str, Literal)>,
        plan: &Snapshot<'_>,
    ) -> Result<Self, AmendError> {
        Self::of(what, Vec::new()).and(given, plan)
    }

    /// Nothing yet, and ids that what comes is not to have.
    pub(super) fn of(what: &'static ElementKind, taken: Vec<String>) -> Self {
        Self { what, list: what.path(), taken, elements: Vec::new() }
    }

    /// What is added.
    pub(super) const fn kind(&self) -> &'static ElementKind {
        self.what
    }

    /// Another one of the kind, added at the same time.
    pub fn and(mut self, given: Vec<(&'static str, Literal)>, plan: &Snapshot<'_>) -> Result<Self, AmendError> {
        let what = self.what;
        if let ("person", Some(name), None) = (what.word, text(&given, "name"), text(&given, "id")) {
            let mut others = self.elements.iter().filter_map(|other| text(&other.given, "name"));
            let is_in_plan = plan.plan().people.iter().any(|person| person.name.as_deref() == Some(name));
            if is_in_plan || others.any(|other| other == name) {
                return Err(AmendError::NameTaken(name.to_owned()));
            }
        }
        let own = text(&given, "id").or_else(|| text(&given, "name").filter(|_| !what.has_id()));
        let id = own.map_or_else(|| self.free_id(&given, &plan.reading.index), str::to_owned);
        self.elements.push(NewElement { given, id });
        Ok(self)
    }

    /// A part of an element, such as a step of an activity.
    pub fn within(
        whole: &Element,
        what: &'static ElementKind,
        given: Vec<(&'static str, Literal)>,
        plan: &Snapshot<'_>,
    ) -> Result<Self, AmendError> {
        let mut add = Self { what, list: what.path(), taken: Vec::new(), elements: Vec::new() };
        if let (Some(key), Some(Thing::Activity(activity))) = (what.list.last(), whole.thing) {
            add.list = whole.path.clone().key(key);
            add.taken = Step::all(activity, plan).into_iter().filter_map(|step| step.id).collect();
        }
        add.and(given, plan)
    }

    /// An id made of what it is called, with a number behind it where that is taken.
    fn free_id(&self, given: &[(&'static str, Literal)], index: &Index) -> String {
        let texts = || self.what.named_by.iter().filter_map(|key| text(given, key));
        // what has no letters would become numbers that nobody reads
        let plain = texts().find(|text| text.contains(|c: char| c.is_ascii_alphabetic()));
        let slug = Slug::from_text(plain.unwrap_or(self.what.word));
        // leaves space for the number
        let short: String = slug.as_str().chars().take(60).collect();
        let short = short.trim_end_matches('-');
        let is_free = |id: &String| {
            let others = self.elements.iter().map(|other| &other.id);
            others.chain(&self.taken).all(|other| other != id) && index.free(self.what.reference, id) == *id
        };
        let has_words = plain.is_some() || texts().next().is_none();
        let bare = has_words.then(|| short.to_owned());
        let first = if has_words { 2 } else { 1 };
        let mut ids = bare.into_iter().chain((first..).map(|n| format!("{short}-{n}")));
        ids.find(is_free).expect("numbers do not end")
    }

    /// The first day of what joins a plan that is at work, a person or something that recurs: what was, and whose turn it
    /// was, stays.
    fn joins(&self, element: &NewElement, plan: &Snapshot<'_>) -> Option<Day> {
        let joins = match self.what.word {
            "person" => !plan.plan().people.is_empty(),
            "activity" | "content" | "review" => element.recurs(),
            _ => false,
        };
        let is_running = plan.plan().lifecycle.starts.is_none_or(|starts| starts < plan.today);
        (joins && is_running).then_some(plan.today)
    }

    /// What they are called, where that is given.
    pub fn titles(&self) -> impl Iterator<Item = Option<&str>> {
        self.elements.iter().map(|element| CALLED.iter().find_map(|key| text(&element.given, key)))
    }

    /// The names by which the plan refers to them.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.elements.iter().map(|element| element.id.as_str())
    }
}

fn text<'g>(given: &'g [(&'static str, Literal)], key: &str) -> Option<&'g str> {
    given.iter().find(|(known, _)| *known == key).and_then(|(_, value)| match value {
        Literal::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

impl Add {
    /// The keys of an element, in the order of the vocabulary.
    fn table(&self, element: &NewElement, before: &Snapshot<'_>) -> Vec<(String, Literal)> {
        let mut table = Vec::new();
        for info in self.what.keys() {
            let given = element.given.iter().find(|(key, _)| *key == info.key).map(|(_, value)| value.clone());
            let own = || (info.key == "id" && self.what.has_id()).then(|| element.id.as_str().into());
            let joins = || (info.key == "from").then(|| self.joins(element, before)).flatten().map(Literal::Day);
            let decided =
                || (self.what.word == "decision" && info.key == "decided").then_some(Literal::Day(before.today));
            let value =
                given.or_else(own).or_else(joins).or_else(decided).map(|value| value::shaped(&info.shape, value));
            table.extend(value.map(|value| (info.key.to_owned(), value)));
        }
        // every table can have a note, which is no key of its own
        let notes = element.given.iter().filter(|(key, _)| *key == "note").cloned();
        table.extend(notes.map(|(key, value)| (key.to_owned(), value)));
        table
    }
}

impl Request for Add {
    type Effect<'a> = Added<'a>;

    /// An element each, its keys in the order of the vocabulary.
    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let path = self.list.clone();
        let without = having(before.plan(), &path);
        let append = |element| Edit::Append { path: path.clone(), table: self.table(element, before), comment: None };
        Ok(without.into_iter().chain(self.elements.iter().map(append)).collect())
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Added<'a>, AmendError> {
        let things: Vec<_> = self.ids().map(|id| after.reading.index.find(self.what.reference, id)).collect();
        let calendar = next_dates(after, things.iter().flatten().copied())?;
        let first = calendar.as_ref().and_then(|calendar| calendar.entries.first());
        let on: Day = first.map_or(after.today, |entry| entry.at.day);
        let impact = Impact::between(before, after, KnownBy::Uid, on);
        let impact = impact.elsewhere(|entry| things.iter().flatten().any(|thing| is_entry_of(*thing, entry.origin)));
        Ok(Added { things, calendar, impact })
    }
}

/// Whether an entry of a calendar comes from a thing: its dates, and the tasks of these.
fn is_entry_of(thing: Thing, origin: Origin) -> bool {
    match (thing, origin) {
        (Thing::Activity(own), Origin::Item(Item::Activity(i)) | Origin::Task(i, _)) => i == own,
        (Thing::Content(own), Origin::Item(Item::Content(i))) => i == own,
        (Thing::Cohort(own), Origin::Item(Item::Programme(cohort, _))) => cohort == own,
        _ => false,
    }
}

/// The calendar of what has dates among some things, only the next ones.
fn next_dates<'a>(
    plan: &Snapshot<'a>,
    things: impl Iterator<Item = Thing>,
) -> Result<Option<Calendar<'a>>, AmendError> {
    let is_dated = |thing: &Thing| matches!(thing, Thing::Activity(_) | Thing::Content(_) | Thing::Cohort(_));
    let dated: Vec<Thing> = things.filter(is_dated).collect();
    if dated.is_empty() {
        return Ok(None);
    }
    let mut calendar = plan.calendar((plan.today, plan.today.plus(AHEAD)))?;
    let mut left = vec![SHOWN; dated.len()];
    calendar.entries.retain(|entry| {
        let of = dated.iter().position(|thing| is_entry_of(*thing, entry.origin));
        let left = of.filter(|_| matches!(entry.origin, Origin::Item(_))).map(|of| &mut left[of]);
        left.filter(|left| **left > 0).is_some_and(|left| {
            *left -= 1;
            true
        })
    });
    Ok(Some(calendar))
}

#[cfg(test)]
mod tests;
