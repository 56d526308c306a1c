//! What each word of a phrase says, whatever its grammar, and whether a cadence says all of it.
//!
//! A phrase that is offered keeps every number, weekday, month, time and word of repetition that was typed; words that
//! mean nothing here are the title of something, and bind nothing.

mod day_parts;
mod read;
mod vetoes;
mod words;

use super::pattern::{Anchor, Cadence, MonthDay, Pattern, Period, Roll};
use crate::value::{Clock, TimeRange, Weekday, WeekdaySet};
use day_parts::{hour_of, is_in};
pub(super) use vetoes::{is_beyond, is_of_each_day};
pub(super) use words::INITIALS;
use words::Sense;

/// All that the words of a phrase say.
#[derive(Debug, Default)]
pub(super) struct Signals {
    /// The weekdays, ranges as all of their days.
    pub(super) weekdays: WeekdaySet,
    /// The weekdays that are left out.
    except: WeekdaySet,
    /// The months by their names.
    months: Vec<u8>,
    /// Numbers that are neither months nor times, and whether they can only be those of days: 3rd, not 3.
    numbers: Vec<(u32, bool)>,
    /// The times of day.
    pub(super) times: Vec<TimeRange>,
    /// The hour behind `at`, where it is a bare number.
    hour: Option<u32>,
    /// Whether a time is wrong, so that another one stands for it.
    has_wrong_time: bool,
    /// The hours of a part of the day: of the afternoon.
    part: Option<(u32, u32)>,
    named: Vec<Anchor>,
    senses: Vec<Sense>,
    /// How many times a day, a week, a month.
    count: Option<u32>,
    /// Whether days (true) and times follow each other, and how often: Sat 10:00, Sun 14:00.
    turns: Vec<bool>,
    /// Whether the weekdays ahead are left out.
    is_excluding: bool,
    /// Whether its workdays skip holidays, not only weekends.
    is_of_workdays: bool,
    /// Whether a month is none of the lunar calendar: 12月, December.
    is_solar: bool,
    /// Whether it is of each day: evenings.
    is_of_each_day: bool,
}

impl Signals {
    /// Whether nothing was said that binds.
    pub(super) fn is_empty(&self) -> bool {
        self.weekdays.is_empty()
            && self.months.is_empty()
            && self.numbers.is_empty()
            && self.times.is_empty()
            && self.named.is_empty()
            && self.senses.is_empty()
            && self.part.is_none()
            && self.count.is_none()
            && !self.has_wrong_time
    }

    /// Whether a cadence says all that the words say, and no hour that they do not.
    pub(super) fn allows(&self, cadence: &Cadence) -> bool {
        let pattern = &cadence.pattern;
        let months = months_of(pattern);
        let days = weekdays_of(pattern);
        // days with a time each are no cadence
        self.turns.len() < 4
            && (self.weekdays.is_empty() || days == self.weekdays)
            && self.allows_except(pattern)
            && self.months.iter().all(|month| months.contains(month))
            && self.allows_numbers(cadence)
            && self.named.iter().all(|anchor| is_of(pattern, anchor))
            && self.senses.iter().all(|sense| self.allows_sense(*sense, cadence))
            && self.allows_times(cadence)
            && (!has_workday(pattern) || self.senses.contains(&Sense::Workday))
            && self.allows_days(pattern)
            && self.count.is_none_or(|count| count_of(cadence) == Some(count as usize))
    }

    /// Whether the words of a title contradict nothing of a cadence; they need to say none of it.
    pub(super) fn allows_title(&self, cadence: &Cadence) -> bool {
        let pattern = &cadence.pattern;
        let months = months_of(pattern);
        // 21天打卡, Level 2
        let is_of_dates = !self.senses.is_empty() || !self.weekdays.is_empty() || !self.months.is_empty();
        // a weekly meeting is not on the first Monday of a month
        let is_weekly = self.senses.iter().all(|sense| *sense == Sense::Week) && !self.senses.is_empty();
        let is_of_month = matches!(pattern, Pattern::Monthly { .. }) && self.numbers.is_empty();
        let untimed = Cadence { time: None, more_times: Vec::new(), ..cadence.clone() };
        self.times.is_empty()
            && !(is_weekly && is_of_month)
            && (self.weekdays.is_empty() || weekdays_of(pattern) == self.weekdays)
            && self.months.iter().all(|month| months.contains(month))
            && (!is_of_dates || self.allows_numbers(&untimed))
            && self.named.iter().all(|anchor| is_of(pattern, anchor))
            && self.senses.iter().all(|sense| self.allows_sense(*sense, cadence))
            && self.part.is_none_or(|part| cadence.times().all(|time| is_in(part, time)))
            && self.count.is_none_or(|count| count_of(cadence) == Some(count as usize))
    }

    /// Whether a cadence is as many times as is said.
    pub(super) fn allows_count(&self, cadence: &Cadence) -> bool {
        self.count.is_none_or(|count| count_of(cadence) == Some(count as usize))
    }

    /// Whether no day, month or year of a pattern is invented where others were typed.
    fn allows_days(&self, pattern: &Pattern) -> bool {
        let is_typed = |n: u32| self.numbers.iter().any(|(typed, _)| *typed == n);
        let is_bound = !self.weekdays.is_empty() || self.senses.iter().any(|sense| *sense != Sense::Alternate);
        match pattern {
            Pattern::Once(day) => u32::try_from(day.year()).is_ok_and(is_typed),
            Pattern::Workdays => self.has_wrong_time || self.senses.contains(&Sense::Workday),
            Pattern::Weekly { .. } if self.is_of_each_day => is_bound,
            Pattern::Monthly { period: Period::LunarMonth | Period::LunarYear(_) | Period::LunarLeap(_), .. } => {
                !self.is_solar || self.senses.contains(&Sense::Lunar)
            }
            Pattern::Monthly { period, days } => {
                let of_month = days.iter().filter_map(|day| if let MonthDay::Day(n) = day { Some(*n) } else { None });
                let typed = of_month.filter(|n| *n > 0).map(|n| is_typed(n.unsigned_abs().into()));
                let typed: Vec<bool> = typed.collect();
                let is_nth = days.iter().any(|day| matches!(day, MonthDay::Nth(..)));
                let has_month = match period {
                    Period::Year(month) => self.months.contains(month) || is_typed((*month).into()),
                    _ => true,
                };
                (!typed.contains(&true) || !typed.contains(&false)) && (has_month || !is_nth)
            }
            _ => true,
        }
    }

    /// Whether its days are all but those that are left out.
    fn allows_except(&self, pattern: &Pattern) -> bool {
        if !self.senses.contains(&Sense::Except) {
            return true;
        }
        if self.is_of_workdays {
            return false;
        }
        let all = if self.senses.contains(&Sense::Workday) { &Weekday::ALL[..5] } else { &Weekday::ALL[..] };
        let on: WeekdaySet = all.iter().copied().filter(|day| !self.except.contains(*day)).collect();
        !self.except.is_empty() && matches!(pattern, Pattern::Weekly { every: 1, on: of } if *of == on)
    }

    /// Whether each number is one of its own of the cadence.
    fn allows_numbers(&self, cadence: &Cadence) -> bool {
        // bare hours, where no time was typed
        let times = cadence.times().filter(|_| self.times.is_empty());
        let hours = times.flat_map(|time| [Some(time.start), time.end]).flatten().map(hour_of);
        let mut facts = facts_of(&cadence.pattern);
        facts.extend(
            hours.map(|hour| Fact { values: vec![hour, if hour > 12 { hour - 12 } else { hour }], is_day: false }),
        );
        self.numbers.iter().all(|(n, is_day)| {
            let found = facts.iter().position(|fact| fact.values.contains(n) && (fact.is_day || !is_day));
            found.map(|at| facts.swap_remove(at)).is_some()
        })
    }

    /// Whether its times are those that were typed; where none was, none is invented but for a part of the day.
    fn allows_times(&self, cadence: &Cadence) -> bool {
        if self.has_wrong_time {
            return cadence.time.is_some();
        }
        let is_kept = |typed: &TimeRange| cadence.times().any(|time| time == *typed);
        let is_hour = |time: TimeRange| {
            let (hour, is_whole) = (hour_of(time.start), time.start.minutes() % 60 == 0);
            let is_typed = self.numbers.iter().any(|(n, _)| *n == hour || *n <= 12 && n % 12 == hour % 12);
            let length = time.minutes().unwrap_or(1);
            is_whole && is_typed && length <= 720
        };
        let has_hour = |time: TimeRange| match self.part {
            Some(part) => is_in(part, time) && (self.hour.is_none() || is_hour(time)),
            None => is_hour(time),
        };
        match self.times.is_empty() {
            false => self.times.iter().all(is_kept) && cadence.times().count() == self.times.len(),
            true => cadence.times().all(has_hour) && (self.part.is_none() || cadence.time.is_some()),
        }
    }

    /// Whether a part of the day is all that says when.
    pub(super) fn lacks_hour(&self) -> bool {
        self.part.is_some() && self.times.is_empty()
    }

    /// The times of an offer: those that were typed, else the hour that a number or a part of the day means.
    pub(super) fn usual_times(&self) -> Vec<TimeRange> {
        if !self.times.is_empty() {
            return self.times.clone();
        }
        let at = |hour: u32| {
            let start = Clock::new(u16::try_from(hour).ok()?, 0)?;
            Some(TimeRange { start, end: None })
        };
        let usual = match (self.hour, self.part) {
            (Some(hour), Some(part)) => [at(hour), at(hour + 12)].into_iter().flatten().find(|time| is_in(part, *time)),
            (Some(hour), None) => at(hour),
            (None, Some(part)) => [10, 15, 20, 12, 6].into_iter().filter_map(at).find(|time| is_in(part, *time)),
            (None, None) => None,
        };
        usual.into_iter().collect()
    }

    /// Whether a cadence says what a word does.
    fn allows_sense(&self, sense: Sense, cadence: &Cadence) -> bool {
        let is_after_last = self.senses.contains(&Sense::AfterLast);
        let is_counted = matches!(cadence.pattern, Pattern::Daily | Pattern::EveryDays(_) | Pattern::Weekly { .. });
        let (period, days) = match &cadence.pattern {
            Pattern::Monthly { period, days } => (Some(*period), &days[..]),
            _ => (None, &[][..]),
        };
        let (rule, offset) = match &cadence.pattern {
            Pattern::Rrule(rule) => (Some(rule), 0),
            Pattern::Offset { days, .. } => (None, *days),
            _ => (None, 0),
        };
        let is_named = match &cadence.pattern {
            Pattern::Festival(_) | Pattern::Term(_) => true,
            Pattern::Offset { from, .. } => !matches!(from, Anchor::Item(_)),
            _ => false,
        };
        match sense {
            Sense::Never => false,
            Sense::Except => !self.except.is_empty(),
            Sense::If => cadence.roll.is_some(),
            Sense::AfterLast => match cadence.pattern {
                Pattern::Daily | Pattern::EveryDays(_) => true,
                Pattern::Weekly { .. } => self.senses.contains(&Sense::Week),
                _ => matches!(period, Some(Period::Month | Period::Months(_))),
            },
            Sense::Alternate => match &cadence.pattern {
                Pattern::EveryDays(n) | Pattern::Weekly { every: n, .. } => *n > 1,
                Pattern::NumberedWeeks { .. } => true,
                Pattern::Monthly { period: Period::Months(n), .. } => {
                    let unit = if self.senses.contains(&Sense::Year) { 12 } else { 1 };
                    *n > if self.senses.contains(&Sense::Quarter) { 3 } else { unit }
                }
                Pattern::Rrule(rule) => rule.interval > 1,
                _ => false,
            },
            Sense::Before => cadence.roll == Some(Roll::Before) || offset < 0,
            Sense::After => cadence.roll == Some(Roll::After) || offset > 0 || is_after_last && is_counted,
            Sense::Nearest => cadence.roll == Some(Roll::Nearest),
            Sense::Last => days.iter().any(|day| number(*day) < 0) || rule.is_some_and(|rule| !rule.days.is_empty()),
            Sense::Workday => {
                let is_of_workdays = cadence.pattern == Pattern::Workdays || has_workday(&cadence.pattern);
                is_of_workdays || cadence.roll.is_some() || !self.except.is_empty()
            }
            Sense::DayOff => cadence.pattern == Pattern::DaysOff || cadence.roll.is_some(),
            Sense::Holiday => is_named || cadence.pattern == Pattern::DaysOff || cadence.roll.is_some(),
            Sense::Lunar => is_named || period.is_some_and(Period::is_lunar),
            Sense::Odd => matches!(
                cadence.pattern,
                Pattern::NumberedWeeks { odd: true, .. } | Pattern::Monthly { period: Period::OddMonths, .. }
            ),
            Sense::Even => matches!(
                cadence.pattern,
                Pattern::NumberedWeeks { odd: false, .. } | Pattern::Monthly { period: Period::EvenMonths, .. }
            ),
            Sense::Quarter => match period {
                Some(Period::Quarter) => true,
                Some(Period::Months(months)) => months % 3 == 0,
                _ => false,
            },
            Sense::Week => match &cadence.pattern {
                Pattern::Weekly { .. } | Pattern::NumberedWeeks { .. } | Pattern::Rrule(_) => true,
                Pattern::EveryDays(days) => days % 7 == 0,
                Pattern::Offset { days, .. } => days % 7 == 0,
                _ => days.iter().any(|day| matches!(day, MonthDay::Nth(..))),
            },
            Sense::Month => period.is_some() || rule.is_some(),
            Sense::Year => match period {
                Some(Period::Year(_) | Period::LunarYear(_) | Period::LunarLeap(_)) => true,
                Some(Period::Months(months)) => months % 12 == 0 || months == 6,
                _ => is_named || rule.is_some(),
            },
        }
    }
}

/// Whether a pattern counts workdays of a period.
fn has_workday(pattern: &Pattern) -> bool {
    let Pattern::Monthly { days, .. } = pattern else { return false };
    days.iter().any(|day| matches!(day, MonthDay::Workday(_)))
}

const fn number(day: MonthDay) -> i8 {
    match day {
        MonthDay::Day(n) | MonthDay::Nth(n, _) | MonthDay::Workday(n) => n,
    }
}

fn weekdays_of(pattern: &Pattern) -> WeekdaySet {
    match pattern {
        Pattern::Weekly { on, .. } | Pattern::NumberedWeeks { on, .. } => *on,
        Pattern::Monthly { days, .. } => {
            days.iter().filter_map(|day| if let MonthDay::Nth(_, day) = day { Some(*day) } else { None }).collect()
        }
        Pattern::Once(day) => WeekdaySet::of(&[day.weekday()]),
        Pattern::Rrule(rule) => rule.days.iter().map(|(_, day)| *day).collect(),
        _ => WeekdaySet::EMPTY,
    }
}

fn months_of(pattern: &Pattern) -> Vec<u8> {
    match pattern {
        Pattern::Monthly { period: Period::Year(n) | Period::LunarYear(n) | Period::LunarLeap(n), .. } => vec![*n],
        Pattern::Rrule(rule) => rule.months.clone(),
        Pattern::Once(day) => u8::try_from(day.ymd().1).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// A number of a pattern.
struct Fact {
    /// The number, and those that say the same in longer units: 14 days are 2 weeks.
    values: Vec<u32>,
    /// Whether it is that of a day or month, not how many there are.
    is_day: bool,
}

/// The numbers that a pattern says.
fn facts_of(pattern: &Pattern) -> Vec<Fact> {
    let count = |values: Vec<u32>| Fact { values, is_day: false };
    let day = |n: u32| Fact { values: vec![n], is_day: true };
    let of_days = |days: u32| count(if days.is_multiple_of(7) { vec![days, days / 7] } else { vec![days] });
    match pattern {
        Pattern::EveryDays(days) => vec![of_days(u32::from(*days))],
        Pattern::Offset { days, .. } => vec![of_days(days.unsigned_abs())],
        Pattern::Weekly { every, .. } if *every > 1 => vec![count(vec![u32::from(*every)])],
        Pattern::Monthly { period, days } => {
            let months = match period {
                Period::Months(months) => u32::from(*months),
                Period::Quarter => 3,
                Period::OddMonths | Period::EvenMonths => 2,
                _ => 1,
            };
            let longer = [3, 12].into_iter().filter(|unit| months > *unit && months.is_multiple_of(*unit));
            let every = [months].into_iter().chain(longer.map(|unit| months / unit)).collect();
            let named = months_of(pattern).into_iter().map(|month| day(month.into()));
            let days = days.iter().map(|of| day(number(*of).unsigned_abs().into()));
            days.chain(named).chain((months > 1).then(|| count(every))).collect()
        }
        Pattern::Once(date) => {
            let (year, month, of) = date.ymd();
            [year, month, of].into_iter().filter_map(|n| u32::try_from(n).ok()).map(day).collect()
        }
        Pattern::Rrule(rule) => {
            let days = rule.days.iter().map(|(n, _)| *n).chain(rule.month_days.iter().copied());
            let months = rule.months.iter().map(|month| day(u32::from(*month)));
            let days = days.map(|n| day(u32::from(n.unsigned_abs())));
            days.chain(months).chain([count(vec![u32::from(rule.interval)])]).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a pattern is of a festival or term, or counted from it.
fn is_of(pattern: &Pattern, anchor: &Anchor) -> bool {
    match (pattern, anchor) {
        (Pattern::Festival(of), Anchor::Festival(named)) => of.name == named.name,
        (Pattern::Term(of), Anchor::Term(named)) => of == named,
        (Pattern::Offset { from, .. }, named) => from == named,
        _ => false,
    }
}

/// How many times in its period a cadence happens.
fn count_of(cadence: &Cadence) -> Option<usize> {
    let days = match &cadence.pattern {
        Pattern::Weekly { on, .. } | Pattern::NumberedWeeks { on, .. } => on.len(),
        // twice a year
        Pattern::Monthly { period: Period::Months(6), days } => days.len() * 2,
        Pattern::Monthly { days, .. } => days.len(),
        Pattern::Rrule(_) => return None,
        _ => 1,
    };
    Some(days * cadence.times().count().max(1))
}

#[cfg(test)]
mod tests;
