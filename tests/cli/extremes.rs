//! Dates, ranges and rhythms at their extremes: a finding or an error that says what to do, soon, never a panic.

use crate::kit::Place;

fn plan(rest: &str) -> Place {
    Place::with(&format!(
        "language = \"en\"\ntime_zone = \"UTC\"\nholidays = \"none\"\n[community]\nname = \"x\"\n{rest}"
    ))
}

fn activity(id: &str, when: &str) -> String {
    format!("[[activities]]\nid = \"{id}\"\ntitle = \"{id}\"\nwhen = \"{when}\"\n")
}

/// Runs a line and expects its exit code and these words on standard output or error.
fn shows(place: &Place, line: &str, code: i32, words: &str) {
    let run = place.run(line);
    assert_eq!(run.code, code, "{line}: {} {}", run.out, run.err);
    assert!(run.out.contains(words) || run.err.contains(words), "{line}: {} {}", run.out, run.err);
    assert!(!run.err.contains("panicked"), "{line}: {}", run.err);
}

#[test]
fn reports_what_never_happens() {
    let place = plan(&activity("a", "yearly on 30 Feb 10:00"));
    shows(&place, "lint --select file", 1, "no such day");
    shows(&place, "schedule", 2, "community.toml:9:19");
    let place = plan(&activity("a", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 10:00"));
    shows(&place, "lint --select schedule", 1, "schedule/never-happens");
    shows(&place, "schedule", 0, "");
    // the 29th of February happens, if only in the fourth year
    let place = plan(&activity("a", "yearly on 29 Feb 10:00"));
    shows(&place, "schedule --month 2028-02 --format csv", 0, "2028-02-29");
    assert!(!place.run("lint --select schedule").out.contains("never-happens"));
}

#[test]
fn ranges_without_end_are_refused() {
    let place = plan(&activity("a", "daily 10:00"));
    for line in ["schedule --from 0001-01-01 --to 9999-12-31", "schedule --festivals --from 0001-01-01 --to 9999-12-31"]
    {
        shows(&place, line, 2, "at most 100 years long");
        shows(&place, &format!("{line} --lang zh-CN"), 2, "最长 100 年");
    }
    shows(&place, "schedule --months 1000000", 2, "from 1 to 1200");
    shows(&place, "schedule --month next --today 9999-12-31", 2, "the calendar ends in 9999-12");
    let many: String = (0..400).map(|n| activity(&format!("a{n}"), "daily 10:00")).collect();
    shows(&plan(&many), "schedule --from 2026-01-01 --to 2034-12-31", 2, "more than 1000000 entries");
}

#[test]
fn both_ends_of_the_calendar_hold_their_days() {
    let place = plan(&activity("a", "daily 10:00"));
    for (from, to) in [("0001-01-01", "0001-01-10"), ("9999-12-22", "9999-12-31")] {
        let run = place.run(&format!("schedule --from {from} --to {to} --format json"));
        let made: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        let dates: Vec<&str> = made["entries"]
            .as_array()
            .expect("entries")
            .iter()
            .map(|entry| entry["date"].as_str().expect("a date"))
            .collect();
        assert_eq!(dates.len(), 10, "{dates:?}");
        assert_eq!((dates[0], dates[9]), (from, to));
        for format in ["grid", "agenda", "md", "csv", "ics"] {
            let run = place.run(&format!("schedule --from {from} --to {to} --format {format}"));
            assert_eq!(run.code, 0, "{format}: {}", run.err);
        }
        for line in ["today", "lint", "checklist weekly", "checklist monthly", "schedule --festivals", "why a"] {
            for day in [from, to] {
                assert_ne!(place.run(&format!("{line} --today {day}")).code, 101, "{line} {day}");
            }
        }
        assert!(place.run(&format!("today --today {to}")).out.contains("10:00"), "{to}");
    }
    let far = activity("a", "999 days after b 10:00")
        + &activity("b", "9999-12-31 10:00")
        + &activity("c", "999 days before d")
        + &activity("d", "0001-01-01");
    let place = plan(&far);
    shows(&place, "lint --select schedule", 1, "never-happens");
    shows(&place, "schedule --month 9999-12 --format csv", 0, "9999-12-31");
}

#[test]
fn rejects_impossible_zones_and_circles() {
    let place = Place::with("language = \"en\"\ntime_zone = \"Mars/Olympus\"\n[community]\nname = \"x\"\n");
    shows(&place, "lint --select file", 1, "a time zone of the IANA database");
    shows(&place, "schedule", 2, "community.toml:2:13");
    let place = plan(
        &(activity("a", "3 days before b 10:00") + &activity("b", "2 days after c") + &activity("c", "1 day after a")),
    );
    shows(&place, "lint --select file", 1, "file/circular-offset");
    shows(&place, "schedule", 2, "wait for each other");
    shows(&plan(&activity("a", "3 days before a")), "today", 2, "wait for each other");
}

/// Each of these took from half a minute to hours when something was looked for again for each of its lines.
#[test]
fn reports_large_files_of_mistakes_quickly() {
    let head = "language = \"en\"\n[community]\nname = \"x\"\n";
    let many = |count: usize, line: &dyn Fn(usize) -> String| (0..count).map(line).collect::<String>();
    let headers = Place::with(&(head.to_owned() + &many(13_000, &|n| format!("[[activities\nid = \"a{n}\"\n"))));
    shows(&headers, "lint --format concise", 1, "community.toml:4:");
    shows(&headers, "schedule", 2, "community.toml:4:");
    let brackets = Place::with(&format!("{head}a = [\n{}", "[\n".repeat(120_000)));
    shows(&brackets, "lint --format concise", 1, "community.toml:4:5");
    let unknown = activity("salon", "daily 10:00")
        + &many(3_000, &|n| {
            format!("[[content]]\nid = \"post-{n}\"\nowner = \"nobody-{n}\"\nwhen = \"3 days before salom\"\n")
        });
    let run = plan(&unknown).run("lint --select file --all --format json");
    let findings = run.out.matches("\"rule\": \"file/unknown-reference\"").count();
    assert_eq!(findings, 6_000, "none is left out");
    assert!(run.out.contains("did you mean salon?"), "the first have a suggestion");
}

/// Who waits for more than sixteen others never takes place, which is known without looking at each day of ten years.
#[test]
fn a_long_chain_of_offsets_is_not_followed() {
    let after = |n: usize| activity(&format!("a{n}"), &format!("1 day after a{}", n - 1));
    let chain = activity("a0", "2026-12-01") + &(1..3_000).map(after).collect::<String>();
    let place = plan(&chain);
    let run = place.run("schedule --month 2026-12 --today 2026-12-01 --format csv");
    let dates: Vec<&str> = run.out.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
    assert_eq!((run.code, dates.len()), (0, 17), "{}", run.err);
    assert!(dates.contains(&"2026-12-01") && dates.contains(&"2026-12-17"), "{dates:?}");
}
