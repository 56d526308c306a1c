//! Readings as people see them after they were written down, and what is missing.

use std::path::Path;

use super::clean;
use crate::language::{Language, Text};
use crate::records::{MeasureKind, RecordedReading};
use crate::value::Day;

/// Something that nobody has written down.
pub struct MissingLine {
    title: String,
    name: String,
    day: Option<Day>,
}

impl MissingLine {
    /// An event without a count of who came.
    pub fn event(title: &str, name: String, day: Day) -> Self {
        Self { title: title.to_owned(), name, day: Some(day) }
    }

    /// What it is, and its day.
    pub fn heading(&self) -> String {
        self.day.map_or_else(|| self.title.clone(), |day| format!("{} {day}", self.title))
    }

    /// Whether it is an event.
    pub const fn is_event(&self) -> bool {
        self.day.is_some()
    }

    /// The words by which it is recorded, before its values.
    pub fn words(&self) -> Vec<String> {
        std::iter::once(self.name.clone()).chain(self.day.map(|day| day.to_string())).collect()
    }

    /// A goal without a reading.
    pub fn goal(title: &str, name: &str) -> Self {
        Self { title: title.to_owned(), name: name.to_owned(), day: None }
    }
}

/// What was recorded, or would be: a line for each, and where.
pub fn recorded_lines(
    title: &str,
    readings: &[RecordedReading],
    (path, is_written): (&Path, bool),
    language: Language,
) -> Vec<String> {
    let colon = Text::new("：", ": ").get(language);
    let line = |reading: &RecordedReading| {
        let (value, unit) = reading.value.cells();
        let space = if unit.len() == 3 { " " } else { "" };
        let of = reading
            .of
            .map_or_else(String::new, |of| Text::new("，共 {of}", " of {of}").fill(language, |_| Some(of.to_string())));
        let corrected = reading.replaces.as_ref().map_or("", |_| Text::new("（更正）", " (correction)").get(language));
        let name = reading.measure.name.get(language);
        let shown = match reading.measure.kind {
            MeasureKind::Any => format!("{value}{space}{unit}"),
            _ => format!("{name} {value}{space}{unit}"),
        };
        format!("  {shown}{of}{corrected}")
    };
    let words = match is_written {
        true => Text::new("记在 {path}", "recorded in {path}"),
        false => Text::new("会记在 {path}", "would be recorded in {path}"),
    };
    let place = words.fill(language, |_| Some(clean(&path.display().to_string())));
    std::iter::once(format!("{}{colon}{place}", clean(title))).chain(readings.iter().map(line)).collect()
}

/// What is missing, each with the command that records it.
pub fn still_missing(lines: &[MissingLine], language: Language) -> String {
    if lines.is_empty() {
        return format!("{}\n", Text::new("没有缺的数", "nothing is missing").get(language));
    }
    let line = |it: &MissingLine| {
        let command = match it.day {
            Some(day) => format!("qun record {} {day} {}", it.name, Text::new("到场=", "came=").get(language)),
            None => format!("qun record {} ", it.name),
        };
        let day = it.day.map_or_else(String::new, |day| format!(" {day}"));
        format!("- {}{day}\n    {}…\n", clean(&it.title), clean(&command))
    };
    let head = Text::new("还缺这些数：", "Still missing:").get(language);
    format!("{head}\n{}", lines.iter().map(line).collect::<String>())
}
