//! Entries of the calendar as items of a checklist.

use std::collections::BTreeSet;

use super::basis::Basis;
use super::{ChecklistItem, ChecklistKind, Dates, Section};
use crate::calendar::{Entry, Kind, Milestone, Origin, item_id, nobody_stands_in};
use crate::language::Text;
use crate::plan::activities::Weight;
use crate::plan::{Item, Plan, Thing};
use crate::value::Day;

/// What the calendar holds for the time of the list, day by day.
pub(super) fn from_calendar(what: ChecklistKind, basis: &Basis<'_>) -> Option<Section> {
    if !matches!(
        what,
        ChecklistKind::Launch
            | ChecklistKind::Daily
            | ChecklistKind::Weekly
            | ChecklistKind::Monthly
            | ChecklistKind::Closing
    ) {
        return None;
    }
    // a launch is prepared once: what recurs day by day has lists of its own; what was over before there was a plan is done
    let made = basis.plan.made.unwrap_or(Day::MIN);
    let of_launch = |entry: &Entry| !is_routine(entry, basis.plan) && entry.at.day >= made;
    let belongs = |entry: &&Entry| !entry.cancelled && (what != ChecklistKind::Launch || of_launch(entry));
    let entries = basis.calendar.entries.iter().filter(belongs);
    // what belongs to every date of an item is said at the first
    let mut said = BTreeSet::new();
    let mut of = |entry: &Entry| {
        let mut item = from_entry(entry, basis)?;
        if entry.kind != Kind::Task && !said.insert((item.text.clone(), item.details.clone())) {
            item.details.clear();
        }
        Some(item)
    };
    let items: Vec<ChecklistItem> = entries.filter_map(&mut of).collect();
    (!items.is_empty()).then(|| Section {
        id: "calendar".to_owned(),
        title: Text::new("日程里的事", "From the calendar").get(basis.language).to_owned(),
        items,
        ..Section::default()
    })
}

/// Whether it is a post, a review, a meeting, or part of a routine activity.
pub(super) fn is_routine(entry: &Entry, plan: &Plan) -> bool {
    match entry.origin {
        Origin::Item(Item::Activity(activity)) | Origin::Task(activity, _) => {
            plan.activities[activity].weight == Some(Weight::Routine)
        }
        Origin::Item(_) => true,
        Origin::Life(_) => false,
    }
}

pub(super) fn from_entry(entry: &Entry, basis: &Basis<'_>) -> Option<ChecklistItem> {
    let plan = basis.plan;
    let (id, source) = match entry.origin {
        Origin::Life(Milestone::Phase(_)) => return None,
        Origin::Life(Milestone::Check(content)) => {
            (format!("{}/check", item_id(plan, Item::Content(content))), "content".to_owned())
        }
        Origin::Life(Milestone::Plan(date)) => (format!("dates.{}", date.key(plan)), date.route()),
        Origin::Life(milestone) => (format!("lifecycle.{}", milestone.word()), "lifecycle".to_owned()),
        Origin::Item(item) => (item_id(plan, item), "calendar".to_owned()),
        Origin::Task(activity, task) => {
            let task = &basis.calendar.tasks[activity][task];
            let step = task.step.id.as_ref().map_or_else(|| task.at.to_string(), ToString::to_string);
            let of = item_id(plan, Item::Activity(activity));
            (format!("{of}/{step}"), source_of(activity, task.own, plan))
        }
    };
    let label = |thing: Thing| thing.label(plan, basis.language);
    let details = basis.calendar.details(plan, basis.index, entry, basis.language).into_iter();
    let details = details.filter(|detail| !detail.is_borrowed).map(|detail| detail.line(basis.language));
    let absent = entry.absent.iter().filter(|_| !entry.cancelled).map(|person| label(Thing::Person(*person)));
    let absent: Vec<String> = absent.collect();
    Some(ChecklistItem {
        id: format!("{id}/{}", original(entry)),
        text: basis.calendar.label(plan, entry.origin, basis.language).whole(basis.language),
        due: Some(entry.at),
        person: entry.who.person.map(|person| label(Thing::Person(person))),
        role: entry.who.role.map(|role| label(Thing::Role(role))),
        minutes: (entry.kind == Kind::Task).then(|| entry.minutes.unwrap_or(30).unsigned_abs()),
        source,
        details: nobody_stands_in(&absent, basis.language).into_iter().chain(details).collect(),
        ..ChecklistItem::default()
    })
}

/// The original start, as in UIDs.
fn original(entry: &Entry) -> String {
    match entry.original.time {
        Some(time) => format!("{}T{time}", entry.original.day),
        None => entry.original.day.to_string(),
    }
}

fn source_of(activity: usize, own: bool, plan: &Plan) -> String {
    match (&plan.activities[activity].sop, own) {
        (Some(sop), false) => format!("sop:{sop}"),
        _ => "plan".to_owned(),
    }
}

/// The days of the items of the calendar.
pub(super) fn dates(basis: &Basis<'_>) -> Dates {
    let held = basis.calendar.entries.iter().filter_map(|entry| {
        let item = match entry.origin {
            Origin::Item(item) => item,
            Origin::Task(activity, _) => Item::Activity(activity),
            Origin::Life(_) => return None,
        };
        Some((item_id(basis.plan, item), entry.original.day))
    });
    Dates { range: Some((basis.calendar.from, basis.calendar.to)), held: held.collect() }
}
