//! Problems of the whole life: changes that name no occurrence, and items that never take place.

use std::ops::ControlFlow;

use super::contents::Problem;
use super::engine::Engine;
use super::item::RecurringItem;
use super::overrides::Override;
use crate::value::Day;

/// How far from a day the nearest occurrences are searched, in days.
const NEAR: i32 = 400;
/// How long a life without end is searched for something that never happens: lunar and leap-day cadences come within.
const LONG: i32 = 10 * 366;

/// Changes that name no occurrence, and items that never take place.
pub(super) fn checks(engine: &Engine<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for Override { change, item, on, .. } in engine.overrides() {
        let Some(recurring) = engine.timed_item(item) else { continue };
        let at_time = on.time.is_none() || recurring.when.times().any(|span| Some(span.start) == on.time);
        let occurs =
            |recurring: &RecurringItem<'_>| at_time && !original_days(engine, recurring, (on.day, on.day)).is_empty();
        let anytime = RecurringItem { phases: &[], ..recurring.clone() };
        if !occurs(recurring) && occurs(&anytime) {
            problems.push(Problem::ChangeOutside { change });
        } else if !occurs(recurring) {
            problems.push(Problem::ChangeOfNothing { change, near: nearest(engine, recurring, on.day) });
        }
    }
    for recurring in &engine.recurring {
        let first = recurring.from.or(engine.life.starts).unwrap_or(Day(20_000));
        let last = engine.life.ends.map_or_else(|| first.plus(LONG), |end| end.plus(-1));
        if !happens(engine, recurring, (first, last)) {
            problems.push(Problem::NeverHappens { item: recurring.item });
        }
    }
    problems
}

/// Whether an item has a day in a range; looked for piece by piece, so that the first five weeks usually answer.
fn happens(engine: &Engine<'_>, recurring: &RecurringItem<'_>, (first, last): (Day, Day)) -> bool {
    let (mut from, mut length) = (first, 35);
    while from <= last {
        let to = from.plus(length).min(last);
        length = 366;
        if !original_days(engine, recurring, (from, to)).is_empty() {
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
pub(super) fn original_days(engine: &Engine<'_>, recurring: &RecurringItem<'_>, range: (Day, Day)) -> Vec<Day> {
    let mut days = Vec::new();
    engine.listed(recurring, range, &mut |decision| {
        if range.0 <= decision.original.day && decision.original.day <= range.1 {
            days.push(decision.original.day);
        }
        ControlFlow::Continue(())
    });
    days
}

/// The nearest days on which an item occurs: the last before and the first two after.
pub(super) fn nearest(engine: &Engine<'_>, recurring: &RecurringItem<'_>, day: Day) -> Vec<Day> {
    let days = original_days(engine, recurring, (day.plus(-NEAR), day.plus(NEAR)));
    let after = days.partition_point(|other| *other < day);
    days[after.saturating_sub(1)..(after + 2).min(days.len())].to_vec()
}

#[cfg(test)]
mod tests {
    use super::super::entry::Origin;
    use super::super::item::Item;
    use super::super::scheduler::{CalendarRequest, calendar};
    use super::*;
    use crate::knowledge::Holidays;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    /// The problems of a weekly evening with these changes, and the days in December on which it is held.
    fn december(changes: &str) -> (Vec<Problem>, Vec<String>) {
        let text = format!(
            "language = \"en\"\n[lifecycle]\nstarts = 2026-12-01\ndays = 60\n[[activities]]\nid = \"talk\"\n\
             when = \"every Wed 20:00\"\n{changes}"
        );
        let (library, mut buffer) = (Library::default(), String::new());
        let reading = read(&Document::parse(&text, &mut buffer), &library);
        assert!(reading.is_sound(), "{:?}", reading.findings);
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let request = CalendarRequest {
            from: day("2026-12-01"),
            to: day("2026-12-31"),
            holidays: Holidays::none(),
            without: None,
        };
        let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
        let held = made.entries.iter().filter(|entry| entry.origin == Origin::Item(Item::Activity(0)));
        let held = held.filter(|entry| !entry.cancelled).map(|entry| entry.at.day.to_string()).collect();
        let problems = made.problems.into_iter();
        (problems.filter(|problem| matches!(problem, Problem::ChangeOfNothing { .. })).collect(), held)
    }

    #[test]
    fn a_change_names_a_day_and_maybe_a_time() {
        let cancel = |on: &str| format!("[[changes]]\nitem = \"talk\"\non = {on}\ncancel = true\n");
        let rest = ["2026-12-02", "2026-12-16", "2026-12-23", "2026-12-30"];
        for on in ["2026-12-09", "2026-12-09T20:00:00"] {
            let (problems, held) = december(&cancel(on));
            assert_eq!((problems.len(), held), (0, rest.map(str::to_owned).to_vec()), "{on}");
        }
        let (problems, held) = december(&cancel("2026-12-09T19:00:00"));
        let near = ["2026-12-02", "2026-12-09", "2026-12-16"].map(|day| day.parse().expect("a day")).to_vec();
        assert_eq!((problems, held.len()), (vec![Problem::ChangeOfNothing { change: 0, near }], 5));
    }

    #[test]
    fn a_change_of_the_new_date_of_a_moved_one_names_nothing() {
        let moved = "[[changes]]\nitem = \"talk\"\non = 2026-12-09\nmove_to = 2026-12-10T20:00:00\n";
        let wrong = "[[changes]]\nitem = \"talk\"\non = 2026-12-10\ncancel = true\n";
        let (problems, held) = december(&format!("{moved}{wrong}"));
        let near = ["2026-12-09", "2026-12-16", "2026-12-23"].map(|day| day.parse().expect("a day")).to_vec();
        assert_eq!(problems, [Problem::ChangeOfNothing { change: 1, near }]);
        assert_eq!(held, ["2026-12-02", "2026-12-10", "2026-12-16", "2026-12-23", "2026-12-30"]);
    }
}
