//! Attendance: who came, and who had signed up and did not.

use super::figure::Figure;
use crate::value::{Day, DayWindow};

/// What was counted of one event, or of several together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DoorCount {
    /// Who had a place.
    pub signed_up: u64,
    /// Who gave it back before sign-up closed.
    pub cancelled_in_time: u64,
    /// Who had a place and came.
    pub came_with_place: u64,
    /// Who was on the waiting list and came.
    pub came_from_waiting_list: u64,
    /// Who came without having signed up.
    pub walked_in: u64,
}

/// What follows from a count at the door.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AttendanceFigures {
    /// All who came.
    pub came: u64,
    /// Who had a place, did not give it back, and did not come.
    pub no_show: Figure,
}

/// A count that contradicts itself: more came with a place than had one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoreThanSignedUp {
    /// Who came with a place.
    pub came: u64,
    /// Who had one.
    pub expected: u64,
}

impl DoorCount {
    /// Both counts together.
    pub fn and(self, other: Self) -> Self {
        Self {
            signed_up: self.signed_up + other.signed_up,
            cancelled_in_time: self.cancelled_in_time + other.cancelled_in_time,
            came_with_place: self.came_with_place + other.came_with_place,
            came_from_waiting_list: self.came_from_waiting_list + other.came_from_waiting_list,
            walked_in: self.walked_in + other.walked_in,
        }
    }

    /// What follows from it.
    pub fn figures(self, window: DayWindow, data_until: Day) -> Result<AttendanceFigures, MoreThanSignedUp> {
        let expected = self.signed_up.saturating_sub(self.cancelled_in_time);
        let missing = expected
            .checked_sub(self.came_with_place)
            .ok_or(MoreThanSignedUp { came: self.came_with_place, expected })?;
        Ok(AttendanceFigures {
            came: self.came_with_place + self.came_from_waiting_list + self.walked_in,
            no_show: Figure::of_things(missing, expected, window, data_until),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: DayWindow = DayWindow { first: Day(0), last: Day(0) };

    #[test]
    fn walk_ins_and_the_waiting_list_do_not_hide_no_shows() {
        let door = DoorCount {
            signed_up: 60,
            cancelled_in_time: 4,
            came_with_place: 35,
            came_from_waiting_list: 3,
            walked_in: 15,
        };
        let figures = door.figures(WINDOW, Day(0)).expect("it adds up");
        assert_eq!((figures.came, figures.no_show.numerator, figures.no_show.denominator), (53, 21, 56));
        assert_eq!(figures.no_show.share(), Some(0.375));
        let twice = door.and(door).figures(WINDOW, Day(0)).expect("it adds up");
        assert_eq!((twice.came, twice.no_show.share()), (106, Some(0.375)));
    }

    /// Wooldridge, `attend`: 17,780 of 21,760 lectures were attended.
    #[test]
    fn lectures_attended() {
        let door = DoorCount { signed_up: 21_760, came_with_place: 17_780, ..DoorCount::default() };
        let no_show = door.figures(WINDOW, Day(0)).expect("it adds up").no_show;
        assert_eq!(format!("{:.4}", 1.0 - no_show.share().expect("a share")), "0.8171");
    }

    #[test]
    fn more_than_signed_up_is_an_error() {
        let door = DoorCount { signed_up: 10, cancelled_in_time: 2, came_with_place: 9, ..DoorCount::default() };
        assert_eq!(door.figures(WINDOW, Day(0)), Err(MoreThanSignedUp { came: 9, expected: 8 }));
    }
}
