//! The goals of a plan, with the rhythm of the reviews that look at them.

use super::reviewed::ReviewedPlan;
use crate::calendar::{Item, Scheduler};
use crate::plan::lifecycle::{Goal, Metric};
use crate::plan::{Plan, Thing};
use crate::records::{CurrentReadings, MeasureKind, measured};
use crate::review::{Direction, GoalInput, measured_size};
use crate::value::{Day, DayWindow};

/// How far around a review its rhythm is looked for, in days.
const AROUND: i32 = 400;

/// The name by which readings know a goal: its id, else what it says.
pub fn goal_name(goal: &Goal) -> Option<&str> {
    goal.id.as_ref().map(|id| id.as_str()).or(goal.objective.as_deref())
}

/// The days of all reviews within a window, in order, each with its place in the plan.
pub fn review_days(plan: &Plan, scheduler: &Scheduler<'_>, window: DayWindow) -> Vec<(usize, Day)> {
    let of_review = |review: usize| {
        let days = scheduler.dates(Item::Review(review), (window.first, window.last));
        days.into_iter().map(move |day| (review, day))
    };
    let mut days: Vec<(usize, Day)> = (0..plan.reviews.len()).flat_map(of_review).collect();
    days.sort_unstable_by_key(|(review, day)| (*day, *review));
    days
}

/// The goals that have a name.
pub fn planned_goals(
    of: &ReviewedPlan<'_>,
    scheduler: &Scheduler<'_>,
    window: DayWindow,
    readings: &CurrentReadings,
) -> Vec<GoalInput> {
    let around = DayWindow { first: of.today.plus(-AROUND), last: of.today.plus(AROUND) };
    let reviews = review_days(of.plan, scheduler, around);
    let rhythms: Vec<Option<i32>> = (0..of.plan.reviews.len()).map(|review| rhythm(&reviews, review)).collect();
    let planned = of.plan.goals.iter().enumerate().filter_map(|(index, goal)| {
        let id = goal_name(goal)?.to_owned();
        let looks =
            of.plan.reviews.iter().zip(&rhythms).filter(|(review, _)| {
                review.looks_at.is_empty() || review.looks_at.iter().any(|name| name.as_str() == id)
            });
        let first = readings.about(&id).next().map(|reading| reading.window.last);
        Some(GoalInput {
            title: Thing::Goal(index).label(of.plan, of.language),
            direction: direction(goal),
            baseline: goal.baseline.clone(),
            target: goal.target.clone(),
            since: of.plan.in_use_since().or(first).unwrap_or(window.first),
            by: goal.by,
            collected_by: goal.collected_by.as_ref().map(|holder| of.holder(holder.as_str())),
            rhythm: looks.filter_map(|(_, rhythm)| *rhythm).min(),
            id,
        })
    });
    planned.collect()
}

/// The longest time between two dates of a review, in days.
fn rhythm(reviews: &[(usize, Day)], review: usize) -> Option<i32> {
    let days: Vec<Day> = reviews.iter().filter(|(of, _)| *of == review).map(|(_, day)| *day).collect();
    days.windows(2).map(|pair| pair[1].0 - pair[0].0).max()
}

/// Response times are to fall, what else has a metric is to rise; a goal without one runs as its figures do.
fn direction(goal: &Goal) -> Direction {
    let size = |text: &Option<String>| {
        measured_size(&measured(text.as_deref()?, MeasureKind::Any, None).ok()?).map(|(size, _)| size)
    };
    let falls = match goal.metric {
        Some(metric) => metric == Metric::ResponseTime,
        None => size(&goal.baseline).zip(size(&goal.target)).is_some_and(|(from, to)| to < from),
    };
    if falls { Direction::Down } else { Direction::Up }
}
