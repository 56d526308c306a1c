//! A day as a line about activities has it: `18 Dec 2026`, 9月1日, `September 1st`.

use crate::human_date;
use crate::value::lexicon::{DIGITS, MONTHS};
use crate::value::{Day, is_han};

/// A day of a year, and the year where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenDay {
    pub(super) month: i32,
    pub(super) day: i32,
    pub(super) year: Option<i32>,
}

/// Some day: only the month and the day of a date without its year are asked.
const A_DAY: Day = Day(20_000);

impl WrittenDay {
    /// The day that a text is, if it is nothing else.
    pub(super) fn of(text: &str) -> Option<Self> {
        let is_bare = text.starts_with(char::is_alphanumeric) && text.ends_with(char::is_alphanumeric);
        let has_lead = ["on ", "from ", "the ", "since ", "next "].iter().any(|lead| text.starts_with(lead));
        if !is_bare || has_lead || !text.contains(is_numeral) || text.len() > 40 {
            return None;
        }
        if let Ok(day) = human_date::full_date(text) {
            let (year, month, day) = day.ymd();
            return has_year(text).then_some(Self { month, day, year: Some(year) });
        }
        let has_month = text.contains('月') || text.contains(|c: char| c.is_ascii_alphabetic());
        let is_plain = |c: char| !is_han(c) || "月日号十".contains(c) || is_numeral(c);
        if !has_month || !text.chars().all(is_plain) || text.contains(':') {
            return None;
        }
        let (_, month, day) = human_date::day(text, A_DAY).ok()?.ymd();
        Some(Self { month, day, year: None })
    }

    /// The same in this year.
    pub(super) fn in_year(self, year: i32) -> Option<Day> {
        Day::from_ymd(year, self.month, self.day)
    }
}

/// Whether a line may have the date of a day in it: most have none, and are not searched for one.
pub(super) fn may_have_day(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    let has_month = || MONTHS.iter().any(|[_, short]| lower.contains(&short.to_ascii_lowercase()));
    line.contains(is_numeral) && (line.contains('月') || has_year(line) || has_month())
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || c == '十' || DIGITS.iter().any(|(digit, _)| *digit == c)
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
}
