//! An example for each kind of export: how its records become the view `messages`.

use super::request::{SqlEngine, SqlRequest};
use crate::language::Text;

/// One kind of export, loaded into a table of its own with its own names.
struct Adapter {
    kind: &'static str,
    table: &'static str,
    member: &'static str,
    channel: &'static str,
    message: &'static str,
    /// A moment, or what becomes one.
    moment: &'static str,
    is_bot: &'static str,
    /// The message that is answered.
    reply: &'static str,
    /// What is speech.
    speech: &'static str,
}

#[rustfmt::skip]
const ADAPTERS: [Adapter; 7] = [
    Adapter { kind: "ChatLab", table: "chatlab_messages", member: "sender", channel: "'chat'", message: "message_id", moment: "epoch(timestamp)", is_bot: "FALSE", reply: "reply_to_message_id", speech: "type < 80" },
    Adapter { kind: "Discord (DiscordChatExporter)", table: "discord_messages", member: "author_id", channel: "channel_id", message: "id", moment: "timestamp", is_bot: "author_is_bot", reply: "reference_message_id", speech: "type IN ('Default', 'Reply')" },
    Adapter { kind: "Telegram Desktop", table: "telegram_messages", member: "from_id", channel: "chat_id", message: "id", moment: "epoch(date_unixtime)", is_bot: "FALSE", reply: "reply_to_message_id", speech: "type = 'message'" },
    Adapter { kind: "Slack", table: "slack_messages", member: "user_id", channel: "channel", message: "ts", moment: "epoch(ts)", is_bot: "bot_id IS NOT NULL", reply: "CASE WHEN thread_ts <> ts THEN thread_ts END", speech: "COALESCE(subtype, '') IN ('', 'thread_broadcast', 'file_share', 'me_message')" },
    Adapter { kind: "WhatsApp", table: "whatsapp_lines", member: "author", channel: "'chat'", message: "line", moment: "sent_at", is_bot: "FALSE", reply: "NULL", speech: "author IS NOT NULL" },
    Adapter { kind: "Discourse", table: "posts", member: "user_id", channel: "category_id", message: "id", moment: "created_at", is_bot: "user_id < 0", reply: "reply_to_post_id", speech: "post_type = 1" },
    Adapter { kind: "CSV", table: "chat_table", member: "author", channel: "channel", message: "id", moment: "time", is_bot: "FALSE", reply: "reply_to", speech: "TRUE" },
];

/// The examples as comments.
pub(super) fn adapters(request: &SqlRequest<'_>) -> String {
    let head = Text::new(
        "-- 各种导出怎么变成 messages（选一种，去掉注释）；企业微信的群统计只有每天的合计，直接用 qun record --from：\n",
        "-- How an export becomes messages (choose one and uncomment it); WeCom's statistics are totals a day: qun record --from takes them directly:\n",
    );
    let one = |adapter: &Adapter| {
        let Adapter { kind, table, member, channel, message, is_bot, reply, speech, .. } = adapter;
        let moment = moment(adapter.moment, request.engine);
        let (day, second) = (request.engine.local_day(&moment, request.zone), request.engine.second(&moment));
        format!(
            "-- {kind}\n-- CREATE VIEW messages AS SELECT {member} AS member_id, {channel} AS channel_id, {message} AS message_id,\n\
             --   {day} AS day, {second} AS second, {reply} AS replies_to, {is_bot} AS is_bot FROM {table} WHERE {speech};\n"
        )
    };
    std::iter::once(head.get(request.language).to_owned()).chain(ADAPTERS.iter().map(one)).collect()
}

/// A moment, from seconds since 1970 where the export has them.
fn moment(field: &str, engine: SqlEngine) -> String {
    let Some(seconds) = field.strip_prefix("epoch(").and_then(|rest| rest.strip_suffix(')')) else {
        return field.to_owned();
    };
    match engine {
        SqlEngine::DuckDb | SqlEngine::Postgres => format!("to_timestamp(CAST({seconds} AS DOUBLE PRECISION))"),
        SqlEngine::ClickHouse => format!("toDateTime(toInt64(toFloat64({seconds})))"),
        SqlEngine::Spark => format!("timestamp_seconds(CAST({seconds} AS DOUBLE))"),
    }
}
