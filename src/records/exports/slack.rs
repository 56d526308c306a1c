//! Slack's export: a zip archive or a folder with users.json, channels.json, and a file a day in a folder a channel.
//!
//! Messages of people have a user, no bot, and no subtype but a few; `message_changed` and `message_deleted` are records about
//! others. Private conversations (folders that channels.json does not list) are not opened.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::io::{Read, Seek, SeekFrom};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use zip::ZipArchive;

use super::digest::digest;
use super::error::ExportError;
use super::event::{ExportEvent, PassingMessage};
use super::json_lists::{Id, JsonReader};
use super::run::{ExportRun, handle};

/// No archive has more files than this.
const MOST_FILES: usize = 500_000;

/// An archive may unpack to so many times its size, or to so many bytes where it is small.
const MOST_UNPACKED: (u64, u64) = (100, 64 << 20);

/// What speech is, besides messages without a subtype.
const SPEECH: [&str; 3] = ["thread_broadcast", "file_share", "me_message"];

/// A folder of files, packed or not.
pub trait ExportFolder {
    /// The names of its files, with `/` between folders.
    fn names(&self) -> Vec<String>;

    /// Opens one of them and hands its bytes on.
    fn open(
        &mut self,
        name: &str,
        take: &mut dyn FnMut(&mut dyn Read) -> Result<(), ExportError>,
    ) -> Result<(), ExportError>;
}

/// A zip archive, with what may still be unpacked.
struct Packed<R: Read + Seek> {
    archive: ZipArchive<R>,
    left: u64,
}

impl<R: Read + Seek> ExportFolder for Packed<R> {
    fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(Result::ok).map(Cow::into_owned).collect()
    }

    fn open(
        &mut self,
        name: &str,
        take: &mut dyn FnMut(&mut dyn Read) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let file = self.archive.by_name(name).map_err(|_| ExportError::Malformed(1))?;
        let mut limited = file.take(self.left.saturating_add(1));
        let taken = take(&mut limited);
        self.left = limited.limit().saturating_sub(1);
        if limited.limit() == 0 { Err(ExportError::UnsafeArchive) } else { taken }
    }
}

/// Reads an archive.
pub(super) fn read_zip(
    mut input: impl Read + Seek,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) -> Result<(), ExportError> {
    let size = input.seek(SeekFrom::End(0))?;
    input.seek(SeekFrom::Start(0))?;
    let archive = ZipArchive::new(input).map_err(|_| ExportError::Truncated(1))?;
    if archive.len() > MOST_FILES {
        return Err(ExportError::UnsafeArchive);
    }
    let left = size.saturating_mul(MOST_UNPACKED.0).max(MOST_UNPACKED.1);
    read_folder(&mut Packed { archive, left }, run, found)
}

#[derive(Deserialize)]
struct SlackUser {
    #[serde(default)]
    id: Id,
    #[serde(default)]
    name: Id,
    #[serde(default)]
    real_name: Id,
    #[serde(default)]
    is_bot: bool,
}

#[derive(Deserialize)]
struct SlackChannel {
    #[serde(default)]
    id: Id,
    #[serde(default)]
    name: Id,
}

#[derive(Deserialize)]
struct SlackRecord {
    #[serde(default)]
    subtype: Id,
    #[serde(default)]
    user: Id,
    #[serde(default)]
    bot_id: Id,
    #[serde(default)]
    ts: Id,
    #[serde(default)]
    thread_ts: Id,
    #[serde(default)]
    reactions: Vec<SlackReaction>,
}

#[derive(Deserialize)]
struct SlackReaction {
    #[serde(default)]
    users: Vec<Id>,
}

/// Reads a folder, channel by channel and day by day.
pub fn read_folder(
    folder: &mut dyn ExportFolder,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) -> Result<(), ExportError> {
    let mut names = folder.names();
    names.sort_unstable();
    let (mut bots, mut channels) = (HashSet::from(["USLACKBOT".to_owned()]), HashMap::new());
    let has = |name: &str| names.iter().any(|other| other == name);
    if !has("channels.json") {
        return Err(ExportError::UnknownKind);
    }
    let mut each_user = |user: SlackUser| {
        let is_of_team = [&user.name, &user.real_name].into_iter().any(|name| run.is_of_team(name.as_deref()));
        if let Some(id) = user.id.as_deref().filter(|_| is_of_team) {
            run.options.team.insert(handle(id));
        }
        if user.is_bot {
            bots.extend(user.id.0.map(String::from));
        }
    };
    if has("users.json") {
        folder.open("users.json", &mut |input| list(input, &mut each_user))?;
    }
    let mut each_channel = |channel: SlackChannel| {
        if let (Some(id), Some(name)) = (channel.id.0, channel.name.0) {
            channels.insert(String::from(name), id);
        }
    };
    folder.open("channels.json", &mut |input| list(input, &mut each_channel))?;
    let mut private: HashSet<&str> = HashSet::new();
    for name in &names {
        let Some((channel, file)) = name.split_once('/') else { continue };
        let Some(id) = channels.get(channel) else {
            private.insert(channel);
            continue;
        };
        if !file.ends_with(".json") || file.contains("..") {
            continue;
        }
        let channel = run.channel(id);
        folder.open(name, &mut |input| list(input, &mut |record| take(&record, channel, &bots, run, found)))?;
    }
    run.coverage.private += private.len() as u64;
    Ok(())
}

fn list<T: DeserializeOwned>(input: &mut dyn Read, found: &mut dyn FnMut(T)) -> Result<(), ExportError> {
    let mut json = JsonReader::new(input);
    json.each(found)?;
    json.end()
}

fn take(
    record: &SlackRecord,
    channel: u32,
    bots: &HashSet<String>,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) {
    let id = run.message_id(channel, record.ts.as_deref());
    let seconds = record.ts.as_deref().and_then(|ts| ts.split('.').next());
    let Some(second) = seconds.and_then(|seconds| seconds.parse::<i64>().ok()) else {
        run.coverage.without_time += 1;
        return;
    };
    let subtype = record.subtype.as_deref().unwrap_or_default();
    if record.bot_id.as_deref().is_some() || record.user.as_deref().is_some_and(|user| bots.contains(user)) {
        run.coverage.bots += 1;
        return;
    }
    let is_speech = subtype.is_empty() || SPEECH.contains(&subtype);
    let Some(user) = record.user.as_deref() else {
        if is_speech {
            run.coverage.without_author += 1
        } else {
            run.coverage.other_kind(subtype)
        }
        return;
    };
    let member = run.person(user);
    match subtype {
        "channel_join" => return run.member_event(ExportEvent::Joined { channel, member, second }, found),
        "channel_leave" => return run.member_event(ExportEvent::Left { channel, member, second }, found),
        _ if !is_speech => return run.coverage.other_kind(subtype),
        _ => {}
    }
    let root = record.thread_ts.as_deref().filter(|root| Some(*root) != record.ts.as_deref());
    let replies_to = root.map(|root| digest(&(channel, root)));
    if !run.message(PassingMessage { channel, member, second, id, replies_to }, found) {
        return;
    }
    for user in record.reactions.iter().flat_map(|reaction| &reaction.users).filter_map(Id::as_deref) {
        let member = run.person(user);
        found(ExportEvent::Reaction { channel, member, second });
    }
}
