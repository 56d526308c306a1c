//! What a plan asks a review to look at: its goals, events, tasks, experiments, decisions and money, as a review compares them.
//!
//! The plan and its calendar on one side, readings on the other: [`review_input`] brings what was planned into the shape of
//! [`ReviewInput`]. Must not read files, judge, or know how anything is shown.

mod counted;
mod events;
mod experiments;
mod goals;
mod money;
mod proof;
mod reviewed;

pub use counted::counted_readings;
pub use goals::{goal_name, planned_goals, review_days, with_attendance};
pub use proof::{is_reached, latest_reading, proving_goal};
pub use reviewed::ReviewedPlan;

use crate::calendar::{CalendarRequest, Scheduler, TooLarge, calendar};
use crate::records::CurrentReadings;
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
        decisions: decisions(of, window),
        money: money::planned_money(of.plan),
    })
}

/// What was decided up to the end of the window.
fn decisions(of: &ReviewedPlan<'_>, window: DayWindow) -> Vec<DecisionInput> {
    let decisions = of.plan.decisions.iter().filter_map(|decision| {
        let on = decision.decided.unwrap_or(window.first);
        let text = decision.what.clone().filter(|_| on <= window.last.min(of.today))?;
        Some(DecisionInput {
            id: decision.id.as_ref().map(ToString::to_string),
            text,
            owner: decision.owner.as_ref().map(|owner| of.holder(owner.as_str())),
            on,
            by: decision.by,
            goal: decision.goal.as_ref().map(|goal| goal.as_str().to_owned()),
            done: decision.done,
        })
    });
    decisions.collect()
}

#[cfg(test)]
mod tests;
