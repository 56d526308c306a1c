//! What single words of a phrase state, whatever its grammar: its weekdays, how often, which day of the month. Of them a
//! phrase is made that may be offered instead.

mod words;

use super::pattern::{Cadence, MonthDay, Pattern, Period, Roll};
use super::rrule::Frequency;
use crate::value::{Weekday, WeekdaySet};

/// How often, as far as words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rate {
    /// Every so many days.
    Days(u16),
    /// Every so many weeks.
    Weeks(u16),
    /// Every so many months.
    Months(u16),
    /// More often than daily: no cadence.
    Hours,
}

/// What the words of a phrase state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Stated {
    /// How often.
    pub rate: Option<Rate>,
    /// The weekdays.
    pub weekdays: WeekdaySet,
    /// The day of the month.
    pub month_day: Option<i8>,
    /// Which one of its weekdays in a period; −1 is the last.
    pub ordinal: Option<i8>,
    /// Whether it is of the lunar calendar.
    is_lunar: bool,
    /// Whether it is of workdays.
    is_workday: bool,
    /// Of weeks with odd numbers, or with even ones.
    odd_weeks: Option<bool>,
    /// How many times a week or a month.
    count: Option<usize>,
    /// The weekdays that are left out of all days, or of the workdays.
    except: WeekdaySet,
    /// Where a day off moves to.
    pub roll: Option<Roll>,
}

impl Stated {
    /// The same on these weekdays, if there are some.
    pub(super) fn on(self, weekdays: WeekdaySet) -> Self {
        Self { weekdays: if weekdays.is_empty() { self.weekdays } else { weekdays }, ..self }
    }

    /// Whether it says how often.
    pub(super) const fn says_how_often(&self) -> bool {
        self.rate.is_some()
    }

    /// Whether a cadence is as often as is stated.
    pub(super) fn allows_rate(&self, cadence: &Cadence) -> bool {
        let rate = match &cadence.pattern {
            Pattern::Daily | Pattern::Workdays | Pattern::DaysOff => Some(Rate::Days(1)),
            Pattern::EveryDays(n) => Some(Rate::Days(*n)),
            Pattern::Weekly { every, .. } => Some(Rate::Weeks(*every)),
            Pattern::NumberedWeeks { .. } => Some(Rate::Weeks(2)),
            Pattern::Monthly { period, .. } => Some(Rate::Months(match period {
                Period::Month | Period::LunarMonth => 1,
                Period::OddMonths | Period::EvenMonths => 2,
                Period::Quarter => 3,
                Period::Months(months) => *months,
                Period::Year(_) | Period::LunarYear(_) | Period::LunarLeap(_) => 12,
            })),
            Pattern::Rrule(rule) => Some(match rule.frequency {
                Frequency::Daily => Rate::Days(rule.interval),
                Frequency::Weekly => Rate::Weeks(rule.interval),
                Frequency::Monthly => Rate::Months(rule.interval),
                Frequency::Yearly => Rate::Months(rule.interval.saturating_mul(12)),
            }),
            _ => None,
        };
        match (self.rate, rate) {
            (None, _) => true,
            // workdays, and some weekdays, are daily enough
            (Some(Rate::Days(1)), Some(Rate::Weeks(1))) => true,
            (stated, rate) => stated == rate,
        }
    }

    /// The days of cadences that say what is stated, and what is usual of the rest; none where nothing is stated, or no
    /// cadence can be so.
    pub(super) fn patterns(&self) -> Vec<Pattern> {
        let on = if self.weekdays.is_empty() { WeekdaySet::of(&[Weekday::Wed]) } else { self.weekdays };
        let is_empty = self.weekdays.is_empty();
        let monthly = |period: Period, days: Vec<MonthDay>| Pattern::Monthly { period, days };
        if let Some(pattern) = self.loose_pattern() {
            return vec![pattern];
        }
        if let Some(odd) = self.odd_weeks {
            return vec![Pattern::NumberedWeeks { odd, on }];
        }
        if self.is_lunar {
            let lunar = |period: Period, day: i8| monthly(period, vec![MonthDay::Day(day)]);
            return match (self.month_day, self.rate) {
                (Some(day), _) => vec![lunar(Period::LunarMonth, day)],
                (None, Some(Rate::Months(1))) => vec![lunar(Period::LunarMonth, 1), lunar(Period::LunarMonth, 15)],
                (None, _) => vec![lunar(Period::LunarYear(8), 15), lunar(Period::LunarMonth, 1)],
            };
        }
        if self.is_workday {
            let period = if self.rate == Some(Rate::Months(3)) { Period::Quarter } else { Period::Month };
            let nth = monthly(period, vec![MonthDay::Workday(self.ordinal.unwrap_or(1))]);
            return match self.rate {
                None | Some(Rate::Days(1)) if self.ordinal.is_none() => vec![Pattern::Workdays, nth],
                None | Some(Rate::Months(1 | 3)) => vec![nth],
                _ => Vec::new(),
            };
        }
        let period = match self.rate {
            Some(Rate::Hours) => return Vec::new(),
            Some(Rate::Days(1)) => return vec![Pattern::Daily],
            Some(Rate::Days(n)) => return vec![Pattern::EveryDays(n)],
            Some(Rate::Weeks(every)) => return vec![Pattern::Weekly { every, on }],
            Some(Rate::Months(1)) => Period::Month,
            Some(Rate::Months(3)) => Period::Quarter,
            Some(Rate::Months(months @ 2..=99)) if months % 12 != 0 => Period::Months(months),
            Some(Rate::Months(_)) => return Vec::new(),
            None if self.month_day.is_some() || self.ordinal.is_some() => Period::Month,
            None if is_empty => return Vec::new(),
            None => return vec![Pattern::Weekly { every: 1, on }],
        };
        let nth = |n: i8| monthly(period, self.weekdays.iter().map(|day| MonthDay::Nth(n, day)).collect());
        match (self.month_day, self.ordinal) {
            (Some(day), _) if is_empty => vec![monthly(period, vec![MonthDay::Day(day)])],
            (_, Some(n)) if !is_empty => vec![nth(n)],
            (None, None) if !is_empty => vec![nth(1), nth(-1)],
            (None, None) => vec![monthly(period, vec![MonthDay::Day(1)])],
            _ => Vec::new(),
        }
    }

    /// What is usual where a phrase says how many times and not when, or which days not.
    fn loose_pattern(&self) -> Option<Pattern> {
        use Weekday::{Fri, Mon, Thu, Tue, Wed};
        if !self.except.is_empty() {
            let all = if self.is_workday { &Weekday::ALL[..5] } else { &Weekday::ALL[..] };
            let on = all.iter().copied().filter(|day| !self.except.contains(*day)).collect();
            return Some(Pattern::Weekly { every: 1, on });
        }
        if let (Some(_), Some(day), true) = (self.roll, self.month_day, self.weekdays.is_empty()) {
            return Some(Pattern::Monthly { period: Period::Month, days: vec![MonthDay::Day(day)] });
        }
        let days = |days: &[Weekday]| Some(Pattern::Weekly { every: 1, on: WeekdaySet::of(days) });
        let monthly = |days: Vec<MonthDay>| Some(Pattern::Monthly { period: Period::Month, days });
        match (self.rate?, self.count?) {
            (Rate::Weeks(1), 2) if self.weekdays.is_empty() => days(&[Tue, Thu]),
            (Rate::Weeks(1), 3) if self.weekdays.is_empty() => days(&[Mon, Wed, Fri]),
            (Rate::Months(1), 2) if self.weekdays.is_empty() => monthly(vec![MonthDay::Day(1), MonthDay::Day(15)]),
            (Rate::Months(1), 2) if self.weekdays.len() == 1 => {
                monthly(self.weekdays.iter().flat_map(|day| [2, 4].map(|n| MonthDay::Nth(n, day))).collect())
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
