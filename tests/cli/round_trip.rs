//! A calendar that is exported and imported into an empty plan is the same calendar: every starter, every example, three
//! formats. What follows from the plan itself (tasks, phases) is not imported; who takes turns is a list of people there.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::kit::Place;

const RANGE: &str = "--from 2026-12-01 --to 2027-01-31";

fn json(place: &Place, words: &str) -> Value {
    let run = place.run(words);
    assert_eq!(run.code, 0, "{words}: {}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

/// Day, start and title of everything but tasks and phases.
fn entries(place: &Place, plan: &str) -> BTreeSet<(String, String, String)> {
    let calendar = json(place, &format!("schedule {plan} {RANGE} --format json"));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = calendar["entries"].as_array().expect("entries").iter();
    let kept = all.filter(|entry| entry["kind"] != "task" && entry["kind"] != "phase");
    kept.map(|entry| (text(&entry["date"]), text(&entry["start"]), text(&entry["title"]))).collect()
}

fn comes_back(place: &Place, plan: &str, name: &str) {
    let before = entries(place, plan);
    assert!(!before.is_empty(), "{name} has a calendar");
    let calendar = json(place, &format!("schedule {plan} {RANGE} --format json"));
    let zone = calendar["time_zone"].as_str().expect("a zone");
    for format in ["xlsx", "csv", "ics"] {
        let file = format!("calendar.{format}");
        let run = place.run(&format!("schedule {plan} {RANGE} -o {file} --force"));
        assert_eq!(run.code, 0, "{name} {format}: {}", run.err);
        // the plan has all of it already
        place.write("same.toml", place.read(plan).as_bytes());
        let run = place.run(&format!("import {file} same.toml --yes"));
        assert_eq!((run.code, place.read("same.toml") == place.read(plan)), (0, true), "{name} {format}: {}", run.err);
        place.write("empty.toml", format!("time_zone = \"{zone}\"\n[community]\nname = \"Empty\"\n").as_bytes());
        let run = place.run(&format!("import {file} empty.toml --yes"));
        assert_eq!(run.code, 0, "{name} {format}: {}", run.err);
        let after = entries(place, "empty.toml");
        let missing: Vec<_> = before.difference(&after).take(3).collect();
        let more: Vec<_> = after.difference(&before).take(3).collect();
        assert!(missing.is_empty() && more.is_empty(), "{name} {format}: missing {missing:?}, more {more:?}");
    }
}

#[test]
fn starters_come_back_from_what_they_export() {
    let place = Place::new();
    let all = json(&place, "templates --kind plan --format json");
    let names: Vec<&str> = all.as_array().expect("starters").iter().filter_map(|one| one["name"].as_str()).collect();
    assert!(names.len() >= 10, "{names:?}");
    for (at, name) in names.iter().enumerate() {
        let language = ["zh-CN", "en"][at % 2];
        let place = Place::new();
        let run = place.run(&format!("init plan.toml --template {name} --yes --lang {language}"));
        assert_eq!(run.code, 0, "{name}: {}", run.err);
        comes_back(&place, "plan.toml", name);
    }
}

#[test]
fn examples_come_back_from_what_they_export() {
    let folder = format!("{}/examples", env!("CARGO_MANIFEST_DIR"));
    let plans = std::fs::read_dir(folder).expect("examples").filter_map(Result::ok).map(|entry| entry.path());
    let mut seen = 0;
    for path in plans.filter(|path| path.extension().is_some_and(|ending| ending == "toml")) {
        let place = Place::new();
        place.write("plan.toml", &std::fs::read(&path).expect("an example"));
        comes_back(&place, "plan.toml", &path.display().to_string());
        seen += 1;
    }
    assert!(seen > 0);
}

/// A weekly talk of which one is cancelled and one moved, and a meetup of two dates of which one is cancelled.
const CHANGED: &str = "time_zone = \"Europe/London\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
    [[people]]\nid = \"ann\"\nname = \"Ann\"\n\
    [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Wed 20:00-21:00\"\nowner = \"ann\"\n\
    steps = [{ id = \"chairs\", at = \"T-1d\", title = \"Put up chairs\" }]\n\
    [[activities]]\nid = \"meetup\"\ntitle = \"Meetup\"\nwhen = \"last Sat of the month 14:00\"\n\
    [[changes]]\nitem = \"talk\"\non = 2026-12-09\ncancel = true\n\
    [[changes]]\nitem = \"talk\"\non = 2026-12-16\nmove_to = 2026-12-17T19:00:00\n\
    [[changes]]\nitem = \"meetup\"\non = 2026-12-26\ncancel = true\n";

#[test]
fn what_was_cancelled_or_moved_comes_back_as_such() {
    let place = Place::new();
    place.write("plan.toml", CHANGED.as_bytes());
    for (format, language) in [("xlsx", "en"), ("xlsx", "zh-CN"), ("csv", "en"), ("csv", "zh-CN"), ("ics", "en")] {
        let file = format!("calendar.{format}");
        let run = place.run(&format!("schedule plan.toml {RANGE} --lang {language} -o {file} --force"));
        assert_eq!(run.code, 0, "{format}: {}", run.err);
        place.write("new.toml", b"language = \"en\"\ntime_zone = \"Europe/London\"\n[community]\nname = \"New\"\n");
        let run = place.run(&format!("import {file} new.toml --yes --lang en"));
        assert_eq!(run.code, 0, "{format}: {}", run.err);
        assert!(!run.err.contains("unknown column"), "{format} {language}: {}", run.err);
        assert_eq!(run.err.matches("this date was cancelled").count(), 1, "{format}: one is of no rhythm: {}", run.err);
        let plan = place.read("new.toml");
        assert_eq!(plan.matches("[[activities]]").count(), 2, "{format}: {plan}");
        for line in
            ["when = \"every Wed 20:00-21:00\"", "on = 2026-12-09\ncancel = true", "move_to = 2026-12-17T19:00:00"]
        {
            assert!(plan.contains(line), "{format}: {line}: {plan}");
        }
        let mut before = entries(&place, "plan.toml");
        before.retain(|(day, ..)| day != "2026-12-26");
        assert_eq!(entries(&place, "new.toml"), before, "{format} {language}");
    }
}
