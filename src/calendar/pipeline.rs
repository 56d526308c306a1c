//! The stages one after another: layout and rota, stretch by stretch, then checks and send limits.

use std::sync::Arc;

use super::checks::{beyond_almanac, checks};
use super::contents::{Calendar, Problem};
use super::decision::Seat;
use super::engine::Engine;
use super::layout::Layout;
use super::making::{Making, UnannouncedYears, add_in_order};
use super::rota::{self, Team, TurnLists};
use super::send_limits::{self, SendTargets};
use super::size::{MAX_ENTRIES, MAX_YEARS, TooLarge};
use super::steps::{Task, tasks_of};
use crate::library::Library;
use crate::value::Day;

/// For how many entries room is made before they are known.
const MOST_ROOM: usize = 200_000;

/// Makes the calendar of a range, as if `without` were never there.
pub(super) fn calendar<'a>(
    engine: &Engine<'a>,
    library: &'a Library,
    range: (Day, Day),
    without: Option<usize>,
) -> Result<Calendar<'a>, TooLarge> {
    let mut calendar = without_entries(engine, library, range)?;
    let mut making = Making::new(engine, &calendar.tasks, range, without);
    loop {
        let first = calendar.entries.len();
        let Some(mut made) = making.next(&mut calendar.entries)? else { break };
        calendar.ongoing.extend(calendar.entries.drain(first..first + made.ongoing));
        if first == 0 {
            let (days, left) = (made.through.0 - range.0.0 + 1, range.1.0 - made.through.0);
            let (days, left) = (days.max(1) as usize, left.max(0) as usize);
            let more = calendar.entries.len().saturating_mul(left) / days;
            calendar.entries.reserve(more.saturating_add(more / 8).min(MOST_ROOM));
        }
        calendar.problems.append(&mut made.problems);
        if calendar.entries.len() > MAX_ENTRIES {
            return Err(TooLarge::Entries);
        }
    }
    let mut years = UnannouncedYears::default();
    years.add(engine, &calendar.entries);
    let mut others = Vec::new();
    other_problems(engine, &calendar, range, &mut |problem| others.push(problem))?;
    calendar.problems.extend(others.into_iter().chain(years.problems()));
    Ok(calendar)
}

/// The calendar of a range before any entry is made.
pub(super) fn without_entries<'a>(
    engine: &Engine<'a>,
    library: &'a Library,
    (from, to): (Day, Day),
) -> Result<Calendar<'a>, TooLarge> {
    if to < from || to.0 - from.0 > MAX_YEARS * 366 {
        return Err(TooLarge::Years);
    }
    let tasks = all_tasks(engine, library);
    let targets = SendTargets::new(engine.plan, engine.index, &tasks);
    let (life, holidays, own_holidays) = (engine.life.clone(), engine.holidays, Arc::clone(&engine.own_holidays));
    let roster = engine.published.roster();
    let (entries, ongoing, problems) = Default::default();
    Ok(Calendar { from, to, entries, ongoing, problems, tasks, targets, life, holidays, own_holidays, roster })
}

/// The problems of a range that do not come from its entries: of the plan as a whole, then of what is sent.
pub(super) fn other_problems(
    engine: &Engine<'_>,
    calendar: &Calendar<'_>,
    range: (Day, Day),
    report: &mut dyn FnMut(Problem),
) -> Result<(), TooLarge> {
    checks(engine).into_iter().filter(|problem| problem.is_within(range)).for_each(&mut *report);
    beyond_almanac(engine, range).into_iter().for_each(&mut *report);
    send_limits::exceeded(engine, &calendar.tasks, &calendar.targets, range, &mut |exceeded| {
        report(Problem::LimitExceeded(Box::new(exceeded)));
    })
}

/// Who could take the seats of each entry of a day, with the entry's index among those of its whole period.
pub(super) fn candidates(
    engine: &Engine<'_>,
    library: &Library,
    day: Day,
) -> Result<Vec<(usize, Vec<Seat>)>, TooLarge> {
    let tasks = all_tasks(engine, library);
    let team = Team::new(engine.plan, engine.index, engine.holidays, None);
    let mut lists = TurnLists::new(engine);
    let mut layout = Layout::new(engine, &tasks);
    layout.lay(rota::days(rota::period(day)))?;
    let mut entries = Vec::new();
    add_in_order(&mut entries, &mut layout.entries);
    Ok(team.candidates(&mut lists, &mut entries, day))
}

fn all_tasks<'a>(engine: &Engine<'a>, library: &'a Library) -> Vec<Vec<Task<'a>>> {
    let (plan, language) = (engine.plan, engine.plan.language());
    (0..plan.activities.len()).map(|activity| tasks_of(plan, activity, library, language)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::entry::{At, Entry, Kind, Origin};
    use super::super::scheduler::{CalendarRequest, calendar};
    use super::*;
    use crate::knowledge::Holidays;
    use crate::plan::read;
    use crate::source::Document;

    #[test]
    fn a_range_is_whole_and_not_longer_than_a_century() {
        let mut buffer = String::new();
        let library = Library::default();
        let reading = read(&Document::parse("", &mut buffer), &library);
        let first: Day = "2026-01-01".parse().expect("a day");
        let of = |from: Day, to: Day| {
            let request = CalendarRequest { from, to, holidays: Holidays::none(), without: None };
            calendar(&reading.plan, &reading.index, &library, &request).map(|made| made.entries.len())
        };
        assert_eq!((of(first, first), of(first, first.plus(MAX_YEARS * 366))), (Ok(0), Ok(0)));
        assert_eq!(of(first, first.plus(-1)), Err(TooLarge::Years));
        assert_eq!(of(first, first.plus(MAX_YEARS * 366 + 1)), Err(TooLarge::Years));
    }

    #[test]
    fn the_last_days_of_all_are_there_once() {
        let (mut buffer, library) = (String::new(), Library::default());
        let reading = read(&Document::parse("[[content]]\nwhen = \"daily\"\n", &mut buffer), &library);
        let from: Day = "9998-12-10".parse().expect("a day");
        let request = CalendarRequest { from, to: Day::MAX, holidays: Holidays::none(), without: None };
        let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
        let days: Vec<i32> = made.entries.iter().map(|entry| entry.at.day.0).collect();
        assert_eq!(days, (from.0..=Day::MAX.0).collect::<Vec<_>>());
    }

    #[test]
    fn entries_of_one_time_and_kind_are_in_the_order_of_the_plan() {
        let at = At { day: Day(20_000), time: None };
        let items = [Origin::Task(0, 0), Origin::Task(0, 2), Origin::Task(1, 0), Origin::Task(1, 1)];
        let mut mixed: Vec<Entry> = [3, 1, 2, 0].map(|n: usize| Entry::new(Kind::Task, items[n], at)).to_vec();
        let mut ordered = Vec::new();
        add_in_order(&mut ordered, &mut mixed);
        let ordered: Vec<Origin> = ordered.iter().map(|entry| entry.origin).collect();
        assert_eq!(ordered, items);
    }
}
