//! English phrases: which days, before or behind the time.

mod day;
mod month;
mod separators;
mod weekdays;

use super::expected::*;
use super::pattern::{Cadence, Pattern, Period};
use super::phrase_error::*;
use crate::value::{Cursor, Unexpected, count_en, time, unexpected, unexpected_ahead};
use separators::{skip_punctuation, skip_word};
use weekdays::weekdays;

/// How often, before the days are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Every {
    Days(u16),
    Weeks(u16),
    Period(Period),
    Year,
}

/// Reads a whole phrase.
pub(super) fn cadence(mut s: Cursor<'_>) -> Result<Cadence, Unexpected> {
    skip_punctuation(&mut s);
    let first = time::read(&mut s)?;
    skip_punctuation(&mut s);
    if s.is_end() {
        return Err(unexpected(s.since(0), &EMPTY));
    }
    let mut pattern = pattern(&mut s)?;
    skip_punctuation(&mut s);
    let mut time = if first.is_some() { first } else { time::read(&mut s)? };
    if let Pattern::Weekly { every: every @ 1, .. } = &mut pattern {
        // Tuesday 9:00 biweekly
        let mut ahead = s;
        skip_punctuation(&mut ahead);
        if let Some(Every::Weeks(weeks)) = interval(&mut ahead)? {
            *every = weeks;
            s = ahead;
            skip_punctuation(&mut s);
            time = if time.is_some() { time } else { time::read(&mut s)? };
        }
    }
    skip_punctuation(&mut s);
    s.eat(".");
    s.spaces();
    skip_word(&mut s, &["at"]);
    if s.is_end() { Ok(Cadence { pattern, time }) } else { Err(leftover(&s)) }
}

fn pattern(s: &mut Cursor<'_>) -> Result<Pattern, Unexpected> {
    let start = s.at;
    if let Some(pattern) = day::dated(s)? {
        return Ok(pattern);
    }
    let mut ahead = *s;
    skip_word(&mut ahead, &["on"]);
    skip_word(&mut ahead, &["every", "each", "all"]);
    if ahead.eat_words(&["workdays", "workday", "weekdays", "weekday", "business days", "business day", "working days"])
    {
        *s = ahead;
        return Ok(Pattern::Workdays);
    }
    if ahead.eat_words(&["days off", "day off", "non-working days"]) {
        *s = ahead;
        return Ok(Pattern::DaysOff);
    }
    if ahead.eat_words(&["holidays", "public holidays", "holiday"]) {
        return Err(unexpected(ahead.since(start), &HOLIDAYS));
    }
    match interval(s)? {
        Some(Every::Days(1)) => Ok(Pattern::Daily),
        Some(Every::Days(days)) => Ok(Pattern::EveryDays(days)),
        Some(Every::Weeks(every)) => {
            let lead = s.since(start);
            skip_punctuation(s);
            skip_word(s, &["on", "every", "each"]);
            match weekdays(s) {
                Some(on) => Ok(Pattern::Weekly { every, on }),
                None if s.rest().starts_with(|c: char| c.is_ascii_lowercase()) => Err(unexpected(s.word(), &WEEKDAY)),
                None => Err(unexpected(lead, &WEEKDAY)),
            }
        }
        Some(Every::Period(period)) => month::of_period(s, period, start),
        Some(Every::Year) => month::of_year(s, start),
        None => plain(s),
    }
}

/// Weekdays or days of the month without a word for the interval: every Wed, 2nd Sat of the month.
fn plain(s: &mut Cursor<'_>) -> Result<Pattern, Unexpected> {
    let start = s.at;
    let mut ahead = *s;
    skip_word(&mut ahead, &["on"]);
    let each = skip_word(&mut ahead, &["every", "each"]);
    let other = skip_word(&mut ahead, &["other", "alternate", "alternating"]);
    if let Some(on) = weekdays(&mut ahead) {
        *s = ahead;
        return Ok(Pattern::Weekly { every: if other { 2 } else { 1 }, on });
    }
    if other || (each && ahead.word().is_empty()) {
        return Err(unexpected_ahead(&ahead, start, &WEEKDAY));
    }
    *s = ahead;
    month::bare(s, start, each)
}

/// How often: daily, every 2 weeks, monthly; none where none begins.
fn interval(s: &mut Cursor<'_>) -> Result<Option<Every>, Unexpected> {
    use Every::{Days, Weeks, Year};
    use Period::{EvenMonths, Month, OddMonths, Quarter};
    const WORDS: &[(&str, Every)] = &[
        ("daily", Days(1)),
        ("nightly", Days(1)),
        ("everyday", Days(1)),
        ("weekly", Weeks(1)),
        ("biweekly", Weeks(2)),
        ("bi-weekly", Weeks(2)),
        ("fortnightly", Weeks(2)),
        ("monthly", Every::Period(Month)),
        ("quarterly", Every::Period(Quarter)),
        ("yearly", Year),
        ("annually", Year),
        ("annual", Year),
        ("in odd months", Every::Period(OddMonths)),
        ("odd months", Every::Period(OddMonths)),
        ("in even months", Every::Period(EvenMonths)),
        ("even months", Every::Period(EvenMonths)),
    ];
    const EACH: &[(&str, Every)] = &[
        ("day", Days(1)),
        ("morning", Days(1)),
        ("afternoon", Days(1)),
        ("evening", Days(1)),
        ("night", Days(1)),
        ("other day", Days(2)),
        ("second day", Days(2)),
        ("week", Weeks(1)),
        ("fortnight", Weeks(2)),
        ("other week", Weeks(2)),
        ("second week", Weeks(2)),
        ("month", Every::Period(Month)),
        ("odd month", Every::Period(OddMonths)),
        ("even month", Every::Period(EvenMonths)),
        ("quarter", Every::Period(Quarter)),
        ("year", Year),
    ];
    let start = s.at;
    if let Some(every) = s.word_of(WORDS) {
        return Ok(Some(every));
    }
    let mut ahead = *s;
    if ahead.eat_words(&["bimonthly", "bi-monthly", "every other month", "every second month"]) {
        return Err(unexpected(ahead.since(start), &EVERY_MONTHS));
    }
    if !skip_word(&mut ahead, &["every", "each", "once every", "once each", "once in", "once a", "once per"]) {
        return Ok(None);
    }
    if let Some(every) = ahead.word_of(EACH) {
        *s = ahead;
        return Ok(Some(every));
    }
    let Some(count) = count_en(&mut ahead) else { return Ok(None) };
    ahead.eat("-");
    ahead.spaces();
    let (days, weeks) = (ahead.eat_words(&["days", "day"]), ahead.eat_words(&["weeks", "week"]));
    if ahead.eat_words(&["months", "month", "quarters", "years"]) {
        return Err(unexpected(ahead.since(start), &EVERY_MONTHS));
    }
    if !days && !weeks {
        return Ok(None);
    }
    let most = if days { 999 } else { 99 };
    if !(1..=most).contains(&count) {
        return Err(unexpected(ahead.since(start), &TOO_MANY));
    }
    *s = ahead;
    Ok(Some(if days { Days(count as u16) } else { Weeks(count as u16) }))
}
