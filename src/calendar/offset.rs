//! Days of a cadence, those told from another item or a festival included.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use super::changes::item_of;
use super::engine::Engine;
use super::expand::{anchor, expand};
use super::rule;
use super::source::{Item, Timed};
use crate::cadence::{Anchor, Cadence, Pattern};
use crate::knowledge::{Holidays, festival, term};
use crate::plan::values::Zone;
use crate::plan::{Index, Thing};
use crate::value::Day;

/// Items may wait for items this deep; circles are findings of the file.
const DEPTH: usize = 16;

/// Calls `emit` for each day of an item's cadence within a range.
pub(super) fn days(engine: &Engine<'_>, timed: &Timed<'_>, (from, to): (Day, Day), emit: &mut dyn FnMut(Day)) {
    let Pattern::Offset { from: Anchor::Item(name), days } = &timed.when.pattern else {
        let start = anchor(timed.from, engine.life.starts);
        let zone = timed.zone.or(engine.zone);
        return of_cadence(timed.when, start, zone, (from, to), engine.holidays, emit);
    };
    if engine.is_late(timed.item) {
        return;
    }
    let (first, last) = (from.plus(-days), to.plus(-days));
    let other = engine.index.find("item", name.as_str());
    if let Some(Thing::Cohort(i)) = other {
        let start = engine.plan.cohorts[i].starts.filter(|day| first <= *day && *day <= last);
        return start.into_iter().for_each(|day| emit(day.plus(*days)));
    }
    let Some(item) = other.and_then(item_of) else { return };
    let Some(other) = engine.timed_item(item) else { return };
    // the other item may be moved into the range from outside
    let wide = (first.plus(-super::holiday::REACH), last.plus(super::holiday::REACH));
    engine.occurrences(other, wide, &mut |occurrence| {
        let day = occurrence.at.day;
        if !occurrence.cancelled && first <= day && day <= last {
            emit(day.plus(*days));
        }
        ControlFlow::Continue(())
    });
}

/// The items that wait for more than [`DEPTH`] others, one for the next, or in a circle.
pub(super) fn late(timed: &[Timed<'_>], index: &Index) -> HashSet<Item> {
    let other = |timed: &Timed<'_>| match &timed.when.pattern {
        Pattern::Offset { from: Anchor::Item(name), .. } => item_of(index.find("item", name.as_str())?),
        _ => None,
    };
    let waits: HashMap<Item, Item> = timed.iter().filter_map(|timed| Some((timed.item, other(timed)?))).collect();
    let is_late =
        |item: &Item| std::iter::successors(Some(*item), |item| waits.get(item).copied()).nth(DEPTH + 1).is_some();
    waits.keys().copied().filter(is_late).collect()
}

/// The days of a cadence by itself in a range, in order, as if an item began on `start`. One that counts from another
/// item of a plan has none here.
pub fn days_of(when: &Cadence, start: Day, (from, to): (Day, Day), holidays: &Holidays) -> Vec<Day> {
    let mut days = Vec::new();
    of_cadence(when, start, None, (from.max(start), to), holidays, |day| days.push(day));
    days
}

fn of_cadence(
    when: &Cadence,
    start: Day,
    zone: Option<&Zone>,
    (from, to): (Day, Day),
    holidays: &Holidays,
    mut emit: impl FnMut(Day),
) {
    match &when.pattern {
        Pattern::Rrule(rule) => {
            let last = rule::last_day(rule, when.time, zone);
            rule::expand(rule, start, (from, last.map_or(to, |last| last.min(to))), &mut emit);
        }
        Pattern::Offset { from: anchor, days } => {
            let (first, last) = (from.plus(-days), to.plus(-days));
            let mut shifted = |day: Day| emit(day.plus(*days));
            match anchor {
                Anchor::Festival(which) => festival::days_between(which, first, last).for_each(shifted),
                Anchor::Term(index) => (first.year()..=last.year())
                    .filter_map(|year| term::day_of(year, *index))
                    .filter(|day| first <= *day && *day <= last)
                    .for_each(&mut shifted),
                Anchor::Item(_) => {}
            }
        }
        pattern => expand(pattern, start, (from, to), holidays, emit),
    }
}
