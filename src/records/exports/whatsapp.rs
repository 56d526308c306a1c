//! WhatsApp's text export. Its lines differ by phone and language: `[01.02.24, 15:20:00] Name: …`, `2/1/24, 3:20 PM - Name: …`.
//!
//! A line that does not begin with a moment goes on with the message before it. Which of day and month comes first is decided
//! by a day over 12 anywhere in the file; where there is none, it is asked. Notices have no name before a colon.

use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

use super::error::ExportError;
use super::event::{ExportEvent, PassingMessage};
use super::local_time::LocalTime;
use super::run::ExportRun;
use crate::value::DayAndMonth;

/// So much of each line is looked at: the moment and the name are in front.
const LOOKED_AT: u64 = 1 << 10;

/// Reads a chat.
pub(super) fn read(
    mut input: impl Read + Seek,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) -> Result<(), ExportError> {
    let order = match run.options.date_order {
        Some(order) => Some(order),
        None => order_of(&mut input)?,
    };
    input.seek(SeekFrom::Start(0))?;
    let channel = run.channel("");
    let zone = run.options.zone.clone();
    each_line(&mut input, &mut |line| {
        let Some((time, rest)) = beginning(line) else { return };
        let id = run.message_id(channel, None);
        let Some(second) = time.second(order, &zone) else {
            run.coverage.without_time += 1;
            return;
        };
        let Some(name) = name(rest) else { return run.coverage.other_kind("system") };
        let member = run.person(name);
        run.message(PassingMessage { channel, member, second, id, replies_to: None }, found);
    })
}

/// The order of day and month: none where no date needs it, an error where it cannot be known.
fn order_of(input: &mut (impl Read + Seek)) -> Result<Option<DayAndMonth>, ExportError> {
    let (mut order, mut is_needed) = (None, false);
    each_line(input, &mut |line| {
        if let Some((time, _)) = beginning(line) {
            is_needed |= time.needs_order();
            order = order.or(time.order());
        }
    })?;
    if is_needed && order.is_none() { Err(ExportError::AmbiguousDates) } else { Ok(order) }
}

/// The moment with which a message begins, and what follows; none on other lines.
pub(super) fn beginning(line: &str) -> Option<(LocalTime, &str)> {
    let line = line.trim_start_matches(['\u{200e}', '\u{200f}', '\u{feff}']);
    let (moment, rest) = match line.strip_prefix('[') {
        Some(inside) => inside.split_once(']')?,
        None => line.split_once(" - ")?,
    };
    let has_time = moment.contains(':') && moment.len() < 40;
    let time = has_time.then(|| LocalTime::of(moment))??;
    matches!(time, LocalTime::Written { .. }).then_some((time, rest))
}

/// The name before the colon; none of a notice, in which a colon comes only after a quote.
fn name(rest: &str) -> Option<&str> {
    let (name, _) = rest.split_once(':')?;
    let name = name.trim_matches(|c: char| {
        c.is_whitespace() || ['\u{200e}', '\u{200f}', '~', '\u{202a}', '\u{202c}'].contains(&c)
    });
    (!name.is_empty() && !name.contains(['"', '“', '"'])).then_some(name)
}

/// Hands on the beginning of each line, however long it is.
fn each_line(input: &mut impl Read, found: &mut dyn FnMut(&str)) -> Result<(), ExportError> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let (mut bytes, mut number) = (Vec::new(), 0);
    loop {
        bytes.clear();
        let taken = input.by_ref().take(LOOKED_AT).read_until(b'\n', &mut bytes)?;
        if taken == 0 {
            return Ok(());
        }
        number += 1;
        let is_cut = bytes.last() != Some(&b'\n');
        if is_cut {
            input.skip_until(b'\n')?;
        }
        let text = match std::str::from_utf8(&bytes) {
            Ok(text) => text,
            // a character may have been cut in two
            Err(error) if is_cut && error.error_len().is_none() => {
                std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(_) => return Err(ExportError::NotUtf8(number)),
        };
        found(text.trim_end_matches(['\n', '\r']));
    }
}
