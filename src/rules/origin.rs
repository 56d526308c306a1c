//! What is behind an entry of the calendar: where the plan has it, and what people see it called.

use crate::calendar::{Calendar, Item, Milestone, Origin};
use crate::finding::{Arg, KeyPath};
use crate::plan::Plan;

/// The route of what is behind an entry.
pub(super) fn path(plan: &Plan, origin: Origin) -> KeyPath {
    match origin {
        Origin::Item(Item::Activity(i)) | Origin::Task(i, _) => KeyPath::of(&["activities"]).index(i),
        Origin::Item(Item::Content(i)) => KeyPath::of(&["content"]).index(i),
        Origin::Item(Item::Review(i)) => KeyPath::of(&["reviews"]).index(i),
        Origin::Item(Item::Meeting) => KeyPath::of(&["governance", "meeting"]),
        Origin::Item(Item::Programme(cohort, _)) => KeyPath::of(&["cohorts"]).index(cohort.min(plan.cohorts.len())),
        Origin::Life(Milestone::Welcome(_, step)) => KeyPath::of(&["onboarding", "steps"]).index(step),
        Origin::Life(Milestone::Check(content)) => KeyPath::of(&["content"]).index(content).key("reviewer"),
        Origin::Life(Milestone::Plan(date)) => date.path(),
        Origin::Life(_) => KeyPath::of(&["lifecycle"]),
    }
}

/// What it is called; a task by its activity and its step.
pub(super) fn title(plan: &Plan, calendar: &Calendar<'_>, origin: Origin) -> Arg {
    calendar.named(plan, origin).into()
}
