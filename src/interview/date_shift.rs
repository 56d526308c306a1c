//! Dates of the starter move with its first day: by whole weeks, so that a Saturday stays a Saturday, and what comes a
//! week after the first day of a cohort still does. The first day itself becomes the chosen one.

use crate::value::Day;

/// How far the dates of a plan move.
#[derive(Debug, Clone, Copy)]
pub(super) struct DateShift {
    /// The first day of the starter.
    pub first: Day,
    /// The first day that was chosen.
    pub starts: Day,
}

impl DateShift {
    /// The day on which something takes place after the move.
    pub(super) fn of(self, day: Day) -> Day {
        if day == self.first {
            return self.starts;
        }
        // rounded up, so that nothing comes nearer to the first day than it was, or before it
        let days = self.starts.0.saturating_sub(self.first.0);
        day.plus(-(-days).div_euclid(7) * 7)
    }
}
