//! What an edit does to the calendar of a plan and to its findings.

use std::collections::HashMap;

use super::orphans::{OrphanedChange, orphaned};
use super::{AmendError, FindingsChange, Snapshot, publish};
use crate::calendar::{Calendar, Entry, Identity, Who};
use crate::finding::KeyPath;
use crate::plan::{Plan, stale_names};
use crate::value::Day;

/// Months ahead in which the calendars are compared.
const AHEAD: i32 = 12;

/// What an edit does to the calendar of a plan and to its findings.
#[derive(Debug)]
pub struct Impact<'a> {
    /// The calendar as it was, of the coming year; none where one of the two files has errors or is too large.
    pub before: Option<Calendar<'a>>,
    /// The calendar as it will be.
    pub after: Option<Calendar<'a>>,
    /// The entries in which they differ, by time.
    pub entries: Vec<EntryChange>,
    /// Whether these are only those that the edit is not about.
    pub is_elsewhere: bool,
    /// The findings that come and go.
    pub findings: FindingsChange,
    /// How it stands to what was published; none where nothing is.
    pub published: Option<AgainstPublished>,
}

/// How a plan stands to what was published of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgainstPublished {
    /// How many published entries are different now, and are to be announced.
    pub changed: usize,
    /// How many stay as they were published though the plan has them otherwise now.
    pub outdated: usize,
    /// How many dates are new among the published days, and left out of them.
    pub left_out: usize,
}

/// Names and titles that are gone from a plan, each with the texts that still hold it.
pub type StaleNames = Vec<(String, Vec<KeyPath>)>;

/// What an edit does beyond its own place.
#[derive(Debug)]
pub struct Consequences<'a> {
    /// What it does to the calendar and to the findings.
    pub impact: Impact<'a>,
    /// Names and titles that are gone, with the texts that still hold them.
    pub stale_names: StaleNames,
    /// Changes whose date is gone.
    pub orphans: Vec<OrphanedChange>,
}

impl<'a> Consequences<'a> {
    /// What happens to a plan that becomes another.
    pub fn of(before: &Snapshot<'a>, after: &Snapshot<'a>) -> Self {
        Self::between(before, after, KnownBy::Uid, after.today)
    }

    pub(super) fn between(before: &Snapshot<'a>, after: &Snapshot<'a>, known: KnownBy, on: Day) -> Self {
        let stale_names = stale_names(before.plan(), after.plan());
        let is_sound = before.reading.is_sound() && after.reading.is_sound();
        let orphans = if is_sound { orphaned(before, after) } else { Vec::new() };
        Self { impact: Impact::between(before, after, known, on), stale_names, orphans }
    }
}

/// An entry in which two calendars differ: its index in the old one, in the new one, or in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryChange {
    /// It is new.
    Added(usize),
    /// It is gone, or cancelled.
    Removed(usize),
    /// It is at another time.
    Moved(usize, usize),
    /// Others do it.
    Reassigned(usize, usize),
}

/// How an entry is known again in the other calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KnownBy {
    /// By its UID.
    Uid,
    /// By its place in the plan and its day, where names may have changed.
    Place,
}

impl<'a> Impact<'a> {
    /// The difference of two plans; `on` is the day that the edit is about.
    pub(super) fn between(before: &Snapshot<'a>, after: &Snapshot<'a>, known: KnownBy, on: Day) -> Self {
        let first = after.today;
        let roster = &after.reading.index.roster;
        // what is published may reach further
        let last = roster.through.map_or(first.plus_months(AHEAD), |last| last.max(first.plus_months(AHEAD)));
        let made = |plan: &Snapshot<'a>| -> Result<Option<Calendar<'a>>, AmendError> {
            match plan.reading.is_sound() {
                true => plan.calendar((first, last)).map(Some),
                false => Ok(None),
            }
        };
        let calendars = made(before).ok().flatten().zip(made(after).ok().flatten());
        let entries = calendars.as_ref().map_or_else(Vec::new, |(old, new)| {
            differing((&Named::of(before.plan(), old, known), old), (&Named::of(after.plan(), new, known), new))
        });
        let (before_calendar, after_calendar) = calendars.unzip();
        let findings = match known {
            KnownBy::Uid => FindingsChange::between(before, after, on),
            KnownBy::Place => FindingsChange::but_for_names(before, after),
        };
        let published = AgainstPublished::of(after);
        Self { before: before_calendar, after: after_calendar, entries, is_elsewhere: false, findings, published }
    }

    /// Without the entries that the edit is about, which are shown by themselves; those as they were, or as they are now
    /// where they are new.
    pub(super) fn elsewhere(self, is_about: impl Fn(&Entry) -> bool) -> Self {
        let Self { before, after, mut entries, findings, published, .. } = self;
        entries.retain(|change| {
            let entry = match *change {
                EntryChange::Added(at) => after.as_ref().map(|calendar| &calendar.entries[at]),
                EntryChange::Removed(at) | EntryChange::Moved(at, _) | EntryChange::Reassigned(at, _) => {
                    before.as_ref().map(|calendar| &calendar.entries[at])
                }
            };
            !entry.is_some_and(&is_about)
        });
        Self { before, after, entries, is_elsewhere: true, findings, published }
    }
}

impl AgainstPublished {
    fn of(plan: &Snapshot<'_>) -> Option<Self> {
        let roster = &plan.reading.index.roster;
        if roster.is_empty() || !plan.reading.is_sound() {
            return None;
        }
        let publication = publish(plan, roster.through?.max(plan.today), None, None).ok()?;
        // what was cancelled on purpose is not asked about again
        let outdated = publication.outdated.iter().filter(|outdated| !outdated.row.is_cancelled).count();
        Some(Self { changed: publication.changes.len(), outdated, left_out: publication.left_out })
    }
}

/// The names of a calendar's entries and of the people in them.
pub(super) struct Named<'p> {
    plan: &'p Plan,
    identity: Identity<'p>,
    known: KnownBy,
}

impl<'p> Named<'p> {
    pub(super) fn of(plan: &'p Plan, calendar: &Calendar<'p>, known: KnownBy) -> Self {
        Self { plan, identity: Identity::of(plan, calendar), known }
    }

    /// The name by which an entry is known again.
    pub(super) fn entry(&self, entry: &Entry) -> String {
        match self.known {
            KnownBy::Uid => self.identity.uid(entry),
            KnownBy::Place => format!("{:?} {} {}", entry.origin, entry.original.day, entry.of_day),
        }
    }

    /// Who does an entry: indices move when someone is taken out, names do not.
    fn hands(&self, entry: &Entry) -> Vec<Option<String>> {
        let name = |who: &Who| match (self.known, who.person) {
            (KnownBy::Uid, Some(person)) => self.plan.people[person].key().map(str::to_owned),
            (KnownBy::Place, Some(person)) => Some(person.to_string()),
            (_, None) => None,
        };
        std::iter::once(&entry.who).chain(&entry.staff).map(name).collect()
    }
}

/// The entries in which two calendars differ, by time.
pub(super) fn differing(
    (old_names, old): (&Named<'_>, &Calendar<'_>),
    (new_names, new): (&Named<'_>, &Calendar<'_>),
) -> Vec<EntryChange> {
    let held = |calendar: &Calendar<'_>, names: &Named<'_>| -> HashMap<String, usize> {
        let entries = calendar.entries.iter().enumerate().filter(|(_, entry)| !entry.cancelled);
        entries.map(|(at, entry)| (names.entry(entry), at)).collect()
    };
    let (was, is) = (held(old, old_names), held(new, new_names));
    let added = is.iter().filter(|(name, _)| !was.contains_key(*name)).map(|(_, at)| EntryChange::Added(*at));
    let others = was.iter().filter_map(|(name, before)| {
        let Some(after) = is.get(name) else { return Some(EntryChange::Removed(*before)) };
        let (a, b) = (&old.entries[*before], &new.entries[*after]);
        match () {
            () if a.at != b.at || a.minutes != b.minutes => Some(EntryChange::Moved(*before, *after)),
            () if old_names.hands(a) != new_names.hands(b) => Some(EntryChange::Reassigned(*before, *after)),
            () => None,
        }
    });
    let mut entries: Vec<EntryChange> = added.chain(others).collect();
    entries.sort_by_key(|change| match *change {
        EntryChange::Added(at) => (new.entries[at].at, at, 1),
        EntryChange::Removed(at) => (old.entries[at].at, at, 0),
        EntryChange::Moved(at, _) | EntryChange::Reassigned(at, _) => (old.entries[at].at, at, 2),
    });
    entries
}
