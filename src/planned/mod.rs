//! What a plan asks a review to look at: its goals, events, tasks, experiments, decisions and money, as a review compares them.
//!
//! The plan and its calendar on one side, readings on the other: [`review_input`] brings what was planned into the shape of
//! [`ReviewInput`]. Must not read files, judge, or know how anything is shown.

mod counted;
mod derived;
mod events;
mod experiments;
mod goals;
mod money;
mod proof;
mod reviewed;

pub use counted::counted_readings;
pub use derived::{is_counted, with_derived_readings};
pub use goals::{goal_name, planned_goals, review_days};
pub use proof::{is_reached, latest_reading, proving_goal};
pub use reviewed::ReviewedPlan;

use derived::is_of;

use crate::calendar::{CalendarRequest, PlanDate, Scheduler, TooLarge, calendar};
use crate::records::{CurrentReadings, Measured, RecordedReading};
use crate::review::{DecisionInput, ReviewInput};
use crate::value::DayWindow;

/// How far the next review is looked for, in days.
const AHEAD: i32 = 400;

/// What a review of some days compares with the readings.
pub fn review_input(
    of: &ReviewedPlan<'_>,
    window: DayWindow,
    readings: &CurrentReadings,
) -> Result<ReviewInput, TooLarge> {
    let request = CalendarRequest { from: window.first, to: window.last, holidays: of.holidays, without: None };
    let made = calendar(of.plan, of.index, of.library, &request)?;
    let scheduler = Scheduler::new(of.plan, of.index, of.holidays);
    let next = review_days(of.plan, &scheduler, DayWindow { first: of.today.plus(1), last: of.today.plus(AHEAD) });
    Ok(ReviewInput {
        window,
        today: of.today,
        community: of.plan.id().to_string(),
        next_review: next.first().map(|(_, day)| *day),
        goals: planned_goals(of, &scheduler, window, readings),
        events: events::planned_events(of, &made, readings),
        tasks: events::planned_tasks(of, &made, readings),
        experiments: experiments::planned_experiments(of.plan),
        decisions: decisions(of, window, readings),
        money: money::planned_money(of.plan),
    })
}

/// What was decided up to the end of the window; what was done in an earlier time of the same length is over.
fn decisions(of: &ReviewedPlan<'_>, window: DayWindow, readings: &CurrentReadings) -> Vec<DecisionInput> {
    let ticked = |row: usize| {
        let name = format!("dates.{}", PlanDate::decision(row).key(of.plan));
        let is_tick = |it: &&RecordedReading| it.value == Measured::Done(true) && is_of(&it.subject, &name);
        readings.all().iter().rfind(is_tick).map(|reading| reading.window.last)
    };
    let decisions = of.plan.decisions.iter().enumerate().filter_map(|(row, decision)| {
        let until = window.last.min(of.today);
        let text = decision.what.clone().filter(|_| decision.decided.is_none_or(|on| on <= until))?;
        let done = decision.done.or_else(|| ticked(row)).filter(|done| *done <= until);
        if done.is_some_and(|done| done < window.first.plus(-window.days())) {
            return None;
        }
        Some(DecisionInput {
            id: decision.id.as_ref().map(ToString::to_string),
            text,
            owner: decision.owner.as_ref().map(|owner| of.holder(owner.as_str())),
            on: decision.decided,
            by: decision.by,
            goal: decision.goal.as_ref().map(|goal| goal.as_str().to_owned()),
            done,
        })
    });
    decisions.collect()
}

#[cfg(test)]
mod tests;
