//! ChatLab's exchange format 0.0.1, as one JSON document or as lines: the way in for WeChat and QQ.
//!
//! Kinds of 80 and over are no speech; 81 was recalled. Encrypted databases are never read.

use std::io::Read;

use serde::Deserialize;

use super::digest::digest;
use super::error::ExportError;
use super::event::{ExportEvent, PassingMessage};
use super::json_lists::{Id, JsonReader, Members, read_document};
use super::run::ExportRun;

/// What is read of a message, or of a line of the other form; all else is skipped unread.
#[derive(Deserialize)]
struct ChatLabMessage {
    #[serde(rename = "_type", default)]
    line: Id,
    meta: Option<ChatLabMeta>,
    #[serde(default)]
    sender: Id,
    #[serde(rename = "accountName", default)]
    name: Id,
    timestamp: Option<i64>,
    #[serde(rename = "type", default)]
    kind: u16,
    #[serde(rename = "platformMessageId", default)]
    id: Id,
    #[serde(rename = "replyToMessageId", default)]
    reply_to: Id,
}

#[derive(Deserialize)]
struct ChatLabMeta {
    #[serde(default)]
    name: Id,
    #[serde(rename = "groupId", default)]
    group: Id,
}

impl ChatLabMeta {
    fn channel(&self) -> &str {
        self.group.as_deref().or_else(|| self.name.as_deref()).unwrap_or_default()
    }
}

/// Reads one JSON document.
pub(super) fn read(
    input: impl Read,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) -> Result<(), ExportError> {
    let channel = run.channel("");
    let mut document = ChatLabDocument { run, found, channel };
    read_document(input, &mut document)
}

struct ChatLabDocument<'r> {
    run: &'r mut ExportRun,
    found: &'r mut dyn FnMut(ExportEvent),
    channel: u32,
}

impl<R: Read> Members<R> for ChatLabDocument<'_> {
    fn member(&mut self, key: &str, json: &mut JsonReader<R>) -> Result<bool, ExportError> {
        match key {
            "meta" => self.channel = self.run.channel(json.value::<ChatLabMeta>()?.channel()),
            "messages" => {
                let Self { run, found, channel } = self;
                json.each(&mut |message| take(&message, *channel, run, *found))?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// Reads one JSON document a line.
pub(super) fn read_lines(
    input: impl Read,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) -> Result<(), ExportError> {
    let mut json = JsonReader::new(input);
    let mut channel = run.channel("");
    while json.peek()?.is_some() {
        let line: ChatLabMessage = json.value()?;
        match line.line.as_deref() {
            Some("header") => channel = run.channel(line.meta.as_ref().map_or("", ChatLabMeta::channel)),
            Some("message") => take(&line, channel, run, found),
            Some("member") => {}
            _ => run.coverage.unreadable += 1,
        }
    }
    Ok(())
}

fn take(message: &ChatLabMessage, channel: u32, run: &mut ExportRun, found: &mut dyn FnMut(ExportEvent)) {
    let id = run.message_id(channel, message.id.as_deref());
    let Some(second) = message.timestamp else {
        run.coverage.without_time += 1;
        return;
    };
    if message.kind >= 80 {
        run.coverage.other_kind(if message.kind == 81 { "recalled" } else { "system" });
        return;
    }
    let Some(sender) = message.sender.as_deref() else {
        run.coverage.without_author += 1;
        return;
    };
    let member = run.person_called(sender, message.name.as_deref());
    let replies_to = message.reply_to.as_deref().map(|id| digest(&(channel, id)));
    run.message(PassingMessage { channel, member, second, id, replies_to }, found);
}
