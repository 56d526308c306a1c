//! Single dates done otherwise, and what does not work out over the whole life.

use std::ops::ControlFlow;

use super::engine::Engine;
use super::entry::{At, Problem};
use super::source::{Item, Timed};
use crate::knowledge::Holidays;
use crate::plan::settings::Change;
use crate::plan::{Index, Plan, Thing};
use crate::source::Moment;
use crate::value::Day;

/// How far one looks for the nearest dates, in days.
const NEAR: i32 = 400;
/// How long a life without end is searched for something that never happens: lunar and leap-day cadences come within.
const LONG: i32 = 10 * 366;

/// A change that speaks of an item's day: its index among the changes, and when it says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    pub change: usize,
    pub item: Item,
    pub on: Moment,
}

/// The changes of a plan that name an item and a day.
pub(super) fn said(plan: &Plan, index: &Index) -> Vec<Said> {
    let of = |(change, said): (usize, &Change)| {
        let item = item_of(index.find("item", said.item.as_ref()?.as_str())?)?;
        Some(Said { change, item, on: said.on? })
    };
    plan.changes.iter().enumerate().filter_map(of).collect()
}

/// The item with a cadence that a name stands for.
pub(super) const fn item_of(thing: Thing) -> Option<Item> {
    match thing {
        Thing::Activity(i) => Some(Item::Activity(i)),
        Thing::Content(i) => Some(Item::Content(i)),
        Thing::Review(i) => Some(Item::Review(i)),
        _ => None,
    }
}

/// Changes of nothing, and items that never happen.
pub(super) fn checks(engine: &Engine<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for Said { change, item, on } in engine.changes() {
        let Some(timed) = engine.timed_item(item) else { continue };
        let original = |day: Day| At { day, time: timed.when.time.map(|span| span.start) };
        let occurs = originals(engine, timed, (on.day, on.day))
            .into_iter()
            .any(|day| on.time.is_none() || on.time == original(day).time);
        let anytime = Timed { phases: &[], ..timed.clone() };
        if !occurs && !originals(engine, &anytime, (on.day, on.day)).is_empty() {
            problems.push(Problem::ChangeOutside { change });
        } else if !occurs {
            problems.push(Problem::ChangeOfNothing { change, near: nearest(engine, timed, on.day) });
        }
    }
    for timed in &engine.timed {
        let first = timed.from.or(engine.life.starts).unwrap_or(Day(20_000));
        let last = engine.life.ends.map_or_else(|| first.plus(LONG), |end| end.plus(-1));
        if !happens(engine, timed, (first, last)) {
            problems.push(Problem::NeverHappens { item: timed.item });
        }
    }
    problems
}

/// Whether an item has a day in a range; looked for piece by piece, so that the first five weeks usually answer.
fn happens(engine: &Engine<'_>, timed: &Timed<'_>, (first, last): (Day, Day)) -> bool {
    let (mut from, mut length) = (first, 35);
    while from <= last {
        let to = from.plus(length).min(last);
        length = 366;
        if !originals(engine, timed, (from, to)).is_empty() {
            return true;
        }
        if to == Day::MAX {
            break;
        }
        from = to.plus(1);
    }
    false
}

/// The original days of an item in a range, changes left aside.
fn originals(engine: &Engine<'_>, timed: &Timed<'_>, range: (Day, Day)) -> Vec<Day> {
    let mut days = Vec::new();
    engine.occurrences(timed, range, &mut |occurrence| {
        if range.0 <= occurrence.original.day && occurrence.original.day <= range.1 {
            days.push(occurrence.original.day);
        }
        ControlFlow::Continue(())
    });
    days
}

/// The nearest days on which an item occurs: the last before and the first two after.
fn nearest(engine: &Engine<'_>, timed: &Timed<'_>, day: Day) -> Vec<Day> {
    let days = originals(engine, timed, (day.plus(-NEAR), day.plus(NEAR)));
    let after = days.partition_point(|other| *other < day);
    days[after.saturating_sub(1)..(after + 2).min(days.len())].to_vec()
}

/// The nearest days on which an item of a plan occurs.
pub fn nearest_dates(plan: &Plan, index: &Index, holidays: &Holidays, item: Item, day: Day) -> Vec<Day> {
    let engine = Engine::new(plan, index, holidays);
    engine.timed_item(item).map(|timed| nearest(&engine, timed, day)).unwrap_or_default()
}

/// The original days of an item in a range.
pub fn dates_of(plan: &Plan, index: &Index, holidays: &Holidays, item: Item, range: (Day, Day)) -> Vec<Day> {
    let engine = Engine::new(plan, index, holidays);
    engine.timed_item(item).map(|timed| originals(&engine, timed, range)).unwrap_or_default()
}
