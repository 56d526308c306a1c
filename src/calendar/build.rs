//! The stages one after another.

use thiserror::Error;

use super::changes::checks;
use super::engine::Engine;
use super::entry::{Calendar, Entry, Origin, Problem};
use super::holiday;
use super::ledger::{self, Outlets};
use super::rota;
use super::sheet::Sheet;
use super::source::Item;
use super::steps::{Task, tasks_of};
use crate::knowledge::Holidays;
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
pub enum TooMuch {
    /// More than [`MAX_YEARS`], or the end before the start.
    #[error("the range is longer than {MAX_YEARS} years")]
    Years,
    /// More than [`MAX_ENTRIES`].
    #[error("the calendar has more than {MAX_ENTRIES} entries")]
    Entries,
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
    let whole = whole_periods(request.from, request.to);
    let reach = tasks.iter().flatten().map(|task| task.at.reach()).fold((0, 0), |(a, b), n| (a.min(n), b.max(n)));
    // a task after its activity reaches back, one before it reaches ahead
    let padded = (whole.0.plus(-reach.1 - holiday::REACH - 1), whole.1.plus(-reach.0 + holiday::REACH + 1));
    let engine = Engine::new(plan, index, request.holidays);
    let mut sheet = Sheet::new(&engine, request, whole);
    for timed in &engine.timed {
        sheet.add(timed, padded, &tasks)?;
    }
    sheet.add_programmes();
    sheet.add_phases();
    let Sheet { mut entries, mut problems, .. } = sheet;
    problems.extend(checks(&engine));
    in_order(&mut entries);
    rota::assign(plan, index, &tasks, &mut entries, request.without, &mut problems);
    entries.retain(|entry| request.from <= entry.at.day && entry.at.day <= request.to);
    let outlets = Outlets::new(plan, index, &tasks);
    let over = ledger::over(&engine, &tasks, &outlets, (request.from, request.to))?;
    problems.extend(over.into_iter().map(Problem::OverLimit));
    problems.retain(|problem| problem_day(problem).is_none_or(|day| request.from <= day && day <= request.to));
    let years = entries.iter().filter(|entry| entry.provisional).map(|entry| entry.original.day.year());
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
        | Problem::Uncovered { day, .. } => Some(*day),
        Problem::OverLimit(over) => Some(over.at.day),
        Problem::NeverHappens { .. }
        | Problem::ChangeOfNothing { .. }
        | Problem::ChangeOutside { .. }
        | Problem::HolidaysUnknown { .. } => None,
    }
}

/// Brings entries into the order of time. They are large: their keys are sorted, and then each entry is put in its place.
fn in_order(entries: &mut [Entry]) {
    let mut keys: Vec<_> =
        entries.iter().enumerate().map(|(at, entry)| (entry.at, entry.kind, order(entry.origin), at)).collect();
    keys.sort_unstable();
    for to in 0..keys.len() {
        // what stood there may have been swapped away already
        let mut from = keys[to].3;
        while from < to {
            from = keys[from].3;
        }
        entries.swap(to, from);
    }
}

/// The order of entries of one kind at one time: that of the plan.
pub(super) const fn order(origin: Origin) -> (usize, usize) {
    match origin {
        Origin::Item(Item::Activity(i) | Item::Content(i) | Item::Review(i)) => (i, 0),
        Origin::Item(Item::Programme(cohort, item)) => (cohort, item),
        Origin::Item(Item::Meeting) | Origin::Phase(_) => (0, 0),
        Origin::Task(activity, task) => (activity, task),
    }
}

/// The range stretched to whole rota periods: the ISO weeks whose Thursday lies in a month.
fn whole_periods(from: Day, to: Day) -> (Day, Day) {
    let first = rota::period(from).first();
    let last = Month(rota::period(to).0 + 1).first();
    // the week with the month's first Thursday
    (first.plus(3).monday(), Day(last.plus(3).monday().0 - 1))
}
