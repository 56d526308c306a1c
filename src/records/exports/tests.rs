//! Exports of every kind: what is counted, that no word gets out, and what happens with broken files.

use std::collections::{HashMap, HashSet};
use std::io::Cursor;

use jiff::tz::TimeZone;

use super::*;
use crate::value::DayAndMonth;

mod broken;
mod fixtures;
mod kinds;

use fixtures::{CHATLAB, CHATLAB_LINES, DISCORD, DISCOURSE, SECRETS, TELEGRAM, WECOM, WHATSAPP};

fn run() -> ExportRun {
    let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
    ExportRun::new(ExportOptions { zone, date_order: None, aliases: HashMap::new(), team: HashSet::new() })
}

/// Reads bytes in a run; hands back the events, and how it ended.
fn read_in(run: &mut ExportRun, bytes: impl AsRef<[u8]>) -> (Vec<ExportEvent>, Result<ExportKind, ExportError>) {
    let mut events = Vec::new();
    let end = read_export(Cursor::new(bytes.as_ref()), run, &mut |event| events.push(event));
    (events, end)
}

fn read(bytes: impl AsRef<[u8]>) -> (Vec<ExportEvent>, ExportRun) {
    let mut run = run();
    let (events, end) = read_in(&mut run, bytes);
    end.expect("a readable export");
    (events, run)
}

fn messages(events: &[ExportEvent]) -> Vec<PassingMessage> {
    let message = |event: &ExportEvent| if let ExportEvent::Message(message) = event { Some(*message) } else { None };
    events.iter().filter_map(message).collect()
}
