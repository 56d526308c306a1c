//! Days by their distance from today, by their weekday, and by their name: `明天`, `下周三`, `next Wed`, `Christmas`.
//!
//! A week begins on Monday; "next" is the one after this. Texts come folded, without space around them.

use crate::knowledge::festival::days_between;
use crate::knowledge::{DayStatus, Holidays, festival_named, statutory_name};
use crate::language::Text;
use crate::value::lexicon::{RELATIVE_DAYS, WEEK, WEEKS};
use crate::value::{Cursor, Day, ValueError, Weekday, is_han, weekday_en, weekday_zh};

/// A day by its distance from today, or by its weekday.
pub(super) fn day(text: &str, today: Day) -> Option<Day> {
    let relative = RELATIVE_DAYS.iter().find(|(word, _)| *word == text).map(|(_, days)| today.plus(*days));
    relative.or_else(|| weekday(text, today))
}

/// A weekday: by itself the first from a day on, else that of this or another week.
pub(super) fn weekday(text: &str, from: Day) -> Option<Day> {
    let in_week = WEEKS.iter().find_map(|(word, weeks)| Some((*weeks, alone(text.strip_prefix(word)?)?)));
    if let Some((weeks, weekday)) = in_week {
        return Some(from.monday().plus(7 * weeks + weekday.index()));
    }
    Some(from.plus((alone(text)?.index() - from.weekday().index()).rem_euclid(7)))
}

/// The one weekday that a text is.
pub(super) fn alone(text: &str) -> Option<Weekday> {
    let mut s = Cursor::new(text);
    let is_chinese = WEEK.iter().any(|week| text.starts_with(week));
    let days = if is_chinese { weekday_zh(&mut s) } else { weekday_en(&mut s) }?;
    let mut days = days.iter();
    days.next().filter(|_| s.is_end() && days.next().is_none())
}

/// The next day of a festival.
pub(super) fn festival(text: &str, today: Day) -> Option<Day> {
    days_between(festival_named(text)?, today, today.plus(800)).next()
}

/// The days of a festival: by its Chinese name the days off around it by the notices of China, else its day alone.
pub(super) fn festival_days(text: &str, today: Day) -> Result<Option<(Day, Day)>, ValueError> {
    let Some(day) = festival(text, today) else { return Ok(None) };
    let (china, is_chinese) = (Holidays::china(), text.contains(is_han));
    let is_statutory = festival_named(text).is_some_and(|festival| statutory_name(festival.name.zh).is_some());
    if is_chinese && is_statutory && china.is_provisional(day) {
        let expected = Text::new(
            "第一天到最后一天，那年的放假安排还没公布",
            "the first and the last day, as the days off of that year are not announced yet",
        );
        return Err(ValueError::new(expected).near(format!("{day}..{day}")));
    }
    let is_off = |day: Day| is_chinese && china.status(day).status == DayStatus::Off;
    let end = |step: i32| (0..).map(|n| day.plus(n * step)).take_while(|day| is_off(*day)).last().unwrap_or(day);
    Ok(Some((end(-1), end(1))))
}
