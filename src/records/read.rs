//! The text of a table of readings → readings, and a finding for each cell that cannot be read.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::columns::{COLUMNS, NEEDED};
use super::current::{CurrentReadings, TwoReadings};
use super::reading::RecordedReading;
use crate::finding::{Arg, Finding, Level};
use crate::language::Text;
use crate::roster::cells::{Cell, lines};
use crate::value::{DayAndMonth, WrittenMoment};

mod complaint;
mod row;

use complaint::finding;
use row::RowReader;

/// A table of readings as it was read.
#[derive(Debug, Default)]
pub struct ReadingsFile {
    /// The lines that can be read, in the order of the file; a line that is there twice is there once.
    pub readings: Vec<RecordedReading>,
    /// What cannot be read, or contradicts itself, by place.
    pub findings: Vec<Finding>,
    /// Where the subject of each reading is.
    pub subjects: Vec<Range<usize>>,
}

impl ReadingsFile {
    /// The readings that count.
    pub fn current(&self) -> CurrentReadings {
        CurrentReadings::of(&self.readings)
    }
}

/// Whether a text is a table of readings, by its first line.
pub fn is_readings(text: &str) -> bool {
    let head = text.lines().next().unwrap_or_default();
    lines(head).first().is_some_and(|head| NEEDED.into_iter().all(|column| columns_of(head).contains_key(column)))
}

/// Reads the text of a table of readings. Nothing is refused: what cannot be read is a finding, and left out.
pub fn read_readings(text: &str) -> ReadingsFile {
    let mut file = ReadingsFile::default();
    let lines = lines(text);
    let Some((head, rows)) = lines.split_first() else { return file };
    let columns = columns_of(head);
    let missing: Vec<&str> = NEEDED.into_iter().filter(|column| !columns.contains_key(column)).collect();
    if !missing.is_empty() {
        let at = head.first().map_or(0, |cell| cell.at.start)..head.last().map_or(0, |cell| cell.at.end);
        let problem = Text::new("第一行缺了这些列：{columns}", "the first line lacks these columns: {columns}");
        let fix = Text::new("第一行应该是 {all}", "the first line is {all}");
        let args = vec![("columns", Arg::from(missing.join(", "))), ("all", Arg::from(COLUMNS.join(",")))];
        file.findings.push(finding("id", at, (problem, fix, args)));
        return file;
    }
    let order = order_of(rows, &columns);
    let mut at_of: HashMap<String, usize> = HashMap::new();
    for line in rows {
        if is_conflict_mark(line) {
            file.findings.push(conflict(line));
            continue;
        }
        let mut reader = RowReader { columns: &columns, line, order, findings: Vec::new() };
        let reading = reader.read();
        file.findings.append(&mut reader.findings);
        let Some(reading) = reading else { continue };
        let id_at = line.get(columns.get("id").copied().unwrap_or(0)).map_or(0..0, |cell| cell.at.clone());
        match at_of.get(&reading.id) {
            // two branches with the same line were merged
            Some(same) if file.readings[*same] == reading => {}
            Some(_) => {
                let problem = Text::new("{id} 这个编号用在两条不同的读数上", "two different readings have the id {id}");
                let fix = Text::new(
                    "把后一条的编号留空，会重新编",
                    "leave the id of the second one empty; it gets a new one",
                );
                let args = vec![("id", Arg::from(reading.id.clone()))];
                file.findings.push(finding("id", id_at, (problem, fix, args)));
            }
            None => {
                at_of.insert(reading.id.clone(), file.readings.len());
                file.subjects.push(line[columns["subject"].min(line.len() - 1)].at.clone());
                file.readings.push(reading);
            }
        }
    }
    report_corrections(&mut file);
    report_doubles(&mut file);
    file
}

fn columns_of(head: &[Cell<'_>]) -> HashMap<&'static str, usize> {
    let mut columns = HashMap::new();
    for (at, cell) in head.iter().enumerate() {
        let name = cell.text.trim().to_lowercase();
        if let Some(column) = COLUMNS.into_iter().find(|column| *column == name) {
            columns.entry(column).or_insert(at);
        }
    }
    columns
}

/// The order of day and month, by the first date that shows it: a spreadsheet may have rewritten them.
fn order_of(rows: &[Vec<Cell<'_>>], columns: &HashMap<&'static str, usize>) -> Option<DayAndMonth> {
    let dates: Vec<usize> =
        ["recorded", "from", "to"].iter().filter_map(|column| columns.get(column).copied()).collect();
    let cells = rows.iter().flat_map(|row| dates.iter().filter_map(|at| row.get(*at)));
    cells.filter_map(|cell| WrittenMoment::of(&cell.text)).find_map(WrittenMoment::order)
}

fn is_conflict_mark(line: &[Cell<'_>]) -> bool {
    let first = line.first().map_or("", |cell| cell.text.as_ref());
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| first.starts_with(mark))
}

fn conflict(line: &[Cell<'_>]) -> Finding {
    let at = line.first().map_or(0..0, |cell| cell.at.clone());
    let problem = Text::new(
        "合并时两边都加了行，记号还留着",
        "two people added lines, and the marks of the merge are still there",
    );
    let fix = Text::new("两边的行都留下，只删掉这一行记号", "keep the lines of both sides, and delete only this mark");
    finding("id", at, (problem, fix, Vec::new())).at_most(Level::Warning)
}

/// Corrections of what is not there, and of each other.
fn report_corrections(file: &mut ReadingsFile) {
    let ids: HashSet<&str> = file.readings.iter().map(|reading| reading.id.as_str()).collect();
    let replaced: HashMap<&str, &str> =
        file.readings.iter().filter_map(|reading| Some((reading.id.as_str(), reading.replaces.as_deref()?))).collect();
    let mut found = Vec::new();
    for (reading, at) in file.readings.iter().zip(&file.subjects) {
        let Some(old) = &reading.replaces else { continue };
        let args = vec![("id", Arg::from(old.clone()))];
        if !ids.contains(old.as_str()) {
            let problem = Text::new("要更正的 {id} 不在表里", "it corrects {id}, which is not in the table");
            let fix = Text::new("写上要更正的那条的编号", "give the id of the reading that it corrects");
            found.push(finding("replaces", at.clone(), (problem, fix, args)));
        } else if leads_back(&reading.id, &replaced) {
            let problem = Text::new("更正绕成了一圈：{id}", "corrections go round in a circle: {id}");
            let fix = Text::new("清空其中一条的 replaces", "clear `replaces` in one of them");
            found.push(finding("replaces", at.clone(), (problem, fix, args)));
        }
    }
    file.findings.append(&mut found);
}

/// Whether following corrections leads back to where it began.
fn leads_back(id: &str, replaced: &HashMap<&str, &str>) -> bool {
    let steps = std::iter::successors(replaced.get(id).copied(), |next| replaced.get(next).copied());
    steps.take(replaced.len() + 1).any(|step| step == id)
}

/// Facts with two readings: one of them is left out, which is said.
fn report_doubles(file: &mut ReadingsFile) {
    for TwoReadings { earlier, later } in file.current().doubles {
        let problem = Text::new(
            "同一件事有两条读数：{earlier} 和 {later}；按后记的 {later} 算",
            "two readings for one fact: {earlier} and {later}; the later one, {later}, counts",
        );
        let fix = Text::new(
            "如果后一条是更正，在 replaces 里写上 {earlier}",
            "if the later one is a correction, put {earlier} into its `replaces`",
        );
        let id = |at: usize| Arg::from(file.readings[at].id.clone());
        let args = vec![("earlier", id(earlier)), ("later", id(later))];
        let place = file.subjects[later].clone();
        file.findings.push(finding("subject", place, (problem, fix, args)).at_most(Level::Warning));
    }
}

#[cfg(test)]
mod tests;
