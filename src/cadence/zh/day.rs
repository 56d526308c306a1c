//! Chinese days that name themselves: 春节前3天, salon 前3天, 农历八月十五, 2026年12月24日.

use super::super::expected::*;
use super::super::lexicon::{id, named};
use super::super::pattern::{Anchor, Pattern};
use super::lunar;
use super::separators::skip_fillers;
use crate::value::lexicon::WEEK;
use crate::value::{Cursor, Day, Slug, Unexpected, number_zh, unexpected, unexpected_ahead};

/// What names its day itself: an offset, a festival or term, a lunar day, a date.
pub(super) fn dated(s: &mut Cursor<'_>) -> Result<Option<Pattern>, Unexpected> {
    if let Some(day) = date(s)? {
        return Ok(Some(Pattern::Once(day)));
    }
    if let Some(pattern) = lunar::read(s)? {
        return Ok(Some(pattern));
    }
    let start = s.at;
    let mut ahead = *s;
    if ahead.eat_any(&["每年", "每逢", "逢"]) {
        skip_fillers(&mut ahead);
    }
    let anchor_at = ahead.at;
    if let Some(anchor) = named(&mut ahead) {
        *s = ahead;
        return Ok(Some(match (shift(s, anchor_at)?, anchor) {
            (Some(days), from) if days != 0 => Pattern::Offset { from, days },
            (_, Anchor::Festival(festival)) => Pattern::Festival(festival),
            (_, Anchor::Term(index)) => Pattern::Term(index),
            (_, from @ Anchor::Item(_)) => Pattern::Offset { from, days: 0 },
        }));
    }
    let mut ahead = *s;
    if ahead.eat_any(&["项目", "活动"]) {
        ahead.spaces();
    }
    let (name, at) = id(&mut ahead);
    if name.is_empty() {
        return Ok(None);
    }
    let Some(days) = shift(&mut ahead, start)? else { return Ok(None) };
    let item = name.parse::<Slug>().map_err(|_| unexpected(at, &ANCHOR))?;
    *s = ahead;
    Ok(Some(Pattern::Offset { from: Anchor::Item(item), days }))
}

/// 前3天, 之后一周, 当天, 3天前: days from an anchor; none where nothing of the kind follows.
fn shift(s: &mut Cursor<'_>, since: usize) -> Result<Option<i32>, Unexpected> {
    let mut ahead = *s;
    while ahead.eat_any(&[" ", "的"]) {}
    if ahead.eat_any(&["当天", "当日", "那天"]) {
        *s = ahead;
        return Ok(Some(0));
    }
    let start = ahead.at;
    let sign = |s: &mut Cursor<'_>| {
        if s.eat_any(&["提前", "之前", "以前", "前"]) {
            Some(-1)
        } else if s.eat_any(&["之后", "以后", "后"]) {
            Some(1)
        } else {
            None
        }
    };
    let before = sign(&mut ahead);
    ahead.spaces();
    let Some(count) = number_zh(&mut ahead) else {
        return match before {
            Some(_) => Err(unexpected_ahead(&ahead, since, &HOW_MANY_DAYS)),
            None => Ok(None),
        };
    };
    ahead.spaces();
    ahead.eat("个");
    let unit = if ahead.eat_any(&["天", "日"]) {
        1
    } else if ahead.eat_any(WEEK) {
        7
    } else {
        return if before.is_some() { Err(unexpected(ahead.since(start), &HOW_MANY_DAYS)) } else { Ok(None) };
    };
    let Some(sign) = before.or_else(|| sign(&mut ahead)) else { return Ok(None) };
    let days = count.saturating_mul(unit);
    if !(1..=999).contains(&days) {
        return Err(unexpected(ahead.since(start), &HOW_MANY_DAYS));
    }
    *s = ahead;
    Ok(Some(sign * i32::try_from(days).unwrap_or(999)))
}

/// 2026-12-24, 2026年12月24日; none where no year begins.
pub(in crate::cadence) fn date(s: &mut Cursor<'_>) -> Result<Option<Day>, Unexpected> {
    let start = s.at;
    let mut ahead = *s;
    let Some(year) = ahead.digits().filter(|_| ahead.at - start == 4) else { return Ok(None) };
    let Some(sign) = ["-", "/", ".", "年"].into_iter().find(|sign| ahead.eat(sign)) else { return Ok(None) };
    ahead.spaces();
    let month = ahead.digits();
    let follows = month.is_some() && ahead.eat(if sign == "年" { "月" } else { sign });
    ahead.spaces();
    let day = ahead.digits().filter(|_| follows);
    ahead.eat_any(&["日", "号"]);
    let number = |n: Option<u32>| n.and_then(|n| i32::try_from(n).ok()).unwrap_or(0);
    let Some(day) = Day::from_ymd(number(Some(year)), number(month), number(day)) else {
        return Err(unexpected(ahead.since(start), &NO_SUCH_DATE));
    };
    *s = ahead;
    Ok(Some(day))
}
