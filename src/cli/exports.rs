//! Exports of platforms, read from files and folders: how far it has come, and what is wrong with one.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};

use super::failure::{Failure, Message};
use super::out;
use super::progress::ProgressMeter;
use crate::language::{Language, Text};
use crate::metrics::{EventTally, TalliedEvents};
use crate::plan::Plan;
use crate::records::exports::{
    DayClock, ExportError, ExportFolder, ExportKind, ExportOptions, ExportRun, is_workbook, read_export, read_folder,
    workbook_text,
};
use crate::render::{CountedExports, clean};
use crate::roster::DayAndMonth;

/// A table has so many bytes at most.
const LARGEST_TABLE: u64 = 64 << 20;

/// Reads all of them in one run: people and duplicates are recognised across files.
pub(crate) fn count(
    paths: &[PathBuf],
    plan: &Plan,
    date_order: Option<DayAndMonth>,
    language: Language,
) -> Result<(Option<TalliedEvents>, CountedExports), Failure> {
    let zone = plan.time_zone.as_ref().map_or(jiff::tz::TimeZone::UTC, |zone| zone.0.clone());
    let options = ExportOptions { zone: zone.clone(), date_order, aliases: std::collections::HashMap::new() };
    let (mut run, mut tally) = (ExportRun::new(options), EventTally::new(DayClock::new(zone)));
    let mut kinds = Vec::new();
    for path in paths {
        let before = run.coverage.clone();
        match read_one(path, &mut run, &mut tally, language) {
            Ok(kind) => kinds.push(kind),
            // what came before the break was counted, and the review says up to when
            Err(error) if run.coverage != before => {
                out::message(&format!("{}: {}", clean(&path.display().to_string()), described(&error, language)));
            }
            Err(error) => return Err(refused(path, error)),
        }
    }
    kinds.sort_by_key(|kind: &ExportKind| kind.name().en);
    kinds.dedup();
    let (people, channels, coverage) = (run.people(), run.channels(), run.coverage);
    let events = tally.finish();
    let span = events.as_ref().map(|events| events.span);
    Ok((events, CountedExports { kinds, coverage, people, channels, span }))
}

/// Reads one file, or a folder as Slack's export has it.
fn read_one(
    path: &Path,
    run: &mut ExportRun,
    tally: &mut EventTally,
    language: Language,
) -> Result<ExportKind, ExportError> {
    let mut found = |event| tally.add(event);
    if path.is_dir() {
        read_folder(&mut Unpacked { root: path.to_owned() }, run, &mut found)?;
        return Ok(ExportKind::SlackZip);
    }
    let mut file = File::open(path)?;
    if is_workbook(&mut file) {
        let text = small(path).and_then(|bytes| workbook_text(&bytes)).ok_or(ExportError::UnknownKind)?;
        return read_export(std::io::Cursor::new(text), run, &mut found);
    }
    file.rewind()?;
    let meter = ProgressMeter::of_bytes(file.metadata()?.len(), language);
    let kind = read_export(Watched { file, meter: &meter }, run, &mut found);
    meter.end();
    kind
}

/// The text of a table, from a workbook or as it is; none of anything else, or of what is too large for a table.
pub(crate) fn table_text(path: &Path) -> Option<String> {
    let bytes = small(path)?;
    match is_workbook(&mut std::io::Cursor::new(&bytes)) {
        true => workbook_text(&bytes),
        false => String::from_utf8(bytes).ok(),
    }
}

/// The bytes of a file that is no larger than a table is.
fn small(path: &Path) -> Option<Vec<u8>> {
    let is_small = std::fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() <= LARGEST_TABLE);
    is_small.then(|| std::fs::read(path).ok()).flatten()
}

/// A file that says how far it was read.
struct Watched<'m> {
    file: File,
    meter: &'m ProgressMeter,
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.meter.advance(count);
        Ok(count)
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.file.seek(to)
    }
}

/// A folder into which an export was unpacked. What a link leads to outside of it is left out.
struct Unpacked {
    root: PathBuf,
}

impl ExportFolder for Unpacked {
    fn names(&self) -> Vec<String> {
        let mut files = ignore::WalkBuilder::new(&self.root);
        files.standard_filters(false).follow_links(false).max_depth(Some(2));
        let name = |entry: ignore::DirEntry| {
            let path = entry.path().strip_prefix(&self.root).ok()?;
            let parts: Vec<&str> = path.components().filter_map(|part| part.as_os_str().to_str()).collect();
            entry.file_type().is_some_and(|kind| kind.is_file()).then(|| parts.join("/"))
        };
        files.build().filter_map(Result::ok).filter_map(name).collect()
    }

    fn open(
        &mut self,
        name: &str,
        take: &mut dyn FnMut(&mut dyn Read) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        take(&mut File::open(self.root.join(name))?)
    }
}

/// What is wrong with an export, for a reader of `language`.
fn described(error: &ExportError, language: Language) -> String {
    error.message().fill(language, |name| match error {
        ExportError::MissingColumn(column) if name == "column" => Some(column.get(language).to_owned()),
        _ => error.line().map(|line| line.to_string()),
    })
}

/// An export of which nothing could be read.
fn refused(path: &Path, error: ExportError) -> Failure {
    let is_ambiguous = matches!(error, ExportError::AmbiguousDates);
    let failure = match error {
        ExportError::Input(error) => Failure::at(path, Text::new("读不了这个文件", "this file cannot be read"))
            .note(Message::new(move |_| error.to_string())),
        error => Failure::at(path, Message::new(move |language| described(&error, language))),
    };
    match is_ambiguous {
        true => failure
            .hint(Text::new("加 --dates dmy（日在前）或 --dates mdy（月在前）", "add --dates dmy or --dates mdy")),
        false => failure,
    }
}
