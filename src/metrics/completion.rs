//! Completion of a programme, and days in a row.

use super::figure::Figure;
use crate::value::{Day, DayWindow};

/// Who finished, of those who started.
pub fn completion_rate(finished: u64, started: u64, window: DayWindow, data_until: Day) -> Figure {
    Figure::of_people(finished, started, window, data_until)
}

/// The most civil days in a row, in days of any order with repetitions.
pub fn longest_streak(days: impl IntoIterator<Item = Day>) -> u32 {
    let mut days: Vec<Day> = days.into_iter().collect();
    days.sort_unstable();
    days.dedup();
    let (mut longest, mut current, mut before) = (0, 0, None::<Day>);
    for day in days {
        current = if before.is_some_and(|before| before.plus(1) == day) { current + 1 } else { 1 };
        longest = longest.max(current);
        before = Some(day);
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streaks_are_of_civil_days() {
        assert_eq!(longest_streak([5, 3, 4, 4, 9, 10].map(Day)), 3);
        assert_eq!(longest_streak([Day(1)]), 1);
        assert_eq!(longest_streak([]), 0);
    }

    #[test]
    fn finished_of_started() {
        let window = DayWindow { first: Day(0), last: Day(20) };
        assert_eq!(completion_rate(12, 40, window, Day(20)).share(), Some(0.3));
        assert_eq!(completion_rate(12, 40, window, Day(19)).share(), None);
    }
}
