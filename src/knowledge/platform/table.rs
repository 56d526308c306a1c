//! The limits of platforms, a row each.

use super::super::dated_fact::{Confidence, DatedFact};
use super::{Amount, LimitKind, Per, PlatformLimit, Scope};
use crate::language::Text;

use Amount::{AtMost, BySize, Condition, DaysOfMonth, Forbidden, OneOf};
use Confidence::{Conflicting, Primary, Secondary};
use Per::{Day, Days, Month, Once, Second};
use Scope::{Account, Channel, Member};

/// A source: where, as of when, how sure.
type Citation = (Text, &'static str, Confidence);

/// A page, by its address.
const fn at(address: &'static str) -> Text {
    Text::new(address, address)
}

const WECOM_SEND: Citation = (at("https://developer.work.weixin.qq.com/document/path/92135"), "2025-11-17", Primary);
const WECOM_COPIES: Citation = (
    Text::new(
        "公开的文档副本（页面 92135），与页面 96997 说法不一",
        "public copies of the documentation (page 92135); page 96997 differs",
    ),
    "2026-11",
    Conflicting,
);
const WECOM_REMIND: Citation = (at("https://developer.work.weixin.qq.com/document/path/96997"), "2025-07-11", Primary);
const WECOM_SIZE: Citation = (at("https://developer.work.weixin.qq.com/document/path/98429"), "2025-10-10", Primary);
const WECOM_OWNER: Citation = (
    Text::new(
        "https://developer.work.weixin.qq.com/document/path/95703 （存下的副本）",
        "https://developer.work.weixin.qq.com/document/path/95703 (a stored copy)",
    ),
    "2026-11",
    Primary,
);
const WEIXIN_SENDS: Citation =
    (Text::new("微信开发者文档，Batch_Sends", "Weixin developer documentation, Batch_Sends"), "2026-11", Primary);
const WECHAT_PAGES: Citation = (
    Text::new("几篇讲微信群的网页，都不是官方的", "several web pages about WeChat groups, none of them official"),
    "2026-11",
    Secondary,
);
const WECHAT_CODE: Citation = (
    Text::new("几篇讲微信群的网页，说法不一", "several web pages about WeChat groups; they disagree"),
    "2026-11",
    Conflicting,
);
const WECHAT_SECURITY: Citation = (
    Text::new(
        "微信安全中心 2024-03-26 的公告，据他人转述",
        "Weixin security centre, notice of 2024-03-26, as reported by others",
    ),
    "2024-03-26",
    Secondary,
);
const QQ_PAGES: Citation = (
    Text::new("几篇讲 QQ 群的网页，说法不一", "several web pages about QQ groups; they disagree"),
    "2026-11",
    Conflicting,
);
const QQ_BOT: Citation = (
    Text::new(
        "https://github.com/tencent-connect/bot-docs/issues/216 （存下的副本）",
        "https://github.com/tencent-connect/bot-docs/issues/216 (a stored copy)",
    ),
    "2026-11",
    Primary,
);
const DISCORD: Citation =
    (at("https://discord.com/developers/docs/resources/guild-scheduled-event"), "2026-11", Primary);
const DISCORD_SETS: Citation = (
    Text::new("各处从 Discord 文档里列出的那几组", "the sets as commonly listed from Discord's documentation"),
    "2026-11",
    Secondary,
);
const DISCORD_MESSAGES: Citation = (
    Text::new(
        "Discord API，Create Message，据各开发库里的常量",
        "Discord API, Create Message, as the constants of client libraries have it",
    ),
    "2026-11",
    Secondary,
);
const TELEGRAM: Citation = (
    Text::new("汇总 Telegram 上限的网页，都不是官方的", "web pages that list Telegram's limits, none of them official"),
    "2026-11",
    Secondary,
);
const SLACK: Citation =
    (Text::new("Slack API 文档，频率限制", "Slack API documentation, rate limits"), "2026-11", Primary);

/// One row: id, platform, what, how much, per, scope, source, the fact in Chinese and in English.
#[allow(clippy::too_many_arguments)]
const fn row(
    id: &'static str,
    platform: &'static str,
    what: LimitKind,
    value: Amount,
    (per, scope): (Per, Scope),
    (source, as_of, confidence): Citation,
    zh: &'static str,
    en: &'static str,
) -> PlatformLimit {
    let fact = DatedFact { id, text: Text::new(zh, en), source, as_of, confidence };
    PlatformLimit { fact, platform, what, value, per, scope }
}

/// All limits known here.
#[rustfmt::skip]
pub static LIMITS: &[PlatformLimit] = &[
    row("wecom/group-sends", "wecom-customer-group", LimitKind::Messages, DaysOfMonth, (Month, Channel), WECOM_SEND,
        "企业微信群发：每个客户群（或客户）当月可收到的次数等于当月天数；管理员可改为每周 7 次或每天 1 次；企业群发与成员群发合并计算。",
        "WeCom group sends: a customer group (or customer) can receive as many per month as the month has days. An administrator can change that to 7 a week or 1 a day. Sends by the company and by its staff count together."),
    row("wecom/send-to-one-customer", "wecom-customer-group", LimitKind::DirectMessages, AtMost(1), (Day, Member), WECOM_REMIND,
        "企业微信成员群发给同一位客户，默认每天 1 次。",
        "By default, a staff member can send to the same WeCom customer once a day."),
    row("wecom/confirmation", "wecom-customer-group", LimitKind::Confirmation, Condition, (Once, Account), WECOM_SEND,
        "企业微信群发任务要由成员本人确认后才会发出，不能全自动。",
        "A WeCom group send only goes out after the staff member has confirmed it, so it can't be fully automatic."),
    row("wecom/reminders", "wecom-customer-group", LimitKind::Reminders, AtMost(3), (Day, Account), WECOM_REMIND,
        "提醒成员确认群发，24 小时内最多 3 次。",
        "Staff can be reminded to confirm a group send at most 3 times within 24 hours."),
    row("wecom/attachments", "wecom-customer-group", LimitKind::Attachments, AtMost(9), (Once, Channel), WECOM_SEND,
        "企业微信群发一次最多带 9 个附件。",
        "A WeCom group send can have at most 9 attachments."),
    row("wecom/text-length", "wecom-customer-group", LimitKind::TextLength, AtMost(4000), (Once, Channel), WECOM_REMIND,
        "企业微信客户端群发的文字最长 4,000 个字符。",
        "The text of a WeCom group send from the app can have at most 4,000 characters."),
    row("wecom/text-bytes", "wecom-customer-group", LimitKind::TextBytes, AtMost(4000), (Once, Channel), WECOM_COPIES,
        "企业微信群发的文字，有的文档写最长 4,000 个字节，即 1,333 个汉字；各处说法不一，按小的算。",
        "Some documents give 4,000 bytes for the text of a WeCom group send, which is 1,333 Chinese characters; sources differ, so the smaller counts."),
    row("wecom/size-internal", "wecom-group", LimitKind::Size, AtMost(2000), (Once, Channel), WECOM_SIZE,
        "企业微信内部群最多 2,000 人。",
        "An internal WeCom group holds at most 2,000 people."),
    row("wecom/size-with-customers", "wecom-customer-group", LimitKind::Size, AtMost(500), (Once, Channel), WECOM_SIZE,
        "有客户在内的企业微信群最多 500 人。",
        "A WeCom group with customers holds at most 500 people."),
    row("wecom/owner-transfers", "wecom-customer-group", LimitKind::OwnerTransfers, AtMost(2), (Days(90), Channel), WECOM_OWNER,
        "同一个客户群的群主，90 天内最多转让 2 次。",
        "You can transfer a customer group to a new owner at most twice within 90 days."),
    row("wechat/subscription-sends", "wechat-official-account", LimitKind::Messages, AtMost(1), (Day, Account), WEIXIN_SENDS,
        "订阅号每天可群发 1 次。",
        "A subscription account can send to its followers once a day."),
    row("wechat/service-sends", "wechat-service-account", LimitKind::Messages, AtMost(4), (Month, Member), WEIXIN_SENDS,
        "服务号的每位关注者每月最多收到 4 次群发。",
        "Each follower of a service account can receive at most 4 sends a month."),
    row("wechat/size", "wechat-group", LimitKind::Size, AtMost(500), (Once, Channel), WECHAT_PAGES,
        "微信群最多 500 人。",
        "A WeChat group holds at most 500 people."),
    row("wechat/invite-accepted", "wechat-group", LimitKind::InviteAccepted, AtMost(40), (Once, Channel), WECHAT_PAGES,
        "微信群超过 40 人后，被邀请的人要自己同意才能进群。",
        "Once a WeChat group has more than 40 people, anyone you invite has to accept first."),
    row("wechat/join-by-code", "wechat-group", LimitKind::JoinByCode, AtMost(200), (Once, Channel), WECHAT_CODE,
        "微信群到 200 人后不能再扫码进群，只能由成员邀请；此数各处说法不一。",
        "Once a WeChat group reaches 200 people, nobody can join by QR code, only by invitation; sources differ on the number."),
    row("wechat/administrators", "wechat-group", LimitKind::Administrators, AtMost(3), (Once, Channel), WECHAT_PAGES,
        "微信群除群主外最多设 3 名管理员。",
        "A WeChat group can have at most 3 administrators besides its owner."),
    row("wechat/automation", "wechat-group", LimitKind::Automation, Forbidden, (Once, Account), WECHAT_SECURITY,
        "个人微信禁用外挂、群控等第三方自动化工具，使用会被限制或封号。",
        "Automation of personal WeChat accounts by third-party tools is banned; accounts that use it are restricted or closed."),
    row("qq/size", "qq-group", LimitKind::Size, OneOf(&[200, 500, 1000, 2000, 3000]), (Once, Channel), QQ_PAGES,
        "QQ 群的人数上限按等级和会员分 200、500、1,000、2,000、3,000 几档；各处说法不一。",
        "QQ groups come in sizes of 200, 500, 1,000, 2,000 and 3,000; sources differ on who can have which."),
    row("qq/administrators", "qq-group", LimitKind::Administrators, BySize(&[(500, 10), (1000, 20)]), (Once, Channel), QQ_PAGES,
        "QQ 群管理员：500 人群 10 名，1,000 人群 20 名；各处说法不一。",
        "Administrators of a QQ group: 10 at 500 members, 20 at 1,000; sources differ."),
    row("qq/bot-messages", "qq-group", LimitKind::BotMessages, AtMost(4), (Month, Channel), QQ_BOT,
        "QQ 机器人主动消息：每个用户、每个群每月 4 条。",
        "A QQ bot can send each user and each group 4 unprompted messages a month."),
    row("discord/scheduled-events", "discord", LimitKind::ScheduledEvents, AtMost(100), (Once, Account), DISCORD,
        "一个 Discord 服务器同时最多有 100 个已排期或进行中的活动。",
        "A Discord server can have at most 100 scheduled or active events at a time."),
    row("discord/event-name", "discord", LimitKind::EventName, AtMost(100), (Once, Channel), DISCORD,
        "Discord 活动名称最长 100 个字符。",
        "The name of a Discord event can have at most 100 characters."),
    row("discord/event-description", "discord", LimitKind::EventDescription, AtMost(1000), (Once, Channel), DISCORD,
        "Discord 活动说明最长 1,000 个字符。",
        "The description of a Discord event can have at most 1,000 characters."),
    row("discord/event-place", "discord", LimitKind::EventPlace, AtMost(100), (Once, Channel), DISCORD,
        "Discord 活动地点最长 100 个字符。",
        "The location of a Discord event can have at most 100 characters."),
    row("discord/event-weekly", "discord", LimitKind::WeeklyWeekdays, AtMost(1), (Once, Channel), DISCORD,
        "Discord 每周重复的活动只能选一个星期几。",
        "A weekly Discord event can only have one weekday."),
    row("discord/event-interval", "discord", LimitKind::Interval, OneOf(&[1, 2]), (Once, Channel), DISCORD,
        "Discord 活动的重复间隔只能是 1 或 2（每周或隔周）。",
        "The interval of a recurring Discord event can only be 1 or 2 (every week or every other week)."),
    row("discord/event-daily-sets", "discord", LimitKind::DailySets, Condition, (Once, Channel), DISCORD_SETS,
        "Discord 按天重复的活动只能用固定的几组：周一至周五、周二至周六、周日至周四、周五和周六、周六和周日、周日和周一。",
        "A daily Discord event can only use fixed sets: Mon to Fri, Tue to Sat, Sun to Thu, Fri and Sat, Sat and Sun, Sun and Mon."),
    row("discord/event-monthly", "discord", LimitKind::MonthlyNthWeekdays, AtMost(1), (Once, Channel), DISCORD,
        "Discord 每月重复的活动只能选一个“第几个星期几”。",
        "A monthly Discord event can only have one n-th weekday."),
    row("discord/event-end", "discord", LimitKind::RecurrenceEnd, Forbidden, (Once, Channel), DISCORD,
        "Discord 重复活动不能设结束日期或次数。",
        "A recurring Discord event can have neither an end date nor a count."),
    row("discord/event-exceptions", "discord", LimitKind::RecurrenceExceptions, Condition, (Once, Channel), DISCORD,
        "修改 Discord 活动的重复规则，可能丢掉已设的单次改动。",
        "Changing a Discord event's recurrence may discard changes to single occurrences."),
    row("discord/text-length", "discord", LimitKind::TextLength, AtMost(2000), (Once, Channel), DISCORD_MESSAGES,
        "Discord 一条消息最长 2,000 个字符。",
        "A Discord message can have at most 2,000 characters."),
    row("telegram/size", "telegram", LimitKind::Size, AtMost(200_000), (Once, Channel), TELEGRAM,
        "Telegram 群最多 200,000 人。",
        "A Telegram group holds at most 200,000 people."),
    row("telegram/administrators", "telegram", LimitKind::Administrators, AtMost(50), (Once, Channel), TELEGRAM,
        "Telegram 群最多 50 名管理员。",
        "A Telegram group can have at most 50 administrators."),
    row("telegram/scheduled-messages", "telegram", LimitKind::ScheduledMessages, AtMost(100), (Once, Channel), TELEGRAM,
        "Telegram 每个聊天最多有 100 条定时消息。",
        "A Telegram chat can have at most 100 scheduled messages."),
    row("telegram/schedule-ahead", "telegram", LimitKind::ScheduleAhead, AtMost(365), (Once, Channel), TELEGRAM,
        "Telegram 定时消息最多提前 365 天。",
        "You can schedule a Telegram message at most 365 days ahead."),
    row("telegram/text-length", "telegram", LimitKind::TextLength, AtMost(4096), (Once, Channel), TELEGRAM,
        "Telegram 一条消息最长 4,096 个字符。",
        "A Telegram message can have at most 4,096 characters."),
    row("slack/rate", "slack", LimitKind::Messages, AtMost(1), (Second, Channel), SLACK,
        "Slack 应用在每个频道每秒发 1 条消息。",
        "A Slack app can post one message per second per channel."),
];
