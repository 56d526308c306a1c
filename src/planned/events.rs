//! The events and tasks of some days, as the calendar has them.

use super::is_counted;
use super::reviewed::ReviewedPlan;
use crate::calendar::{Calendar, Entry, Identity, Item, Kind, Origin};
use crate::records::{CurrentReadings, Measured};
use crate::review::{EventInput, TaskInput};

/// Events at which people are counted, and those about which something was written down.
pub(super) fn planned_events(
    of: &ReviewedPlan<'_>,
    made: &Calendar<'_>,
    readings: &CurrentReadings,
) -> Vec<EventInput> {
    let identity = Identity::of(of.plan, made);
    let event = |entry: &Entry| {
        let Origin::Item(item @ Item::Activity(activity)) = entry.origin else { return None };
        let (uid, expected) = (identity.uid(entry), of.plan.activities[activity].expected);
        let is_wanted = is_since_in_use(of, entry) && is_counted(of.plan, activity, readings);
        if readings.about(&uid).next().is_none() && !is_wanted {
            return None;
        }
        Some(EventInput {
            uid,
            item: identity.item(entry).into_owned(),
            title: item.label(of.plan, of.language),
            day: entry.at.day,
            owner: entry.who.person.map(|person| of.person(person)),
            expected: expected.map(u64::from),
        })
    };
    made.entries.iter().filter(|entry| !entry.cancelled).filter_map(event).collect()
}

/// Whether an entry is of a day since which the plan is in use: before, nobody was asked for anything.
fn is_since_in_use(of: &ReviewedPlan<'_>, entry: &Entry) -> bool {
    of.plan.in_use_since().is_none_or(|since| since <= entry.at.day)
}

/// What was due up to today, and how far it is; nothing as long as nobody ticks anything.
pub(super) fn planned_tasks(of: &ReviewedPlan<'_>, made: &Calendar<'_>, readings: &CurrentReadings) -> TaskInput {
    if !readings.all().iter().any(|reading| matches!(reading.value, Measured::Done(_))) {
        return TaskInput::default();
    }
    let identity = Identity::of(of.plan, made);
    let is_task = |entry: &&Entry| entry.kind == Kind::Task && !entry.cancelled && entry.at.day <= of.today;
    let mut tasks = TaskInput::default();
    for entry in made.entries.iter().filter(is_task) {
        let uid = identity.uid(entry);
        let done = readings.latest(&uid, "done").filter(|reading| reading.value == Measured::Done(true));
        if done.is_none() && !is_since_in_use(of, entry) {
            continue;
        }
        tasks.due += 1;
        tasks.done += u64::from(done.is_some());
        tasks.late += u64::from(done.map_or(entry.at.day < of.today, |done| done.window.last > entry.at.day));
    }
    tasks
}
