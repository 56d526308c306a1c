//! Dates and times of cells: as spreadsheets keep them, and as people write them.

use crate::cadence::Cadence;
use crate::human_date;
use crate::language::Text;
use crate::table::TableCell;
use crate::value::{Day, TimeRange, Weekday};

use super::header::weekday;

const NO_DATE: Text = Text::new("看不懂这个日期；写成 2026-12-05 或 12月5日", "not a date; write 2026-12-05 or 5 Dec");
const TWO_DATES: Text =
    Text::new("这个日期有两种读法；写成 2026-12-05", "this date can be read in two ways; write 2026-12-05");
const A_NUMBER: Text = Text::new(
    "这是个数，不是日期（12.10 会变成 12.1）；写成 12月10日",
    "this is a number, not a date (12.10 becomes 12.1); write 10 Dec",
);
const OTHER_WEEKDAY: Text = Text::new("日期和星期对不上", "the date is on another weekday than written");
const NO_TIME: Text = Text::new("看不懂这个时间；写成 20:00 或 20:00-21:30", "not a time; write 20:00 or 20:00-21:30");
const UNDECIDED: Text = Text::new("还没定下来", "not decided yet");

/// Words for what is not decided.
const LATER: [&str; 10] = ["待定", "另行通知", "未定", "tbd", "tba", "tbc", "to be decided", "?", "？", "待确认"];
/// Words for the whole day.
const ALL_DAY: [&str; 6] = ["全天", "当天", "all day", "all-day", "any time", "整天"];
/// Days that Excel counts, of 2009 to 2064, where a cell lost its format.
const SERIAL: std::ops::Range<f64> = 40_000.0..60_000.0;
/// Day 0 of Excel: 30 December 1899.
const EPOCH: i32 = -25_569;

/// One day or several, with a time if the cell has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenDays {
    pub first: Day,
    pub last: Day,
    pub time: Option<TimeRange>,
}

/// The days of a cell.
pub(super) fn days(cell: &TableCell, near: Day) -> Result<WrittenDays, Text> {
    let one = |day, time: Option<_>| WrittenDays {
        first: day,
        last: day,
        time: time.map(|start| TimeRange { start, end: None }),
    };
    match cell {
        TableCell::Moment(day, time) => Ok(one(*day, *time)),
        TableCell::Number(number) if SERIAL.contains(number) && number.fract() == 0.0 => {
            Ok(one(Day(EPOCH + *number as i32), None))
        }
        // 20261205
        TableCell::Number(number) if number.fract() == 0.0 && *number > 19_000_000.0 => {
            text_days(&format!("{number}"), near)
        }
        TableCell::Number(_) => Err(A_NUMBER),
        TableCell::Text(text) => text_days(text, near),
        TableCell::Empty | TableCell::Time(_) | TableCell::Truth(_) => Err(NO_DATE),
    }
}

fn text_days(text: &str, near: Day) -> Result<WrittenDays, Text> {
    let (bare, stated) = without_weekday(text);
    if is_one_of(&bare, &LATER) {
        return Err(UNDECIDED);
    }
    let mut is_ambiguous = false;
    let mut read = |text: &str| {
        let day = human_date::day(text, near);
        is_ambiguous |= day.as_ref().is_err_and(|error| error.near.len() > 1);
        if let Ok(day) = day {
            return Some(WrittenDays { first: day, last: day, time: None });
        }
        if let Ok((first, last)) = human_date::days(text, near) {
            // an absence may have passed, a date of a table is still to come
            return Some(WrittenDays { first, last, time: None });
        }
        let (date, clock) = split(text)?;
        let day = human_date::day(date, near).ok()?;
        Some(WrittenDays { first: day, last: day, time: Some(clock) })
    };
    let found = read(&bare).or_else(|| read(text)).ok_or(if is_ambiguous { TWO_DATES } else { NO_DATE })?;
    match stated {
        Some(stated) if stated != found.first.weekday() => Err(OTHER_WEEKDAY),
        _ => Ok(found),
    }
}

/// A date and a time behind it: `12月5日 20:00-21:30`.
fn split(text: &str) -> Option<(&str, TimeRange)> {
    let breaks = text.char_indices().filter(|(_, c)| matches!(c, ' ' | '日' | '号' | ',' | '，' | 'T' | '\n'));
    breaks.map(|(at, c)| at + c.len_utf8()).find_map(|at| {
        let (date, time) = text.split_at_checked(at)?;
        Some((date.trim_end_matches([' ', ',', '，', 'T', '\n']), time_of_text(time)?))
    })
}

/// A text without the weekday in it, and that weekday: `12月5日（周六）`, `Sat 5 Dec`.
fn without_weekday(text: &str) -> (String, Option<Weekday>) {
    let words = text.split_inclusive([' ', '(', ')', '（', '）', ',', '，', '\n', '【', '】']);
    let mut stated = None;
    let mut rest = String::new();
    for word in words {
        let bare = word.trim_matches([' ', '(', ')', '（', '）', ',', '，', '\n', '【', '】']);
        match weekday(bare).filter(|_| stated.is_none() && bare.chars().count() > 1) {
            Some(day) => {
                stated = Some(day);
                rest.push(' ');
            }
            None => rest.push_str(&word.replace(['(', ')', '（', '）', '【', '】'], " ")),
        }
    }
    // 12月5日周六
    let glued = |text: &str| {
        let at = ["周", "星期", "礼拜"].iter().find_map(|word| text.find(word)).filter(|at| *at > 0)?;
        let (before, behind) = text.split_at(at);
        let end =
            behind.char_indices().nth(if behind.starts_with('周') { 2 } else { 3 }).map_or(behind.len(), |(at, _)| at);
        let day = weekday(&behind[..end])?;
        Some((format!("{before} {}", &behind[end..]), day))
    };
    if stated.is_none()
        && let Some((text, day)) = glued(&rest)
    {
        return (text.trim().to_owned(), Some(day));
    }
    (rest.trim().to_owned(), stated)
}

/// The time of a cell; none where it says that there is none.
pub(super) fn time(cell: &TableCell) -> Result<Option<TimeRange>, Text> {
    match cell {
        TableCell::Time(start) | TableCell::Moment(_, Some(start)) => Ok(Some(TimeRange { start: *start, end: None })),
        TableCell::Empty => Ok(None),
        TableCell::Text(text) if is_one_of(text, &ALL_DAY) => Ok(None),
        TableCell::Text(text) if is_one_of(text, &LATER) => Err(UNDECIDED),
        cell => time_of_text(&cell.to_string()).map(Some).ok_or(NO_TIME),
    }
}

/// A time as it stands in a phrase, which knows all ways of writing it.
pub(super) fn time_of_text(text: &str) -> Option<TimeRange> {
    let text = text.trim();
    // a number alone is a number
    if text.is_empty() || text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let read = |phrase: String| {
        let cadence = Cadence::parse(&phrase).ok()?;
        (cadence.pattern == crate::cadence::Pattern::Daily && cadence.more_times.is_empty()).then_some(cadence.time)?
    };
    read(format!("每天 {text}")).or_else(|| read(format!("daily {text}")))
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.contains(&text.trim().to_lowercase().as_str())
}
