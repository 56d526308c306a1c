//! A calendar that is made while it is read: what was shown is forgotten before the next stretch is made, so that a
//! century takes no more memory than a few months.

use std::ops::Range;

use super::contents::{Calendar, Problem};
use super::engine::Engine;
use super::making::{AT_ONCE, Making, UnannouncedYears};
use super::pipeline::{other_problems, without_entries};
use super::scheduler::Scheduler;
use super::size::TooLarge;
use crate::library::Library;
use crate::value::Day;

/// So many problems are kept until they are asked for; where there are more, they are made again.
const KEPT_PROBLEMS: usize = 20_000;

/// The calendar of a range, of which only a part is there at any time.
#[derive(Debug, Clone, Copy)]
pub struct StreamedCalendar<'s, 'a> {
    engine: &'s Engine<'a>,
    library: &'a Library,
    /// The days that are made.
    range: (Day, Day),
    /// The days that are shown.
    shown: (Day, Day),
    /// How much is made at once, in months of items.
    at_once: usize,
}

impl<'s, 'a> StreamedCalendar<'s, 'a> {
    /// The calendar of a range, both ends included, of which some days are shown.
    pub fn new(scheduler: &'s Scheduler<'a>, library: &'a Library, range: (Day, Day), shown: (Day, Day)) -> Self {
        Self { engine: scheduler.engine(), library, range, shown, at_once: AT_ONCE }
    }

    /// The same, so many months of items at a time: what is made stays the same.
    #[must_use]
    pub const fn at_once(self, at_once: usize) -> Self {
        Self { at_once, ..self }
    }

    /// The calendar without an entry: its range, and all that is looked up for it.
    pub fn empty(&self) -> Result<Calendar<'a>, TooLarge> {
        let mut calendar = without_entries(self.engine, self.library, self.range)?;
        (calendar.from, calendar.to) = self.shown;
        Ok(calendar)
    }

    /// Its last days, at most so many.
    #[must_use]
    pub fn last_days(&self, days: i32) -> Self {
        Self { range: (self.range.0.max(self.range.1.plus(-days)), self.range.1), ..*self }
    }

    /// The first day that is made.
    pub const fn first_day(&self) -> Day {
        self.range.0
    }

    /// Whether entries may come before others of earlier days: what is published of a course may be held far from its day
    /// in the plan.
    pub fn is_in_order(&self) -> bool {
        self.engine.published.scatter(self.engine.plan) == Some(0)
    }

    /// Its entries, from the first on.
    pub fn windows(&self) -> Result<Windows<'s, 'a>, TooLarge> {
        let calendar = self.empty()?;
        let making = Making::new(self.engine, &calendar.tasks, self.range, None).at_once(self.at_once);
        let plan = self.engine.plan;
        let has_own_time = plan.people.iter().any(|person| person.time_zone.is_some() || person.holidays.is_some());
        Ok(Windows {
            streamed: *self,
            reach: making.reach(),
            scatter: self.engine.published.scatter(plan),
            has_own_time,
            making,
            calendar,
            settled: 0,
            summary: CalendarSummary::default(),
            years: UnannouncedYears::default(),
            kept: Some(Vec::new()),
        })
    }
}

/// What is known of a calendar when all of it was made.
#[derive(Debug, Clone, Default)]
pub struct CalendarSummary {
    /// How many problems it has, years without a notice aside.
    pub problems: usize,
    /// The years whose days off are not announced yet, where the calendar depends on them.
    pub unannounced_years: Vec<i32>,
    /// Whether anything begins in its range.
    pub has_entries: bool,
}

impl CalendarSummary {
    /// That of a calendar which is there as a whole.
    pub fn of(calendar: &Calendar<'_>) -> Self {
        let unannounced_years = calendar.unannounced_years();
        let problems = calendar.problems.len() - unannounced_years.len();
        Self { problems, unannounced_years, has_entries: !calendar.entries.is_empty() }
    }
}

/// Entries of a window that can be shown.
#[derive(Debug, Clone)]
pub struct Settled {
    /// Which of the window's entries they are.
    pub entries: Range<usize>,
    /// Everything that comes later begins on this day or after it; none: nothing comes later.
    pub later: Option<Day>,
}

/// One part of a calendar after another: the entries that can be shown, with those before and after them that their words
/// depend on.
pub struct Windows<'s, 'a> {
    streamed: StreamedCalendar<'s, 'a>,
    making: Making<'s, 'a>,
    calendar: Calendar<'a>,
    /// So many of the window's entries were shown.
    settled: usize,
    /// How many days lie between a text and the occurrence that it is about.
    reach: i32,
    /// How many days before its stretch something may begin; none: anywhere.
    scatter: Option<i32>,
    /// Whether someone has nights or days off of their own: then what lasts days is shown when all of its days are made.
    has_own_time: bool,
    summary: CalendarSummary,
    years: UnannouncedYears,
    kept: Option<Vec<Problem>>,
}

impl<'a> Windows<'_, 'a> {
    /// The window: a calendar with the entries that are there now.
    pub const fn calendar(&self) -> &Calendar<'a> {
        &self.calendar
    }

    /// Moves the window on to the next entries that can be shown; none after the last ones.
    pub fn advance(&mut self) -> Result<Option<Settled>, TooLarge> {
        self.forget();
        let first = self.settled;
        loop {
            let known = self.calendar.entries.len();
            let Some(made) = self.making.next(&mut self.calendar.entries)? else { break };
            let begun = &self.calendar.entries[known + made.ongoing..];
            self.summary.has_entries |= !begun.is_empty();
            self.years.add(self.streamed.engine, begun);
            self.add_problems(made.problems);
            let Some(scatter) = self.scatter else { continue };
            let is_settled = |entry: &super::entry::Entry| {
                entry.at.day.plus(self.reach) <= made.through
                    && (!self.has_own_time || entry.last_day() <= made.through)
            };
            let entries = &self.calendar.entries;
            let count = entries[first..].iter().take_while(|entry| is_settled(entry)).count();
            if count > 0 {
                self.settled = first + count;
                let begun = entries[self.settled..].iter().map(|entry| entry.at.day).min();
                let later = made.through.plus(1 - scatter);
                let later = Some(begun.map_or(later, |begun| begun.min(later)));
                return Ok(Some(Settled { entries: first..self.settled, later }));
            }
        }
        self.settled = self.calendar.entries.len();
        Ok((first < self.settled).then_some(Settled { entries: first..self.settled, later: None }))
    }

    /// Drops what nothing to come depends on.
    fn forget(&mut self) {
        let Some(next) = self.calendar.entries[self.settled..].iter().map(|entry| entry.at.day).min() else {
            let last = self.calendar.entries.last().map(|entry| entry.at.day.plus(1));
            return self.forget_before(last.unwrap_or(Day::MIN));
        };
        self.forget_before(next);
    }

    fn forget_before(&mut self, next: Day) {
        let next = next.plus(-self.scatter.unwrap_or(0));
        let needed = next.plus(-self.reach);
        let shown = &self.calendar.entries[..self.settled];
        let count = shown.iter().take_while(|entry| entry.at.day < needed).count();
        self.calendar.entries.drain(..count);
        self.settled -= count;
        self.calendar.problems.retain(|problem| matches!(problem, Problem::OffHours { day, .. } if next <= *day));
    }

    /// Those at odd hours are shown with the entries; all are counted.
    fn add_problems(&mut self, problems: Vec<Problem>) {
        self.summary.problems += problems.len();
        let is_shown = |problem: &&Problem| matches!(problem, Problem::OffHours { .. });
        self.calendar.problems.extend(problems.iter().filter(is_shown).cloned());
        self.kept = self.kept.take().filter(|kept| kept.len() + problems.len() <= KEPT_PROBLEMS);
        if let Some(kept) = &mut self.kept {
            kept.extend(problems);
        }
    }

    /// Calls `report` for each problem of the whole, in order, when all entries were made, and sums up.
    pub fn finish(mut self, report: &mut dyn FnMut(&Problem)) -> Result<CalendarSummary, TooLarge> {
        let StreamedCalendar { engine, range, at_once, .. } = self.streamed;
        match self.kept.take() {
            Some(kept) => kept.iter().for_each(&mut *report),
            None => {
                let mut again = Making::new(engine, &self.calendar.tasks, range, None).at_once(at_once);
                let mut entries = Vec::new();
                while let Some(made) = again.next(&mut entries)? {
                    made.problems.iter().for_each(&mut *report);
                    entries.clear();
                }
            }
        }
        let mut others = 0;
        other_problems(engine, &self.calendar, range, &mut |problem| {
            others += 1;
            report(&problem);
        })?;
        self.summary.problems += others;
        self.years.problems().for_each(|problem| report(&problem));
        self.summary.unannounced_years = self.years.0;
        Ok(self.summary)
    }
}
