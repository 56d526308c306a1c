//! The stages one after another: layout, rota, checks, send limits.

use std::sync::Arc;

use super::checks::checks;
use super::contents::{Calendar, Problem};
use super::decision::Seat;
use super::engine::Engine;
use super::entry::Entry;
use super::layout::Layout;
use super::rota::{self, Team, TurnLists};
use super::send_limits::{self, SendTargets};
use super::size::{MAX_ENTRIES, MAX_YEARS, TooLarge};
use super::steps::{Task, tasks_of};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::value::{Day, Month};

/// Makes the calendar of a range, as if `without` were never there.
pub(super) fn calendar<'a>(
    engine: &Engine<'a>,
    library: &'a Library,
    (from, to): (Day, Day),
    without: Option<usize>,
) -> Result<Calendar<'a>, TooLarge> {
    if to < from || to.0 - from.0 > MAX_YEARS * 366 {
        return Err(TooLarge::Years);
    }
    let tasks = all_tasks(engine, library);
    let team = Team::new(engine.plan, engine.index, engine.holidays, without);
    let mut lists = TurnLists::new(engine);
    let mut layout = Layout::new(engine, &tasks);
    let (mut entries, mut ongoing) = (Vec::new(), Vec::new());
    for span in stretches(from.plus(-layout.longest()), to, engine.recurring.len()) {
        layout.lay(span)?;
        let done = entries.len();
        add_in_order(&mut entries, &layout.entries);
        team.assign(&mut lists, &mut entries[done..], &mut layout.problems);
        // its periods may begin before the range and end after it
        entries.truncate(entries.partition_point(|entry| entry.at.day <= to));
        let before = entries.partition_point(|entry: &Entry| entry.at.day < from);
        ongoing.extend(entries.drain(..before).filter(|entry| entry.last_day() >= from));
        if entries.len() > MAX_ENTRIES {
            return Err(TooLarge::Entries);
        }
    }
    let mut problems = layout.problems;
    problems.extend(checks(engine));
    let targets = SendTargets::new(engine.plan, engine.index, &tasks);
    let exceeded = send_limits::exceeded(engine, &tasks, &targets, (from, to))?;
    problems.extend(exceeded.into_iter().map(|exceeded| Problem::LimitExceeded(Box::new(exceeded))));
    problems.retain(|problem| problem.day().is_none_or(|day| from <= day && day <= to));
    problems.extend(unannounced(engine, &entries).into_iter().map(|year| Problem::HolidaysUnknown { year }));
    let (life, holidays, own_holidays) = (engine.life.clone(), engine.holidays, Arc::clone(&engine.own_holidays));
    let roster = engine.published.roster();
    Ok(Calendar { from, to, entries, ongoing, problems, tasks, targets, life, holidays, own_holidays, roster })
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
    add_in_order(&mut entries, &layout.entries);
    Ok(team.candidates(&mut lists, &mut entries, day))
}

fn all_tasks<'a>(engine: &Engine<'a>, library: &'a Library) -> Vec<Vec<Task<'a>>> {
    let (plan, language) = (engine.plan, engine.plan.language());
    (0..plan.activities.len()).map(|activity| tasks_of(plan, activity, library, language)).collect()
}

/// The years without a notice on which an entry depends.
fn unannounced(engine: &Engine<'_>, entries: &[Entry]) -> Vec<i32> {
    let provisional = entries.iter().filter(|entry| entry.provisional);
    let mut years = Vec::new();
    for year in provisional.filter_map(|entry| holidays_of(engine, entry).awaited(entry.original.day)) {
        if !years.contains(&year) {
            years.push(year);
        }
    }
    years
}

/// The days off by which an entry goes.
fn holidays_of<'e>(engine: &'e Engine<'_>, entry: &Entry) -> &'e Holidays {
    entry.origin.item().map_or(engine.holidays, |item| engine.holidays_of(item))
}

/// Adds entries in the order of time. They are large, so their keys are sorted.
fn add_in_order(to: &mut Vec<Entry>, entries: &[Entry]) {
    let key = |(at, entry): (usize, &Entry)| (entry.at, entry.kind, entry.origin.order(), at);
    let mut keys: Vec<_> = entries.iter().enumerate().map(key).collect();
    keys.sort_unstable();
    to.extend(keys.into_iter().map(|(.., at)| entries[at].clone()));
}

/// The whole periods of the rota that touch a range, up to a year of them at a time, fewer the more items there are:
/// what is laid out at once stays small enough for the caches.
fn stretches(from: Day, to: Day, items: usize) -> impl Iterator<Item = (Day, Day)> {
    // in months of items
    const AT_ONCE: usize = 3_000;
    let at_once = (AT_ONCE / items.max(1)).clamp(1, 12);
    let (first, last) = (rota::period(from).0, rota::period(to).0);
    let begins = |month: i32| rota::days(Month(month)).0;
    (first..=last).step_by(at_once).map(move |month| {
        let next = (month + at_once as i32).min(last + 1);
        // the last period of all ends with the calendar
        let end = if next > Day::MAX.month().0 { Day::MAX } else { begins(next).plus(-1) };
        (begins(month), end)
    })
}

#[cfg(test)]
mod tests {
    use super::super::entry::{At, Kind, Origin};
    use super::super::scheduler::{CalendarRequest, calendar};
    use super::*;
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
        let mixed: Vec<Entry> = [3, 1, 2, 0].map(|n: usize| Entry::new(Kind::Task, items[n], at)).to_vec();
        let mut ordered = Vec::new();
        add_in_order(&mut ordered, &mixed);
        let ordered: Vec<Origin> = ordered.iter().map(|entry| entry.origin).collect();
        assert_eq!(ordered, items);
    }
}
