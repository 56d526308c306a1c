//! A rule of RFC 5545 → a pattern of `when`: in words where that says the same, else the rule itself.

use super::event::IcsMoment;
use crate::cadence::{Cadence, Frequency, MonthDay, Pattern, Period, Rrule, Until};
use crate::language::Text;
use crate::value::{Day, WeekdaySet};

const NO_RULE: Text = Text::new(
    "这条重复规则用不了；写成日期，或每天、每周、每月、每年的规则",
    "this recurrence rule cannot be used; give dates, or a daily, weekly, monthly or yearly rule",
);

/// How often, until when.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ReadRule {
    pub pattern: Pattern,
    pub until: Option<Day>,
}

/// Reads a rule whose first date is `start`.
pub(super) fn read(text: &str, start: &IcsMoment) -> Result<ReadRule, Text> {
    let cadence = Cadence::parse(&format!("RRULE:{text}")).map_err(|_| NO_RULE)?;
    let Pattern::Rrule(rule) = cadence.pattern else { return Err(NO_RULE) };
    let uncounted = Rrule { count: None, ..rule.clone() };
    let read = words(&uncounted, start.day).and_then(|pattern| {
        let until = match (rule.until, rule.count) {
            (Some(until), _) => Some(last_day(until, start)),
            (None, Some(count)) => Some(last_of(&pattern, count, start.day)?),
            (None, None) => None,
        };
        Some(ReadRule { pattern, until })
    });
    Ok(read.unwrap_or(ReadRule { pattern: Pattern::Rrule(rule), until: None }))
}

/// The day of the last of so many occurrences in days or weeks; none where the first one is not among them, or it is very
/// far.
fn last_of(pattern: &Pattern, count: u16, start: Day) -> Option<Day> {
    const CENTURY: i32 = 36_525;
    let is_one = |day: &Day| match pattern {
        Pattern::Daily => true,
        Pattern::EveryDays(every) => (day.0 - start.0) % i32::from((*every).max(1)) == 0,
        Pattern::Weekly { every, on } => {
            on.contains(day.weekday()) && (day.monday().0 - start.monday().0) / 7 % i32::from((*every).max(1)) == 0
        }
        _ => false,
    };
    let days = (0..CENTURY).map(|days| start.plus(days));
    days.filter(is_one).nth(usize::from(count).checked_sub(1)?).filter(|_| is_one(&start))
}

/// The last day on which an occurrence may lie.
fn last_day(until: Until, start: &IcsMoment) -> Day {
    let zone = if until.utc { Some("UTC".to_owned()) } else { start.zone.clone() };
    let end = IcsMoment { day: until.day, time: until.time, zone }.on(start.zone.as_deref());
    match (end.time, start.time) {
        (Some(end_time), Some(time)) if time > end_time => end.day.plus(-1),
        _ => end.day,
    }
}

/// The words that say the same as a rule; none where there are none.
fn words(rule: &Rrule, start: Day) -> Option<Pattern> {
    let is_plain = rule.weeks.is_empty() && rule.year_days.is_empty();
    if !is_plain {
        return None;
    }
    let nothing = rule.months.is_empty() && rule.month_days.is_empty() && rule.positions.is_empty();
    match rule.frequency {
        Frequency::Daily if nothing && rule.days.is_empty() => Some(match rule.interval {
            1 => Pattern::Daily,
            days => Pattern::EveryDays(days),
        }),
        Frequency::Weekly if nothing && rule.interval <= 99 => {
            let on: WeekdaySet = match rule.days.is_empty() {
                true => WeekdaySet::EMPTY.with(start.weekday()),
                false => rule.days.iter().map(|(_, weekday)| *weekday).collect(),
            };
            // weeks that begin on another day divide several weekdays otherwise
            let is_same = rule.interval == 1 || on.len() == 1 || rule.week_start == crate::value::Weekday::Mon;
            is_same.then_some(Pattern::Weekly { every: rule.interval, on })
        }
        Frequency::Monthly if rule.months.is_empty() => {
            let period = match rule.interval {
                1 => Period::Month,
                months @ 2..=99 => Period::Months(months),
                _ => return None,
            };
            Some(Pattern::Monthly { period, days: month_days(rule, start)? })
        }
        Frequency::Yearly if rule.interval == 1 => {
            let month = match rule.months[..] {
                [month] => month,
                [] if rule.days.is_empty() && rule.month_days.is_empty() => start.month().month() as u8,
                _ => return None,
            };
            Some(Pattern::Monthly { period: Period::Year(month), days: month_days(rule, start)? })
        }
        _ => None,
    }
}

/// The days of a month that a rule names.
fn month_days(rule: &Rrule, start: Day) -> Option<Vec<MonthDay>> {
    match (&rule.days[..], &rule.month_days[..], &rule.positions[..]) {
        ([], [], []) => Some(vec![MonthDay::Day(start.ymd().2 as i8)]),
        ([], numbers, []) => Some(numbers.iter().map(|number| MonthDay::Day(*number)).collect()),
        (days, [], []) if days.iter().all(|(n, _)| (1..=5).contains(n) || *n == -1) => {
            Some(days.iter().map(|(n, weekday)| MonthDay::Nth(*n, *weekday)).collect())
        }
        ([(0, weekday)], [], positions) if positions.iter().all(|n| (1..=5).contains(n) || *n == -1) => {
            Some(positions.iter().map(|n| MonthDay::Nth(*n as i8, *weekday)).collect())
        }
        _ => None,
    }
}
