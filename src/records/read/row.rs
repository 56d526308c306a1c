//! One line of a table of readings.

use std::collections::HashMap;

use super::super::measure::{Measure, MeasureKind, measure, nearest_measures};
use super::super::reading::{Arm, RecordedReading};
use super::super::value::{Measured, measured};
use super::complaint::{Complaint, finding};
use crate::finding::{Arg, Finding};
use crate::language::{Language, Text};
use crate::roster::cells::Cell;
use crate::roster::columns::unmarked;
use crate::value::{Day, DayWindow};
use crate::value::{DayAndMonth, WrittenMoment};

/// Reads one line.
pub(super) struct RowReader<'r, 't> {
    pub columns: &'r HashMap<&'static str, usize>,
    pub line: &'r [Cell<'t>],
    pub order: Option<DayAndMonth>,
    pub findings: Vec<Finding>,
}

impl RowReader<'_, '_> {
    /// The reading of the line; none where something is not right.
    pub(super) fn read(&mut self) -> Option<RecordedReading> {
        if let Some(open) = self.line.iter().find(|cell| cell.is_unclosed) {
            let problem = Text::new("引号没有合上", "the quote is not closed");
            let fix = Text::new("在这一格的末尾补上引号", "close the quote at the end of the cell");
            self.findings.push(finding("id", open.at.clone(), (problem, fix, Vec::new())));
            return None;
        }
        let last = self.day("to");
        let first = if self.text("from").is_empty() { last } else { self.day("from") };
        let recorded = if self.text("recorded").is_empty() { last } else { self.day("recorded") };
        let window = self.window(first, last);
        let measure = self.measure();
        let value = measure.and_then(|measure| self.value(measure));
        let of = self.of(value.as_ref());
        let arm = self.arm();
        if self.text("subject").is_empty() {
            let problem =
                Text::new("缺了 subject：这条读数是关于什么的", "`subject` is empty: what is the reading about?");
            let fix =
                Text::new("写目标或测试的名字，或日程的编号", "write the id of a goal or an experiment, or a UID");
            self.complain("subject", (problem, fix, Vec::new()));
        }
        if !self.findings.is_empty() {
            return None;
        }
        let optional = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let reading = RecordedReading {
            id: self.text("id").to_owned(),
            recorded: recorded?,
            window: window?,
            subject: self.text("subject").to_owned(),
            arm,
            measure: measure?,
            value: value?,
            of,
            by: optional(self.text("by")),
            source: optional(self.text("source")),
            replaces: optional(self.text("replaces")),
            note: optional(self.text("note")),
        };
        Some(if reading.id.is_empty() { reading.identified() } else { reading })
    }

    /// What a cell says; nothing where the column or the cell is missing.
    fn text(&self, column: &str) -> &str {
        let at = self.columns.get(column).copied();
        at.and_then(|at| self.line.get(at)).map_or("", |cell| unmarked(&cell.text))
    }

    fn complain(&mut self, column: &'static str, complaint: Complaint) {
        let last = self.line.len().saturating_sub(1);
        let at = self.columns.get(column).map_or(last, |at| (*at).min(last));
        let bytes = self.line.get(at).map_or(0..0, |cell| cell.at.clone());
        self.findings.push(finding(column, bytes, complaint));
    }

    fn day(&mut self, column: &'static str) -> Option<Day> {
        let text = self.text(column).to_owned();
        let written = WrittenMoment::of(&text);
        let is_clear = self.order.is_some() || !written.is_some_and(WrittenMoment::is_ambiguous);
        if let Some((day, _)) = written.and_then(|written| written.read(self.order)).filter(|_| is_clear) {
            return Some(day);
        }
        let problem = match (text.is_empty(), is_clear) {
            (true, _) => Text::new("缺了 {column}", "`{column}` is empty"),
            (_, false) => Text::new("{value} 可以读成两个日子", "{value} can be read as two different days"),
            _ => Text::new("{column} 读不懂：{value}", "cannot read `{column}`: {value}"),
        };
        let fix = Text::new("写成 2026-12-03 这样", "write it as 2026-12-03");
        self.complain(column, (problem, fix, vec![("column", Arg::from(column)), ("value", Arg::from(text))]));
        None
    }

    fn window(&mut self, first: Option<Day>, last: Option<Day>) -> Option<DayWindow> {
        let (first, last) = (first?, last?);
        let window = DayWindow::new(first, last);
        if window.is_none() {
            let problem = Text::new("from 在 to 之后", "`from` is after `to`");
            let fix = Text::new("对调这两格", "swap the two cells");
            self.complain("from", (problem, fix, Vec::new()));
        }
        window
    }

    fn measure(&mut self) -> Option<&'static Measure> {
        let word = self.text("metric").to_owned();
        let found = measure(&word);
        if found.is_none() {
            let near = |language| nearest_measures(&word, language).join(", ");
            let (zh, en) = (near(Language::Zh), near(Language::En));
            let problem = Text::new("没有“{value}”这个指标", "there is no metric \"{value}\"");
            let fix = match en.is_empty() {
                true => Text::new("写“到场”“评分”“收入”这样的词", "write a word such as came, score or income"),
                false => Text::new("是不是 {near}？", "did you mean {near}?"),
            };
            let args = vec![("value", Arg::from(word)), ("near", Arg::Name { zh, en })];
            self.complain("metric", (problem, fix, args));
        }
        found
    }

    fn value(&mut self, measure: &'static Measure) -> Option<Measured> {
        let (value, unit) = (self.text("value").to_owned(), self.text("unit").to_owned());
        let is_word = unit.chars().count() > 1 && unit.chars().all(char::is_alphabetic);
        let space = if is_word { " " } else { "" };
        // a spreadsheet may have made 34 % of 34 with the unit %
        let unit = if value.ends_with('%') && unit == "%" { String::new() } else { unit };
        match measured(&format!("{value}{space}{unit}"), measure.kind, None) {
            Ok(value) => Some(value),
            Err(error) => {
                let is_negative = value.starts_with(['-', '−']) && measure.kind == MeasureKind::Count;
                let problem = match is_negative {
                    true => Text::new("{name}不能是负数：{value}", "{name} cannot be negative: {value}"),
                    false => Text::new("{name}读不懂：{value}", "cannot read {name}: {value}"),
                };
                let fix = Text::new("写{expected}", "write {expected}");
                let shown = format!("{value}{space}{unit}");
                let args = vec![
                    ("name", Arg::from(measure.name)),
                    ("value", Arg::from(shown)),
                    ("expected", Arg::from(error.expected)),
                ];
                self.complain("value", (problem, fix, args));
                None
            }
        }
    }

    fn of(&mut self, value: Option<&Measured>) -> Option<u64> {
        let text = self.text("of").to_owned();
        if text.is_empty() {
            return None;
        }
        let args = vec![("value", Arg::from(text.clone()))];
        let Ok(of) = text.replace(',', "").parse::<u64>() else {
            let problem = Text::new("of 应该是总数，写的是 {value}", "`of` takes a whole number, found {value}");
            let fix = Text::new("写一共有多少，或留空", "write how many there are in all, or leave it empty");
            self.complain("of", (problem, fix, args));
            return None;
        };
        if matches!(value, Some(Measured::Count(count)) if i128::from(*count) > i128::from(of)) {
            let problem = Text::new("比总数 {value} 还多", "it is more than the {value} in all");
            let fix = Text::new("对一下这两个数", "check both numbers");
            self.complain("of", (problem, fix, args));
        }
        Some(of)
    }

    fn arm(&mut self) -> Option<Arm> {
        let text = self.text("arm").to_owned();
        let arm = Arm::of_letter(&text);
        if arm.is_none() && !text.is_empty() {
            let problem = Text::new("arm 只能是 a 或 b，写的是 {value}", "`arm` is a or b, found {value}");
            let fix = Text::new("写 a 或 b，不是 A/B 测试就留空", "write a or b; leave it empty if it is no A/B test");
            self.complain("arm", (problem, fix, vec![("value", Arg::from(text))]));
        }
        arm
    }
}
