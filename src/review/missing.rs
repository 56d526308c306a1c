//! What there are no data for, and what to do by when.

use super::goals::{GoalReview, GoalState};
use super::input::ReviewInput;
use crate::records::CurrentReadings;
use crate::value::Day;

/// Something that nobody wrote down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingReading {
    /// What it is about.
    pub subject: String,
    /// What it is called.
    pub title: String,
    /// What is missing.
    pub what: MissingWhat,
    /// Who collects it.
    pub owner: Option<String>,
    /// By when it is wanted: the next review, or today.
    pub by: Day,
}

/// What kind of reading is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingWhat {
    /// A value of a goal.
    Goal,
    /// How many came to an event.
    Attendance,
    /// The results of an experiment that is over.
    Experiment,
}

pub(super) fn missing(input: &ReviewInput, goals: &[GoalReview], readings: &CurrentReadings) -> Vec<MissingReading> {
    let by = input.next_review.unwrap_or(input.today).max(input.today);
    let mut missing = Vec::new();
    for (goal, reviewed) in input.goals.iter().zip(goals) {
        let wants = [GoalState::NoReading, GoalState::OverWithoutReading].contains(&reviewed.state)
            || matches!(reviewed.state, GoalState::OldReading { .. });
        if wants {
            let (subject, title, owner) = (goal.id.clone(), goal.title.clone(), goal.collected_by.clone());
            missing.push(MissingReading { subject, title, what: MissingWhat::Goal, owner, by });
        }
    }
    for event in input.events.iter().filter(|event| event.day <= input.today) {
        if readings.latest(&event.uid, "came").is_none() {
            let (subject, title, owner) = (event.uid.clone(), event.title.clone(), event.owner.clone());
            missing.push(MissingReading { subject, title, what: MissingWhat::Attendance, owner, by });
        }
    }
    for experiment in input.experiments.iter().filter(|experiment| experiment.days.last < input.today) {
        if readings.about_parts(&experiment.id).next().is_none() {
            let (subject, title) = (experiment.id.clone(), experiment.id.clone());
            missing.push(MissingReading { subject, title, what: MissingWhat::Experiment, owner: None, by });
        }
    }
    missing
}
