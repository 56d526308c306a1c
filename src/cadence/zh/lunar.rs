//! Chinese days of the lunar calendar: 农历八月十五, 农历每月初一、十五, 农历闰六月初一, 农历腊月最后一天.

use super::super::expected::LUNAR;
use super::super::lexicon::named;
use super::super::pattern::{Anchor, MonthDay, Pattern, Period};
use super::separators::{skip_fillers, skip_separator};
use crate::value::{Cursor, Unexpected, is_han, number_zh, unexpected};

/// Lunar days; none where no lunar day begins.
pub(super) fn read(s: &mut Cursor<'_>) -> Result<Option<Pattern>, Unexpected> {
    let start = s.at;
    let mut ahead = *s;
    if ahead.eat_any(&["每年", "每逢", "逢"]) {
        skip_fillers(&mut ahead);
    }
    let mut each_month = ahead;
    let is_each = each_month.eat_any(&["每个月", "每月"]);
    each_month.eat_any(&["的", "逢", " "]);
    // 每月农历十五
    let is_each = is_each && ["农历", "阴历"].iter().any(|name| each_month.rest().starts_with(name));
    if is_each {
        ahead = each_month;
    }
    let is_named = ahead.eat_any(&["农历", "阴历", "旧历"]);
    if !is_named && !begins(ahead) {
        return Ok(None);
    }
    ahead.spaces();
    if is_named && let Some(Anchor::Festival(festival)) = named(&mut ahead) {
        *s = ahead;
        return Ok(Some(Pattern::Festival(festival)));
    }
    ahead.eat_any(&["每年", "每逢", "逢"]);
    let pattern = days_of_month(&mut ahead, is_each).ok_or_else(|| {
        let word = ahead.word();
        unexpected(if word.is_empty() { ahead.since(start) } else { start..word.end }, &LUNAR)
    })?;
    *s = ahead;
    Ok(Some(pattern))
}

/// Whether a lunar day begins without 农历: 正月, 腊月, 闰六月; 每月初一, 初一、十五.
fn begins(s: Cursor<'_>) -> bool {
    if ["正月", "冬月", "腊月", "闰"].iter().any(|month| s.rest().starts_with(month)) {
        return true;
    }
    let mut ahead = s;
    ahead.eat_any(&["每个月", "每月"]);
    ahead.eat_any(&["的", "逢"]);
    ahead.rest().starts_with('初') && day(&mut ahead).is_some_and(|_| !ahead.rest().starts_with(['次', '个']))
}

/// The month and its days, behind 农历.
fn days_of_month(s: &mut Cursor<'_>, is_each: bool) -> Option<Pattern> {
    let mut ahead = *s;
    let leap = ahead.eat("闰");
    let month = ["正月", "冬月", "腊月"].iter().position(|word| ahead.eat(word)).map(|which| [1, 11, 12][which]);
    let period = if is_each {
        Period::LunarMonth
    } else if let Some(month) = month {
        of_year(month, leap)?
    } else if ahead.eat_any(&["每个月", "每月", "逐月"])
        || ["初", "月底", "月末"].iter().any(|day| ahead.rest().starts_with(day))
    {
        Period::LunarMonth
    } else {
        of_year(number_zh(&mut ahead).filter(|_| ahead.eat_any(&["月", "-"]))?, leap)?
    };
    while ahead.eat_any(&[" ", "的", "逢"]) {}
    let mut days = vec![day(&mut ahead)?];
    *s = ahead;
    loop {
        let is_joined = skip_separator(&mut ahead);
        // 初一十五
        let mut next = ahead;
        let is_long =
            next.rest().starts_with(['初', '廿', '三']) || number_zh(&mut next.clone()).is_some_and(|n| n > 10);
        let Some(day) = day(&mut next).filter(|_| is_joined || is_long) else { break };
        if !days.contains(&day) {
            days.push(day);
        }
        ahead = next;
        *s = ahead;
    }
    Some(Pattern::Monthly { period, days })
}

fn of_year(month: u32, leap: bool) -> Option<Period> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    Some(if leap { Period::LunarLeap(month) } else { Period::LunarYear(month) })
}

/// 初一, 十五, 廿三, 15日, 最后一天, 底.
fn day(s: &mut Cursor<'_>) -> Option<MonthDay> {
    let mut ahead = *s;
    if ahead.eat_any(&["最后一天", "最后一日", "月底", "月末", "底", "末"]) {
        *s = ahead;
        return Some(MonthDay::Day(-1));
    }
    let day = match ahead.eat("初") {
        // 初一十五 are two days
        true => {
            let end = ahead.peek().filter(|c| is_han(*c)).map_or(ahead.text.len(), |c| ahead.at + c.len_utf8());
            let mut numeral = Cursor { text: ahead.text.get(..end)?, at: ahead.at };
            let day = number_zh(&mut numeral)?;
            ahead.at = numeral.at;
            day
        }
        false => number_zh(&mut ahead)?,
    };
    if !ahead.eat_any(&["日", "号"]) && ahead.peek().is_some_and(|c| ":点时".contains(c)) {
        return None;
    }
    let day = i8::try_from(day).ok().filter(|day| (1..=30).contains(day))?;
    *s = ahead;
    Some(MonthDay::Day(day))
}
