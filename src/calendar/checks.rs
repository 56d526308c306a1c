//! Problems of the whole life: changes that name no occurrence, and items that never take place.

use std::ops::ControlFlow;

use super::contents::Problem;
use super::dates;
use super::engine::Engine;
use super::item::RecurringItem;
use super::overrides::{Override, item_of};
use crate::cadence::{Anchor, Pattern};
use crate::knowledge::lunar;
use crate::plan::Thing;
use crate::value::Day;

/// How far from a day the nearest occurrences are searched, in days.
const NEAR: i32 = 400;
/// How many items a chain of offsets is followed.
const CHAIN: u32 = 16;

/// Changes that name no occurrence, and items that never take place.
pub(super) fn checks(engine: &Engine<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for Override { change, item, on, .. } in engine.overrides.in_order() {
        let Some(recurring) = engine.timed_item(item) else { continue };
        let at_time = on.time.is_none() || recurring.when.times().any(|span| Some(span.start) == on.time);
        let occurs = |recurring: &RecurringItem<'_>| at_time && has_day(engine, recurring, (on.day, on.day));
        // a date that was published is one, also where it was cancelled
        if engine.published.of(item, on.day, 0).is_some() {
            continue;
        }
        let anytime = RecurringItem { phases: &[], ..recurring.clone() };
        if !occurs(recurring) && occurs(&anytime) {
            problems.push(Problem::ChangeOutside { change });
        } else if !occurs(recurring) {
            problems.push(Problem::ChangeOfNothing { change, near: nearest(engine, recurring, on.day) });
        }
    }
    for recurring in &engine.recurring {
        if let Some(range) = whole_search(engine, recurring, CHAIN)
            && !happens(engine, recurring, range)
        {
            problems.push(Problem::NeverHappens { item: recurring.item });
        }
    }
    problems
}

/// Items by the lunar calendar that may take place on days of a range for which it is not known.
pub(super) fn beyond_almanac(engine: &Engine<'_>, (from, to): (Day, Day)) -> Vec<Problem> {
    let (first, last) = lunar::known();
    let by_moon = engine.recurring.iter().filter(|recurring| dates::of_almanac(recurring.when));
    let unknown = by_moon.filter(|recurring| {
        let starts = recurring.from.or(engine.life.starts).map_or(from, |starts| starts.max(from));
        let ends = [recurring.until, engine.life.ends.map(|end| end.plus(-1))].into_iter().flatten().fold(to, Day::min);
        starts <= ends && (starts < first || last < ends)
    });
    unknown.map(|recurring| Problem::LunarUnknown { item: recurring.item }).collect()
}

/// The days in which an item takes place if it ever does; none where no search can be complete.
fn whole_search(engine: &Engine<'_>, recurring: &RecurringItem<'_>, chain: u32) -> Option<(Day, Day)> {
    let ends = engine.life.ends.map(|end| end.plus(-1));
    let last = [ends, recurring.until].into_iter().flatten().min();
    let starts = recurring.from.or(engine.life.starts);
    let found = match &recurring.when.pattern {
        Pattern::Offset { from: Anchor::Item(name), days } => {
            let other = match engine.index.find("item", name.as_str()) {
                Some(Thing::Cohort(at)) => engine.plan.cohorts[at].starts.map(|day| (day, day)),
                other => other
                    .and_then(item_of)
                    .and_then(|item| engine.timed_item(item))
                    .filter(|_| chain > 0)
                    .and_then(|other| whole_search(engine, other, chain - 1)),
            };
            // a change may move the other item
            other.map(|(first, last)| (first.plus(days - NEAR), last.plus(days + NEAR)))
        }
        _ => dates::horizon(recurring.when, starts),
    };
    match found {
        Some((first, end)) => {
            Some((starts.map_or(first, |own| own.max(first)), last.map_or(end, |last| last.min(end))))
        }
        // what else may skip centuries, or go on where no table reaches
        None => {
            let (first, last) = (starts?, last?);
            let (from, to) = lunar::known();
            (!dates::of_almanac(recurring.when) || from <= first && last <= to).then_some((first, last))
        }
    }
}

/// Whether an item has a day in a range; looked for piece by piece, so that the first five weeks usually answer.
fn happens(engine: &Engine<'_>, recurring: &RecurringItem<'_>, (first, last): (Day, Day)) -> bool {
    let (mut from, mut length) = (first, 35);
    while from <= last {
        let to = from.plus(length).min(last);
        length = 366;
        if has_day(engine, recurring, (from, to)) {
            return true;
        }
        if to == Day::MAX {
            break;
        }
        from = to.plus(1);
    }
    false
}

/// Whether an item has a day in a range, changes left aside.
fn has_day(engine: &Engine<'_>, recurring: &RecurringItem<'_>, range: (Day, Day)) -> bool {
    let mut is_found = false;
    engine.listed(recurring, range, &mut |decision| {
        is_found = range.0 <= decision.original.day && decision.original.day <= range.1;
        if is_found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    is_found
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

    #[test]
    fn what_the_almanac_does_not_know_is_said() {
        let made = |when: &str, more: &str, (from, to): (&str, &str)| -> (usize, Vec<String>) {
            let text = format!("language = \"en\"\n[[activities]]\nid = \"a\"\nwhen = \"{when}\"\n{more}");
            let (library, mut buffer) = (Library::default(), String::new());
            let reading = read(&Document::parse(&text, &mut buffer), &library);
            let day = |text: &str| text.parse::<Day>().expect("a day");
            let request = CalendarRequest { from: day(from), to: day(to), holidays: Holidays::none(), without: None };
            let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
            let unknown = made.problems.iter().filter(|problem| matches!(problem, Problem::LunarUnknown { .. }));
            let held = made.entries.iter().filter(|entry| entry.origin == Origin::Item(Item::Activity(0)));
            (unknown.count(), held.map(|entry| entry.at.day.to_string()).collect())
        };
        let turn = ("2056-12-01", "2057-01-31");
        let new_moon = "1st of the lunar month";
        assert_eq!(made(new_moon, "", ("2056-12-01", "2056-12-31")), (0, vec!["2056-12-07".to_owned()]));
        assert_eq!(made(new_moon, "", turn), (1, vec!["2056-12-07".to_owned()]));
        assert_eq!(made(new_moon, "until = 2056-12-20", turn).0, 0);
        assert_eq!(made("30th of the lunar month", "", turn), (1, vec!["2056-12-06".to_owned()]));
        assert_eq!(made("winter solstice", "", ("1957-12-01", "1958-12-31")).0, 1);
        assert_eq!(made("Christmas", "", turn), (0, vec!["2056-12-25".to_owned()]));
        assert_eq!(made("last day of the lunar month", "", ("1958-01-01", "1958-01-31")).1, ["1958-01-19"]);
    }

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
    fn only_what_was_searched_to_its_end_never_happens() {
        let never = |plan: &str| {
            let (library, mut buffer) = (Library::default(), String::new());
            let text = format!("language = \"en\"\n{plan}");
            let reading = read(&Document::parse(&text, &mut buffer), &library);
            assert!(reading.is_sound(), "{:?}", reading.findings);
            let engine = Engine::new(&reading.plan, &reading.index, Holidays::none());
            checks(&engine).len()
        };
        let item = |when: &str, more: &str| format!("[[activities]]\nid = \"a\"\nwhen = \"{when}\"\n{more}");
        for (when, more, found) in [
            ("2035-05-15", "", 0),
            ("2019-05-15", "", 0),
            ("2035-05-15", "from = 2036-01-01", 1),
            ("2035-05-15", "until = 2034-01-01", 1),
            ("yearly on 29 Feb", "from = 2096-03-01", 0),
            ("5th Thu of Feb", "from = 2024-03-01", 0),
            ("lunar leap 12-1", "", 1),
            ("lunar leap 11-1", "", 0),
            ("lunar 8-15", "from = 2060-01-01", 0),
            ("lunar 8-15", "from = 2056-10-01", 0),
            ("lunar 8-15", "from = 2050-10-01\nuntil = 2051-08-01", 1),
            ("Mother's Day", "from = 2060-06-01\nuntil = 2061-04-01", 1),
            ("lunar 12-30", "", 0),
            ("23rd workday of Feb", "", 1),
            ("RRULE:FREQ=YEARLY;INTERVAL=300;BYMONTH=2;BYMONTHDAY=29", "from = 2027-01-01", 0),
            ("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "from = 2027-01-01\nuntil = 2029-01-01", 1),
        ] {
            assert_eq!(never(&item(when, more)), found, "{when} {more}");
        }
        let life = "[lifecycle]\nstarts = 2026-12-01\ndays = 60\n";
        assert_eq!(never(&format!("{life}{}", item("2035-05-15", ""))), 1);
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
