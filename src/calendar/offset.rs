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

#[cfg(test)]
mod tests {
    use super::super::{Origin, Request, calendar};
    use super::*;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    /// The days of the first content of a plan in a range, as it is held.
    fn held(text: &str, from: &str, to: &str) -> Vec<String> {
        let (mut buffer, library) = (String::new(), Library::default());
        let reading = read(&Document::parse(&format!("language = \"en\"\n{text}"), &mut buffer), &library);
        let request = Request { from: day(from), to: day(to), holidays: Holidays::none(), without: None };
        let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
        let held =
            made.entries.iter().filter(|entry| entry.origin == Origin::Item(Item::Content(0)) && !entry.cancelled);
        held.map(|entry| entry.at.day.to_string()).collect()
    }

    #[test]
    fn days_from_a_cohort_and_from_what_moves() {
        let cohort = "[[content]]\nwhen = \"3 days before k\"\n[[cohorts]]\nid = \"k\"\nstarts = 2026-12-07\n";
        assert_eq!(held(cohort, "2026-12-01", "2026-12-31"), ["2026-12-04"]);
        assert_eq!(held(cohort, "2026-12-04", "2026-12-04"), ["2026-12-04"]);
        assert!(
            held(cohort, "2027-12-05", "2027-12-31").is_empty() && held(cohort, "2025-12-01", "2025-12-31").is_empty()
        );
        let moved = "[[content]]\nwhen = \"1 day after talk\"\n[[activities]]\nid = \"talk\"\nwhen = \"every Wed 20:00\"\n\
            [[changes]]\nitem = \"talk\"\non = 2026-12-09\nmove_to = 2026-12-11\n[[changes]]\nitem = \"talk\"\non = 2026-12-16\ncancel = true\n";
        assert_eq!(held(moved, "2026-12-01", "2026-12-31"), ["2026-12-03", "2026-12-12", "2026-12-24", "2026-12-31"]);
    }

    #[test]
    fn days_from_a_term_lie_within_the_range() {
        // the winter solstice of 2026 is on 22 December, that of 2027 too
        let when = Cadence::parse("3 days before winter solstice").expect("a cadence");
        let of = |from: &str, to: &str| -> Vec<String> {
            days_of(&when, day(from), (day(from), day(to)), Holidays::none()).iter().map(Day::to_string).collect()
        };
        assert_eq!(of("2026-01-01", "2027-12-31"), ["2026-12-19", "2027-12-19"]);
        assert!(of("2026-01-01", "2026-12-18").is_empty() && of("2026-12-20", "2027-12-18").is_empty());
    }

    #[test]
    fn items_wait_for_sixteen_others_and_not_for_more() {
        let chain = |length: usize| {
            let mut text = format!(
                "[[content]]\nid = \"i0\"\nwhen = \"{}\"\n",
                if length == 0 { "2026-12-01" } else { "1 day after i1" }
            );
            for n in 1..=length {
                let when = if n == length { "2026-12-01".to_owned() } else { format!("1 day after i{}", n + 1) };
                text += &format!("[[content]]\nid = \"i{n}\"\nwhen = \"{when}\"\n");
            }
            held(&text, "2026-12-01", "2027-01-31")
        };
        assert_eq!((chain(0), chain(1)), (vec!["2026-12-01".to_owned()], vec!["2026-12-02".to_owned()]));
        assert_eq!(chain(16), ["2026-12-17"]);
        assert!(chain(17).is_empty());
    }
}
