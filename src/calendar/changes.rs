//! Single dates done otherwise, and what does not work out over the whole life.

use std::ops::ControlFlow;

use super::build::Engine;
use super::entry::{At, Problem};
use super::source::{Item, Timed};
use crate::knowledge::Holidays;
use crate::plan::{Index, Plan, Thing};
use crate::value::Day;

/// How far one looks for the nearest dates, in days.
const NEAR: i32 = 400;
/// How long a life without end is searched for something that never happens: lunar and leap-day cadences come within.
const LONG: i32 = 10 * 366;

/// The change that speaks of an occurrence, by item and original start; a change without a time speaks of the day.
pub(super) fn change_of(plan: &Plan, index: &Index, item: Item, original: At) -> Option<usize> {
    plan.changes.iter().position(|change| {
        let (Some(on), Some(name)) = (change.on, change.item.as_ref()) else { return false };
        on.day == original.day
            && (on.time.is_none() || on.time == original.time)
            && item_of(index, name.as_str()) == Some(item)
    })
}

/// The item that a change names.
pub(super) fn item_of(index: &Index, name: &str) -> Option<Item> {
    match index.find("item", name)? {
        Thing::Activity(i) => Some(Item::Activity(i)),
        Thing::Content(i) => Some(Item::Content(i)),
        Thing::Review(i) => Some(Item::Review(i)),
        _ => None,
    }
}

/// Changes of nothing, and items that never happen.
pub(super) fn checks(plan: &Plan, index: &Index, timed: &[Timed<'_>], engine: &Engine<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (number, change) in plan.changes.iter().enumerate() {
        let (Some(on), Some(name)) = (change.on, change.item.as_ref()) else { continue };
        let Some(item) = item_of(index, name.as_str()) else { continue };
        let Some(timed) = timed.iter().find(|timed| timed.item == item) else { continue };
        let original = |day: Day| At { day, time: timed.when.time.map(|span| span.start) };
        let occurs = originals(engine, timed, (on.day, on.day))
            .into_iter()
            .any(|day| on.time.is_none() || on.time == original(day).time);
        let anytime = Timed { phases: &[], ..timed.clone() };
        if !occurs && !originals(engine, &anytime, (on.day, on.day)).is_empty() {
            problems.push(Problem::ChangeOutside { change: number });
        } else if !occurs {
            problems.push(Problem::ChangeOfNothing { change: number, near: nearest(engine, timed, on.day) });
        }
    }
    for timed in timed {
        let first = timed.from.or(engine.life.starts).unwrap_or(Day(20_000));
        let last = engine.life.ends.map_or_else(|| first.plus(LONG), |end| end.plus(-1));
        if !happens(engine, timed, (first, last)) {
            problems.push(Problem::NeverHappens { item: timed.item });
        }
    }
    problems
}

/// Whether an item has a day in a range; looked for year by year, so that the first year usually answers.
fn happens(engine: &Engine<'_>, timed: &Timed<'_>, (first, last): (Day, Day)) -> bool {
    let mut from = first;
    while from <= last {
        let to = from.plus(366).min(last);
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
    engine.occurrences(timed, range, 0, &mut |occurrence| {
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
