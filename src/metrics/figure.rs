//! One figure: what was counted out of what, in which days, or why it is withheld.

use super::interval::{ConfidenceInterval, wilson};
use crate::value::{Day, DayWindow};

/// Groups of fewer people are not shown: a figure about them would be a figure about someone.
pub const SMALLEST_GROUP: u64 = 5;

/// Why a figure is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// There is nothing to divide by; shown as a dash, never as 0 %.
    NothingToCount,
    /// The window ends after the last day of data.
    TooEarly {
        /// The last day that has to be in the data.
        until: Day,
    },
    /// The group is smaller than [`SMALLEST_GROUP`].
    SmallGroup,
}

/// A share: so many of so many, within some days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// How many did what is measured.
    pub numerator: u64,
    /// Out of how many.
    pub denominator: u64,
    /// The days that are looked at.
    pub window: DayWindow,
    /// The day of the last event that it rests on.
    pub data_until: Day,
    /// Why it is withheld, if it is.
    pub withheld: Option<Withheld>,
}

impl Figure {
    /// A share of people; withheld where the window is not over, nobody is counted, or the group is too small.
    pub fn of_people(numerator: u64, denominator: u64, window: DayWindow, data_until: Day) -> Self {
        let figure = Self::of_things(numerator, denominator, window, data_until);
        let is_small = denominator < SMALLEST_GROUP;
        Self { withheld: figure.withheld.or_else(|| is_small.then_some(Withheld::SmallGroup)), ..figure }
    }

    /// A share of things that are nobody's own, such as sign-ups or sends: it is not withheld for being small.
    pub fn of_things(numerator: u64, denominator: u64, window: DayWindow, data_until: Day) -> Self {
        let withheld = match denominator {
            _ if window.last > data_until => Some(Withheld::TooEarly { until: window.last }),
            0 => Some(Withheld::NothingToCount),
            _ => None,
        };
        Self { numerator, denominator, window, data_until, withheld }
    }

    /// The share, 0 to 1 (more only where something may happen more than once each); none where it is withheld.
    pub fn share(&self) -> Option<f64> {
        self.withheld.is_none().then(|| self.numerator as f64 / self.denominator as f64)
    }

    /// The 95 % Wilson interval of the share; none where it is withheld, or no proportion.
    pub fn interval(&self) -> Option<ConfidenceInterval> {
        let is_proportion = self.withheld.is_none() && self.numerator <= self.denominator;
        is_proportion.then(|| wilson(self.numerator, self.denominator))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(numerator: u64, denominator: u64, last: &str, data: &str) -> Figure {
        let window = DayWindow::ending(last.parse().expect("a day"), 7);
        Figure::of_people(numerator, denominator, window, data.parse().expect("a day"))
    }

    #[test]
    fn what_cannot_be_known_is_withheld_with_its_reason() {
        let day = "2026-03-08".parse().expect("a day");
        assert_eq!(figure(3, 10, "2026-03-08", "2026-03-07").withheld, Some(Withheld::TooEarly { until: day }));
        assert_eq!(figure(0, 0, "2026-03-08", "2026-03-08").withheld, Some(Withheld::NothingToCount));
        assert_eq!(figure(3, 4, "2026-03-08", "2026-03-08").withheld, Some(Withheld::SmallGroup));
        assert_eq!(figure(3, 5, "2026-03-08", "2026-03-08").share(), Some(0.6));
        for withheld in [figure(0, 0, "2026-03-08", "2026-03-08"), figure(3, 4, "2026-03-08", "2026-03-08")] {
            assert_eq!((withheld.share(), withheld.interval()), (None, None));
        }
        let sends = Figure::of_things(1, 2, DayWindow::ending(day, 7), day);
        assert_eq!(sends.share(), Some(0.5));
    }
}
