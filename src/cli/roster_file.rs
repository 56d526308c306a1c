//! The roster beside a plan: `community.roster.csv` beside `community.toml`.

use std::path::{Path, PathBuf};

use super::failure::{Failure, Message};
use super::files;
use crate::finding::{Finding, PlacePart};
use crate::language::{Language, Text};
use crate::render::clean;
use crate::roster::{Roster, RosterReading, read_roster};
use crate::source::Positions;

/// What a roster's name ends with.
const SUFFIX: &str = ".roster.csv";

/// Where the roster of a plan is; none for standard input.
pub(crate) fn path_of(plan: &Path) -> Option<PathBuf> {
    let stem = plan.file_stem().filter(|_| plan.as_os_str() != "-")?.to_str()?;
    Some(plan.with_file_name(format!("{stem}{SUFFIX}")))
}

/// Whether a path is that of a roster.
pub(crate) fn is_roster(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(SUFFIX))
}

/// The roster of a plan, as text and as it was read; none where nothing was published.
pub(crate) fn read(plan: &Path, language: Language) -> Result<Option<(PathBuf, String, RosterReading)>, Failure> {
    let Some(path) = path_of(plan).filter(|path| path.is_file()) else { return Ok(None) };
    let text = files::read(&path, language)?;
    let reading = read_roster(&text);
    Ok(Some((path, text, reading)))
}

/// The roster of a plan; one with errors is refused with the first of them.
pub(crate) fn open(plan: &Path, language: Language) -> Result<Roster, Failure> {
    let Some((path, text, reading)) = read(plan, language)? else { return Ok(Roster::default()) };
    let Some(first) = reading.findings.first() else { return Ok(reading.roster) };
    let what = Text::new("定稿表里有 {n} 处错误，先改好才能用", "the roster has {n|error|errors} to fix first");
    let more = Text::new("用 qun lint 看全部和怎么改", "qun lint shows all of them and how to fix them");
    let place = format!("{}:{}", clean(&path.display().to_string()), place(first, &text));
    let (first, count) = (first.clone(), reading.findings.len());
    Err(Failure::at(&path, Message::of(what, [("n", &count)]))
        .note(Message::new(move |language| format!("{place}: {}", clean(&first.message(language)))))
        .hint(more))
}

/// `3:42`
fn place(finding: &Finding, text: &str) -> String {
    let start = if let PlacePart::Bytes(bytes) = &finding.place.part { bytes.start } else { 0 };
    let at = Positions::new(text).at(start);
    format!("{}:{}", at.line, at.column)
}
