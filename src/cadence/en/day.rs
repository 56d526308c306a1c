//! English days that name themselves: 3 days before salon, lunar 8-15, Spring Festival, 24 Dec 2026.

use super::super::expected::*;
use super::super::lexicon::{PREVIOUS, id, named};
use super::super::pattern::{Anchor, MonthDay, Pattern, Period};
use super::super::zh::day::date;
use super::separators::{skip_separator, skip_word};
use crate::value::{Cursor, Day, Slug, Unexpected, count_en, month_en, ordinal_en, unexpected, unexpected_ahead};

/// What names its day itself: a date, an offset, a festival or term, a lunar day.
pub(super) fn dated(s: &mut Cursor<'_>) -> Result<Option<Pattern>, Unexpected> {
    let start = s.at;
    let mut ahead = *s;
    skip_word(&mut ahead, &["on", "once on"]);
    if let Some(day) = date(&mut ahead)? {
        *s = ahead;
        return Ok(Some(Pattern::Once(day)));
    }
    if let Some(day) = date_in_words(&mut ahead)? {
        *s = ahead;
        return Ok(Some(Pattern::Once(day)));
    }
    skip_word(&mut ahead, &["every", "each", "yearly", "every year"]);
    skip_word(&mut ahead, &["on", "at"]);
    let mut lunar_day = ahead;
    let is_lunar_name = named(&mut ahead.clone()).is_some();
    if !is_lunar_name && lunar_day.eat_words(&["lunar"]) && !names_each_month(lunar_day) {
        ahead = lunar_day;
        let pattern = lunar(&mut ahead).ok_or_else(|| {
            ahead.spaces();
            unexpected(start..ahead.word().end.max(ahead.at), &LUNAR)
        })?;
        *s = ahead;
        return Ok(Some(pattern));
    }
    if let Some(anchor) = named(&mut ahead) {
        *s = ahead;
        return Ok(Some(match anchor {
            Anchor::Festival(festival) => Pattern::Festival(festival),
            Anchor::Term(index) => Pattern::Term(index),
            from @ Anchor::Item(_) => Pattern::Offset { from, days: 0 },
        }));
    }
    offset(s)
}

/// 3 days before salon, the day after Halloween, on the day of salon.
fn offset(s: &mut Cursor<'_>) -> Result<Option<Pattern>, Unexpected> {
    let start = s.at;
    let mut ahead = *s;
    skip_word(&mut ahead, &["on"]);
    let the = skip_word(&mut ahead, &["the"]);
    let days = if skip_word(&mut ahead, &["day of", "same day as"]) {
        0
    } else {
        // the day before, week before
        let one = the || ["day ", "week "].iter().any(|unit| ahead.rest().starts_with(unit));
        let Some(count) = (if one { Some(1) } else { count_en(&mut ahead) }) else { return Ok(None) };
        let count_at = ahead.since(start);
        ahead.spaces();
        let unit = if skip_word(&mut ahead, &["days", "day"]) {
            1
        } else if skip_word(&mut ahead, &["weeks", "week"]) {
            7
        } else {
            return Ok(None);
        };
        let sign = match ahead.word_of(&[("before", -1), ("after", 1)]) {
            Some(sign) => sign,
            None => return Ok(None),
        };
        let days = i32::try_from(count).unwrap_or(i32::MAX).saturating_mul(unit);
        if !(1..=999).contains(&days) {
            return Err(unexpected(count_at, &HOW_MANY_DAYS));
        }
        sign * days
    };
    ahead.spaces();
    let from = anchor(&mut ahead).ok_or_else(|| unexpected_ahead(&ahead, start, &ANCHOR))?;
    *s = ahead;
    Ok(Some(match (from, days) {
        (Anchor::Festival(festival), 0) => Pattern::Festival(festival),
        (Anchor::Term(index), 0) => Pattern::Term(index),
        (from, days) => Pattern::Offset { from, days },
    }))
}

/// A festival, a term, or the id of an item, `item` before it where it would be read as something else.
fn anchor(s: &mut Cursor<'_>) -> Option<Anchor> {
    let item = |s: &mut Cursor<'_>| {
        let mut ahead = *s;
        let (name, _) = id(&mut ahead);
        let slug = name.parse::<Slug>().ok().filter(|_| ahead.peek() != Some(':'))?;
        *s = ahead;
        Some(Anchor::Item(slug))
    };
    // the previous is no item
    let plain_item = |s: &mut Cursor<'_>| if s.clone().eat_words(PREVIOUS) { None } else { item(s) };
    for word in ["item", "the"] {
        let mut ahead = *s;
        if skip_word(&mut ahead, &[word]) {
            let found = match word {
                "the" => named(&mut ahead).or_else(|| plain_item(&mut ahead)),
                _ => item(&mut ahead),
            };
            if found.is_some() {
                *s = ahead;
                return found;
            }
        }
    }
    named(s).or_else(|| plain_item(s))
}

/// Whether `month` or `monthly` follows, without the number of one.
fn names_each_month(mut s: Cursor<'_>) -> bool {
    s.spaces();
    skip_word(&mut s, &["leap"]);
    s.eat_word("monthly") || skip_word(&mut s, &["months", "month"]) && s.digits().is_none()
}

/// `8-15`, `leap 6-1`, `month 8 day 15`, behind `lunar`.
fn lunar(s: &mut Cursor<'_>) -> Option<Pattern> {
    let mut ahead = *s;
    ahead.spaces();
    let leap = skip_word(&mut ahead, &["leap"]);
    skip_word(&mut ahead, &["month"]);
    let month = ahead.digits()?;
    if !ahead.eat_any(&["-", "/"]) {
        ahead.spaces();
        skip_word(&mut ahead, &["day"]).then_some(())?;
    }
    let day = ahead.digits()?;
    if !(1..=12).contains(&month) || !(1..=30).contains(&day) || ahead.peek() == Some(':') {
        return None;
    }
    *s = ahead;
    let period = if leap { Period::LunarLeap(month as u8) } else { Period::LunarYear(month as u8) };
    Some(Pattern::Monthly { period, days: vec![MonthDay::Day(day as i8)] })
}

/// `24 Dec 2026`, `December 24, 2026`; none where no such date with its year is written.
fn date_in_words(s: &mut Cursor<'_>) -> Result<Option<Day>, Unexpected> {
    let start = s.at;
    let mut ahead = *s;
    let Some((month, days)) = days_and_month(&mut ahead) else { return Ok(None) };
    ahead.eat(",");
    ahead.spaces();
    let year_at = ahead.at;
    let Some(year) = ahead.digits().filter(|_| ahead.at - year_at == 4) else { return Ok(None) };
    let day = match days[..] {
        [day] => day_of(year, month, day),
        _ => None,
    };
    let day = day.ok_or_else(|| unexpected(ahead.since(start), &NO_SUCH_DATE))?;
    *s = ahead;
    Ok(Some(day))
}

/// A day of the year: `31 Dec`, `Dec 31st`; several days of one month: `1, 15 Dec`.
pub(super) fn days_and_month(s: &mut Cursor<'_>) -> Option<(u8, Vec<u32>)> {
    let number = |s: &mut Cursor<'_>| {
        skip_word(s, &["the"]);
        ordinal_en(s).or_else(|| count_en(s).filter(|_| s.peek() != Some(':')))
    };
    let mut ahead = *s;
    skip_word(&mut ahead, &["the"]);
    let before = month_en(&mut ahead);
    ahead.spaces();
    let mut days = vec![number(&mut ahead)?];
    let mut month = before;
    loop {
        let here = ahead;
        if skip_separator(&mut ahead)
            && let Some(day) = number(&mut ahead)
            && day < 1000
        {
            days.push(day);
            continue;
        }
        ahead = here;
        break;
    }
    if month.is_none() {
        ahead.spaces();
        skip_word(&mut ahead, &["of"]);
        month = month_en(&mut ahead);
    }
    let month = month?;
    *s = ahead;
    Some((month, days))
}

/// A date with its year, from its parts.
fn day_of(year: u32, month: u8, day: u32) -> Option<Day> {
    Day::from_ymd(i32::try_from(year).ok()?, i32::from(month), i32::try_from(day).ok()?)
}
