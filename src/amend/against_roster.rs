//! What was published, beside what the plan says by itself: which dates are otherwise now, what each would become, and
//! which dates are new among those that were published.

use std::collections::{HashMap, HashSet};

use super::{AmendError, Snapshot};
use crate::calendar::{At, Calendar, CalendarRequest, Entry, Identity, Item, Origin, Shifted, calendar, published_as};
use crate::plan::Index;
use crate::roster::{PlanSays, PublishedOccurrence, Roster};
use crate::source::Moment;
use crate::value::Day;

/// How far an occurrence may be from its original day, in days.
const AROUND: i32 = 60;
/// How far the old and the new day of an occurrence are apart at most, where the days of an item change.
const APART: i32 = 15;

/// A published date whose item has another time, or does not fall on that day, by the plan as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outdated {
    /// As it was published.
    pub row: PublishedOccurrence,
    /// When it is by the plan; none where the plan has nothing for it.
    pub now: Option<Moment>,
}

/// What an occurrence is known by: its item, its original day, and what tells it from others of that day.
type OccurrenceKey = (String, Day, String);

/// What a published occurrence is by the plan: its original day, its start and its end there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Successor {
    pub original: Day,
    pub start: Moment,
    pub end: Option<Moment>,
}

/// What is published, beside what the plan says by itself.
pub(super) struct AgainstRoster<'a, 's> {
    pub plan: &'s Snapshot<'a>,
    range: (Day, Day),
    /// Dates that are otherwise now without anyone having said so.
    pub outdated: Vec<Outdated>,
    /// Of each row that is otherwise by the plan what it is there; none: nothing.
    pub successors: HashMap<String, Option<Successor>>,
    /// Dates that are new among those that were published.
    pub new: Vec<PublishedOccurrence>,
}

impl<'a, 's> AgainstRoster<'a, 's> {
    /// `is_by_hand`: whether a row was edited by hand.
    pub(super) fn of(
        plan: &'s Snapshot<'a>,
        through: Day,
        is_by_hand: &dyn Fn(&PublishedOccurrence) -> bool,
    ) -> Result<Self, AmendError> {
        let index = &plan.reading.index;
        let ahead = || index.roster.rows().iter().filter(|row| row.start.day >= plan.today);
        let last = ahead().map(|row| row.start.day).max().unwrap_or(through).max(through);
        let (outdated, successors, new) = Default::default();
        let range = (plan.today.plus(-AROUND), last.plus(AROUND));
        let mut against = Self { plan, range, outdated, successors, new };
        if !index.roster.is_empty() {
            against.compare(is_by_hand)?;
        }
        Ok(against)
    }

    fn compare(&mut self, is_by_hand: &dyn Fn(&PublishedOccurrence) -> bool) -> Result<(), AmendError> {
        let (plan, index) = (self.plan, &self.plan.reading.index);
        let free_index = index.with_roster(Roster::default());
        let (held, free) = (self.calendar(index)?, self.calendar(&free_index)?);
        let (held_names, free_names) = (Identity::of(plan.plan(), &held), Identity::of(plan.plan(), &free));
        let by_key = |entry: &'_ Entry, identity: &Identity<'_>| -> OccurrenceKey {
            (identity.item(entry).into_owned(), entry.original.day, identity.part(entry).into_owned())
        };
        let free_by_key: HashMap<OccurrenceKey, &Entry> =
            free.entries.iter().map(|entry| (by_key(entry, &free_names), entry)).collect();
        let published = held.entries.iter().filter(|entry| entry.published.is_some() && entry.at.day >= plan.today);
        let mut published: Vec<(&Entry, OccurrenceKey)> =
            published.map(|entry| (entry, by_key(entry, &held_names))).collect();
        published.sort_by_key(|(entry, _)| matches!(entry.origin, Origin::Task(..)));
        let known: HashSet<OccurrenceKey> = held.entries.iter().map(|entry| by_key(entry, &held_names)).collect();
        let mut new_days: Vec<&Entry> = (free.entries.iter())
            .filter(|entry| matches!(entry.origin, Origin::Item(_)) && entry.at.day >= plan.today && !entry.cancelled)
            .filter(|entry| !known.contains(&by_key(entry, &free_names)))
            .collect();
        let mut gone: Vec<Gone> = Vec::new();
        for (entry, key) in published.iter().filter(|(_, key)| !free_by_key.contains_key(key)) {
            gone.extend(Gone::of(entry.origin, entry.of_day, key));
        }
        // what was cancelled, and has no day in the plan any more, takes a new day with it
        let listed: HashSet<usize> = published.iter().filter_map(|(entry, _)| entry.published).collect();
        let rows = held.roster.rows().iter().enumerate();
        let cancelled: Vec<(&PublishedOccurrence, OccurrenceKey)> = rows
            .filter(|(at, row)| row.is_cancelled && row.start.day >= plan.today && !listed.contains(at))
            .map(|(_, row)| (row, (row.item.clone(), row.original, row.part().to_owned())))
            .filter(|(_, key)| !free_by_key.contains_key(key))
            .collect();
        for (row, key) in &cancelled {
            let of_day = row.part().parse().map_or(0, |number: u32| number.saturating_sub(1));
            gone.extend(held_names.origin(row).and_then(|origin| Gone::of(origin, of_day, key)));
        }
        let pairs = paired(&gone, &mut new_days);
        let as_successor =
            |now: &Entry| Successor { original: now.original.day, start: moment(now.at), end: now.end().map(moment) };
        for (row, key) in &cancelled {
            if let Some(new) = pairs.get(&(key.0.as_str(), key.1)) {
                self.successors.insert(row.uid.clone(), Some(as_successor(new)));
            }
        }
        let mut answered: HashSet<(&str, Day)> = HashSet::new();
        let mut open = answered.clone();
        for (entry, key) in &published {
            let row = entry.published.map(|at| &held.roster.rows()[at]);
            let Some(row) = row else { continue };
            let now = match (free_by_key.get(key), pairs.get(&(key.0.as_str(), key.1))) {
                (Some(free), _) => Some(*free),
                (None, _) if matches!(entry.origin, Origin::Item(Item::Programme(..)) | Origin::Life(_)) => continue,
                (None, Some(new)) if matches!(entry.origin, Origin::Item(_)) => Some(*new),
                // its steps go where the occurrence goes
                (None, Some(new)) => free_by_key.get(&(key.0.clone(), new.original.day, key.2.clone())).copied(),
                (None, None) => None,
            };
            let is_same = match now {
                Some(now) if free_by_key.contains_key(key) => {
                    entry.cancelled == now.cancelled
                        && (entry.cancelled || (now.at, now.end()) == (entry.at, entry.end()))
                }
                Some(_) => false,
                None => entry.cancelled,
            };
            if is_same {
                continue;
            }
            let now = now.map(as_successor);
            let is_cancelled_anyway = entry.cancelled && (row.instead_of.is_some() || !free_by_key.contains_key(key));
            let occurrence = (key.0.as_str(), key.1);
            let is_answered = is_by_hand(row)
                || row.instead_of == Some(says(now)) && !open.contains(&occurrence)
                || is_cancelled_anyway
                || self.is_changed(entry)
                || answered.contains(&occurrence);
            self.successors.insert(row.uid.clone(), now);
            if is_answered {
                answered.insert(occurrence);
            } else {
                open.insert(occurrence);
                self.outdated.push(Outdated { row: row.clone(), now: now.map(|now| now.start) });
            }
        }
        self.new = self.new_among_published(&new_days, (&free, &free_names));
        Ok(())
    }

    /// Whether a change of the plan moves or cancels an entry.
    fn is_changed(&self, entry: &Entry) -> bool {
        let Shifted::Change(change) = entry.shifted else { return false };
        let change = &self.plan.plan().changes[change];
        change.move_to.is_some() || change.cancel == Some(true)
    }

    /// The new dates of items that are published, within what is, as they would be published.
    fn new_among_published(
        &self,
        new_days: &[&Entry],
        (free, names): (&Calendar<'_>, &Identity<'_>),
    ) -> Vec<PublishedOccurrence> {
        let roster = &self.plan.reading.index.roster;
        let items: HashSet<&str> = roster.rows().iter().map(|row| row.item.as_str()).collect();
        let is_kept = |item: &str, day: Day| {
            roster.kept_days.iter().any(|kept| kept.item == item && kept.from <= day && day <= kept.through)
        };
        let is_new = |entry: &&&Entry| {
            let item = names.item(entry);
            roster.through.is_some_and(|through| entry.at.day <= through)
                && !matches!(entry.origin, Origin::Item(Item::Programme(..)))
                && items.contains(item.as_ref())
                && !is_kept(&item, entry.original.day)
        };
        let row = |entry: &&Entry| PublishedOccurrence {
            sequence: roster.first_sequence,
            ..published_as(entry, (self.plan.plan(), free), names, self.plan.today)
        };
        new_days.iter().filter(is_new).map(row).collect()
    }

    pub(super) fn calendar<'i>(&self, index: &'i Index) -> Result<Calendar<'i>, AmendError>
    where
        'a: 'i,
    {
        let plan = self.plan;
        let (from, to) = self.range;
        let request = CalendarRequest { from, to, holidays: plan.holidays, without: None };
        calendar(plan.plan(), index, plan.library, &request).map_err(AmendError::Calendar)
    }
}

/// What the plan says of a date.
pub(super) fn says(now: Option<Successor>) -> PlanSays {
    now.map_or(PlanSays::Nothing, |now| PlanSays::At(now.start, now.end))
}

fn moment(at: At) -> Moment {
    Moment { day: at.day, time: at.time }
}

/// A published occurrence whose own day the plan has no more.
struct Gone<'k> {
    origin: Origin,
    original: Day,
    /// Which of the times of its day.
    of_day: u32,
    item: &'k str,
}

impl<'k> Gone<'k> {
    /// None for what has no cadence, and for steps, which go with their occurrence.
    fn of(origin: Origin, of_day: u32, (item, original, _): &'k OccurrenceKey) -> Option<Self> {
        let is_timed = matches!(origin, Origin::Item(item) if !matches!(item, Item::Programme(..)));
        is_timed.then_some(Self { origin, original: *original, of_day, item })
    }
}

/// The new day that each published occurrence becomes whose own day is gone, by item and original day: the nearest pairs
/// first, each day once. What is paired is taken out of the new days.
fn paired<'k, 'e>(gone: &[Gone<'k>], new_days: &mut Vec<&'e Entry>) -> HashMap<(&'k str, Day), &'e Entry> {
    let mut by_origin: HashMap<Origin, Vec<usize>> = HashMap::new();
    for (new, entry) in new_days.iter().enumerate() {
        by_origin.entry(entry.origin).or_default().push(new);
    }
    let mut candidates = Vec::new();
    for (old, of) in gone.iter().enumerate() {
        for &new in by_origin.get(&of.origin).into_iter().flatten() {
            let other = new_days[new];
            let apart = (other.original.day.0 - of.original.0).abs();
            if apart <= APART {
                candidates.push(((apart, other.of_day != of.of_day, other.original.day), old, new));
            }
        }
    }
    candidates.sort_unstable();
    let (mut pairs, mut taken) = (HashMap::new(), HashSet::new());
    for (_, old, new) in candidates {
        let key = (gone[old].item, gone[old].original);
        if !pairs.contains_key(&key) && taken.insert(new) {
            pairs.insert(key, new_days[new]);
        }
    }
    let mut nth = 0..;
    new_days.retain(|_| nth.next().is_some_and(|at| !taken.contains(&at)));
    pairs
}
