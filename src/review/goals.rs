//! The goals: baseline, target, the latest reading, and whether it is on the way.

use super::input::{Direction, GoalInput};
use crate::metrics::{ConfidenceInterval, wilson};
use crate::records::{CurrentReadings, MeasureKind, Measured, RecordedReading, measured};
use crate::value::Day;

/// One goal, reviewed.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalReview {
    /// Its name in the plan.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The figure at the beginning.
    pub baseline: Option<Measured>,
    /// The figure to reach.
    pub target: Option<Measured>,
    /// Both as the plan has them.
    pub written: (Option<String>, Option<String>),
    /// The latest reading up to the end of the window.
    pub latest: Option<RecordedReading>,
    /// The one before it.
    pub before: Option<RecordedReading>,
    /// All readings up to the end of the window, in the order of their days.
    pub history: Vec<RecordedReading>,
    /// From the day of the baseline to the day of the target, where it has one.
    pub course: (Day, Option<Day>),
    /// The 95 % interval of the latest one, of a share whose total is known.
    pub interval: Option<ConfidenceInterval>,
    /// What can be said.
    pub state: GoalState,
}

/// How a goal is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum GoalState {
    /// The target is reached.
    Reached,
    /// It is at least where a straight line from the baseline to the target would be.
    OnTheWay {
        /// Where that line is on the day of the reading.
        line: f64,
    },
    /// It is behind that line, by more than the interval of the reading.
    Behind {
        /// Where that line is on the day of the reading.
        line: f64,
    },
    /// The interval of the reading holds the line: it cannot be said.
    NotToldApart {
        /// Where that line is on the day of the reading.
        line: f64,
    },
    /// Its day is over, and the target was not reached.
    Missed,
    /// Its day is over without a reading.
    OverWithoutReading,
    /// There is no reading yet.
    NoReading,
    /// The latest reading is older than the rhythm of its review.
    OldReading {
        /// The day of the latest reading.
        from: Day,
    },
    /// Baseline or target cannot be read as a value, or is of another kind than the reading.
    NotComparable,
    /// The target is on the wrong side of the baseline.
    WrongWay,
}

/// Reviews one goal with the readings up to a day.
pub(super) fn review_goal(goal: &GoalInput, readings: &CurrentReadings, until: Day) -> GoalReview {
    let value = |text: &Option<String>| text.as_deref().and_then(|text| measured(text, MeasureKind::Any, None).ok());
    let (baseline, target) = (value(&goal.baseline), value(&goal.target));
    let is_figure = |reading: &&RecordedReading| !reading.measure.is_of_community();
    let own = readings.about(&goal.id).filter(|reading| reading.arm.is_none() && reading.window.last <= until);
    let own = own.filter(is_figure);
    let history: Vec<RecordedReading> = own.cloned().collect();
    let mut back = history.iter().rev();
    let (latest, before) = (back.next().cloned(), back.next().cloned());
    let interval = latest.as_ref().and_then(reading_interval);
    let state = state(goal, (baseline.as_ref(), target.as_ref()), latest.as_ref(), interval, until);
    let (id, title, course) = (goal.id.clone(), goal.title.clone(), (goal.since, goal.by));
    let written = (goal.baseline.clone(), goal.target.clone());
    GoalReview { id, title, baseline, target, written, latest, before, history, course, interval, state }
}

/// The 95 % interval of a share whose total is known.
pub fn reading_interval(reading: &RecordedReading) -> Option<ConfidenceInterval> {
    let (Measured::Share(share), Some(of)) = (&reading.value, reading.of) else { return None };
    let count = (share.0.max(0) as f64 / 1000.0 * of as f64).round() as u64;
    (count <= of && of > 0).then(|| wilson(count, of))
}

fn state(
    goal: &GoalInput,
    (baseline, target): (Option<&Measured>, Option<&Measured>),
    latest: Option<&RecordedReading>,
    interval: Option<ConfidenceInterval>,
    until: Day,
) -> GoalState {
    let sign = if goal.direction == Direction::Up { 1.0 } else { -1.0 };
    if let (Some((from, unit)), Some((to, other))) = (baseline.and_then(measured_size), target.and_then(measured_size))
        && unit == other
        && sign * (to - from) < 0.0
    {
        return GoalState::WrongWay;
    }
    let is_over = goal.by.is_some_and(|by| by <= until);
    let Some(latest) = latest else {
        return if is_over { GoalState::OverWithoutReading } else { GoalState::NoReading };
    };
    let (Some((now, unit)), Some((to, wanted))) = (measured_size(&latest.value), target.and_then(measured_size)) else {
        return GoalState::NotComparable;
    };
    if unit != wanted {
        return GoalState::NotComparable;
    }
    if sign * (now - to) >= 0.0 {
        return GoalState::Reached;
    }
    if is_over && goal.by.is_some_and(|by| latest.window.last >= by) {
        return GoalState::Missed;
    }
    if is_over {
        return GoalState::OverWithoutReading;
    }
    if goal.rhythm.is_some_and(|rhythm| until.0 - latest.window.last.0 > rhythm) {
        return GoalState::OldReading { from: latest.window.last };
    }
    let line = line(
        goal,
        baseline.and_then(measured_size).filter(|(_, other)| *other == unit).map(|(from, _)| from),
        to,
        latest,
    );
    let Some(line) = line else { return GoalState::NotComparable };
    match interval {
        Some(interval) if interval.contains(line) => GoalState::NotToldApart { line },
        _ if sign * (now - line) >= 0.0 => GoalState::OnTheWay { line },
        _ => GoalState::Behind { line },
    }
}

/// Where a straight line from the baseline to the target is on the day of the reading.
fn line(goal: &GoalInput, from: Option<f64>, to: f64, latest: &RecordedReading) -> Option<f64> {
    let (from, by) = (from?, goal.by?);
    let all = f64::from(by.0 - goal.since.0);
    let gone = f64::from(latest.window.last.0 - goal.since.0);
    (all > 0.0).then(|| from + (to - from) * (gone / all).clamp(0.0, 1.0))
}

/// The size of a value, and what it is measured in; shares are 0 to 1.
pub fn measured_size(value: &Measured) -> Option<(f64, String)> {
    Some(match value {
        Measured::Count(count) => (*count as f64, String::new()),
        Measured::Mean(hundredths) => (*hundredths as f64 / 100.0, String::new()),
        Measured::Share(share) => (share.0 as f64 / 1000.0, "%".to_owned()),
        Measured::Money(money) => (money.cents as f64 / 100.0, money.currency.clone()),
        Measured::Score(hundredths, of) => (f64::from(*hundredths) / 100.0, format!("/{of}")),
        Measured::Length(length) => (length.minutes() as f64, "min".to_owned()),
        Measured::Done(_) => return None,
    })
}
