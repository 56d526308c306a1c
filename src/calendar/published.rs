//! What was published of a plan's items, found by what it is an occurrence of.

use std::collections::{BTreeMap, HashMap, HashSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::{At, Entry, Origin};
use super::item::Item;
use super::item_names::ItemNames;
use super::zone;
use crate::plan::values::Zone;
use crate::plan::{Index, Plan};
use crate::roster::{PublishedOccurrence, Roster};
use crate::value::Day;

/// What was published of a plan's items.
#[derive(Debug)]
pub(super) struct Published<'a> {
    roster: &'a Roster,
    names: ItemNames,
    /// The rows of the occurrences themselves, not of their steps, by original day.
    rows: FxHashMap<Item, BTreeMap<Day, usize>>,
    /// How far from their original days they are held, with those of their steps: days before and after.
    reaches: FxHashMap<Item, (i32, i32)>,
    /// The days of an item whose rows are all that takes place.
    kept: Vec<(Item, (Day, Day))>,
    /// Days of an item's pattern that begin only after what is published, in order.
    withheld: FxHashMap<Item, Vec<Day>>,
    /// The original day of what was published as an occurrence of another day.
    renumbered: FxHashMap<(Item, Day), Day>,
    /// Items whose days count from another item, and move with it.
    moving: FxHashSet<Item>,
    zone: Zone,
}

impl<'a> Published<'a> {
    pub(super) fn new(plan: &Plan, index: &'a Index) -> Self {
        let (roster, zone) = (&index.roster, plan.time_zone.clone().unwrap_or_default());
        if roster.is_empty() {
            let (names, rows, reaches, kept, withheld, renumbered, moving) = Default::default();
            return Self { roster, names, rows, reaches, kept, withheld, renumbered, moving, zone };
        }
        let names = ItemNames::of(plan);
        let items: HashMap<&str, Item> = names.all().collect();
        let mut rows: FxHashMap<Item, BTreeMap<Day, usize>> = FxHashMap::default();
        // what takes place after what was cancelled, of one date
        let events = || roster.rows().iter().enumerate().filter(|(_, row)| row.part().is_empty());
        for (at, row) in
            events().filter(|(_, row)| row.is_cancelled).chain(events().filter(|(_, row)| !row.is_cancelled))
        {
            if let Some(item) = items.get(row.item.as_str()) {
                rows.entry(*item).or_default().insert(row.original, at);
            }
        }
        let mut reaches: FxHashMap<Item, (i32, i32)> = FxHashMap::default();
        for row in roster.rows() {
            if let Some(item) = items.get(row.item.as_str()).filter(|item| rows.contains_key(item)) {
                let (days, reach) = (row.start.day.0 - row.original.0, reaches.entry(*item).or_default());
                *reach = (reach.0.min(days), reach.1.max(days));
            }
        }
        let kept = roster
            .kept_days
            .iter()
            .filter_map(|past| Some((*items.get(past.item.as_str())?, (past.from, past.through))));
        let kept = kept.collect();
        let renumbered = roster.rows().iter().filter(|row| row.part().is_empty());
        let renumbered = renumbered
            .filter_map(|row| Some((*items.get(row.item.as_str())?, row)))
            .flat_map(|(item, row)| row.former_days().map(move |day| ((item, day), row.original)))
            .collect();
        let (withheld, moving) = Default::default();
        Self { roster, names, rows, reaches, kept, withheld, renumbered, moving, zone }
    }

    pub(super) const fn roster(&self) -> &'a Roster {
        self.roster
    }

    /// The items of which something is published.
    pub(super) fn items(&self) -> Vec<Item> {
        self.rows.keys().copied().collect()
    }

    /// The days for which something of an item is published: up to the last time that anything was, and from then on.
    pub(super) fn spans(&self, item: Item) -> Option<[(Day, Day); 2]> {
        let (published, through) = self.roster.published.zip(self.roster.through)?;
        let first = self.rows.get(&item)?.keys().next()?;
        Some([(*first, published.plus(-1).min(through)), (published, through)])
    }

    /// The days of an item's pattern that are not published begin after what is.
    pub(super) fn withhold(&mut self, item: Item, new_days: Vec<Day>) {
        let withheld = self.withheld.entry(item).or_default();
        withheld.extend(new_days);
        withheld.sort_unstable();
    }

    /// The days of an item's pattern in a range that are not published.
    pub(super) fn new_days(&self, item: Item, generated: Vec<Day>) -> Vec<Day> {
        let rows = self.rows.get(&item);
        generated.into_iter().filter(|day| rows.is_none_or(|rows| !rows.contains_key(day))).collect()
    }

    /// The first day that is published and that a pattern does not give any more.
    pub(super) fn first_gone(&self, item: Item, range: (Day, Day), generated: &[Day]) -> Option<Day> {
        self.held_days(item, range).into_iter().find(|day| !generated.contains(day))
    }

    /// The original day of the occurrence that is known by a day: the one under which it was first published, or its own.
    pub(super) fn original_of(&self, item: Item, day: Day) -> Day {
        let is_own = self.rows.get(&item).is_some_and(|rows| rows.contains_key(&day));
        if is_own { day } else { self.renumbered.get(&(item, day)).copied().unwrap_or(day) }
    }

    /// The days of an item are not held; each that it still has is found again by its row.
    pub(super) fn leave(&mut self, item: Item) {
        self.moving.insert(item);
    }

    /// Whether a day is one of those of an item that are listed as a whole.
    pub(super) fn is_kept(&self, item: Item, day: Day) -> bool {
        self.kept.iter().any(|(of, (from, through))| *of == item && *from <= day && day <= *through)
    }

    /// The original days of an item in a range on which it is published, and not as cancelled; in its past also those.
    fn held_days(&self, item: Item, (from, to): (Day, Day)) -> Vec<Day> {
        let Some(rows) = self.rows.get(&item).filter(|_| from <= to) else {
            return Vec::new();
        };
        let moves = self.moving.contains(&item);
        let is_held =
            |(day, row): &(&Day, &usize)| !moves && !self.row(**row).is_cancelled || self.is_kept(item, **day);
        let held = rows.range(from..=to).filter(is_held);
        held.map(|(day, _)| *day).collect()
    }

    /// Adds the days that are published to those of an item's pattern, and takes out those that begin only after them.
    pub(super) fn adjust(&self, item: Item, range: (Day, Day), days: &mut Vec<Day>) {
        let Some(rows) = self.rows.get(&item) else { return };
        if let Some(withheld) = self.withheld.get(&item) {
            days.retain(|day| withheld.binary_search(day).is_err() || rows.contains_key(day));
        }
        let held = self.held_days(item, range);
        if held.iter().any(|day| !days.contains(day)) {
            days.extend(held);
            days.sort_unstable();
            days.dedup();
        }
    }

    pub(super) fn row(&self, at: usize) -> &'a PublishedOccurrence {
        &self.roster.rows()[at]
    }

    /// The row of an occurrence of an item: that of one of the times of a day, from 0.
    pub(super) fn of(&self, item: Item, original: Day, number: usize) -> Option<usize> {
        let first = self.rows.get(&item)?.get(&original).copied();
        if number == 0 { first } else { self.of_step(item, (original, number), "") }
    }

    /// How far from their original days the rows of an item are held: days before and after.
    pub(super) fn reach(&self, item: Item) -> (i32, i32) {
        self.reaches.get(&item).copied().unwrap_or_default()
    }

    /// How many days earlier or later than its day in the plan something may be held that comes from no cadence; none where
    /// that cannot be told from the days alone.
    pub(super) fn scatter(&self, plan: &Plan) -> Option<i32> {
        // a check is found by the day of the first post, which a holiday may put some weeks after it
        const CHECK: i32 = 60;
        let mut days = 0;
        let timed: HashSet<&str> = self.names.all().filter(|(_, item)| is_timed(*item)).map(|(name, _)| name).collect();
        for row in self.roster.rows().iter().filter(|row| !timed.contains(row.item.as_str())) {
            let is_check = row.item.ends_with(".check");
            if is_check && plan.changes.iter().any(|change| change.move_to.is_some()) {
                return None;
            }
            let apart = (self.start(row).day.0 - row.original.0).abs();
            days = days.max(if is_check { apart + CHECK } else { apart });
        }
        Some(days)
    }

    /// When a row is held, on the wall of the plan's zone.
    pub(super) fn start(&self, row: &PublishedOccurrence) -> At {
        start_of(row, &self.zone)
    }

    /// How many minutes something lasts that is held as it was published: those of the plan, where they lead to the same
    /// end.
    pub(super) fn minutes(row: &PublishedOccurrence, at: At, minutes: Option<i32>) -> Option<i32> {
        let Some(end) = row.end else { return minutes.map(|n| n.min(1440)).filter(|_| row.start.time.is_none()) };
        let (start, end) = (At { day: row.start.day, time: row.start.time }, At { day: end.day, time: end.time });
        let length = i32::try_from(end.minute() - start.minute()).unwrap_or(i32::MAX);
        let length = if at.time.is_some() { length } else { length.saturating_add(1440) };
        let is_same = minutes.is_some_and(|minutes| minutes == length || end == at.plus(minutes));
        if is_same { minutes } else { Some(length) }
    }

    /// Whether anything of an item is published.
    pub(super) fn has(&self, item: Item) -> bool {
        self.rows.contains_key(&item)
    }

    /// The row of a step of an occurrence.
    pub(super) fn of_step(&self, item: Item, (original, number): (Day, usize), step: &str) -> Option<usize> {
        let number = (number > 0).then(|| (number + 1).to_string());
        let parts = number.as_deref().into_iter().chain(Some(step).filter(|step| !step.is_empty()));
        self.roster.find(self.names.get(item)?, original, &parts.collect::<Vec<_>>().join("/"))
    }

    /// Holds an entry that comes from no cadence – of a programme, or of the life – as it was published.
    pub(super) fn hold(&self, entry: &mut Entry) {
        if self.roster.is_empty() {
            return;
        }
        let item = match entry.origin {
            Origin::Item(item) => self.names.get(item).unwrap_or_default().to_owned(),
            Origin::Life(milestone) => self.names.of_life(milestone),
            Origin::Task(..) => return,
        };
        entry.published = self.roster.find(&item, entry.original.day, "");
        if let Some(row) = entry.published.map(|at| self.row(at)) {
            entry.minutes = Self::minutes(row, entry.at, entry.minutes);
            entry.at = self.start(row);
            entry.cancelled = row.is_cancelled;
        }
    }
}

/// Whether something has a cadence.
const fn is_timed(item: Item) -> bool {
    !matches!(item, Item::Programme(..))
}

/// When a row is held, on the wall of a zone.
pub(super) fn start_of(row: &PublishedOccurrence, on: &Zone) -> At {
    let at = At { day: row.start.day, time: row.start.time };
    let Some(time) = row.start.time.filter(|_| row.zone != on.name()) else { return at };
    let there = row.zone.parse::<Zone>().ok().and_then(|zone| zone::convert(at.day, time, &zone, on));
    there.map_or(at, |(day, time)| At { day, time: Some(time) })
}
