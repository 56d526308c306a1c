//! Small exports, written by hand after the documentation of each format; what may not get out is planted in all of them.

/// A text, a name, a mail address, a network address.
pub(super) const SECRETS: [&str; 4] = ["geheim-text", "Rosa Planted", "rosa@example.org", "203.0.113.77"];

pub(super) const CHATLAB: &str = r#"{
 "chatlab": {"version": "0.0.1", "exportedAt": 1704440000},
 "meta": {"name": "Rosa Planted", "platform": "wechat", "type": "group", "groupId": "g1"},
 "members": [{"platformId": "u1", "accountName": "Rosa Planted", "aliases": ["rosa@example.org"]}],
 "messages": [
  {"sender": "u1", "accountName": "Rosa Planted", "timestamp": 1704439200, "type": 0, "content": "geheim-text 203.0.113.77", "platformMessageId": "m1"},
  {"sender": "u2", "accountName": "B", "timestamp": 1704439260, "type": 25, "content": "x", "platformMessageId": "m2", "replyToMessageId": "m1"},
  {"sender": "u2", "accountName": "B", "timestamp": 1704439260, "type": 25, "content": "x", "platformMessageId": "m2", "replyToMessageId": "m1"},
  {"sender": "u1", "timestamp": 1704439270, "type": 81, "content": null},
  {"sender": "system", "timestamp": 1704439280, "type": 80, "content": "Rosa Planted joined"},
  {"sender": "", "timestamp": 1704439290, "type": 0, "content": "?"}
 ]}"#;

pub(super) const CHATLAB_LINES: &str = r#"{"_type":"header","chatlab":{"version":"0.0.1"},"meta":{"name":"Rosa Planted","groupId":"g1"}}
{"_type":"member","platformId":"u1","accountName":"Rosa Planted"}
{"_type":"message","sender":"u1","accountName":"Rosa Planted","timestamp":1704439200,"type":0,"content":"geheim-text rosa@example.org 203.0.113.77","platformMessageId":"m1"}
{"_type":"message","sender":"u2","timestamp":1704439260,"type":25,"content":"x","platformMessageId":"m2","replyToMessageId":"m1"}
"#;

pub(super) const DISCORD: &str = r#"{
 "guild": {"id": "1", "name": "Rosa Planted"},
 "channel": {"id": "22", "type": "GuildTextChat", "name": "general", "topic": "geheim-text"},
 "dateRange": {"after": null, "before": null}, "exportedAt": "2024-01-06T00:00:00+00:00",
 "messages": [
  {"id": "100", "type": "Default", "timestamp": "2024-01-05T07:20:00+00:00", "timestampEdited": "2024-01-05T07:21:00+00:00", "content": "geheim-text rosa@example.org",
   "author": {"id": "7", "name": "Rosa Planted", "isBot": false},
   "reactions": [{"emoji": {"name": "x"}, "count": 2, "users": [{"id": "8", "name": "C", "isBot": false}, {"id": "9", "name": "bot", "isBot": true}]}]},
  {"id": "101", "type": "Reply", "timestamp": "2024-01-05T07:25:00.5+00:00", "content": "203.0.113.77", "author": {"id": "8", "name": "C", "isBot": false}, "reference": {"messageId": "100", "channelId": "22", "guildId": "1"}},
  {"id": "102", "type": "Default", "timestamp": "2024-01-05T07:26:00+00:00", "content": "b", "author": {"id": "9", "name": "bot", "isBot": true}},
  {"id": "103", "type": "GuildMemberJoin", "timestamp": "2024-01-05T07:27:00+00:00", "content": "Joined", "author": {"id": "10", "name": "D", "isBot": false}},
  {"id": "104", "type": "ChannelPinnedMessage", "timestamp": "2024-01-05T07:28:00+00:00", "content": "Pinned", "author": {"id": "7", "name": "Rosa Planted", "isBot": false}},
  {"id": "105", "type": "Default", "timestamp": "2024-01-05T07:29:00+00:00", "content": "gone", "author": {"id": "456226577798135808", "name": "Deleted User", "isBot": false}}
 ], "messageCount": 6}"#;

pub(super) const TELEGRAM: &str = r#"{
 "name": "Rosa Planted", "type": "private_supergroup", "id": 55,
 "messages": [
  {"id": 1, "type": "service", "date": "2024-01-05T15:00:00", "date_unixtime": "1704438000", "actor": "Rosa Planted", "actor_id": "user7", "action": "invite_members", "members": ["B", "C"]},
  {"id": 2, "type": "message", "date": "2024-01-05T15:20:00", "date_unixtime": "1704439200", "from": "Rosa Planted", "from_id": "user7", "text": ["geheim-text ", {"type": "email", "text": "rosa@example.org"}, " 203.0.113.77"]},
  {"id": 3, "type": "message", "date_unixtime": "1704439230", "from": "B", "from_id": "user8", "reply_to_message_id": 2, "text": "ok"},
  {"id": 4, "type": "message", "date_unixtime": "1704439240", "from": null, "from_id": "user9", "text": "gone"},
  {"id": 5, "type": "service", "date_unixtime": "1704439250", "actor": "D", "actor_id": "user10", "action": "join_group_by_link", "inviter": "Rosa Planted"},
  {"id": 6, "type": "service", "date_unixtime": "1704439260", "actor": "D", "actor_id": "user10", "action": "pin_message"}
 ]}"#;

pub(super) const WECOM: &str = r#"{"errcode": 0, "errmsg": "ok", "items": [
 {"stat_time": 1704384000, "data": {"new_chat_cnt": 2, "chat_total": 2, "new_member_cnt": 3, "member_total": 60, "member_has_msg": 40, "msg_total": 400}},
 {"stat_time": 1704470400, "data": {"new_member_cnt": 1, "member_total": 61}},
 {"stat_time": 1704556800, "data": {"new_member_cnt": -1, "member_total": 60}},
 {"owner": "Rosa Planted", "data": {"new_member_cnt": 1, "member_total": 61}}]}"#;

pub(super) const WHATSAPP: &str = "\u{200e}[05.01.24, 15:20:00] Rosa Planted: geheim-text\nrosa@example.org: 203.0.113.77\n\
[05.01.24, 15:21:00] ~\u{202f}B: ok\n[05.01.24, 15:22:00] Rosa Planted created group \u{201c}x: y\u{201d}\n";

pub(super) const DISCOURSE: &str = "id,user_id,username,email,ip_address,topic_id,created_at,raw,reply_to_post_id,category_id\n\
1,7,Rosa Planted,rosa@example.org,203.0.113.77,3,2024-01-05 07:20:00 UTC,\"geheim-text,\nmore\",,4\n\
2,8,B,b@example.org,203.0.113.78,3,2024-01-05 07:25:00 UTC,x,1,4\n\
3,,,,,3,2024-01-05 07:26:00 UTC,x,,4\n\
4,=cmd(),x,,,3,soon,x,,4\n";
