//! Lines under headings, and the words that all outlines of why share.

use anstyle::Style;

use crate::language::{Language, Text};
use crate::render::clean;
use crate::value::Day;

pub(super) const BOLD: Style = Style::new().bold();

/// Lines under headings.
pub(super) struct Outline {
    pub out: String,
    pub language: Language,
}

impl Outline {
    pub(super) fn new(title: &str, language: Language) -> Self {
        Self { out: format!("{BOLD}{title}{BOLD:#}\n"), language }
    }

    pub(super) fn head(&mut self, text: Text, value: &str) {
        let colon = Text::new("：", ": ").get(self.language);
        self.out.push_str(&format!("{BOLD}{}{BOLD:#}{colon}{value}", text.get(self.language)));
        self.out.truncate(self.out.trim_end().len());
        self.out.push('\n');
    }

    pub(super) fn line(&mut self, text: &str) {
        self.out.push_str(&format!("  {text}\n"));
    }

    pub(super) fn lines(&mut self, lines: impl IntoIterator<Item = String>) {
        lines.into_iter().for_each(|line| self.line(&line));
    }
}

/// `2026-12-26 周六`.
pub(super) fn date(day: Day, language: Language) -> String {
    format!("{day} {}", day.weekday().short().get(language))
}

/// Several, separated as the language does.
pub(super) fn list(parts: &[String], language: Language) -> String {
    parts.join(Text::new("、", ", ").get(language))
}

/// A text with its `{placeholders}` filled in.
pub(super) fn fill(text: Text, language: Language, values: &[(&str, &str)]) -> String {
    text.fill(language, |name| values.iter().find(|(key, _)| *key == name).map(|(_, value)| clean(value)))
}

/// Hours of some minutes, with one decimal where there is one.
pub(super) fn hours(minutes: i64) -> String {
    let tenths = (minutes * 10 + 30).div_euclid(60);
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}
