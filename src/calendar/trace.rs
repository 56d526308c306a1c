//! Why something is in the calendar, or is not: what the engine knows of an item, and what it decides about its days.

use super::decision::{Decision, Verdict};
use super::engine::{Engine, originals};
use super::entry::Shifted;
use super::expand::anchor;
use super::item::{Item, RecurringItem};
use crate::cadence::Cadence;
use crate::plan::activities::OnHoliday;
use crate::plan::lifecycle::Phase;
use crate::plan::values::Zone;
use crate::value::Day;

/// How far ahead the next dates are searched, in days: two years of yearly things, and a leap day.
const AHEAD: i32 = 4 * 366 + 31;
/// The most dates that are listed while searching for those that are held.
const MOST: usize = 24;

/// The chain behind an item.
#[derive(Debug, Clone)]
pub struct Trace<'a> {
    /// The item.
    pub item: Item,
    /// Its cadence.
    pub when: &'a Cadence,
    /// The day from which every n-th day or week counts, where that matters.
    pub counted_from: Option<Day>,
    /// Its own first day.
    pub from: Option<Day>,
    /// Its own last day.
    pub until: Option<Day>,
    /// Its own zone.
    pub zone: Option<&'a Zone>,
    /// What happens on a day off; none: it is kept.
    pub on_holiday: Option<OnHoliday>,
    /// Whether days off matter to it at all.
    pub depends_on_notice: bool,
    /// Its phases; empty: all.
    pub phases: &'a [Phase],
    /// The next days of its pattern, up to the third that is held.
    pub dates: Vec<Decision>,
}

/// The chain behind an item with a cadence, its dates from `from` on.
pub(super) fn trace<'a>(engine: &Engine<'a>, item: Item, from: Day) -> Option<Trace<'a>> {
    let recurring = engine.timed_item(item)?;
    let moves = recurring.on_holiday.is_some_and(|policy| policy != OnHoliday::Keep);
    Some(Trace {
        item,
        when: recurring.when,
        counted_from: recurring.when.needs_start().then(|| anchor(recurring.from, engine.life.starts)),
        from: recurring.from,
        until: recurring.until,
        zone: recurring.zone,
        on_holiday: recurring.on_holiday,
        depends_on_notice: moves || recurring.when.depends_on_notice(),
        phases: recurring.phases,
        dates: next(engine, recurring, from),
    })
}

/// The next days of a pattern up to the third that is held, or the first when nothing more is held.
fn next(engine: &Engine<'_>, recurring: &RecurringItem<'_>, from: Day) -> Vec<Decision> {
    let starts = recurring.from.or(engine.life.starts).unwrap_or(from);
    let from = from.max(starts);
    let (mut dates, mut held) = (Vec::new(), 0);
    let mut open = from;
    while open <= from.plus(AHEAD) && dates.len() < MOST {
        let close = open.plus(92);
        for decision in decisions(engine, recurring, (open, close)) {
            held += usize::from(decision.is_held());
            let is_over = matches!(decision.verdict, Verdict::AfterUntil(_) | Verdict::AfterLife(_));
            if held <= 3 && dates.len() < MOST {
                dates.push(decision);
            }
            if held >= 3 || is_over {
                return dates;
            }
        }
        if close == Day::MAX {
            break;
        }
        open = close.plus(1);
    }
    dates
}

/// What is decided about the days of a pattern in a range.
fn decisions(engine: &Engine<'_>, recurring: &RecurringItem<'_>, range: (Day, Day)) -> Vec<Decision> {
    let mut found = Vec::new();
    engine.pattern(recurring, range, &mut |day| {
        if found.len() <= 400 {
            found.push(day);
        }
    });
    engine.published.adjust(recurring.item, range, &mut found);
    let originals = found.into_iter().flat_map(|day| originals(recurring, day));
    originals.map(|original| engine.decide(recurring, original)).collect()
}

/// The items whose pattern falls on a day on which they are not held, and why not.
pub(super) fn left_out(engine: &Engine<'_>, day: Day) -> Vec<(Item, Decision)> {
    let stays = |decision: &Decision| match decision.shifted {
        // another zone is no reason
        Shifted::No => decision.is_held(),
        _ => decision.is_held() && decision.at.day == day,
    };
    let mut all = Vec::new();
    for recurring in &engine.recurring {
        let dates = decisions(engine, recurring, (day, day)).into_iter().filter(|decision| !stays(decision));
        all.extend(dates.map(|decision| (recurring.item, decision)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::entry::At;
    use super::*;
    use crate::knowledge::Holidays;
    use crate::library::Library;
    use crate::plan::{Index, Plan, read};
    use crate::source::Document;

    const PLAN: &str = "[lifecycle]\nstarts = 2026-09-01\nmonths = 12\n[[lifecycle.phases]]\nphase = \"launch\"\nfrom = 2026-10-12\n\
        [[activities]]\nid = \"meet\"\nwhen = \"every 2 weeks on Thu 20:00\"\nfrom = 2026-09-15\nuntil = 2026-11-30\non_holiday = \"skip\"\n\
        [[content]]\nid = \"post\"\nwhen = \"every Sat 10:00\"\non_holiday = \"after\"\nphases = [\"seeding\"]\n\
        [[changes]]\nitem = \"meet\"\non = 2026-10-15\ncancel = true\n\
        [[changes]]\nitem = \"meet\"\non = 2026-10-29\nmove_to = 2026-10-30T19:00:00\n";

    fn with<T>(check: impl Fn(&Plan, &Index) -> T) -> T {
        let mut buffer = String::new();
        let reading = read(&Document::parse(PLAN, &mut buffer), &Library::default());
        assert!(reading.is_sound(), "{:?}", reading.findings);
        check(&reading.plan, &reading.index)
    }

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn every_day_of_a_pattern_has_a_verdict() {
        with(|plan, index| {
            let engine = Engine::new(plan, index, Holidays::china());
            let meet = trace(&engine, Item::Activity(0), day("2026-09-20")).expect("a trace");
            // counted from the week of its own first day, a Tuesday
            assert_eq!(meet.counted_from, Some(day("2026-09-15")));
            let dates: Vec<(String, Verdict)> =
                meet.dates.iter().map(|dated| (dated.original.day.to_string(), dated.verdict)).collect();
            // the second Thursday after the 17th of September is the 1st of October, a day off
            assert_eq!(dates[0], ("2026-10-01".to_owned(), Verdict::Skipped));
            assert_eq!(dates[1], ("2026-10-15".to_owned(), Verdict::Cancelled(0)));
            let moved = At { day: day("2026-10-30"), time: "19:00".parse().ok() };
            let third = meet.dates[2];
            assert_eq!(dates[2], ("2026-10-29".to_owned(), Verdict::Held));
            assert_eq!((third.at, third.shifted, third.provisional), (moved, Shifted::Change(1), false));
            assert_eq!((dates[3].0.as_str(), dates[4].0.as_str()), ("2026-11-12", "2026-11-26"));
            assert_eq!(dates.len(), 5);
            let late = trace(&engine, Item::Activity(0), day("2026-11-27")).expect("a trace");
            assert_eq!(late.dates.len(), 1);
            assert_eq!(late.dates[0].verdict, Verdict::AfterUntil(day("2026-11-30")));
            assert!(trace(&engine, Item::Meeting, day("2026-11-27")).is_none());
        });
    }

    #[test]
    fn first_and_last_days_of_an_item_and_of_the_life_are_included() {
        with(|plan, index| {
            let engine = Engine::new(plan, index, Holidays::china());
            let of = |at: usize, text: &str| {
                let recurring = &engine.recurring[at];
                let original = originals(recurring, day(text)).next().expect("a time");
                engine.decide(recurring, original).verdict
            };
            let held = |verdict| verdict == Verdict::Held;
            assert_eq!(of(0, "2026-09-14"), Verdict::BeforeFrom(day("2026-09-15")));
            assert!(held(of(0, "2026-09-15")) && held(of(0, "2026-11-30")));
            assert_eq!(of(0, "2026-12-01"), Verdict::AfterUntil(day("2026-11-30")));
            assert_eq!(of(1, "2026-08-31"), Verdict::BeforeLife(day("2026-09-01")));
            assert!(held(of(1, "2026-09-01")) && !held(of(1, "2027-08-31")));
            assert_eq!(of(1, "2027-09-01"), Verdict::AfterLife(day("2027-09-01")));
        });
    }

    #[test]
    fn days_off_matter_to_items_that_move_or_count_workdays() {
        let text = "[[activities]]\nid = \"a\"\nwhen = \"every Wed\"\non_holiday = \"keep\"\n[[activities]]\nid = \"b\"\nwhen = \"workdays\"\n\
            [[activities]]\nid = \"c\"\nwhen = \"every Wed\"\non_holiday = \"skip\"\n[[activities]]\nid = \"d\"\nwhen = \"2026-12-24\"\n";
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &Library::default());
        let of = |at: usize, from: &str| {
            let engine = Engine::new(&reading.plan, &reading.index, Holidays::china());
            trace(&engine, Item::Activity(at), day(from)).map(|trace| (trace.depends_on_notice, trace.dates.len()))
        };
        let depends = [0, 1, 2].map(|at| of(at, "2026-12-01").expect("a trace").0);
        assert_eq!(depends, [false, true, true]);
        // three dates that are held, and one that is far ahead
        let dates = |at: usize, from: &str| of(at, from).map(|(_, dates)| dates);
        assert_eq!((dates(0, "2026-12-01"), dates(3, "2026-01-01")), (Some(3), Some(1)));
    }

    #[test]
    fn reports_why_an_item_is_not_held_on_its_day() {
        with(|plan, index| {
            let engine = Engine::new(plan, index, Holidays::china());
            let on = |text: &str| left_out(&engine, day(text));
            assert_eq!(on("2026-10-01")[0].1.verdict, Verdict::Skipped);
            assert_eq!(on("2026-10-15")[0].1.verdict, Verdict::Cancelled(0));
            // the Saturday of the holidays moves to the next free weekend day, the 11th
            let moved = on("2026-10-03");
            let (item, decision) = moved[0];
            assert_eq!((item, decision.verdict, decision.shifted), (Item::Content(0), Verdict::Held, Shifted::Holiday));
            assert_eq!(decision.at.day, day("2026-10-11"));
            assert_eq!(on("2026-10-17")[0].1.verdict, Verdict::OutOfPhase(Phase::Launch));
            assert_eq!(on("2027-09-04")[0].1.verdict, Verdict::AfterLife(day("2027-09-01")));
            assert!(on("2026-09-17").is_empty() && on("2026-09-18").is_empty());
        });
    }

    #[test]
    fn another_zone_or_hour_leaves_nothing_out() {
        let text = "time_zone = \"UTC\"\n[[activities]]\nid = \"west\"\nwhen = \"every Wed 23:30\"\ntime_zone = \"America/Los_Angeles\"\n\
            [[activities]]\nid = \"here\"\nwhen = \"every Wed 20:00\"\n\
            [[changes]]\nitem = \"here\"\non = 2026-12-09\nmove_to = 2026-12-09T19:00:00\n\
            [[changes]]\nitem = \"here\"\non = 2026-12-16\nmove_to = 2026-12-17T19:00:00\n";
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &Library::default());
        let on = |text: &str| -> Vec<Item> {
            let engine = Engine::new(&reading.plan, &reading.index, Holidays::none());
            left_out(&engine, day(text)).into_iter().map(|(item, _)| item).collect()
        };
        assert_eq!((on("2026-12-09"), on("2026-12-16")), (vec![], vec![Item::Activity(1)]));
    }
}
