//! English days of a month, a quarter, a year: monthly on the 15th, 2nd, 4th Sat of the month, yearly on 31 Dec.

use std::ops::Range;

use super::super::expected::*;
use super::super::pattern::{MonthDay, Pattern, Period};
use super::super::phrase_error::*;
use super::super::spelling::is_like_weekday;
use super::super::zh::month::longest;
use super::day::days_and_month;
use super::listed_months::{more_months, of_months};
use super::roll;
use super::separators::{skip_punctuation, skip_separator, skip_word};
use super::weekdays::weekdays;
use crate::value::{Cursor, Unexpected, WeekdaySet, month_en, ordinal_en, unexpected};

/// A day before it is known of which period: the number, what is counted, and its place.
#[derive(Clone)]
struct Counted {
    n: i32,
    noun: Noun,
    at: Range<usize>,
}

#[derive(Clone, Copy, PartialEq)]
enum Noun {
    Day,
    Workday,
    /// The week, whose weekday is named behind the period.
    Week,
    Weekdays(WeekdaySet),
}

/// Behind `monthly`, `quarterly`, `odd months`: the days.
pub(super) fn of_period(s: &mut Cursor<'_>, period: Period, start: usize) -> Result<Pattern, Unexpected> {
    let lead = s.since(start);
    skip_punctuation(s);
    skip_word(s, &["on", "every", "each"]);
    let mut found = items(s)?;
    if found.is_empty() {
        return Err(no_day(s, lead));
    }
    let mut ahead = *s;
    if let Some(named) = period_behind(&mut ahead)? {
        if named != period && period != Period::Month {
            return Err(unexpected(s.word().start..ahead.at, &PERIOD));
        }
        *s = ahead;
        return of_weeks(s, &mut found).and_then(|()| pattern(&found, named));
    }
    of_weeks(s, &mut found)?;
    pattern(&found, period)
}

/// Names the weekday of weeks, behind them: the first week of the month on Thu.
fn of_weeks(s: &mut Cursor<'_>, found: &mut [Counted]) -> Result<(), Unexpected> {
    let Some(week) = found.iter().find(|counted| counted.noun == Noun::Week) else { return Ok(()) };
    let mut ahead = *s;
    skip_punctuation(&mut ahead);
    skip_word(&mut ahead, &["on", "every"]);
    let on = weekdays(&mut ahead).ok_or_else(|| unexpected(week.at.start..s.at, &WEEKDAY))?;
    *s = ahead;
    found.iter_mut().filter(|counted| counted.noun == Noun::Week).for_each(|counted| counted.noun = Noun::Weekdays(on));
    Ok(())
}

/// Behind weekdays: `of the first week of the month`; none where no such week is named.
pub(super) fn of_week(s: &mut Cursor<'_>, on: WeekdaySet) -> Result<Option<Pattern>, Unexpected> {
    let mut ahead = *s;
    if !skip_word(&mut ahead, &["of", "in"]) {
        return Ok(None);
    }
    skip_word(&mut ahead, &["every", "each"]);
    let mut found = items(&mut ahead).unwrap_or_default();
    if found.is_empty() || found.iter().any(|counted| counted.noun != Noun::Week) {
        return Ok(None);
    }
    let Some(period) = period_behind(&mut ahead)? else { return Ok(None) };
    found.iter_mut().for_each(|counted| counted.noun = Noun::Weekdays(on));
    *s = ahead;
    pattern(&found, period).map(Some)
}

/// Behind `yearly`: a date, or days of a month.
pub(super) fn of_year(s: &mut Cursor<'_>, start: usize) -> Result<Pattern, Unexpected> {
    let lead = s.since(start);
    skip_punctuation(s);
    skip_word(s, &["on", "in"]);
    let at = s.at;
    if let Some((month, days)) = days_and_month(s) {
        return year_days(month, &days, s.since(at));
    }
    let found = items(s)?;
    if found.is_empty() {
        return Err(unexpected(lead, &YEAR_DATE));
    }
    match period_behind(s)? {
        Some(period @ Period::Year(_)) => pattern(&found, period),
        _ => Err(unexpected(s.since(at), &YEAR_DATE)),
    }
}

/// Days of a period that is named after them: last Fri of the month; `each` came before.
pub(super) fn bare(s: &mut Cursor<'_>, start: usize, each: bool) -> Result<Pattern, Unexpected> {
    let at = s.at;
    let mut ahead = *s;
    if let Some((month, days)) = days_and_month(&mut ahead) {
        let range = ahead.since(at);
        skip_punctuation(&mut ahead);
        if !each && !ahead.eat_words(&["every year", "each year", "yearly", "annually"]) {
            return Err(unexpected(range, &WHICH_YEAR));
        }
        *s = ahead;
        return year_days(month, &days, range);
    }
    let mut found = items(s)?;
    if found.is_empty() {
        return Err(match s.peek() {
            Some(c) if each && !c.is_ascii_lowercase() => unexpected(start..at, &WEEKDAY),
            Some(_) if each && is_like_weekday(s.text.get(s.word()).unwrap_or_default()) => {
                unexpected(s.word(), &NO_SUCH_WEEKDAY)
            }
            Some(_) if each => no_start(s),
            _ => no_start(&Cursor { at: start, ..*s }),
        });
    }
    let found_at = s.since(at);
    let behind = s.at;
    match period_behind(s)? {
        // the last Sunday of jan, apr, jul and oct is not the last of the quarter
        Some(Period::Quarter) if !s.text[behind..s.at].contains("quarter") && !found.iter().all(is_of_first_month) => {
            Err(unexpected(s.since(behind), &PERIOD))
        }
        Some(period) => of_weeks(s, &mut found).and_then(|()| pattern(&found, period)),
        // every first Sat, last Fri
        None if found.iter().all(|counted| is_weekday_of_month(counted, each)) => pattern(&found, Period::Month),
        // every second Tue may mean every two weeks
        None if each => Err(unexpected(found_at, &EVERY_NTH)),
        // the 15th, else the next workday
        None if roll::read(&mut s.clone()).is_some() => pattern(&found, Period::Month),
        None => Err(unexpected(found_at, &PERIOD)),
    }
}

/// Whether what is counted can only be a weekday of the month; behind `every`, the second may be of weeks.
fn is_weekday_of_month(counted: &Counted, each: bool) -> bool {
    matches!(counted.noun, Noun::Weekdays(_)) && (!each || matches!(counted.n, 1 | -1))
}

/// Whether what is counted in a quarter always falls into its first month.
const fn is_of_first_month(counted: &Counted) -> bool {
    let most = match counted.noun {
        Noun::Day => 31,
        Noun::Workday => 20,
        Noun::Week | Noun::Weekdays(_) => 4,
    };
    1 <= counted.n && counted.n <= most
}

fn year_days(month: u8, days: &[u32], at: Range<usize>) -> Result<Pattern, Unexpected> {
    let number = |day: &u32| i32::try_from(*day).unwrap_or(i32::MAX);
    let found: Vec<_> = days.iter().map(|day| Counted { n: number(day), noun: Noun::Day, at: at.clone() }).collect();
    pattern(&found, Period::Year(month))
}

/// What is wrong where no day follows a period.
fn no_day(s: &Cursor<'_>, lead: Range<usize>) -> Unexpected {
    let mut ahead = *s;
    let start = ahead.at;
    if weekdays(&mut ahead).is_some() || ahead.eat_words(&["workday", "weekday"]) {
        return unexpected(ahead.since(start), &NTH);
    }
    unexpected(lead, &MONTH_DAY)
}

/// `of the month`, `every month`, `of odd months`, `of the quarter`, `of Dec`.
fn period_behind(s: &mut Cursor<'_>) -> Result<Option<Period>, Unexpected> {
    let mut ahead = *s;
    skip_punctuation(&mut ahead);
    let of_at = ahead.at;
    let of = skip_word(&mut ahead, &["of", "in"]);
    let each = skip_word(&mut ahead, &["the", "each", "every", "a", "all"]);
    let word_at = ahead.at;
    let period = if ahead.eat_words(&["odd months", "odd month"]) {
        Period::OddMonths
    } else if ahead.eat_words(&["even months", "even month"]) {
        Period::EvenMonths
    } else if let Some(period) = lunar(&mut ahead, of || each) {
        period
    } else if (of || each) && ahead.eat_words(&["month", "months"]) || ahead.eat_word("monthly") {
        Period::Month
    } else if (of || each) && ahead.eat_words(&["quarter", "quarters"]) || ahead.eat_word("quarterly") {
        Period::Quarter
    } else if of && let Some(month) = month_en(&mut ahead) {
        let months = more_months(&mut ahead, month);
        let mut year = ahead;
        skip_punctuation(&mut year);
        if year.eat_words(&["every year", "each year", "yearly"]) {
            ahead = year;
        }
        of_months(&months).ok_or_else(|| unexpected(ahead.since(word_at), &PERIOD))?
    } else if of {
        let word = ahead.word();
        let at = if word.is_empty() { ahead.since(of_at) } else { word_at..word.end };
        return Err(unexpected(at, &PERIOD));
    } else {
        return Ok(None);
    };
    *s = ahead;
    // monthly, second Thursday of the month, every month
    let mut again = *s;
    skip_punctuation(&mut again);
    if period == Period::Month && again.eat_words(&["every month", "each month"]) {
        *s = again;
    }
    Ok(Some(period))
}

/// `lunar month`, `lunar month 8`, `leap lunar month 6`, `8th lunar month`.
fn lunar(s: &mut Cursor<'_>, is_led: bool) -> Option<Period> {
    let mut ahead = *s;
    let mut leap = skip_word(&mut ahead, &["leap"]);
    let nth = ordinal_en(&mut ahead);
    ahead.spaces();
    if !skip_word(&mut ahead, &["lunar"]) {
        return None;
    }
    leap |= skip_word(&mut ahead, &["leap"]);
    if !ahead.eat_words(&["months", "month"]) {
        return None;
    }
    let mut behind = ahead;
    behind.spaces();
    let number = nth.or_else(|| {
        let number = behind.digits().filter(|_| behind.peek() != Some(':'))?;
        ahead = behind;
        Some(number)
    });
    let period = match number {
        Some(month) => {
            let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
            if leap { Period::LunarLeap(month) } else { Period::LunarYear(month) }
        }
        None if is_led && !leap => Period::LunarMonth,
        None => return None,
    };
    *s = ahead;
    Some(period)
}

/// A list of days: the 15th; 2nd, 4th Sat; last workday; day 3.
fn items(s: &mut Cursor<'_>) -> Result<Vec<Counted>, Unexpected> {
    let mut found = Vec::new();
    let mut ahead = *s;
    loop {
        if !item(&mut ahead, &mut found)? {
            break;
        }
        *s = ahead;
        if !skip_separator(&mut ahead) {
            break;
        }
    }
    Ok(found)
}

/// One item of the list; whether there was one.
fn item(s: &mut Cursor<'_>, found: &mut Vec<Counted>) -> Result<bool, Unexpected> {
    let mut ahead = *s;
    skip_word(&mut ahead, &["on"]);
    skip_word(&mut ahead, &["the"]);
    let start = ahead.at;
    if skip_word(&mut ahead, &["day"]) {
        let Some(n) = ahead.digits() else { return Ok(false) };
        found.push(Counted { n: i32::try_from(n).unwrap_or(i32::MAX), noun: Noun::Day, at: ahead.since(start) });
        *s = ahead;
        return Ok(true);
    }
    let mut numbers = Vec::new();
    let mut behind = ahead;
    loop {
        skip_word(&mut ahead, &["the"]);
        let at = ahead.at;
        let Some(n) = ordinal(&mut ahead) else { break };
        numbers.push((n, ahead.since(at)));
        behind = ahead;
        // 1st Sat and 15th: what is counted ends the list
        if !skip_separator(&mut ahead) {
            break;
        }
    }
    if numbers.is_empty() {
        return Ok(false);
    }
    *s = behind;
    ahead = behind;
    ahead.spaces();
    let noun = if ahead.eat_words(&["workdays", "workday", "weekdays", "weekday", "working day", "business day"]) {
        Noun::Workday
    } else if ahead.eat_words(&["weeks", "week"]) {
        Noun::Week
    } else if ahead.eat_words(&["days", "day"]) {
        Noun::Day
    } else if let Some(weekdays) = weekdays(&mut ahead) {
        Noun::Weekdays(weekdays)
    } else if numbers.iter().all(|(n, _)| *n >= 0) {
        if let Some(word) = unknown_noun(&behind) {
            return Err(unknown_noun_fault(&behind, word));
        }
        ahead = behind;
        Noun::Day
    } else if let Some(word) = unknown_noun(&behind) {
        return Err(unknown_noun_fault(&behind, word));
    } else {
        let at = numbers.first().map_or(0, |(_, at)| at.start)..behind.at;
        return Err(unexpected(at, &NOUN));
    };
    *s = ahead;
    found.extend(numbers.into_iter().map(|(n, at)| Counted { n, noun, at }));
    Ok(true)
}

/// A word that is no noun: a mistyped weekday is called so.
fn unknown_noun_fault(s: &Cursor<'_>, word: Range<usize>) -> Unexpected {
    let is_weekday = s.text.get(word.clone()).is_some_and(is_like_weekday);
    unexpected(word, if is_weekday { &NO_SUCH_WEEKDAY } else { &NOUN })
}

/// The word ahead where it must be what is counted and is nothing known: a period is named right behind it.
fn unknown_noun(s: &Cursor<'_>) -> Option<Range<usize>> {
    let names_period = |s: &mut Cursor<'_>| matches!(period_behind(s), Ok(Some(_)));
    let word = s.word();
    let is_word = s.text.get(word.clone())?.starts_with(|c: char| c.is_ascii_alphabetic());
    let mut behind = Cursor { at: word.end, ..*s };
    (is_word && !names_period(&mut s.clone()) && names_period(&mut behind)).then_some(word)
}

/// `1st`, `last`, `2nd last`, `second to last`.
fn ordinal(s: &mut Cursor<'_>) -> Option<i32> {
    if s.eat_word("last") {
        return Some(-1);
    }
    if s.eat_words(&["penultimate", "next to last"]) {
        return Some(-2);
    }
    let n = i32::try_from(ordinal_en(s)?).unwrap_or(i32::MAX);
    let mut ahead = *s;
    if ahead.eat_words(&[" last", "-last", " to last", " to the last", "-to-last", " from last"]) {
        *s = ahead;
        return Some(-n);
    }
    Some(n)
}

/// The days, each checked against the period.
fn pattern(found: &[Counted], period: Period) -> Result<Pattern, Unexpected> {
    let quarter = matches!(period, Period::Quarter);
    let mut days: Vec<MonthDay> = Vec::new();
    for Counted { n, noun, at } in found {
        let (most, expected) = match noun {
            Noun::Day => (longest(period), &NO_SUCH_DAY),
            Noun::Workday => (if quarter { 69 } else { 23 }, &ORDINAL),
            Noun::Week | Noun::Weekdays(_) => (if quarter { 14 } else { 5 }, &ORDINAL),
        };
        let is_lunar_day = *noun == Noun::Day && (*n == -1 || (1..=30).contains(n));
        if period.is_lunar() && !is_lunar_day {
            return Err(unexpected(at.clone(), &LUNAR));
        }
        let number = i8::try_from(*n).ok().filter(|number| *number != 0 && n.abs() <= most);
        let number = number.ok_or_else(|| unexpected(at.clone(), expected))?;
        let mut push = |day| {
            if !days.contains(&day) {
                days.push(day);
            }
        };
        match noun {
            Noun::Day => push(MonthDay::Day(number)),
            Noun::Workday => push(MonthDay::Workday(number)),
            Noun::Week => return Err(unexpected(at.clone(), &WEEKDAY)),
            Noun::Weekdays(on) => on.iter().for_each(|weekday| push(MonthDay::Nth(number, weekday))),
        }
    }
    Ok(Pattern::Monthly { period, days })
}
