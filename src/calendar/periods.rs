//! The periods over which work is shared fairly, and the stretches of them in which a calendar is made.

use crate::value::{Day, Month};

/// The period of a day.
pub(super) const fn period(day: Day) -> Month {
    day.monday().plus(3).month()
}

/// The days of a period, both ends included: from the Monday of the week of its month's first Thursday.
pub(super) const fn days(period: Month) -> (Day, Day) {
    let next = Month(period.0 + 1);
    (period.first().plus(3).monday(), next.first().plus(3).monday().plus(-1))
}

/// The whole periods of the rota that touch a range, up to a year of them at a time, fewer the more items there are.
#[derive(Debug, Clone)]
pub(super) struct Stretches {
    /// The first month of the next stretch, and the last of all.
    next: i32,
    last: i32,
    at_once: i32,
}

impl Stretches {
    /// Those of a range for a number of items, so many months of items at a time.
    pub(super) fn new(from: Day, to: Day, items: usize, at_once: usize) -> Self {
        let at_once = (at_once / items.max(1)).clamp(1, 12) as i32;
        Self { next: period(from).0, last: period(to).0, at_once }
    }
}

impl Iterator for Stretches {
    type Item = (Day, Day);

    fn next(&mut self) -> Option<(Day, Day)> {
        if self.last < self.next {
            return None;
        }
        let begins = |month: i32| days(Month(month)).0;
        let (first, next) = (self.next, (self.next + self.at_once).min(self.last + 1));
        self.next = next;
        // the last period of all ends with the calendar
        let end = if next > Day::MAX.month().0 { Day::MAX } else { begins(next).plus(-1) };
        Some((begins(first), end))
    }
}
