//! What lasts days is on each of them in every format, ends exactly, and is some work a day.

use crate::kit::Place;

const CONFERENCE: &str = include_str!("../data/conference.toml");
const DUTY: &str = include_str!("../data/duty-week.toml");

/// What a command prints about a plan.
fn of(plan: &str, words: &str) -> String {
    let run = Place::with(plan).run(words);
    assert!(run.code < 2, "{words}: {}", run.err);
    run.out
}

#[test]
fn a_conference_is_on_each_of_its_days() {
    let today = of(CONFERENCE, "today --today 2026-05-30");
    assert!(today.contains("all day  Conference") && today.contains("day 3 of 7, until 3 Jun"), "{today}");
    for today in ["2026-05-27", "2026-06-04"] {
        assert!(!of(CONFERENCE, &format!("today --today {today}")).contains("Conference"));
    }
    let range = "schedule --from 2026-05-29 --to 2026-06-05 --today 2026-05-30 --format";
    for format in ["agenda", "md", "csv"] {
        let out = of(CONFERENCE, &format!("{range} {format}"));
        for (day, nth) in [("29", 2), ("30", 3), ("31", 4), ("01", 5), ("02", 6), ("03", 7)] {
            let line = out.lines().find(|line| line.contains(&format!("day {nth} of 7, until 3 Jun")));
            assert!(line.is_some(), "{format} {day}: {out}");
        }
        assert_eq!(out.matches("Conference").count(), 6, "{format}: {out}");
    }
    let grid = of(CONFERENCE, "schedule --month 2026-06 --today 2026-05-30 --format grid");
    assert_eq!(["5/7", "6/7", "7/7", "1/3", "2/3", "3/3"].map(|nth| grid.matches(nth).count()), [1; 6], "{grid}");
}

#[test]
fn a_month_holds_what_began_before_it_with_its_exact_dates() {
    let june = "schedule --month 2026-06 --today 2026-05-30 --format";
    let ics = of(CONFERENCE, &format!("{june} ics"));
    assert_eq!(ics.matches("SUMMARY:Conference").count(), 1);
    assert!(ics.contains("DTSTART;VALUE=DATE:20260528") && ics.contains("DTEND;VALUE=DATE:20260604"), "{ics}");
    let json: serde_json::Value = serde_json::from_str(&of(CONFERENCE, &format!("{june} json"))).expect("JSON");
    let dates: Vec<(&str, &str)> = json["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| (entry["date"].as_str().expect("a date"), entry["end"].as_str().expect("an end")))
        .collect();
    assert_eq!(dates, [("2026-05-28", "2026-06-03"), ("2026-06-10", "2026-06-12T20:00:00-07:00")]);
    let july = of(CONFERENCE, "schedule --month 2026-07 --today 2026-05-30 --format ics");
    assert_eq!(july.matches("SUMMARY").count(), 0);
}

#[test]
fn the_end_of_a_camp_is_shown_with_its_date() {
    let agenda = of(CONFERENCE, "schedule --month 2026-06 --format agenda --today 2026-05-30");
    assert!(!agenda.contains("18:00–20:00"), "{agenda}");
    for part in ["18:00–", "day 1 of 3, until 12 Jun 20:00", "day 2 of 3", "–20:00"] {
        assert!(agenda.contains(part), "{part}: {agenda}");
    }
    let brief = of(CONFERENCE, "brief --person Mia --from 2026-06-01 --today 2026-05-30");
    assert!(brief.contains("Conference") && brief.contains("day 5 of 7"), "{brief}");
    // three days of it are in this week, an hour each
    assert!(brief.contains("about 3 h"), "{brief}");
    let zh = CONFERENCE.replace("language = \"en\"", "language = \"zh-CN\"");
    let zh = of(&zh, "schedule --month 2026-06 --format agenda --today 2026-05-30");
    assert!(zh.contains("第 2 天，共 3 天，到 6月12日 20:00"), "{zh}");
}

#[test]
fn a_duty_of_a_week_is_an_hour_a_day_or_what_the_plan_says() {
    let overloaded = |plan: &str| of(plan, "lint --select schedule --format concise --today 2026-11-28");
    let found = overloaded(DUTY);
    assert!(!found.contains("168") && found.contains("5 hours"), "{found}");
    let light = overloaded(&DUTY.replace("lasts = \"1w\"", "lasts = \"1w\"\nminutes = 20"));
    assert!(!light.contains("hours_per_week") && !light.contains("overload"), "{light}");
}
