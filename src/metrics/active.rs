//! Active members: on a day, in seven days, in thirty days, and how many of the month come on a day.

use super::member_days::MemberDays;
use crate::value::{Day, DayWindow};

/// How many members were active up to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActiveMembers {
    /// On the day itself (DAU).
    pub day: u64,
    /// In the seven days that end with it (WAU).
    pub week: u64,
    /// In the thirty days that end with it (MAU).
    pub month: u64,
}

impl ActiveMembers {
    /// The members who were active up to a day.
    pub fn on(days: &MemberDays, day: Day) -> Self {
        let in_days = |length| days.active(DayWindow::ending(day, length));
        Self { day: in_days(1), week: in_days(7), month: in_days(30) }
    }
}

/// Stickiness over some days, in both of its meanings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stickiness {
    /// Active members on an average day.
    pub mean_day: f64,
    /// The mean of each day's DAU / MAU: what is called stickiness here. Days without anybody in their month are left out.
    pub mean_of_ratios: f64,
    /// Mean DAU / mean MAU: another figure, shown by other tools under the same name.
    pub ratio_of_means: f64,
}

impl Stickiness {
    /// Over the days of a window; none where nobody was active in them.
    pub fn over(days: &MemberDays, window: DayWindow) -> Option<Self> {
        let of_day: Vec<f64> = days.active_ending(window, 1).into_iter().map(|count| count as f64).collect();
        let of_month: Vec<f64> = days.active_ending(window, 30).into_iter().map(|count| count as f64).collect();
        let both = of_day.iter().zip(&of_month).filter(|(_, month)| **month > 0.0);
        let ratios: Vec<f64> = both.map(|(day, month)| day / month).collect();
        if ratios.is_empty() {
            return None;
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let (mean_day, mean_month, mean_of_ratios) = (mean(&of_day), mean(&of_month), mean(&ratios));
        Some(Self { mean_day, mean_of_ratios, ratio_of_means: mean_day / mean_month })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i32) -> Day {
        Day(20_000 + n)
    }

    #[test]
    fn windows_end_with_their_day_and_include_it() {
        let mut days = MemberDays::default();
        for (member, at) in [(1, 0), (1, 0), (2, 6), (3, 23), (4, 29), (5, 30)] {
            days.add(member, day(at));
        }
        assert_eq!(ActiveMembers::on(&days, day(29)), ActiveMembers { day: 1, week: 2, month: 4 });
        assert_eq!(ActiveMembers::on(&days, day(30)), ActiveMembers { day: 1, week: 2, month: 4 });
        assert_eq!(ActiveMembers::on(&days, day(-1)), ActiveMembers { day: 0, week: 0, month: 0 });
    }

    #[test]
    fn the_two_means_differ() {
        let mut days = MemberDays::default();
        days.add(1, day(0));
        days.add(1, day(1));
        days.add(2, day(1));
        let window = DayWindow { first: day(0), last: day(2) };
        // DAU 1, 2, 0; MAU 1, 2, 2
        let stickiness = Stickiness::over(&days, window).expect("two members");
        assert!((stickiness.mean_of_ratios - 2.0 / 3.0).abs() < 1e-12, "{stickiness:?}");
        assert!((stickiness.ratio_of_means - 0.6).abs() < 1e-12, "{stickiness:?}");
        assert_eq!(Stickiness::over(&MemberDays::default(), window), None);
    }
}
