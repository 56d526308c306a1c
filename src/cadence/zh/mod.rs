//! Chinese phrases: which days, before or behind the time.

pub(super) mod day;
mod lunar;
pub(super) mod month;
mod roll;
mod separators;

pub(super) use roll::OFF;

use super::expected::*;
use super::pattern::{Cadence, Pattern};
use super::phrase_error::*;
use super::times;
use crate::value::lexicon::WEEK;
use crate::value::{Cursor, Unexpected, WeekdaySet, number_zh, unexpected, weekday_char, weekday_zh};
use separators::{skip_fillers, skip_separator};

const DAILY: &[&str] = &["每天", "每日", "天天"];

/// Reads a whole phrase.
pub(super) fn cadence(mut s: Cursor<'_>) -> Result<Cadence, Unexpected> {
    skip_fillers(&mut s);
    let mut times = times::read(&mut s)?;
    skip_fillers(&mut s);
    if s.is_end() {
        return Err(unexpected(s.since(0), &EMPTY));
    }
    let mut pattern = pattern(&mut s)?;
    let mut roll_at = s.at;
    let mut roll = roll::read(&mut s);
    skip_fillers(&mut s);
    if times.is_empty() {
        times = times::read(&mut s)?;
    }
    if !times.is_empty() {
        s.eat_any(&["开始", "起"]);
    }
    if roll.is_none() {
        roll_at = s.at;
        roll = roll::read(&mut s);
    }
    let mut ahead = s;
    if pattern == Pattern::Daily
        && let Some(on) = but(&mut ahead)
    {
        pattern = Pattern::Weekly { every: 1, on };
        s = ahead;
    }
    skip_fillers(&mut s);
    if !s.is_end() {
        return Err(leftover(&s));
    }
    // each day has its own already
    if roll.is_some() && pattern == Pattern::Daily {
        return Err(unexpected(roll_at..s.at, &ROLL_OF_DAYS));
    }
    Ok(Cadence { roll, ..Cadence::new(pattern, times) })
}

fn pattern(s: &mut Cursor<'_>) -> Result<Pattern, Unexpected> {
    let start = s.at;
    if let Some(pattern) = day::dated(s)? {
        return Ok(pattern);
    }
    if s.eat_any(&["每隔一天", "每隔1天", "隔天", "隔日", "隔一天"]) {
        return Ok(Pattern::EveryDays(2));
    }
    if let Some(on) = all_but(s) {
        return Ok(Pattern::Weekly { every: 1, on });
    }
    if s.eat_any(DAILY) {
        return Ok(Pattern::Daily);
    }
    if ["每晚", "每早", "每上午", "每中午", "每下午", "每傍晚"].iter().any(|word| s.rest().starts_with(word))
    {
        s.eat("每");
        return Ok(Pattern::Daily);
    }
    let mut ahead = *s;
    ahead.eat_any(&["每个", "每逢", "每", "逢"]);
    if ahead.eat_any(&["工作日", "上班日"]) {
        *s = ahead;
        return Ok(Pattern::Workdays);
    }
    if ahead.eat_any(&["休息日", "非工作日", "放假日"]) {
        *s = ahead;
        return Ok(Pattern::DaysOff);
    }
    if ahead.eat("节假日") {
        return Err(unexpected(ahead.since(start), &HOLIDAYS));
    }
    if let Some(pattern) = month::periodic(s)? {
        return Ok(pattern);
    }
    weekly(s)
}

/// 除周日外每天, 每天（周日除外）: the weekdays that are left; none where none are left out.
fn all_but(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    let mut ahead = *s;
    let is_behind = ahead.eat_any(DAILY);
    let on = but(&mut ahead)?;
    if !is_behind {
        skip_fillers(&mut ahead);
        ahead.eat("都");
        ahead.eat_any(DAILY).then_some(())?;
    }
    *s = ahead;
    Some(on)
}

/// 除周日外, 除了周六、周日, 周末除外: the weekdays that are left.
fn but(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    let mut ahead = *s;
    skip_fillers(&mut ahead);
    let is_led = ahead.eat_any(&["除了", "除去", "除", "不含", "不包括"]);
    ahead.eat("每");
    let out = weekdays(&mut ahead, false)?;
    let is_closed = ahead.eat_any(&["之外", "以外", "除外", "外"]);
    *s = ahead;
    Some(out.complement()).filter(|on| (is_led || is_closed) && !on.is_empty())
}

/// 每周三, 隔周六, 每3周周二, 周一到周五, 周三 每两周一次.
fn weekly(s: &mut Cursor<'_>) -> Result<Pattern, Unexpected> {
    let start = s.at;
    let ahead = interval(s)?;
    let unit = s.since(start);
    let weekly = |interval: Option<Interval>, on: WeekdaySet| match interval {
        Some(Interval::NumberedWeeks(odd)) => Pattern::NumberedWeeks { odd, on },
        Some(Interval::Weeks(every)) => Pattern::Weekly { every, on },
        _ => Pattern::Weekly { every: 1, on },
    };
    if let Some(Interval::Days(days)) = ahead {
        return Ok(if days == 1 { Pattern::Daily } else { Pattern::EveryDays(days) });
    }
    if ahead.is_some() {
        // how many times is not which days: 每周两次
        let mut times = *s;
        if number_zh(&mut times).is_some() && times.eat("次") {
            *s = times;
        }
    }
    s.spaces();
    let behind = s.at;
    skip_fillers(s);
    if let Some(on) = weekdays(s, ahead.is_some() && behind == s.at) {
        let interval = if ahead.is_some() { ahead } else { weeks_behind(s)? };
        return Ok(weekly(interval, on));
    }
    let word = s.word();
    let first = word.start..word.start + s.peek().map_or(0, char::len_utf8);
    if ahead.is_none() {
        return Err(match s.eat("每") || s.eat_any(WEEK) {
            true if weekday_like(s) => unexpected(s.word(), &NO_SUCH_WEEKDAY),
            _ => no_start(&Cursor { at: start, ..*s }),
        });
    }
    Err(match s.peek() {
        Some('七' | '八' | '九' | '十' | '0' | '8' | '9') if behind == s.at => unexpected(first, &NO_SUCH_WEEKDAY),
        Some(c) if c.is_ascii_alphabetic() => unexpected(word, &WEEKDAY),
        Some('某' | '几') => unexpected(first, &WEEKDAY),
        _ => unexpected(unit, &WEEKDAY),
    })
}

/// Whether there is a number where 一 to 日 should be: 周八.
fn weekday_like(s: &Cursor<'_>) -> bool {
    s.peek().is_some_and(|c| "七八九十089".contains(c))
}

/// The interval behind the weekdays: 周三 每两周一次; none where none is there.
fn weeks_behind(s: &mut Cursor<'_>) -> Result<Option<Interval>, Unexpected> {
    let mut ahead = *s;
    skip_fillers(&mut ahead);
    let found = interval(&mut ahead)?.filter(|interval| !matches!(interval, Interval::Days(_)));
    if found.is_some() {
        *s = ahead;
    }
    Ok(found)
}

#[derive(Clone, Copy)]
enum Interval {
    Weeks(u16),
    Days(u16),
    /// Of the weeks with odd numbers, else with even ones.
    NumberedWeeks(bool),
}

/// 每周, 隔周, 每3周, 两周一次, 每3天; none where none begins.
fn interval(s: &mut Cursor<'_>) -> Result<Option<Interval>, Unexpected> {
    const TWO: &[&str] = &[
        "每双周",
        "双周",
        "每隔一周",
        "每隔1周",
        "每隔一个星期",
        "每隔周",
        "隔一周",
        "隔周",
        "隔星期",
        "隔礼拜",
        "每隔一个周",
    ];
    const ONE: &[&str] = &["每周", "每个周", "每逢周", "每星期", "每个星期", "每礼拜", "每个礼拜", "逢周", "周度"];
    const ODD: &[&str] = &["每逢单周", "每单周", "逢单周", "单周", "每单数周", "单数周", "每奇数周", "奇数周"];
    const EVEN: &[&str] = &["每双数周", "双数周", "每偶数周", "偶数周", "每逢双数周", "逢偶数周"];
    let start = s.at;
    if s.eat_any(ODD) {
        return Ok(Some(Interval::NumberedWeeks(true)));
    }
    if s.eat_any(EVEN) {
        return Ok(Some(Interval::NumberedWeeks(false)));
    }
    if s.eat_any(TWO) {
        return Ok(Some(Interval::Weeks(2)));
    }
    if s.eat_any(ONE) {
        return Ok(Some(Interval::Weeks(1)));
    }
    let mut ahead = *s;
    let each = ahead.eat("每");
    let between_at = ahead.at;
    let between = ahead.eat_any(&["间隔", "隔"]);
    let between_at = start.min(between_at)..ahead.at;
    ahead.spaces();
    let Some(count) = number_zh(&mut ahead) else { return Ok(None) };
    ahead.spaces();
    ahead.eat("个");
    let days = ahead.eat_any(&["天", "日"]);
    if !days && !ahead.eat_any(WEEK) {
        return Ok(None);
    }
    if !each && !between && !ahead.rest().trim_start().starts_with("一次") {
        return Ok(None);
    }
    if between && count > 1 {
        return Err(unexpected(between_at, &EVERY_OTHER));
    }
    let count = if between { count + 1 } else { count };
    let most = if days { 999 } else { 99 };
    if !(1..=most).contains(&count) {
        return Err(unexpected(ahead.since(start), &TOO_MANY));
    }
    let count = count as u16;
    *s = ahead;
    Ok(Some(if days { Interval::Days(count) } else { Interval::Weeks(count) }))
}

/// A list or range of weekdays; right behind 每周 without a second 周.
pub(super) fn weekdays(s: &mut Cursor<'_>, bare: bool) -> Option<WeekdaySet> {
    let mut ahead = *s;
    let one = |s: &mut Cursor<'_>, bare: bool| {
        let days = weekday_zh(s);
        if days.is_some() || !bare {
            return days;
        }
        let mut ahead = *s;
        if ahead.eat("末") {
            *s = ahead;
            return Some(WeekdaySet::WEEKEND);
        }
        let day = weekday_char(&mut ahead)?;
        // a numeral before 点 belongs to the time: 每周三五点
        if ahead.peek().is_some_and(|c| "点时十次:".contains(c)) {
            return None;
        }
        *s = ahead;
        Some(WeekdaySet::EMPTY.with(day))
    };
    // the first numeral is the weekday, whatever follows, except 一次
    let first = weekday_zh(&mut ahead).or_else(|| {
        let mut day = ahead;
        if bare && day.eat("末") {
            ahead = day;
            return Some(WeekdaySet::WEEKEND);
        }
        let first = weekday_char(&mut day).filter(|_| bare && !day.rest().starts_with(['点', '时', '次', ':']))?;
        ahead = day;
        Some(WeekdaySet::EMPTY.with(first))
    });
    let mut on = first?;
    loop {
        *s = ahead;
        if ahead.eat_any(&["-", "~", "到", "至"]) {
            ahead.eat_any(&["-"]);
            let (Some(from), Some(to)) = (on.iter().last(), one(&mut ahead, true)) else { break };
            if let Some(to) = to.iter().next().filter(|_| to.len() == 1) {
                on = on.or(WeekdaySet::between(from, to));
                continue;
            }
            break;
        }
        let joined = skip_separator(&mut ahead);
        let adjacent = joined || ahead.at == s.at;
        ahead.spaces();
        match one(&mut ahead, adjacent) {
            Some(days) => on = on.or(days),
            None => break,
        }
    }
    Some(on)
}
