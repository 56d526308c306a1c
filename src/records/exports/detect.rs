//! Which kind of export a file is, by what it holds: names of files are as people left them.

use std::io::Read;

use super::error::ExportError;
use super::{named_columns, whatsapp};
use crate::language::Text;

/// So many bytes are looked at.
const HEAD: u64 = 1 << 16;

/// The kinds of exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportKind {
    /// ChatLab's exchange format as one document.
    ChatLab,
    /// The same as lines.
    ChatLabLines,
    /// DiscordChatExporter's JSON.
    Discord,
    /// Telegram Desktop's JSON.
    Telegram,
    /// WeCom's statistics by day.
    WeCom,
    /// A Slack export as a zip archive.
    SlackZip,
    /// WhatsApp's text.
    WhatsApp,
    /// A table with named columns.
    NamedColumns,
}

impl ExportKind {
    /// What it is called.
    pub const fn name(self) -> Text {
        match self {
            Self::ChatLab => Text::new("ChatLab（JSON）", "ChatLab (JSON)"),
            Self::ChatLabLines => Text::new("ChatLab（JSONL）", "ChatLab (JSONL)"),
            Self::Discord => Text::new("Discord（DiscordChatExporter）", "Discord (DiscordChatExporter)"),
            Self::Telegram => Text::new("Telegram Desktop", "Telegram Desktop"),
            Self::WeCom => Text::new("企业微信群统计", "WeCom group statistics"),
            Self::SlackZip => Text::new("Slack 导出包", "Slack export"),
            Self::WhatsApp => Text::new("WhatsApp 聊天记录", "WhatsApp chat"),
            Self::NamedColumns => Text::new("带列名的表格", "table with named columns"),
        }
    }
}

/// Finds out which kind a stream is; its beginning is read.
pub fn detect(input: &mut impl Read) -> Result<ExportKind, ExportError> {
    let mut head = Vec::new();
    input.take(HEAD).read_to_end(&mut head)?;
    if head.starts_with(b"PK\x03\x04") {
        return Ok(ExportKind::SlackZip);
    }
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        return Err(ExportError::NotUtf8(1));
    }
    let text = String::from_utf8_lossy(&head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let has = |key: &str| text.contains(&format!("\"{key}\""));
    if text.starts_with('{') {
        let first_line = text.lines().next().unwrap_or_default();
        return match () {
            () if first_line.contains("\"_type\"") => Ok(ExportKind::ChatLabLines),
            () if has("chatlab") => Ok(ExportKind::ChatLab),
            () if has("guild") && has("channel") => Ok(ExportKind::Discord),
            () if has("stat_time") || (has("errcode") && has("items")) => Ok(ExportKind::WeCom),
            () if has("date_unixtime") || (has("chats") && has("list")) || (has("messages") && has("type")) => {
                Ok(ExportKind::Telegram)
            }
            () => Err(ExportError::UnknownKind),
        };
    }
    if text.lines().take(20).any(|line| whatsapp::beginning(line).is_some()) {
        return Ok(ExportKind::WhatsApp);
    }
    if named_columns::is_named(text) {
        return Ok(ExportKind::NamedColumns);
    }
    Err(match std::str::from_utf8(&head) {
        // a header in another encoding names no column; a character that the end of the head cuts is no mistake
        Err(error) if error.error_len().is_some() => {
            let before = head[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n');
            ExportError::NotUtf8(before.count() + 1)
        }
        _ => ExportError::UnknownKind,
    })
}
