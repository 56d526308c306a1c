//! Where it is written that something is sent, and the one value that would send it another way.

use super::super::context::Context;
use crate::cadence::Cadence;
use crate::calendar::{Calendar, Item, LimitExceeded, Origin, Task};
use crate::finding::{Edit, KeyPath, Literal};
use crate::library::Send;
use crate::plan::{Plan, Thing};
use crate::value::{Clock, Offset, Shift};

/// Where it is written that something is sent: the item, the step or the day of the programme.
pub(super) fn route(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, origin: Origin) -> KeyPath {
    match origin {
        Origin::Task(activity, task) => {
            let path = KeyPath::of(&["activities"]).index(activity);
            match own_step(plan, &calendar.tasks[activity][task], activity) {
                Some(step) => path.key("steps").index(step),
                None => path.key("sop"),
            }
        }
        Origin::Item(Item::Programme(cohort, item)) => {
            let name = plan.cohorts[cohort].programme.as_ref();
            match name.and_then(|name| context.index.find("programme", name.as_str())) {
                Some(Thing::Programme(programme)) => {
                    KeyPath::of(&["programmes"]).index(programme).key("items").index(item)
                }
                _ => KeyPath::of(&["cohorts"]).index(cohort),
            }
        }
        other => super::super::origin::path(plan, other),
    }
}

/// The place of a task among the activity's own steps.
fn own_step(plan: &Plan, task: &Task<'_>, activity: usize) -> Option<usize> {
    plan.activities[activity].steps.iter().position(|step| std::ptr::eq(step, task.step))
}

/// The key that says when something is sent.
pub(super) fn timed(plan: &Plan, calendar: &Calendar<'_>, path: KeyPath, origin: Origin) -> KeyPath {
    match origin {
        Origin::Item(Item::Content(_)) => path.key("when"),
        Origin::Item(Item::Programme(..)) => path.key("at"),
        // a step may take its time from the SOP
        Origin::Task(activity, task) => match own_step(plan, &calendar.tasks[activity][task], activity) {
            Some(step) if plan.activities[activity].steps[step].at.is_some() => path.key("at"),
            _ => path,
        },
        Origin::Item(_) | Origin::Life(_) => path,
    }
}

/// The one value that sends something at another time of day; none where its time is not its own.
pub(super) fn retimed(
    plan: &Plan,
    calendar: &Calendar<'_>,
    path: KeyPath,
    origin: Origin,
    time: Clock,
) -> Option<Edit> {
    match origin {
        Origin::Item(Item::Content(content)) => {
            let content = &plan.content[content];
            let is_own = |when: &Cadence| content.time_zone.is_none() && when.more_times.is_empty();
            let mut when = content.when.clone().filter(is_own)?;
            let span = when.time.as_mut().filter(|span| span.end.is_none())?;
            span.start = time;
            Some(Edit::set(path.key("when"), when.print(plan.language())))
        }
        Origin::Task(activity, task) => {
            let task = &calendar.tasks[activity][task];
            own_step(plan, task, activity)?;
            match task.at.0 {
                Shift::Days(days, Some(_)) => {
                    Some(Edit::set(path.key("at"), Offset(Shift::Days(days, Some(time))).to_string()))
                }
                _ => None,
            }
        }
        Origin::Item(Item::Programme(..)) => Some(Edit::set(path.key("at"), time.to_string())),
        Origin::Item(_) | Origin::Life(_) => None,
    }
}

/// The one value by which something goes out without mentioning everyone.
pub(super) fn unmentioned(
    plan: &Plan,
    calendar: &Calendar<'_>,
    context: &Context<'_>,
    path: KeyPath,
    over: &LimitExceeded,
) -> Option<Edit> {
    let place = |sends: &[Send]| {
        let goes_there = |send: &Send| match send.to.as_ref().map(|to| to.as_str()) {
            Some("@channels") => true,
            Some(name) => context.index.find("channel", name) == Some(Thing::Channel(over.channel)),
            None => false,
        };
        sends.iter().position(|send| send.mention_all == Some(true) && goes_there(send))
    };
    let path = match over.origin {
        Origin::Item(Item::Content(content)) => path.key("sends").index(place(&plan.content[content].sends)?),
        Origin::Task(activity, task) => {
            let step = own_step(plan, &calendar.tasks[activity][task], activity)?;
            path.key("sends").index(place(&plan.activities[activity].steps[step].sends)?)
        }
        _ => path,
    };
    Some(Edit::set(path.key("mention_all"), Literal::Boolean(false)))
}
