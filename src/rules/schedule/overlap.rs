//! Two things at once: for one person, at one place, or for one person at two places.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::context::Context;
use super::super::origin::{date_of, path, title};
use super::super::reporter::Reporter;
use super::super::suggest::Suggester;
use crate::calendar::{At, Calendar, Entry, Item, Origin, Problem, Shifted};
use crate::finding::{Finding, KeyPath, Level, SuggestedCommand};
use crate::language::Text;
use crate::plan::{Plan, Thing};
use crate::value::Day;

/// The place of an activity.
fn place(plan: &Plan, origin: Origin) -> Option<usize> {
    let Origin::Item(Item::Activity(activity)) = origin else { return None };
    let id = plan.activities[activity].place.as_ref()?.as_str();
    plan.places.iter().position(|place| place.id.as_ref().is_some_and(|own| own.as_str() == id))
}

/// The places of two activities, where they differ.
fn places(plan: &Plan, first: Origin, second: Origin) -> Option<(usize, usize)> {
    place(plan, first).zip(place(plan, second)).filter(|(here, there)| here != there)
}

/// Two things of one person that overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct DoubleBooking {
    person: usize,
    first: Origin,
    second: Origin,
    /// The places, where they differ.
    places: Option<(usize, usize)>,
}

/// What a person is assigned to at the same time, with the first day; each pair once.
fn booked(plan: &Plan, calendar: &Calendar<'_>) -> Vec<(DoubleBooking, Day)> {
    let (mut found, mut known) = (Vec::new(), HashSet::new());
    for problem in &calendar.problems {
        let Problem::DoubleBooked { person, first, second, day } = *problem else { continue };
        let booked = DoubleBooking { person, first, second, places: places(plan, first, second) };
        if known.insert(booked) {
            found.push((booked, day));
        }
    }
    found
}

pub(in super::super) fn double_booked(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let is_task = |origin: Origin| matches!(origin, Origin::Task(..));
    for (DoubleBooking { person, first, second, .. }, day) in
        booked(plan, calendar).into_iter().filter(|it| it.0.places.is_none())
    {
        // a task can be done a little before or after
        let level = if is_task(first) || is_task(second) { Level::Warning } else { Level::Error };
        report.add(
            report
                .finding(path(plan, second))
                .at_most(level)
                .with("date", day)
                .with("person", Thing::Person(person).named(plan))
                .with("first", title(plan, calendar, first))
                .with("second", title(plan, calendar, second))
                .related(path(plan, first), Text::new("同时的另一件事", "the other thing at that time")),
        );
    }
}

pub(in super::super) fn two_places(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    for (DoubleBooking { person, first, second, places }, day) in booked(plan, calendar) {
        let Some((here, there)) = places else { continue };
        report.add(
            report
                .finding(path(plan, second))
                .with("date", day)
                .with("person", Thing::Person(person).named(plan))
                .with("first", title(plan, calendar, first))
                .with("second", title(plan, calendar, second))
                .with("here", Thing::Place(here).named(plan))
                .with("there", Thing::Place(there).named(plan))
                .related(path(plan, first), Text::new("同时在别处的活动", "the activity elsewhere at that time")),
        );
    }
}

/// Activities that are at one place at the same time; each pair once.
fn meetings<'c>(plan: &Plan, calendar: &'c Calendar<'_>) -> Vec<(usize, &'c Entry, &'c Entry)> {
    let mut latest: BTreeMap<usize, (&Entry, i64)> = BTreeMap::new();
    let (mut found, mut known) = (Vec::new(), HashSet::new());
    for entry in calendar.entries.iter().filter(|entry| !entry.cancelled && entry.at.time.is_some()) {
        let Some(place) = place(plan, entry.origin) else { continue };
        let (start, end) = (entry.at.minute(), entry.at.minute() + i64::from(entry.length()));
        let last = latest.get(&place).copied();
        if let Some((other, until)) = last
            && start < until
            && known.insert((place, other.origin, entry.origin))
        {
            found.push((place, other, entry));
        }
        latest.insert(place, (entry, last.map_or(end, |(_, until)| end.max(until))));
    }
    found
}

pub(in super::super) fn same_place(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    for (place, first, second) in meetings(plan, calendar) {
        report.add(
            report
                .finding(path(plan, second.origin))
                .with("date", second.at.day)
                .with("place", Thing::Place(place).named(plan))
                .with("first", title(plan, calendar, first.origin))
                .with("second", title(plan, calendar, second.origin))
                .related(
                    path(plan, first.origin),
                    Text::new("同时在那里的活动", "the other activity there at that time"),
                ),
        );
    }
}

/// Two dates of one item at the same moment, where a change or a holiday moved one of them onto the other; each pair of
/// items and days once.
pub(in super::super) fn two_dates(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let mut known: HashMap<(Item, At), &Entry> = HashMap::new();
    for entry in calendar.entries.iter().filter(|entry| !entry.cancelled) {
        let Origin::Item(item) = entry.origin else { continue };
        let Some(other) = known.insert((item, entry.at), entry) else { continue };
        // of the two, the one that was moved here
        let (moved, own) = if entry.at == entry.original { (other, entry) } else { (entry, other) };
        if moved.at.day == moved.original.day {
            continue;
        }
        let route = match moved.shifted {
            Shifted::Change(change) => KeyPath::of(&["changes"]).index(change),
            _ => path(plan, moved.origin),
        };
        report.add(
            report
                .finding(route)
                .with("item", title(plan, calendar, moved.origin))
                .with("date", moved.original.day)
                .with("to", own.at.day),
        );
    }
}

/// The date that was moved onto another is moved elsewhere.
pub(in super::super) fn another_day(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let Some((item, day)) = date_of(suggest.plan, finding) else { return Vec::new() };
    vec![suggest.asking(
        SuggestedCommand::new(&["change", item, &day.to_string(), "--move"]),
        KeyPath::of(&["changes", "move_to"]),
    )]
}
