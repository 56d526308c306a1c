//! Growth: where members come from, who keeps watch, and the gates before a group is copied.

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::results;
use super::rule::Rule;
use super::suggest::Suggester;
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::{EightAnswers, MarketingHandbook, PracticeBook, SocialCommerceTraining};
use crate::finding::{Finding, KeyPath, SuggestedCommand};
use crate::language::Text;
use crate::plan::people::RoleKind;
use crate::plan::{Plan, Thing};
use crate::source::Table;

pub(super) static RULES: &[Rule] = &[
    Rule::missing("growth/no-sources", Advice, &["growth.sources"])
        .not_in_small()
        .from(&[PracticeBook])
        .title("没有写新人从哪里来", "no sources of newcomers")
        .message("没有写新人从哪里来（growth.sources）", "`growth.sources` is not set: where do newcomers come from?")
        .help("选一到三个真正会做的，例如“word-of-mouth, partner”", "choose one to three that you will really pursue, for example \"word-of-mouth, partner\""),
    Rule::plan("growth/fission-unmonitored", Warning, unmonitored)
        .row(&["growth.invites.monitored_by"])
        .from(&[SocialCommerceTraining])
        .title("裂变没有人盯着", "referral rewards that no one monitors")
        .message("有 {count} 项拉新奖励，没有写谁盯着（growth.invites.monitored_by）", "there {count|is|are} {count|reward|rewards} for bringing people in, but `growth.invites.monitored_by` names no one to monitor them")
        .help("指定一个角色或成员", "name a role or a person"),
    Rule::plan("growth/unlimited-invites", Warning, unlimited)
        .row(&["growth.invites.cap_per_day"])
        .from(&[EightAnswers])
        .title("进人没有上限", "no limit on newcomers")
        .message("没有写每天最多进多少人（growth.invites.cap_per_day）；新人来源：{sources}", "`growth.invites.cap_per_day` does not limit how many people join a day; they come from: {sources}")
        .help("一天里能好好欢迎多少人，就写多少，例如 `20`", "set how many people you can welcome properly in one day, for example `20`"),
    Rule::plan("growth/copy-without-gates", Warning, without_gates)
        .remedy(Remedy::Made(what_a_copy_lacks))
        .row(&["growth.copy.needed", "growth.copy.able", "growth.copy.by"])
        .from(&[EightAnswers, MarketingHandbook])
        .title("复制之前没过两道关", "replication without its conditions")
        .message("打算复制，还缺：{missing}", "you plan to replicate the community, but this is still open: {missing}")
        .help("例如 `copy = { planned = true, needed = \"另有两个城区的人想加入\", able = \"两位领读人能带班\", proof = \"retain\", by = \"carrier\" }`，`by` 写 `kind = \"differentiator\"` 的角色", "answer all of it, for example `copy = { planned = true, needed = \"people from two districts ask to join\", able = \"two guides can lead\", proof = \"retain\", by = \"carrier\" }`, where `by` names a role with `kind = \"differentiator\"`"),
    Rule::plan("growth/copied-before-proof", Warning, before_proof)
        .row(&["growth.copy.proof"])
        .from(&[MarketingHandbook])
        .title("还没跑通就复制", "replication before the model is proven")
        .message("打算复制，没有写用哪个目标证明第一个群已经跑通（growth.copy.proof）；现有目标：{goals}", "you plan to replicate the community, but `growth.copy.proof` names no goal that would prove the model; your goals: {goals}")
        .help("选最能说明“行得通”的目标；达到之后再复制", "choose the goal that best shows it works, and replicate once you reach it"),
    Rule::plan("growth/proof-not-reached", Warning, results::proof_not_reached)
        .remedy(Remedy::Set("growth.copy.planned"))
        .from(&[MarketingHandbook])
        .title("证明还没成立就复制", "replication while the proof is missing")
        .message("打算复制，但证明用的目标“{goal}”{by} 到期，没有达到 {target} 的读数", "you plan to replicate, but \"{goal}\", the proof, was due on {by} and no reading reaches {target}")
        .help("先让第一个群达到目标，再复制：`qun record {id} 数值` 记下结果", "reach the goal in the first community before you replicate; `qun record {id} VALUE` records its result"),
];

/// Words of a deed that brings people.
const BRINGS: [&str; 8] = ["邀请", "拉人", "拉新", "推荐新", "转介绍", "invit", "refer", "bring a friend"];

/// The two gates, and a successor: the role first, then who leads.
fn what_a_copy_lacks(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let open = |key: &'static str| Some(finding.place.path.clone().key(key)).filter(|path| !suggest.holds(path));
    let gates = ["needed", "able"].into_iter().filter_map(open).map(|path| suggest.set(path));
    let successors = suggest.plan.roles.iter().any(|role| role.kind == Some(RoleKind::Differentiator));
    let role = (!successors).then(|| suggest.adding("role", &[("kind", Some("differentiator"))])).flatten();
    gates.chain(role).chain(suggest.filling(&finding.place.path.clone().key("by"))).collect()
}

fn unmonitored(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let brings = |deed: &&String| {
        let deed = deed.to_lowercase();
        BRINGS.iter().any(|word| deed.contains(word))
    };
    let points = plan.incentives.points.iter().filter_map(|points| points.deed.as_ref()).filter(brings).count();
    let count = plan.growth.rewards.len() + points;
    if count > 0 && plan.growth.invites.monitored_by.is_none() {
        let path = KeyPath::of(&["growth", "invites", "monitored_by"]);
        report.add(report.finding(path).with("count", count));
    }
}

fn unlimited(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    if plan.holds("growth") && plan.growth.invites.cap_per_day.is_none() {
        let mut sources: Vec<Text> = plan.growth.sources.iter().map(|source| source.name()).collect();
        if sources.is_empty() {
            sources.push(Text::new("还没有写", "not set yet"));
        }
        report.add(report.finding(KeyPath::of(&["growth", "invites", "cap_per_day"])).with("sources", sources));
    }
}

/// Whether a name refers to a successor: the role itself, or someone who holds it.
fn is_carrier(plan: &Plan, context: &Context<'_>, name: &str) -> bool {
    let is_kind = |role: usize| plan.roles[role].kind == Some(RoleKind::Differentiator);
    match context.index.holder(name) {
        Some(Thing::Role(role)) => is_kind(role),
        Some(Thing::Person(person)) => {
            (0..plan.roles.len()).any(|role| is_kind(role) && plan.holders(role).contains(&person))
        }
        _ => false,
    }
}

fn without_gates(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let copy = &plan.growth.copy;
    if copy.planned != Some(true) {
        return;
    }
    let is_answered = |answer: &Option<String>| answer.as_ref().is_some_and(|answer| !answer.trim().is_empty());
    let missing: Vec<Text> = [
        (is_answered(&copy.needed), Text::new("有没有必要扩大（needed）", "the need for another community (`needed`)")),
        (is_answered(&copy.able), Text::new("有没有能力维护（able）", "the ability to run it (`able`)")),
        (
            copy.by.as_ref().is_some_and(|by| is_carrier(plan, context, by.as_str())),
            Text::new("由哪位分化者（能带新群的接班人）去带（by）", "the successor who will lead it (`by`)"),
        ),
    ]
    .into_iter()
    .filter(|(is_there, _)| !is_there)
    .map(|(_, words)| words)
    .collect();
    if !missing.is_empty() {
        report.add(report.finding(KeyPath::of(&["growth", "copy"])).with("missing", missing));
    }
}

fn before_proof(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let copy = &plan.growth.copy;
    if copy.planned == Some(true) && copy.proof.is_none() {
        let ids: Vec<&str> = plan.goals.iter().filter_map(|goal| Some(goal.id.as_ref()?.as_str())).collect();
        let finding = report.finding(KeyPath::of(&["growth", "copy", "proof"]));
        report.add(if ids.is_empty() {
            finding.with("goals", Text::new("还没有", "none yet"))
        } else {
            finding.with("goals", ids)
        });
    }
}
