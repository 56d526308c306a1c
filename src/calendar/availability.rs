//! The hours in which someone is available, on the days of a calendar.

use std::ops::Range;

use crate::cadence::{Available, merged_spans};
use crate::knowledge::Holidays;
use crate::value::Day;

/// When someone is available, in minutes since the midnight of a first day: apart and ascending.
#[derive(Debug, Clone)]
pub(super) struct Availability(Vec<Range<i32>>);

impl Availability {
    /// On so many days from the first, and into the night after them.
    pub(super) fn new(available: &Available, holidays: &Holidays, first: Day, days: i32) -> Self {
        let of = |at: i32| {
            let day = first.plus(at);
            let hours = available.hours(day.weekday(), holidays.is_workday(day)).iter();
            hours.map(move |hours| at * 1440 + hours.start..at * 1440 + hours.end)
        };
        Self(merged_spans((-1..=days).flat_map(of).collect()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_half_open_and_run_into_the_night() {
        let available = Available::parse("Mon 9:00-12:00, Tue 18:00-24:00, Thu 22:00-1:00").expect("hours");
        let monday = "2026-12-07".parse().expect("a day");
        let free = Availability::new(&available, Holidays::none(), monday, 7);
        assert!(free.holds(540, 720) && free.holds(600, 601));
        assert!(!free.holds(539, 700) && !free.holds(600, 721) && !free.holds(0, 10));
        // Thursday into Friday
        assert!(free.holds(3 * 1440 + 1320, 4 * 1440 + 60) && !free.holds(3 * 1440 + 1320, 4 * 1440 + 61));
        // Tuesday ends with the day, Thursday does not
        let days: Vec<i32> = (0..7).filter(|day| free.is_on(*day)).collect();
        assert_eq!(days, [0, 1, 3, 4]);
        let early = Available::parse("Wed 0:00-8:00").expect("hours");
        let early = Availability::new(&early, Holidays::none(), monday, 7);
        assert_eq!((0..7).filter(|day| early.is_on(*day)).collect::<Vec<_>>(), [2]);
        let sunday = Available::parse("Sun 22:00-1:00").expect("hours");
        let sunday = Availability::new(&sunday, Holidays::none(), monday, 7);
        assert_eq!((0..7).filter(|day| sunday.is_on(*day)).collect::<Vec<_>>(), [0, 6]);
    }
}
