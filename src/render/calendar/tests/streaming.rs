//! What is written while it is made is what the whole would be.

use proptest::prelude::*;

use super::super::*;
use super::fixture::{day, options};
use crate::calendar::{Calendar, CalendarRequest, CalendarSummary, Scheduler, StreamedCalendar, calendar};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::values::Zone;
use crate::plan::{Reading, read};
use crate::source::Document;
use crate::value::Day;

fn reading(text: &str, library: &Library) -> Reading {
    let mut buffer = String::new();
    let reading = read(&Document::parse(text, &mut buffer), library);
    assert!(reading.is_sound(), "{:?}", reading.findings);
    reading
}

/// The bytes of all formats, written while they are made and made as a whole, for everybody and every channel.
fn hold(text: &str, (from, to): (&str, &str), at_once: usize, zone: Option<&str>) {
    let library = Library::default();
    let reading = reading(text, &library);
    let (shown, holidays) = ((day(from), day(to)), Holidays::china());
    let zone: Option<Zone> = zone.map(|zone| zone.parse().expect("a zone"));
    let made = if zone.is_some() { (shown.0.plus(-1), shown.1.plus(1)) } else { shown };
    let request = CalendarRequest { from: made.0, to: made.1, holidays, without: None };
    let mut whole: Calendar<'_> = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
    (whole.from, whole.to) = shown;
    let scheduler = Scheduler::new(&reading.plan, &reading.index, holidays);
    let streamed = StreamedCalendar::new(&scheduler, &library, made, shown).at_once(at_once);
    let empty = streamed.empty().expect("a calendar");
    let all = View { zone: zone.as_ref(), ..View::new(&reading.plan, &reading.index, &whole) };
    let people = (0..reading.plan.people.len()).map(|person| View { person: Some(person), ..all });
    let channels = (0..reading.plan.channels.len()).map(|channel| View { channel: Some(channel), ..all });
    for view in std::iter::once(all).chain(people).chain(channels) {
        let formats = [
            (StreamedFormat::Csv(CsvColumn::all()), Format::Csv),
            (StreamedFormat::Json, Format::Json),
            (StreamedFormat::Ics, Format::Ics),
        ];
        for (form, format) in formats {
            let mut out = Vec::new();
            let seen = View { calendar: &empty, ..view };
            let written = write_streamed(&seen, &streamed, form, &options(), &mut out).expect("it can be written");
            let expected = super::super::calendar(&view, format, &options());
            let out = String::from_utf8(out).expect("UTF-8");
            let first = expected.lines().zip(out.lines()).find(|(one, other)| one != other);
            assert!(expected == out, "{format:?} {:?} {:?}: {first:?}", view.person, view.channel);
            let summary = CalendarSummary::of(&whole);
            assert_eq!(
                (
                    written.is_empty,
                    written.summary.problems,
                    written.summary.unannounced_years,
                    written.summary.has_entries
                ),
                (view.is_empty(), summary.problems, summary.unannounced_years, summary.has_entries)
            );
        }
    }
}

/// Everything that depends on what lies before or after it: texts on both sides of their event, things that last for days,
/// nights elsewhere, a series, changes over the border of a stretch.
const HARD: &str = r#"
language = "en"
time_zone = "Asia/Shanghai"
holidays = "CN"
lifecycle = { starts = 2025-11-01, months = 60 }
community = { id = "hard", name = "Hard" }
channels = [{ id = "c", platform = "wecom-customer-group" }, { id = "d", platform = "discord" }]
rules = { messages_per_day = 1, quiet_hours = "22:00-07:00" }
roles = [{ id = "host" }, { id = "guard", critical = true }]
people = [{ id = "a", roles = ["host", "guard"], time_zone = "America/New_York", holidays = "US" },
  { id = "b", roles = ["host"], away = [{ from = 2026-03-01, to = 2026-03-20 }], backup = "a" }, { id = "e", roles = ["guard"], hours_per_week = 3 }]
changes = [{ item = "talk", on = 2026-01-28, move_to = 2026-02-03T20:00:00 }, { item = "talk", on = 2026-04-01, cancel = true },
  { item = "walk", on = 2026-03-27, person = "e" }]
cohorts = [{ id = "one", programme = "camp", starts = 2026-01-20, channel = "d", owner = "host" }]

[[activities]]
id = "talk"
title = "Talk"
when = "every Wed 20:00-21:30"
owner = "host"
staff = [{ role = "guard" }]
remind = ["1d"]
steps = [{ id = "before", at = "T-40d 09:00", text = "{title} {date} {owner}", sends = [{ to = "c", mention_all = true }] },
  { id = "after", at = "T+35d", text = "{title} was on {date}", sends = [{ to = "d" }] }]

[[activities]]
id = "walk"
title = "Walk"
when = "every Fri"
lasts = "9d"
owner = "guard"

[[activities]]
id = "night"
title = "Night"
when = "last day of the month 23:00-23:45"
owner = "a"

[[content]]
id = "post"
title = "Post"
when = "workdays 21:59"
series = ["one", "two", "three"]
sends = [{ to = "c" }]
owner = "host"
reviewer = "b"

[[programmes]]
id = "camp"
items = [{ days = "1-30", at = "06:30", title = "Row", text = "{title}" }]
"#;

#[test]
fn what_hangs_together_over_borders_stays_whole() {
    for at_once in [1, 3_000] {
        hold(HARD, ("2026-01-10", "2026-06-10"), at_once, None);
        hold(HARD, ("2026-01-10", "2026-04-10"), at_once, Some("America/Los_Angeles"));
        hold(HARD, ("2026-01-10", "2026-04-10"), at_once, Some("Pacific/Kiritimati"));
    }
    hold(HARD, ("2024-01-01", "2024-02-01"), 1, None);
    hold("", ("2026-01-01", "2027-12-31"), 1, None);
}

#[test]
fn the_years_of_a_zone_are_those_of_the_rows() {
    let plan = |when: &str, lasts: &str| {
        format!("time_zone = \"Europe/Berlin\"\n[[activities]]\nid = \"x\"\nwhen = \"{when}\"\nlasts = \"{lasts}\"\n")
    };
    for (when, lasts) in [
        ("2028-12-31 20:00", "12h"),
        ("2026-12-30", "366d"),
        ("2026-02-01 10:00", "300d"),
        ("every year on 31 Dec 20:00", "6h"),
        ("daily", "1d"),
        ("daily 10:00", "1h"),
    ] {
        hold(&plan(when, lasts), ("2026-01-05", "2030-12-31"), 1, None);
    }
}

/// An item with a cadence of any kind.
fn item() -> impl Strategy<Value = String> {
    let when = prop::sample::select(vec![
        "every Wed 20:00-21:00",
        "workdays 09:00",
        "every 9 days",
        "last day of the month 23:30-00:30",
        "days off 08:00",
        "every 2 weeks on Sun 10:00, 14:00",
        "first Mon of the month",
    ]);
    let owner = prop::sample::select(vec!["host", "a", "b", "guard"]);
    let more = prop::sample::select(vec![
        "",
        "lasts = \"3d\"\n",
        "on_holiday = \"after\"\n",
        "on_holiday = \"skip\"\n",
        "staff = [{ role = \"guard\" }]\n",
        "turn = \"balanced\"\n",
    ]);
    let steps = (-50..50i32, prop::bool::ANY).prop_map(|(days, sends)| {
        let to = if sends { ", sends = [{ to = \"c\" }]" } else { "" };
        format!("steps = [{{ id = \"s\", at = \"T{days:+}d 12:00\", text = \"{{title}} {{date}} {{owner}}\"{to} }}]\n")
    });
    (when, owner, more, steps).prop_map(|(when, owner, more, steps)| {
        let more = if more.starts_with("lasts") && when.contains('-') { "" } else { more };
        format!("when = \"{when}\"\nowner = \"{owner}\"\n{more}{steps}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn stretches_of_any_length_give_the_same_bytes(
        items in prop::collection::vec(item(), 1..5),
        first in 0..200i32,
        days in 0..250i32,
        at_once in 1..20usize,
        zone in prop::option::of(prop::sample::select(vec!["America/New_York", "Asia/Tokyo"])),
    ) {
        let head = &HARD[..HARD.find("changes =").expect("changes")];
        let items: String = items.iter().enumerate()
            .map(|(at, item)| format!("[[activities]]\nid = \"i{at}\"\ntitle = \"Item {at}\"\n{item}"))
            .collect();
        let from: Day = day("2025-12-20").plus(first);
        hold(&format!("{head}\n{items}"), (&from.to_string(), &from.plus(days).to_string()), at_once, zone);
    }
}
