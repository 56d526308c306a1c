//! Times that the texts of an item give with a zone, against when the calendar holds it.

use super::super::context::Context;
use super::super::origin::title;
use super::super::reporter::Reporter;
use crate::calendar::{Calendar, Entry, Item, Origin};
use crate::finding::{Arg, KeyPath, Segment};
use crate::language::{Language, Text};
use crate::plan::values::Zone;
use crate::plan::{Plan, ZonedTime, zoned_times, zoned_variables};
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
    let timed: Vec<&Entry> = calendar.running().filter(|entry| entry.at.time.is_some() && !entry.cancelled).collect();
    for (path, text) in titles.chain(texts) {
        let [Segment::Key(table), Segment::Index(index), ..] = path.0.as_slice() else { continue };
        let own = match table.as_ref() {
            "activities" => Item::Activity(*index),
            _ => Item::Content(*index),
        };
        let Some((stated, meant)) = contradiction(plan, &timed, own, text) else { continue };
        let there = stated.zones.iter().map(|zone| moment(plan, meant, zone));
        let finding = report.finding(path.clone()).with("text", stated.text.clone());
        report.add(
            finding
                .with("item", title(plan, calendar, meant.origin))
                .with("own", moment(plan, meant, &home(plan)))
                .with("there", Arg::List(there.collect())),
        );
    }
}

/// A time that the text of an item gives, and what is held at another.
fn contradiction<'e>(plan: &Plan, timed: &[&'e Entry], own: Item, text: &str) -> Option<(ZonedTime, &'e Entry)> {
    let is_own = |entry: &&&Entry| entry.origin == Origin::Item(own);
    let first = timed.iter().find(is_own).copied();
    // its own time is on its own wall
    if let Some(first) = first
        && let Some(time) = first.at.on_wall(&home(plan), plan.zone_of(own).unwrap_or(&home(plan))).time
        && let Some(stated) = zoned_variables(text, time).into_iter().next()
        && !timed.iter().filter(is_own).any(|entry| is_held_then(plan, entry, &stated))
    {
        return Some((stated, first));
    }
    let stated = zoned_times(text).into_iter().next()?;
    let is_activity = |entry: &&&Entry| matches!(entry.origin, Origin::Item(Item::Activity(_)));
    let meant = match own {
        // what is posted speaks of an activity, most likely of the next one
        Item::Content(_) => {
            let from = first.map(|entry| entry.at);
            let next = timed.iter().filter(is_activity).find(|entry| from.is_none_or(|from| from <= entry.at));
            next.copied().or(first)
        }
        _ => first,
    }?;
    let is_possible = |entry: &&&Entry| is_own(entry) || Origin::Item(own) != meant.origin;
    let is_right = timed.iter().filter(is_possible).any(|entry| is_held_then(plan, entry, &stated));
    (!is_right).then_some((stated, meant))
}

/// The zone of the plan.
fn home(plan: &Plan) -> Zone {
    plan.time_zone.clone().unwrap_or_default()
}

/// Whether an entry begins or ends at a time in one of its zones.
fn is_held_then(plan: &Plan, entry: &Entry, stated: &ZonedTime) -> bool {
    let home = home(plan);
    let moments = [Some(entry.at), entry.end()];
    let is_it = |zone: &Zone| moments.iter().flatten().any(|at| at.on_wall(&home, zone).time == Some(stated.time));
    stated.zones.iter().any(is_it)
}

/// `14:00 New York`
fn moment(plan: &Plan, entry: &Entry, zone: &Zone) -> Arg {
    let time: Option<Clock> = entry.at.on_wall(&home(plan), zone).time;
    let city = Arg::Name { zh: zone.city(Language::Zh), en: zone.city(Language::En) };
    let time = time.map(|time| time.to_string()).unwrap_or_default();
    Arg::Phrase(Text::new("{city} {time}", "{time} {city}"), vec![("city", city), ("time", time.into())])
}

#[cfg(test)]
mod tests {
    use crate::knowledge::Holidays;
    use crate::library::Library;
    use crate::plan::read;
    use crate::rules::{LintOptions, lint};
    use crate::source::Document;

    /// What a plan of a team in New York says wrongly.
    fn wrong(items: &str) -> Vec<String> {
        let text = format!("language = \"en\"\ntime_zone = \"America/New_York\"\n{items}");
        let (library, mut buffer) = (Library::default(), String::new());
        let options = LintOptions::new("2026-12-01".parse().expect("a day"), Holidays::none());
        let found = lint(&read(&Document::parse(&text, &mut buffer), &library), &library, &options).findings;
        let found = found.into_iter().filter(|finding| finding.rule.id == "schedule/wrong-zone-time");
        found.map(|finding| finding.message(crate::language::Language::En)).collect()
    }

    #[test]
    fn its_own_time_with_another_zone_is_wrong() {
        let call = |zone: &str, text: &str| {
            wrong(&format!(
                "[[activities]]\nid = \"call\"\ntitle = \"Call\"\nwhen = \"every Wed 14:00\"\n{zone}\
                 steps = [{{ id = \"invite\", at = \"T-1d\", text = \"We start: {text}!\" }}]\n"
            ))
        };
        assert_eq!(
            call("", "{time} UTC"),
            ["a text says \"{time} UTC\", but \"Call\" is at 14:00 New York (19:00 UTC)"]
        );
        assert!(call("", "{time} ET").is_empty() && call("", "{time}, 19:00 UTC").is_empty());
        // on the wall of the item
        assert!(call("time_zone = \"UTC\"\n", "{time} UTC").is_empty());
        assert_eq!(call("time_zone = \"UTC\"\n", "{time} ET").len(), 1);
    }

    #[test]
    fn what_is_posted_where_nothing_else_takes_place_is_about_itself() {
        let post = |zone: &str, text: &str| {
            wrong(&format!(
                "[[content]]\nid = \"post\"\ntitle = \"Post\"\nwhen = \"every Wed 14:00\"\n{zone}text = \"{text}\"\n"
            ))
        };
        assert_eq!(post("", "Live at 14:00 UTC").len(), 1);
        assert!(post("", "Live at 19:00 UTC").is_empty() && post("", "Live at {time} ET").is_empty());
        assert_eq!(post("time_zone = \"UTC\"\n", "Live at {time} ET").len(), 1);
    }
}
