//! What a holiday does to an occurrence.

use crate::cadence::Roll;
use crate::knowledge::{DayStatus, Holidays};
use crate::plan::activities::OnHoliday;
use crate::value::Day;

/// How far a holiday moves something at most, in days.
pub(super) const REACH: i32 = 21;

/// The day on which something takes place that falls on `day`; none when it is skipped. Something of a weekday moves
/// to the nearest workday, something of a weekend to the nearest weekend day that is neither holiday nor made up.
pub(super) fn place(day: Day, policy: OnHoliday, holidays: &Holidays) -> Option<Day> {
    if policy == OnHoliday::Keep || !is_holiday(day, holidays) {
        return Some(day);
    }
    let step = match policy {
        OnHoliday::Keep => return Some(day),
        OnHoliday::Skip => return None,
        OnHoliday::Before => -1,
        OnHoliday::After => 1,
    };
    let weekend = holidays.is_weekend(day);
    let fits = |candidate: Day| {
        if weekend {
            holidays.is_weekend(candidate) && !is_holiday(candidate, holidays) && !holidays.status(candidate).make_up
        } else {
            holidays.is_workday(candidate)
        }
    };
    Some((1..=REACH).map(|n| day.plus(step * n)).find(|candidate| fits(*candidate)).unwrap_or(day))
}

/// The workday on which something takes place that is counted to `day`.
pub(super) fn roll(day: Day, roll: Roll, holidays: &Holidays) -> Day {
    if holidays.is_workday(day) {
        return day;
    }
    let sides: &[i32] = match roll {
        Roll::Before => &[-1],
        Roll::After => &[1],
        Roll::Nearest => &[1, -1],
    };
    let candidates = (1..=REACH).flat_map(|n| sides.iter().map(move |side| day.plus(side * n)));
    candidates.into_iter().find(|candidate| holidays.is_workday(*candidate)).unwrap_or(day)
}

/// Whether a day is a day off by notice: a holiday, not merely a weekend.
pub(super) fn is_holiday(day: Day, holidays: &Holidays) -> bool {
    holidays.status(day).status == DayStatus::Off
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(day: &str, policy: OnHoliday) -> Option<String> {
        place(day.parse().expect("a day"), policy, Holidays::china()).map(|day| day.to_string())
    }

    #[test]
    fn a_day_off_rolls_to_the_workday_before_after_or_nearest() {
        // 2026-10-01 (Thursday) to 10-07 are off, 10-10 (Saturday) is a workday, 10-11 is a Sunday
        for (day, [before, after, nearest]) in [
            ("2026-10-03", ["2026-09-30", "2026-10-08", "2026-09-30"]),
            ("2026-10-11", ["2026-10-10", "2026-10-12", "2026-10-12"]),
            ("2026-11-14", ["2026-11-13", "2026-11-16", "2026-11-13"]),
            ("2026-10-10", ["2026-10-10"; 3]),
        ] {
            let to = |to: Roll| roll(day.parse().expect("a day"), to, Holidays::china()).to_string();
            assert_eq!([to(Roll::Before), to(Roll::After), to(Roll::Nearest)], [before, after, nearest], "{day}");
        }
    }

    #[test]
    fn moves_to_the_nearest_day_of_the_same_sort() {
        // 2026-10-01 to 10-07 are off, 10-10 (Saturday) is a workday
        assert_eq!(moved("2026-10-01", OnHoliday::After).as_deref(), Some("2026-10-08"));
        assert_eq!(moved("2026-10-01", OnHoliday::Before).as_deref(), Some("2026-09-30"));
        assert_eq!(moved("2026-10-03", OnHoliday::After).as_deref(), Some("2026-10-11"));
        assert_eq!(moved("2026-10-03", OnHoliday::Keep).as_deref(), Some("2026-10-03"));
        assert_eq!(moved("2026-10-03", OnHoliday::Skip), None);
        assert_eq!(moved("2026-10-12", OnHoliday::Skip).as_deref(), Some("2026-10-12"));
        assert_eq!(moved("2027-10-01", OnHoliday::Skip).as_deref(), Some("2027-10-01"));
    }
}
