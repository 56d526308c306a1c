//! Whether a goal is reached, by what was recorded: the proof that a community's model works.

use super::goal_name;
use crate::plan::Plan;
use crate::plan::lifecycle::{Goal, Metric};
use crate::records::{CurrentReadings, MeasureKind, RecordedReading, measured};
use crate::review::measured_size;
use crate::value::Day;

/// The latest reading of a goal up to a day.
pub fn latest_reading<'r>(goal: &Goal, readings: &'r CurrentReadings, until: Day) -> Option<&'r RecordedReading> {
    let name = goal_name(goal)?;
    let mut own = readings.all().iter().filter(|reading| reading.subject == name && reading.arm.is_none());
    own.rfind(|reading| reading.window.last <= until)
}

/// Whether the latest reading of a goal is at its target; none where nobody wrote one down, or they cannot be compared.
pub fn is_reached(goal: &Goal, readings: &CurrentReadings, until: Day) -> Option<bool> {
    let (now, unit) = measured_size(&latest_reading(goal, readings, until)?.value)?;
    let (to, wanted) = measured_size(&measured(goal.target.as_deref()?, MeasureKind::Any, None).ok()?)?;
    let is_better = if goal.metric == Some(Metric::ResponseTime) { now <= to } else { now >= to };
    (unit == wanted).then_some(is_better)
}

/// The goal that proves the model before it is copied, as the plan names it.
pub fn proving_goal(plan: &Plan) -> Option<&Goal> {
    let proof = plan.growth.copy.proof.as_ref()?.as_str();
    plan.goals.iter().find(|goal| goal_name(goal) == Some(proof))
}
