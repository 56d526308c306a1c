//! The stages one after another.

use thiserror::Error;

use super::changes::checks;
use super::engine::Engine;
use super::entry::{Calendar, Entry, Origin, Problem};
use super::ledger::{self, Outlets};
use super::milestone::Milestone;
use super::rota::{self, Team};
use super::sheet::Sheet;
use super::source::Item;
use super::steps::{Task, tasks_of};
use crate::knowledge::Holidays;
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::{Index, Plan};
use crate::value::{Day, Month};

/// The longest range, in years.
pub const MAX_YEARS: i32 = 100;
/// The most entries of one calendar.
pub const MAX_ENTRIES: usize = 1_000_000;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The first day.
    pub from: Day,
    /// The last day, included.
    pub to: Day,
    /// The days off.
    pub holidays: &'a Holidays,
    /// A person who is not there.
    pub without: Option<usize>,
}

/// The range asks for more than is made at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TooMuch {
    /// More than [`MAX_YEARS`], or the end before the start.
    #[error("the range is longer than {MAX_YEARS} years")]
    Years,
    /// More than [`MAX_ENTRIES`].
    #[error("the calendar has more than {MAX_ENTRIES} entries")]
    Entries,
}

impl TooMuch {
    /// What is wrong with the range, in one language.
    pub fn message(self, language: Language) -> String {
        let text = match self {
            Self::Years => Text::new(
                "时间范围不对：结束要在开始之后，最长 {years} 年",
                "the range is not valid: it must end after it starts, and can be at most {years|year|years} long",
            ),
            Self::Entries => Text::new(
                "日程超过 {entries} 条；缩短时间范围再试",
                "the calendar has more than {entries} entries; try a shorter range",
            ),
        };
        text.fill(language, |name| match name {
            "years" => Some(MAX_YEARS.to_string()),
            _ => Some(MAX_ENTRIES.to_string()),
        })
    }
}

/// Makes the calendar of a range.
pub fn calendar<'a>(
    plan: &'a Plan,
    index: &'a Index,
    library: &'a Library,
    request: &Request<'a>,
) -> Result<Calendar<'a>, TooMuch> {
    if request.to < request.from || request.to.0 - request.from.0 > MAX_YEARS * 366 {
        return Err(TooMuch::Years);
    }
    let language = plan.language();
    let tasks: Vec<Vec<Task<'a>>> =
        (0..plan.activities.len()).map(|activity| tasks_of(plan, activity, library, language)).collect();
    let engine = Engine::new(plan, index, request.holidays);
    let team = Team::new(plan, index, request);
    let mut sheet = Sheet::new(&engine, request, &tasks);
    let mut entries = Vec::new();
    for span in stretches(request.from, request.to, engine.timed.len()) {
        sheet.lay(span)?;
        let done = entries.len();
        add_in_order(&mut entries, &sheet.entries);
        team.assign(&mut entries[done..], &mut sheet.problems);
        // its periods may begin before the range and end after it
        entries.truncate(entries.partition_point(|entry| entry.at.day <= request.to));
        entries.drain(..entries.partition_point(|entry| entry.at.day < request.from));
        if entries.len() > MAX_ENTRIES {
            return Err(TooMuch::Entries);
        }
    }
    let mut problems = sheet.problems;
    problems.extend(checks(&engine));
    let outlets = Outlets::new(plan, index, &tasks);
    let over = ledger::over(&engine, &tasks, &outlets, (request.from, request.to))?;
    problems.extend(over.into_iter().map(|over| Problem::OverLimit(Box::new(over))));
    problems.retain(|problem| problem_day(problem).is_none_or(|day| request.from <= day && day <= request.to));
    let provisional = entries.iter().filter(|entry| entry.provisional);
    let years = provisional.filter_map(|entry| request.holidays.awaited(entry.original.day));
    let unknown = years.fold(Vec::new(), |mut years, year| {
        if !years.contains(&year) {
            years.push(year);
        }
        years
    });
    problems.extend(unknown.into_iter().map(|year| Problem::HolidaysUnknown { year }));
    Ok(Calendar {
        from: request.from,
        to: request.to,
        entries,
        problems,
        tasks,
        outlets,
        life: engine.life,
        holidays: request.holidays,
    })
}

/// The day of a problem that belongs to one.
const fn problem_day(problem: &Problem) -> Option<Day> {
    match problem {
        Problem::HolidayCollision { day, .. }
        | Problem::PlaceClosed { day, .. }
        | Problem::AwayOwner { day, .. }
        | Problem::Uncovered { day, .. }
        | Problem::DoubleBooked { day, .. } => Some(*day),
        Problem::OverLimit(over) => Some(over.at.day),
        Problem::NeverHappens { .. }
        | Problem::ChangeOfNothing { .. }
        | Problem::ChangeOutside { .. }
        | Problem::HolidaysUnknown { .. } => None,
    }
}

/// Adds entries in the order of time. They are large, so their keys are sorted.
fn add_in_order(to: &mut Vec<Entry>, entries: &[Entry]) {
    let key = |(at, entry): (usize, &Entry)| (entry.at, entry.kind, order(entry.origin), at);
    let mut keys: Vec<_> = entries.iter().enumerate().map(key).collect();
    keys.sort_unstable();
    to.extend(keys.into_iter().map(|(.., at)| entries[at].clone()));
}

/// The order of entries of one kind at one time: that of the plan.
pub(super) const fn order(origin: Origin) -> (usize, usize) {
    match origin {
        Origin::Item(Item::Activity(i) | Item::Content(i) | Item::Review(i)) => (i, 0),
        Origin::Item(Item::Programme(cohort, item)) => (cohort, item),
        Origin::Item(Item::Meeting) => (0, 0),
        Origin::Life(Milestone::Welcome(cohort, step)) => (cohort, step),
        Origin::Life(_) => (0, 0),
        Origin::Task(activity, task) => (activity, task),
    }
}

/// The whole periods of the rota that touch a range, up to a year of them at a time, fewer the more items there are:
/// what is laid out at once stays small enough for the caches.
fn stretches(from: Day, to: Day, items: usize) -> impl Iterator<Item = (Day, Day)> {
    // in months of items
    const AT_ONCE: usize = 3_000;
    let at_once = (AT_ONCE / items.max(1)).clamp(1, 12);
    let (first, last) = (rota::period(from).0, rota::period(to).0);
    let begins = |month: i32| rota::begins(Month(month));
    (first..=last).step_by(at_once).map(move |month| {
        let next = (month + at_once as i32).min(last + 1);
        // the last period of all ends with the calendar
        let end = if next > Day::MAX.month().0 { Day::MAX } else { begins(next).plus(-1) };
        (begins(month), end)
    })
}

#[cfg(test)]
mod tests {
    use super::super::entry::{At, Kind};
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
            let request = Request { from, to, holidays: Holidays::none(), without: None };
            calendar(&reading.plan, &reading.index, &library, &request).map(|made| made.entries.len())
        };
        assert_eq!((of(first, first), of(first, first.plus(MAX_YEARS * 366))), (Ok(0), Ok(0)));
        assert_eq!(of(first, first.plus(-1)), Err(TooMuch::Years));
        assert_eq!(of(first, first.plus(MAX_YEARS * 366 + 1)), Err(TooMuch::Years));
    }

    #[test]
    fn the_last_days_of_all_stand_once() {
        let (mut buffer, library) = (String::new(), Library::default());
        let reading = read(&Document::parse("[[content]]\nwhen = \"daily\"\n", &mut buffer), &library);
        let from: Day = "9998-12-10".parse().expect("a day");
        let request = Request { from, to: Day::MAX, holidays: Holidays::none(), without: None };
        let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
        let days: Vec<i32> = made.entries.iter().map(|entry| entry.at.day.0).collect();
        assert_eq!(days, (from.0..=Day::MAX.0).collect::<Vec<_>>());
    }

    #[test]
    fn things_of_one_time_and_kind_stand_as_in_the_plan() {
        let at = At { day: Day(20_000), time: None };
        let items = [Origin::Task(0, 0), Origin::Task(0, 2), Origin::Task(1, 0), Origin::Task(1, 1)];
        let mixed: Vec<Entry> = [3, 1, 2, 0].map(|n: usize| Entry::new(Kind::Task, items[n], at)).to_vec();
        let mut ordered = Vec::new();
        add_in_order(&mut ordered, &mixed);
        let ordered: Vec<Origin> = ordered.iter().map(|entry| entry.origin).collect();
        assert_eq!(ordered, items);
    }
}
