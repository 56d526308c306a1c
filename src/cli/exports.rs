//! Exports of platforms, read from files and folders: how far it has come, and what is wrong with one.

use std::collections::HashMap;
use std::fs::File;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};

use super::failure::{Failure, Message};
use super::out;
use super::progress::ProgressMeter;
use crate::language::{Language, Text};
use crate::metrics::{EventTally, TalliedEvents};
use crate::plan::Plan;
use crate::plan::people::Person;
use crate::records::exports::{
    DayClock, ExportError, ExportFolder, ExportKind, ExportOptions, ExportRun, handle, has_messages, is_workbook,
    read_export, read_folder, workbook_text,
};
use crate::records::is_readings;
use crate::render::{CountedExports, clean};
use crate::returned::is_calendar;
use crate::table::{self, ReadTable, TableError};
use crate::value::DayAndMonth;

/// A table has so many bytes at most.
const LARGEST_TABLE: u64 = 64 << 20;

/// Reads all of them in one run: people and duplicates are recognised across files.
pub(crate) fn count(
    paths: &[PathBuf],
    plan: &Plan,
    (date_order, same): (Option<DayAndMonth>, &[String]),
    language: Language,
) -> Result<(Option<TalliedEvents>, CountedExports), Failure> {
    let zone = plan.time_zone.as_ref().map_or(jiff::tz::TimeZone::UTC, |zone| zone.0.clone());
    let team = plan.people.iter().flat_map(words_of_team).collect();
    let options = ExportOptions { zone: zone.clone(), date_order, aliases: aliases(same)?, team };
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
    let events = tally.finish().map(|events| TalliedEvents { team: run.team().clone(), ..events });
    let (people, channels, coverage) = (run.people(), run.channels(), run.coverage);
    let span = events.as_ref().map(|events| events.span);
    Ok((events, CountedExports { kinds, coverage, people, channels, span }))
}

/// What someone of the plan may be called in an export.
fn words_of_team(person: &Person) -> impl Iterator<Item = String> {
    let words = [&person.handle, &person.id, &person.name];
    words.into_iter().filter_map(|word| word.as_deref().map(handle)).filter(|word| !word.is_empty())
}

/// Which ids and names are one person: `A=B`.
fn aliases(same: &[String]) -> Result<HashMap<String, String>, Failure> {
    let pair = |typed: &String| {
        let (one, other) = typed.split_once(['=', '＝'])?;
        let (one, other) = (one.trim(), other.trim());
        (!one.is_empty() && !other.is_empty()).then(|| (one.to_owned(), other.to_owned()))
    };
    let mut aliases = HashMap::new();
    for typed in same {
        let words =
            Text::new("--same 要写成 一个=另一个，写的是“{typed}”", "--same takes ONE=OTHER, found \"{typed}\"");
        let (one, other) = pair(typed).ok_or_else(|| Failure::of(words, [("typed", typed)]))?;
        aliases.insert(one, other);
    }
    // of A=B and B=C, all three are C
    let last = |mut name: String| {
        for _ in 0..aliases.len() {
            match aliases.get(&name) {
                Some(next) => name.clone_from(next),
                None => break,
            }
        }
        name
    };
    Ok(aliases.iter().map(|(one, other)| (one.clone(), last(other.clone()))).collect())
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
        let bytes = small(path).ok_or(TableError::TooLarge)?;
        let text = workbook_text(&bytes)?.ok_or(ExportError::UnknownKind)?;
        return read_export(std::io::Cursor::new(text), run, &mut found);
    }
    file.rewind()?;
    let meter = ProgressMeter::of_bytes(file.metadata()?.len(), language);
    let kind = read_export(Watched { file, meter: &meter }, run, &mut found);
    meter.end();
    kind
}

/// So much of a file says what it is.
const HEAD: u64 = 1 << 16;

/// What a file is, as far as its beginning shows it: a large one is not read for that.
pub(crate) enum GivenFile {
    /// A table of readings: its text.
    Readings(String),
    /// A calendar that was filled in.
    Calendar(Vec<ReadTable>),
    /// A workbook that is neither that nor holds messages.
    OtherWorkbook,
    /// An export, or nothing that is known.
    Export,
}

/// Finds out what a file is. One that cannot be opened counts as an export, whose reader says why.
pub(crate) fn sort_out(path: &Path) -> GivenFile {
    let Some(head) = head(path) else { return GivenFile::Export };
    if head.starts_with(b"PK\x03\x04") {
        let is_book = File::open(path).is_ok_and(|mut file| is_workbook(&mut file));
        let bytes = if is_book { small(path) } else { None };
        let Some((bytes, (tables, _))) = bytes.and_then(|bytes| table::read(&bytes).ok().map(|read| (bytes, read)))
        else {
            return GivenFile::Export;
        };
        if let Some(text) = workbook_text(&bytes).ok().flatten().filter(|text| is_readings(text)) {
            return GivenFile::Readings(text);
        }
        return match () {
            () if tables.iter().any(has_messages) => GivenFile::Export,
            () if tables.iter().any(is_calendar) => GivenFile::Calendar(tables),
            () => GivenFile::OtherWorkbook,
        };
    }
    // the last line of the head may be cut
    let whole = head.iter().rposition(|byte| *byte == b'\n').map_or(&head[..], |end| &head[..=end]);
    if is_readings(&String::from_utf8_lossy(whole)) {
        return match small(path).and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(text) => GivenFile::Readings(text),
            None => GivenFile::Export,
        };
    }
    let is_sheet = |bytes: &[u8]| table::read(bytes).ok().is_some_and(|(tables, _)| tables.iter().any(is_calendar));
    let all = if is_sheet(whole) { small(path) } else { None };
    all.and_then(|bytes| table::read(&bytes).ok()).map_or(GivenFile::Export, |(tables, _)| GivenFile::Calendar(tables))
}

/// The beginning of a file.
fn head(path: &Path) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    let file = File::open(path).ok().filter(|file| file.metadata().is_ok_and(|about| about.is_file()))?;
    file.take(HEAD).read_to_end(&mut head).ok()?;
    Some(head)
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
