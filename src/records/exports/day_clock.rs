//! The civil days of a zone: which day a second belongs to.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::value::Day;

/// Finds the civil day of a second. Exports are mostly in order, so the last day is remembered.
#[derive(Debug, Clone)]
pub struct DayClock {
    zone: TimeZone,
    /// The first second of the last day, the first one after it, and the day.
    last: Option<(i64, i64, Day)>,
}

impl DayClock {
    /// The days of a zone.
    pub const fn new(zone: TimeZone) -> Self {
        Self { zone, last: None }
    }

    /// The civil day of a second since 1970; none outside of the calendar.
    pub fn day_of(&mut self, second: i64) -> Option<Day> {
        if let Some((first, end, day)) = self.last
            && (first..end).contains(&second)
        {
            return Some(day);
        }
        let zoned = Timestamp::from_second(second).ok()?.to_zoned(self.zone.clone());
        let date = zoned.date();
        let day = Day::from_ymd(date.year().into(), date.month().into(), date.day().into())?;
        let first = zoned.start_of_day().ok()?.timestamp().as_second();
        let end = zoned.tomorrow().ok()?.start_of_day().ok()?.timestamp().as_second();
        self.last = Some((first, end, day));
        Some(day)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn clock(zone: &str) -> DayClock {
        DayClock::new(TimeZone::get(zone).expect("a zone"))
    }

    #[test]
    fn a_day_is_one_of_the_zone() {
        let mut shanghai = clock("Asia/Shanghai");
        let days = [1_704_470_399, 1_704_470_400, 1_704_470_399]
            .map(|second| shanghai.day_of(second).expect("a day").to_string());
        assert_eq!(days, ["2024-01-05", "2024-01-06", "2024-01-05"]);
        // a day of 25 hours: the hour that is there twice belongs to it
        let (mut new_york, first) = (clock("America/New_York"), 1_730_606_400);
        let days = [first - 1, first, first + 25 * 3_600 - 1, first + 25 * 3_600];
        let days = days.map(|second| new_york.day_of(second).expect("a day").to_string());
        assert_eq!(days, ["2024-11-02", "2024-11-03", "2024-11-03", "2024-11-04"]);
        assert_eq!(shanghai.day_of(i64::MAX), None);
    }

    proptest! {
        /// What was asked before does not matter, and neither does the way through a zone's changes.
        #[test]
        fn days_agree_with_the_calendar(seconds in prop::collection::vec(0i64..4_000_000_000, 1..40), zone in 0usize..4) {
            let zone = ["Asia/Shanghai", "America/New_York", "Europe/London", "Pacific/Apia"][zone];
            let mut clock = clock(zone);
            for second in seconds {
                let zoned = Timestamp::from_second(second).expect("a moment").in_tz(zone).expect("a zone");
                prop_assert_eq!(clock.day_of(second).expect("a day").to_string(), zoned.date().to_string());
            }
        }
    }
}
