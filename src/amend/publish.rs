//! What people are told is fixed: the calendar up to a day becomes the roster, and what changed since is known.

use std::collections::{HashMap, HashSet};

use super::{AmendError, Snapshot};
use crate::calendar::{Calendar, CalendarRequest, Entry, Identity, Item, Origin, Shifted, calendar, published_as};
use crate::plan::Index;
use crate::roster::{PublishedOccurrence, Roster};
use crate::source::Moment;
use crate::value::Day;

/// How far an occurrence may be from its original day, in days.
const AROUND: i32 = 60;
/// How far the old and the new day of an occurrence are apart at most, where the days of an item change.
const APART: i32 = 15;

/// What becomes of published dates whose item has another time or other days now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IfChanged {
    /// They move to what the plan says now.
    Move,
    /// They are cancelled.
    Cancel,
    /// They stay as they were published.
    Keep,
}

/// A published date whose item has another time, or does not fall on that day, by the plan as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outdated {
    /// As it was published.
    pub row: PublishedOccurrence,
    /// When it is by the plan; none where the plan has nothing for it.
    pub now: Option<Moment>,
}

/// How an occurrence differs from what was published before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Republished {
    /// As it was; none: it is new among days that were published before.
    pub before: Option<PublishedOccurrence>,
    /// As it is now.
    pub after: PublishedOccurrence,
}

/// What is to be published.
#[derive(Debug)]
pub struct Publication {
    /// The roster.
    pub roster: Roster,
    /// What is different from what was published before, by time.
    pub changes: Vec<Republished>,
    /// How many occurrences are published for the first time, on days that were not.
    pub added: usize,
    /// The published dates that the plan has otherwise now.
    pub outdated: Vec<Outdated>,
}

/// The calendar up to a day, as it is published, where what the plan has otherwise now is as answered. `announced` is what
/// was published before someone edited the roster by hand, where that is known: such an edit is a change like any other.
pub fn publish(
    plan: &Snapshot<'_>,
    through: Day,
    outdated: IfChanged,
    announced: Option<&Roster>,
) -> Result<Publication, AmendError> {
    let old = &plan.reading.index.roster;
    let announced = announced.unwrap_or(old);
    let before: HashMap<&str, &PublishedOccurrence> =
        old.rows().iter().chain(announced.rows()).map(|row| (row.uid.as_str(), row)).collect();
    let mut published = RosterComparison::of(plan, through)?;
    published.outdated.retain(|Outdated { row, .. }| {
        let said = |row: &PublishedOccurrence| (row.start, row.end, row.is_cancelled);
        before.get(row.uid.as_str()).is_none_or(|before| said(before) == said(row))
    });
    let base = published.base(outdated);
    let (mut rows, mut seen, mut added) = (Vec::new(), HashSet::new(), 0);
    let index = plan.reading.index.with_roster(base.clone());
    let made = published.calendar(&index)?;
    let identity = Identity::of(plan.plan(), &made);
    for entry in &made.entries {
        let is_due = plan.today <= entry.at.day && entry.at.day <= through;
        if !is_due && entry.published.is_none() {
            continue;
        }
        let mut row = published_as(entry, (plan.plan(), &made), &identity, plan.today);
        // the row may have been changed to what the plan says; what counts is what was published
        match before.get(row.uid.as_str()) {
            Some(before) => {
                let at_least = entry.published.map_or(0, |at| made.roster.rows()[at].sequence);
                row = row.after(before);
                (row.sequence, row.published) = match before.says_the_same(&row) {
                    true => (before.sequence.max(at_least), before.published),
                    false => ((before.sequence + 1).max(at_least), plan.today),
                };
            }
            None => added += usize::from(old.through.is_none_or(|last| entry.at.day > last)),
        }
        seen.insert(row.uid.clone());
        rows.push(row);
    }
    let left = before.values().filter(|row| !seen.contains(&row.uid));
    rows.extend(left.map(|row| left_over(row, plan.today)));
    let first = old.first_sequence;
    let through = old.through.map_or(through, |last| last.max(through));
    let days = (Some(through), Some(plan.today));
    let roster = Roster::new(days, first, rows).with_kept_past(old.kept_past.clone());
    let changes = changes((old.through, &before), &roster, plan.today);
    Ok(Publication { roster, changes, added, outdated: published.outdated })
}

/// What nothing in the plan stands for any more: the past stays, the rest is cancelled.
fn left_over(row: &PublishedOccurrence, today: Day) -> PublishedOccurrence {
    if row.is_cancelled || row.start.day < today {
        return row.clone();
    }
    PublishedOccurrence { is_cancelled: true, sequence: row.sequence + 1, published: today, ..row.clone() }
}

fn changes(
    (through, by_uid): (Option<Day>, &HashMap<&str, &PublishedOccurrence>),
    new: &Roster,
    today: Day,
) -> Vec<Republished> {
    let mut changes: Vec<Republished> = (new.rows().iter())
        .filter_map(|after| match by_uid.get(after.uid.as_str()) {
            Some(before) if before.says_the_same(after) => None,
            Some(before) => Some(Republished { before: Some((*before).clone()), after: after.clone() }),
            None => {
                let is_within = through.is_some_and(|last| after.start.day <= last) && !by_uid.is_empty();
                (is_within && !after.is_cancelled).then(|| Republished { before: None, after: after.clone() })
            }
        })
        .collect();
    changes.retain(|change| {
        let was = change.before.as_ref().map_or(change.after.start.day, |before| before.start.day);
        was.max(change.after.start.day) >= today
    });
    let start = |change: &Republished| {
        let row = change.before.as_ref().unwrap_or(&change.after);
        (row.start.day, row.start.time, row.uid.clone())
    };
    changes.sort_by_key(start);
    changes
}

/// Releases what is published after a day: it may change again without notice.
pub fn withdraw(old: &Roster, after: Day) -> Roster {
    let (kept, released): (Vec<_>, Vec<_>) = old.rows().iter().cloned().partition(|row| row.start.day <= after);
    let first = released.iter().map(|row| row.sequence + 1).fold(old.first_sequence, u32::max);
    let through = old.through.map(|last| last.min(after));
    Roster::new((through, old.published), first, kept).with_kept_past(old.kept_past.clone())
}

/// What an occurrence is known by: its item, its original day, and what tells it from others of that day.
type OccurrenceKey = (String, Day, String);

/// What is published, beside what the plan says by itself.
struct RosterComparison<'a, 's> {
    plan: &'s Snapshot<'a>,
    range: (Day, Day),
    outdated: Vec<Outdated>,
    /// Of each outdated row the occurrence of the plan that it can become: its original day, its start and its end.
    successors: HashMap<String, (Day, Moment, Option<Moment>)>,
}

impl<'a, 's> RosterComparison<'a, 's> {
    fn of(plan: &'s Snapshot<'a>, through: Day) -> Result<Self, AmendError> {
        let index = &plan.reading.index;
        let ahead = || index.roster.rows().iter().filter(|row| row.start.day >= plan.today);
        let last = ahead().map(|row| row.start.day).max().unwrap_or(through).max(through);
        let mut published = Self {
            plan,
            range: (plan.today.plus(-AROUND), last.plus(AROUND)),
            outdated: Vec::new(),
            successors: HashMap::new(),
        };
        if index.roster.is_empty() {
            return Ok(published);
        }
        let free_index = index.with_roster(Roster::default());
        let (held, free) = (published.calendar(index)?, published.calendar(&free_index)?);
        let (held_identity, free_identity) = (Identity::of(plan.plan(), &held), Identity::of(plan.plan(), &free));
        let by_key = |entry: &'_ Entry, identity: &Identity<'_>| -> OccurrenceKey {
            (identity.item(entry).into_owned(), entry.original.day, identity.part(entry).into_owned())
        };
        let free_by_key: HashMap<OccurrenceKey, &Entry> =
            free.entries.iter().map(|entry| (by_key(entry, &free_identity), entry)).collect();
        let held_by_key: HashMap<OccurrenceKey, &Entry> =
            held.entries.iter().map(|entry| (by_key(entry, &held_identity), entry)).collect();
        let is_held = |entry: &&Entry| {
            let is_answered = match entry.shifted {
                Shifted::Change(change) => {
                    let change = &plan.plan().changes[change];
                    change.move_to.is_some() || change.cancel == Some(true)
                }
                _ => false,
            };
            entry.published.is_some() && entry.at.day >= plan.today && !is_answered
        };
        let mut new_days: Vec<&Entry> = free
            .entries
            .iter()
            .filter(|entry| matches!(entry.origin, Origin::Item(_)) && entry.at.day >= plan.today)
            .filter(|entry| !held_by_key.contains_key(&by_key(entry, &free_identity)))
            .collect();
        // the item and the old original day of each occurrence that has another day now
        let mut moved: HashMap<(String, Day), Day> = HashMap::new();
        let occurrence_first = |entry: &&Entry| matches!(entry.origin, Origin::Task(..));
        let mut all: Vec<&Entry> = held.entries.iter().filter(is_held).collect();
        all.sort_by_key(occurrence_first);
        for entry in all {
            let (item, original, part) = by_key(entry, &held_identity);
            let key = (item, original, part);
            let successor = match free_by_key.get(&key) {
                Some(free) if !entry.cancelled && (free.at, free.end()) == (entry.at, entry.end()) => continue,
                _ if entry.cancelled && free_by_key.get(&key).is_none_or(|free| free.cancelled) => continue,
                Some(free) => Some(*free),
                None if matches!(entry.origin, Origin::Item(Item::Programme(..)) | Origin::Life(_)) => continue,
                None => {
                    let there = |other: &&Entry| {
                        other.origin == entry.origin && (other.original.day.0 - original.0).abs() <= APART
                    };
                    let nearest = (0..new_days.len()).filter(|at| there(&new_days[*at])).min_by_key(|at| {
                        ((new_days[*at].original.day.0 - original.0).abs(), new_days[*at].original.day)
                    });
                    match (nearest, moved.get(&(key.0.clone(), original))) {
                        (Some(at), _) => Some(new_days.remove(at)),
                        (None, Some(day)) => free_by_key.get(&(key.0.clone(), *day, key.2.clone())).copied(),
                        (None, None) => None,
                    }
                }
            };
            let row = entry.published.map(|at| held.roster.rows()[at].clone());
            let Some(row) = row else { continue };
            let moment = |at: crate::calendar::At| Moment { day: at.day, time: at.time };
            let now = successor.map(|entry| moment(entry.at));
            if let Some(free) = successor {
                let end = free.end().map(moment);
                published.successors.insert(row.uid.clone(), (free.original.day, moment(free.at), end));
                moved.insert((key.0, original), free.original.day);
            }
            published.outdated.push(Outdated { row, now });
        }
        Ok(published)
    }

    fn calendar<'i>(&self, index: &'i Index) -> Result<Calendar<'i>, AmendError>
    where
        'a: 'i,
    {
        let plan = self.plan;
        let (from, to) = self.range;
        let request = CalendarRequest { from, to, holidays: plan.holidays, without: None };
        calendar(plan.plan(), index, plan.library, &request).map_err(AmendError::Calendar)
    }

    /// What was published, with the outdated rows as they are to be.
    fn base(&self, answer: IfChanged) -> Roster {
        let old = &self.plan.reading.index.roster;
        let zone = self.plan.plan().time_zone.clone().unwrap_or_default();
        let is_outdated = |row: &PublishedOccurrence| self.outdated.iter().any(|other| other.row.uid == row.uid);
        let answered = |row: &PublishedOccurrence| match (answer, self.successors.get(&row.uid)) {
            (IfChanged::Keep, _) => Some(row.clone()),
            _ if !is_outdated(row) => Some(row.clone()),
            (IfChanged::Move, Some((original, start, end))) => Some(PublishedOccurrence {
                original: *original,
                start: *start,
                end: *end,
                zone: zone.name().to_owned(),
                is_cancelled: false,
                ..row.clone()
            }),
            // where the plan still has the day, it is held as cancelled
            (IfChanged::Cancel, Some((original, ..))) if *original == row.original => {
                Some(PublishedOccurrence { is_cancelled: true, ..row.clone() })
            }
            _ => None,
        };
        old.with_rows(old.rows().iter().filter_map(answered).collect())
    }
}
