//! Chinese days of a month, a quarter, a year: 每月15日, 每月第二、四个周六, 每季度第一个工作日, 每年12月31日.

use std::ops::Range;

use super::super::expected::*;
use super::super::pattern::{MonthDay, Pattern, Period};
use super::super::years;
use super::separators::{skip_fillers, skip_separator};
use crate::value::lexicon::WEEK;
use crate::value::{Cursor, Expected, Unexpected, is_han, number_zh, unexpected, weekday_zh};

const PERIODS: &[(&[&str], Period)] = &[
    (&["每逢单月", "每个单月", "每单月", "单月", "奇数月", "单数月"], Period::OddMonths),
    (&["每逢双月", "每个双月", "每双月", "双月", "偶数月", "双数月"], Period::EvenMonths),
    (&["每个季度", "每季度", "每一季度", "每季", "季度"], Period::Quarter),
    (&["每个月", "每一个月", "每月", "月度", "逐月"], Period::Month),
];

/// A pattern of months; none where no period begins.
pub(super) fn periodic(s: &mut Cursor<'_>) -> Result<Option<Pattern>, Unexpected> {
    let start = s.at;
    let period = PERIODS.iter().find(|(words, _)| s.eat_any(words)).map(|(_, period)| *period);
    let (period, years) = match period {
        Some(period) => (period, 1),
        None => match yearly(s)? {
            Some(period) => (period, 1),
            None => match counted_months(s)? {
                Some(counted) => counted,
                None => return bare(s),
            },
        },
    };
    of_period(s, period, years, start).map(Some)
}

/// Behind a period: its days.
fn of_period(s: &mut Cursor<'_>, period: Period, years: u16, start: usize) -> Result<Pattern, Unexpected> {
    let lead = s.since(start);
    // how many times is not which days: 每月两次
    let mut times = *s;
    if number_zh(&mut times).is_some() && times.eat("次") {
        *s = times;
    }
    let days = items(s, period, &lead)?;
    let pattern = years::every(years, Pattern::Monthly { period, days });
    pattern.ok_or_else(|| unexpected(s.since(start), &NOUN))
}

/// Days counted without a period: a weekday is one of the month, 第三个周五; none where none is counted.
fn bare(s: &mut Cursor<'_>) -> Result<Option<Pattern>, Unexpected> {
    let start = s.at;
    if !["第", "最后", "倒数", "首个"].iter().any(|word| s.rest().starts_with(word)) {
        return Ok(None);
    }
    let days = items(s, Period::Month, &s.since(start))?;
    match days.iter().all(|day| matches!(day, MonthDay::Nth(..))) {
        true => Ok(Some(Pattern::Monthly { period: Period::Month, days })),
        false => Err(unexpected(s.since(start), &PERIOD)),
    }
}

/// 每两个月, 隔月, 每半年, 每3个季度, 每两年12月: the period, and of how many years it is one; none where none begins.
fn counted_months(s: &mut Cursor<'_>) -> Result<Option<(Period, u16)>, Unexpected> {
    let start = s.at;
    if s.eat_any(&["每隔一个月", "每隔1个月", "每隔一月", "每隔月", "隔一个月", "隔月"]) {
        return Ok(Some((Period::Months(2), 1)));
    }
    if s.eat_any(&["每半年", "半年一次", "每半个年度"]) {
        return Ok(Some((Period::Months(6), 1)));
    }
    let mut ahead = *s;
    let each = ahead.eat("每");
    let between = ahead.eat("隔");
    let between_at = ahead.since(start);
    ahead.spaces();
    let Some(count) = number_zh(&mut ahead) else { return Ok(None) };
    ahead.spaces();
    let (most, months) = if ahead.eat("个月") {
        (99, 1)
    } else if ahead.eat("个季度") {
        (33, 3)
    } else if ahead.eat("年") {
        (8, 12)
    } else {
        return Ok(None);
    };
    if !each && !ahead.rest().trim_start().starts_with("一次") {
        return Ok(None);
    }
    if between {
        return Err(unexpected(between_at, &EVERY_OTHER));
    }
    let count = u16::try_from(count).ok().filter(|n| (1..=most).contains(n));
    let count = count.ok_or_else(|| unexpected(ahead.since(start), &TOO_MANY))?;
    *s = ahead;
    let mut month = ahead;
    skip_fillers(&mut month);
    if months == 12
        && let Some(of_year) = number_zh(&mut month).and_then(|n| u8::try_from(n).ok())
        && (1..=12).contains(&of_year)
        && month.eat("月")
    {
        *s = month;
        return Ok(Some((Period::Year(of_year), count)));
    }
    Ok(Some(match (count, months) {
        (1, 1) => (Period::Month, 1),
        (1, 3) => (Period::Quarter, 1),
        _ => (Period::Months(count * months), 1),
    }))
}

/// 每年12月; a month without 每年 lacks its year.
fn yearly(s: &mut Cursor<'_>) -> Result<Option<Period>, Unexpected> {
    let start = s.at;
    let mut ahead = *s;
    let every = ahead.eat_any(&["每年", "每一年", "年度"]);
    let lead = ahead.since(start);
    skip_fillers(&mut ahead);
    let month_at = ahead.at;
    let month = number_zh(&mut ahead);
    ahead.spaces();
    if month.is_none() || !ahead.eat("月") {
        return if every { Err(unexpected(lead, &YEAR_DATE)) } else { Ok(None) };
    }
    if !every {
        ahead.take_while(|c| c.is_ascii_digit() || "零一二三四五六七八九十廿初日号".contains(c));
        return Err(unexpected(ahead.since(month_at), &WHICH_YEAR));
    }
    match month.filter(|month| (1..=12).contains(month)) {
        Some(month) => {
            *s = ahead;
            Ok(Some(Period::Year(month as u8)))
        }
        None => Err(unexpected(ahead.since(month_at), &NO_SUCH_MONTH)),
    }
}

/// The n of a 第n个, and whether it was a lone number.
struct Nth {
    n: i32,
    bare: bool,
    at: Range<usize>,
}

/// The list of days behind a period.
fn items(s: &mut Cursor<'_>, period: Period, lead: &Range<usize>) -> Result<Vec<MonthDay>, Unexpected> {
    let mut days: Vec<MonthDay> = Vec::new();
    let mut push = |day: MonthDay| {
        if !days.contains(&day) {
            days.push(day);
        }
    };
    skip_fillers(s);
    let mut any = false;
    loop {
        let before = *s;
        if s.eat_any(&["月底", "月末", "底", "末"]) {
            push(MonthDay::Day(-1));
        } else {
            let numbers = ordinals(s)?;
            if numbers.is_empty() {
                if any {
                    *s = before;
                    break;
                }
                return Err(no_day(s, lead));
            }
            item(s, period, &numbers, &mut push)?;
        }
        any = true;
        let mut ahead = *s;
        let more = skip_separator(&mut ahead) && {
            let mut next = ahead;
            next.eat_any(&["底", "末"]) || nth(&mut next).is_ok_and(|nth| nth.is_some())
        };
        if !more {
            break;
        }
        *s = ahead;
    }
    Ok(days)
}

/// What is wrong where no day follows a period.
fn no_day(s: &Cursor<'_>, lead: &Range<usize>) -> Unexpected {
    let mut ahead = *s;
    let start = ahead.at;
    if weekday_zh(&mut ahead).is_some() || ahead.eat("工作日") {
        return unexpected(ahead.since(start), &NTH);
    }
    if ahead.eat_any(&["某一周", "某周", "某个", "某", "几", "x"]) {
        return unexpected(ahead.since(start), &NTH);
    }
    unexpected(lead.clone(), &MONTH_DAY)
}

/// One number, if it is not a time: 第二, 最后一, 倒数第三, 首, 15.
fn nth(s: &mut Cursor<'_>) -> Result<Option<Nth>, Unexpected> {
    let mut ahead = *s;
    let start = ahead.at;
    let (sign, bare) = if ahead.eat("倒数") {
        // 倒数5天 are several
        let is_one = ahead.eat("第");
        let mut several = ahead;
        let n = number_zh(&mut several).unwrap_or_default();
        if !is_one && n > 1 && (several.rest().starts_with(['天', '日']) || several.rest().starts_with("个工作日"))
        {
            return Err(unexpected(several.since(start), &ORDINAL));
        }
        (-1, false)
    } else if ahead.eat("最后") {
        let mut number = ahead;
        if let Some(n) = number_zh(&mut number) {
            if n != 1 {
                return Err(unexpected(number.since(start), &ORDINAL));
            }
            ahead = number;
        }
        *s = ahead;
        return Ok(Some(Nth { n: -1, bare: false, at: s.since(start) }));
    } else if ahead.eat("首") {
        *s = ahead;
        return Ok(Some(Nth { n: 1, bare: false, at: s.since(start) }));
    } else {
        (1, !ahead.eat("第"))
    };
    let Some(n) = number_zh(&mut ahead) else {
        return if bare { Ok(None) } else { Err(unexpected(ahead.word().start.min(start)..ahead.word().end, &NTH)) };
    };
    if bare && ahead.rest().trim_start().starts_with([':', '点', '时']) {
        return Ok(None);
    }
    *s = ahead;
    Ok(Some(Nth { n: sign * i32::try_from(n).unwrap_or(i32::MAX), bare, at: s.since(start) }))
}

/// The numbers of one item: 第二、四个, 第一个和第三个, 1、15.
fn ordinals(s: &mut Cursor<'_>) -> Result<Vec<Nth>, Unexpected> {
    let mut numbers = Vec::new();
    let mut ahead = *s;
    while let Some(number) = nth(&mut ahead)? {
        let numeral = ahead.rest().starts_with(['二', '三', '四', '五']) && !number.bare;
        numbers.push(number);
        // 第一三个周六
        if numeral && let Some(number) = nth(&mut ahead)? {
            numbers.push(number);
        }
        ahead.spaces();
        let counted = ahead.eat("个");
        let mut weekday = ahead;
        if weekday_zh(&mut weekday).is_none() {
            let _ = ahead.eat_any(WEEK);
        }
        *s = ahead;
        if !skip_separator(&mut ahead) {
            break;
        }
        // 15日 begins a new item of its own, but 1、15日 is one list
        if counted && nth(&mut ahead.clone()).is_ok_and(|next| next.is_some_and(|next| next.bare)) {
            break;
        }
    }
    Ok(numbers)
}

/// What is counted: 天, 日, 周六, 工作日.
fn item(s: &mut Cursor<'_>, period: Period, numbers: &[Nth], push: &mut dyn FnMut(MonthDay)) -> Result<(), Unexpected> {
    let whole = || numbers.first().map_or(0, |n| n.at.start)..numbers.last().map_or(0, |n| n.at.end);
    let behind = *s;
    while s.eat_any(&[" ", "的", "个"]) {}
    if let Some(mut weekdays) = weekday_zh(s) {
        // 第一周周一、周三
        let mut ahead = *s;
        while skip_separator(&mut ahead) {
            let Some(more) = weekday_zh(&mut ahead) else { break };
            weekdays = weekdays.or(more);
            *s = ahead;
        }
        for number in numbers {
            let n = within(number, number.n, limit(period, 5, 14), &ORDINAL)?;
            weekdays.iter().for_each(|day| push(MonthDay::Nth(n, day)));
        }
    } else if s.eat_any(&["工作日", "上班日"]) {
        for number in numbers {
            push(MonthDay::Workday(within(number, number.n, limit(period, 23, 69), &ORDINAL)?));
        }
    } else if s.eat_any(&["日", "号", "天"]) {
        for number in numbers {
            push(MonthDay::Day(within(number, number.n, longest(period), &NO_SUCH_DAY)?));
        }
    } else {
        *s = behind;
        if let Some(weekday) = unknown_weekday(s) {
            return Err(unexpected(weekday, &NO_SUCH_WEEKDAY));
        }
        let expected = if numbers.iter().all(|n| n.bare) { &DAY_UNIT } else { &NOUN };
        return Err(unexpected(whole(), expected));
    }
    Ok(())
}

/// 个周入: a weekday that is none, in front of what is left. 个周 before a part of the day only lacks its number.
fn unknown_weekday(s: &Cursor<'_>) -> Option<Range<usize>> {
    let before = s.text.get(..s.at)?;
    let week = WEEK.iter().copied().find(|week| before.ends_with(*week))?;
    let start = before.len() - week.len();
    let next = s.peek().filter(|c| is_han(*c) && !"早上中下晚凌傍午的".contains(*c))?;
    before.get(..start)?.ends_with('个').then(|| start..s.at + next.len_utf8())
}

const fn limit(period: Period, month: i32, quarter: i32) -> i32 {
    if matches!(period, Period::Quarter) { quarter } else { month }
}

/// The number of days of the longest such period that can be counted.
pub(in crate::cadence) fn longest(period: Period) -> i32 {
    match period {
        Period::Year(2) => 29,
        Period::Year(4 | 6 | 9 | 11) => 30,
        _ => 31,
    }
}

fn within(number: &Nth, n: i32, most: i32, expected: &'static Expected) -> Result<i8, Unexpected> {
    match i8::try_from(n) {
        Ok(number) if n != 0 && n.abs() <= most => Ok(number),
        _ => Err(unexpected(number.at.clone(), expected)),
    }
}
