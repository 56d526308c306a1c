//! Why something stands in the calendar, or does not: for people and for programs.
//!
//! Everything is handed in; here it only gets its words. May not: decide, or make a calendar.

mod chain;
mod day;
mod item;
mod json;
mod reason;
mod shape;
mod who;

use anstyle::Style;

pub(super) use reason::title as item_title;

use super::calendar::View;
use super::clean::clean;
use crate::calendar::{Candidate, Dated, Trace, Who};
use crate::language::{Language, Text};
use crate::plan::HolidaySource;
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
    /// For each entry, for each role that it needs, who could have done it.
    pub considered: Vec<Vec<(Who, Vec<Candidate>)>>,
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

/// The places where days off come from, by name.
fn holiday_names(sources: &[HolidaySource<'_>], language: Language) -> String {
    let names: Vec<String> = sources.iter().map(|source| clean(source.word())).collect();
    names.join(Text::new("、", ", ").get(language))
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

/// What a goal is measured by, what serves it, and who carries that, styled.
pub fn goal(view: &View<'_>, goal: usize) -> String {
    chain::of_goal(view, goal)
}

/// The same: version 1 of the machine-readable shape.
pub fn goal_json(view: &View<'_>, goal: usize) -> String {
    json::of_goal(view, goal)
}

const BOLD: Style = Style::new().bold();

/// Lines under headings.
struct Page {
    out: String,
    language: Language,
}

impl Page {
    fn new(title: &str, language: Language) -> Self {
        Self { out: format!("{BOLD}{title}{BOLD:#}\n"), language }
    }

    fn head(&mut self, text: Text, value: &str) {
        let colon = Text::new("：", ": ").get(self.language);
        self.out.push_str(&format!("{BOLD}{}{BOLD:#}{colon}{value}", text.get(self.language)));
        self.out.truncate(self.out.trim_end().len());
        self.out.push('\n');
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(&format!("  {text}\n"));
    }

    fn lines(&mut self, lines: impl IntoIterator<Item = String>) {
        lines.into_iter().for_each(|line| self.line(&line));
    }
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
