//! Churn, in its two meanings: who left, and who was active in one period and not in the next.

use super::figure::Figure;
use super::member_days::MemberDays;
use crate::value::{Day, DayWindow};

/// 退群率: those who left within a period, of the members at its start.
pub fn leave_rate(left: u64, members_at_start: u64, window: DayWindow, data_until: Day) -> Figure {
    Figure::of_people(left, members_at_start, window, data_until)
}

/// Members active in one period, and which of them were not in the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lapsed {
    /// Active in the first period.
    pub before: u64,
    /// Active in the next one.
    pub after: u64,
    /// Active in both.
    pub both: u64,
    /// The share of the first that is missing in the next.
    pub figure: Figure,
}

impl Lapsed {
    /// From one period to the next.
    pub fn between(days: &MemberDays, first: DayWindow, next: DayWindow, data_until: Day) -> Self {
        let is_in_both = |member: u32| days.is_active(member, first) && days.is_active(member, next);
        let both = days.members().filter(|(member, _)| is_in_both(*member)).count() as u64;
        Self::of(days.active(first), days.active(next), both, next, data_until)
    }

    /// From counts.
    pub fn of(before: u64, after: u64, both: u64, next: DayWindow, data_until: Day) -> Self {
        let figure = Figure::of_people(before.saturating_sub(both), before, next, data_until);
        Self { before, after, both, figure }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEXT: DayWindow = DayWindow { first: Day(30), last: Day(59) };

    #[test]
    fn leavers_of_the_members_at_the_start() {
        assert_eq!(leave_rate(50, 1_000, NEXT, Day(59)).share(), Some(0.05));
        assert_eq!(leave_rate(0, 0, NEXT, Day(59)).share(), None);
    }

    /// CollegeMsg (SNAP): active in May, June and both.
    #[test]
    fn active_before_and_not_after() {
        let lapsed = Lapsed::of(1_038, 740, 575, NEXT, Day(59));
        assert_eq!(lapsed.figure.numerator, 463);
        assert_eq!(format!("{:.3}", lapsed.figure.share().expect("a share") * 100.0), "44.605");
    }

    #[test]
    fn members_of_both_periods_are_found() {
        let mut days = MemberDays::default();
        for (member, day) in [(1, 0), (1, 31), (2, 5), (3, 6), (4, 7), (5, 8), (6, 40), (2, 60)] {
            days.add(member, Day(day));
        }
        let first = DayWindow { first: Day(0), last: Day(29) };
        let lapsed = Lapsed::between(&days, first, NEXT, Day(60));
        assert_eq!((lapsed.before, lapsed.after, lapsed.both, lapsed.figure.share()), (5, 2, 1, Some(0.8)));
    }
}
