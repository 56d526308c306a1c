//! Any table with named columns: time, author, channel. Discourse's exports are such tables.
//!
//! Only these columns, and those of ids and replies, are looked at: mail and network addresses stay where they are.

use std::io::{BufReader, Read, Seek, SeekFrom};

use csv::{ByteRecord, ReaderBuilder};

use super::digest::digest;
use super::error::ExportError;
use super::event::{ExportEvent, PassingMessage};
use super::local_time::LocalTime;
use super::run::ExportRun;
use crate::language::Text;
use crate::roster::cells::separator_of;
use crate::value::DayAndMonth;

#[rustfmt::skip]
const TIME: &[&str] = &[
    "time", "timestamp", "date", "datetime", "created_at", "created at", "posted_at", "sent_at", "时间", "发送时间", "日期", "发言时间", "创建时间",
];
#[rustfmt::skip]
const AUTHOR: &[&str] = &[
    "user_id", "author_id", "author", "user", "username", "sender", "from", "member", "发送人", "发言人", "成员", "用户", "作者", "昵称", "姓名",
];
#[rustfmt::skip]
const CHANNEL: &[&str] = &["channel", "channel_id", "group", "room", "category_id", "category", "群", "群名", "频道", "群聊", "板块"];
const ID: &[&str] = &["id", "post_id", "message_id", "消息编号", "编号"];
const REPLY: &[&str] = &["reply_to", "reply_to_id", "reply_to_post_id", "in_reply_to", "回复"];

/// Where what matters is.
#[derive(Debug, Clone, Copy)]
struct ColumnPlaces {
    time: usize,
    author: usize,
    channel: Option<usize>,
    id: Option<usize>,
    reply: Option<usize>,
}

/// Whether the first line of a text names a time or an author.
pub(super) fn is_named(head: &str) -> bool {
    let names = names(head);
    [TIME, AUTHOR].iter().any(|words| place(&names, words).is_some()) && names.len() > 1
}

/// Whether columns of these names, in lower case, have both: a time and an author.
pub(super) fn names_messages(names: &[String]) -> bool {
    [TIME, AUTHOR].iter().all(|words| place(names, words).is_some())
}

fn names(head: &str) -> Vec<String> {
    let separator = separator_of(head);
    let first = head.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    first.split(separator).map(|name| name.trim().trim_matches('"').to_lowercase()).collect()
}

/// The column of the first of these words that names one.
fn place(names: &[String], words: &[&str]) -> Option<usize> {
    words.iter().find_map(|word| names.iter().position(|name| name == word))
}

/// Reads a table.
pub(super) fn read(
    mut input: impl Read + Seek,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) -> Result<(), ExportError> {
    let mut head = Vec::new();
    input.by_ref().take(1 << 16).read_to_end(&mut head)?;
    let head = String::from_utf8_lossy(&head).into_owned();
    let names = names(&head);
    let missing = |zh, en| ExportError::MissingColumn(Text::new(zh, en));
    let places = ColumnPlaces {
        time: place(&names, TIME).ok_or_else(|| missing("时间", "the time"))?,
        author: place(&names, AUTHOR).ok_or_else(|| missing("发送人", "the author"))?,
        channel: place(&names, CHANNEL),
        id: place(&names, ID),
        reply: place(&names, REPLY),
    };
    let separator = separator_of(&head) as u8;
    let order = match run.options.date_order {
        Some(order) => Some(order),
        None => order_of(&mut input, separator, places.time)?,
    };
    each_row(&mut input, separator, &mut |row| take(row, places, order, run, found))
}

/// The order of day and month: none where no date needs it, an error where it cannot be known.
fn order_of(input: &mut (impl Read + Seek), separator: u8, time: usize) -> Result<Option<DayAndMonth>, ExportError> {
    let (mut order, mut is_needed) = (None, false);
    each_row(input, separator, &mut |row| {
        if let Some(time) = cell(row, Some(time)).and_then(LocalTime::of) {
            is_needed |= time.needs_order();
            order = order.or(time.order());
        }
    })?;
    if is_needed && order.is_none() { Err(ExportError::AmbiguousDates) } else { Ok(order) }
}

fn each_row(
    input: &mut (impl Read + Seek),
    separator: u8,
    found: &mut dyn FnMut(&ByteRecord),
) -> Result<(), ExportError> {
    input.seek(SeekFrom::Start(0))?;
    let input = BufReader::with_capacity(1 << 16, input);
    let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(input);
    let mut row = ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut row) {
            Ok(true) => found(&row),
            Ok(false) => return Ok(()),
            Err(error) => {
                let line =
                    error.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(usize::MAX));
                return Err(match error.into_kind() {
                    csv::ErrorKind::Io(error) => ExportError::Input(error),
                    _ => ExportError::Malformed(line),
                });
            }
        }
    }
}

/// What a cell says; none where it is empty, no UTF-8, or a formula.
fn cell(row: &ByteRecord, at: Option<usize>) -> Option<&str> {
    let text = std::str::from_utf8(row.get(at?)?).ok()?.trim();
    (!text.is_empty() && !text.starts_with('=')).then_some(text)
}

fn take(
    row: &ByteRecord,
    places: ColumnPlaces,
    order: Option<DayAndMonth>,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) {
    let channel = run.channel(cell(row, places.channel).unwrap_or_default());
    let id = run.message_id(channel, cell(row, places.id));
    let time = cell(row, Some(places.time)).and_then(LocalTime::of);
    let Some(second) = time.and_then(|time| time.second(order, &run.options.zone)) else {
        run.coverage.without_time += 1;
        return;
    };
    let Some(author) = cell(row, Some(places.author)) else {
        // a name in another encoding is no empty one
        let is_empty = row.get(places.author).is_none_or(|cell| cell.trim_ascii().is_empty());
        let count = if is_empty { &mut run.coverage.without_author } else { &mut run.coverage.unreadable };
        *count += 1;
        return;
    };
    let member = run.person(author);
    let replies_to = cell(row, places.reply).map(|id| digest(&(channel, id)));
    run.message(PassingMessage { channel, member, second, id, replies_to }, found);
}
