//! How much is written: a day, a member and day, and by the member in the middle.

use super::member_days::MemberDays;
use crate::value::DayWindow;

/// How much was written within some days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MessageRate {
    /// How many messages.
    pub messages: u64,
    /// Messages on an average day.
    pub per_day: f64,
    /// Messages on an average day, of an average member; none where the number of members is not known.
    pub per_member_day: Option<f64>,
    /// 人均消息: messages for each member over the whole window; none where the number of members is not known.
    pub per_member: Option<f64>,
    /// What the active member in the middle wrote; none where nobody wrote.
    pub median_of_active: Option<f64>,
}

impl MessageRate {
    /// Within a window, among so many members.
    pub fn over(days: &MemberDays, window: DayWindow, members: Option<u64>) -> Self {
        let acts = days.acts(window);
        let messages: u64 = acts.iter().sum();
        let per_day = messages as f64 / f64::from(window.days());
        let members = members.filter(|members| *members > 0);
        Self {
            messages,
            per_day,
            per_member_day: members.map(|members| per_day / members as f64),
            per_member: members.map(|members| messages as f64 / members as f64),
            median_of_active: median(&acts),
        }
    }
}

/// The value in the middle of an ascending list; of two in the middle their mean.
pub(super) fn median(ascending: &[u64]) -> Option<f64> {
    let (low, high) = (ascending.len().checked_sub(1)? / 2, ascending.len() / 2);
    Some((ascending[low] as f64 + ascending[high] as f64) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Day;

    #[test]
    fn a_day_a_member_and_the_middle() {
        let mut days = MemberDays::default();
        days.add_several(1, Day(0), 7);
        days.add_several(2, Day(4), 1);
        days.add_several(2, Day(5), 100);
        let rate = MessageRate::over(&days, DayWindow { first: Day(0), last: Day(4) }, Some(4));
        assert_eq!((rate.messages, rate.per_day, rate.per_member), (8, 1.6, Some(2.0)));
        assert_eq!((rate.per_member_day, rate.median_of_active), (Some(0.4), Some(4.0)));
        let nothing = MessageRate::over(&days, DayWindow { first: Day(9), last: Day(9) }, Some(0));
        assert_eq!((nothing.per_day, nothing.per_member, nothing.median_of_active), (0.0, None, None));
    }

    /// CollegeMsg (SNAP): 59,835 messages in 195 days.
    #[test]
    fn college_messages_a_day() {
        let mut days = MemberDays::default();
        days.add_several(1, Day(0), 59_835);
        let rate = MessageRate::over(&days, DayWindow { first: Day(0), last: Day(194) }, None);
        assert_eq!(format!("{:.2}", rate.per_day), "306.85");
    }
}
