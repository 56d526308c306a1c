//! `qun review`: plan and readings side by side, in every format.

use serde_json::Value;

use crate::kit::{Place, Run};

const CLUB: &str = "language = \"en\"\ntime_zone = \"Europe/London\"\nholidays = \"none\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
    [lifecycle]\nstarts = 2026-10-01\nlasts = \"open-ended\"\nreview_every = \"1y\"\n[[people]]\nname = \"Ana\"\n\
    [[goals]]\nid = \"retain\"\nobjective = \"Renewals\"\nmetric = \"retention\"\nbaseline = \"45%\"\ntarget = \"60%\"\n\
    by = 2027-03-31\ncollected_by = \"Ana\"\n\
    [[activities]]\nid = \"salon\"\ntitle = \"Salon\"\nwhen = \"every Thu 18:00-19:00\"\nowner = \"Ana\"\nexpected = 16\n\
    [[experiments]]\nid = \"reminder\"\na = \"8:00\"\nb = \"20:00\"\nfrom = 2026-11-02\nuntil = 2026-11-15\n\
    [[reviews]]\nid = \"monthly\"\nwhen = \"last day of the month 21:30\"\n\
    [rules.data]\npurpose = \"Renewals\"\nkeep = \"180d\"\n";

const DISCORD: &str = r#"{"guild":{"id":"1","name":"Secret guild"},"channel":{"id":"2","name":"secret-channel"},"dateRange":{},
"exportedAt":"2026-11-22T00:00:00+00:00","messages":[MESSAGES]}"#;

/// An export of a club: eight people on six days, each with planted secrets, and one bot.
fn discord() -> String {
    let message = |n: usize| {
        format!(
            r#"{{"id":"{n}","type":"Default","timestamp":"2026-11-{:02}T10:{:02}:00+00:00","content":"planted text {n}",
            "author":{{"id":"7{}","name":"Planted Name","isBot":{}}},"reactions":[]}}"#,
            2 + n % 6,
            n,
            n % 9,
            n % 9 == 8
        )
    };
    DISCORD.replace("MESSAGES", &(0..54).map(message).collect::<Vec<_>>().join(","))
}

fn ok(place: &Place, words: &[&str]) -> Run {
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 0, "{words:?}: {} {}", run.out, run.err);
    run
}

fn recorded() -> Place {
    let place = Place::with(CLUB);
    for words in [
        &["record", "retain", "2026-11-20", "34%", "--of", "210"][..],
        &["record", "salon", "2026-11-19", "came=14", "signed-up=17", "score=4.6"],
        &["record", "reminder", "2026-11-15", "--arm", "a", "active=12/40"],
        &["record", "reminder", "2026-11-15", "--arm", "b", "active=16/40"],
    ] {
        ok(&place, words);
    }
    place
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.out))
}

#[test]
fn a_plan_without_readings_shows_what_is_missing_and_nothing_else() {
    let review = json(&ok(&Place::with(CLUB), &["review", "--format", "json"]));
    for empty in ["members", "attendance", "money", "tasks", "exports", "data_until"] {
        assert!(review[empty].is_null(), "{empty}: {}", review[empty]);
    }
    assert_eq!(review["goals"][0]["state"], "no-reading");
    let missing = review["missing"].as_array().expect("a list");
    let goal = missing.iter().find(|it| it["what"] == "goal").expect("the goal");
    assert_eq!((&goal["owner"], &goal["by"]), (&"Ana".into(), &"2026-11-30".into()));
    let text = ok(&Place::with(CLUB), &["review"]).out;
    assert!(text.contains("no data yet") && text.contains("qun record retain …"), "{text}");
    for heading in ["Members", "Attendance", "Money", "Tasks"] {
        assert!(!text.contains(heading), "{heading}: {text}");
    }
}

#[test]
fn readings_are_shown_with_counts_intervals_and_verdicts() {
    let place = recorded();
    let text = ok(&place, &["review"]).out;
    for shown in [
        "2026-11-01 to 2026-11-30; data until 2026-11-20",
        "45% → 60%",
        "34% of 210 (2026-11-20)",
        "27.8%–40.4%",
        "behind (due by now: 49.1%)",
        "no-shows 3 of 17, 17.6% (6.2%–41%)",
        "no clear difference: +10 pp (",
        "a clear answer would need about 354 a side",
        "the rule set before the experiment began",
    ] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    let chinese = ok(&place, &["复盘", "--lang", "zh-CN"]).out;
    assert!(chinese.contains("数据到 2026-11-20") && chinese.contains("分不出：差 +10 pp"), "{chinese}");
    let only = ok(&place, &["review", "--experiment", "reminder"]).out;
    assert!(only.contains("A/B tests") && !only.contains("Goals") && !only.contains("Attendance"), "{only}");
}

#[test]
fn a_month_without_a_year_lies_behind_and_what_is_collected_for_a_review_belongs_to_it() {
    let place = Place::with(CLUB);
    ok(&place, &["record", "retain", "2027-01-05", "40%", "--of", "210", "--today", "2027-01-05"]);
    for month in ["dec", "12月", "2026-12"] {
        let review = ok(&place, &["review", "--month", month, "--today", "2027-01-05", "--format", "json"]);
        let review = json(&review);
        assert_eq!((&review["from"], &review["to"]), (&"2026-12-01".into(), &"2026-12-31".into()), "{month}");
        assert_eq!(review["goals"][0]["latest"]["value"], "40", "{}", review["goals"][0]);
    }
    let later = json(&ok(&place, &["review", "--month", "2026-12", "--today", "2027-02-05", "--format", "json"]));
    assert!(later["goals"][0]["latest"].is_null(), "a month later it belongs to January");
}

#[test]
fn every_format_has_the_same_figures() {
    let place = recorded();
    let markdown = ok(&place, &["review", "--format", "md"]).out;
    assert!(markdown.contains("| Renewals | 45% → 60% |") && markdown.contains("## Attendance"), "{markdown}");
    ok(&place, &["review", "-o", "november.csv"]);
    let csv = place.read("november.csv");
    assert!(csv.contains("Attendance,,no-show,17.65,%,3,17,6.19,41.03,2026-11-01,2026-11-22"), "{csv}");
    assert!(csv.contains("Goals,Renewals,latest,34,%,,210,27.75,40.45,2026-11-20,2026-11-20"), "{csv}");
    let again = place.run_with(["review", "-o", "november.csv"], b"");
    assert_eq!(again.code, 2, "{}", again.err);
    ok(&place, &["review", "-o", "november.md", "--force"]);
    assert_eq!(place.read("november.md"), markdown);
}

/// Every object has what the schema promises, and nothing else.
fn holds(schema: &Value, whole: &Value, value: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        return holds(&whole["$defs"][name.trim_start_matches("#/$defs/")], whole, value, at);
    }
    if let Some(either) = schema["anyOf"].as_array() {
        return if !value.is_null() {
            holds(&either[0], whole, value, at)
        };
    }
    if let Some(words) = schema["enum"].as_array() {
        assert!(words.contains(value), "{at}: {value}");
    }
    match value {
        Value::Object(object) if schema["properties"].is_object() => {
            let promised: Vec<&String> = schema["properties"].as_object().expect("keys").keys().collect();
            assert_eq!(promised, object.keys().collect::<Vec<_>>(), "{at}");
            assert_eq!(schema["required"].as_array().expect("keys").len(), promised.len(), "{at}");
            object
                .iter()
                .for_each(|(key, value)| holds(&schema["properties"][key], whole, value, &format!("{at}.{key}")));
        }
        Value::Array(items) => items.iter().for_each(|item| holds(&schema["items"], whole, item, at)),
        _ => {}
    }
}

#[test]
fn json_is_what_its_schema_says() {
    let place = recorded();
    place.write("chat.json", discord().as_bytes());
    let schema = json(&ok(&place, &["schema", "--of", "review"]));
    for words in [&["review", "--format", "json", "--from", "chat.json"][..], &["review", "--format", "json"]] {
        holds(&schema, &schema, &json(&ok(&place, words)), "review");
    }
}

#[test]
fn exports_are_counted_and_nothing_of_them_is_shown() {
    let place = recorded();
    place.write("chat.json", discord().as_bytes());
    let files = place.files();
    for format in ["text", "md", "json", "csv"] {
        let run = ok(&place, &["review", "--format", format, "--from", "chat.json"]);
        for planted in ["planted", "Planted", "secret", "Secret", "\"71\""] {
            assert!(!run.out.contains(planted) && !run.err.contains(planted), "{format} {planted}: {}", run.out);
        }
    }
    assert_eq!(place.files(), files, "nothing is kept");
    let review = json(&ok(&place, &["review", "--format", "json", "--from", "chat.json"]));
    assert_eq!((&review["exports"]["messages"], &review["exports"]["bots"]), (&48.into(), &6.into()));
    assert_eq!((&review["exports"]["people"], &review["members"]["writers"]), (&8.into(), &8.into()));
    assert_eq!(review["members"]["retention"]["day_30"]["withheld"], "too-early");
    let text = ok(&place, &["review", "--from", "chat.json"]).out;
    for shown in [
        "1 channel, 8 people, 48 messages",
        "left out: 6 by bots",
        "members' data are used for: Renewals; kept 180 days",
    ] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
}

#[test]
fn mistakes_lead_on() {
    let place = recorded();
    place.write("letter.txt", b"Dear Ana, how are you?\n");
    place.write("cut.json", &discord().as_bytes()[..4_000]);
    let refused = |words: &[&str], reason: &str| {
        let run = place.run_with(words.iter().copied(), b"");
        assert_eq!(run.code, 2, "{words:?}: {} {}", run.out, run.err);
        assert!(run.err.contains(reason), "{words:?}: {}", run.err);
    };
    refused(&["review", "--from", "letter.txt"], "not a known kind of export");
    refused(&["review", "--from", "gone.json"], "gone.json");
    refused(&["review", "--experiment", "remindr"], "reminder");
    refused(&["review", "--since", "2026-11-10", "--until", "2026-11-01"], "comes before the start");
    refused(&["review", "-o", "review.doc"], "text md json csv html xlsx");
    let cut = ok(&place, &["review", "--from", "cut.json"]);
    assert!(cut.err.contains("breaks off") && cut.out.contains("messages"), "{}", cut.err);
}

#[test]
fn a_proposal_becomes_a_decision_and_the_next_review_shows_what_became_of_it() {
    let place = recorded();
    let review = json(&ok(&place, &["review", "--format", "json"]));
    assert_eq!(review["proposals"][0]["rule"], "experiment/not-told-apart", "{}", review["proposals"]);
    let run = place.run_with(["review", "--decide", "1", "--owner", "Ana"], b"");
    assert!(run.code == 2 && run.err.contains("--by DATE"), "{}", run.err);
    let run = place.run_with(["review", "--decide", "9", "--owner", "Ana", "--by", "2026-12-10"], b"");
    assert!(run.code == 2 && run.err.contains("no proposal 9"), "{}", run.err);
    ok(&place, &["review", "--decide", "1", "--owner", "Ana", "--by", "2026-12-10"]);
    ok(&place, &["review", "--decide", "Ask five members", "--owner", "Ana", "--by", "10 Dec"]);
    let plan = place.read("community.toml");
    assert_eq!(plan.matches("[[decisions]]").count(), 2, "{plan}");
    assert!(plan.contains("by = 2026-12-10") && plan.contains("decided = 2026-11-22"), "{plan}");
    let december = |words: &[&str]| {
        let words = ["review", "--month", "2026-12", "--format", "json", "--today", "2026-12-20"].iter().chain(words);
        json(&ok(&place, &words.copied().collect::<Vec<_>>()))
    };
    assert_eq!(december(&[])["decisions"][0]["state"], "overdue");
    let id = december(&[])["decisions"][0]["id"].as_str().expect("an id").to_owned();
    ok(&place, &["set", &format!("decisions.{id}.done"), "2026-12-09"]);
    assert_eq!(december(&[])["decisions"][0]["state"], "done");
}

#[test]
fn what_is_no_value_is_shown_as_it_is_written() {
    let plan = CLUB.replace(
        "baseline = \"45%\"\ntarget = \"60%\"",
        "baseline = \"320 GBP a month\"\ntarget = \"450 GBP a month\"",
    );
    let place = Place::with(&plan);
    ok(&place, &["record", "members", "2026-11-20", "41"]);
    let review = ok(&place, &["review", "--month", "2026-11"]).out;
    for shown in ["320 GBP a month → 450 GBP a month", "41"] {
        assert!(review.contains(shown), "{shown}: {review}");
    }
    assert!(!review.contains("2026-11-20 – 2026-11-20") && !review.contains("? →"), "{review}");
}
