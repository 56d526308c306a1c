//! When the items of a plan take place and who does them: the one door to everything that a calendar decides.

use super::checks;
use super::contents::Calendar;
use super::decision::{Decision, Seat};
use super::engine::Engine;
use super::festivals::{self, FestivalDay};
use super::item::Item;
use super::pipeline;
use super::rota;
use super::size::TooLarge;
use super::trace::{self, Trace};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::{Index, Plan};
use crate::value::Day;

/// Which calendar is asked for.
#[derive(Debug, Clone, Copy)]
pub struct CalendarRequest<'a> {
    /// The first day.
    pub from: Day,
    /// The last day, included.
    pub to: Day,
    /// The days off.
    pub holidays: &'a Holidays,
    /// A person who is left out, as if they were never there.
    pub without: Option<usize>,
}

/// Makes the calendar of a range.
pub fn calendar<'a>(
    plan: &'a Plan,
    index: &'a Index,
    library: &'a Library,
    request: &CalendarRequest<'a>,
) -> Result<Calendar<'a>, TooLarge> {
    Scheduler::new(plan, index, request.holidays).calendar(library, (request.from, request.to), request.without)
}

/// A plan whose names and cadences are looked up, ready for any question about its calendar. Every answer comes from the
/// same decisions.
#[derive(Debug)]
pub struct Scheduler<'a>(Engine<'a>);

impl<'a> Scheduler<'a> {
    /// For a plan and the days off that it follows.
    pub fn new(plan: &'a Plan, index: &'a Index, holidays: &'a Holidays) -> Self {
        Self(Engine::new(plan, index, holidays))
    }

    /// The period of a day, over which work is shared fairly: first and last day of the ISO weeks whose Thursday is in one
    /// month.
    pub const fn period(day: Day) -> (Day, Day) {
        rota::days(rota::period(day))
    }

    /// The calendar of a range, both ends included, as if the person `without` were never there.
    pub fn calendar(
        &self,
        library: &'a Library,
        range: (Day, Day),
        without: Option<usize>,
    ) -> Result<Calendar<'a>, TooLarge> {
        pipeline::calendar(&self.0, library, range, without)
    }

    pub(super) const fn engine(&self) -> &Engine<'a> {
        &self.0
    }

    /// The first day of the community.
    pub(super) fn starts(&self) -> Option<Day> {
        self.0.life.starts
    }

    /// The chain behind an item with a cadence, its dates from `from` on.
    pub fn trace(&self, item: Item, from: Day) -> Option<Trace<'a>> {
        trace::trace(&self.0, item, from)
    }

    /// The items whose pattern falls on a day on which they are not held, and why not.
    pub fn left_out(&self, day: Day) -> Vec<(Item, Decision)> {
        trace::left_out(&self.0, day)
    }

    /// Who could take the seats of each entry of a day, and why not: the entry's index among the entries of its
    /// [`period`](Self::period), and its seats.
    pub fn candidates(&self, library: &Library, day: Day) -> Result<Vec<(usize, Vec<Seat>)>, TooLarge> {
        pipeline::candidates(&self.0, library, day)
    }

    /// The festivals of a range, both ends included, in order of their days.
    pub fn festivals(&self, range: (Day, Day)) -> Vec<FestivalDay<'a>> {
        festivals::festivals(&self.0, range)
    }

    /// The original days of an item in a range, both ends included.
    pub fn dates(&self, item: Item, range: (Day, Day)) -> Vec<Day> {
        self.0.timed_item(item).map(|recurring| checks::original_days(&self.0, recurring, range)).unwrap_or_default()
    }

    /// The original days of an item that are nearest to a day: the last before it and the first two from it on.
    pub fn nearest(&self, item: Item, day: Day) -> Vec<Day> {
        self.0.timed_item(item).map(|recurring| checks::nearest(&self.0, recurring, day)).unwrap_or_default()
    }
}
