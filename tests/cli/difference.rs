//! What an edit lists is exactly how the two calendars differ over twelve months, and nothing far from the edit changes
//! unseen: the calendars are made by two runs of `qun schedule` and compared here by UID.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::kit::{CLUB, Place};

const STARTER: &str = include_str!("../../templates/plans/en/reading-club.toml");
const TODAY: [&str; 2] = ["--today", "2026-12-01"];

/// What is compared of each entry of a range that takes place: its times and its hands, by UID.
fn calendar(place: &Place, from: &str, to: &str) -> BTreeMap<String, Value> {
    let run =
        place.run_with(["schedule", "--from", from, "--to", to, "--format", "json"].into_iter().chain(TODAY), b"");
    let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err));
    let entries = json["entries"].as_array().expect("entries");
    let held = entries.iter().filter(|entry| entry["cancelled"] == false && entry["date"].as_str() >= Some(from));
    let staff = |entry: &Value| -> Vec<Value> {
        entry["staff"].as_array().expect("staff").iter().map(|helper| helper["person"].clone()).collect()
    };
    let facts = |entry: &Value| {
        json!({ "start": entry["start"], "end": entry["end"], "minutes": entry["minutes"],
            "person": entry["person"], "staff": staff(entry) })
    };
    let count = held.clone().count();
    let all: BTreeMap<String, Value> =
        held.map(|entry| (entry["uid"].as_str().expect("a UID").to_owned(), facts(entry))).collect();
    assert_eq!(all.len(), count, "each UID once");
    all
}

/// How two calendars differ: what happens to each UID.
fn difference(old: &BTreeMap<String, Value>, new: &BTreeMap<String, Value>) -> BTreeMap<String, &'static str> {
    let times = |entry: &Value| [entry["start"].clone(), entry["end"].clone(), entry["minutes"].clone()];
    let mut all = BTreeMap::new();
    for (uid, was) in old {
        match new.get(uid) {
            None => all.insert(uid.clone(), "removed"),
            Some(is) if times(is) != times(was) => all.insert(uid.clone(), "moved"),
            Some(is) if is != was => all.insert(uid.clone(), "reassigned"),
            Some(_) => None,
        };
    }
    all.extend(new.keys().filter(|uid| !old.contains_key(*uid)).map(|uid| (uid.clone(), "added")));
    all
}

/// Whether a document has all that the schema promises, and nothing else.
fn holds_schema(listed: &Value) {
    let schema: Value = serde_json::from_str(&Place::new().run("schema --of edit").out).expect("JSON");
    let keys = |value: &Value| -> Vec<String> { value.as_object().expect("an object").keys().cloned().collect() };
    let holds = |promised: &Value, object: &Value| {
        assert_eq!(keys(&promised["properties"]), keys(object));
        assert_eq!(promised["required"].as_array().expect("a list").len(), keys(object).len());
    };
    holds(&schema, listed);
    for change in listed["changes"].as_array().expect("changes") {
        holds(&schema["$defs"]["change"], change);
        assert!(
            schema["$defs"]["change"]["properties"]["change"]["enum"]
                .as_array()
                .expect("words")
                .contains(&change["change"])
        );
        for entry in [&change["before"], &change["after"]].into_iter().filter(|entry| !entry.is_null()) {
            holds(&schema["$defs"]["entry"], entry);
        }
    }
}

/// Edits a plan and compares what is listed with what is different; the entries that changed, as they are listed.
fn edited(plan: &str, edit: &[&str]) -> Vec<Value> {
    let (before, after) = (Place::with(plan), Place::with(plan));
    let words: Vec<&str> = edit.iter().copied().chain(["--format", "json"]).chain(TODAY).collect();
    let dry: Vec<&str> = words.iter().copied().chain(["--dry-run"]).collect();
    let seen: Value = serde_json::from_str(&before.run_with(dry, b"").out).expect("JSON");
    let run = after.run_with(words, b"");
    assert_eq!(run.code, 0, "{edit:?}: {}", run.err);
    let listed: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.out));
    holds_schema(&listed);
    assert_eq!((&listed["written"], &seen["written"]), (&json!(true), &json!(false)));
    assert_eq!(listed["changes"], seen["changes"], "{edit:?}: a dry run lists the same");
    let range = |key: &str| listed[key].as_str().expect("a day").to_owned();
    let (from, to) = (range("from"), range("to"));
    assert_eq!(from, "2026-12-01");
    let (old, new) = (calendar(&before, &from, &to), calendar(&after, &from, &to));
    assert!(old.len() > 500, "{}", old.len());
    let changes = listed["changes"].as_array().expect("changes").clone();
    let text = |change: &Value, key: &str| change[key].as_str().expect("a word").to_owned();
    let said: BTreeMap<String, String> =
        changes.iter().map(|change| (text(change, "uid"), text(change, "change"))).collect();
    let different: BTreeMap<String, String> =
        difference(&old, &new).into_iter().map(|(uid, change)| (uid, change.to_owned())).collect();
    assert_eq!(said, different, "{edit:?}");
    assert_eq!(changes.len(), said.len(), "each once");
    changes
}

/// The first and the last day of an entry as it was.
fn days(change: &Value) -> (&str, &str) {
    let day = |key: &str| change["before"][key].as_str().and_then(|moment| moment.get(..10));
    let first = day("start").expect("a start");
    (first, day("end").unwrap_or(first))
}

#[test]
fn an_absence_changes_only_what_overlaps_it() {
    for (plan, name) in [(CLUB, "小雨"), (CLUB, "阿明"), (STARTER, "Declan"), (STARTER, "Inês")] {
        for (first, last) in [("2026-12-12", "2026-12-12"), ("2027-01-09", "2027-01-09"), ("2026-12-07", "2026-12-13")]
        {
            let changes = edited(plan, &["away", name, &format!("{first}..{last}")]);
            for change in &changes {
                let (start, end) = days(change);
                assert!(change["change"] == "reassigned" && start <= last && first <= end, "{name} {first}: {change}");
            }
        }
    }
}

#[test]
fn other_edits_list_each_entry_that_changes() {
    let edits: [(&str, &str, &[&str]); 10] = [
        (CLUB, "salon", &["change", "salon", "2026-12-12", "--move", "2026-12-13T14:00"]),
        (CLUB, "salon", &["change", "salon", "2026-12-26", "--cancel"]),
        (CLUB, "salon", &["change", "salon", "2026-12-26", "--person", "小林"]),
        (CLUB, "", &["add", "person", "--name", "小鹿", "--roles", "host"]),
        (
            CLUB,
            "film",
            &[
                "add",
                "activity",
                "--id",
                "film",
                "--title",
                "观影",
                "--when",
                "每月最后一个周六 19:00",
                "--owner",
                "host",
            ],
        ),
        (CLUB, "salon", &["set", "activities.salon.when", "每月第二、四个周日 14:00-16:00"]),
        // the same days at another hour: each is moved, none taken away and added
        (CLUB, "salon", &["set", "activities.salon.when", "每月第二、四个周六 15:00-17:00"]),
        (STARTER, "", &["add", "person", "--name", "Ana", "--roles", "host"]),
        (
            STARTER,
            "film",
            &[
                "add",
                "activity",
                "--id",
                "film",
                "--title",
                "Film",
                "--when",
                "last Sat of the month 19:00",
                "--owner",
                "host",
            ],
        ),
        (STARTER, "", &["remove", "person", "Declan", "--from", "2027-03-01"]),
    ];
    for (plan, item, edit) in edits {
        let changes = edited(plan, edit);
        let is_elsewhere = |change: &&Value| {
            let state = if change["before"].is_null() { &change["after"] } else { &change["before"] };
            state["item"] != item
        };
        // new days may need someone who was to be elsewhere
        let elsewhere = changes.iter().filter(is_elsewhere).count();
        assert!(item.is_empty() || elsewhere <= 1, "{edit:?}: {elsewhere} of {}", changes.len());
        assert!(!changes.is_empty(), "{edit:?}");
    }
}

#[test]
fn every_edit_has_the_same_json() {
    for edit in [
        &["set", "community.size.now", "500"][..],
        &["away", "Priya", "2026-12-05"],
        &["set", "--unset", "rules"],
        &["add", "place", "--name", "Attic"],
    ] {
        let place = Place::with(STARTER);
        let run = place.run_with(edit.iter().copied().chain(["--format", "json"]).chain(TODAY), b"");
        assert_eq!(run.code, 0, "{edit:?} {}", run.err);
        holds_schema(&serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{edit:?} {error}: {}", run.out)));
    }
    let place = Place::new();
    place.run("init --template reading-club --lang en --yes community.toml");
    let run = place.run("confirm rules --format json --today 2026-12-01");
    let listed: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err));
    holds_schema(&listed);
    assert_eq!((&listed["written"], listed["changes"].as_array().map(Vec::len)), (&json!(true), Some(0)));
    // what is asked on a terminal has no JSON
    let run = Place::with(STARTER).run("confirm --format json");
    assert!(run.code == 2 && run.err.contains("confirm what?"), "{}", run.err);
    assert_eq!(Place::with(STARTER).run("confirm --list --format json").code, 2);
}

#[test]
fn a_new_cadence_is_one_line_with_what_goes_and_what_comes() {
    let place = Place::with(CLUB);
    let words = ["set", "draw.when", "every Thu 20:00", "--lang", "en", "--today", "2026-11-30"];
    let run = place.run_with(words, b"");
    assert_eq!(run.code, 0, "{}", run.err);
    let lines: Vec<&str> = run.err.lines().filter(|line| line.contains("月末抽奖送书")).collect();
    let folded = lines.iter().find(|line| line.starts_with("  ~ 月末抽奖送书  ")).expect("one line");
    assert!(
        folded.contains(" times, first 2027-01-31 Sun 20:00 → ") && folded.ends_with(", with its steps"),
        "{folded}"
    );
    assert!(lines.iter().all(|line| !line.starts_with("  − 月末抽奖送书: ")), "{lines:#?}");
}
