//! What a starter gave is marked, confirmed, replaced or dropped; what a plan is without is not asked for.

use serde_json::Value;

use crate::kit::{Place, Run};

/// A copy of a starter.
fn copy(starter: &str, language: &str) -> Place {
    let place = Place::new();
    let made = place.run(&format!("init --template {starter} --lang {language} --yes"));
    assert_eq!(made.code, 0, "{}", made.err);
    place
}

fn ok(run: Run) -> Run {
    assert_eq!(run.code, 0, "{} {}", run.out, run.err);
    run
}

fn linted(place: &Place) -> Value {
    let run = place.run("lint --format json");
    serde_json::from_str::<Value>(&run.out).expect("JSON")["files"][0].clone()
}

/// The counts of a chapter: borrowed and all.
fn counts(place: &Place, chapter: &str) -> Option<(u64, u64)> {
    let file = linted(place);
    let findings = file["findings"].as_array().expect("findings");
    let of_chapter = |finding: &&Value| finding["rule"] == "own/borrowed" && finding["facts"]["key"] == chapter;
    let facts = &findings.iter().find(of_chapter)?["facts"];
    Some((facts["borrowed"].as_u64()?, facts["total"].as_u64()?))
}

#[test]
fn lint_counts_what_is_borrowed_in_json_and_sarif() {
    let place = copy("reading-club", "en");
    let (borrowed, total) = counts(&place, "rules").expect("a finding");
    assert_eq!((borrowed, total), (25, 25));
    ok(place.run("set rules.posted channel-notes"));
    assert_eq!(counts(&place, "rules"), Some((24, 25)));
    let sarif: Value = serde_json::from_str(&place.run("lint --format sarif").out).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    let rules = results.iter().find(|result| {
        result["ruleId"] == "own/borrowed" && result["message"]["text"].as_str().is_some_and(|t| t.contains("`rules`"))
    });
    let rules = rules.expect("a result");
    assert_eq!(
        (&rules["properties"]["facts"]["borrowed"], &rules["properties"]["facts"]["total"]),
        (&24.into(), &25.into())
    );
}

#[test]
fn confirming_everything_leaves_what_is_never_taken_over() {
    for language in ["en", "zh-CN"] {
        let place = copy("reading-club", language);
        let before = linted(&place)["score"].as_u64().expect("a score");
        let keys: Vec<String> = counted_chapters(&place);
        for key in &keys {
            let run = place.run(&format!("confirm {key}"));
            // people, places and partners are refused as a whole
            let refused = ["people", "places", "partners"].contains(&key.as_str());
            assert_eq!(run.code == 2, refused, "{key}: {}", run.err);
        }
        let after = linted(&place);
        let score = after["score"].as_u64().expect("a score");
        assert!(before <= 25 && score > 70 && score < 95, "{before} {score}");
        for finding in after["findings"].as_array().expect("findings").iter().filter(|f| f["rule"] == "own/borrowed") {
            assert_eq!(finding["facts"]["borrowed"], finding["facts"]["never_taken"], "{finding}");
        }
        // what is listed as left is what can only be replaced
        let list = ok(place.run("confirm --list")).out;
        let values = list.lines().filter(|line| line.contains(" = "));
        assert!(values.clone().count() > 30 && values.clone().all(|line| line.starts_with("! ")), "{list}");
        for line in list.lines().filter(|line| line.contains(" = ")) {
            let (key, value) = line.trim_start_matches("! ").split_once(" = ").expect("a value");
            let own = match value.split_once(' ') {
                Some((amount, currency)) if amount.parse::<f64>().is_ok() => format!("{amount}1 {currency}"),
                _ if value.parse::<f64>().is_ok() => format!("1{value}"),
                _ if value.len() == 10 && value.starts_with("20") => value.replacen("20", "21", 1),
                _ if value.ends_with('%') => format!("1{value}"),
                _ => format!("{value} X"),
            };
            let run = place.run_with(["set", key, &own], b"");
            assert!(run.code == 0 || key.ends_with("available") || key.contains("away"), "{key} {own}: {}", run.err);
        }
        let whole = linted(&place);
        assert!(whole["score"].as_u64().is_some_and(|score| score >= 90), "{}: {}", whole["score"], whole["topics"]);
    }
}

fn counted_chapters(place: &Place) -> Vec<String> {
    let file = linted(place);
    let findings = file["findings"].as_array().expect("findings").iter().filter(|f| f["rule"] == "own/borrowed");
    findings.map(|finding| finding["facts"]["key"].as_str().expect("a key").to_owned()).collect()
}

#[test]
fn chapters_titles_and_keys_are_confirmed_and_taken_back() {
    let place = copy("reading-club", "zh-CN");
    let text = place.read("community.toml");
    let dry = ok(place.run("确认 rules --dry-run"));
    assert!(dry.out.contains("+confirmed = [\"rules\"]"), "{}", dry.out);
    assert_eq!(place.read("community.toml"), text);
    ok(place.run("confirm 文化 线下书桌 positioning.mission"));
    let confirmed = place.read("community.toml");
    let line = confirmed.lines().find(|line| line.starts_with("confirmed")).expect("a list");
    assert_eq!(line, "confirmed = [\"positioning.mission\", \"culture\", \"activities.desk\"]");
    let again = place.run("confirm culture");
    assert!(again.code == 2 && again.err.contains("没有还是模板的内容"), "{}", again.err);
    ok(place.run("undo"));
    assert_eq!(place.read("community.toml"), text);
}

#[test]
fn what_is_never_taken_over_is_refused_with_what_to_do() {
    for (language, words) in [("en", "only be replaced or removed"), ("zh-CN", "只能换成自己的或去掉")] {
        let place = copy("paid-membership", language);
        for key in ["people", "places", "partners", "monetisation.annual.price", "community.size", "rules.data.contact"]
        {
            let run = place.run(&format!("confirm {key}"));
            assert_eq!(run.code, 2, "{key}: {}", run.err);
            assert!(run.err.contains(words) && run.err.contains("qun set '"), "{key}: {}", run.err);
        }
        // typed again, it is meant
        ok(place.run("set community.size.now 40"));
        let size = counts(&place, "community").expect("a finding");
        ok(place.run("set community.size.now 40"));
        assert_eq!(counts(&place, "community"), Some(size));
    }
}

#[test]
fn a_value_that_is_typed_again_is_confirmed() {
    let place = copy("reading-club", "en");
    let (before, total) = counts(&place, "community").expect("a finding");
    ok(place.run("set community.size.now 30"));
    assert_eq!(counts(&place, "community"), Some((before - 1, total)));
    assert!(place.read("community.toml").contains("confirmed = [\"community.size.now\"]"));
}

#[test]
fn a_copy_without_its_origin_gets_one_finding_whose_fix_names_it() {
    let place = copy("alumni", "en");
    let text = place.read("community.toml").replace("from = \"alumni\"\n", "");
    place.write("community.toml", text.as_bytes());
    let file = linted(&place);
    let own: Vec<&str> = file["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter_map(|finding| finding["rule"].as_str().filter(|rule| rule.starts_with("own/")))
        .collect();
    assert_eq!(own, ["own/copied-template"]);
    assert!(file["score"].as_u64().is_some_and(|score| score <= 25), "{}", file["score"]);
    place.run("lint --fix");
    assert!(place.read("community.toml").contains("from = \"alumni\""));
    assert!(counts(&place, "rules").is_some());
}

#[test]
fn what_a_plan_is_without_is_an_answer() {
    for (language, key, word) in [("en", "partners", "none"), ("zh-CN", "合作方", "没有")] {
        let place = Place::with(&format!("language = \"{language}\"\n[community]\nname = \"Dawn\"\n"));
        let is_asked = |place: &Place| place.run("lint --format concise").out.contains("partners/none");
        // one piece of advice is less than a point of the whole score
        let score = |place: &Place| linted(place)["topics"]["partners"].as_u64();
        let before = place.read("community.toml");
        assert!(is_asked(&place) && score(&place) == Some(0));
        ok(place.run(&format!("set {key} {word}")));
        assert!(place.read("community.toml").contains("without = [\"partners\"]"));
        assert!(!is_asked(&place) && score(&place) == Some(100));
        // adding one ends it, and is said
        let added = ok(place.run("add partner --name Owl --gives room --gets posts"));
        assert!(!place.read("community.toml").contains("without") && added.err.contains("without"), "{}", added.err);
        ok(place.run("undo"));
        ok(place.run("undo"));
        assert_eq!(place.read("community.toml"), before);
        ok(place.run("set 变现 没有"));
        assert!(!place.run("lint --format concise").out.contains("monetisation/no-model"));
    }
}

#[test]
fn a_starters_things_go_with_a_word_and_own_ones_do_not() {
    let place = copy("reading-club", "en");
    ok(place.run("set partners none"));
    let text = place.read("community.toml");
    assert!(text.contains("without = [\"partners\"]") && !text.contains("[[partners]]") && !text.contains("partner ="));
    let own = Place::with(
        "without = [\"places\"]\n[community]\nname = \"Dawn\"\n[[partners]]\nid = \"owl\"\nname = \"Owl\"\n",
    );
    let refused = own.run("set partners none");
    assert!(refused.code == 2 && refused.err.contains("--unset"), "{}", refused.err);
    // an unknown word in the list is no plan's key
    own.write("community.toml", b"without = [\"plces\"]\n[community]\nname = \"Dawn\"\n");
    let wrong = own.run("lint --format concise");
    assert!(wrong.out.contains("file/unknown-reference"), "{}", wrong.out);
}

#[test]
fn what_needs_something_that_the_plan_is_without_is_found() {
    let found = |plan: &str| {
        let report = Place::with(plan).run("lint --format concise --select own/used-without --lang en").out;
        report.lines().find(|line| line.contains("own/used-without")).map(str::to_owned).unwrap_or_default()
    };
    let activity = |keys: &str| {
        format!("[[activities]]\nid = \"meet\"\ntitle = \"Meet-up\"\nwhen = \"every Sat 14:00\"\n{keys}\n")
    };
    let rows = [
        ("places", activity("mode = \"offline\""), "people meet in person at Meet-up"),
        ("channels", activity("mode = \"online\""), "people meet online at Meet-up"),
        ("incentives.red_packets", activity("form = \"red-packet\""), "red packets are given out at Meet-up"),
        ("partners", "[growth]\nsources = [\"partner\"]\n".to_owned(), "expects members from partners"),
        ("monetisation", "[rules]\nadmission = { by = \"fee\" }\n".to_owned(), "asks for a fee"),
    ];
    for (key, text, expected) in rows {
        let line = found(&format!("without = [\"{key}\"]\n{text}"));
        assert!(line.contains(&format!("`without` lists `{key}`, but ")) && line.contains(expected), "{key}: {line}");
    }
    let online = found(&format!("without = [\"places\"]\n{}", activity("mode = \"online\"")));
    assert_eq!(online, "", "what needs no place is fine without one");
}

/// The borrowed values whose keys end in one of these, as they are written.
fn borrowed_values(place: &Place, keys: &[&str]) -> Vec<String> {
    let list = ok(place.run("confirm --list")).out;
    let values = list.lines().filter_map(|line| line[1..].trim().split_once(" = "));
    let of_keys =
        values.filter(|(key, _)| keys.iter().any(|wanted| key.split('[').next().is_some() && key.contains(wanted)));
    of_keys.map(|(_, value)| value.to_owned()).collect()
}

#[test]
fn a_copied_starter_offers_nothing_for_posting() {
    for (starter, language) in [("reading-club", "en"), ("paid-membership", "zh-CN"), ("social-commerce", "en")] {
        let place = copy(starter, language);
        let year = ok(place.run("schedule --month 2026-12 --months 12 --format json")).out;
        let year: Value = serde_json::from_str(&year).expect("JSON");
        let entries = year["entries"].as_array().expect("entries");
        // what an SOP of the library says without naming anything can be posted as it is
        let offered = entries.iter().filter(|entry| !entry["text"].is_null());
        for entry in offered {
            assert_eq!((&entry["text_from"], &entry["text_missing"]), (&"library".into(), &Value::Array(vec![])));
        }
        let from = |whose: &str| entries.iter().filter(|entry| entry["text_from"] == whose).count();
        assert!(from("template") > 50 && from("library") > 5 && from("plan") == 0, "{starter}");
        let texts = borrowed_values(&place, &[".text", ".series", ".lead_in", ".price", ".address", ".refund"]);
        assert!(texts.len() > 20, "{starter}");
        let channel = if starter == "reading-club" { "members" } else { "" };
        let mut shown = String::new();
        for day in 1..=31 {
            shown.push_str(&ok(place.run(&format!("today --today 2026-12-{day:02}"))).out);
        }
        assert!(shown.matches("qun set '").count() > 20, "{shown}");
        if !channel.is_empty() {
            shown.push_str(&ok(place.run(&format!("brief --channel {channel} --from 2026-12-07"))).out);
        }
        shown.push_str(&ok(place.run("schedule --month 2026-12 --format csv")).out);
        shown.push_str(&ok(place.run("schedule --month 2026-12 --format ics")).out.replace("\r\n ", ""));
        let offered: Vec<&String> = texts.iter().filter(|text| text.len() > 8 && shown.contains(*text)).collect();
        assert!(offered.is_empty(), "{starter}: {offered:?}");
    }
}

#[test]
fn what_is_confirmed_or_own_is_offered_again() {
    let place = copy("reading-club", "en");
    let texts = |place: &Place| {
        let run = ok(place.run("schedule --month 2026-12 --format json")).out;
        let month: Value = serde_json::from_str(&run).expect("JSON");
        let entries = month["entries"].as_array().expect("entries").clone();
        let own = entries.into_iter().filter(|entry| entry["text_from"] == "plan");
        own.map(|entry| entry["text"].as_str().expect("a text").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(texts(&place), Vec::<String>::new());
    ok(place.run("confirm content"));
    let confirmed = texts(&place).len();
    assert!(confirmed > 30, "{confirmed}");
    let own = "Six o'clock, page 40, bring a pencil.";
    ok(place.run_with(["set", "activities.table.steps[0].text", own], b""));
    assert!(texts(&place).contains(&own.to_owned()));
}

#[test]
fn checklists_mark_a_starters_words() {
    for (language, mark) in [("en", "the starter's"), ("zh-CN", "模板的")] {
        let place = copy("reading-club", language);
        let list = ok(place.run("checklist moderation")).out;
        assert!(list.matches(mark).count() > 3, "{list}");
        ok(place.run("confirm rules"));
        assert!(!ok(place.run("checklist moderation")).out.contains(&format!("，{mark}")), "{language}");
        assert!(!ok(place.run("checklist moderation")).out.contains(&format!(", {mark}")), "{language}");
    }
}

#[test]
fn what_was_confirmed_stays_confirmed_under_a_new_name() {
    let place = copy("reading-club", "en");
    ok(place.run("confirm activities.table activities.talk.title"));
    let announce = |place: &Place| ok(place.run("confirm --list")).out.contains("Sign-up is open for");
    assert!(!announce(&place));
    ok(place.run("rename table big-table"));
    let text = place.read("community.toml");
    assert!(text.contains("confirmed = [\"activities.talk.title\", \"activities.big-table\"]"), "{text}");
    assert!(!announce(&place));
}

#[test]
fn what_no_starter_is_compared_with_does_not_go_with_a_word() {
    let place = copy("reading-club", "en");
    let own = "\n[[changes]]\nitem = \"table\"\non = 2027-01-02\ncancel = true\n[[lint.allow]]\nrule = \"goals/none\"\nwhy = \"later\"\n";
    let text = place.read("community.toml") + own;
    place.write("community.toml", text.as_bytes());
    for key in ["changes", "lint"] {
        let run = place.run(&format!("set {key} none"));
        assert_eq!((run.code, place.read("community.toml") == text), (2, true), "{key}: {}", run.err);
    }
}

#[test]
fn only_what_may_be_empty_is_an_answer_by_a_word() {
    let place = Place::with("[community]\nname = \"Club\"\n[[activities]]\ntitle = \"Talk\"\n");
    // a name is a name, even this one
    assert_eq!(place.run("set community.name none").code, 0);
    assert!(place.read("community.toml").contains("name = \"none\""));
    assert_eq!(place.run("set activities.title none").code, 2, "a key of every activity is no place of its own");
    assert_eq!(place.run("set partners “none”").code, 0);
    assert!(place.read("community.toml").contains("without = [\"partners\"]"));
}
