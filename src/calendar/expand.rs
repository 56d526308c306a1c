//! A pattern → days, by arithmetic on day numbers.

use crate::cadence::{MonthDay, Pattern, Period};
use crate::knowledge::{Holidays, festival, lunar, term};
use crate::value::{Day, Month};

/// The day from which every n-th day or week counts: the item's `from`, else the plan's start, else the first Monday
/// after 1970-01-01.
pub(super) fn anchor(from: Option<Day>, starts: Option<Day>) -> Day {
    from.or(starts).unwrap_or(Day(4))
}

/// Calls `emit` for each day of a pattern within `from..=to`, in order; offsets and rules are not looked at here.
pub(super) fn expand(
    pattern: &Pattern,
    anchor: Day,
    (from, to): (Day, Day),
    holidays: &Holidays,
    mut emit: impl FnMut(Day),
) {
    let mut within = |day: Day| {
        if from <= day && day <= to {
            emit(day);
        }
    };
    match pattern {
        Pattern::Daily => days(from, to).for_each(within),
        Pattern::EveryDays(every) => {
            let step = i32::from((*every).max(1));
            let first = from.0 + (anchor.0 - from.0).rem_euclid(step);
            (first..=to.0).step_by(step as usize).map(Day).for_each(within);
        }
        Pattern::Workdays => days(from, to).filter(|day| holidays.is_workday(*day)).for_each(within),
        Pattern::DaysOff => days(from, to).filter(|day| !holidays.is_workday(*day)).for_each(within),
        Pattern::Weekly { every, on } => {
            let step = i32::from((*every).max(1)) * 7;
            let first = from.monday();
            let late = (first.0 - anchor.monday().0).rem_euclid(step);
            let mut monday = if late == 0 { first.0 } else { first.0 + step - late };
            while monday <= to.0 {
                on.iter().for_each(|weekday| within(Day(monday + weekday.index())));
                monday += step;
            }
        }
        Pattern::NumberedWeeks { odd, on } => {
            let is_of_week = |day: &Day| (week_number(*day) % 2 == 1) == *odd && on.contains(day.weekday());
            days(from, to).filter(is_of_week).for_each(within);
        }
        Pattern::Monthly { period, days } => {
            let mut found = Vec::new();
            let (known_from, known_to) = if period.is_lunar() { lunar::known() } else { (from, to) };
            let (from, to) = (from.max(known_from), to.min(known_to));
            for (first, last) in periods(*period, anchor, (from, to)) {
                found.clear();
                found.extend(days.iter().filter_map(|day| month_day(*day, first, last, *period, holidays)));
                found.sort_unstable();
                found.dedup();
                found.iter().copied().filter(|day| from <= *day && *day <= to).for_each(&mut within);
            }
        }
        Pattern::Term(index) => {
            for year in from.year()..=to.year() {
                term::day_of(year, *index).into_iter().for_each(&mut within);
            }
        }
        Pattern::Festival(which) => festival::days_between(which, from, to).for_each(within),
        Pattern::Once(day) => within(*day),
        Pattern::Offset { .. } | Pattern::Rrule(_) => {}
    }
}

fn days(from: Day, to: Day) -> impl DoubleEndedIterator<Item = Day> {
    (from.0..=to.0).map(Day)
}

/// The number of the ISO week of a day.
fn week_number(day: Day) -> i32 {
    let thursday = day.monday().plus(3);
    (thursday.0 - Month::new(thursday.year(), 1).first().0) / 7 + 1
}

/// First and last day of each period that touches a range; those of every n-th month count from that of the anchor.
fn periods(period: Period, anchor: Day, (from, to): (Day, Day)) -> Box<dyn Iterator<Item = (Day, Day)>> {
    let of_moon = move |month: &lunar::LunarMonth| match period {
        Period::LunarYear(of) => month.month == i32::from(of) && !month.leap,
        Period::LunarLeap(of) => month.month == i32::from(of) && month.leap,
        _ => true,
    };
    if period.is_lunar() {
        return Box::new(lunar::months_between(from, to).filter(of_moon).map(|month| (month.first, month.last)));
    }
    let (first, last) = (from.month().0, to.month().0);
    let (start, step, length) = match period {
        Period::Month | Period::LunarMonth | Period::LunarYear(_) | Period::LunarLeap(_) => (first, 1, 1),
        Period::Months(every) => {
            let step = i32::from(every.max(1));
            (first + (anchor.month().0 - first).rem_euclid(step), every.max(1).into(), 1)
        }
        Period::Quarter => (first.div_euclid(3) * 3, 3, 3),
        // January has the index 0, so odd months have even indices
        Period::OddMonths => (first + first.rem_euclid(2), 2, 1),
        Period::EvenMonths => (first + 1 - first.rem_euclid(2), 2, 1),
        Period::Year(month) => {
            let year = first.div_euclid(12) * 12 + i32::from(month) - 1;
            (if year < first { year + 12 } else { year }, 12, 1)
        }
    };
    Box::new((start..=last).step_by(step).map(move |index| (Month(index).first(), Month(index + length - 1).last())))
}

/// One day of a period; none where it is too short.
fn month_day(which: MonthDay, first: Day, last: Day, period: Period, holidays: &Holidays) -> Option<Day> {
    let length = last.0 - first.0 + 1;
    match which {
        // the 30th of a short lunar month is kept on its last day
        MonthDay::Day(30) if period.is_lunar() => Some(last),
        MonthDay::Day(n) if n > 0 => {
            let limit = if period == Period::Quarter { first.month().days() } else { length };
            (i32::from(n) <= limit).then(|| first.plus(i32::from(n) - 1))
        }
        MonthDay::Day(n) => (-i32::from(n) <= length).then(|| last.plus(i32::from(n) + 1)),
        MonthDay::Nth(n, weekday) if n > 0 => {
            let ahead = (weekday.index() - first.weekday().index()).rem_euclid(7);
            let day = first.plus(ahead + (i32::from(n) - 1) * 7);
            (day <= last).then_some(day)
        }
        MonthDay::Nth(n, weekday) => {
            let back = (last.weekday().index() - weekday.index()).rem_euclid(7);
            let day = last.plus(-back + (i32::from(n) + 1) * 7);
            (day >= first).then_some(day)
        }
        MonthDay::Workday(n) if n > 0 => {
            days(first, last).filter(|day| holidays.is_workday(*day)).nth(usize::from(n.unsigned_abs()) - 1)
        }
        MonthDay::Workday(n) => days(first, last)
            .rev()
            .filter(|day| holidays.is_workday(*day))
            .nth(usize::from(n.unsigned_abs()).max(1) - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::super::days_of;
    use super::*;
    use crate::cadence::Cadence;

    /// The days of a phrase, with the holidays of China.
    fn days_of_phrase(phrase: &str, from: &str, to: &str) -> Vec<String> {
        let day = |text: &str| text.parse().expect("a day");
        let when = Cadence::parse(phrase).expect(phrase);
        days_of(&when, day(from), (day(from), day(to)), Holidays::china()).iter().map(Day::to_string).collect()
    }

    #[test]
    fn periods_do_not_depend_on_the_first_month() {
        for (phrase, all) in [
            ("first Mon of the quarter", ["2026-01-05", "2026-04-06", "2026-07-06", "2026-10-05", "2027-01-04"]),
            ("quarterly on the 31st", ["2026-01-31", "2026-07-31", "2026-10-31", "2027-01-31", "2027-07-31"]),
            ("last day of the quarter", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31", "2027-03-31"]),
        ] {
            for month in 1..=12 {
                let from = format!("2026-{month:02}-01");
                let expected: Vec<&str> = all.into_iter().filter(|day| *day >= from.as_str()).collect();
                assert_eq!(days_of_phrase(phrase, &from, all[4]), expected, "{phrase} {from}");
            }
        }
        for month in 1..=12 {
            let odd: Vec<String> = (month..=12).filter(|n| n % 2 == 1).map(|n| format!("2026-{n:02}-15")).collect();
            let even: Vec<String> = (month..=12).filter(|n| n % 2 == 0).map(|n| format!("2026-{n:02}-15")).collect();
            let from = format!("2026-{month:02}-01");
            assert_eq!(days_of_phrase("15th of odd months", &from, "2026-12-31"), odd);
            assert_eq!(days_of_phrase("15th of even months", &from, "2026-12-31"), even);
        }
    }

    #[test]
    fn a_day_that_a_month_lacks_is_skipped() {
        assert_eq!(
            days_of_phrase("monthly on the 31st", "2026-02-01", "2026-08-31"),
            ["2026-03-31", "2026-05-31", "2026-07-31", "2026-08-31"]
        );
        assert_eq!(
            days_of_phrase("30th last day of the month", "2026-01-01", "2026-04-30"),
            ["2026-01-02", "2026-03-02", "2026-04-01"]
        );
        assert_eq!(days_of_phrase("5th Mon of the month", "2026-01-01", "2026-07-01"), ["2026-03-30", "2026-06-29"]);
        assert_eq!(
            days_of_phrase("2nd last Fri of the month", "2026-11-01", "2027-01-31"),
            ["2026-11-20", "2026-12-18", "2027-01-22"]
        );
    }

    #[test]
    fn workdays_are_counted_by_notice_from_both_ends() {
        // 2026-10-01 to 10-07 are off, 10-10 (Saturday) is a workday
        for (phrase, day) in [
            ("first workday of the month", "2026-10-08"),
            ("3rd workday of the month", "2026-10-10"),
            ("last workday of the month", "2026-10-30"),
            ("2nd last workday of the month", "2026-10-29"),
            ("23rd workday of the month", ""),
        ] {
            let expected: Vec<&str> = Some(day).filter(|day| !day.is_empty()).into_iter().collect();
            assert_eq!(days_of_phrase(phrase, "2026-10-01", "2026-10-31"), expected, "{phrase}");
        }
    }

    #[test]
    fn lunar_months_have_a_last_day_and_leap_months_are_months() {
        // 2025 has a leap sixth month, from 25 July on; its twelfth month has 29 days
        for (phrase, days) in [
            ("1st of the lunar month", &["2025-06-25", "2025-07-25", "2025-08-23"][..]),
            ("lunar leap 6-1", &["2025-07-25"]),
            ("lunar 6-1", &["2025-06-25"]),
            ("last day of the lunar month", &["2025-06-24", "2025-07-24", "2025-08-22"]),
        ] {
            assert_eq!(days_of_phrase(phrase, "2025-06-20", "2025-08-31"), days, "{phrase}");
        }
        for phrase in ["lunar 12-30", "last day of lunar month 12", "农历除夕"] {
            assert_eq!(days_of_phrase(phrase, "2026-01-01", "2028-12-31"), ["2026-02-16", "2027-02-05", "2028-01-25"]);
        }
    }

    #[test]
    fn weeks_are_odd_or_even_by_their_number() {
        // 2026 has a week 53, from 28 December on: two odd weeks follow each other
        assert_eq!(
            days_of_phrase("odd weeks on Thu", "2026-12-10", "2027-01-31"),
            ["2026-12-17", "2026-12-31", "2027-01-07", "2027-01-21"]
        );
        assert_eq!(
            days_of_phrase("even weeks on Mon", "2026-12-10", "2027-01-31"),
            ["2026-12-21", "2027-01-11", "2027-01-25"]
        );
    }

    #[test]
    fn every_n_th_month_counts_from_the_month_of_the_start() {
        assert_eq!(
            days_of_phrase("every 3 months on the 1st", "2026-02-01", "2026-12-31"),
            ["2026-02-01", "2026-05-01", "2026-08-01", "2026-11-01"]
        );
        let when = Cadence::parse("every 5 months on the 2nd Tue").expect("a cadence");
        let day = |text: &str| text.parse().expect("a day");
        let far = days_of(&when, day("2026-02-20"), (day("2031-01-01"), day("2031-12-31")), Holidays::none());
        assert_eq!(far.iter().map(Day::to_string).collect::<Vec<_>>(), ["2031-02-11", "2031-07-08", "2031-12-09"]);
    }

    #[test]
    fn the_lunar_year_ends_in_the_next_one() {
        // the new year of 2027 begins on 6 February, after a month of 29 days
        assert_eq!(days_of_phrase("lunar 12-23", "2027-01-01", "2027-12-31"), ["2027-01-30"]);
    }
}
