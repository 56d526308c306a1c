//! English phrases: which days, before or behind the time.

mod day;
mod listed_months;
mod month;
mod roll;
mod separators;
mod weekdays;

pub(super) use roll::OFF;

use super::expected::*;
use super::pattern::{Cadence, Pattern, Period};
use super::phrase_error::*;
use super::{times, years};
use crate::value::{Cursor, DayPart, Unexpected, WeekdaySet, count_en, ordinal_en, unexpected, unexpected_ahead};
use separators::{skip_punctuation, skip_word};
pub(super) use weekdays::weekdays;

/// How often, before the days are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Every {
    Days(u16),
    Weeks(u16),
    /// Of the weeks with odd numbers, else with even ones.
    NumberedWeeks(bool),
    Period(Period),
    Years(u16),
}

/// Of `every evening`.
fn part_of_day(text: &str) -> Option<DayPart> {
    const PARTS: [(&str, DayPart); 4] = [
        ("morning", DayPart::Morning),
        ("afternoon", DayPart::Afternoon),
        ("evening", DayPart::Evening),
        ("night", DayPart::Evening),
    ];
    let is_of =
        |(word, _): &&(&str, DayPart)| ["every", "each"].iter().any(|each| text.contains(&format!("{each} {word}")));
    PARTS.iter().find(is_of).map(|(_, part)| *part)
}

/// Reads a whole phrase.
pub(super) fn cadence(mut s: Cursor<'_>) -> Result<Cadence, Unexpected> {
    skip_punctuation(&mut s);
    let part = part_of_day(s.text);
    let mut times = times::read_in(&mut s, part)?;
    skip_punctuation(&mut s);
    if s.is_end() {
        return Err(unexpected(s.since(0), &EMPTY));
    }
    let mut pattern = pattern(&mut s)?;
    let mut roll_at = s.at;
    let mut roll = roll::read(&mut s);
    let mut read_times = |s: &mut Cursor<'_>| -> Result<(), Unexpected> {
        skip_punctuation(s);
        if times.is_empty() {
            times = times::read_in(s, part)?;
        }
        Ok(())
    };
    read_times(&mut s)?;
    if let Pattern::Weekly { every: 1, on } = pattern {
        // Tuesday 9:00 biweekly, Monday of the first week of the month
        let mut ahead = s;
        skip_punctuation(&mut ahead);
        if let Some(days) = month::of_week(&mut ahead, on)? {
            pattern = days;
        } else {
            match interval(&mut ahead)? {
                Some(Every::Weeks(every)) => pattern = Pattern::Weekly { every, on },
                Some(Every::NumberedWeeks(odd)) => pattern = Pattern::NumberedWeeks { odd, on },
                _ => ahead = s,
            }
        }
        s = ahead;
        read_times(&mut s)?;
    }
    if roll.is_none() {
        roll_at = s.at;
        roll = roll::read(&mut s);
    }
    if pattern == Pattern::Daily
        && let Some(on) = all_but(&mut s)
    {
        pattern = Pattern::Weekly { every: 1, on };
    }
    skip_punctuation(&mut s);
    s.eat(".");
    s.spaces();
    skip_word(&mut s, &["at"]);
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
        Some(Every::Days(1)) => Ok(all_but(s).map_or(Pattern::Daily, |on| Pattern::Weekly { every: 1, on })),
        Some(Every::Days(days)) => Ok(Pattern::EveryDays(days)),
        Some(every @ (Every::Weeks(_) | Every::NumberedWeeks(_))) => {
            let lead = s.since(start);
            skip_punctuation(s);
            skip_word(s, &["on", "every", "each"]);
            match weekdays(s) {
                Some(on) => Ok(match every {
                    Every::NumberedWeeks(odd) => Pattern::NumberedWeeks { odd, on },
                    Every::Weeks(every) => Pattern::Weekly { every, on },
                    _ => Pattern::Weekly { every: 1, on },
                }),
                None if s.rest().starts_with(|c: char| c.is_ascii_lowercase()) => Err(unexpected(s.word(), &WEEKDAY)),
                None => Err(unexpected(lead, &WEEKDAY)),
            }
        }
        Some(Every::Period(period)) => month::of_period(s, period, start),
        Some(Every::Years(years)) => {
            // every 2 years on the 1st counts months
            let mut ahead = *s;
            match month::of_year(&mut ahead, start) {
                Err(error) if years > 1 => month::of_period(s, Period::Months(years * 12), start).map_err(|_| error),
                found => {
                    *s = ahead;
                    let at = s.since(start);
                    found.and_then(|days| years::every(years, days).ok_or_else(|| unexpected(at, &NOUN)))
                }
            }
        }
        None => plain(s),
    }
}

/// Behind `daily`: `except Sun` and the weekdays that are left; none where none are left out.
fn all_but(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    let mut ahead = *s;
    skip_punctuation(&mut ahead);
    if !skip_word(&mut ahead, &["except for", "except", "excluding", "but not", "but", "other than", "apart from"]) {
        return None;
    }
    skip_word(&mut ahead, &["on"]);
    let out = weekdays(&mut ahead)?;
    *s = ahead;
    Some(out.complement()).filter(|on| !on.is_empty())
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
    use Every::{Days, NumberedWeeks, Weeks, Years};
    use Period::{EvenMonths, LunarMonth, Month, Months, OddMonths, Quarter};
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
        ("half-yearly", Every::Period(Months(6))),
        ("semiannually", Every::Period(Months(6))),
        ("yearly", Years(1)),
        ("annually", Years(1)),
        ("annual", Years(1)),
        ("lunar monthly", Every::Period(LunarMonth)),
        ("in odd months", Every::Period(OddMonths)),
        ("odd months", Every::Period(OddMonths)),
        ("in even months", Every::Period(EvenMonths)),
        ("even months", Every::Period(EvenMonths)),
        ("twice daily", Days(1)),
        ("twice a day", Days(1)),
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
        ("other month", Every::Period(Months(2))),
        ("quarter", Every::Period(Quarter)),
        ("other quarter", Every::Period(Months(6))),
        ("half year", Every::Period(Months(6))),
        ("year", Years(1)),
        ("other year", Years(2)),
        ("lunar month", Every::Period(LunarMonth)),
    ];
    let start = s.at;
    if let Some(odd) = numbered_weeks(s) {
        return Ok(Some(NumberedWeeks(odd)));
    }
    if let Some(every) = s.word_of(WORDS) {
        return Ok(Some(every));
    }
    let mut ahead = *s;
    if ahead.eat_words(&["bimonthly", "bi-monthly"]) {
        return Err(unexpected(ahead.since(start), &BIMONTHLY));
    }
    if !skip_word(&mut ahead, &["every", "each", "once every", "once each", "once in", "once a", "once per"]) {
        return Ok(None);
    }
    if let Some(every) = ahead.word_of(EACH) {
        // every second week of the month names a week in it
        if !ahead.rest().trim_start().starts_with("of ") {
            *s = ahead;
            return Ok(Some(every));
        }
        return Ok(None);
    }
    counted(s, ahead, start)
}

/// `odd weeks`, `every even ISO week`, `in odd-numbered weeks`: whether they are odd.
fn numbered_weeks(s: &mut Cursor<'_>) -> Option<bool> {
    let mut ahead = *s;
    skip_word(&mut ahead, &["of", "in", "on"]);
    skip_word(&mut ahead, &["every", "each", "all"]);
    let odd = ahead.word_of(&[("odd", true), ("even", false)])?;
    ahead.eat_any(&["-numbered", " numbered"]);
    ahead.spaces();
    skip_word(&mut ahead, &["iso", "calendar"]);
    ahead.eat_words(&["weeks", "week"]).then(|| {
        *s = ahead;
        odd
    })
}

/// Behind `every`: 3 days, 2 weeks, third month; none where nothing is counted.
fn counted<'a>(s: &mut Cursor<'a>, mut ahead: Cursor<'a>, start: usize) -> Result<Option<Every>, Unexpected> {
    type Unit = (&'static str, u32, fn(u16) -> Every);
    const UNITS: &[Unit] = &[
        ("day", 999, Every::Days),
        ("week", 99, Every::Weeks),
        ("month", 99, |n| Every::Period(if n == 1 { Period::Month } else { Period::Months(n) })),
        ("quarter", 33, |n| Every::Period(if n == 1 { Period::Quarter } else { Period::Months(n * 3) })),
        ("year", 8, Every::Years),
    ];
    let nth = ordinal_en(&mut ahead);
    let Some(count) = nth.or_else(|| count_en(&mut ahead)) else { return Ok(None) };
    ahead.eat("-");
    ahead.spaces();
    let Some((most, every)) = UNITS.iter().find_map(|(unit, most, every)| {
        let plural = format!("{unit}s");
        ahead.eat_words(&[&plural, unit]).then_some((*most, *every))
    }) else {
        return Ok(None);
    };
    let names_one = ahead.rest().trim_start().starts_with("of ") || count == 1;
    if nth.is_some() && names_one {
        return Ok(None);
    }
    let count = u16::try_from(count).ok().filter(|n| (1..=most).contains(&u32::from(*n)));
    let count = count.ok_or_else(|| unexpected(ahead.since(start), &TOO_MANY))?;
    *s = ahead;
    Ok(Some(every(count)))
}
