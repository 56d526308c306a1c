//! A review for programs, version 1: `qun schema --of review` describes it.

use serde_json::{Value, json};

use super::states;
use super::{CountedExports, ReviewView};
use crate::metrics::{ExperimentResult, ExperimentVerdict, Figure, Withheld};
use crate::records::{Measured, RecordedReading};
use crate::review::{
    DecisionReview, EventReview, ExperimentReview, GoalReview, MemberReview, MissingReading, MissingWhat, MoneyReview,
    Proposal,
};
use crate::value::{Day, DayWindow, Money};

/// JSON; what has no data is null or an empty list.
pub fn review_json(view: &ReviewView<'_>) -> String {
    let sections = &view.review.sections;
    let attendance = sections.attendance.as_ref().map(|attendance| {
        json!({
            "events": attendance.events.iter().map(event).collect::<Vec<_>>(),
            "came": attendance.together.map(|together| together.came),
            "no_show": attendance.together.map(|together| figure(&together.no_show)),
            "contradictions": attendance.contradictions.iter().map(|(uid, wrong)| {
                json!({ "event": uid, "came": wrong.came, "expected": wrong.expected })
            }).collect::<Vec<_>>(),
        })
    });
    let review = json!({
        "version": 1,
        "community": view.name,
        "today": day(view.today),
        "from": day(sections.window.first),
        "to": day(sections.window.last),
        "data_until": sections.data_until.map(day),
        "exports": view.exports.map(exports),
        "goals": sections.goals.iter().map(goal).collect::<Vec<_>>(),
        "members": sections.members.as_ref().map(members),
        "community_readings": sections.community.iter().map(|it| {
            json!({ "metric": it.measure.id, "reading": reading(it), "source": it.source })
        }).collect::<Vec<_>>(),
        "attendance": attendance,
        "money": sections.money.as_ref().map(money),
        "tasks": sections.tasks.map(|tasks| json!({ "due": tasks.due, "done": tasks.done, "late": tasks.late })),
        "experiments": sections.experiments.iter().map(experiment).collect::<Vec<_>>(),
        "decisions": sections.decisions.iter().map(decision).collect::<Vec<_>>(),
        "missing": sections.missing.iter().map(missing).collect::<Vec<_>>(),
        "proposals": view.review.proposals.iter().filter_map(|it| proposal(it, view)).collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&review).expect("a review is plain JSON");
    text.push('\n');
    text
}

fn day(day: Day) -> String {
    day.to_string()
}

fn measured(value: &Measured) -> Value {
    let (value, unit) = value.cells();
    json!({ "value": value, "unit": unit })
}

fn reading(reading: &RecordedReading) -> Value {
    let (value, unit) = reading.value.cells();
    let (from, to) = (day(reading.window.first), day(reading.window.last));
    json!({ "value": value, "unit": unit, "of": reading.of, "from": from, "to": to })
}

/// A share, or why it is withheld: then its counts are not shown where a group is too small.
fn figure(figure: &Figure) -> Value {
    let withheld = figure.withheld.map(|withheld| match withheld {
        Withheld::NothingToCount => "nothing-to-count",
        Withheld::TooEarly { .. } => "too-early",
        Withheld::SmallGroup => "small-group",
    });
    let is_small = figure.withheld == Some(Withheld::SmallGroup);
    let until = match figure.withheld {
        Some(Withheld::TooEarly { until }) => Some(day(until)),
        _ => None,
    };
    let interval = figure.interval();
    json!({
        "numerator": (!is_small).then_some(figure.numerator),
        "denominator": (!is_small).then_some(figure.denominator),
        "share": figure.share(),
        "low": interval.map(|interval| interval.low),
        "high": interval.map(|interval| interval.high),
        "from": day(figure.window.first),
        "to": day(figure.window.last),
        "data_until": day(figure.data_until),
        "withheld": withheld,
        "too_early_until": until,
    })
}

fn exports(exports: &CountedExports) -> Value {
    let coverage = &exports.coverage;
    json!({
        "kinds": exports.kinds.iter().map(|kind| kind.name().en).collect::<Vec<_>>(),
        "from": exports.span.map(|span| day(span.first)),
        "to": exports.span.map(|span| day(span.last)),
        "channels": exports.channels,
        "people": exports.people,
        "messages": coverage.messages,
        "joined": coverage.joins,
        "left": coverage.leaves,
        "bots": coverage.bots,
        "without_author": coverage.without_author,
        "duplicates": coverage.duplicates,
        "without_time": coverage.without_time,
        "unreadable": coverage.unreadable,
        "private": coverage.private,
        "other_kinds": coverage.other_kinds,
    })
}

fn goal(goal: &GoalReview) -> Value {
    json!({
        "id": goal.id,
        "title": goal.title,
        "baseline": goal.baseline.as_ref().map(measured),
        "target": goal.target.as_ref().map(measured),
        "before": goal.before.as_ref().map(reading),
        "latest": goal.latest.as_ref().map(reading),
        "low": goal.interval.map(|interval| interval.low),
        "high": goal.interval.map(|interval| interval.high),
        "state": states::goal_word(goal.state),
        "line": states::goal_line(goal.state),
    })
}

fn members(members: &MemberReview) -> Value {
    let week = |(week, figures): &(DayWindow, Vec<Figure>)| {
        json!({
            "from": day(week.first),
            "to": day(week.last),
            "weeks": figures.iter().map(figure).collect::<Vec<_>>(),
        })
    };
    let [day_1, day_7, day_30] = &members.retention;
    json!({
        "from": day(members.covered.first),
        "to": day(members.covered.last),
        "active": { "day": members.active.day, "week": members.active.week, "month": members.active.month },
        "stickiness": members.stickiness.map(|it| it.mean_of_ratios),
        "writers": members.writers,
        "messages": members.messages.messages,
        "messages_per_day": members.messages.per_day,
        "median_of_active": members.messages.median_of_active,
        "gini": members.concentration.map(|it| it.gini),
        "half_by": members.concentration.map(|it| it.half_by),
        "joined": members.change.joined,
        "left": members.change.left,
        "retention": {
            "day_1": figure(day_1),
            "day_7": figure(day_7),
            "day_30": figure(day_30),
            "week_1": figure(&members.week_one),
        },
        "triangle": members.triangle.iter().map(week).collect::<Vec<_>>(),
        "without_team": members.without_team.as_ref().map(|alone| json!({
            "team": alone.team,
            "active": { "day": alone.active.day, "week": alone.active.week, "month": alone.active.month },
            "writers": alone.writers,
            "messages": alone.messages,
        })),
        "lapsed": members.lapsed.as_ref().map(|lapsed| figure(&lapsed.figure)),
        "answers": {
            "begun": members.answered.starts(),
            "answered": members.answered.answered(),
            "median_seconds": members.answered.median(),
            "only_possible": members.is_only_possible,
        },
    })
}

fn event(it: &EventReview) -> Value {
    json!({
        "uid": it.event.uid,
        "title": it.event.title,
        "date": day(it.event.day),
        "owner": it.event.owner,
        "expected": it.event.expected,
        "signed_up": it.door.map(|door| door.signed_up).filter(|count| *count > 0),
        "came": it.came,
        "score": it.score.map(|(score, _)| f64::from(score) / 100.0),
        "score_of": it.score.map(|(_, of)| of),
    })
}

fn money(it: &MoneyReview) -> Value {
    let amounts = |amounts: &[Money]| amounts.iter().map(ToString::to_string).collect::<Vec<_>>();
    json!({
        "revenue": amounts(&it.revenue),
        "spent": amounts(&it.spent),
        "payers": it.payers,
        "break_even": it.break_even.and_then(Result::ok),
    })
}

fn experiment(it: &ExperimentReview) -> Value {
    let (result, needed): (Option<&ExperimentResult>, Option<u64>) = match &it.verdict {
        ExperimentVerdict::Higher(result) | ExperimentVerdict::Lower(result) => (Some(result), None),
        ExperimentVerdict::NotToldApart(result, needed) => (Some(result), *needed),
        _ => (None, None),
    };
    let p = match &it.verdict {
        ExperimentVerdict::UnevenArms { p } => Some(*p),
        _ => result.map(|result| result.p),
    };
    let test = &it.experiment;
    json!({
        "id": test.id,
        "a": test.a,
        "b": test.b,
        "from": day(test.days.first),
        "to": day(test.days.last),
        "data_until": it.data_until.map(day),
        "weeks_in_turn": test.is_in_turn,
        "groups": it.groups.map(|groups| json!({ "a": groups.a, "b": groups.b })),
        "verdict": states::verdict_id(it),
        "difference": result.map(|result| result.difference).or(it.turns.map(|turns| turns.difference)),
        "low": result.map(|result| result.interval.low),
        "high": result.map(|result| result.interval.high),
        "p": p,
        "below": result.map(|result| result.below),
        "visible": result.and_then(|result| result.visible),
        "needed_a_side": needed,
    })
}

fn decision(it: &DecisionReview) -> Value {
    let decision = &it.decision;
    json!({
        "id": decision.id,
        "what": decision.text,
        "owner": decision.owner,
        "decided": decision.on.map(day),
        "by": decision.by.map(day),
        "done": decision.done.map(day),
        "goal": decision.goal,
        "state": states::decision_word(it.state),
        "before": it.before_and_after.as_ref().map(|(before, _)| reading(before)),
        "after": it.before_and_after.as_ref().map(|(_, after)| reading(after)),
    })
}

fn missing(it: &MissingReading) -> Value {
    let what = match it.what {
        MissingWhat::Goal => "goal",
        MissingWhat::Attendance => "attendance",
        MissingWhat::Experiment => "experiment",
    };
    json!({ "subject": it.subject, "title": it.title, "what": what, "owner": it.owner, "by": day(it.by) })
}

fn proposal(it: &Proposal, view: &ReviewView<'_>) -> Option<Value> {
    let ((observed, proposed), rule) = (it.texts(view.language)?, it.declared()?);
    Some(json!({
        "rule": it.rule,
        "kind": states::kind_word(it.kind),
        "subject": it.subject,
        "observed": observed,
        "proposal": proposed,
        "threshold": rule.threshold.get(view.language),
        "source": rule.source.get(view.language),
    }))
}
