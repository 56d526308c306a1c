//! A phrase that is one date with its year, however people write it: `12/21/2026 7pm`, `Fri 17 Jan 2027 16:00`,
//! `2027-01-17T16:00`.

use std::ops::Range;

use super::expected::{AMBIGUOUS_DATE, DAYS_IN_A_ROW, OTHER_WEEKDAY};
use super::pattern::{Cadence, Pattern};
use super::times;
use crate::human_date::{days, full_date};
use crate::value::{Cursor, Day, Unexpected, ValueError, unexpected};

/// No date is written in more words.
const MOST_WORDS: usize = 10;

/// The cadence of a written date, or what is wrong with the date; none where the phrase is none.
pub(super) fn read(s: Cursor<'_>) -> Option<Result<Cadence, Unexpected>> {
    let (at, day) = find(s)?;
    let fault = |expected| Some(Err(unexpected(at.clone(), expected)));
    match day {
        Ok(day) => at_times(Cursor { at: at.end, ..s }, day).map(Ok),
        Err(Fault::Wrong(error)) if error.near.iter().any(|near| near.contains(' ')) => fault(&OTHER_WEEKDAY),
        Err(Fault::Wrong(_)) => fault(&AMBIGUOUS_DATE),
        Err(Fault::Row(_)) => fault(&DAYS_IN_A_ROW),
    }
}

/// The dates that may be meant by a phrase that begins with one, right or wrong.
pub(super) fn near(text: &str) -> Vec<Day> {
    let fault = match find(Cursor::new(text)) {
        Some((_, Err(fault))) => fault,
        Some((_, Ok(day))) => return vec![day],
        None => return Vec::new(),
    };
    match fault {
        Fault::Wrong(error) => error.near.iter().filter_map(|near| near.split(' ').next()?.parse().ok()).collect(),
        Fault::Row(first) => vec![first],
    }
}

/// Why a date is none that a phrase can have.
enum Fault {
    Wrong(ValueError),
    /// Several days in a row, from this one on.
    Row(Day),
}

/// The longest beginning that is a date with its year, or several such days, or nearly one.
fn find(s: Cursor<'_>) -> Option<(Range<usize>, Result<Day, Fault>)> {
    let text = s.rest();
    let start = text.find(|c: char| c != ' ')?;
    let is_end = |at: &usize| {
        let (before, behind) = text.split_at(*at);
        let is_in_moment = before.ends_with(|c: char| c.is_ascii_digit()) && behind.starts_with('t');
        is_in_moment || behind.is_empty() || behind.starts_with([' ', ',']) || before.ends_with(')')
    };
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).filter(is_end).collect();
    let words = ends.into_iter().filter(|end| *end > start).take(MOST_WORDS).map(|end| &text[start..end]);
    let words: Vec<&str> = words.filter(|words| words.split(|c: char| !c.is_ascii_digit()).any(is_year)).collect();
    let at = |word: &str| s.at + start..s.at + start + word.len();
    let dates = || words.iter().rev().map(|word| (*word, full_date(word)));
    if let Some((word, Ok(day))) = dates().find(|(_, day)| day.is_ok()) {
        let row = words.iter().rev().find_map(|word| Some((*word, row(word)?)));
        return match row.filter(|(longer, _)| longer.len() > word.len()) {
            Some((longer, first)) => Some((at(longer), Err(Fault::Row(first)))),
            None => Some((at(word), Ok(day))),
        };
    }
    if let Some((word, first)) = words.iter().rev().find_map(|word| Some((*word, row(word)?))) {
        return Some((at(word), Err(Fault::Row(first))));
    }
    dates().find_map(|(word, day)| {
        let error = day.err().filter(|error| error.near.len() == 2)?;
        Some((at(word), Err(Fault::Wrong(error))))
    })
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first of several days that say their year.
fn row(text: &str) -> Option<Day> {
    let of_year = text.rsplit_once([' ', ',']).filter(|(_, year)| is_year(year)).and_then(|(days_of, year)| {
        let (year, days_of) = (year.parse().ok()?, days_of.trim_end_matches([' ', ',']));
        // days just passed are those of the year before
        let mut rows = [1, 7].into_iter().filter_map(|month| days(days_of, Day::from_ymd(year, month, 1)?).ok());
        rows.find(|(day, _)| day.year() == year)
    });
    let [early, late] = [Day(0), Day(4000)].map(|today| days(text, today).ok());
    let (first, last) = of_year.or_else(|| early.filter(|days| Some(*days) == late))?;
    (first < last).then_some(first)
}

/// The date, where nothing follows it but its times.
fn at_times(mut s: Cursor<'_>, day: Day) -> Option<Cadence> {
    if s.peek() == Some('t') {
        s.eat("t");
    }
    while s.eat_any(&[" ", ","]) {}
    let times = times::read(&mut s).ok()?;
    // 16:00:00
    if !times.is_empty() {
        s.eat(":00");
    }
    while s.eat_any(&[" ", "."]) {}
    s.is_end().then(|| Cadence::new(Pattern::Once(day), times))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Folded;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (phrase, same) in [
            ("12/21/2026 7pm", "2026-12-21 19:00"),
            ("17.01.2027 16:00", "2027-01-17 16:00"),
            ("2027-01-17T16:00", "2027-01-17 16:00"),
            ("2027-01-17T16:00:00", "2027-01-17 16:00"),
            ("Sun 17 Jan 2027 16:00", "2027-01-17 16:00"),
            ("Sunday, January 17th, 2027, 4-5 pm", "2027-01-17 16:00-17:00"),
            ("17. Jan 2027", "2027-01-17"),
            ("2026年12月24日（周四）19:30", "2026-12-24 19:30"),
            ("2026-12-24 (Thu) 7:30pm", "2026-12-24 19:30"),
            ("25 December 2026, 10:00 and 18:00", "2026-12-25 10:00, 18:00"),
        ] {
            let read = Cadence::parse(phrase).map(|cadence| cadence.print(crate::Language::En));
            assert_eq!(read.as_deref(), Ok(same), "{phrase}");
        }
    }

    #[test]
    fn a_date_that_may_be_another_is_refused_with_both() {
        for (phrase, expected, near) in [
            ("03/04/2027 10:00", &AMBIGUOUS_DATE, vec!["2027-03-04 10:00", "2027-04-03 10:00"]),
            ("Fri 17 Jan 2027 16:00", &OTHER_WEEKDAY, vec!["2027-01-17 16:00", "2027-01-15 16:00"]),
            ("2026年12月24日（周五）19:30", &OTHER_WEEKDAY, vec!["2026-12-24 19:30", "2026-12-25 19:30"]),
            ("Dec 24-28, 2026 10:00", &DAYS_IN_A_ROW, vec!["2026-12-24 10:00"]),
            ("2026-12-24 to 2026-12-28", &DAYS_IN_A_ROW, vec!["2026-12-24"]),
        ] {
            let error = Cadence::parse(phrase).expect_err(phrase);
            assert_eq!((error.expected, error.near), (expected.text, vec_of(&near)), "{phrase}");
        }
    }

    fn vec_of(near: &[&str]) -> Vec<String> {
        near.iter().map(|near| (*near).to_owned()).collect()
    }

    #[test]
    fn a_folded_date_is_found_at_its_place() {
        let folded = Folded::new("  17.01.2027 16:00");
        assert!(matches!(find(Cursor::new(folded.text())), Some((at, Ok(_))) if at == (1..11)));
    }
}
