//! An activity of several days by its first and its last: 每年9月1日20:00到9月21日 训练营, `1 to 21 Sept 2027 camp`.

use super::part::breaks;
use super::written_day::{WrittenDay, may_have_day};
use crate::cadence::Cadence;
use crate::value::Length;

/// What stands between the first and the last day.
const BETWEEN: [&str; 12] = [" to ", " until ", " till ", " through ", "到", "至", "–", "—", "~", "～", " - ", "-"];

/// A line with the first of several days alone, and how long they last.
pub(super) fn day_span(line: &str) -> Option<(String, Length)> {
    if !may_have_day(line) {
        return None;
    }
    BETWEEN
        .iter()
        .find_map(|mark| line.match_indices(mark).find_map(|(at, _)| between(&line[..at], &line[at + mark.len()..])))
}

fn between(before: &str, behind: &str) -> Option<(String, Length)> {
    let behind = behind.trim_start();
    let end = breaks(behind).into_iter().rev().filter(|at| *at > 0);
    let end = end.into_iter().find_map(|at| {
        let text = behind[..at].trim_end();
        Some((text.len(), End::of(text)?))
    });
    let (length, end) = end?;
    let rest = &behind[length..];
    let (head, time) = without_time(before.trim_end());
    let (start, first) = first_day(head, end)?;
    let last = end.behind(first);
    let year = first.year.or(last.year);
    // any year that is none with a leap day
    let some_year = year.unwrap_or(2027);
    let (from, to) = (first.in_year(some_year)?, last.in_year(last.year.unwrap_or(some_year))?);
    let from = if to < from && first.year.is_none() && year.is_some() { first.in_year(some_year - 1)? } else { from };
    let to = if to < from { last.in_year(some_year + 1)? } else { to };
    let days = to.0 - from.0;
    if !(1..=366).contains(&days) {
        return None;
    }
    let first_day = match year {
        Some(_) => from.to_string(),
        None => head[start..].trim().to_owned(),
    };
    let first_day = if first_day.bytes().all(|byte| byte.is_ascii_digit()) {
        // 1 to 21 September
        format!("{first_day} {}", month_words(&behind[..length]))
    } else {
        first_day
    };
    let time = if time.is_empty() { String::new() } else { format!(" {time}") };
    // what begins in the evening of the first day ends on the last at the same time
    let lasts = if time.is_empty() { days + 1 } else { days };
    Some((format!("{}{first_day}{time}{rest}", &head[..start]), Length::Days(lasts)))
}

/// The last day, or only its number where the first day has the month.
#[derive(Debug, Clone, Copy)]
enum End {
    Day(WrittenDay),
    OfMonth(i32),
}

impl End {
    fn of(text: &str) -> Option<Self> {
        let number = text.strip_suffix(['日', '号']);
        let number = number.and_then(|number| number.parse().ok()).filter(|day| (1..=31).contains(day));
        number.map(Self::OfMonth).or_else(|| WrittenDay::of(text).map(Self::Day))
    }

    fn behind(self, first: WrittenDay) -> WrittenDay {
        match self {
            Self::Day(day) => day,
            Self::OfMonth(day) => WrittenDay { day, ..first },
        }
    }
}

/// Where the first day begins at the end of a text, and which it is; a number alone is of the month of the last.
fn first_day(head: &str, end: End) -> Option<(usize, WrittenDay)> {
    let starts = breaks(head).into_iter().filter(|at| *at < head.len());
    let written = starts.into_iter().find_map(|at| Some((at, WrittenDay::of(&head[at..])?)));
    written.or_else(|| {
        let at = head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let day = head[at..].parse().ok().filter(|day| (1..=31).contains(day))?;
        match end {
            End::Day(last) if head[..at].is_empty() || head[..at].ends_with(' ') => {
                Some((at, WrittenDay { day, ..last }))
            }
            _ => None,
        }
    })
}

/// The month in a day: `September` of `21 September 2027`.
fn month_words(day: &str) -> &str {
    day.split(' ').find(|word| word.starts_with(|c: char| c.is_ascii_alphabetic())).unwrap_or_default()
}

/// A text without the time of day at its end, and that.
fn without_time(text: &str) -> (&str, &str) {
    let is_time = |at: &usize| {
        let end = text[*at..].trim();
        let has_mark = [":", "：", "点", "am", "pm"].iter().any(|mark| end.contains(mark));
        has_mark
            && !end.contains('月')
            && Cadence::find(&format!("每天 {end}")).is_some_and(|daily| daily.time.is_some())
    };
    match breaks(text).into_iter().filter(|at| *at < text.len()).find(is_time) {
        Some(at) => (text[..at].trim_end(), text[at..].trim()),
        None => (text, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_days_are_the_first_and_a_length() {
        for (line, plain, days) in [
            ("每年9月1日20:00到9月21日 秋季营", "每年9月1日 20:00 秋季营", 20),
            ("每年9月1日到9月21日 秋季营", "每年9月1日 秋季营", 21),
            ("每年9月1日到21日 秋季营", "每年9月1日 秋季营", 21),
            ("camp, 1 to 21 September 2027", "camp, 2027-09-01", 21),
            ("camp, 28 Dec 2026 to 3 Jan 2027", "camp, 2026-12-28", 7),
            ("1 to 21 September every year, camp", "1 September every year, camp", 21),
        ] {
            assert_eq!(day_span(line), Some((plain.to_owned(), Length::Days(days))), "{line}");
        }
        for line in ["每周一到周五 8:00 早安", "Mon to Fri 9:00 stand-up", "每周三 20:00-21:30 答疑", "9月1日 开营"]
        {
            assert_eq!(day_span(line), None, "{line}");
        }
    }
}
