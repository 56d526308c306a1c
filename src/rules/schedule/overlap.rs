//! Two things at once: for one person, at one place, or for one person at two places.

use std::collections::BTreeMap;

use super::super::context::Context;
use super::super::report::Report;
use super::{name, path, title};
use crate::calendar::{Calendar, Entry, Item, Kind, Origin};
use crate::language::Text;
use crate::plan::Plan;

/// Who is in something by name or role, each once.
fn people(entry: &Entry) -> Vec<usize> {
    let mut people: Vec<usize> =
        entry.who.person.into_iter().chain(entry.staff.iter().filter_map(|who| who.person)).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// The place of an activity.
fn place(plan: &Plan, entry: &Entry) -> Option<usize> {
    let Origin::Item(Item::Activity(activity)) = entry.origin else { return None };
    let id = plan.activities[activity].place.as_ref()?.as_str();
    plan.places.iter().position(|place| place.id.as_ref().is_some_and(|own| own.as_str() == id))
}

/// The places of two activities, where they differ.
fn places(plan: &Plan, first: &Entry, second: &Entry) -> Option<(usize, usize)> {
    place(plan, first).zip(place(plan, second)).filter(|(here, there)| here != there)
}

fn called(plan: &Plan, place: usize) -> String {
    let place = &plan.places[place];
    place.name.clone().or_else(|| place.id.as_ref().map(ToString::to_string)).unwrap_or_default()
}

/// Pairs of entries with a time that overlap, among those that `key` gives the same value; told once a pair of items.
fn overlaps<'c, K: Ord + Copy>(
    calendar: &'c Calendar<'_>,
    key: impl Fn(&Entry) -> Vec<K>,
) -> Vec<(K, &'c Entry, &'c Entry)> {
    let mut latest: BTreeMap<K, (&Entry, i64)> = BTreeMap::new();
    let mut found: Vec<(K, &Entry, &Entry)> = Vec::new();
    let is_held = |entry: &&Entry| {
        !entry.cancelled
            && entry.at.time.is_some()
            && matches!(entry.kind, Kind::Activity | Kind::Review | Kind::Meeting)
    };
    for entry in calendar.entries.iter().filter(is_held) {
        let (start, end) = (entry.at.minute(), entry.at.minute() + i64::from(entry.minutes.unwrap_or(60)));
        for key in key(entry) {
            if let Some((other, until)) = latest.get(&key)
                && start < *until
                && !found.iter().any(|(k, a, b)| *k == key && a.origin == other.origin && b.origin == entry.origin)
            {
                found.push((key, other, entry));
            }
            let until = latest.get(&key).map_or(end, |(_, until)| end.max(*until));
            latest.insert(key, (entry, until));
        }
    }
    found
}

pub(in super::super) fn double_booked(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Report) {
    for (person, first, second) in overlaps(calendar, people) {
        if places(plan, first, second).is_some() {
            continue;
        }
        report.add(
            report
                .finding(path(plan, second.origin))
                .with("date", second.at.day)
                .with("person", name(plan, person))
                .with("first", title(plan, first.origin))
                .with("second", title(plan, second.origin))
                .related(path(plan, first.origin), Text::new("同时的另一件事", "the other thing at that time")),
        );
    }
}

pub(in super::super) fn same_place(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Report) {
    for (place, first, second) in overlaps(calendar, |entry| place(plan, entry).into_iter().collect()) {
        report.add(
            report
                .finding(path(plan, second.origin))
                .with("date", second.at.day)
                .with("place", called(plan, place))
                .with("first", title(plan, first.origin))
                .with("second", title(plan, second.origin))
                .related(path(plan, first.origin), Text::new("同时在那里的活动", "what is there at that time")),
        );
    }
}

pub(in super::super) fn two_places(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Report) {
    for (person, first, second) in overlaps(calendar, people) {
        let Some((here, there)) = places(plan, first, second) else { continue };
        report.add(
            report
                .finding(path(plan, second.origin))
                .with("date", second.at.day)
                .with("person", name(plan, person))
                .with("first", title(plan, first.origin))
                .with("second", title(plan, second.origin))
                .with("here", called(plan, here))
                .with("there", called(plan, there))
                .related(path(plan, first.origin), Text::new("同时在别处的活动", "what is elsewhere at that time")),
        );
    }
}
