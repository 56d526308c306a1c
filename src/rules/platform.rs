//! Platforms: what they refuse, known from the plan alone.

mod recurrence;
mod reminder;

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use crate::calendar::{Item, item_id, tasks_of};
use crate::finding::Level::{self, Error, Warning};
use crate::finding::Source::{EightAnswers, Fact as Cited, PracticeBook};
use crate::finding::{Arg, Finding, KeyPath};
use crate::knowledge::platform::{self, LimitKind, PlatformLimit};
use crate::knowledge::{Confidence, fact};
use crate::language::Text;
use crate::library::Send;
use crate::plan::channels::Platform;
use crate::plan::growth::Automation;
use crate::plan::labels::Label;
use crate::plan::{Plan, Thing};
use crate::value::Month;

pub(super) static RULES: &[Rule] = &[
    Rule::calendar("platform/over-quota", Error, super::send_limits::over_quota)
        .remedy(Remedy::Change("when"))
        .from(&[Cited("wechat/subscription-sends"), Cited("wechat/service-sends"), Cited("wecom/group-sends")])
        .title("发得比平台允许的多", "more messages than the platform allows")
        .message("“{channel}”{window}排了 {count} 条，超过限额：{platform}，{scope}{per} {limit} 条（{stated}）。第一次超出的是“{item}”（{date}），接下来三个月共 {times} 次；最近的空档：{free}", "\"{channel}\" gets {count|message|messages} {window}, over the limit of {limit} {per} for {scope} ({platform}, {stated}). \"{item}\" on {date} is the first over it, {times|time|times} in the next three months; nearest free slot: {free}")
        .help("合成一条、挪到空档，或换一个渠道；不是同一个账号，就在渠道里写不同的 `account`；平台改了限额，就在 `[limits]` 里写 `{word} = { {key} = … }`", "merge two messages, move one to the free slot, or use another channel; if channels belong to different accounts, give each an `account`; if the platform has changed its limit, set `{word} = { {key} = … }` in `[limits]`"),
    Rule::plan("platform/text-too-long", Error, text_too_long)
        .from(&[Cited("wecom/text-length"), Cited("discord/event-name")])
        .title("文字超过平台的上限", "text over the platform's limit")
        .message("“{item}”的{what}有 {length} {unit}，上限是 {limit} {unit}（{platform}，{stated}）", "{what} of \"{item}\" has {length} {unit}; the limit is {limit} ({platform}, {stated})")
        .help("{fix}", "{fix}"),
    Rule::plan("platform/recurrence-unsupported", Warning, recurrence::unsupported)
        .from(&[Cited("discord/event-weekly"), Cited("discord/event-interval"), Cited("discord/event-monthly"), Cited("discord/event-end")])
        .title("平台设不出这样的重复活动", "recurrence not supported by the platform")
        .message("“{item}”（{when}）在 Discord 上设不成重复活动：{why}（截至 {as_of}）", "\"{item}\" ({when}) cannot be a recurring Discord event: {why} (as of {as_of})")
        .help("拆成几个每周一次的活动，或换一个 Discord 支持的节奏，例如 `when = \"每周三 20:00\"`；不然就把每次手工建活动写成一个步骤", "split it into weekly activities, or choose a rhythm that Discord supports, for example `when = \"every Wed 20:00\"`; or add a step for creating each event by hand"),
    Rule::calendar("platform/unreachable-reminder", Warning, reminder::unreachable)
        .remedy(Remedy::Made(reminder::remind_elsewhere))
        .from(&[PracticeBook, EightAnswers])
        .title("提醒发在没人马上看到的地方", "last-minute reminder without notifications")
        .message("“{item}”开始前一天内的提醒只发到 {channels}，那里不会推送，要来的人不会马上看到", "in the last day before \"{item}\" starts, reminders go only to {channels}, where members get no notification")
        .help("再加一个成员马上看得到的渠道，例如在步骤里写 `sends = [{ to = \"members\" }]`：群、短信或邮件都行", "add a channel that notifies people, such as a group, text messages or email: for example `sends = [{ to = \"members\" }]` in that step"),
    Rule::plan("platform/automation-banned", Warning, automation)
        .from(&[Cited("wechat/automation")])
        .title("微信群里用第三方自动化", "third-party automation in WeChat")
        .message("“{tool}”是第三方自动化工具，用在微信群“{channel}”，账号可能被限制或封禁（截至 {as_of}，{confidence}）", "\"{tool}\" is third-party automation; accounts that use it in the WeChat group \"{channel}\" may be restricted or closed (as of {as_of}, {confidence})")
        .help("用平台自带的功能，或改用企业微信客户群：`platform = \"wecom-customer-group\"`、`automation = \"official\"`", "use the platform's own features, or a WeCom customer group: `platform = \"wecom-customer-group\"`, `automation = \"official\"`"),
];

const LONG_TEXT: Text = Text::new(
    "留下一眼能看完的部分，其余另发；平台放宽了上限，就在 `[limits]` 里写 `{word} = { text = … }`",
    "keep what people can read at a glance and send the rest separately; if the platform has raised its limit, set `{word} = { text = … }` in `[limits]`",
);
const LONG_TITLE: Text = Text::new(
    "`title` 只留一眼能看懂的部分，其余写进介绍或单独发一条消息",
    "keep what people can read at a glance in `title`, and move the rest to the description or a separate message",
);

/// A text on its way to channels.
struct SentText<'p, P: Fn() -> KeyPath, N: Fn() -> Label> {
    path: P,
    item: N,
    what: Text,
    text: &'p str,
    /// What is limited there.
    limited: LimitKind,
}

/// Compares a text with the limit of each channel it goes to; one finding for each platform.
fn measure(
    plan: &Plan,
    sent: &SentText<'_, impl Fn() -> KeyPath, impl Fn() -> Label>,
    channels: &[usize],
    report: &mut Reporter,
) {
    let mut reported: Vec<Platform> = Vec::new();
    for channel in channels {
        let Some(place) = plan.channels[*channel].platform.filter(|place| !reported.contains(place)) else { continue };
        let Some(broken) = broken_limit(plan, place, sent.limited, sent.text) else { continue };
        reported.push(place);
        let fix = if sent.limited == LimitKind::TextLength { LONG_TEXT } else { LONG_TITLE };
        let finding: Finding = report.finding((sent.path)()).at_most(broken.level);
        report.add(
            finding
                .with("item", (sent.item)())
                .with("what", sent.what)
                .with("length", broken.length)
                .with("unit", broken.unit)
                .with("platform", place.name())
                .with("word", place.word())
                .with("limit", broken.limit)
                .with("as_of", broken.as_of)
                .with("stated", broken.stated)
                .with("fix", fix),
        );
    }
}

/// A limit that a text is over.
struct BrokenLimit {
    level: Level,
    /// How long the text is.
    length: usize,
    limit: i64,
    /// What is counted.
    unit: Text,
    as_of: &'static str,
    /// Who says so.
    stated: Arg,
}

const CHARACTERS: Text = Text::new("字", "characters");
const BYTES: Text = Text::new("字节", "bytes");

/// The limit of a platform that a text is over: the plan's own where it has one, else that in characters, else that in bytes.
fn broken_limit(plan: &Plan, place: Platform, limited: LimitKind, text: &str) -> Option<BrokenLimit> {
    let own = plan.limits.get(place.word()).and_then(|limit| limit.text).map(i64::from);
    let own = own.filter(|_| limited == LimitKind::TextLength);
    let level = |known: &PlatformLimit| match own.is_some() || known.fact.confidence == Confidence::Primary {
        true => Error,
        false => Warning,
    };
    let known = platform::limit(place.word(), limited)?;
    let (length, limit) = (text.chars().count(), own.or_else(|| known.number(Month::new(2026, 1)))?);
    if is_over(length, limit) {
        let stated = match own {
            Some(_) => Text::new("本计划的 [limits]", "set in `[limits]` of this plan"),
            None => Text::new("截至 {as_of}", "as of {as_of}"),
        };
        let (unit, as_of) = (CHARACTERS, known.fact.as_of);
        return Some(BrokenLimit { level: level(known), length, limit, unit, as_of, stated: stated.into() });
    }
    let (bytes, known) =
        platform::bytes_limit(place.word()).filter(|_| limited == LimitKind::TextLength && own.is_none())?;
    is_over(text.len(), bytes).then(|| {
        let stated = Text::new(
            "有的文档写 {bytes} 字节，有的写 {characters} 字，按小的算；截至 {as_of}",
            "some documents say {bytes} bytes, others {characters} characters, so the smaller counts; as of {as_of}",
        );
        let as_of = known.fact.as_of;
        let facts = vec![("bytes", bytes.into()), ("characters", limit.into()), ("as_of", as_of.into())];
        let stated = Arg::Phrase(stated, facts);
        BrokenLimit { level: level(known), length: text.len(), limit: bytes, unit: BYTES, as_of, stated }
    })
}

fn is_over(length: usize, limit: i64) -> bool {
    i64::try_from(length).is_ok_and(|length| length > limit)
}

fn text_too_long(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let channel = |name: &str| match context.index.find("channel", name) {
        Some(Thing::Channel(at)) => Some(at),
        _ => None,
    };
    let to = |sends: &[Send], own: &[usize]| -> Vec<usize> {
        let names = sends.iter().filter_map(|send| send.to.as_ref()).map(|to| to.as_str());
        names
            .flat_map(|name| if name == "@channels" { own.to_vec() } else { channel(name).into_iter().collect() })
            .collect()
    };
    let text = Text::new("文字", "the text");
    for (at, content) in plan.content.iter().enumerate() {
        let path = || KeyPath::of(&["content"]).index(at);
        let item = || Thing::Content(at).named(plan);
        let series = content.series.iter().enumerate().map(|(n, text)| (Some(n), text));
        let own = content.text.iter().map(|text| (None, text));
        let channels = to(&content.sends, &[]);
        for (n, words) in own.chain(series) {
            let path = || n.map_or_else(|| path().key("text"), |n| path().key("series").index(n));
            let sent = SentText { path, item, what: text, text: words, limited: LimitKind::TextLength };
            measure(plan, &sent, &channels, report);
        }
    }
    for (at, activity) in plan.activities.iter().enumerate() {
        let own: Vec<usize> = activity.channels.iter().filter_map(|name| channel(name.as_str())).collect();
        let item = || Thing::Activity(at).named(plan);
        let path = || KeyPath::of(&["activities"]).index(at);
        for task in tasks_of(plan, at, context.library, context.language) {
            let Some(words) = task.text() else { continue };
            let place = || {
                let step = activity.steps.iter().position(|step| step.id.is_some() && step.id == task.step.id);
                step.map_or_else(|| path().key("sop"), |step| path().key("steps").index(step).key("text"))
            };
            let sent = SentText { path: place, item, what: text, text: words, limited: LimitKind::TextLength };
            measure(plan, &sent, &to(task.sends(), &own), report);
        }
        if let Some(title) = &activity.title {
            let what = Text::new("标题", "the title");
            // the title itself is too long to be shown
            let item = || Label::Own(item_id(plan, Item::Activity(at)));
            let sent =
                SentText { path: || path().key("title"), item, what, text: title, limited: LimitKind::EventName };
            measure(plan, &sent, &own, report);
        }
    }
    for (at, programme) in plan.programmes.iter().enumerate() {
        let runs = |cohort: &&crate::plan::content::Cohort| {
            let own = programme.id.as_ref().map(|id| id.as_str());
            own.is_some() && cohort.programme.as_ref().map(|name| name.as_str()) == own
        };
        let cohorts = plan.cohorts.iter().filter(runs).filter_map(|cohort| cohort.channel.as_ref());
        let channels: Vec<usize> = cohorts.filter_map(|name| channel(name.as_str())).collect();
        for (n, row) in programme.items.iter().enumerate() {
            let Some(words) = &row.text else { continue };
            let path = || KeyPath::of(&["programmes"]).index(at).key("items").index(n).key("text");
            let item = || row.named();
            let sent = SentText { path, item, what: text, text: words, limited: LimitKind::TextLength };
            measure(plan, &sent, &channels, report);
        }
    }
}

fn automation(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let group = plan.channels.iter().position(|channel| channel.platform == Some(Platform::WechatGroup));
    let (Some(group), Some(fact)) = (group, fact("wechat/automation")) else { return };
    for (at, tool) in plan.tools.iter().enumerate() {
        if tool.automation == Some(Automation::ThirdParty) {
            let path = KeyPath::of(&["tools"]).index(at).key("automation");
            let finding = report.finding(path).with("tool", tool.name.as_deref().unwrap_or("?"));
            let finding = finding.with("channel", Thing::Channel(group).named(plan)).with("as_of", fact.as_of);
            report.add(finding.with("confidence", fact.confidence.name()));
        }
    }
}
