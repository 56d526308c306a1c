//! A team in New York, Berlin and Bangalore: nobody works at night or on their own holiday, and all see the same moments.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use qun::knowledge::{DayStatus, Territory};
use qun::value::Day;

use crate::kit::Place;

const TEAM: [(&str, &str, &str); 3] =
    [("Nora", "New York", "US-NY"), ("Bernd", "Europe/Berlin", "DE-BE"), ("Ravi", "Bangalore", "IN-KA")];

fn zone(name: &str) -> TimeZone {
    let iana = match name {
        "Nora" => "America/New_York",
        "Bernd" => "Europe/Berlin",
        _ => "Asia/Kolkata",
    };
    TimeZone::get(iana).expect("a zone")
}

/// Triage four times a day, for a role that is critical or not.
fn plan(critical: bool) -> String {
    let mut plan = format!(
        "language = \"en\"\ntime_zone = \"UTC\"\nholidays = \"none\"\n[community]\nname = \"Guild\"\n\
         [[roles]]\nid = \"triager\"\ncritical = {critical}\n"
    );
    for (name, zone, holidays) in TEAM {
        plan += &format!(
            "[[people]]\nid = \"{name}\"\nroles = [\"triager\"]\ntime_zone = \"{zone}\"\nholidays = \"{holidays}\"\n"
        );
    }
    for hour in ["03", "09", "14", "19"] {
        plan += &format!(
            "[[activities]]\nid = \"triage-{hour}\"\ntitle = \"Triage\"\nwhen = \"daily {hour}:00-{hour}:45\"\nowner = \"triager\"\n"
        );
    }
    plan
}

fn entries(place: &Place, options: &str) -> Vec<serde_json::Value> {
    let run = place.run(&format!("schedule --format json {options}"));
    assert_eq!(run.code, 0, "{}", run.err);
    let made: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    made["entries"].as_array().expect("entries").clone()
}

fn moment(entry: &serde_json::Value) -> Timestamp {
    entry["start"].as_str().expect("a start").parse().expect("a moment")
}

/// What keeps someone from a moment: night, or a day off of their country.
fn is_kept(name: &str, moment: Timestamp) -> bool {
    let there: Zoned = moment.to_zoned(zone(name));
    let code = TEAM.iter().find(|(other, ..)| *other == name).expect("of the team").2;
    let holidays = Territory::named(code).and_then(|territory| territory.holidays()).expect("a table");
    let is_off = holidays.status(Day::from(there.date())).status == DayStatus::Off;
    is_off || !(7..23).contains(&there.hour())
}

const DECEMBER: &str = "--from 2026-12-01 --to 2026-12-31";

#[test]
fn nobody_works_at_night_or_on_their_own_holiday() {
    let place = Place::with(&plan(false));
    // with the clocks changed on one side of the ocean only, with Diwali, with Thanksgiving, with Christmas
    for range in [DECEMBER, "--from 2026-10-20 --to 2026-11-30", "--from 2027-03-08 --to 2027-04-05"] {
        let mut shares: BTreeMap<String, usize> = BTreeMap::new();
        for entry in entries(&place, range) {
            let at = moment(&entry);
            match entry["person"].as_str() {
                Some(name) => {
                    assert!(!is_kept(name, at), "{name} at {at}");
                    *shares.entry(name.to_owned()).or_default() += 1;
                }
                None => assert!(TEAM.iter().all(|(name, ..)| is_kept(name, at)), "open at {at}"),
            }
        }
        assert!(shares.len() == 3 && shares.values().all(|count| *count >= 20), "{shares:?}");
    }
}

#[test]
fn what_must_not_stay_open_is_taken_at_night_and_reported() {
    // all three countries keep Christmas Day; at 03:00 it is still the evening before in New York
    let open = entries(&Place::with(&plan(false)), "--from 2026-12-25 --to 2026-12-25");
    let people: Vec<Option<&str>> = open.iter().map(|entry| entry["person"].as_str()).collect();
    assert_eq!(people, [Some("Nora"), None, None, None]);
    let place = Place::with(&plan(true));
    let taken = entries(&place, "--from 2026-12-25 --to 2026-12-25");
    assert!(taken.iter().all(|entry| entry["person"].is_string()), "{taken:?}");
    let lint = place.run("lint --today 2026-12-01 --fail-on never --all").out;
    assert!(lint.contains("a day off where they live"), "{lint}");
    // someone who is named stays, and it is said what time it is there
    let named = plan(false).replace(
        "when = \"daily 03:00-03:45\"\nowner = \"triager\"",
        "when = \"daily 03:00-03:45\"\nowner = \"Bernd\"",
    );
    let lint = Place::with(&named).run("lint --today 2026-12-01 --fail-on never --all").out;
    assert!(lint.contains("falls to Bernd, at 04:00 where they live"), "{lint}");
    let why = Place::with(&plan(false)).run("why triage-03 --today 2026-12-01").out;
    assert!(why.contains("night"), "{why}");
}

#[test]
fn everyone_sees_the_same_moments() {
    let place = Place::with(&plan(false));
    let all = entries(&place, "--from 2026-11-30 --to 2027-01-01");
    for (name, ..) in TEAM {
        let theirs = entries(&place, &format!("{DECEMBER} --person {name}"));
        assert!(theirs.len() > 20, "{name}");
        for entry in &theirs {
            let same = all.iter().find(|other| other["uid"] == entry["uid"]).expect("in the plan's calendar too");
            assert_eq!((moment(entry), &entry["person"]), (moment(same), &same["person"]));
            // the date is that of their own wall
            let there = moment(entry).to_zoned(zone(name));
            assert_eq!(entry["date"], there.date().to_string());
            assert!(entry["start"].as_str().is_some_and(|start| start.contains(&format!(
                "T{:02}:{:02}",
                there.hour(),
                there.minute()
            ))));
        }
        // the same in the week's brief
        let week = theirs
            .iter()
            .filter(|entry| ("2026-12-07".."2026-12-14").contains(&entry["date"].as_str().expect("a date")));
        let brief = place.run(&format!("brief --person {name} --from 2026-12-07")).out;
        let mut count = 0;
        for entry in week {
            let there = moment(entry).to_zoned(zone(name));
            assert!(brief.contains(&format!("{:02}:{:02}–", there.hour(), there.minute())), "{name}: {brief}");
            count += 1;
        }
        assert_eq!(brief.matches("Triage").count(), count, "{brief}");
        // and in the calendar for their phone
        let ics = place.run(&format!("schedule {DECEMBER} --person {name} --format ics")).out.replace("\r\n ", "");
        let iana = zone(name).iana_name().expect("a name").to_owned();
        for entry in &theirs {
            let there = moment(entry).to_zoned(zone(name));
            let start = format!("DTSTART;TZID={iana}:{}", there.strftime("%Y%m%dT%H%M%S"));
            assert!(ics.contains(&start), "{start}");
        }
        assert_eq!(ics.matches("BEGIN:VEVENT").count(), theirs.len());
    }
    let brief = place.run("brief --person Nora --from 2026-12-07").out;
    assert!(brief.lines().next().is_some_and(|line| line.contains("New York time")), "{brief}");
    let brief = place.run("brief --person Nora --from 2026-12-07 --lang zh-CN").out;
    assert!(brief.contains("纽约时间"), "{brief}");
}

#[test]
fn any_zone_can_be_asked_for() {
    let place = Place::with(&plan(false));
    for typed in ["Tokyo", "东京", "Asia/Tokyo", "JST"] {
        let out = place
            .run_with(
                ["schedule", "--from", "2026-12-07", "--to", "2026-12-07", "--format", "agenda", "--tz", typed],
                b"",
            )
            .out;
        // 19:00 the evening before, 03:00, 09:00 and 14:00 in UTC
        assert!(
            ["04:00", "12:00", "18:00", "23:00", "Tokyo time"].iter().all(|part| out.contains(part)),
            "{typed}: {out}"
        );
    }
    let today = place.run("today --tz UTC --today 2026-12-07").out;
    assert!(today.contains("UTC") && today.contains("03:00"), "{today}");
    let wrong = place.run("today --tz CST");
    assert!(
        wrong.code != 0 && wrong.err.contains("America/Chicago") && wrong.err.contains("Asia/Shanghai"),
        "{}",
        wrong.err
    );
}

#[test]
fn texts_name_the_clock_that_they_speak_of() {
    let place = Place::with(
        "language = \"en\"\ntime_zone = \"UTC\"\nholidays = \"none\"\n[community]\nname = \"Guild\"\n\
         [[channels]]\nid = \"main\"\ntitle = \"Main\"\nplatform = \"discord\"\n\
         [[activities]]\nid = \"noon\"\ntitle = \"Noon talk\"\nwhen = \"2026-12-07 12:00-13:00\"\ntime_zone = \"New York\"\nchannels = [\"main\"]\n\
         steps = [{ id = \"say\", at = \"T-1d 10:00\", stage = \"promotion\", title = \"Say it\", sends = [{ to = \"main\" }],\n\
         text = \"{title}: {date}, {time} {zone} = {utc}, {timestamp}; {time:Europe/Berlin}, {time:Auckland}, {time:Nowhere}\" }]\n",
    );
    let out = place.run("schedule --from 2026-12-06 --to 2026-12-07 --format json").out;
    let expected = "Noon talk: 7 Dec, 12:00–13:00 New York time = 7 Dec 17:00–18:00 UTC, <t:1796662800:F>; \
         18:00–19:00 Berlin time, 8 Dec 06:00–07:00 Auckland time, {time:Nowhere}";
    assert!(out.contains(expected), "{out}");
}

#[test]
fn a_time_alone_says_whose_it_is_where_there_is_a_choice() {
    let posted = |language: &str, person: &str, text: &str| -> String {
        let place = Place::with(&format!(
            "language = \"{language}\"\ntime_zone = \"Europe/Berlin\"\nholidays = \"none\"\n[community]\nname = \"Guild\"\n\
             [[people]]\nname = \"Ana\"\n{person}\n[[channels]]\nid = \"main\"\nplatform = \"discord\"\n\
             [[activities]]\nid = \"noon\"\ntitle = \"Noon\"\nwhen = \"2026-12-07 12:00-13:00\"\nchannels = [\"main\"]\n\
             steps = [{{ id = \"say\", at = \"T-1d 10:00\", title = \"Say\", sends = [{{ to = \"main\" }}], text = \"{text}\" }}]\n"
        ));
        let run = place.run("schedule --from 2026-12-06 --to 2026-12-07 --format json");
        let made: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
        made["entries"][0]["text"].as_str().expect("a text").to_owned()
    };
    let elsewhere = "time_zone = \"America/New_York\"";
    for (language, person, text, expected) in [
        ("en", elsewhere, "at {time}", "at 12:00–13:00 Berlin time"),
        ("zh-CN", elsewhere, "时间：{time}", "时间：柏林时间 12:00–13:00"),
        // said already, or nobody is elsewhere
        ("en", elsewhere, "at {time} {zone}", "at 12:00–13:00 Berlin time"),
        ("en", elsewhere, "at {time}, {utc}", "at 12:00–13:00, 7 Dec 11:00–12:00 UTC"),
        ("en", "time_zone = \"Europe/Berlin\"", "at {time}", "at 12:00–13:00"),
        ("en", "", "at {time}", "at 12:00–13:00"),
    ] {
        assert_eq!(posted(language, person, text), expected, "{language} {person}");
    }
}

#[test]
fn why_names_the_days_off_of_the_place() {
    let place = Place::with(
        "language = \"en\"\ntime_zone = \"UTC\"\nholidays = \"none\"\n[community]\nname = \"Guild\"\n\
         [[places]]\nid = \"hall\"\nholidays = \"DE-BY\"\n\
         [[activities]]\nid = \"walk\"\ntitle = \"Walk\"\nmode = \"offline\"\nplace = \"hall\"\nwhen = \"every Wed 10:00\"\non_holiday = \"after\"\n",
    );
    let why = place.run("why walk --today 2027-01-01").out;
    assert!(why.contains("Epiphany") && why.contains("Bayern"), "{why}");
    let agenda = place.run("schedule --from 2027-01-01 --to 2027-01-15 --format agenda").out;
    assert!(agenda.contains("Epiphany"), "{agenda}");
}

#[test]
fn a_time_with_a_zone_is_put_on_the_clock_of_the_item() {
    let plan = "language = \"en\"\ntime_zone = \"America/New_York\"\n[community]\nid = \"guild\"\nname = \"Guild\"\n\
        [[people]]\nname = \"Ana\"\n\
        [[activities]]\nid = \"hours\"\ntitle = \"Office hours\"\nwhen = \"every Wed 17:00-18:00\"\ntime_zone = \"Europe/Berlin\"\nowner = \"Ana\"\n";
    for (typed, berlin) in
        [("18:00 Berlin time", "18:00"), ("13:00 ET", "19:00"), ("18:00 UTC", "19:00"), ("20:00", "20:00")]
    {
        let place = Place::with(plan);
        let words = ["change", "Office hours", "2026-12-16", "--move", typed];
        let run = place.run_with(words, b"");
        assert_eq!(run.code, 0, "{typed}: {}", run.err);
        let text = place.read("community.toml");
        assert!(text.contains(&format!("move_to = 2026-12-16T{berlin}:00")), "{typed}: {text}");
    }
}

#[test]
fn hours_that_someone_gives_hide_no_night_of_theirs() {
    let plan = |hours: &str| {
        format!(
            "language = \"en\"\ntime_zone = \"America/New_York\"\n[community]\nname = \"Guild\"\n\
             [[people]]\nid = \"ravi\"\nname = \"Ravi\"\ntime_zone = \"Asia/Kolkata\"\n{hours}\
             [[activities]]\nid = \"pairing\"\ntitle = \"Pairing\"\nwhen = \"every Mon 18:00-19:00\"\nowner = \"ravi\"\n"
        )
    };
    // 18:00 in New York is 4:30 in Bangalore
    for (hours, is_night) in
        [("", true), ("available = \"07:00-22:00\"\n", true), ("available = \"04:00-08:00\"\n", false)]
    {
        let run = Place::with(&plan(hours)).run("lint --select schedule/off-hours --today 2026-12-01");
        assert_eq!(run.out.contains("04:30 where they live"), is_night, "{hours}: {}", run.out);
    }
}
