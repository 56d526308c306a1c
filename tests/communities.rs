//! Real communities: what the engine makes of their plans equals the dates that they published.
#![allow(clippy::disallowed_methods)] // tests read the project's own files

use std::collections::BTreeMap;
use std::fs;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use qun::calendar::{CalendarRequest, Entry, Item, Kind, Origin, calendar};
use qun::finding::Level;
use qun::knowledge::Holidays;
use qun::language::Language;
use qun::library::Library;
use qun::plan::{Plan, Reading, read};
use qun::rules::{LintOptions, lint};
use qun::source::Document;
use qun::value::Day;
use serde_json::Value;

fn file(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).expect("the file is there")
}

fn reading(name: &str, library: &Library) -> Reading {
    let text = file(name);
    let mut buffer = String::new();
    let reading = read(&Document::parse(&text, &mut buffer), library);
    let errors: Vec<String> = (reading.findings.iter())
        .filter(|finding| finding.level == Level::Error)
        .map(|finding| finding.message(Language::En))
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
    reading
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The starts of everything that takes place, by title; in the plan's zone.
fn starts(reading: &Reading, library: &Library, from: &str, to: &str) -> BTreeMap<String, Vec<String>> {
    let request = CalendarRequest { from: day(from), to: day(to), holidays: Holidays::none(), without: None };
    let made = calendar(&reading.plan, &reading.index, library, &request).expect("the calendar can be made");
    let mut starts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in made.entries.iter().filter(|entry| entry.kind == Kind::Activity && !entry.cancelled) {
        starts.entry(title(&reading.plan, entry)).or_default().push(shown(entry));
    }
    starts
}

fn title(plan: &Plan, entry: &Entry) -> String {
    match entry.origin {
        Origin::Item(Item::Activity(index)) => plan.activities[index].title.clone().expect("a title"),
        _ => String::new(),
    }
}

fn shown(entry: &Entry) -> String {
    entry.at.time.map_or_else(|| entry.at.day.to_string(), |time| format!("{} {time}", entry.at.day))
}

/// A meeting of the Rust project's calendar, stepped through with jiff alone.
fn published(meeting: &Value, from: Date, to: Date) -> Vec<String> {
    let (start, zone) = match &meeting["start"] {
        Value::String(text) if text.ends_with('Z') => (text.trim_end_matches('Z').to_owned(), Some("UTC")),
        Value::String(text) => (text.clone(), None),
        table => (table["date"].as_str().expect("a date").to_owned(), table["timezone"].as_str()),
    };
    let start = start.split('.').next().expect("a part").to_owned();
    let first: DateTime = if start.len() == 10 {
        start.parse::<Date>().expect("a date").at(0, 0, 0, 0)
    } else {
        start.parse().expect("a date and time")
    };
    let exceptions: Vec<&str> = (meeting["exceptions"]["dates"].as_array().into_iter().flatten())
        .map(|date| &date.as_str().expect("a date")[..10])
        .collect();
    let tz = |name: &str| TimeZone::get(name).expect("a zone");
    let mut out = Vec::new();
    let mut emit = |local: DateTime| {
        if exceptions.contains(&local.date().to_string().as_str()) {
            return;
        }
        let text = match zone {
            None => local.date().to_string(),
            Some(name) => {
                let utc = local.to_zoned(tz(name)).expect("a time").with_time_zone(TimeZone::UTC);
                utc.strftime("%Y-%m-%d %H:%M").to_string()
            }
        };
        if text[..10] >= *from.to_string() && text[..10] <= *to.to_string() {
            out.push(text);
        }
    };
    let rules = meeting["rules"].as_array().expect("rules");
    if rules.is_empty() {
        emit(first);
    }
    for rule in rules {
        let interval = rule["interval"].as_i64().unwrap_or(1);
        let count = rule["count"].as_u64().unwrap_or(u64::MAX);
        let until = rule["until"].as_str().map(|text| {
            let text = text.trim_end_matches('Z').split('.').next().expect("a part").to_owned();
            text.parse::<DateTime>().expect("a time").to_zoned(TimeZone::UTC).expect("a time")
        });
        let ended = |local: DateTime| {
            let at: Zoned = local.to_zoned(tz(zone.unwrap_or("UTC"))).expect("a time");
            until.as_ref().is_some_and(|until| at > *until)
        };
        let mut first = first;
        if let Some(hour) = rule["by_hour"][0].as_i64() {
            first = first.with().hour(i8::try_from(hour).expect("an hour")).build().expect("a time");
        }
        let weekday = rule["by_day"][0]["day"].as_str();
        let number = rule["by_day"][0]["num"].as_i64();
        match rule["frequency"].as_str().expect("a frequency") {
            "weekly" => {
                while weekday.is_some_and(|name| !first.strftime("%A").to_string().eq_ignore_ascii_case(name)) {
                    first = first.checked_add(1.day()).expect("a day");
                }
                let mut at = first;
                for _ in 0..count {
                    if ended(at) || at.date() > to {
                        break;
                    }
                    emit(at);
                    at = at.checked_add((interval * 7).days()).expect("a day");
                }
            }
            "monthly" => {
                let mut month = first.first_of_month();
                for n in 0.. {
                    let at = match number {
                        Some(number) => {
                            let nth = month
                                .date()
                                .nth_weekday_of_month(i8::try_from(number).expect("a number"), first.weekday());
                            nth.expect("there is one").to_datetime(first.time())
                        }
                        None => first.checked_add((n * interval).months()).expect("a month"),
                    };
                    if ended(at) || at.date() > to {
                        break;
                    }
                    emit(at);
                    month = month.checked_add(interval.months()).expect("a month");
                }
            }
            "yearly" => {
                for n in 0.. {
                    let at = first.checked_add((n * interval).years()).expect("a year");
                    if at.date() > to {
                        break;
                    }
                    emit(at);
                }
            }
            other => panic!("{other}"),
        }
    }
    out
}

/// What lint would still warn of is allowed in the plan, with the reason; and no allowance is idle.
#[test]
fn reports_nothing_false_about_real_communities() {
    let library = Library::default();
    for (name, allowed) in [("rust-project", 12), ("kubernetes-sigs", 13), ("datawhale", 20), ("chenguang", 0)] {
        let reading = reading(&format!("examples/{name}.toml"), &library);
        let outcome = lint(&reading, &library, &LintOptions::new(day("2026-11-23"), Holidays::china()));
        let reported = outcome.findings.iter().filter(|finding| finding.level >= Level::Warning);
        let reported: Vec<String> = reported.map(|finding| finding.message(Language::En)).collect();
        assert!(reported.is_empty(), "{name}: {reported:#?}");
        assert_eq!(reading.plan.lint.allow.len(), allowed, "{name}");
    }
}

/// A club of twenty people as such people would write it: asked for what every community needs, not for an office.
#[test]
fn twenty_runners_are_not_treated_as_an_enterprise() {
    let library = Library::default();
    let reading = reading("tests/data/small-club.toml", &library);
    let outcome = lint(&reading, &library, &LintOptions::new(day("2026-11-23"), Holidays::china()));
    let warned = outcome.findings.iter().filter(|finding| finding.level >= Level::Warning);
    assert_eq!(warned.map(|finding| finding.rule.id).collect::<Vec<_>>(), ["goals/none", "members/no-onboarding"]);
    assert!(outcome.findings.len() <= 15, "{}", outcome.findings.len());
}

/// The stable releases of Rust since 1.75, by the project's own notes of releases (RELEASES.md).
#[test]
fn rust_is_released_on_the_days_of_its_notes() {
    let library = Library::default();
    let reading = reading("examples/rust-project.toml", &library);
    let request =
        CalendarRequest { from: day("2023-12-01"), to: day("2025-12-31"), holidays: Holidays::none(), without: None };
    let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
    let is_release = |entry: &&Entry| entry.origin == Origin::Item(Item::Content(0));
    let days: Vec<String> = made.entries.iter().filter(is_release).map(|entry| entry.at.day.to_string()).collect();
    let published = "2023-12-28 2024-02-08 2024-03-21 2024-05-02 2024-06-13 2024-07-25 2024-09-05 2024-10-17 2024-11-28 \
                     2025-01-09 2025-02-20 2025-04-03 2025-05-15 2025-06-26 2025-08-07 2025-09-18 2025-10-30 2025-12-11";
    assert_eq!(days, published.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn the_rust_project_meets_as_published() {
    let library = Library::default();
    let reading = reading("examples/rust-project.toml", &library);
    let (from, to) = ("2023-11-01", "2027-12-31");
    let ours = starts(&reading, &library, from, to);
    let meetings: Vec<Value> = serde_json::from_str(&file("tests/data/rust-project-meetings.json")).expect("JSON");
    let mut theirs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (from, to) = (from.parse().expect("a date"), to.parse().expect("a date"));
    for meeting in &meetings {
        let title = meeting["title"].as_str().expect("a title").to_owned();
        theirs.entry(title).or_default().extend(published(meeting, from, to));
    }
    theirs.values_mut().for_each(|dates| dates.sort());
    theirs.retain(|_, dates| !dates.is_empty());
    let total: usize = theirs.values().map(Vec::len).sum();
    assert!(total > 1500, "{total}");
    for (title, dates) in &theirs {
        assert_eq!(ours.get(title), Some(dates), "{title}");
    }
    assert_eq!(ours.len(), theirs.len());
}

#[test]
fn datawhale_opens_on_the_second_saturday_and_announces_three_days_before() {
    let library = Library::default();
    let reading = reading("examples/datawhale.toml", &library);
    let mut rows = 0;
    for line in file("tests/data/datawhale-terms.csv").lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let (announce, open) = (day(fields[1]), day(fields[2]));
        let request = CalendarRequest {
            from: open.month().first(),
            to: open.month().last(),
            holidays: Holidays::china(),
            without: None,
        };
        let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
        let days = |kind: Kind| -> Vec<Day> {
            let is_own = |entry: &&Entry| entry.kind == kind && !matches!(entry.origin, Origin::Life(_));
            made.entries.iter().filter(is_own).map(|entry| entry.at.day).collect()
        };
        assert_eq!(days(Kind::Activity), [open], "{line}");
        assert_eq!(days(Kind::Task), [announce], "{line}");
        assert_eq!(days(Kind::Content), [announce], "{line}");
        rows += 1;
    }
    assert_eq!(rows, 8);
}

#[test]
fn kubernetes_groups_meet_on_the_weekdays_that_they_name() {
    let library = Library::default();
    let reading = reading("examples/kubernetes-sigs.toml", &library);
    let (from, to) = (day("2026-01-01"), day("2027-12-31"));
    let request = CalendarRequest { from, to, holidays: Holidays::none(), without: None };
    let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
    // original days are those of the group's own zone
    let mut days: BTreeMap<String, Vec<Day>> = BTreeMap::new();
    for entry in made.entries.iter().filter(|entry| entry.kind == Kind::Activity) {
        days.entry(title(&reading.plan, entry)).or_default().push(entry.original.day);
    }
    let mut reader = csv::Reader::from_reader(file("tests/data/kubernetes-meetings.csv").into_bytes().leak() as &[u8]);
    let (mut monthly, mut weekly) = (0, 0);
    for row in reader.records().map(|row| row.expect("a row")) {
        let words = row[6].to_lowercase();
        if words.contains("after the fourth") {
            continue;
        }
        let name = if row[1].is_empty() { row[0].to_owned() } else { format!("{} / {}", &row[0], &row[1]) };
        let days = &days[&format!("{name}: {}", &row[2])];
        assert!(days.iter().all(|day| day.weekday().english() == &row[3]), "{name}: {words}");
        let ordinals = [("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("4th", 4)];
        if words.contains("last wednesday") {
            assert_eq!(days.len(), 24, "{name}");
            assert!(days.iter().all(|day| day.plus(7).month() != day.month()), "{name}");
            monthly += 1;
        } else if let Some((_, nth)) = ordinals.iter().find(|(word, _)| words.contains(&format!("{word} "))) {
            assert_eq!(days.len(), 24, "{name}");
            assert!(days.iter().all(|day| (day.ymd().2 - 1) / 7 + 1 == *nth), "{name}: {words}");
            monthly += 1;
        } else if words.contains("weekly") || words.contains("four weeks") {
            let step = if words.contains("four") {
                28
            } else if words.contains("biweekly") {
                14
            } else {
                7
            };
            assert!(days.windows(2).all(|pair| pair[1].0 - pair[0].0 == step), "{name}: {words}");
            weekly += 1;
        }
    }
    assert!(monthly >= 11 && weekly >= 30, "{monthly} {weekly}");
}

#[test]
fn the_club_meets_as_planned() {
    let library = Library::default();
    let reading = reading("examples/chenguang.toml", &library);
    let request =
        CalendarRequest { from: day("2026-12-01"), to: day("2027-01-31"), holidays: Holidays::china(), without: None };
    let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
    let of = |name: &str| -> Vec<String> {
        let is_it = |entry: &&Entry| match entry.origin {
            Origin::Item(Item::Activity(i)) => {
                reading.plan.activities[i].id.as_ref().is_some_and(|id| id.as_str() == name)
            }
            _ => false,
        };
        made.entries.iter().filter(is_it).map(shown).collect()
    };
    // second and fourth Saturdays; the one of 26 December is moved by a change
    assert_eq!(of("salon"), ["2026-12-12 14:00", "2026-12-27 14:00", "2027-01-09 14:00", "2027-01-23 14:00"]);
    assert_eq!(of("draw"), ["2026-12-31 20:00", "2027-01-31 20:00"]);
    let camp: Vec<String> = made.entries.iter().filter(|entry| entry.kind == Kind::Programme).map(shown).collect();
    assert_eq!(camp.len(), 20);
    assert_eq!((camp[0].as_str(), camp[19].as_str()), ("2026-12-07 06:30", "2026-12-26 06:30"));
    let is_morning =
        |entry: &&Entry| entry.origin == Origin::Item(Item::Content(0)) && entry.at.day <= day("2026-12-31");
    let mornings = made.entries.iter().filter(is_morning);
    assert_eq!(mornings.count(), 23, "the workdays of December 2026");
}
