//! `qun record --from`: readings from files. Exports are counted into months; a table of readings, such as a warehouse gives,
//! is taken over. What is known already stays as it is, another value corrects it.

use std::path::Path;

use super::super::args::RecordReadings as Asked;
use super::super::edit::{self, Draft};
use super::super::exit::DONE;
use super::super::exports::{GivenFile, sort_out};
use super::super::failure::Failure;
use super::super::session::Session;
use super::super::{exports, files, out, readings_file};
use super::sheet;
use crate::language::{Language, Text};
use crate::planned::counted_readings;
use crate::records::{CurrentReadings, ReadingsFile, RecordedReading, read_readings};
use crate::render::{clean, coverage_lines, recorded_lines};
use crate::source::Positions;

pub(super) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let found = |draft: &Draft, current: &CurrentReadings| {
        let (plan, language) = (&draft.opened.reading.plan, draft.opened.language);
        let (mut readings, mut of_platforms) = (Vec::new(), Vec::new());
        for path in &asked.from {
            match sort_out(path) {
                GivenFile::Calendar(tables) => {
                    let name = name_of(path).unwrap_or_default();
                    match sheet::readings((&name, &tables), asked.reading.by.as_deref(), draft)? {
                        Some(found) => readings.extend(found),
                        None => return Err(no_calendar(path)),
                    }
                }
                GivenFile::Readings(text) => {
                    let table = read_readings(&text);
                    show_problems(path, (&table, &text), language);
                    readings.extend(table.readings.into_iter().map(|reading| RecordedReading {
                        recorded: draft.today,
                        source: reading.source.clone().or_else(|| name_of(path)),
                        ..reading
                    }));
                }
                GivenFile::OtherWorkbook => return Err(no_calendar(path)),
                GivenFile::Export => of_platforms.push(path.clone()),
            }
        }
        if !of_platforms.is_empty() {
            let (events, counted) = exports::count(&of_platforms, plan, (asked.dates, &asked.same), language)?;
            edit::show_lines(&coverage_lines(&counted, language));
            let source = counted.kinds.iter().map(|kind| kind.name().en).collect::<Vec<_>>().join(", ");
            let by = asked.reading.by.as_deref();
            readings
                .extend(events.iter().flat_map(|events| counted_readings(plan, events, (&source, by), draft.today)));
        }
        Ok((String::new(), new_ones(readings, current)))
    };
    let (_, readings, path, language) =
        readings_file::add(&asked.reading.plan, (asked.reading.dry_run, session), found)?;
    if readings.is_empty() {
        out::message(Text::new("没有新的读数", "nothing new to record").get(language));
        return Ok(DONE);
    }
    let mut subjects: Vec<&str> = readings.iter().map(|reading| reading.subject.as_str()).collect();
    subjects.sort_unstable();
    subjects.dedup();
    for subject in subjects {
        let own: Vec<RecordedReading> = readings.iter().filter(|it| it.subject == subject).cloned().collect();
        edit::show_lines(&recorded_lines(subject, &own, (&path, !asked.reading.dry_run), language));
    }
    Ok(DONE)
}

fn no_calendar(path: &Path) -> Failure {
    let words = Text::new(
        "表里没有日历，也没有消息：日历要有标题、完成或到场这样的列，消息要有时间和发送人",
        "no table is a calendar or has messages: a calendar has columns such as title, done, came; messages have time and author",
    );
    Failure::at(path, words)
}

/// What of a table cannot be read, each at its place; the rest is taken.
fn show_problems(path: &Path, (table, text): (&ReadingsFile, &str), language: Language) {
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
