//! Words of a phrase → what they state, in either language.

use super::super::pattern::Roll;
use super::super::signals::is_of_each_day;
use super::{Rate, Stated};
use crate::value::{Cursor, Weekday, WeekdaySet, number_zh};

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
    pub(in super::super) fn of(text: &str) -> Self {
        let mut stated = Self::default();
        stated.read_rule(text);
        stated.read_english(&text.replace("couple of ", "2 ").replace("every a 2", "every 2"));
        stated.read_chinese(text);
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        stated.is_lunar = has(&["农历", "阴历", "lunar"]);
        stated.is_workday = has(&["工作日", "workday", "weekday", "business day", "working day"]);
        stated.read_loose_words(text);
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

    /// Words that say less than a cadence does, or more: twice a week, two weeks after the last one, except Fridays.
    fn read_loose_words(&mut self, text: &str) {
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        if has(&[
            "end of the month",
            "end of month",
            "end of each month",
            "end of every month",
            "month end",
            "月底",
            "月末",
        ]) {
            (self.rate, self.month_day) = (self.rate.or(Some(Rate::Months(1))), Some(-1));
        }
        if is_of_each_day(text) && self.weekdays.is_empty() && self.rate.is_none() {
            self.rate = Some(Rate::Days(if text.contains("every other") { 2 } else { 1 }));
        }
        if let Some((count, rate)) = times_a_period(text) {
            (self.rate, self.count) = (Some(rate), Some(count));
        }
        if let Some((n, unit)) = after_the_last(text) {
            self.rate = Some(match unit {
                StatedUnit::Day => Rate::Days(n),
                StatedUnit::Week if self.weekdays.is_empty() => Rate::Days(n.saturating_mul(7)),
                StatedUnit::Week => Rate::Weeks(n),
                StatedUnit::Month => Rate::Months(n),
            });
        }
        let halves = [
            "biannual",
            "semiannual",
            "semi-annual",
            "half-yearly",
            "half yearly",
            "twice a year",
            "半年",
            "每年两次",
            "一年两次",
        ];
        if has(&halves) {
            self.rate = Some(Rate::Months(6));
        }
        for word in ["except", "excluding", "but", "other than", "apart from", "除了", "除周", "除星", "除礼"] {
            let Some((_, behind)) = text.split_once(word) else { continue };
            let behind = format!("{}{behind}", word.strip_prefix('除').unwrap_or_default().trim_matches('了'));
            let mut out = Self::default();
            out.read_english(&behind);
            out.read_chinese(&behind);
            let is_every_day =
                self.is_workday || ["daily", "every day", "每天", "每日"].iter().any(|all| text.contains(all));
            if is_every_day && !out.weekdays.is_empty() {
                self.except = out.weekdays;
                (self.weekdays, self.rate) = (WeekdaySet::EMPTY, None);
            }
        }
        if self.is_workday && self.month_day.is_some() && self.weekdays.is_empty() && !has(&["上一次", "last one"]) {
            self.roll = if has(&["previous", "prior", "before", "preceding", "前一", "上一个", "提前"]) {
                Some(Roll::Before)
            } else if has(&["next", "after", "following", "顺延", "后一", "下一个"]) {
                Some(Roll::After)
            } else if has(&["nearest", "closest", "最近"]) {
                Some(Roll::Nearest)
            } else {
                None
            };
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
            let rate = match *word {
                "biweekly" | "fortnightly" | "fortnight" => Some(Rate::Weeks(2)),
                "weekly" if before == "bi" => Some(Rate::Weeks(2)),
                "monthly" if !is_alternate => Some(Rate::Months(1)),
                "quarterly" | "quarter" => Some(Rate::Months(3)),
                "yearly" | "annually" => Some(Rate::Months(12)),
                "daily" => Some(Rate::Days(1)),
                "hourly" => Some(Rate::Hours),
                "every" if next == "other" && weekday(words.get(at + 2).copied().unwrap_or_default()).is_some() => {
                    Some(Rate::Weeks(2))
                }
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

/// What is counted after the last time.
enum StatedUnit {
    Day,
    Week,
    Month,
}

/// `10 days after the last one`, `上次之后两周`
fn after_the_last(text: &str) -> Option<(u16, StatedUnit)> {
    const LAST: [&str; 6] =
        ["after the last", "after the previous", "after last", "after previous", "since the last", "from the last"];
    if let Some(before) = LAST.iter().find_map(|last| Some(text.split_once(last)?.0)) {
        let mut words = before.split_whitespace().rev();
        let (unit, n) = (words.next()?, words.next()?);
        let numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        let named = || u16::try_from(numbers.iter().position(|word| *word == n)? + 1).ok();
        let n = n.parse().ok().or_else(named).filter(|n| *n > 0)?;
        let unit = match unit.trim_end_matches('s') {
            "day" => StatedUnit::Day,
            "week" => StatedUnit::Week,
            "month" => StatedUnit::Month,
            _ => return None,
        };
        return Some((n, unit));
    }
    let behind = ["上次", "上一次", "上一回", "上回", "上一场", "前一次", "前一场"]
        .iter()
        .find_map(|last| Some(text.split_once(last)?.1))?;
    let start = behind.find(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c))?;
    let mut number = Cursor::new(&behind[start..]);
    let n = number_zh(&mut number).and_then(|n| u16::try_from(n).ok()).filter(|n| *n > 0)?;
    let rest = number.rest().trim_start().trim_start_matches('个');
    let unit = match rest.chars().next()? {
        '天' | '日' | 'd' => StatedUnit::Day,
        '周' | '星' | '礼' => StatedUnit::Week,
        '月' => StatedUnit::Month,
        _ => return None,
    };
    Some((n, unit))
}

/// `twice a week`, `每月两次`
fn times_a_period(text: &str) -> Option<(usize, Rate)> {
    let is_in = |words: &[String]| words.iter().any(|word| text.contains(word));
    let english =
        [("twice", 2), ("two times", 2), ("2 times", 2), ("2x", 2), ("three times", 3), ("3 times", 3), ("3x", 3)];
    let periods = [("week", "周", Rate::Weeks(1)), ("month", "月", Rate::Months(1))];
    for (word, chinese, rate) in periods {
        for (times, n) in english {
            if is_in(&[" a ", " per ", " each ", " every ", "/", " "].map(|of| format!("{times}{of}{word}"))) {
                return Some((n, rate));
            }
        }
        for (times, n) in [("两次", 2), ("2次", 2), ("二次", 2), ("两回", 2), ("三次", 3), ("3次", 3)] {
            let each = [format!("每{chinese}{times}"), format!("一{chinese}{times}"), format!("每个{chinese}{times}")];
            if is_in(&each) {
                return Some((n, rate));
            }
        }
    }
    None
}

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

/// The day of a month at the end of a text, where no month is before it: `每月15`.
fn day_before(text: &str) -> Option<i8> {
    let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (before, number) = text.split_at(text.len() - digits);
    let month = before.strip_suffix('月').unwrap_or_default();
    let is_date = month.ends_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
        || before.ends_with(['-', '/', '.', '~', '、', ',']);
    number.parse().ok().filter(|n| (1..=31).contains(n) && !is_date)
}
