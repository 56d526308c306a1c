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
