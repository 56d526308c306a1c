//! The hours in which somebody has time, laid on the days of a calendar.

use std::ops::Range;

use crate::cadence::{Available, apart};
use crate::knowledge::Holidays;
use crate::value::Day;

/// When somebody has time, in minutes since the midnight of a first day: apart and ascending.
#[derive(Debug, Clone)]
pub(super) struct Free(Vec<Range<i32>>);

impl Free {
    /// On so many days from the first, and into the night after them.
    pub(super) fn new(available: &Available, holidays: &Holidays, first: Day, days: i32) -> Self {
        let of = |at: i32| {
            let day = first.plus(at);
            let hours = available.hours(day.weekday(), holidays.is_workday(day)).iter();
            hours.map(move |hours| at * 1440 + hours.start..at * 1440 + hours.end)
        };
        Self(apart((-1..=days).flat_map(of).collect()))
    }

    /// Whether all of a span of minutes is free.
    pub(super) fn holds(&self, start: i32, end: i32) -> bool {
        let after = self.0.partition_point(|hours| hours.start <= start);
        after > 0 && end <= self.0[after - 1].end
    }

    /// Whether any of a day is free, the first being 0.
    pub(super) fn is_on(&self, day: i32) -> bool {
        let after = self.0.partition_point(|hours| hours.start < (day + 1) * 1440);
        after > 0 && day * 1440 < self.0[after - 1].end
    }
}
