//! The hours in which someone is available, on the days of a calendar.

use std::ops::Range;

use super::zone::convert;
use crate::cadence::{Available, merged_spans};
use crate::knowledge::{DayStatus, Holidays};
use crate::plan::values::Zone;
use crate::value::{Clock, Day};

/// From when to when people are awake, in minutes of the day.
const AWAKE: (i32, i32) = (7 * 60, 23 * 60);

/// The days of a period as someone counts them who may live in another zone than that of the plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct PeriodDays<'a> {
    /// The first day.
    pub first: Day,
    /// How many.
    pub days: i32,
    /// Their own zone and that of the plan, where these are two.
    pub zones: Option<(&'a Zone, &'a Zone)>,
}

impl PeriodDays<'_> {
    /// The days from 0, with those around them that reach into them.
    fn all(self) -> std::ops::RangeInclusive<i32> {
        if self.zones.is_some() { -2..=self.days + 1 } else { -1..=self.days }
    }

    /// A minute of a day on their wall → minutes since the first midnight on the wall of the plan.
    fn minute(self, day: i32, minute: i32) -> i32 {
        let on_own_wall = day * 1440 + minute;
        let Some((own, plan)) = self.zones else { return on_own_wall };
        let (clock, more) = Clock::from_minutes(minute);
        let there = convert(self.first.plus(day + more), clock, own, plan);
        there.map_or(on_own_wall, |(day, clock)| (day.0 - self.first.0) * 1440 + clock.minutes())
    }
}

/// When someone is available, in minutes since the midnight of a first day: apart and ascending.
#[derive(Debug, Clone)]
pub(super) struct Availability(Vec<Range<i32>>);

impl Availability {
    /// On so many days from the first, and into the night after them; the hours are those of the person's own wall.
    pub(super) fn new(available: &Available, holidays: &Holidays, days: PeriodDays<'_>) -> Self {
        let of = |at: i32| {
            let day = days.first.plus(at);
            let hours = available.hours(day.weekday(), holidays.is_workday(day)).iter();
            hours.map(move |hours| days.minute(at, hours.start)..days.minute(at, hours.end))
        };
        Self(merged_spans(days.all().flat_map(of).collect()))
    }

    /// The hours that are no night, every day.
    pub(super) fn awake(days: PeriodDays<'_>) -> Self {
        let (from, to) = AWAKE;
        Self(merged_spans(days.all().map(|at| days.minute(at, from)..days.minute(at, to)).collect()))
    }

    /// These hours, and others.
    pub(super) fn or(self, others: Self) -> Self {
        Self(merged_spans(self.0.into_iter().chain(others.0).collect()))
    }

    /// The days off.
    pub(super) fn off(holidays: &Holidays, days: PeriodDays<'_>) -> Self {
        let is_off = |at: &i32| holidays.status(days.first.plus(*at)).status == DayStatus::Off;
        let span = |at: i32| days.minute(at, 0)..days.minute(at, 1440);
        Self(merged_spans(days.all().filter(is_off).map(span).collect()))
    }

    /// Whether any of a span of minutes is within.
    pub(super) fn touches(&self, start: i32, end: i32) -> bool {
        let first = self.0.partition_point(|hours| hours.end <= start);
        self.0.get(first).is_some_and(|hours| hours.start < end)
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
        let here = PeriodDays { first: "2026-12-07".parse().expect("a day"), days: 7, zones: None };
        let free = Availability::new(&available, Holidays::none(), here);
        assert!(free.holds(540, 720) && free.holds(600, 601));
        assert!(!free.holds(539, 700) && !free.holds(600, 721) && !free.holds(0, 10));
        // Thursday into Friday
        assert!(free.holds(3 * 1440 + 1320, 4 * 1440 + 60) && !free.holds(3 * 1440 + 1320, 4 * 1440 + 61));
        // Tuesday ends with the day, Thursday does not
        let days: Vec<i32> = (0..7).filter(|day| free.is_on(*day)).collect();
        assert_eq!(days, [0, 1, 3, 4]);
        let early = Available::parse("Wed 0:00-8:00").expect("hours");
        let early = Availability::new(&early, Holidays::none(), here);
        assert_eq!((0..7).filter(|day| early.is_on(*day)).collect::<Vec<_>>(), [2]);
        let sunday = Available::parse("Sun 22:00-1:00").expect("hours");
        let sunday = Availability::new(&sunday, Holidays::none(), here);
        assert_eq!((0..7).filter(|day| sunday.is_on(*day)).collect::<Vec<_>>(), [0, 6]);
    }

    #[test]
    fn hours_and_nights_are_those_of_the_own_wall() {
        let zone = |name: &str| name.parse::<Zone>().expect("a zone");
        let (bangalore, new_york) = (zone("Asia/Kolkata"), zone("America/New_York"));
        let first = "2026-12-07".parse().expect("a day");
        let days = PeriodDays { first, days: 7, zones: Some((&bangalore, &new_york)) };
        // 9:00 to 17:00 in Bangalore is 22:30 to 6:30 in New York, ten and a half hours behind
        let office = Available::parse("Tue 9:00-17:00").expect("hours");
        let free = Availability::new(&office, Holidays::none(), days);
        assert!(free.holds(22 * 60 + 30, 1440 + 6 * 60 + 30));
        assert!(!free.holds(22 * 60 + 29, 1440) && !free.holds(1440, 1440 + 6 * 60 + 31));
        // awake from 20:30 to 12:30
        let awake = Availability::awake(days);
        assert!(awake.holds(20 * 60 + 30, 1440 + 12 * 60 + 30));
        assert!(!awake.holds(12 * 60 + 29, 12 * 60 + 31) && !awake.holds(15 * 60, 16 * 60));
        // the clocks change in New York on 14 March 2027: nine and a half hours
        let days = PeriodDays { first: "2027-03-13".parse().expect("a day"), ..days };
        let awake = Availability::awake(days);
        assert!(awake.holds(-3 * 60 - 30, 12 * 60 + 30) && awake.holds(1440 + 21 * 60 + 30, 2 * 1440 + 13 * 60 + 30));
    }

    #[test]
    fn a_day_off_begins_where_the_person_lives() {
        let zone = |name: &str| name.parse::<Zone>().expect("a zone");
        let (own, plan) = (zone("Asia/Kolkata"), zone("UTC"));
        let days = PeriodDays { first: "2026-10-01".parse().expect("a day"), days: 7, zones: Some((&own, &plan)) };
        let gandhi = Holidays::parse_csv("date,name,status\n2026-10-02,Gandhi Jayanti,off\n").expect("a table");
        let off = Availability::off(&gandhi, days);
        assert!(off.touches(18 * 60 + 30, 19 * 60) && off.touches(1440 + 18 * 60, 1440 + 20 * 60));
        assert!(!off.touches(17 * 60, 18 * 60 + 30) && !off.touches(1440 + 18 * 60 + 30, 1440 + 20 * 60));
    }
}
