//! The nights and days off of people who have a zone or a country of their own.

use super::super::availability::{Availability, PeriodDays};
use super::super::decision::Obstacle;
use crate::knowledge::{DayStatus, Holidays};
use crate::value::Day;

/// What keeps someone from work on their own wall, in one period.
#[derive(Debug)]
pub(super) struct OwnTime {
    /// The hours that are no night; none: any hour.
    awake: Option<Availability>,
    /// The days off.
    off: Option<Availability>,
    /// The workdays of the period, and those of them that are off, a bit a day.
    workdays: (u64, u64),
}

impl OwnTime {
    pub(super) fn new(awake: Option<Availability>, holidays: Option<&Holidays>, days: PeriodDays<'_>) -> Self {
        let mut workdays = (0, 0);
        if let Some(holidays) = holidays {
            for at in 0..days.days.clamp(0, 64) {
                let day: Day = days.first.plus(at);
                let is_off = holidays.status(day).status == DayStatus::Off;
                let bit = u64::from(!holidays.is_weekend(day)) << at;
                workdays = (workdays.0 | bit, if is_off { workdays.1 | bit } else { workdays.1 });
            }
        }
        Self { awake, off: holidays.map(|holidays| Availability::off(holidays, days)), workdays }
    }

    /// What keeps them from something live, by its minutes.
    pub(super) fn during(&self, start: i32, end: i32) -> Option<Obstacle> {
        if self.awake.as_ref().is_some_and(|awake| !awake.holds(start, end)) {
            return Some(Obstacle::Night);
        }
        self.off.as_ref().is_some_and(|off| off.touches(start, end)).then_some(Obstacle::DayOff)
    }

    /// What keeps them from a duty of whole days: most of its workdays are off.
    pub(super) fn over(&self, first: i32, days: i32) -> Option<Obstacle> {
        let duty = of_days(first, days);
        let (all, off) = ((self.workdays.0 & duty).count_ones(), (self.workdays.1 & duty).count_ones());
        (off * 2 > all).then_some(Obstacle::DayOff)
    }

    /// The first workday that is off in a duty of whole days.
    pub(super) fn first_off(&self, first: i32, days: i32) -> Option<i32> {
        let off = self.workdays.1 & of_days(first, days);
        (off != 0).then(|| i32::try_from(off.trailing_zeros()).unwrap_or(0))
    }
}

/// So many days from the first, a bit a day.
fn of_days(first: i32, days: i32) -> u64 {
    (u64::MAX >> (64 - days.clamp(1, 64))) << first.clamp(0, 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_duty_is_kept_away_by_most_of_its_workdays() {
        let first = "2026-12-21".parse().expect("a day");
        let rows = "2026-12-24,Christmas Eve,off\n2026-12-25,Christmas,off\n2026-12-28,Boxing Day,off\n";
        let holidays = Holidays::parse_csv(&format!("date,name,status\n{rows}")).expect("a table");
        let own = OwnTime::new(None, Some(&holidays), PeriodDays { first, days: 28, zones: None });
        // Monday to Friday with two of five; Thursday to Sunday with both; the Monday; a plain Sunday
        assert_eq!(
            [own.over(0, 7), own.over(3, 4), own.over(7, 1), own.over(6, 1)],
            [None, Some(Obstacle::DayOff), Some(Obstacle::DayOff), None]
        );
        assert_eq!([own.first_off(0, 7), own.first_off(0, 3), own.first_off(4, 7)], [Some(3), None, Some(4)]);
        assert_eq!(own.during(3 * 1440 + 600, 3 * 1440 + 660), Some(Obstacle::DayOff));
        assert_eq!(own.during(0, 60), None);
    }
}
