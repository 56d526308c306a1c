//! Why something stands in the calendar, or does not: the same stages as the engine, each with what it decided.
//!
//! Recomputed when it is asked for; nothing of it is stored in entries.

use super::engine::Engine;
use super::entry::{At, Shifted};
use super::expand::anchor;
use super::offset;
use super::source::{Item, Timed};
use crate::cadence::Cadence;
use crate::knowledge::Holidays;
use crate::plan::activities::OnHoliday;
use crate::plan::lifecycle::Phase;
use crate::plan::values::Zone;
use crate::plan::{Index, Plan};
use crate::value::Day;

/// How far ahead one looks for the next dates, in days: two years of yearly things, and a leap day.
const AHEAD: i32 = 4 * 366 + 31;
/// Dates that are told before one gives up on finding those that are held.
const MOST: usize = 24;

/// What becomes of one day of an item's pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It takes place.
    Held {
        /// When, in the plan's zone.
        at: At,
        /// Why it stands elsewhere.
        shifted: Shifted,
        /// A year without notice decided it.
        provisional: bool,
    },
    /// A change took it out: its index.
    Cancelled(usize),
    /// A day off took it out.
    Skipped,
    /// It falls into a phase in which the item is not held.
    OutOfPhase(Phase),
    /// It lies before the item's own first day.
    BeforeFrom(Day),
    /// It lies after the item's own last day.
    AfterUntil(Day),
    /// It lies before the community's first day.
    BeforeLife(Day),
    /// It lies on or after the first day after the community's life.
    AfterLife(Day),
}

/// One day of a pattern, and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// When the pattern says, in the item's zone.
    pub original: At,
    /// What becomes of it.
    pub fate: Fate,
}

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
    /// Whether days off bear on it at all.
    pub depends_on_notice: bool,
    /// Its phases; empty: all.
    pub phases: &'a [Phase],
    /// The next days of its pattern, up to the third that is held.
    pub dates: Vec<Dated>,
}

/// The chain behind an item with a cadence, its dates from `from` on.
pub fn trace<'a>(plan: &'a Plan, index: &'a Index, holidays: &'a Holidays, item: Item, from: Day) -> Option<Trace<'a>> {
    let engine = Engine::new(plan, index, holidays);
    let timed = engine.timed_item(item)?.clone();
    let dates = next(&engine, &timed, from);
    let moves = timed.on_holiday.is_some_and(|policy| policy != OnHoliday::Keep);
    Some(Trace {
        item,
        when: timed.when,
        counted_from: timed.when.needs_start().then(|| anchor(timed.from, engine.life.starts)),
        from: timed.from,
        until: timed.until,
        zone: timed.zone,
        on_holiday: timed.on_holiday,
        depends_on_notice: moves || timed.when.depends_on_notice(),
        phases: timed.phases,
        dates,
    })
}

/// The next days of a pattern up to the third that is held, or the first when nothing more is held.
fn next(engine: &Engine<'_>, timed: &Timed<'_>, from: Day) -> Vec<Dated> {
    let starts = timed.from.or(engine.life.starts).unwrap_or(from);
    let from = from.max(starts);
    let (mut dates, mut held) = (Vec::new(), 0);
    let mut open = from;
    while open <= from.plus(AHEAD) && dates.len() < MOST {
        let close = open.plus(92);
        for dated in days(engine, timed, (open, close)) {
            held += usize::from(matches!(dated.fate, Fate::Held { .. }));
            let is_over = matches!(dated.fate, Fate::AfterUntil(_) | Fate::AfterLife(_));
            if held <= 3 && dates.len() < MOST {
                dates.push(dated);
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

/// The days of a pattern in a range, and what becomes of each.
fn days(engine: &Engine<'_>, timed: &Timed<'_>, range: (Day, Day)) -> Vec<Dated> {
    let mut found = Vec::new();
    offset::days(engine, timed, range, &mut |day| {
        if found.len() <= 400 {
            found.push(day);
        }
    });
    let time = timed.when.time.map(|span| span.start);
    let dated = |day: Day| Dated { original: At { day, time }, fate: fate(engine, timed, day) };
    found.into_iter().map(dated).collect()
}

fn fate(engine: &Engine<'_>, timed: &Timed<'_>, day: Day) -> Fate {
    let life = &engine.life;
    if let Some(from) = timed.from.filter(|from| day < *from) {
        return Fate::BeforeFrom(from);
    }
    if let Some(until) = timed.until.filter(|until| *until < day) {
        return Fate::AfterUntil(until);
    }
    if let Some(starts) = life.starts.filter(|starts| day < *starts) {
        return Fate::BeforeLife(starts);
    }
    if let Some(ends) = life.ends.filter(|ends| *ends <= day) {
        return Fate::AfterLife(ends);
    }
    if let Some(phase) = life.phase(day).filter(|phase| !timed.phases.is_empty() && !timed.phases.contains(phase)) {
        return Fate::OutOfPhase(phase);
    }
    match engine.occurrence(timed, day) {
        None => Fate::Skipped,
        Some(occurrence) => match occurrence.shifted {
            Shifted::Change(change) if occurrence.cancelled => Fate::Cancelled(change),
            shifted => Fate::Held { at: occurrence.at, shifted, provisional: occurrence.provisional },
        },
    }
}

/// The items whose pattern falls on a day on which they are not held, and why not.
pub fn absent(plan: &Plan, index: &Index, holidays: &Holidays, day: Day) -> Vec<(Item, Dated)> {
    let engine = Engine::new(plan, index, holidays);
    let stays = |dated: &Dated| match dated.fate {
        // another zone is no reason
        Fate::Held { shifted: Shifted::No, .. } => true,
        Fate::Held { at, .. } => at.day == day,
        _ => false,
    };
    let mut all = Vec::new();
    for timed in &engine.timed {
        let dates = days(&engine, timed, (day, day)).into_iter().filter(|dated| !stays(dated));
        all.extend(dates.map(|dated| (timed.item, dated)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::plan::read;
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
    fn each_day_of_a_pattern_has_its_fate() {
        with(|plan, index| {
            let meet = trace(plan, index, Holidays::china(), Item::Activity(0), day("2026-09-20")).expect("a trace");
            // counted from the week of its own first day, a Tuesday
            assert_eq!(meet.counted_from, Some(day("2026-09-15")));
            let dates: Vec<(String, Fate)> =
                meet.dates.iter().map(|dated| (dated.original.day.to_string(), dated.fate)).collect();
            // the second Thursday after the 17th of September is the 1st of October, a day off
            assert_eq!(dates[0], ("2026-10-01".to_owned(), Fate::Skipped));
            assert_eq!(dates[1], ("2026-10-15".to_owned(), Fate::Cancelled(0)));
            let moved = At { day: day("2026-10-30"), time: "19:00".parse().ok() };
            let held = Fate::Held { at: moved, shifted: Shifted::Change(1), provisional: false };
            assert_eq!(dates[2], ("2026-10-29".to_owned(), held));
            assert_eq!((dates[3].0.as_str(), dates[4].0.as_str()), ("2026-11-12", "2026-11-26"));
            assert_eq!(dates.len(), 5);
            let late = trace(plan, index, Holidays::china(), Item::Activity(0), day("2026-11-27")).expect("a trace");
            assert_eq!(late.dates.len(), 1);
            assert_eq!(late.dates[0].fate, Fate::AfterUntil(day("2026-11-30")));
            assert!(trace(plan, index, Holidays::china(), Item::Meeting, day("2026-11-27")).is_none());
        });
    }

    #[test]
    fn the_edges_of_an_item_and_of_the_life_are_days_of_it() {
        with(|plan, index| {
            let engine = Engine::new(plan, index, Holidays::china());
            let of = |at: usize, text: &str| fate(&engine, &engine.timed[at], day(text));
            let held = |fate: Fate| matches!(fate, Fate::Held { .. });
            assert_eq!(of(0, "2026-09-14"), Fate::BeforeFrom(day("2026-09-15")));
            assert!(held(of(0, "2026-09-15")) && held(of(0, "2026-11-30")));
            assert_eq!(of(0, "2026-12-01"), Fate::AfterUntil(day("2026-11-30")));
            assert_eq!(of(1, "2026-08-31"), Fate::BeforeLife(day("2026-09-01")));
            assert!(held(of(1, "2026-09-01")) && !held(of(1, "2027-08-31")));
            assert_eq!(of(1, "2027-09-01"), Fate::AfterLife(day("2027-09-01")));
        });
    }

    #[test]
    fn days_off_bear_on_what_moves_or_counts_workdays() {
        let text = "[[activities]]\nid = \"a\"\nwhen = \"every Wed\"\non_holiday = \"keep\"\n[[activities]]\nid = \"b\"\nwhen = \"workdays\"\n\
            [[activities]]\nid = \"c\"\nwhen = \"every Wed\"\non_holiday = \"skip\"\n[[activities]]\nid = \"d\"\nwhen = \"2026-12-24\"\n";
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &Library::default());
        let of = |at: usize, from: &str| {
            trace(&reading.plan, &reading.index, Holidays::china(), Item::Activity(at), day(from)).expect("a trace")
        };
        let depends = [0, 1, 2].map(|at| of(at, "2026-12-01").depends_on_notice);
        assert_eq!(depends, [false, true, true]);
        // three dates that are held, and one that is far ahead
        assert_eq!((of(0, "2026-12-01").dates.len(), of(3, "2026-01-01").dates.len()), (3, 1));
    }

    #[test]
    fn what_does_not_stand_on_its_day_is_told_with_the_reason() {
        with(|plan, index| {
            let on = |text: &str| absent(plan, index, Holidays::china(), day(text));
            assert_eq!(on("2026-10-01")[0].1.fate, Fate::Skipped);
            assert_eq!(on("2026-10-15")[0].1.fate, Fate::Cancelled(0));
            // the Saturday of the holidays moves to the next free weekend day, the 11th
            let moved = on("2026-10-03");
            assert!(
                matches!(moved[0], (Item::Content(0), Dated { fate: Fate::Held { at, shifted: Shifted::Holiday, .. }, .. })
                if at.day == day("2026-10-11"))
            );
            assert_eq!(on("2026-10-17")[0].1.fate, Fate::OutOfPhase(Phase::Launch));
            assert_eq!(on("2027-09-04")[0].1.fate, Fate::AfterLife(day("2027-09-01")));
            assert!(on("2026-09-17").is_empty() && on("2026-09-18").is_empty());
        });
    }

    #[test]
    fn another_zone_and_another_hour_are_no_absence() {
        let text = "time_zone = \"UTC\"\n[[activities]]\nid = \"west\"\nwhen = \"every Wed 23:30\"\ntime_zone = \"America/Los_Angeles\"\n\
            [[activities]]\nid = \"here\"\nwhen = \"every Wed 20:00\"\n\
            [[changes]]\nitem = \"here\"\non = 2026-12-09\nmove_to = 2026-12-09T19:00:00\n\
            [[changes]]\nitem = \"here\"\non = 2026-12-16\nmove_to = 2026-12-17T19:00:00\n";
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &Library::default());
        let on = |text: &str| -> Vec<Item> {
            absent(&reading.plan, &reading.index, Holidays::none(), day(text)).into_iter().map(|one| one.0).collect()
        };
        assert_eq!((on("2026-12-09"), on("2026-12-16")), (vec![], vec![Item::Activity(1)]));
    }
}
