//! Days in a row: `12月24日到27日`, `Dec 24-28`, `周五到周日`, `next week`, `24 Dec for 3 days`, `春节`.

use super::day::find;
use super::relative;
use super::written::{self, day_of_month};
use crate::language::Text;
use crate::value::lexicon::BETWEEN_DAYS;
use crate::value::{Day, Folded, Length, Month, ValueError};

const EXPECTED: Text = Text::new(
    "一天或一段日子，如 2026-12-24..12-27、12月24日到27日、下周、周五到周日、12月24日起三天",
    "a day or several days, such as 2026-12-24..12-27, 24 Dec to 27 Dec, next week, Fri to Sun or 24 Dec for 3 days",
);

/// How many days a day has just passed.
const JUST: i32 = 31;
/// The most days in a row that can be meant.
const LONGEST: i64 = 3660;

/// The first and the last of some days, or one day twice. A day that has just passed is meant rather than that of next
/// year, as absences are often reported afterwards.
pub fn days(text: &str, today: Day) -> Result<(Day, Day), ValueError> {
    let folded = Folded::new(text.trim());
    let text = folded.text().trim();
    let text = text.strip_prefix('从').or_else(|| text.strip_prefix("from ")).unwrap_or(text);
    if let Some(days) = named(text, today) {
        return Ok(days);
    }
    if let Some(days) = relative::festival_days(text, today)? {
        return Ok(days);
    }
    if let Some(days) = counted(text, today)? {
        return Ok(days);
    }
    if let Some(day) = since(text, today)? {
        return Ok((day, day));
    }
    for between in BETWEEN_DAYS {
        for (at, _) in text.match_indices(between) {
            let (first, last) = (text[..at].trim(), text[at + between.len()..].trim());
            match ends(first, last, today)? {
                Some((first, last)) if first <= last => return Ok((first, last)),
                Some((first, last)) => return Err(ValueError::new(EXPECTED).near(format!("{last}..{first}"))),
                None => {}
            }
        }
    }
    Err(ValueError::new(EXPECTED))
}

/// Days that are not given by their first and last; what is of this week or month begins today.
fn named(text: &str, today: Day) -> Option<(Day, Day)> {
    let (monday, month) = (today.monday(), today.month());
    let next = Month(month.0 + 1);
    Some(match text {
        "本周" | "这周" | "本星期" | "这星期" | "这个星期" | "this week" => (today, monday.plus(6)),
        "下周" | "下星期" | "下个星期" | "next week" => (monday.plus(7), monday.plus(13)),
        "周末" | "本周末" | "这周末" | "这个周末" | "weekend" | "the weekend" | "this weekend" => {
            (monday.plus(5).max(today), monday.plus(6))
        }
        "下周末" | "下个周末" | "next weekend" => (monday.plus(12), monday.plus(13)),
        "本月" | "这个月" | "this month" => (today, month.last()),
        "下月" | "下个月" | "next month" => (next.first(), next.last()),
        _ => return None,
    })
}

/// A first day and how many there are.
fn counted(text: &str, today: Day) -> Result<Option<(Day, Day)>, ValueError> {
    let between = ["起", "开始", " for "].iter().find_map(|word| text.split_once(word));
    let turned = || text.split_once(" from ").map(|(length, first)| (first, length));
    let Some((first, length)) = between.or_else(turned) else { return Ok(None) };
    let length = length.parse::<Length>().ok().filter(|length| (1..=LONGEST).contains(&length.days()));
    let Some(first) = since(first.trim(), today)? else { return Ok(None) };
    Ok(length.map(|length| (first, length.after(first).plus(-1))))
}

/// The first and the last day; each takes the month or year that it lacks from the other.
fn ends(first: &str, last: &str, today: Day) -> Result<Option<(Day, Day)>, ValueError> {
    // 24-28 Dec
    if let (Some(day), Some(date)) = (day_of_month(first), written::read(last)) {
        let last = date.on_or_after(today)?;
        let month = last.month();
        let first = Day::from_ymd(month.year(), month.month(), day).ok_or_else(|| ValueError::new(EXPECTED))?;
        return Ok(Some((first, last)));
    }
    let Some(first) = since(first, today)? else { return Ok(None) };
    if let Some(day) = day_of_month(last) {
        let after = |month: Month| Day::from_ymd(month.year(), month.month(), day).filter(|day| *day >= first);
        return Ok(after(first.month()).or_else(|| after(Month(first.month().0 + 1))).map(|last| (first, last)));
    }
    let last = match written::read(last) {
        Some(date) if date.year.is_none() => date.on_or_after(first)?,
        Some(date) => date.on_or_after(today)?,
        None => {
            let Some(day) = find(last, today)? else { return Ok(None) };
            relative::weekday(last, first).filter(|_| day < first).unwrap_or(day)
        }
    };
    Ok(Some((first, last)))
}

/// The day that is meant where it may have passed: without a year, one of the last weeks rather than of next year.
fn since(text: &str, today: Day) -> Result<Option<Day>, ValueError> {
    let from = match written::read(text) {
        Some(date) if date.year.is_none() => {
            let passed = date.on_or_after(today.plus(-JUST));
            if passed.as_ref().is_ok_and(|day| *day < today) {
                return passed.map(Some);
            }
            today
        }
        _ => today,
    };
    find(text, from)
}
