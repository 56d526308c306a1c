//! `qun record --from`: readings from files. Exports are counted into months; a table of readings, such as a warehouse gives,
//! is taken over. What is known already stays as it is, another value corrects it.

use std::path::{Path, PathBuf};

use super::super::args::RecordReadings as Asked;
use super::super::edit::{self, Draft};
use super::super::exit::DONE;
use super::super::failure::Failure;
use super::super::session::Session;
use super::super::{exports, files, out, readings_file};
use super::sheet;
use crate::language::{Language, Text};
use crate::planned::counted_readings;
use crate::records::{CurrentReadings, ReadingsFile, RecordedReading, is_readings, read_readings};
use crate::render::{clean, coverage_lines, recorded_lines};
use crate::returned::is_calendar;
use crate::source::Positions;
use crate::table;

pub(super) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let found = |draft: &Draft, current: &CurrentReadings| {
        let (tables, of_platforms) = sorted(&asked.from)?;
        let (plan, language) = (&draft.opened.reading.plan, draft.opened.language);
        let mut readings = Vec::new();
        let (sheets, of_platforms) = calendars(of_platforms);
        for (path, tables) in sheets {
            let name = name_of(&path).unwrap_or_default();
            match sheet::readings((&name, &tables), asked.by.as_deref(), draft)? {
                Some(found) => readings.extend(found),
                None => return Err(no_calendar(&path)),
            }
        }
        for (path, table) in tables {
            show_problems(&path, &table, language);
            readings.extend(table.0.readings.into_iter().map(|reading| RecordedReading {
                recorded: draft.today,
                source: reading.source.clone().or_else(|| name_of(&path)),
                ..reading
            }));
        }
        if !of_platforms.is_empty() {
            let (events, counted) = exports::count(&of_platforms, plan, asked.dates, language)?;
            edit::show_lines(&coverage_lines(&counted, language));
            let source = counted.kinds.iter().map(|kind| kind.name().en).collect::<Vec<_>>().join(", ");
            let by = asked.by.as_deref();
            readings
                .extend(events.iter().flat_map(|events| counted_readings(plan, events, (&source, by), draft.today)));
        }
        Ok((String::new(), new_ones(readings, current)))
    };
    let (_, readings, path, language) = readings_file::add(&asked.plan, (asked.dry_run, session), found)?;
    if readings.is_empty() {
        out::message(Text::new("没有新的读数", "nothing new to record").get(language));
        return Ok(DONE);
    }
    let mut subjects: Vec<&str> = readings.iter().map(|reading| reading.subject.as_str()).collect();
    subjects.sort_unstable();
    subjects.dedup();
    for subject in subjects {
        let own: Vec<RecordedReading> = readings.iter().filter(|it| it.subject == subject).cloned().collect();
        edit::show_lines(&recorded_lines(subject, &own, (&path, !asked.dry_run), language));
    }
    Ok(DONE)
}

/// A table of readings, and its text.
struct ReadingsTable(ReadingsFile, String);

/// Tables of readings on one side, exports of platforms on the other.
type SortedFiles = (Vec<(PathBuf, ReadingsTable)>, Vec<PathBuf>);

fn sorted(paths: &[PathBuf]) -> Result<SortedFiles, Failure> {
    let (mut tables, mut of_platforms) = (Vec::new(), Vec::new());
    for path in paths {
        match exports::table_text(path).filter(|text| is_readings(text)) {
            Some(text) => tables.push((path.clone(), ReadingsTable(read_readings(&text), text))),
            None => of_platforms.push(path.clone()),
        }
    }
    Ok((tables, of_platforms))
}

/// Workbooks on one side, and tables with the columns of a calendar that is filled in; everything else on the other.
fn calendars(paths: Vec<PathBuf>) -> (Vec<(PathBuf, Vec<table::ReadTable>)>, Vec<PathBuf>) {
    let (mut sheets, mut others) = (Vec::new(), Vec::new());
    for path in paths {
        let tables = files::bytes(&path).ok().and_then(|bytes| Some(table::read(&bytes).ok()?.0));
        let is_workbook = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
        match tables.filter(|tables| is_workbook || tables.iter().any(is_calendar)) {
            Some(tables) => sheets.push((path, tables)),
            None => others.push(path),
        }
    }
    (sheets, others)
}

fn no_calendar(path: &Path) -> Failure {
    let words = Text::new(
        "表里没有日历：要有标题、完成或到场这样的列",
        "no table is a calendar: it needs columns such as title, done, came",
    );
    Failure::at(path, words)
}

/// What of a table cannot be read, each at its place; the rest is taken.
fn show_problems(path: &Path, ReadingsTable(table, text): &ReadingsTable, language: Language) {
    let positions = Positions::new(text);
    for finding in &table.findings {
        let start = if let crate::finding::PlacePart::Bytes(bytes) = &finding.place.part { bytes.start } else { 0 };
        let at = positions.at(start);
        let place = format!("{}:{}:{}", files::from_here(path).display(), at.line, at.column);
        out::message(&clean(&format!("{place}: {}", finding.message(language))));
    }
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().and_then(|name| name.to_str()).map(clean)
}

/// What is not known yet; another value for a known fact corrects it.
fn new_ones(readings: Vec<RecordedReading>, current: &CurrentReadings) -> Vec<RecordedReading> {
    let mut new: Vec<RecordedReading> = Vec::new();
    for reading in readings {
        let known = current.about(&reading.subject).find(|known| known.is_about_the_same(&reading));
        match known {
            Some(known) if (&known.value, known.of) == (&reading.value, reading.of) => {}
            known => {
                let replaces = known.map(|known| known.id.clone());
                let reading = RecordedReading { replaces, ..reading }.identified();
                if !new.iter().any(|other| other.id == reading.id) {
                    new.push(reading);
                }
            }
        }
    }
    new
}
