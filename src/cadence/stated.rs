//! What single words of a phrase state, whatever its grammar: its weekdays, how often, which day of the month. No phrase
//! that is offered instead may contradict them.

use super::pattern::{Cadence, MonthDay, Pattern, Period};
use super::rrule::Frequency;
use crate::value::{Cursor, Weekday, WeekdaySet, number_zh};

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
    /// Whether some of the weekdays may be the ends of a range.
    has_range: bool,
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
    /// The month of a date without its year.
    of_month: Option<u8>,
}

const ENGLISH_DAYS: [[&str; 4]; 7] = [
    ["mon", "monday", "mondays", ""],
    ["tue", "tuesday", "tuesdays", "tues"],
    ["wed", "wednesday", "wednesdays", "weds"],
    ["thu", "thursday", "thursdays", "thurs"],
    ["fri", "friday", "fridays", ""],
    ["sat", "saturday", "saturdays", ""],
    ["sun", "sunday", "sundays", ""],
];

impl Stated {
    /// What a folded phrase states.
    pub(super) fn of(text: &str) -> Self {
        let mut stated = Self::default();
        stated.read_rule(text);
        stated.read_english(text);
        stated.read_chinese(text);
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        stated.is_lunar = has(&["农历", "阴历", "lunar"]);
        stated.is_workday = has(&["工作日", "workday", "weekday", "business day", "working day"]);
        stated.of_month = month_of_date(text);
        let is_of_weeks = |odd: &str| {
            text.split_once(odd).is_some_and(|(_, rest)| rest.split(' ').take(4).any(|word| word.starts_with("week")))
        };
        stated.odd_weeks = if is_of_weeks("odd") || has(&["单周", "单数周", "奇数周"]) {
            Some(true)
        } else if is_of_weeks("even") || has(&["双数周", "偶数周"]) {
            Some(false)
        } else {
            None
        };
        stated
    }

    /// Whether a cadence contradicts nothing of it.
    pub(super) fn allows(&self, cadence: &Cadence) -> bool {
        let is_lunar = match &cadence.pattern {
            Pattern::Monthly { period, .. } => period.is_lunar(),
            Pattern::Festival(_) | Pattern::Offset { .. } => true,
            _ => false,
        };
        let is_workday = match &cadence.pattern {
            Pattern::Workdays => true,
            Pattern::Monthly { days, .. } => days.iter().any(|day| matches!(day, MonthDay::Workday(_))),
            _ => false,
        };
        let is_of_weeks =
            |odd: bool| matches!(cadence.pattern, Pattern::NumberedWeeks { odd: of_odd, .. } if of_odd == odd);
        (is_lunar || !self.is_lunar)
            && (is_workday || cadence.roll.is_some() || !self.is_workday)
            && self.odd_weeks.is_none_or(is_of_weeks)
            && self.of_month.is_none_or(|month| is_of_month(&cadence.pattern, month))
            && self.allows_days(cadence)
    }

    /// Whether a cadence is as often as is stated.
    pub(super) fn allows_rate(&self, cadence: &Cadence) -> bool {
        Self { rate: self.rate, ..Self::default() }.allows_days(cadence)
    }

    /// Whether its days contradict neither how often nor the days that are stated.
    fn allows_days(&self, cadence: &Cadence) -> bool {
        let (rate, weekdays, days): (Option<Rate>, WeekdaySet, &[MonthDay]) = match &cadence.pattern {
            Pattern::Daily | Pattern::Workdays | Pattern::DaysOff => (Some(Rate::Days(1)), WeekdaySet::EMPTY, &[]),
            Pattern::EveryDays(n) => (Some(Rate::Days(*n)), WeekdaySet::EMPTY, &[]),
            Pattern::Weekly { every, on } => (Some(Rate::Weeks(*every)), *on, &[]),
            Pattern::NumberedWeeks { on, .. } => (Some(Rate::Weeks(2)), *on, &[]),
            Pattern::Monthly { period, days } => {
                let weekday = |day: &MonthDay| if let MonthDay::Nth(_, weekday) = day { Some(*weekday) } else { None };
                let months = match period {
                    Period::Month | Period::LunarMonth => 1,
                    Period::OddMonths | Period::EvenMonths => 2,
                    Period::Quarter => 3,
                    Period::Months(months) => *months,
                    Period::Year(_) | Period::LunarYear(_) | Period::LunarLeap(_) => 12,
                };
                (Some(Rate::Months(months)), days.iter().filter_map(weekday).collect(), days)
            }
            Pattern::Rrule(rule) => {
                let rate = match rule.frequency {
                    Frequency::Daily => Rate::Days(rule.interval),
                    Frequency::Weekly => Rate::Weeks(rule.interval),
                    Frequency::Monthly => Rate::Months(rule.interval),
                    Frequency::Yearly => Rate::Months(rule.interval.saturating_mul(12)),
                };
                return self.rate.is_none_or(|stated| stated == rate);
            }
            _ => (None, WeekdaySet::EMPTY, &[]),
        };
        let is_rate = match (self.rate, rate) {
            (None, _) => true,
            // workdays, and some weekdays, are daily enough
            (Some(Rate::Days(1)), Some(Rate::Weeks(1))) => true,
            (stated, rate) => stated == rate,
        };
        let is_on = self.weekdays.is_empty()
            || weekdays == self.weekdays
            || self.has_range && self.weekdays.iter().all(|day| weekdays.contains(day));
        let is_day = self.month_day.is_none_or(|day| days.contains(&MonthDay::Day(day)));
        let is_nth = self.ordinal.is_none_or(|nth| {
            days.iter().any(|day| matches!(day, MonthDay::Nth(n, _) | MonthDay::Workday(n) if *n == nth))
        });
        is_rate && is_on && is_day && is_nth
    }

    /// The days of cadences that say what is stated, and what is usual of the rest; none where nothing is stated, or no
    /// cadence can be so.
    pub(super) fn patterns(&self) -> Vec<Pattern> {
        let on = if self.weekdays.is_empty() { WeekdaySet::of(&[Weekday::Wed]) } else { self.weekdays };
        let is_empty = self.weekdays.is_empty();
        let monthly = |period: Period, days: Vec<MonthDay>| Pattern::Monthly { period, days };
        if let Some(odd) = self.odd_weeks {
            return vec![Pattern::NumberedWeeks { odd, on }];
        }
        if self.is_lunar {
            let lunar = |period: Period, day: i8| monthly(period, vec![MonthDay::Day(day)]);
            return vec![lunar(Period::LunarYear(8), 15), lunar(Period::LunarMonth, 1)];
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

    /// `FREQ=HOURLY;INTERVAL=3`
    fn read_rule(&mut self, text: &str) {
        let value = |key: &str| {
            let (_, rest) = text.split_once(key)?;
            rest.split(|c: char| !c.is_ascii_alphanumeric()).next()
        };
        let Some(frequency) = value("freq=") else { return };
        let interval = value("interval=").and_then(|n| n.parse().ok()).unwrap_or(1);
        self.rate = match frequency {
            "daily" => Some(Rate::Days(interval)),
            "weekly" => Some(Rate::Weeks(interval)),
            "monthly" => Some(Rate::Months(interval)),
            "hourly" | "minutely" | "secondly" => Some(Rate::Hours),
            _ => None,
        };
    }

    fn read_english(&mut self, text: &str) {
        let words: Vec<&str> =
            text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let weekday = |word: &str| {
            let at = ENGLISH_DAYS.iter().position(|names| !word.is_empty() && names.contains(&word))?;
            Some(Weekday::from_index(at as i32))
        };
        let is_month = |word: &str| MONTHS.iter().any(|month| word.len() >= 3 && month.starts_with(word));
        // odd and even months are two months apart: what else is said of months is no interval
        let is_alternate = words.iter().any(|word| ["odd", "even"].contains(word));
        for (at, word) in words.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or_default();
            let next = words.get(at + 1).copied().unwrap_or_default();
            self.weekdays = weekday(word).map_or(self.weekdays, |day| self.weekdays.with(day));
            self.has_range |= ["to", "through", "until", "till", "except"].contains(word);
            let rate = match *word {
                "biweekly" | "fortnightly" | "fortnight" => Some(Rate::Weeks(2)),
                "weekly" if before == "bi" => Some(Rate::Weeks(2)),
                "monthly" if !is_alternate => Some(Rate::Months(1)),
                "quarterly" | "quarter" => Some(Rate::Months(3)),
                "yearly" | "annually" => Some(Rate::Months(12)),
                "daily" => Some(Rate::Days(1)),
                "hourly" => Some(Rate::Hours),
                "every" | "each" => every(next, words.get(at + 2).copied().unwrap_or_default()),
                _ => None,
            };
            let is_finer = |rate: Rate| self.rate.is_none() || matches!(rate, Rate::Weeks(2..) | Rate::Months(2..));
            self.rate = rate.filter(|rate| is_finer(*rate)).or(self.rate);
            match ordinal(word) {
                Some(n) if weekday(next).is_some() && before != "every" && n <= 5 => self.ordinal = Some(n),
                Some(n) if word.starts_with(|c: char| c.is_ascii_digit()) => {
                    let is_elsewhere = is_month(before) || is_month(next) || before == "every";
                    let is_counted = ["week", "month", "day", "workday", "quarter", "and", "or"].contains(&next);
                    if !is_elsewhere && !is_counted && before != "and" {
                        self.month_day = Some(n);
                    }
                }
                _ => {}
            }
        }
        self.has_range |= text.contains(['-', '~', '–']) && self.weekdays.len() > 1;
    }

    fn read_chinese(&mut self, text: &str) {
        let chars: Vec<char> = text.chars().collect();
        let weekday =
            |c: char| "一二三四五六日".chars().chain(['天']).position(|day| day == c).map(|at| at.min(6) as i32);
        for (at, c) in chars.iter().enumerate() {
            if !['周', '期', '拜'].contains(c) {
                continue;
            }
            let mut next = at + 1;
            while let Some(day) = chars.get(next).and_then(|c| weekday(*c)) {
                // 一周一次, 周日历 name no weekday
                if chars.get(next + 1).is_some_and(|c| "次回个历".contains(*c)) {
                    break;
                }
                self.weekdays = self.weekdays.with(Weekday::from_index(day));
                next += 1 + usize::from(chars.get(next + 1).is_some_and(|c| "、,和".contains(*c)));
            }
        }
        self.has_range |= ["至", "到", "~", "-"].iter().any(|sign| text.contains(sign)) && self.weekdays.len() > 1;
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let rate = if has(&["每两周", "每2周", "每二周", "两周一次", "双周", "隔周", "每隔一周"]) {
            Some(Rate::Weeks(2))
        } else if has(&["每三周", "每3周", "三周一次"]) {
            Some(Rate::Weeks(3))
        } else if has(&["每两个月", "每2个月", "两个月一次"]) {
            Some(Rate::Months(2))
        } else if has(&["每三个月", "每3个月", "三个月一次", "季度", "每季"]) {
            Some(Rate::Months(3))
        } else if has(&["每小时"]) {
            Some(Rate::Hours)
        } else if has(&["每年", "每一年", "年度"]) {
            Some(Rate::Months(12))
        } else if has(&["每月", "每个月", "月度"]) {
            Some(Rate::Months(1))
        } else if has(&["每天", "每日", "天天"]) {
            Some(Rate::Days(1))
        } else {
            None
        };
        self.rate = rate.or(self.rate);
        if has(&["最后一个周", "最后一个星期", "最后周"]) {
            self.ordinal = Some(-1);
        }
        let day = ["号", "日"].iter().find_map(|unit| day_before(text.split_once(unit)?.0));
        self.month_day = day.or(self.month_day);
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `every 3 months`, `every other week`, `every month`
fn every(next: &str, after: &str) -> Option<Rate> {
    let (n, unit) = match next {
        "other" | "second" | "2nd" => (2, after),
        "third" | "3rd" => (3, after),
        unit if ["day", "week", "month", "quarter", "hour"].contains(&unit) => (1, unit),
        "two" => (2, after),
        "three" => (3, after),
        "four" => (4, after),
        "six" => (6, after),
        n => (n.parse().ok().filter(|n| *n > 0)?, after),
    };
    match unit.strip_suffix('s').unwrap_or(unit) {
        "hour" | "minute" => Some(Rate::Hours),
        "day" => Some(Rate::Days(n)),
        "week" => Some(Rate::Weeks(n)),
        "month" => Some(Rate::Months(n)),
        "quarter" => Some(Rate::Months(n.saturating_mul(3))),
        "year" if n > 1 => Some(Rate::Months(n.saturating_mul(12))),
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<i8> {
    match word {
        "first" => Some(1),
        "second" => Some(2),
        "third" => Some(3),
        "fourth" => Some(4),
        "last" => Some(-1),
        _ => {
            let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
            digits.parse().ok().filter(|n| (1..=31).contains(n))
        }
    }
}

/// Whether a cadence is of one month of each year, or cannot be told.
fn is_of_month(pattern: &Pattern, month: u8) -> bool {
    match pattern {
        Pattern::Monthly { period: Period::Year(of) | Period::LunarYear(of) | Period::LunarLeap(of), .. } => {
            *of == month
        }
        Pattern::Rrule(rule) => rule.months.contains(&month),
        Pattern::Once(_) | Pattern::Festival(_) | Pattern::Term(_) | Pattern::Offset { .. } => true,
        _ => false,
    }
}

/// The month of 6月1日, 八月十五.
fn month_of_date(text: &str) -> Option<u8> {
    let (before, behind) = text.split_once('月')?;
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let start = before.trim_end().trim_end_matches(number).len();
    let mut month = Cursor::new(before.get(start..)?.trim());
    let month = number_zh(&mut month).filter(|_| month.is_end()).and_then(|month| u8::try_from(month).ok())?;
    let is_date = behind.trim_start().starts_with(|c: char| number(c) || "初廿".contains(c));
    ((1..=12).contains(&month) && is_date).then_some(month)
}

/// The day of a month at the end of a text, where no month is before it: `每月15`.
fn day_before(text: &str) -> Option<i8> {
    let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (before, number) = text.split_at(text.len() - digits);
    let month = before.strip_suffix('月').unwrap_or_default();
    let is_date = month.ends_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
        || before.ends_with(['-', '/', '.', '~', '、', ',']);
    number.parse().ok().filter(|n| (1..=31).contains(n) && !is_date)
}

#[cfg(test)]
mod tests;
