//! Telegram Desktop's `result.json`: one chat, or all of them.
//!
//! Service messages name people who were invited by name only: they are counted, and nobody is made of them.

use std::io::Read;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::digest::digest;
use super::error::ExportError;
use super::event::{ExportEvent, PassingMessage};
use super::json_lists::{Id, JsonReader, Members, read_document};
use super::run::ExportRun;

#[derive(Deserialize)]
struct TelegramMessage {
    #[serde(default)]
    id: Id,
    #[serde(rename = "type", default)]
    kind: Id,
    #[serde(default)]
    date_unixtime: Id,
    #[serde(default)]
    from: Id,
    #[serde(default)]
    from_id: Id,
    #[serde(default)]
    actor_id: Id,
    #[serde(default)]
    action: Id,
    #[serde(default)]
    reply_to_message_id: Id,
    #[serde(default)]
    members: Vec<IgnoredAny>,
}

/// Reads a document.
pub(super) fn read(
    input: impl Read,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) -> Result<(), ExportError> {
    let channel = run.channel("");
    let mut document = Chat { run, found, channel, is_private: false };
    read_document(input, &mut document)
}

/// One chat, or the document that holds several.
struct Chat<'r> {
    run: &'r mut ExportRun,
    found: &'r mut dyn FnMut(ExportEvent),
    channel: u32,
    is_private: bool,
}

impl<R: Read> Members<R> for Chat<'_> {
    fn member(&mut self, key: &str, json: &mut JsonReader<R>) -> Result<bool, ExportError> {
        match key {
            "chats" => json.object(self)?,
            "list" => json.list(&mut |json| {
                self.is_private = false;
                self.channel = self.run.channel("");
                json.object(self)
            })?,
            "id" | "name" => {
                if let Some(id) = json.value::<Id>()?.as_deref() {
                    self.channel = self.run.channel(id);
                }
            }
            "type" => {
                let kind = json.value::<Id>()?;
                // conversations of two are nobody's community
                self.is_private =
                    ["personal_chat", "bot_chat", "saved_messages"].contains(&kind.as_deref().unwrap_or_default());
            }
            "messages" if self.is_private => {
                self.run.coverage.private += 1;
                return Ok(false);
            }
            "messages" => {
                let Self { run, found, channel, .. } = self;
                json.each(&mut |message| take(&message, *channel, run, *found))?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn take(message: &TelegramMessage, channel: u32, run: &mut ExportRun, found: &mut dyn FnMut(ExportEvent)) {
    let id = run.message_id(channel, message.id.as_deref());
    let Some(second) = message.date_unixtime.as_deref().and_then(|text| text.parse::<i64>().ok()) else {
        run.coverage.without_time += 1;
        return;
    };
    if message.kind.as_deref() != Some("message") {
        return service(message, (channel, second), run, found);
    }
    // older exports have no ids, and a deleted account has neither
    let Some(author) =
        message.from_id.as_deref().filter(|_| message.from.0.is_some()).or_else(|| message.from.as_deref())
    else {
        run.coverage.without_author += 1;
        return;
    };
    let member = run.person_called(author, message.from.as_deref());
    let replies_to = message.reply_to_message_id.as_deref().map(|id| digest(&(channel, id)));
    run.message(PassingMessage { channel, member, second, id, replies_to }, found);
}

fn service(
    message: &TelegramMessage,
    (channel, second): (u32, i64),
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) {
    let action = message.action.as_deref().unwrap_or("service");
    match (action, message.actor_id.as_deref()) {
        ("join_group_by_link" | "join_group_by_request", Some(actor)) => {
            let member = run.person(actor);
            run.member_event(ExportEvent::Joined { channel, member, second }, found);
        }
        ("invite_members", _) => run.coverage.joins += message.members.len() as u64,
        ("remove_members", _) => run.coverage.leaves += message.members.len() as u64,
        (action, _) => run.coverage.other_kind(action),
    }
}
