//! Days of every n-th year, as a rule of RFC 5545: every 2 years on 31 Dec.

use super::pattern::{MonthDay, Pattern, Period};
use super::rrule::{Frequency, Rrule};

/// Days of one month of each year, every so many years; none where a rule cannot say it.
pub(super) fn every(years: u16, pattern: Pattern) -> Option<Pattern> {
    let Pattern::Monthly { period: Period::Year(month), days } = &pattern else {
        return (years == 1).then_some(pattern);
    };
    if years == 1 {
        return Some(pattern);
    }
    let mut rule = Rrule::new(Frequency::Yearly);
    rule.interval = years;
    rule.months = vec![*month];
    for day in days {
        match day {
            MonthDay::Day(n) => rule.month_days.push(*n),
            MonthDay::Nth(n, weekday) => rule.days.push((*n, *weekday)),
            MonthDay::Workday(_) => return None,
        }
    }
    (rule.days.is_empty() || rule.month_days.is_empty()).then_some(Pattern::Rrule(rule))
}
