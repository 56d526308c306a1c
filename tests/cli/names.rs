//! One thing has one name in every output, whatever of title, name, kind and id the plan gives.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::kit::Place;

/// What a role, a review, an activity and a channel may lack, with what they are then called.
const ROLES: [(&str, &str, &str); 5] = [
    ("id = \"m\"\ntitle = \"Caretaker\"\nkind = \"manager\"", "Caretaker", "Caretaker"),
    ("id = \"m\"\nkind = \"manager\"", "manager", "管理员"),
    ("id = \"m\"\nkind = \"participant\"", "m", "m"),
    ("id = \"host\"\nkind = \"participant\"", "host", "主持"),
    ("id = \"m\"", "m", "m"),
];

const REVIEWS: [(&str, &str, &str); 3] = [
    ("id = \"r\"\ntitle = \"Look back\"", "Look back", "Look back"),
    ("id = \"r\"", "Review", "复盘"),
    ("", "Review", "复盘"),
];

const ACTIVITIES: [(&str, &str, &str); 4] = [
    ("id = \"a\"\ntitle = \"Talk\"", "Talk", "Talk"),
    ("id = \"a\"", "a", "a"),
    ("form = \"poll\"", "poll", "投票"),
    ("", "activity 1", "活动 1"),
];

const CHANNELS: [(&str, &str, &str); 3] = [
    ("id = \"c\"\ntitle = \"Hall\"\nplatform = \"forum\"", "Hall", "Hall"),
    ("id = \"c\"\nplatform = \"forum\"", "forum", "论坛"),
    ("id = \"c\"", "c", "c"),
];

/// Each of these at least once: what one thing lacks does not touch the names of the others.
fn cases() -> [[(&'static str, &'static str, &'static str); 4]; 5] {
    [0, 1, 2, 3, 4].map(|n| [ROLES[n], REVIEWS[n % 3], ACTIVITIES[n % 4], CHANNELS[n % 3]])
}

fn plan([role, review, activity, channel]: [&str; 4]) -> String {
    let owner = role.split('"').nth(1).expect("an id");
    format!(
        "format = 1\ntime_zone = \"UTC\"\n[community]\nname = \"Club\"\n[[roles]]\n{role}\n[[people]]\nname = \"Mia\"\n\
         roles = [\"{owner}\"]\naway = [{{ from = 2026-12-01, to = 2026-12-31 }}]\n[[people]]\nid = \"ann\"\n\
         [[channels]]\n{channel}\nquiet_hours = \"22:00-08:00\"\n\
         [[reviews]]\n{review}\nwhen = \"2026-12-06 20:00\"\nowner = \"{owner}\"\n\
         [[activities]]\n{activity}\nwhen = \"2026-12-06 23:00\"\nowner = \"ann\"\nchannels = [\"c\"]\n\
         [[activities.steps]]\nid = \"tell\"\nat = \"T-30m\"\nrole = \"{owner}\"\nsends = [{{ to = \"c\" }}]\n"
    )
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The facts of the first finding of a rule.
fn facts(lint: &Value, rule: &str) -> Value {
    let findings = lint["files"][0]["findings"].as_array().expect("findings");
    let finding = findings.iter().find(|finding| finding["rule"] == rule);
    finding.unwrap_or_else(|| panic!("{rule}: {lint:#}"))["facts"].clone()
}

#[test]
fn things_without_a_title_or_an_id_have_one_name_everywhere() {
    for case in cases() {
        let place = Place::with(&plan(case.map(|(keys, ..)| keys)));
        for language in ["en", "zh-CN"] {
            let names = case.map(|(_, en, zh)| if language == "en" { en } else { zh });
            let [role, review, activity, channel] = names;
            let colon = if language == "en" { ": " } else { "：" };
            let task = format!("{activity}{colon}tell");
            let run = |line: &str| {
                let run = place.run(&format!("{line} --lang {language}"));
                assert!(run.code < 2, "{names:?}: {line}: {}", run.err);
                run.out
            };
            let lint = json(&run("lint --select schedule --format json --fail-on never"));
            let uncovered = facts(&lint, "schedule/uncovered-task");
            assert_eq!(
                (uncovered["item"].as_str(), uncovered["role"].as_str()),
                (Some(review), Some(role)),
                "{names:?}"
            );
            let quiet = facts(&lint, "schedule/quiet-hours");
            assert_eq!((quiet["item"].as_str(), quiet["channel"].as_str()), (Some(&*task), Some(channel)), "{names:?}");
            let human = run("lint --select schedule --fail-on never");
            for name in [review, role, &task, channel] {
                assert!(human.contains(name), "{names:?}: {name}: {human}");
            }
            for format in ["agenda", "csv", "md", "ics", "json"] {
                let out = run(&format!("schedule --month 2026-12 --format {format}"));
                for name in [review, &*task] {
                    assert!(out.contains(name), "{names:?}: {name}: {format}: {out}");
                }
                assert!(format == "ics" || out.contains(role) && out.contains(channel), "{names:?}: {format}: {out}");
            }
            // a cell of the grid may break a name between its words
            let grid = run("schedule --month 2026-12 --format grid");
            assert!(review.split(' ').all(|word| grid.contains(word)), "{names:?}: {grid}");
            let day = run("today --today 2026-12-06");
            assert!(day.contains(review) && day.contains(activity) && day.contains("ann"), "{names:?}: {day}");
            let list = run("checklist weekly --date 2026-12-06 --format text");
            assert!(list.contains(review) && list.contains(&task) && list.contains(role), "{names:?}: {list}");
            let brief = run("brief --channel c --from 2026-12-01");
            assert!(brief.contains(channel) && brief.contains(activity), "{names:?}: {brief}");
            let why = run("why 2026-12-06");
            for name in [review, role, activity, "ann"] {
                assert!(why.contains(name), "{names:?}: {name}: {why}");
            }
        }
    }
}

/// All example plans and starters, with the language of each.
fn plans() -> Vec<(PathBuf, &'static str)> {
    let folders = [("examples", ""), ("templates/plans/en", "en"), ("templates/plans/zh-CN", "zh-CN")];
    let of = |(folder, language): (&'static str, &'static str)| {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
        let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        files.filter(|path| path.extension().is_some_and(|end| end == "toml")).map(move |path| (path, language))
    };
    let mut all: Vec<_> = folders.into_iter().flat_map(of).collect();
    all.sort();
    assert!(all.len() > 20, "{all:?}");
    all
}

/// The texts under these keys, wherever they are.
fn texts(value: &Value, keys: &[&str], found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text) if keys.contains(&key.as_str()) => {
                        found.insert(text.clone());
                    }
                    value => texts(value, keys, found),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|value| texts(value, keys, found)),
        _ => {}
    }
}

#[test]
fn examples_and_starters_name_things_alike() {
    let mut compared = 0;
    for (path, language) in plans() {
        let text = fs::read_to_string(&path).expect("a plan");
        // everyone is away for a month, so that there is something to report
        let text = if text.contains("\naway = ") {
            text
        } else {
            text.replace("[[people]]\n", "[[people]]\naway = [{ from = 2026-12-01, to = 2027-01-31 }]\n")
        };
        let place = Place::with(&text);
        let language = if language.is_empty() { "en" } else { language };
        let run = |line: &str| {
            let run = place.run(&format!("{line} --lang {language}"));
            assert!(run.code < 2, "{}: {line}: {}", path.display(), run.err);
            json(&run.out)
        };
        let schedule = run("schedule --from 2026-10-01 --to 2027-12-31 --format json");
        let (mut titles, mut people, mut roles) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        texts(&schedule["entries"], &["title"], &mut titles);
        texts(&schedule["entries"], &["person"], &mut people);
        texts(&schedule["entries"], &["role"], &mut roles);
        let mut check = |found: BTreeSet<String>, known: &BTreeSet<String>, output: &str| {
            for name in found {
                assert!(known.contains(&name), "{}: {output}: {name:?} is not in {known:?}", path.display());
                compared += 1;
            }
        };
        let lint = run("lint --select schedule --format json --fail-on never");
        for finding in lint["files"][0]["findings"].as_array().expect("findings") {
            if ["schedule/never-happens", "schedule/change-of-nothing"]
                .contains(&finding["rule"].as_str().unwrap_or(""))
            {
                continue;
            }
            let mut items = BTreeSet::new();
            texts(&finding["facts"], &["item", "first", "second"], &mut items);
            check(items, &titles, "lint");
            let mut found = BTreeSet::new();
            texts(&finding["facts"], &["role"], &mut found);
            check(found, &roles, "lint");
        }
        let list = run("checklist monthly --date 2027-02-10 --format json");
        for section in list["sections"].as_array().expect("sections") {
            for item in section["items"].as_array().expect("items") {
                let source = item["source"].as_str().unwrap_or("");
                if source == "calendar" || source.starts_with("sop:") {
                    check(BTreeSet::from([item["text"].as_str().expect("a text").to_owned()]), &titles, "checklist");
                }
            }
        }
        let day = run("why 2027-02-10 --format json");
        let mut found = BTreeSet::new();
        texts(&day["entries"], &["title"], &mut found);
        check(found, &titles, "why");
    }
    assert!(compared > 300, "{compared}");
}

/// How one name may come from another keyboard, another file system, or another hand.
#[test]
fn a_name_is_one_however_it_is_encoded_and_at_every_door() {
    for (declared, typed) in
        [("Zoë Brû", "Zoe\u{308} Bru\u{302}"), ("Mia", "ｍＩＡ"), ("敏姐", "\u{3000}敏姐"), ("한별", "한별")]
    {
        let plan = format!(
            "format = 1\nlanguage = \"en\"\ntime_zone = \"UTC\"\n[community]\nid = \"t\"\nname = \"T\"\n[[people]]\n\
             name = \"{declared}\" # first\n[[activities]]\nid = \"x\"\ntitle = \"X\"\nwhen = \"every Wed 10:00\"\n\
             owner = \"{typed}\" # leads\n"
        );
        let place = Place::with(&plan);
        let ok = |line: &[&str]| {
            let run = place.run_with(line.iter().copied(), b"");
            assert_eq!(run.code, 0, "{line:?}\n{}{}", run.out, run.err);
            run.out
        };
        assert_eq!(ok(&["lint", "--select", "file", "--format", "concise"]), "");
        let month = ["schedule", "--month", "2026-12", "--format", "json"];
        let led: Value = serde_json::from_str(&ok(&month)).expect("JSON");
        assert_eq!(led["entries"][0]["person"], declared.trim(), "{}", led["entries"][0]);
        for person in [declared, typed] {
            let mine: Value = serde_json::from_str(&ok(&[&month[..], &["--person", person]].concat())).expect("JSON");
            assert_eq!(mine["entries"].as_array().map(Vec::len), Some(5), "{person}");
        }
        ok(&["away", typed, "2026-12-02"]);
        assert!(place.read("community.toml").contains("away = [{ from = 2026-12-02"), "{declared}");
        ok(&["rename", typed, "Kim"]);
        let text = place.read("community.toml");
        assert!(text.contains("name = \"Kim\" # first") && text.contains("owner = \"Kim\" # leads"), "{text}");
    }
}
