//! Goals that are behind, missed, or without readings; decisions that nobody carried out.

use super::rule::{OWN, Observation, ProposalKind, ProposalRule};
use crate::finding::Arg;
use crate::language::Text;
use crate::review::decisions::DecisionState;
use crate::review::goals::{GoalReview, GoalState};
use crate::review::missing::MissingWhat;
use crate::review::sections::ReviewSections;

/// Readings behind the line, one after the other, before a change is proposed.
const BEHIND_TWICE: usize = 2;

/// So many decisions that are overdue are a habit.
const OVERDUE: usize = 3;

pub(super) static RULES: &[ProposalRule] = &[
    ProposalRule {
        id: "goal/missed",
        kind: ProposalKind::Change,
        observed: Text::new(
            "目标“{goal}”到期没有达到：{value}，目标 {target}",
            "\"{goal}\" is over and was not reached: {value}, target {target}",
        ),
        proposal: Text::new(
            "定一个新的日期和做法，或放下这个目标",
            "set a new date and another way to get there, or drop the goal",
        ),
        threshold: Text::new(
            "过了目标日，读数没到目标",
            "the goal's date is over and its reading is short of the target",
        ),
        source: Text::new("计划里的目标", "the goals of the plan"),
        check: |review| in_state(review, |goal| goal.state == GoalState::Missed),
    },
    ProposalRule {
        id: "goal/behind",
        kind: ProposalKind::Change,
        observed: Text::new(
            "目标“{goal}”落后：{value}，上次 {before}，目标 {target}",
            "\"{goal}\" is behind: {value}, {before} before, target {target}",
        ),
        proposal: Text::new(
            "挑一件最可能有用的事改掉，下次再看",
            "pick the one thing most likely to help, change it, and look again next time",
        ),
        threshold: Text::new(
            "连续两次读数都没到从基线到目标的直线，且没有向目标靠近",
            "below the line from baseline to target, and no nearer to the target than the reading before",
        ),
        source: OWN,
        check: |review| in_state(review, is_stuck),
    },
    ProposalRule {
        id: "goal/behind-now",
        kind: ProposalKind::Try,
        observed: Text::new(
            "目标“{goal}”落后：{value}，目标 {target}",
            "\"{goal}\" is behind: {value}, target {target}",
        ),
        proposal: Text::new(
            "问三个成员是什么拦住了他们，挑一件下次前能试的事",
            "ask three members what stands in their way, and choose one thing to try before the next review",
        ),
        threshold: Text::new(
            "没到从基线到目标的直线，比上次近，或只有一次读数",
            "below the line from baseline to target, but nearer than before, or with one reading only",
        ),
        source: OWN,
        check: |review| in_state(review, |goal| matches!(goal.state, GoalState::Behind { .. }) && !is_stuck(goal)),
    },
    ProposalRule {
        id: "goal/no-reading",
        kind: ProposalKind::Change,
        observed: Text::new("目标“{goal}”没有新的读数", "there is no recent reading for \"{goal}\""),
        proposal: Text::new(
            "{by} 前由一个人去收这个数；收不到就换一个收得到的目标",
            "have one person collect it by {by}; if nobody can, choose a goal that you can measure",
        ),
        threshold: Text::new("复盘时没有读数，或过了目标日", "no reading at the review, or the goal's date is over"),
        source: Text::new("计划里的目标", "the goals of the plan"),
        check: |review| {
            let missing = review.missing.iter().filter(|missing| missing.what == MissingWhat::Goal);
            let observation = |missing: &crate::review::missing::MissingReading| Observation {
                subject: missing.subject.clone(),
                facts: vec![("goal", Arg::from(missing.title.clone())), ("by", Arg::from(missing.by))],
            };
            missing.map(observation).collect()
        },
    },
    ProposalRule {
        id: "decisions/overdue",
        kind: ProposalKind::Change,
        observed: Text::new("{count} 个以前的决定过期还没做", "{count} earlier decisions are overdue"),
        proposal: Text::new(
            "这次少定几件，每件写上一个人和一个日子",
            "decide on fewer things this time, each with one person and one date",
        ),
        threshold: Text::new("过期的决定有 3 个或更多", "3 or more decisions overdue"),
        source: OWN,
        check: |review| {
            let is_overdue = |state| matches!(state, DecisionState::Overdue { .. });
            let count = review.decisions.iter().filter(|decision| is_overdue(decision.state)).count();
            let observation = Observation { subject: String::new(), facts: vec![("count", Arg::from(count))] };
            (count >= OVERDUE).then_some(observation).into_iter().collect()
        },
    },
];

/// Behind the line, with no step towards the target since the reading before.
fn is_stuck(goal: &GoalReview) -> bool {
    use crate::review::goals::measured_size;
    let GoalState::Behind { .. } = goal.state else { return false };
    let sizes: Vec<f64> = [&goal.before, &goal.latest]
        .into_iter()
        .flatten()
        .filter_map(|reading| measured_size(&reading.value))
        .map(|it| it.0)
        .collect();
    let target = goal.target.as_ref().and_then(measured_size).map(|(target, _)| target);
    target.is_some_and(|target| sizes.len() == BEHIND_TWICE && (target - sizes[1]).abs() >= (target - sizes[0]).abs())
}

fn in_state(review: &ReviewSections, is_meant: fn(&GoalReview) -> bool) -> Vec<Observation> {
    let shown = |value: &crate::records::Measured| {
        let (number, unit) = value.cells();
        let space = if unit.chars().all(char::is_alphabetic) && !unit.is_empty() { " " } else { "" };
        Arg::Text(format!("{number}{space}{unit}"))
    };
    let observation = |goal: &GoalReview| {
        let mut facts = vec![("goal", Arg::from(goal.title.clone()))];
        facts.extend(goal.latest.iter().map(|reading| ("value", shown(&reading.value))));
        facts.extend(goal.before.iter().map(|reading| ("before", shown(&reading.value))));
        facts.extend(goal.target.iter().map(|target| ("target", shown(target))));
        Observation { subject: goal.id.clone(), facts }
    };
    review.goals.iter().filter(|goal| is_meant(goal)).map(observation).collect()
}
