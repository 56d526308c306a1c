//! Days of a cadence, those told from another item or a festival included.

use std::ops::ControlFlow;

use super::engine::Engine;
use super::expand::{anchor, expand};
use super::rule;
use super::source::{Item, Timed};
use crate::cadence::{Anchor, Pattern};
use crate::knowledge::{festival, term};
use crate::plan::Thing;
use crate::value::Day;

/// Items may wait for items this deep; circles are findings of the file.
const DEPTH: u8 = 16;

/// Calls `emit` for each day of an item's cadence within a range.
pub(super) fn days(
    engine: &Engine<'_>,
    timed: &Timed<'_>,
    (from, to): (Day, Day),
    depth: u8,
    emit: &mut dyn FnMut(Day),
) {
    let start = anchor(timed.from, engine.life.starts);
    if let Pattern::Rrule(rule) = &timed.when.pattern {
        let last = rule::last_day(rule, timed.when.time, timed.zone.or(engine.zone));
        return rule::expand(rule, start, (from, last.map_or(to, |last| last.min(to))), emit);
    }
    let Pattern::Offset { from: anchor, days } = &timed.when.pattern else {
        return expand(&timed.when.pattern, start, (from, to), engine.holidays, emit);
    };
    let (first, last) = (from.plus(-days), to.plus(-days));
    match anchor {
        Anchor::Festival(which) => {
            festival::days_between(which, first, last).for_each(|day| emit(day.plus(*days)));
        }
        Anchor::Term(index) => {
            let days_of = (first.year()..=last.year()).filter_map(|year| term::day_of(year, *index));
            days_of.filter(|day| first <= *day && *day <= last).for_each(|day| emit(day.plus(*days)));
        }
        Anchor::Item(name) if depth < DEPTH => {
            let item = match engine.index.find("item", name.as_str()) {
                Some(Thing::Activity(i)) => Item::Activity(i),
                Some(Thing::Content(i)) => Item::Content(i),
                Some(Thing::Review(i)) => Item::Review(i),
                Some(Thing::Cohort(i)) => {
                    let start = engine.plan.cohorts[i].starts.filter(|day| first <= *day && *day <= last);
                    return start.into_iter().for_each(|day| emit(day.plus(*days)));
                }
                _ => return,
            };
            let Some(other) = engine.timed_item(item) else { return };
            // the other item may be moved into the range from outside
            let wide = (first.plus(-super::holiday::REACH), last.plus(super::holiday::REACH));
            engine.occurrences(other, wide, depth + 1, &mut |occurrence| {
                let day = occurrence.at.day;
                if !occurrence.cancelled && first <= day && day <= last {
                    emit(day.plus(*days));
                }
                ControlFlow::Continue(())
            });
        }
        Anchor::Item(_) => {}
    }
}
