//! What happened to the decisions of earlier reviews.

use super::goals::{GoalReview, measured_size};
use super::input::DecisionInput;
use crate::records::{CurrentReadings, RecordedReading};
use crate::value::Day;

/// How far a decision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionState {
    /// It was done.
    Done {
        /// When.
        on: Day,
    },
    /// Its day is over, and it was not done.
    Overdue {
        /// By how many days.
        days: i32,
    },
    /// It is not due yet.
    Open,
    /// It has no day: nobody can be late.
    WithoutDay,
}

/// One decision, reviewed. What its goal was before and is now is before and after, never cause and effect.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionReview {
    /// The decision.
    pub decision: DecisionInput,
    /// How far it is.
    pub state: DecisionState,
    /// The last reading of its goal before the decision, and the latest one since: only of one kind of value.
    pub before_and_after: Option<(RecordedReading, RecordedReading)>,
}

pub(super) fn review_decision(
    decision: &DecisionInput,
    goals: &[GoalReview],
    readings: &CurrentReadings,
    today: Day,
) -> DecisionReview {
    let state = match (decision.done, decision.by) {
        (Some(on), _) => DecisionState::Done { on },
        (None, Some(by)) if by < today => DecisionState::Overdue { days: today.0 - by.0 },
        (None, Some(_)) => DecisionState::Open,
        (None, None) => DecisionState::WithoutDay,
    };
    let goal = decision.goal.as_deref().and_then(|id| goals.iter().find(|goal| goal.id == id));
    let since = decision.done.or(decision.on);
    let before_and_after = goal.zip(since).and_then(|(goal, since)| {
        let after = goal.latest.as_ref().filter(|latest| latest.window.first > since)?;
        let before = readings.about(&goal.id).rfind(|reading| reading.window.last <= since && reading.arm.is_none())?;
        let unit = |reading: &RecordedReading| measured_size(&reading.value).map(|(_, unit)| unit);
        (unit(before) == unit(after)).then(|| (before.clone(), after.clone()))
    });
    DecisionReview { decision: decision.clone(), state, before_and_after }
}
