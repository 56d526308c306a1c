//! Goals and tests against what was recorded: dates that are over without a reading, results decided too early or without
//! data, copying before the proof.

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use crate::finding::KeyPath;
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::{MarketingHandbook, PracticeBook, SocialCommerceTraining, TenKeyPoints};
use crate::plan::lifecycle::{Experiment, Goal, Metric};
use crate::plan::{Plan, Thing};
use crate::planned::{goal_name, is_reached, latest_reading};
use crate::records::{Arm, MeasureKind, measured};
use crate::review::measured_size;

/// A reading so many days before the date of its goal still says how it ended.
const SHORTLY: i32 = 31;

pub(super) static RULES: &[Rule] = &[
    Rule::plan("goals/over-without-reading", Warning, over_without_reading)
        .remedy(Remedy::Change("by"))
        .from(&[PracticeBook, TenKeyPoints])
        .title("目标到期了，没有读数", "goal over without a reading")
        .message("目标“{goal}”{by} 到期，没有记下结果", "goal \"{goal}\" was due on {by}, and no result is recorded")
        .help("记下结果：`qun record {id} 数值`；还没到就定一个新的日期", "record the result with `qun record {id} VALUE`, or set a new date"),
    Rule::plan("goals/wrong-way", Warning, wrong_way)
        .remedy(Remedy::Change("target"))
        .from(&[PracticeBook])
        .title("目标比现状还差", "target worse than the baseline")
        .message("目标“{goal}”现状 {baseline}，目标 {target}：方向反了", "goal \"{goal}\" starts at {baseline} and targets {target}, which is worse")
        .help("看看是不是写反了：`baseline` 是现在的数，`target` 是要达到的数", "check whether they are swapped: `baseline` is the figure now, `target` the one to reach"),
    Rule::plan("goals/decided-early", Warning, decided_early)
        .remedy(Remedy::Unset)
        .from(&[SocialCommerceTraining])
        .title("A/B 测试没到期就下结论", "A/B test decided before its end")
        .message("测试“{test}”到 {until} 才结束，已经写了结论", "test \"{test}\" runs until {until}, but its result is already written down")
        .help("到期再看；要中途看，开始前就定好 `looks` 和 `early`", "wait for the last day; to look earlier, set `looks` and `early` before it begins"),
    Rule::plan("goals/decided-without-data", Advice, decided_without_data)
        .remedy(Remedy::Unset)
        .from(&[SocialCommerceTraining])
        .title("A/B 测试的结论没有数据", "A/B test decided without data")
        .message("测试“{test}”写了结论，两组的结果都没有记下来", "test \"{test}\" has a result, but no figures of both sides are recorded")
        .help("记下两组的数：`qun record {test} --arm a 活跃人数=120/400`，再看 `qun review --experiment {test}`", "record both sides, as in `qun record {test} --arm a active=120/400`, then see `qun review --experiment {test}`"),
    Rule::plan("growth/proof-not-reached", Warning, proof_not_reached)
        .remedy(Remedy::Set("growth.copy.planned"))
        .from(&[MarketingHandbook])
        .title("证明还没成立就复制", "replication while the proof is missing")
        .message("打算复制，但证明用的目标“{goal}”{by} 到期，没有达到 {target} 的读数", "you plan to replicate, but \"{goal}\", the proof, was due on {by} and no reading reaches {target}")
        .help("先让第一个群达到目标，再复制：`qun record {id} 数值` 记下结果", "reach the goal in the first community before you replicate; `qun record {id} VALUE` records its result"),
];

fn over_without_reading(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, goal) in plan.goals.iter().enumerate() {
        let (Some(by), Some(name)) = (goal.by.filter(|by| *by < context.today), goal_name(goal)) else { continue };
        let is_read = latest_reading(goal, &context.index.readings, context.today)
            .is_some_and(|reading| reading.window.last >= by.plus(-SHORTLY));
        if !is_read {
            let finding = report.finding(KeyPath::of(&["goals"]).index(at).key("by"));
            report.add(finding.with("goal", Thing::Goal(at).named(plan)).with("by", by).with("id", name));
        }
    }
}

/// Only where both can be read as values of one kind, and the metric says which way is better.
fn wrong_way(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, goal) in plan.goals.iter().enumerate() {
        let (Some(metric), Some((from, to))) = (goal.metric, sizes(goal)) else { continue };
        let is_worse = if metric == Metric::ResponseTime { to > from } else { to < from };
        if is_worse {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let finding = report.finding(KeyPath::of(&["goals"]).index(at).key("target"));
            let finding = finding.with("goal", Thing::Goal(at).named(plan)).with("baseline", text(&goal.baseline));
            report.add(finding.with("target", text(&goal.target)));
        }
    }
}

/// Baseline and target in one unit.
fn sizes(goal: &Goal) -> Option<(f64, f64)> {
    let size = |text: &Option<String>| measured_size(&measured(text.as_deref()?, MeasureKind::Any, None).ok()?);
    let ((from, unit), (to, other)) = (size(&goal.baseline)?, size(&goal.target)?);
    (unit == other).then_some((from, to))
}

fn is_decided(test: &Experiment) -> bool {
    test.decided.as_ref().is_some_and(|decided| !decided.trim().is_empty())
}

fn name_of(test: &Experiment) -> &str {
    test.id.as_ref().map(|id| id.as_str()).or(test.a.as_deref()).unwrap_or("?")
}

/// Looks that were planned beforehand may decide it earlier.
fn decided_early(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, test) in plan.experiments.iter().enumerate() {
        let Some(until) = test.until.filter(|until| *until > context.today) else { continue };
        if is_decided(test) && test.early.is_none() {
            let finding = report.finding(KeyPath::of(&["experiments"]).index(at).key("decided"));
            report.add(finding.with("test", name_of(test)).with("until", until));
        }
    }
}

fn decided_without_data(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, test) in plan.experiments.iter().enumerate() {
        let is_over = test.until.is_some_and(|until| until <= context.today);
        let readings = &context.index.readings;
        let has = |arm| readings.about(name_of(test)).any(|reading| reading.arm == Some(arm));
        if is_over && is_decided(test) && !(has(Arm::A) && has(Arm::B)) {
            let finding = report.finding(KeyPath::of(&["experiments"]).index(at).key("decided"));
            report.add(finding.with("test", name_of(test)));
        }
    }
}

fn proof_not_reached(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let copy = &plan.growth.copy;
    let (Some(true), Some(proof)) = (copy.planned, &copy.proof) else { return };
    let Some(at) = plan.goals.iter().position(|goal| goal_name(goal) == Some(proof.as_str())) else { return };
    let goal = &plan.goals[at];
    let Some(by) = goal.by.filter(|by| *by < context.today) else { return };
    if is_reached(goal, &context.index.readings, context.today) != Some(true) {
        let finding = report.finding(KeyPath::of(&["growth", "copy", "proof"]));
        let finding = finding.with("goal", Thing::Goal(at).named(plan)).with("by", by).with("id", proof.as_str());
        report.add(finding.with("target", goal.target.clone().unwrap_or_else(|| "?".to_owned())));
    }
}
