//! Times that the texts of an item give with a zone, against when the calendar holds it.

use super::super::context::Context;
use super::super::origin::title;
use super::super::reporter::Reporter;
use crate::calendar::{Calendar, Entry, Item, Origin};
use crate::finding::{Arg, KeyPath, Segment};
use crate::language::{Language, Text};
use crate::plan::values::Zone;
use crate::plan::{Plan, ZonedTime, zoned_times};
use crate::value::Clock;

/// The texts that go out to members.
const ROUTES: [&str; 6] = [
    "activities.steps.title",
    "activities.steps.text",
    "content.title",
    "content.text",
    "content.series",
    "content.lead_in",
];

pub(in super::super) fn contradicts(
    plan: &Plan,
    calendar: &Calendar<'_>,
    context: &Context<'_>,
    report: &mut Reporter,
) {
    let titles = plan.activities.iter().enumerate().filter_map(|(index, activity)| {
        Some((KeyPath::of(&["activities"]).index(index).key("title"), activity.title.as_deref()?))
    });
    let texts = context.texts.at(&ROUTES).map(|text| (text.path.clone(), text.text.as_str()));
    for (path, text) in titles.chain(texts) {
        let Some(stated) = zoned_times(text).into_iter().next() else { continue };
        let [Segment::Key(table), Segment::Index(index), ..] = path.0.as_slice() else { continue };
        let own = match table.as_ref() {
            "activities" => Origin::Item(Item::Activity(*index)),
            _ => Origin::Item(Item::Content(*index)),
        };
        let is_activity = |entry: &&&Entry| matches!(entry.origin, Origin::Item(Item::Activity(_)));
        let timed: Vec<&Entry> =
            calendar.running().filter(|entry| entry.at.time.is_some() && !entry.cancelled).collect();
        // what is posted speaks of an activity, most likely of the next one
        let first = timed.iter().find(|entry| entry.origin == own);
        let meant = match own {
            Origin::Item(Item::Content(_)) => {
                let from = first.map(|entry| entry.at);
                timed.iter().filter(is_activity).find(|entry| from.is_none_or(|from| from <= entry.at))
            }
            _ => first,
        };
        let Some(meant) = meant else { continue };
        let is_possible = |entry: &&&Entry| entry.origin == own || own != meant.origin;
        if timed.iter().filter(is_possible).any(|entry| is_held_then(plan, entry, &stated)) {
            continue;
        }
        let there = stated.zones.iter().map(|zone| moment(plan, meant, zone));
        let home = plan.time_zone.clone().unwrap_or_default();
        let finding = report.finding(path.clone()).with("text", stated.text.clone());
        report.add(
            finding
                .with("item", title(plan, calendar, meant.origin))
                .with("own", moment(plan, meant, &home))
                .with("there", Arg::List(there.collect())),
        );
    }
}

/// Whether an entry begins or ends at a time in one of its zones.
fn is_held_then(plan: &Plan, entry: &Entry, stated: &ZonedTime) -> bool {
    let home = plan.time_zone.clone().unwrap_or_default();
    let moments = [Some(entry.at), entry.end()];
    let is_it = |zone: &Zone| moments.iter().flatten().any(|at| at.on_wall(&home, zone).time == Some(stated.time));
    stated.zones.iter().any(is_it)
}

/// `14:00 New York`
fn moment(plan: &Plan, entry: &Entry, zone: &Zone) -> Arg {
    let home = plan.time_zone.clone().unwrap_or_default();
    let time: Option<Clock> = entry.at.on_wall(&home, zone).time;
    let city = Arg::Name { zh: zone.city(Language::Zh), en: zone.city(Language::En) };
    let time = time.map(|time| time.to_string()).unwrap_or_default();
    Arg::Phrase(Text::new("{city} {time}", "{time} {city}"), vec![("city", city), ("time", time.into())])
}
