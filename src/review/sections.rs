//! The sections of a review.

use super::attendance::{AttendanceReview, review_attendance};
use super::decisions::{DecisionReview, review_decision};
use super::experiments::{ExperimentReview, review_experiment};
use super::goals::{GoalReview, review_goal};
use super::input::{ReviewInput, TaskInput};
use super::members::{MemberReview, review_members};
use super::missing::{MissingReading, missing};
use super::money::{MoneyReview, review_money};
use crate::metrics::TalliedEvents;
use crate::records::{CurrentReadings, RecordedReading};
use crate::value::{Day, DayWindow};

/// So many days after the window, readings of goals still belong to it.
const COLLECTED_WITHIN: i32 = 7;

/// The sections of a review. What has no data is none, or an empty list.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewSections {
    /// The days that are looked at.
    pub window: DayWindow,
    /// The day of the last event or reading that it rests on; none without data.
    pub data_until: Option<Day>,
    /// Each goal.
    pub goals: Vec<GoalReview>,
    /// What exports show about members.
    pub members: Option<MemberReview>,
    /// What was written down about the community itself: of each measure the latest reading of the window.
    pub community: Vec<RecordedReading>,
    /// Events and who came.
    pub attendance: Option<AttendanceReview>,
    /// Money.
    pub money: Option<MoneyReview>,
    /// What was due, done and late; none where nothing was due.
    pub tasks: Option<TaskInput>,
    /// Each experiment that has begun.
    pub experiments: Vec<ExperimentReview>,
    /// The decisions of earlier reviews.
    pub decisions: Vec<DecisionReview>,
    /// What nobody wrote down.
    pub missing: Vec<MissingReading>,
}

/// Compares plan and results, section by section.
pub(super) fn sections(
    input: &ReviewInput,
    readings: &CurrentReadings,
    events: Option<&TalliedEvents>,
) -> ReviewSections {
    let window = input.window;
    let until = window.last.min(input.today);
    let held = DayWindow { first: window.first.min(until), last: until };
    // figures that are collected for a review are written down in the days before or after it
    let is_fresh = (0..=COLLECTED_WITHIN).contains(&(input.today.0 - window.last.0));
    let collected = if is_fresh { input.today } else { until };
    let goals: Vec<GoalReview> = input.goals.iter().map(|goal| review_goal(goal, readings, collected)).collect();
    let read = readings.all().iter().map(|reading| reading.window.last).filter(|day| *day <= collected).max();
    let data_until = read.max(events.map(|events| events.span.last));
    let begun = input.experiments.iter().filter(|experiment| experiment.days.first <= until);
    ReviewSections {
        window,
        data_until,
        members: events.and_then(|events| review_members(events, window)),
        community: of_community(&input.community, readings, window),
        attendance: review_attendance(&input.events, readings, held, held.last),
        money: review_money(input.money.as_ref(), readings, window),
        tasks: (input.tasks.due > 0).then_some(input.tasks),
        experiments: begun.map(|experiment| review_experiment(experiment, readings, until)).collect(),
        decisions: input.decisions.iter().map(|it| review_decision(it, &goals, readings, input.today)).collect(),
        missing: missing(input, &goals, readings),
        goals,
    }
}

fn of_community(name: &str, readings: &CurrentReadings, window: DayWindow) -> Vec<RecordedReading> {
    let own = readings.about(name).filter(|reading| reading.arm.is_none() && window.contains(reading.window.last));
    let mut latest: Vec<RecordedReading> = Vec::new();
    for reading in own.rev() {
        if !latest.iter().any(|known| known.measure.id == reading.measure.id) {
            latest.push(reading.clone());
        }
    }
    latest.sort_by_key(|reading| reading.measure.id);
    latest
}
