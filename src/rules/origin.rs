//! What is behind an entry of the calendar: where the plan has it, and what people see it called.

use crate::calendar::{Calendar, Item, Milestone, Origin};
use crate::finding::{Arg, Finding, KeyPath, Segment};
use crate::plan::{Plan, Thing};
use crate::value::Day;

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

/// The id of the item that a finding is about, or whose change it is about, and the day.
pub(super) fn date_of<'p>(plan: &'p Plan, finding: &Finding) -> Option<(&'p str, Day)> {
    let [Segment::Key(table), Segment::Index(at), ..] = finding.place.path.0.as_slice() else { return None };
    let item = match &**table {
        "changes" => plan.changes[*at].item.as_ref().map(|item| item.as_str()),
        _ => Thing::of(table, *at).and_then(|thing| thing.id(plan)),
    };
    let Some(Arg::Day(day)) = finding.arg("date") else { return None };
    Some((item?, *day))
}
