//! Exports of platforms, read as streams of events.
//!
//! Texts, names, addresses and mail are skipped where they are; a person is known by a number that means nothing after the run.
//! What is covered is counted: which days, how many channels and people, and which kinds of records were not known. Memory
//! grows with people and days, not with messages. Must not keep or hand on a text or a name.

mod chatlab;
mod coverage;
mod day_clock;
mod detect;
mod digest;
mod discord;
mod error;
mod event;
mod json_lists;
mod local_time;
mod named_columns;
mod run;
mod slack;
mod telegram;
mod wecom;
mod whatsapp;
mod workbook;

use std::io::{Read, Seek, SeekFrom};

pub use coverage::ExportCoverage;
pub use day_clock::DayClock;
pub use detect::{ExportKind, detect};
pub use digest::{AlreadyHashed, DigestMap, DigestSet};
pub use error::ExportError;
pub use event::{ExportEvent, PassingMessage};
pub use run::{ExportOptions, ExportRun, handle};
pub use slack::{ExportFolder, read_folder};
pub use workbook::{has_messages, is_workbook, workbook_text};

/// Reads one export into events, whatever kind it is, and hands on which kind that was. A run takes several, one after the
/// other: people and duplicates are recognised across them.
pub fn read_export(
    mut input: impl Read + Seek,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) -> Result<ExportKind, ExportError> {
    let kind = detect(&mut input)?;
    input.seek(SeekFrom::Start(0))?;
    run.begin();
    match kind {
        ExportKind::ChatLab => chatlab::read(input, run, found),
        ExportKind::ChatLabLines => chatlab::read_lines(input, run, found),
        ExportKind::Discord => discord::read(input, run, found),
        ExportKind::Telegram => telegram::read(input, run, found),
        ExportKind::WeCom => wecom::read(input, run, found),
        ExportKind::SlackZip => slack::read_zip(input, run, found),
        ExportKind::WhatsApp => whatsapp::read(input, run, found),
        ExportKind::NamedColumns => named_columns::read(input, run, found),
    }?;
    Ok(kind)
}

#[cfg(test)]
mod tests;
