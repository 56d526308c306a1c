//! Members: how many, how they come, stay, are heard, and go.

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use super::suggest::Suggester;
use super::thresholds::{ONBOARDING_TOUCHES, SEGMENTS_FROM};
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::{
    Canvas, EightAnswers, Fact as Cited, MarketingHandbook, PracticeBook, SocialCommerceTraining, TenKeyPoints,
};
use crate::finding::{Arg, Finding, KeyPath, SuggestedCommand, Trail};
use crate::language::Text;
use crate::plan::channels::{Channel, Platform};
use crate::plan::{Plan, Thing};
use crate::source::{Table, Visit};

pub(super) static RULES: &[Rule] = &[
    Rule::missing("members/no-size", Warning, &["community.size.target"])
        .essential()
        .from(&[PracticeBook, EightAnswers])
        .title("没有定规模", "no target size")
        .message("没有写目标人数（community.size.target）；规模要自己定，不是等它长", "`community.size.target` is not set: choose a size rather than waiting to see how large the group gets")
        .help("看手里的资源和目标定一个数，例如 `180`", "choose a number that fits your resources and goals, for example `180`"),
    Rule::plan("members/no-onboarding", Warning, no_onboarding)
        .remedy(Remedy::Made(steps_of_the_first_week))
        .row(&["onboarding.steps"])
        .from(&[PracticeBook, TenKeyPoints, Canvas])
        .title("新人没有人带", "incomplete onboarding")
        .message("新人引导{problem}", "onboarding {problem}")
        .help("写成三步，例如 `steps = [{ day = 0, what = \"欢迎 + 群规\" }, { day = 3, what = \"第一次打卡\" }, { day = 7, what = \"私聊问感受\" }]`", "plan three steps, for example `steps = [{ day = 0, what = \"welcome and rules\" }, { day = 3, what = \"first check-in\" }, { day = 7, what = \"ask how it is going\" }]`"),
    Rule::plan("members/no-transition", Warning, no_transition)
        .remedy(Remedy::Keys(&["inactive_after", "winback", "farewell"]))
        .not_in_small()
        .row(&["leaving"])
        .from(&[Canvas])
        .title("沉默和离开的人没有安排", "no plan for silent or leaving members")
        .message("还没有写：{missing}", "missing: {missing}")
        .help("例如 `60d`、“送一张书单”", "set both, for example `60d` and \"a reading list\""),
    Rule::incomplete("members/no-rights", Warning, &["rules.rights.information", "rules.rights.feedback", "rules.rights.privacy"])
        .not_in_small()
        .from(&[TenKeyPoints])
        .title("成员的权利没有写全", "incomplete member rights")
        .message("成员的权利（rules.rights）还缺“{missing}”", "`rules.rights` is missing \"{missing}\"")
        .help("在 `[rules]` 里写，例如 `rights = { information = \"群公告\", feedback = \"每月问卷\", privacy = \"不外传名单\" }`", "add them to `[rules]`, for example `rights = { information = \"pinned posts\", feedback = \"monthly survey\", privacy = \"no lists handed out\" }`"),
    Rule::plan("members/no-segments", Advice, no_segments)
        .row(&["segments"])
        .not_in_small()
        .from(&[EightAnswers, TenKeyPoints])
        .title("没有用户分层", "no member segments")
        .message("目标 {target} 人，超过 {limit} 人，还没有分层（[[segments]]）", "the target is {target|member|members}, over {limit}, and there is no `[[segments]]`")
        .help("先分新人和老成员两层，例如 `id = \"newcomers\"`、`who = \"入群不到一个月的人\"`、`goal = \"参加一次活动\"`", "start with two, newcomers and regulars, for example `id = \"newcomers\"`, `who = \"those who joined within a month\"`, `goal = \"come to one event\"`"),
    Rule::plan("members/segment-unserved", Advice, segment_unserved)
        .remedy(Remedy::Keys(&["tasks"]))
        .of_absence()
        .from(&[EightAnswers, TenKeyPoints])
        .title("有一层成员没有安排", "segment with nothing planned")
        .message("分层“{segment}”没有任务，也没有活动、内容或新人引导是给他们的", "segment \"{segment}\" has no tasks, and no activity, content or onboarding is aimed at it")
        .help("给它写一件事，例如 `tasks = [\"每月一次线下\"]`，或在活动里写 `segments = [\"{id}\"]`", "plan something for it, for example `tasks = [\"a monthly meeting\"]`, or `segments = [\"{id}\"]` in an activity"),
    Rule::missing("members/no-care", Advice, &["care.occasions", "care.who"])
        .from(&[SocialCommerceTraining])
        .title("没有个别关怀", "no personal care")
        .message("没有写什么时候关怀成员、谁来做（care.occasions、care.who）", "`[care]` does not say when someone looks after members, or who does (`occasions`, `who`)")
        .help("例如 `occasions = [\"生日\", \"请假三天以上\"]`、`who = \"{someone}\"`", "set both, for example `occasions = [\"birthday\", \"away for three days\"]` and `who = \"{someone}\"`"),
    Rule::missing("members/no-sifting", Advice, &["rules.admission.sift"])
        .not_in_small()
        .from(&[MarketingHandbook])
        .title("没有定期清理成员", "no regular re-screening of members")
        .message("没有写怎样定期清理成员（rules.admission.sift）", "`rules.admission.sift` does not say how members are re-screened after they join")
        .help("例如“每半年请半年没发言的人确认是否留下”", "describe it, for example \"every six months, ask silent members whether they want to stay\""),
    Rule::missing("members/no-feedback-rhythm", Advice, &["rules.rights.feedback", "reviews"])
        .from(&[TenKeyPoints, SocialCommerceTraining])
        .title("没有定期收反馈", "no regular feedback")
        .message("没有写怎样收反馈（rules.rights.feedback），也没有复盘（[[reviews]]）", "neither `rules.rights.feedback` nor a `[[reviews]]` says how you collect feedback")
        .help("例如“每月一次三题问卷”", "set a rhythm, for example \"three questions a month\""),
    Rule::plan("members/no-resources", Advice, no_resources)
        .row(&["community.resources"])
        .not_in_small()
        .from(&[PracticeBook, EightAnswers])
        .title("定了规模，没有写手里有什么", "target size without resources")
        .message("目标 {target} 人，没有写手里有哪些资源（community.resources）", "the target is {target|member|members}, but `community.resources` does not say what you have to look after them")
        .help("规模看资源和目标来定，例如“两家书店的场地、六位领读人”", "list what you have, for example \"rooms of two bookshops, six reading guides\""),
    Rule::plan("members/over-target", Warning, over_target)
        .from(&[TenKeyPoints])
        .title("人数已经超过目标", "more members than the target")
        .message("现在 {now} 人，目标是 {target} 人", "there are {now|member|members} now, but the target is {target}")
        .help("把目标改成真正想要的规模；真的太多了，就写好怎样分群或清理", "set the target to the size you really want; if there are too many, plan a second group or a re-screening"),
    Rule::plan("members/counts-disagree", Advice, counts_disagree)
        .from(&[TenKeyPoints])
        .title("各群人数和总人数对不上", "member counts that disagree")
        .message("{problem}", "{problem}")
        .help("数一遍，改正各群的人数（`now`）或总人数（`community.size.now`）", "count again, then correct the groups (`now`) or the community (`community.size.now`)"),
    Rule::plan("members/size-over-channels", Warning, size_over_channels)
        .from(&[Cited("wechat/size"), Cited("wecom/size-with-customers")])
        .title("目标人数装不下", "more members than the channels hold")
        .message("目标 {target} 人，各群合起来最多 {room} 人", "the target is {target|member|members}, but the groups hold {room} at most")
        .help("再加一个群，或者把目标降到 {room}", "add a group, or lower the target to {room}"),
];

/// The days of the first week on which someone gets in touch, where no others are planned.
const DAYS_IN_TOUCH: [&str; 6] = ["3", "7", "1", "5", "2", "6"];

/// A step on the day of joining, and as many as are missing after it.
fn steps_of_the_first_week(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let count = |name| if let Some(Arg::Count(count)) = finding.arg(name) { *count } else { 0 };
    let has = |day: &str| suggest.plan.onboarding.steps.iter().any(|step| step.day == day.parse().ok());
    let missing = usize::try_from(count("limit") - count("touches")).unwrap_or(0);
    let first = ["0"].into_iter().filter(|_| count("first") == 0);
    let after = DAYS_IN_TOUCH.into_iter().filter(|day| !has(day)).take(missing);
    first.chain(after).filter_map(|day| suggest.adding("onboarding", &[("day", Some(day))])).collect()
}

/// Day 0, and touches from day 1 to day 7; steps for one layer only do not count for all.
fn no_onboarding(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let steps = plan.onboarding.steps.iter().filter(|step| step.segment.is_none());
    let days: Vec<u32> = steps.filter_map(|step| step.day).collect();
    let first = days.iter().filter(|day| **day == 0).count();
    let touches = days.iter().filter(|day| (1..=7).contains(*day)).count();
    let limit = super::thresholds::whole(context.threshold(&ONBOARDING_TOUCHES));
    let problem = match (first, touches) {
        (0, 0) if limit > 0 => Text::new(
            "没有写（onboarding.steps）：入群当天要有一步，之后一周至少联系 {limit} 次",
            "is not planned (`onboarding.steps`): add a step on the day of joining, and at least {limit|contact|contacts} in the week after",
        ),
        (0, _) => Text::new("缺入群当天的一步", "has no step on the day of joining"),
        (_, 0) if limit > 0 => Text::new(
            "只有入群当天，之后一周至少要联系 {limit} 次",
            "ends on the day of joining; plan at least {limit|contact|contacts} in the week after",
        ),
        (_, touches) if touches < limit => Text::new(
            "在第 1–7 天只联系 {touches} 次，至少要 {limit} 次",
            "has only {touches|contact|contacts} on days 1 to 7; plan at least {limit}",
        ),
        _ => return,
    };
    report.add(
        report
            .finding(KeyPath::of(&["onboarding", "steps"]))
            .with("problem", problem)
            .with("first", first)
            .with("touches", touches)
            .with("limit", limit),
    );
}

fn no_transition(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let leaving = &plan.leaving;
    let silent = leaving.inactive_after.is_some() || leaving.winback.is_some();
    let gone = leaving.farewell.is_some() || leaving.delete_data.is_some();
    let missing: Vec<Arg> = [
        (
            silent,
            Text::new(
                "沉默的成员怎么办（inactive_after、winback）",
                "a plan for members who go silent (`inactive_after`, `winback`)",
            ),
        ),
        (
            gone,
            Text::new(
                "怎样送别离开的成员（farewell、delete_data）",
                "a goodbye for members who leave (`farewell`, `delete_data`)",
            ),
        ),
    ]
    .into_iter()
    .filter(|(is_set, _)| !is_set)
    .map(|(_, words)| Arg::Words(words))
    .collect();
    if !missing.is_empty() {
        report.add(report.finding(KeyPath::of(&["leaving"])).with("missing", Arg::List(missing)));
    }
}

fn no_segments(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let limit = context.threshold(&SEGMENTS_FROM);
    if let Some(target) = plan.community.size.target.filter(|target| f64::from(*target) > limit)
        && plan.segments.is_empty()
    {
        let path = KeyPath::of(&["segments"]);
        report
            .add(report.finding(path).with("target", i64::from(target)).with("limit", super::thresholds::whole(limit)));
    }
}

/// The layers for which something is planned, by name.
#[derive(Default)]
struct ServedSegments(Vec<String>);

impl Visit for ServedSegments {
    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, _: Text, name: &str) {
        if kind == "segment" && at.table() != Some("segments") {
            self.0.push(name.to_owned());
        }
    }
}

fn segment_unserved(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    if plan.segments.iter().all(|segment| !segment.tasks.is_empty()) {
        return;
    }
    let mut served = ServedSegments::default();
    plan.show(&Trail::Root, &mut served);
    for (at, segment) in plan.segments.iter().enumerate() {
        let Some(id) = &segment.id else { continue };
        if segment.tasks.is_empty() && !served.0.iter().any(|name| name == id.as_str()) {
            let who = segment.who.as_deref().unwrap_or(id.as_str());
            let path = KeyPath::of(&["segments"]).index(at);
            report.add(report.finding(path).with("segment", who).with("id", id.as_str()));
        }
    }
}

fn no_resources(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    if let Some(target) = plan.community.size.target.filter(|_| plan.community.resources.is_empty()) {
        report.add(report.finding(KeyPath::of(&["community", "resources"])).with("target", i64::from(target)));
    }
}

fn over_target(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    if let (Some(now), Some(target)) = (plan.community.size.now, plan.community.size.target)
        && now > target
    {
        let path = KeyPath::of(&["community", "size", "target"]);
        report.add(report.finding(path).with("now", i64::from(now)).with("target", i64::from(target)));
    }
}

/// Members may be in several groups, but none of them in no group: that is certain only where every channel is a group
/// with a number of its own.
fn counts_disagree(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let Some(now) = plan.community.size.now.map(i64::from) else { return };
    let count = |channel: &Channel| channel.now.filter(|_| channel.platform.is_some_and(Platform::is_group));
    let counts: Option<Vec<i64>> = plan.channels.iter().map(|channel| count(channel).map(i64::from)).collect();
    let sum: i64 = counts.iter().flatten().sum();
    if counts.is_some_and(|counts| !counts.is_empty()) && sum < now {
        let problem = Text::new(
            "各群合起来 {sum} 人，总人数却是 {now} 人",
            "the groups add up to {sum|member|members}, but the community has {now}",
        );
        let path = KeyPath::of(&["community", "size", "now"]);
        report.add(report.finding(path).with("problem", problem).with("sum", sum).with("now", now));
    }
}

/// Only groups hold members; when one of them has no cap and no known limit, there is room for all.
fn size_over_channels(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let Some(target) = plan.community.size.target else { return };
    let mut groups: Vec<(Arg, i64)> = Vec::new();
    for (at, channel) in plan.channels.iter().enumerate() {
        let Some(platform) = channel.platform else { return };
        if !platform.is_group() {
            continue;
        }
        let own = plan.limits.get(platform.word()).and_then(|limit| limit.size).map(i64::from);
        let known = || crate::knowledge::platform::size_limit(platform.word()).map(|(size, _)| size);
        let Some(size) = channel.cap.map(i64::from).or(own).or_else(known) else { return };
        groups.push((Thing::Channel(at).named(plan).into(), size));
    }
    let capacity: i64 = groups.iter().map(|(_, size)| size).sum();
    if !groups.is_empty() && i64::from(target) > capacity {
        let path = KeyPath::of(&["community", "size", "target"]);
        let finding = report.finding(path).with("target", i64::from(target)).with("room", capacity);
        let finding = finding.with("groups", groups.len());
        let one = |(channel, size)| {
            Arg::Phrase(
                Text::new("{channel} {size}", "{channel} {size}"),
                vec![("channel", channel), ("size", Arg::Count(size))],
            )
        };
        let parts = Arg::List(groups.into_iter().map(one).collect());
        let args = vec![("parts", parts), ("room", capacity.into()), ("target", i64::from(target).into())];
        report.add(finding.calculation_line(
            Text::new(
                "各群能容：{parts}，共 {room} 人；目标 {target} 人",
                "the groups hold: {parts}, {room} in all; target {target}",
            ),
            args,
        ));
    }
}
