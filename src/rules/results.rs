//! Goals and tests against what was recorded: dates that are over without a reading, results decided too early or without
//! data, copying before the proof.

use super::context::Context;
use super::reporter::Reporter;
use crate::calendar::{Calendar, Entry, Item, Origin};
use crate::finding::KeyPath;
use crate::plan::lifecycle::{Experiment, Goal, Metric};
use crate::plan::{Plan, Thing};
use crate::planned::{goal_name, is_reached, latest_reading};
use crate::records::{Arm, MeasureKind, measured};
use crate::review::measured_size;

/// A reading so many days before the date of its goal still says how it ended.
const SHORTLY: i32 = 31;

pub(super) fn over_without_reading(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
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

/// The longest time between two dates of a review that looks at the goal, in the days ahead, is what a reading may be old.
pub(super) fn reading_too_old(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Reporter) {
    let rhythm = |review: usize| {
        let is_it = |entry: &&Entry| entry.origin == Origin::Item(Item::Review(review)) && !entry.cancelled;
        let days: Vec<i32> = calendar.entries.iter().filter(is_it).map(|entry| entry.original.day.0).collect();
        days.windows(2).map(|pair| pair[1] - pair[0]).max()
    };
    let rhythms: Vec<Option<i32>> = (0..plan.reviews.len()).map(rhythm).collect();
    for (at, goal) in plan.goals.iter().enumerate() {
        let (Some(name), Some(starts)) = (goal_name(goal), plan.in_use_since()) else { continue };
        // one that is over is reported as such
        if goal.by.is_none_or(|by| by < context.today) || starts > context.today {
            continue;
        }
        let looks = plan.reviews.iter().zip(&rhythms).filter(|(review, _)| {
            review.looks_at.is_empty() || review.looks_at.iter().any(|looked| looked.as_str() == name)
        });
        let Some(days) = looks.filter_map(|(_, rhythm)| *rhythm).min().filter(|days| *days > 0) else { continue };
        let latest = latest_reading(goal, &context.index.readings, context.today).map(|reading| reading.window.last);
        let since = latest.unwrap_or(starts);
        if context.today.0 - since.0 > days {
            let finding = report.finding(KeyPath::of(&["goals"]).index(at).key("objective"));
            let finding = finding.with("goal", Thing::Goal(at).named(plan)).with("since", since).with("id", name);
            report.add(finding.with("days", days as usize));
        }
    }
}

/// Only where both can be read as values of one kind, and the metric says which way is better.
pub(super) fn wrong_way(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
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
pub(super) fn decided_early(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, test) in plan.experiments.iter().enumerate() {
        let Some(until) = test.until.filter(|until| *until > context.today) else { continue };
        if is_decided(test) && test.early.is_none() {
            let finding = report.finding(KeyPath::of(&["experiments"]).index(at).key("decided"));
            report.add(finding.with("test", name_of(test)).with("until", until));
        }
    }
}

pub(super) fn decided_without_data(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, test) in plan.experiments.iter().enumerate() {
        let is_over = test.until.is_some_and(|until| until <= context.today);
        let readings = &context.index.readings;
        let has = |arm| readings.about_parts(name_of(test)).any(|reading| reading.arm == Some(arm));
        if is_over && is_decided(test) && !(has(Arm::A) && has(Arm::B)) {
            let finding = report.finding(KeyPath::of(&["experiments"]).index(at).key("decided"));
            report.add(finding.with("test", name_of(test)));
        }
    }
}

pub(super) fn proof_not_reached(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
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
