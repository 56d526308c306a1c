//! Participation: how many of those who could have taken part did.

use super::figure::Figure;
use super::member_days::MemberDays;
use crate::value::{Day, DayWindow};

/// Members active in a window, of those who were members at any time in it. Where only a count of one date is known, the
/// caller says which date that is.
pub fn participation(days: &MemberDays, members_present: u64, window: DayWindow, data_until: Day) -> Figure {
    Figure::of_people(days.active(window), members_present, window, data_until)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn active_members_of_those_present() {
        let mut days = MemberDays::default();
        for member in 0..100 {
            days.add(member, Day(20_000 + member.rem_euclid(7) as i32));
        }
        let window = DayWindow { first: Day(20_000), last: Day(20_006) };
        let figure = participation(&days, 500, window, Day(20_006));
        assert_eq!((figure.numerator, figure.share()), (100, Some(0.2)));
        // CollegeMsg (SNAP): 1,350 of 1,899 wrote
        let college = Figure::of_people(1_350, 1_899, window, Day(20_006));
        assert_eq!(format!("{:.4}", college.share().expect("a share")), "0.7109");
    }
}
