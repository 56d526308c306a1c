//! What stands in a phrase but belongs under another key of the plan: its zone, its first and its last day, how often it
//! is in all, what becomes of it on holidays.

use std::ops::Range;

use super::expected::{BOUNDS, ON_HOLIDAY, ZONE};
use super::signals::Signals;
use crate::human_date::{day, month};
use crate::value::{Cursor, Day, Expected, Weekday, count_en, is_han, number_zh};

/// Zones that can be nothing else, and the words behind the names of places.
const ZONES: &[&str] = &[
    "utc",
    "gmt",
    "cst",
    "pst",
    "pdt",
    "est",
    "edt",
    "cet",
    "cest",
    "ist",
    "mst",
    "mdt",
    "cdt",
    "bst",
    "jst",
    "sgt",
    "hkt",
    "aest",
    "aedt",
    "wib",
    "msk",
    "eet",
    "pt",
    "et",
    "ct",
    "mt",
    "eastern",
    "pacific",
    "北京时间",
    "东八区",
    "美东时间",
    "美西时间",
    "纽约时间",
    "伦敦时间",
    "东京时间",
    "新加坡时间",
    "当地时间",
    "本地时间",
];
/// Places before `time`.
const PLACES: &[&str] = &[
    "beijing",
    "china",
    "eastern",
    "pacific",
    "central",
    "mountain",
    "london",
    "uk",
    "berlin",
    "paris",
    "tokyo",
    "singapore",
    "india",
    "new york",
    "local",
    "us eastern",
    "us pacific",
];
const BOUND: &[&str] = &[
    "starting from",
    "starting on",
    "starting",
    "starts on",
    "starts",
    "start",
    "beginning on",
    "beginning",
    "from",
    "since",
    "until",
    "till",
    "through",
    "ending on",
    "ending",
    "ends",
    "as of",
    "直到",
    "截至",
    "截止到",
    "截止",
    "自从",
    "自",
    "从",
    "到",
    "至",
];

/// Words behind a first or last day.
const FOLLOWING: &[&str] = &["起", "开始", "为止", "止", " onwards", " onward"];

/// What becomes of something on holidays.
const HOLIDAYS: &[&str] = &[
    "except on public holidays",
    "except public holidays",
    "except on holidays",
    "except for holidays",
    "except holidays",
    "excluding public holidays",
    "excluding holidays",
    "excl. holidays",
    "excl holidays",
    "but not on public holidays",
    "but not on holidays",
    "not on public holidays",
    "not on holidays",
    "no holidays",
    "skipping holidays",
    "skip holidays",
    "unless it is a holiday",
    "unless it's a holiday",
    "法定节假日除外",
    "节假日除外",
    "节日除外",
    "除法定节假日外",
    "除节假日外",
    "除了节假日",
    "除节假日",
    "遇法定节假日暂停",
    "遇节假日暂停",
    "遇节假日取消",
    "遇节假日停",
    "法定节假日不办",
    "节假日不办",
    "节假日暂停",
    "节假日停办",
    "节假日休息",
];

/// What was taken out of a phrase.
pub(super) struct Elsewhere {
    /// The phrase without it, as long as it was.
    pub(super) rest: String,
    /// Where it is.
    pub(super) at: Range<usize>,
    /// What it is.
    pub(super) expected: &'static Expected,
    /// Whether the rest says less than what was meant: with a second zone, how often in all, or what becomes of holidays.
    pub(super) is_too_much: bool,
    /// Where its first day is, and its weekday if it says which.
    pub(super) first: Option<(usize, Option<Weekday>)>,
}

/// What of a folded phrase belongs elsewhere; none where nothing does.
pub(super) fn find(text: &str) -> Option<Elsewhere> {
    let mut found: Vec<(Range<usize>, &'static Expected)> = Vec::new();
    let (mut found_first, mut has_more) = (None, false);
    let mut s = Cursor::new(text);
    while let Some(c) = s.peek() {
        let is_start = !text[..s.at].ends_with(|c: char| c.is_ascii_alphanumeric());
        let start = s.at;
        if is_start && zone(&mut s) {
            found.push((start..s.at, &ZONE));
        } else if is_start && let Some(first) = bound(&mut s) {
            found_first = found_first.or(first.map(|weekday| (start, weekday)));
            found.push((start..s.at, &BOUNDS));
        } else if is_start && (count(&mut s) || s.eat_words(HOLIDAYS)) {
            let is_of_holidays = HOLIDAYS.contains(&&s.text[start..s.at]);
            found.push((start..s.at, if is_of_holidays { &ON_HOLIDAY } else { &BOUNDS }));
            has_more = true;
        } else {
            s.at += c.len_utf8();
        }
    }
    let (at, expected) = found.first()?.clone();
    let mut rest = text.to_owned();
    for (at, _) in &found {
        let (before, behind) = (rest[..at.start].trim_end(), rest[at.end..].trim_start());
        let is_in_brackets = before.ends_with('(') && behind.starts_with(')');
        let all = if is_in_brackets { before.len() - 1..rest.len() - behind.len() + 1 } else { at.clone() };
        rest.replace_range(all.clone(), &" ".repeat(all.len()));
    }
    let is_too_much = has_more || found.iter().filter(|(_, expected)| std::ptr::eq(*expected, &ZONE)).count() > 1;
    Some(Elsewhere { rest, at, expected, is_too_much, first: found_first })
}

/// A zone: `UTC+8`, `Beijing time`, `Europe/Berlin`, 北京时间; whether there was one.
fn zone(s: &mut Cursor<'_>) -> bool {
    let mut ahead = *s;
    let is_place = ahead.eat_words(PLACES) && ahead.eat_words(&[" standard time", " time"]);
    if !is_place {
        ahead = *s;
    }
    if !is_place && !ahead.eat_words(ZONES) {
        return region(s);
    }
    let mut shift = ahead;
    if shift.eat_any(&["+", "-"]) && shift.digits().is_some() {
        if shift.eat(":") {
            shift.digits();
        }
        ahead = shift;
    }
    ahead.eat_words(&[" time"]);
    *s = ahead;
    true
}

/// How often or how long in all: `for 6 weeks`, `(6 sessions)`, 共6次; whether it is there.
fn count(s: &mut Cursor<'_>) -> bool {
    let mut ahead = *s;
    let is_behind = !s.text[..s.at].trim().is_empty();
    if is_behind
        && ahead.eat_any(&["x", "×"])
        && ahead.digits().is_some_and(|n| (2..100).contains(&n))
        && ahead.peek().is_none_or(|c| !c.is_alphanumeric())
    {
        *s = ahead;
        return true;
    }
    ahead = *s;
    let is_led =
        ahead.eat_words(&["for the next", "for", "a total of", "一共", "总共", "共", "持续", "连续", "为期", "连办"]);
    ahead.spaces();
    let Some(n) = count_en(&mut ahead).or_else(|| number_zh(&mut ahead)) else { return false };
    ahead.spaces();
    let is_unit = ahead.eat_words(&["sessions", "meetings", "occurrences"])
        || is_led
            && (ahead.eat_words(&["weeks", "months", "times", "years"])
                || ahead.eat_any(&["次", "期", "场", "周", "个月", "个星期", "节课", "节", "讲"]));
    if is_unit && n > 0 {
        *s = ahead;
    }
    is_unit && n > 0
}

/// `Europe/Berlin`
fn region(s: &mut Cursor<'_>) -> bool {
    const REGIONS: &[&str] =
        &["africa/", "america/", "asia/", "atlantic/", "australia/", "europe/", "indian/", "pacific/", "etc/"];
    let mut ahead = *s;
    let is_region =
        ahead.eat_any(REGIONS) && !ahead.take_while(|c| c.is_ascii_alphabetic() || "_/".contains(c)).is_empty();
    if is_region {
        *s = ahead;
    }
    is_region
}

/// A first or last day with the word before or behind it; of a first day, its weekday if it says which.
fn bound(s: &mut Cursor<'_>) -> Option<Option<Option<Weekday>>> {
    const MOST_WORDS: usize = 6;
    let mut ahead = *s;
    let word_at = ahead.at;
    let is_led = ahead.eat_words(BOUND);
    let word = ahead.text.get(word_at..ahead.at).unwrap_or_default();
    let is_last =
        ["until", "till", "through", "end", "直到", "截", "到", "至"].iter().any(|last| word.starts_with(last));
    ahead.spaces();
    let rest = ahead.rest();
    if !is_led && !FOLLOWING.iter().any(|word| rest.contains(word)) {
        return None;
    }
    let is_end = |at: &usize| {
        let (before, behind) = rest.split_at(*at);
        let stops = |c: char| c == ' ' || ",;()起开至到-".contains(c) || is_han(c);
        !before.is_empty() && (behind.is_empty() || behind.starts_with(stops))
    };
    let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]).filter(is_end);
    let mut ends: Vec<usize> = ends.take(if is_led { 4 * MOST_WORDS } else { 12 }).collect();
    ends.reverse();
    let (end, date) = ends.into_iter().find_map(|end| Some((end, date(rest.get(..end)?)?)))?;
    let named = Signals::of(rest.get(..end)?).weekdays;
    let named = named.iter().next().filter(|_| named.len() == 1);
    ahead.at += end;
    let is_followed = ahead.eat_any(FOLLOWING);
    if !is_led && !is_followed {
        return None;
    }
    *s = ahead;
    Some(date.filter(|_| !is_last).map(|day| named.or(day.map(Day::weekday))))
}

/// A date, or a month by its name; of a date, the day where it does not depend on today. A weekday alone is neither.
fn date(text: &str) -> Option<Option<Option<Day>>> {
    let is_month = || month(text, Day(0)).is_ok();
    let (has_digit, has_letter) = (text.contains(|c: char| c.is_ascii_digit()), text.contains(char::is_alphabetic));
    // 9-10 are hours
    if text.contains(':') || has_digit && !has_letter && text.matches(['-', '/', '.']).count() < 2 {
        return None;
    }
    let [early, late] = [Day(0), Day(4000)].map(|today| day(text, today).ok());
    match (early, late) {
        (Some(early), late) if has_digit => Some(Some(Some(early).filter(|_| late == Some(early)))),
        _ => is_month().then_some(None),
    }
}
