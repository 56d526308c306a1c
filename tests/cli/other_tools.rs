//! Calendars for other tools: Google Calendar, Discord, a post in a group; and the columns of a table.

use serde_json::Value;

use crate::kit::{Place, Run};

const PLAN: &str = "language = \"en\"\ntime_zone = \"Europe/Berlin\"\n[community]\nname = \"Club\"\n\
    [[people]]\nname = \"Ana\"\n[[places]]\nid = \"bar\"\nname = \"Corner bar\"\n\
    [[activities]]\ntitle = \"Talk\"\nwhen = \"every Wed 20:00-21:30\"\nowner = \"Ana\"\nplace = \"bar\"\n\
    [[activities]]\ntitle = \"Party\"\nwhen = \"2026-12-31 22:00-01:00\"\n\
    [[activities]]\ntitle = \"Retreat\"\nwhen = \"2026-12-19\"\nlasts = \"2d\"\n\
    [[activities]]\ntitle = \"Lunch\"\nwhen = \"every Mon, Thu 12:00\"\n";

fn ok(words: &str) -> Run {
    let place = Place::with(PLAN);
    let run = place.run(words);
    assert_eq!(run.code, 0, "{words}: {}", run.err);
    run
}

#[test]
fn google_calendar_reads_its_own_dates() {
    let out = ok("schedule --month 2026-12 --format google-csv").out;
    let lines: Vec<&str> = out.split("\r\n").collect();
    assert_eq!(lines[0], "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private");
    for line in [
        "Talk,12/02/2026,8:00 PM,12/02/2026,9:30 PM,False,Ana,Corner bar,False",
        "Party,12/31/2026,10:00 PM,01/01/2027,1:00 AM,False,,,False",
        "Retreat,12/19/2026,,12/20/2026,,True,,,False",
    ] {
        assert!(lines.contains(&line), "{line}\n{out}");
    }
}

#[test]
fn discord_gets_a_rule_where_it_has_one_and_single_events_where_not() {
    let run = ok("schedule --month 2026-12 --format discord");
    let events: Value = serde_json::from_str(&run.out).expect("JSON");
    let events = events.as_array().expect("events");
    let of = |name: &str| events.iter().filter(|event| event["name"] == name).collect::<Vec<_>>();
    let [talk] = of("Talk")[..] else { panic!("one event with a rule: {events:#?}") };
    assert_eq!(talk["scheduled_start_time"], "2026-12-02T20:00:00+01:00");
    assert_eq!(talk["scheduled_end_time"], "2026-12-02T21:30:00+01:00");
    assert_eq!(talk["entity_metadata"]["location"], "Corner bar");
    assert_eq!(
        talk["recurrence_rule"],
        serde_json::json!({ "start": "2026-12-02T20:00:00+01:00", "frequency": 2, "interval": 1, "by_weekday": [2] })
    );
    assert_eq!(of("Party").len(), 1);
    assert_eq!(of("Lunch").len(), 9, "Discord has no rule for Monday and Thursday");
    assert!(run.err.contains("Discord has no rule for \"Lunch\": split into 9 single events"), "{}", run.err);
    // the documented shape
    for event in events {
        let is_text = |key: &str, most: usize| {
            event[key].as_str().is_some_and(|text| !text.is_empty() && text.chars().count() <= most)
        };
        assert!(is_text("name", 100) && event["privacy_level"] == 2 && event["entity_type"] == 3, "{event:#}");
        assert!(
            event["entity_metadata"]["location"]
                .as_str()
                .is_some_and(|place| (1..=100).contains(&place.chars().count()))
        );
        assert!(event["scheduled_start_time"].as_str() < event["scheduled_end_time"].as_str(), "{event:#}");
    }
}

#[test]
fn a_month_is_a_text_to_post() {
    let out = ok("schedule --month 2026-12 --format announcement").out;
    assert!(out.starts_with("December 2026 · Club\n"), "{out}");
    assert!(out.contains("· Wed (2, 9, 16, 23, 30 Dec) 20:00–21:30 Talk · Corner bar\n"), "{out}");
    assert!(out.contains("Party") && !out.contains("Ana"), "{out}");
}

#[test]
fn a_table_has_the_columns_that_are_asked_for() {
    let header = |words: &str| {
        let out = ok(&format!("schedule --month 2026-12 --format csv {words}")).out;
        out.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(header("--columns usual"), "date,weekday,start,end,title,person,place,channels,text,notes");
    assert!(header("").starts_with(&header("--columns usual")), "the usual ones come first");
    assert_eq!(header("--columns title,date"), "title,date");
    let place = Place::with(PLAN);
    let run = place.run("schedule --format csv --columns when");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("usual, all, or columns separated by commas"), "{}", run.err);
}

#[test]
fn discord_gets_what_is_for_discord_and_no_single_leader_of_a_series() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[community]\nid = \"club\"\nname = \"Club\"\n[[roles]]\nid = \"host\"\ntitle = \"Host\"\n\
        [[people]]\nname = \"Ana\"\nroles = [\"host\"]\n[[people]]\nname = \"Ben\"\nroles = [\"host\"]\n\
        [[channels]]\nid = \"server\"\ntitle = \"Server\"\nplatform = \"discord\"\n[[channels]]\nid = \"news\"\ntitle = \"News\"\nplatform = \"email\"\n\
        [[activities]]\nid = \"hours\"\ntitle = \"Office hours\"\nwhen = \"every Tue 16:00-17:00\"\nowner = \"host\"\nchannels = [\"server\"]\n\
        [[activities]]\nid = \"call\"\ntitle = \"Call\"\nwhen = \"every Wed 16:00-17:00\"\nowner = \"Ana\"\nchannels = [\"server\", \"news\"]\n\
        [[activities]]\nid = \"letter\"\ntitle = \"Letter\"\nwhen = \"first Wed of the month\"\nowner = \"Ben\"\nchannels = [\"news\"]\n";
    let place = crate::kit::Place::with(plan);
    let run = place.run("schedule --month 2026-12 --format discord");
    assert_eq!(run.code, 0, "{}", run.err);
    let events: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let about = |event: &serde_json::Value| {
        format!("{}: {}", event["name"].as_str().unwrap_or_default(), event["description"].as_str().unwrap_or_default())
    };
    let events: Vec<String> = events.as_array().expect("events").iter().map(about).collect();
    assert_eq!(events, ["Office hours: Host", "Call: Ana"]);
}
