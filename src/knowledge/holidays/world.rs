//! The days off of countries and their parts: a generated text, of which only the table that is named is read.
//!
//! `../data/holidays-world.txt` is made by `tests/interop/holidays/world.py`, which explains its form.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Holidays;
use crate::value::{Day, Weekday, WeekdaySet};

static TABLE: &str = include_str!("../data/holidays-world.txt");

/// The years of the tables.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 2024..=2032;

/// Where the tables come from: what, its version, and the day they were made.
pub(super) fn origin() -> [&'static str; 3] {
    let mut columns = TABLE.lines().next().unwrap_or_default().trim_start_matches("# ").split('\t');
    [(); 3].map(|()| columns.next().unwrap_or_default())
}

/// The head lines of all tables, without their sign: code, English name, Chinese name, last year known, weekend.
pub(super) fn heads() -> impl Iterator<Item = [&'static str; 5]> {
    TABLE.lines().filter_map(|line| {
        let mut columns = line.strip_prefix('@')?.split('\t');
        Some([(); 5].map(|()| columns.next().unwrap_or_default()))
    })
}

/// The days off of a territory: of a part those of its country, with what differs.
pub(super) fn holidays(code: &str, country: Option<&str>, last_year: Option<i32>) -> Option<Holidays> {
    let mut days = DayNames::default();
    if let Some(country) = country {
        days.read(country);
    }
    days.read(code);
    let last = last_year.unwrap_or(*YEARS.end());
    let rows = days.0.into_iter().map(|(day, (name, make_up))| (day, Cow::Owned(name), make_up));
    let table = Holidays::of_days(rows, *YEARS.start()..=last)?;
    Some(Holidays { reaches_back: last_year.is_some(), ..table })
}

/// The weekdays of a weekend as a head line has them, from 1 for Monday; Saturday and Sunday where it has none.
pub(super) fn weekend(digits: &str) -> WeekdaySet {
    let day = |digit: char| Some(Weekday::from_index(i32::try_from(digit.to_digit(10)?).ok()? - 1));
    let days: WeekdaySet = digits.chars().filter_map(day).collect();
    if days.is_empty() { WeekdaySet::WEEKEND } else { days }
}

/// The days read so far: the name and whether it is a make-up workday.
#[derive(Default)]
struct DayNames(BTreeMap<Day, (String, bool)>);

impl DayNames {
    fn read(&mut self, code: &str) {
        let head = format!("\n@{code}\t");
        let Some(start) = TABLE.find(&head) else { return };
        for line in TABLE[start + 1..].lines().skip(1).take_while(|line| !line.starts_with('@')) {
            let columns: Vec<&str> = line.split('\t').collect();
            match columns[..] {
                ["-", days] => each(days, |day| drop(self.0.remove(&day))),
                ["+", days] => each(days, |day| drop(self.0.insert(day, (String::new(), true)))),
                [local, english, chinese, days] => {
                    let chinese = if chinese.is_empty() { in_chinese(english) } else { chinese };
                    each(days, |day| drop(self.0.insert(day, (format!("{local}\t{english}\t{chinese}"), false))));
                }
                _ => {}
            }
        }
    }
}

/// What an English name is in Chinese, by the dictionary at the head.
fn in_chinese(english: &str) -> &'static str {
    let found = TABLE.find(&format!("\n={english}\t"));
    let rest = found.map(|at| TABLE[at + 1..].lines().next().unwrap_or_default());
    rest.and_then(|line| line.split('\t').nth(1)).unwrap_or_default()
}

/// Every day of a list: `MMDD` each year, `YYMMDD` one, `~` the years in turn.
fn each(list: &str, mut found: impl FnMut(Day)) {
    let mut add = |year: i32, short: &str| {
        let number = |range| short.get(range).and_then(|digits: &str| digits.parse().ok());
        if let (Some(month), Some(of_month)) = (number(0..2), number(2..4))
            && let Some(day) = Day::from_ymd(year, month, of_month)
        {
            found(day);
        }
    };
    for short in list.split(' ') {
        match (short.strip_prefix('~'), short.split_at_checked(2)) {
            (Some(all), _) => YEARS.enumerate().for_each(|(at, year)| add(year, all.get(at * 4..).unwrap_or_default())),
            (None, Some((year, rest))) if rest.len() == 4 => {
                year.parse::<i32>().into_iter().for_each(|year| add(2000 + year, rest));
            }
            _ => YEARS.for_each(|year| add(year, short)),
        }
    }
}

#[cfg(test)]
mod tests;
