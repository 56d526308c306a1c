//! Days of the 24 solar terms in the Gregorian years 1958 to 2056, from a static table made by `tests/almanac.rs`.
//!
//! Terms are numbered as in [`TERMS`](super::TERMS): 0 = 小寒 … 23 = 冬至. Must not answer outside these years.

use super::lunar::FIRST_YEAR;
use super::term_table::{EARLIEST, SHIFTS};
use crate::value::Day;

/// The day of a term in a Gregorian year; none outside of 1958 to 2056 or for a number over 23.
pub fn day_of(year: i32, index: usize) -> Option<Day> {
    let shifts = *SHIFTS.get(usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?)?;
    let earliest = *EARLIEST.get(index)?;
    let shift = (shifts >> (2 * index) & 3) as i32;
    Day::from_ymd(year, index as i32 / 2 + 1, i32::from(earliest) + shift)
}

/// The term that begins on this day.
pub fn on(day: Day) -> Option<usize> {
    let (year, month, _) = day.ymd();
    let first = month as usize * 2 - 2;
    [first, first + 1].into_iter().find(|index| day_of(year, *index) == Some(day))
}

#[cfg(test)]
mod tests {
    use super::super::TERMS;
    use super::*;

    #[test]
    fn terms_fall_on_their_days() {
        for (day, name) in
            [("2026-12-22", "冬至"), ("2026-04-05", "清明"), ("2026-02-04", "立春"), ("2025-02-03", "立春")]
        {
            let day = day.parse().expect("a date");
            assert_eq!(on(day).map(|n| TERMS[n].zh), Some(name), "{day}");
            assert_eq!(on(day.plus(1)), None);
        }
        for (year, index) in [(1957, 0), (2057, 0), (2026, 24), (i32::MIN, 0)] {
            assert_eq!(day_of(year, index), None);
        }
        assert!(on(Day::MIN).is_none() && on(Day::MAX).is_none());
    }
}
