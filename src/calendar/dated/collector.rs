//! Collects the dates of a plan with what is known of when they fall.

use super::kind::{DateKind, PlanDate, Rows};
use super::timing::Timing;
use crate::calendar::life::Life;
use crate::value::Day;

/// A date of the plan on each of its days.
pub(in super::super) struct TimedDate {
    /// Which date it is.
    pub date: PlanDate,
    /// When it falls.
    pub timing: Timing,
    /// How many minutes it fills, where it lasts.
    pub minutes: Option<i32>,
}

/// Collects the dates of a plan.
pub(super) struct Collector<'l> {
    pub life: &'l Life,
    pub dates: Vec<TimedDate>,
}

impl<'l> Collector<'l> {
    /// With nothing collected yet.
    pub(super) const fn new(life: &'l Life) -> Self {
        Self { life, dates: Vec::new() }
    }
}

impl Collector<'_> {
    /// On a day of its own.
    pub(super) fn on(&mut self, kind: DateKind, of: Rows, day: Option<Day>) {
        if let Some(day) = day {
            self.dates.push(TimedDate { date: PlanDate { kind, of }, timing: Timing::On(day), minutes: None });
        }
    }

    /// What a text says of when.
    pub(super) fn of_text(&self, text: Option<&str>) -> Vec<Timing> {
        text.map(|text| Timing::of_text(text, self.life)).unwrap_or_default()
    }

    /// At a rhythm.
    pub(super) fn at(&mut self, kind: DateKind, of: Rows, timings: impl IntoIterator<Item = Timing>) {
        let timed = |timing| TimedDate { date: PlanDate { kind, of }, timing, minutes: None };
        self.dates.extend(timings.into_iter().map(timed));
    }
}
