//! Days of a rule of RFC 5545, by walking its periods from the start; `tests/recurrence.rs` holds them to the text.
//!
//! A rule may be counted from its start, so nothing before the range is left out where it has a COUNT.

use super::zone::convert;
use crate::cadence::{Frequency, Rrule};
use crate::plan::values::Zone;
use crate::value::{Clock, Day, Month, TimeRange, Weekday};

/// The last day on which an occurrence at this time may lie, by UNTIL; none without UNTIL.
pub(super) fn last_day(rule: &Rrule, time: Option<TimeRange>, zone: Option<&Zone>) -> Option<Day> {
    let until = rule.until?;
    let Some(mut clock) = until.time else { return Some(until.day) };
    let mut day = until.day;
    if until.utc
        && let (Some(zone), Ok(utc)) = (zone, "UTC".parse::<Zone>())
    {
        (day, clock) = convert(day, clock, &utc, zone).unwrap_or((day, clock));
    }
    let start = time.map_or(Clock::MIDNIGHT, |time| time.start);
    Some(if start > clock { day.plus(-1) } else { day })
}

/// Calls `emit` for each day within `from..=to`, in order; UNTIL has been taken into the range.
pub(super) fn expand(rule: &Rrule, start: Day, (from, to): (Day, Day), emit: &mut dyn FnMut(Day)) {
    let step = i32::from(rule.interval.max(1));
    let (first, wanted) = (period_of(rule, start), period_of(rule, from));
    // without a count, what lies before the range need not be walked
    let ahead = if rule.count.is_some() { 0 } else { (wanted - first).max(0) / step * step };
    let mut left = rule.count.map_or(u32::MAX, u32::from);
    let mut period = first + ahead;
    let mut found = Vec::new();
    loop {
        let (open, close) = bounds(rule, period);
        if open > to || left == 0 {
            return;
        }
        found.clear();
        gather(rule, (open, close), start, &mut found);
        found.sort_unstable();
        found.dedup();
        choose(&mut found, &rule.positions);
        for day in found.iter().copied().filter(|day| *day >= start) {
            if day > to || left == 0 {
                return;
            }
            left -= 1;
            if day >= from {
                emit(day);
            }
        }
        period += step;
    }
}

/// The first day of the week, counted as the rule counts weeks.
fn week_of(rule: &Rrule, day: Day) -> Day {
    Day(day.0 - (day.weekday().index() - rule.week_start.index()).rem_euclid(7))
}

/// The number of the period in which a day lies.
fn period_of(rule: &Rrule, day: Day) -> i32 {
    match rule.frequency {
        Frequency::Daily => day.0,
        Frequency::Weekly => week_of(rule, day).0.div_euclid(7),
        Frequency::Monthly => day.month().0,
        Frequency::Yearly => day.year(),
    }
}

/// First and last day of a period; after the last year of all, a day that no range reaches.
fn bounds(rule: &Rrule, period: i32) -> (Day, Day) {
    match rule.frequency {
        Frequency::Daily => (Day(period), Day(period)),
        Frequency::Weekly => {
            // weeks are numbered by their first day, which is the same weekday for all of them
            let open = period * 7 + week_of(rule, Day(0)).0.rem_euclid(7);
            (Day(open), Day(open + 6))
        }
        Frequency::Monthly => (Month(period).first(), Month(period).last()),
        Frequency::Yearly => (Month::new(period, 1).first(), Month::new(period, 12).last()),
    }
}

/// The days of a period, before positions are chosen.
fn gather(rule: &Rrule, (open, close): (Day, Day), start: Day, found: &mut Vec<Day>) {
    let (_, start_month, start_day) = start.ymd();
    match rule.frequency {
        Frequency::Daily => {
            if rule.days.is_empty() || rule.days.iter().any(|(_, weekday)| *weekday == open.weekday()) {
                found.push(open);
            }
        }
        Frequency::Weekly if rule.days.is_empty() => weekdays(&[(0, start.weekday())], open, close, found),
        Frequency::Weekly => weekdays(&rule.days, open, close, found),
        Frequency::Monthly => of_month(rule, open.month(), start_day, found),
        // without months, the ordinals of weekdays count within the year
        Frequency::Yearly if rule.months.is_empty() && !rule.days.is_empty() => {
            weekdays(&rule.days, open, close, found)
        }
        Frequency::Yearly if rule.days.is_empty() && !(rule.weeks.is_empty() && rule.year_days.is_empty()) => {
            if rule.year_days.is_empty() && rule.month_days.is_empty() {
                weekdays(&[(0, start.weekday())], open, close, found);
            } else {
                found.extend((open.0..=close.0).map(Day));
            }
        }
        Frequency::Yearly => {
            for month in 0..12 {
                let is_listed = rule.months.iter().any(|listed| i32::from(*listed) == month + 1);
                let is_own = rule.month_days.is_empty() && month + 1 != start_month;
                if is_listed || (rule.months.is_empty() && !is_own) {
                    of_month(rule, Month(open.month().0 + month), start_day, found);
                }
            }
        }
    }
    if !rule.months.is_empty() {
        found.retain(|day| rule.months.iter().any(|month| i32::from(*month) == day.ymd().1));
    }
    if !rule.month_days.is_empty() {
        found.retain(|day| {
            let length = day.month().days();
            rule.month_days.iter().any(|n| counted(*n, length) == day.ymd().2)
        });
    }
    if !rule.year_days.is_empty() {
        let length = close.0 - open.0 + 1;
        found.retain(|day| rule.year_days.iter().any(|n| counted(*n, length) == day.0 - open.0 + 1));
    }
    if !rule.weeks.is_empty() {
        found.retain(|day| {
            let (number, length) = week_number(rule, *day);
            rule.weeks.iter().any(|n| counted(*n, length) == number)
        });
    }
}

/// The number of a day's week, and how many weeks the year of that week has: a week belongs to the year in which most
/// of its days lie.
fn week_number(rule: &Rrule, day: Day) -> (i32, i32) {
    let week = week_of(rule, day);
    let first = |year: i32| week_of(rule, Month::new(year, 1).first().plus(3));
    let year = week.plus(3).year();
    ((week.0 - first(year).0) / 7 + 1, (first(year + 1).0 - first(year).0) / 7)
}

/// The days of a month: by weekday, else by number, else the number of the start.
fn of_month(rule: &Rrule, month: Month, start_day: i32, found: &mut Vec<Day>) {
    let (first, length) = (month.first(), month.days());
    let mut add = |n: i32| {
        if (1..=length).contains(&n) {
            found.push(first.plus(n - 1));
        }
    };
    if !rule.days.is_empty() {
        weekdays(&rule.days, first, month.last(), found);
    } else if rule.month_days.is_empty() {
        add(start_day);
    } else {
        rule.month_days.iter().for_each(|n| add(counted(*n, length)));
    }
}

/// A place in a row of this length, counted from its end when it is negative.
fn counted(n: impl Into<i32>, length: i32) -> i32 {
    let n = n.into();
    if n > 0 { n } else { length + 1 + n }
}

/// The weekdays of a span: all of them, or the n-th from its beginning or its end.
fn weekdays(days: &[(i8, Weekday)], open: Day, close: Day, found: &mut Vec<Day>) {
    for (n, weekday) in days {
        let first = open.0 + (weekday.index() - open.weekday().index()).rem_euclid(7);
        let last = close.0 - (close.weekday().index() - weekday.index()).rem_euclid(7);
        match i32::from(*n) {
            0 => found.extend((first..=last).step_by(7).map(Day)),
            n if n > 0 => found.extend(Some(Day(first + (n - 1) * 7)).filter(|day| *day <= close)),
            n => found.extend(Some(Day(last + (n + 1) * 7)).filter(|day| *day >= open)),
        }
    }
}

/// Keeps the days at these positions of a period, all where none are given.
fn choose(found: &mut Vec<Day>, positions: &[i16]) {
    if positions.is_empty() {
        return;
    }
    let length = found.len() as i32;
    let index = |n: &i16| if *n > 0 { i32::from(*n) - 1 } else { length + i32::from(*n) };
    let chosen: Vec<Day> = positions
        .iter()
        .filter_map(|n| usize::try_from(index(n)).ok())
        .filter_map(|index| found.get(index).copied())
        .collect();
    *found = chosen;
    found.sort_unstable();
    found.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cadence::{Cadence, Pattern};

    fn rule(text: &str) -> Rrule {
        match Cadence::parse(&format!("RRULE:{text}")).map(|cadence| cadence.pattern) {
            Ok(Pattern::Rrule(rule)) => rule,
            other => panic!("{text}: {other:?}"),
        }
    }

    fn days(rule: &Rrule, start: Day, range: (Day, Day)) -> Vec<Day> {
        let mut found = Vec::new();
        let last = last_day(rule, None, None).map_or(range.1, |last| last.min(range.1));
        expand(rule, start, (range.0, last), &mut |day| found.push(day));
        found
    }

    #[test]
    fn until_is_included_in_the_zone_of_the_item() {
        let zone: Zone = "Asia/Shanghai".parse().expect("a zone");
        let at = |hour| Clock::new(hour, 0).map(|start| TimeRange { start, end: None });
        let last = |text: &str, hour| last_day(&rule(text), at(hour), Some(&zone)).map(|day| day.to_string());
        assert_eq!(last("FREQ=DAILY;UNTIL=20261231", 20).as_deref(), Some("2026-12-31"));
        assert_eq!(last("FREQ=DAILY;UNTIL=20261231T155959Z", 20).as_deref(), Some("2026-12-31"));
        assert_eq!(last("FREQ=DAILY;UNTIL=20261231T100000Z", 20).as_deref(), Some("2026-12-30"));
        assert_eq!(last("FREQ=DAILY;UNTIL=20261231T190000", 20).as_deref(), Some("2026-12-30"));
        assert_eq!(last("FREQ=DAILY", 20), None);
    }

    #[test]
    fn a_range_far_from_the_start_keeps_the_interval() {
        let of = |text: &str, from: i32, to: i32| -> Vec<i32> {
            days(&rule(text), Day(4), (Day(from), Day(to))).into_iter().map(|day| day.0).collect()
        };
        // day 4 is a Monday
        assert_eq!(of("FREQ=DAILY;INTERVAL=3", 100, 110), [100, 103, 106, 109]);
        assert_eq!(of("FREQ=DAILY;BYDAY=MO,WE", 4, 13), [4, 6, 11, 13]);
        assert_eq!(of("FREQ=WEEKLY;INTERVAL=3", 400, 450), [403, 424, 445]);
        // Fridays of January 1970: 2, 9, 16, 23, 30
        assert_eq!(of("FREQ=MONTHLY;BYDAY=-2FR", 4, 30), [22]);
    }

    #[test]
    fn a_rule_that_never_happens_ends() {
        let (from, to) = (Day(0), Day(20_000));
        assert!(days(&rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), Day(4), (from, to)).is_empty());
    }
}
