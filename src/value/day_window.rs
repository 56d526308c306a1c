//! A closed interval of civil days.

use super::day::{Day, Month};

/// The days from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DayWindow {
    /// The first day.
    pub first: Day,
    /// The last day; never before the first.
    pub last: Day,
}

impl DayWindow {
    /// The days from one to the other; none where they run backward.
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// So many days that end with this one; at least the day itself.
    pub fn ending(last: Day, days: i32) -> Self {
        Self { first: last.plus(1 - days.max(1)), last }
    }

    /// A calendar month.
    pub fn month(month: Month) -> Self {
        Self { first: month.first(), last: month.last() }
    }

    /// The week of a day, Monday to Sunday.
    pub fn week_of(day: Day) -> Self {
        Self { first: day.monday(), last: day.monday().plus(6) }
    }

    /// How many days it has.
    pub const fn days(self) -> i32 {
        self.last.0 - self.first.0 + 1
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Its days in order.
    pub fn each_day(self) -> impl Iterator<Item = Day> {
        (self.first.0..=self.last.0).map(Day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_closed_and_weeks_begin_on_monday() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let month = DayWindow::month(day("2026-02-10").month());
        assert_eq!(
            (month.days(), month.contains(day("2026-02-28")), month.contains(day("2026-03-01"))),
            (28, true, false)
        );
        assert_eq!(DayWindow::week_of(day("2026-11-29")).first, day("2026-11-23"));
        assert_eq!(DayWindow::ending(day("2026-03-02"), 30).first, day("2026-02-01"));
        assert_eq!(DayWindow::new(day("2026-02-02"), day("2026-02-01")), None);
        assert_eq!(month.each_day().count(), 28);
    }
}
