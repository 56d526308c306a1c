//! The edges of the clock: the turn of the year, leap days, before and after the life, hours that are not or are twice.

use crate::kit::{CLUB, Place};

/// Runs with a day as today.
fn on(place: &Place, day: &str, line: &str) -> crate::kit::Run {
    let run = place.run(&format!("{line} --today {day}"));
    assert!(!run.err.contains("panicked"), "{line}: {}", run.err);
    run
}

const LIFE: &str = "language = \"en\"\ntime_zone = \"UTC\"\nholidays = \"none\"\n[community]\nname = \"x\"\n\
    [lifecycle]\nstarts = 2027-02-01\nmonths = 13\nending = \"a party\"\n\
    [[activities]]\nid = \"a\"\ntitle = \"Round\"\nwhen = \"daily 10:00\"\n";

#[test]
fn the_turn_of_the_year_and_the_leap_day() {
    let place = Place::with(&LIFE.replace("2027-02-01", "2026-01-01").replace("13", "36"));
    for (today, month, first, last) in [
        ("2026-12-31", "next", "2027-01-01", "2027-01-31"),
        ("2027-01-01", "2026-12", "2026-12-01", "2026-12-31"),
        ("2028-01-31", "next", "2028-02-01", "2028-02-29"),
        ("2028-02-29", "next", "2028-03-01", "2028-03-31"),
    ] {
        let run = on(&place, today, &format!("schedule --month {month} --format json"));
        let made: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        assert_eq!((made["from"].as_str(), made["to"].as_str()), (Some(first), Some(last)), "{today}");
    }
    for today in ["2026-12-31", "2028-02-29"] {
        let run = on(&place, today, "today");
        assert!(run.out.contains(today) && run.out.contains("Round"), "{}", run.out);
        let run = on(&place, today, "schedule --format csv");
        let rows = run.out.lines().filter(|line| line.contains("Round")).count();
        assert_eq!(rows, 31, "so late in the month it is the next one");
        let run = on(&place, today, &format!("schedule --month {} --format csv", &today[..7]));
        let rows = run.out.lines().filter(|line| line.contains("Round")).count();
        assert_eq!(rows, if today == "2026-12-31" { 31 } else { 29 });
        let run = on(&place, today, "checklist weekly");
        assert!(run.code == 0 && run.out.contains("Round"), "{}", run.out);
    }
    // the week goes over the turn of the year
    let run = on(&place, "2026-12-31", "checklist weekly");
    assert!(run.out.contains("2026-12-28") && run.out.contains("2027-01-03"), "{}", run.out);
}

#[test]
fn shows_nothing_before_and_after_the_life() {
    let place = Place::with(LIFE);
    for (today, held) in [
        ("2027-01-31", false),
        ("2027-02-01", true),
        ("2028-02-29", true),
        ("2028-03-01", false),
        ("2031-01-01", false),
    ] {
        let run = on(&place, today, "today");
        assert_eq!((run.code, run.out.contains("Round")), (0, held), "{today}: {}", run.out);
        let run = on(&place, today, "checklist daily");
        assert_eq!((run.code, run.out.contains("Round")), (0, held), "{today}: {}", run.out);
        let run = on(&place, today, &format!("schedule --month {} --format csv", &today[..7]));
        let days = run.out.lines().filter(|line| line.contains("Round")).count();
        let expected = match &today[..7] {
            "2027-02" => 28,
            "2028-02" => 29,
            _ => 0,
        };
        assert_eq!((run.code, days), (0, expected), "{today}");
        assert_ne!(on(&place, today, "lint").code, 2, "{today}");
    }
}

/// Zone, wall time, day → the instant in UTC, by hand from the rules of each zone, and the wall time that is shown.
const SHIFTS: [(&str, &str, &str, &str, &str); 7] = [
    // 02:00 CET → 03:00 CEST on the last Sunday of March: 02:30 is not
    ("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:30:00Z", "20260329T033000"),
    // 03:00 CEST → 02:00 CET on the last Sunday of October: 02:30 is twice, the first counts
    ("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30:00Z", "20261025T023000"),
    ("America/New_York", "02:30", "2026-03-08", "2026-03-08T07:30:00Z", "20260308T033000"),
    ("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30:00Z", "20261101T013000"),
    // half an hour only: 02:00 +10:30 → 02:30 +11:00
    ("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45:00Z", "20261004T024500"),
    ("Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45:00Z", "20260405T014500"),
    ("Australia/Sydney", "02:30", "2026-10-04", "2026-10-03T16:30:00Z", "20261004T033000"),
];

#[test]
fn handles_skipped_and_repeated_hours() {
    for (zone, time, day, instant, wall) in SHIFTS {
        let plan = format!(
            "language = \"en\"\ntime_zone = \"{zone}\"\nholidays = \"none\"\n[community]\nname = \"x\"\n\
             [[activities]]\nid = \"a\"\ntitle = \"Round\"\nwhen = \"daily {time}\"\n"
        );
        let place = Place::with(&plan);
        let line = format!("schedule --from {day} --to {day} --format");
        let made: serde_json::Value = serde_json::from_str(&place.run(&format!("{line} json")).out).expect("JSON");
        let start: jiff::Timestamp =
            made["entries"][0]["start"].as_str().expect("a start").parse().expect("an instant");
        assert_eq!(start.to_string(), instant, "{zone} {day}");
        let ics = place.run(&format!("{line} ics")).out;
        assert!(ics.contains(&format!("DTSTART;TZID={zone}:{wall}")), "{zone} {day}: {ics}");
        assert!(ics.contains("BEGIN:VTIMEZONE"), "{zone}");
        // seen from another zone it is the same instant
        let abroad = plan.replace(&format!("time_zone = \"{zone}\""), "time_zone = \"UTC\"")
            + &format!("time_zone = \"{zone}\"\n");
        let place = Place::with(&abroad);
        let (utc, _) = instant.split_once('T').expect("a time");
        let line = format!("schedule --from {utc} --to {utc} --format json");
        let made: serde_json::Value = serde_json::from_str(&place.run(&line).out).expect("JSON");
        let starts: Vec<&str> = (made["entries"].as_array().expect("entries").iter())
            .map(|entry| entry["start"].as_str().expect("a start"))
            .collect();
        assert!(starts.contains(&instant.replace('Z', "+00:00").as_str()), "{zone} {day}: {starts:?}");
    }
}

#[test]
fn days_and_months_are_read_as_people_type_them() {
    let place = Place::with(CLUB);
    let made = |words: &[&str]| {
        let line = ["schedule", "--format", "csv", "--today", "2026-11-22"];
        let run = place.run_with(line.iter().chain(words).copied(), b"");
        assert_eq!(run.code, 0, "{words:?}: {}", run.err);
        run.out
    };
    let december = made(&["--month", "2026-12"]);
    assert!(december.contains("2026-12-31") && !december.contains("2026-11-30"), "{december}");
    for month in ["12", "12月", "十二月", "Dec", "next", "下个月"] {
        assert_eq!(made(&["--month", month]), december, "{month}");
    }
    let days = made(&["--from", "2026-12-24", "--to", "2027-01-03"]);
    for (from, to) in [("12月24日", "1月3日"), ("24 Dec", "3 January"), ("12-24", "1-3")] {
        assert_eq!(made(&["--from", from, "--to", to]), days, "{from} {to}");
    }
    // counted from the first day, where today would give one before it
    assert_eq!(made(&["--from", "2027-12-24", "--to", "12-31"]), made(&["--from", "2027-12-24", "--to", "2027-12-31"]));
}

#[test]
fn shows_the_next_date_when_nothing_else_can_be_shown() {
    let zh = LIFE.replace("language = \"en\"", "language = \"zh-CN\"");
    let weekly = |text: &str| text.replace("daily 10:00", "every Thu 10:00");
    for (text, next, never) in [
        (weekly(LIFE), "Next: 2027-02-11 Thu 10:00 Round", "The community ended on 2028-02-29"),
        (weekly(&zh), "接下来是 2027-02-11 周四 10:00：Round", "社群到 2028-02-29 为止"),
    ] {
        let place = Place::with(&text);
        for line in ["schedule --from 2027-02-05 --to 2027-02-09", "today"] {
            let run = on(&place, "2027-02-09", line);
            assert!(run.code == 0 && run.err.contains(next), "{line}: {}", run.err);
        }
        let run = on(&place, "2027-02-09", "schedule --from 2028-06-05 --to 2028-06-09");
        assert!(run.err.contains(never), "{}", run.err);
        let without_end = text.replace("months = ", "# months = ");
        let once = without_end.replace("every Thu 10:00", "2027-02-11 10:00");
        let run = on(&Place::with(&once), "2027-02-09", "schedule --from 2028-06-05 --to 2028-06-09");
        assert!(
            run.err.contains("Nothing in the following year") || run.err.contains("之后一年里也没有"),
            "{}",
            run.err
        );
        let run = on(&place, "2027-02-09", "schedule --month 2027-02");
        assert!(!run.err.contains("2027-02-11"), "{}", run.err);
    }
}
