//! When the items of a plan take place: pattern, then life and phase, then holiday, then change, then the plan's zone.
//!
//! It only answers; entries are laid out by `sheet`.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use super::build::MAX_ENTRIES;
use super::changes::{Said, said};
use super::entry::{At, Shifted, Who};
use super::holiday;
use super::life::Life;
use super::offset;
use super::source::{Item, Timed, timed};
use crate::knowledge::Holidays;
use crate::plan::activities::{Mode, OnHoliday};
use crate::plan::values::Zone;
use crate::plan::{Index, Plan, Thing};
use crate::value::Day;

/// One occurrence of an item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence {
    pub original: At,
    pub at: At,
    pub shifted: Shifted,
    pub cancelled: bool,
    pub provisional: bool,
    pub collides: bool,
}

/// What is needed to tell when the items of a plan take place.
pub(super) struct Engine<'a> {
    pub plan: &'a Plan,
    pub index: &'a Index,
    pub timed: Vec<Timed<'a>>,
    /// By item, those of one item in the order of the plan.
    said: Vec<Said>,
    /// Where each item stands in `timed`.
    places: HashMap<Item, usize>,
    /// The items that wait for too many others, one for the next, to ever take place.
    late: HashSet<Item>,
    pub holidays: &'a Holidays,
    pub life: Life,
    pub zone: Option<&'a Zone>,
}

impl<'a> Engine<'a> {
    pub(super) fn new(plan: &'a Plan, index: &'a Index, holidays: &'a Holidays) -> Self {
        let life = Life::of(&plan.lifecycle);
        let (timed, mut said) = (timed(plan), said(plan, index));
        said.sort_by_key(|said| said.item);
        let places = timed.iter().enumerate().map(|(at, timed)| (timed.item, at)).collect();
        let late = offset::late(&timed, index);
        Self { plan, index, timed, said, places, late, holidays, life, zone: plan.time_zone.as_ref() }
    }

    pub(super) fn timed_item(&self, item: Item) -> Option<&Timed<'a>> {
        self.places.get(&item).map(|at| &self.timed[*at])
    }

    /// The changes of an item, in the order of the plan.
    pub(super) fn said_of(&self, item: Item) -> &[Said] {
        let first = self.said.partition_point(|said| said.item < item);
        let count = self.said[first..].partition_point(|said| said.item == item);
        &self.said[first..first + count]
    }

    /// The changes of all items, in the order of the plan.
    pub(super) fn changes(&self) -> Vec<Said> {
        let mut said = self.said.clone();
        said.sort_by_key(|said| said.change);
        said
    }

    /// Whether an item waits for too many others to ever take place.
    pub(super) fn is_late(&self, item: Item) -> bool {
        self.late.contains(&item)
    }

    /// Calls `emit` for each occurrence whose original day lies in the range, and for those that a change brings in.
    pub(super) fn occurrences(
        &self,
        timed: &Timed<'_>,
        range: (Day, Day),
        emit: &mut dyn FnMut(Occurrence) -> ControlFlow<()>,
    ) {
        let mut days = self.originals(timed, range);
        // a change may move something into the range from outside
        for day in self.said_of(timed.item).iter().map(|said| said.on.day) {
            if day < range.0 || range.1 < day {
                self.days(timed, (day, day), &mut days);
            }
        }
        for day in days {
            if let Some(occurrence) = self.occurrence(timed, day)
                && emit(occurrence).is_break()
            {
                return;
            }
        }
    }

    /// The original days that lie in the range.
    pub(super) fn originals(&self, timed: &Timed<'_>, range: (Day, Day)) -> Vec<Day> {
        let mut days = Vec::new();
        self.days(timed, range, &mut days);
        days
    }

    /// The days of the pattern itself, within the item's own bounds, its phases and the life.
    fn days(&self, timed: &Timed<'_>, (from, to): (Day, Day), out: &mut Vec<Day>) {
        let from = timed.from.map_or(from, |own| own.max(from)).max(self.life.starts.unwrap_or(Day::MIN));
        let to = timed.until.map_or(to, |own| own.min(to)).min(self.life.ends.map_or(Day::MAX, |end| end.plus(-1)));
        if to < from {
            return;
        }
        let lives = |day: Day| {
            timed.phases.is_empty() || self.life.phase(day).is_none_or(|phase| timed.phases.contains(&phase))
        };
        offset::days(self, timed, (from, to), &mut |day| {
            if out.len() <= MAX_ENTRIES && lives(day) {
                out.push(day);
            }
        });
    }

    /// What becomes of one day of the pattern: holiday, then change, then the plan's zone.
    pub(super) fn occurrence(&self, timed: &Timed<'_>, day: Day) -> Option<Occurrence> {
        let time = timed.when.time.map(|span| span.start);
        let original = At { day, time };
        let policy = timed.on_holiday;
        let placed = holiday::place(day, policy.unwrap_or(OnHoliday::Keep), self.holidays)?;
        let depends = policy.is_some_and(|policy| policy != OnHoliday::Keep) || timed.when.depends_on_notice();
        let is_offline = matches!(timed.item, Item::Activity(i) if self.plan.activities[i].mode == Some(Mode::Offline));
        let mut occurrence = Occurrence {
            original,
            at: At { day: placed, time },
            shifted: if placed == day { Shifted::No } else { Shifted::Holiday },
            cancelled: false,
            provisional: depends && self.holidays.awaited(day).is_some(),
            collides: is_offline && policy.is_none() && holiday::is_holiday(day, self.holidays),
        };
        let is_said = |said: &&Said| {
            let at_time = said.on.time.is_none() || said.on.time == original.time;
            said.on.day == original.day && at_time
        };
        if let Some(change) = self.said_of(timed.item).iter().find(is_said).map(|said| said.change) {
            let said = &self.plan.changes[change];
            occurrence.cancelled = said.cancel == Some(true);
            if let Some(to) = said.move_to {
                occurrence.at = At { day: to.day, time: to.time.or(time) };
            }
            occurrence.shifted = Shifted::Change(change);
        }
        occurrence.at = self.in_plan_zone(timed, occurrence.at);
        Some(occurrence)
    }

    /// Wall time of the item's zone → wall time of the plan's zone.
    fn in_plan_zone(&self, timed: &Timed<'_>, at: At) -> At {
        let (Some(own), Some(time)) = (timed.zone, at.time) else { return at };
        let utc = Zone::default();
        let zone = self.zone.unwrap_or(&utc);
        if own == zone {
            return at;
        }
        super::zone::convert(at.day, time, own, zone).map_or(at, |(day, time)| At { day, time: Some(time) })
    }

    pub(super) fn who(&self, name: Option<&str>) -> Who {
        match name.and_then(|name| self.index.holder(name)) {
            Some(Thing::Person(person)) => Who { person: Some(person), role: None },
            Some(Thing::Role(role)) => Who { person: None, role: Some(role) },
            _ => Who::default(),
        }
    }
}
