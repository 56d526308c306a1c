//! Why something stands in the calendar, or does not: for people and for programs.
//!
//! Everything is handed in; here it only gets its words. May not: decide, or make a calendar.

mod day;
mod item;
mod json;
mod reason;
mod who;

use super::calendar::View;
use super::clean::clean;
use crate::calendar::{Candidate, Dated, Trace, Who};
use crate::language::{Language, Text};
use crate::value::Day;

/// The chain behind an item.
#[derive(Debug)]
pub struct ItemWhy<'a> {
    /// The chain as far as its dates.
    pub trace: Trace<'a>,
    /// The calendar that holds these dates, with the whole period of the first.
    pub view: View<'a>,
    /// The entry of the first date that is held, by its index.
    pub entry: Option<usize>,
    /// Who could have done it, for each role that it needs.
    pub considered: Vec<(Who, Vec<Candidate>)>,
}

/// What is behind a day.
#[derive(Debug)]
pub struct DayWhy<'a> {
    /// The calendar of this one day.
    pub view: View<'a>,
    /// The day.
    pub day: Day,
    /// What falls on it but is not there.
    pub absent: Vec<(crate::calendar::Item, Dated)>,
}

/// What falls to somebody on some days.
#[derive(Debug)]
pub struct PersonWhy<'a> {
    /// The calendar of these days.
    pub view: View<'a>,
    /// Who.
    pub person: usize,
}

/// The chain behind an item, styled.
pub fn item(why: &ItemWhy<'_>) -> String {
    item::text(why)
}

/// What is behind a day, styled.
pub fn day(why: &DayWhy<'_>) -> String {
    day::text(why)
}

/// What falls to somebody, and why to them, styled.
pub fn person(why: &PersonWhy<'_>) -> String {
    day::of_person(why)
}

/// The chain behind an item: version 1 of the machine-readable shape.
pub fn item_json(why: &ItemWhy<'_>) -> String {
    json::item(why)
}

/// What is behind a day: version 1 of the machine-readable shape.
pub fn day_json(why: &DayWhy<'_>) -> String {
    json::day(why)
}

/// What falls to somebody: version 1 of the machine-readable shape.
pub fn person_json(why: &PersonWhy<'_>) -> String {
    json::person(why)
}

/// `2026-12-26 周六`.
fn date(day: Day, language: Language) -> String {
    format!("{day} {}", day.weekday().short().get(language))
}

/// Several, separated as the language does.
fn list(parts: &[String], language: Language) -> String {
    parts.join(Text::new("、", ", ").get(language))
}

/// A text whose `{placeholders}` are given in order of their names' appearance in `values`.
fn fill(text: Text, language: Language, values: &[(&str, &str)]) -> String {
    text.fill(language, |name| values.iter().find(|(key, _)| *key == name).map(|(_, value)| clean(value)))
}

/// Hours of some minutes, with one decimal where there is one.
fn hours(minutes: i32) -> String {
    let tenths = (minutes * 10 + 30).div_euclid(60);
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}
