//! The words of what a review finds: how a goal does, how far a decision is, what a test shows.

use super::figures::{decimal, percent, value};
use crate::language::{Language, Text};
use crate::metrics::{ExperimentResult, ExperimentVerdict};
use crate::records::Measured;
use crate::review::{DecisionState, ExperimentReview, GoalReview, GoalState, ProposalKind};

/// The name of a state of a goal, for programs.
pub(super) const fn goal_word(state: GoalState) -> &'static str {
    match state {
        GoalState::Reached => "reached",
        GoalState::OnTheWay { .. } => "on-the-way",
        GoalState::Behind { .. } => "behind",
        GoalState::NotToldApart { .. } => "not-told-apart",
        GoalState::Missed => "missed",
        GoalState::OverWithoutReading => "over-without-reading",
        GoalState::NoReading => "no-reading",
        GoalState::OldReading { .. } => "old-reading",
        GoalState::NotComparable => "not-comparable",
        GoalState::WrongWay => "wrong-way",
    }
}

/// Where the line from the baseline to the target is, of states that have one.
pub(super) const fn goal_line(state: GoalState) -> Option<f64> {
    match state {
        GoalState::OnTheWay { line } | GoalState::Behind { line } | GoalState::NotToldApart { line } => Some(line),
        _ => None,
    }
}

/// How a goal does.
pub(super) fn goal(goal: &GoalReview, language: Language) -> String {
    let words = match goal.state {
        GoalState::Reached => Text::new("已达到", "reached"),
        GoalState::OnTheWay { .. } => Text::new("在路上（按日程应到 {line}）", "on the way (due by now: {line})"),
        GoalState::Behind { .. } => Text::new("落后（按日程应到 {line}）", "behind (due by now: {line})"),
        GoalState::NotToldApart { .. } => {
            Text::new("还说不清（按日程应到 {line}）", "not clear yet (due by now: {line})")
        }
        GoalState::Missed => Text::new("到期没达到", "over, not reached"),
        GoalState::OverWithoutReading => Text::new("到期了，没有读数", "over, without a reading"),
        GoalState::NoReading => Text::new("还没有读数", "no reading yet"),
        GoalState::OldReading { .. } => Text::new("读数旧了（{from}）", "old reading ({from})"),
        GoalState::NotComparable if goal.baseline.is_none() && goal.target.is_some() && goal.latest.is_some() => {
            Text::new(
                "没写现状，看不出进度：qun set goals.{id}.baseline",
                "without a baseline its progress is unknown: qun set goals.{id}.baseline",
            )
        }
        GoalState::NotComparable => {
            Text::new("现状、目标和读数没法比", "baseline, target and reading cannot be compared")
        }
        GoalState::WrongWay => Text::new("目标比现状还差", "the target is worse than the baseline"),
    };
    words.fill(language, |name| match (name, goal.state) {
        ("from", GoalState::OldReading { from }) => Some(from.to_string()),
        ("id", _) => Some(goal.id.clone()),
        _ => goal_line(goal.state).map(|line| in_unit(goal, line)),
    })
}

/// A point of the line, in the unit of the goal.
fn in_unit(goal: &GoalReview, line: f64) -> String {
    let unit = goal.target.as_ref().map(|target| target.cells().1).unwrap_or_default();
    match unit.as_str() {
        "%" => percent(line),
        unit if unit.len() == 3 => format!("{} {unit}", decimal(line)),
        // lengths are compared in minutes
        unit if unit.starts_with(char::is_alphabetic) => format!("{} min", decimal(line)),
        // half a person is nobody
        "" => format!("{:.0}", line.round()),
        unit => format!("{}{unit}", decimal(line)),
    }
}

/// The name of a state of a decision, for programs.
pub(super) const fn decision_word(state: DecisionState) -> &'static str {
    match state {
        DecisionState::Done { .. } => "done",
        DecisionState::Overdue { .. } => "overdue",
        DecisionState::Open => "open",
        DecisionState::WithoutDay => "without-date",
    }
}

/// How far a decision is.
pub(super) fn decision(state: DecisionState, language: Language) -> String {
    let (words, fact) = match state {
        DecisionState::Done { on } => (Text::new("{on} 做完", "done {on}"), on.to_string()),
        DecisionState::Overdue { days } => (Text::new("过期 {n} 天", "{n|day|days} overdue"), days.to_string()),
        DecisionState::Open => (Text::new("进行中", "open"), String::new()),
        DecisionState::WithoutDay => (Text::new("没有定日期", "no date set"), String::new()),
    };
    words.fill(language, |_| Some(fact.clone()))
}

/// The name of a verdict, for programs.
pub(super) const fn verdict_id(review: &ExperimentReview) -> &'static str {
    match &review.verdict {
        _ if review.turns.is_some() => "before-and-after",
        ExperimentVerdict::UnevenArms { .. } => "uneven-arms",
        ExperimentVerdict::TooEarly { .. } => "too-early",
        ExperimentVerdict::NoData => "no-data",
        ExperimentVerdict::Higher(_) => "b-higher",
        ExperimentVerdict::Lower(_) => "b-lower",
        ExperimentVerdict::NotToldApart(..) => "not-told-apart",
    }
}

/// What a test shows.
pub(super) fn verdict(review: &ExperimentReview, language: Language) -> String {
    if let Some(turns) = review.turns {
        let words = Text::new(
            "一周一换，不是随机分组：按星期几配对，A 平均 {a}，B 平均 {b}，B 减 A 是 {difference}；前后不同，不能说是它带来的",
            "weeks in turn, not a randomised test: paired by weekday, A {a}, B {b} on average, B less A is {difference}; before and after, not cause and effect",
        );
        return words.fill(language, |name| {
            Some(decimal(match name {
                "a" => turns.means.0,
                "b" => turns.means.1,
                _ => turns.difference,
            }))
        });
    }
    let (words, result, needed) = match &review.verdict {
        ExperimentVerdict::UnevenArms { .. } => (
            Text::new(
                "两组人数和计划对不上（{p}），结果不能用",
                "the sides are not as large as planned ({p}): don't use the results",
            ),
            None,
            None,
        ),
        ExperimentVerdict::TooEarly { .. } => (Text::new("太早，{until} 再看", "too early, until {until}"), None, None),
        ExperimentVerdict::NoData => (Text::new("没有数据", "no data"), None, None),
        ExperimentVerdict::Higher(result) => (
            Text::new("B 高于 A：差 {difference}（{sure}），{p}", "B is higher: {difference} ({sure}), {p}"),
            Some(result),
            None,
        ),
        ExperimentVerdict::Lower(result) => (
            Text::new("B 低于 A：差 {difference}（{sure}），{p}", "B is lower: {difference} ({sure}), {p}"),
            Some(result),
            None,
        ),
        ExperimentVerdict::NotToldApart(result, needed) => (
            Text::new("分不出：差 {difference}（{sure}），{p}", "no clear difference: {difference} ({sure}), {p}"),
            Some(result),
            *needed,
        ),
    };
    let until = review.experiment.days.last.to_string();
    let is_shares = review.groups.is_some_and(|groups| groups.is_shares);
    let p = match &review.verdict {
        ExperimentVerdict::UnevenArms { p } => *p,
        _ => result.map_or(1.0, |result| result.p),
    };
    let said = words.fill(language, |name| {
        Some(match name {
            "until" => until.clone(),
            "p" => probability(p),
            "difference" => result.map_or_else(String::new, |result| difference(result, is_shares)),
            _ => result.map_or_else(String::new, |result| sure(result, is_shares)),
        })
    });
    let said = match review.groups {
        Some(groups) => {
            let words = Text::new("按群比（{a} 个对 {b} 个）：{said}", "by groups ({a} against {b}): {said}");
            words.fill(language, |name| {
                Some(match name {
                    "a" => groups.a.to_string(),
                    "b" => groups.b.to_string(),
                    _ => said.clone(),
                })
            })
        }
        None => said,
    };
    let more = Text::new("；要分出来，每组约需 {n}", "; a clear answer would need about {n} a side");
    match needed {
        Some(needed) => format!("{said}{}", more.fill(language, |_| Some(needed.to_string()))),
        None => said,
    }
}

fn difference(result: &ExperimentResult, is_shares: bool) -> String {
    let sign = if result.difference > 0.0 { "+" } else { "" };
    match result.visible.is_some() || is_shares {
        // points of a percentage, not per cent of anything
        true => format!("{sign}{} pp", decimal(result.difference * 100.0)),
        false => format!("{sign}{}", decimal(result.difference)),
    }
}

fn sure(result: &ExperimentResult, is_shares: bool) -> String {
    match result.visible.is_some() || is_shares {
        true => format!("{}–{} pp", decimal(result.interval.low * 100.0), decimal(result.interval.high * 100.0)),
        false => format!("{}–{}", decimal(result.interval.low), decimal(result.interval.high)),
    }
}

/// `0.0544`; what is smaller than shown is named so.
pub(super) fn probability(p: f64) -> String {
    if p < 0.0001 { "p < 0.0001".to_owned() } else { format!("p = {p:.4}") }
}

/// What a proposal is.
pub(super) const fn kind(kind: ProposalKind) -> Text {
    match kind {
        ProposalKind::Stop => Text::new("停下", "stop"),
        ProposalKind::Change => Text::new("改变", "change"),
        ProposalKind::Try => Text::new("尝试", "try"),
    }
}

/// The name of that, for programs.
pub(super) const fn kind_word(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Stop => "stop",
        ProposalKind::Change => "change",
        ProposalKind::Try => "try",
    }
}

/// Baseline and target: `45% → 60%`; what cannot be read as a value, as the plan has it.
pub(super) fn aim(goal: &GoalReview) -> String {
    let shown = |measured: &Option<Measured>, written: &Option<String>| match (measured, written) {
        (Some(measured), _) => value(measured),
        (None, Some(written)) => written.clone(),
        (None, None) => "?".to_owned(),
    };
    let (baseline, target) = &goal.written;
    format!("{} → {}", shown(&goal.baseline, baseline), shown(&goal.target, target))
}
