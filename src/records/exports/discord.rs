//! DiscordChatExporter's JSON.
//!
//! Bots are marked by `author.isBot`; joins and other notices are kinds of their own; replies name what they answer.

use std::io::Read;

use jiff::Timestamp;
use serde::Deserialize;

use super::digest::digest;
use super::error::ExportError;
use super::event::{ExportEvent, PassingMessage};
use super::json_lists::{Id, JsonReader, Members, read_document};
use super::run::ExportRun;

/// Who stands for all deleted accounts.
const DELETED: &str = "456226577798135808";

#[derive(Deserialize)]
struct DiscordMessage {
    #[serde(default)]
    id: Id,
    #[serde(rename = "type", default)]
    kind: Id,
    #[serde(default)]
    timestamp: Id,
    author: Option<DiscordAuthor>,
    reference: Option<DiscordReference>,
    #[serde(default)]
    reactions: Vec<DiscordReaction>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DiscordAuthor {
    #[serde(default)]
    id: Id,
    #[serde(default)]
    name: Id,
    #[serde(default)]
    is_bot: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DiscordReference {
    #[serde(default)]
    message_id: Id,
}

#[derive(Deserialize)]
struct DiscordReaction {
    #[serde(default)]
    users: Vec<DiscordAuthor>,
}

#[derive(Deserialize)]
struct DiscordChannel {
    #[serde(default)]
    id: Id,
}

/// Reads one channel.
pub(super) fn read(
    input: impl Read,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) -> Result<(), ExportError> {
    let mut document = DiscordDocument { run, found, channel: 0 };
    read_document(input, &mut document)
}

struct DiscordDocument<'r> {
    run: &'r mut ExportRun,
    found: &'r mut dyn FnMut(ExportEvent),
    channel: u32,
}

impl<R: Read> Members<R> for DiscordDocument<'_> {
    fn member(&mut self, key: &str, json: &mut JsonReader<R>) -> Result<bool, ExportError> {
        match key {
            "channel" => {
                let channel = json.value::<DiscordChannel>()?;
                self.channel = self.run.channel(channel.id.as_deref().unwrap_or_default());
            }
            "messages" => {
                let Self { run, found, channel } = self;
                json.each(&mut |message| take(&message, *channel, run, *found))?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn take(message: &DiscordMessage, channel: u32, run: &mut ExportRun, found: &mut dyn FnMut(ExportEvent)) {
    let id = run.message_id(channel, message.id.as_deref());
    let Some(second) =
        message.timestamp.as_deref().and_then(|text| text.parse::<Timestamp>().ok()).map(Timestamp::as_second)
    else {
        run.coverage.without_time += 1;
        return;
    };
    let author = message.author.as_ref().filter(|author| author.id.as_deref().is_some_and(|id| id != DELETED));
    let Some((author, name)) = author.and_then(|author| Some((author, author.id.as_deref()?))) else {
        run.coverage.without_author += 1;
        return;
    };
    if author.is_bot {
        run.coverage.bots += 1;
        return;
    }
    let kind = message.kind.as_deref().unwrap_or_default();
    let member = run.person_called(name, author.name.as_deref());
    match kind {
        "Default" | "Reply" | "0" | "19" => {}
        "GuildMemberJoin" | "7" => return run.member_event(ExportEvent::Joined { channel, member, second }, found),
        kind => return run.coverage.other_kind(kind),
    }
    let reference = message.reference.as_ref().and_then(|reference| reference.message_id.as_deref());
    let replies_to = reference.map(|id| digest(&(channel, id)));
    if !run.message(PassingMessage { channel, member, second, id, replies_to }, found) {
        return;
    }
    let users = message.reactions.iter().flat_map(|reaction| &reaction.users).filter(|user| !user.is_bot);
    for user in users.filter_map(|user| user.id.as_deref()) {
        let member = run.person(user);
        found(ExportEvent::Reaction { channel, member, second });
    }
}
