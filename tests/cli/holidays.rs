//! Days off from files beside the plan, one over another, and the festivals of a range.

use crate::kit::Place;

const PLAN: &str = "language = \"en\"\ntime_zone = \"Europe/Berlin\"\nholidays = [\"bayern.ics\", \"own.csv\"]\n\
    [community]\nname = \"Stammtisch\"\n[[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Thu 19:00\"\non_holiday = \"skip\"\n\
    [[content]]\nid = \"card\"\ntitle = \"Card\"\nwhen = \"3 days before Christmas 10:00\"\n";

const BAYERN: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n\
    BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Weihnach\r\n ten\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20200106\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Dreikönig\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:3\r\nDTSTART;VALUE=DATE:20260604\r\nSUMMARY:Fronleichnam\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn place() -> Place {
    let place = Place::with(PLAN);
    place.write("bayern.ics", BAYERN.as_bytes());
    place.write("own.csv", b"date,name,status\n2026-12-24,stocktaking,work\n2026-12-31,party,off\n");
    place
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn later_holiday_files_override_earlier_ones() {
    let run = place().run("schedule --from 2026-12-01 --to 2027-01-10 --format json");
    assert_eq!(run.code, 0, "{}", run.err);
    let made = json(&run.out);
    let day = |date: &str| {
        let found = made["days"].as_array().expect("days").iter().find(|day| day["date"] == date).expect("a day");
        (found["status"].as_str().expect("a status").to_owned(), found["name"].as_str().map(str::to_owned))
    };
    let day_info = |status: &str, name: Option<&str>| (status.to_owned(), name.map(str::to_owned));
    assert_eq!(day("2026-12-23"), day_info("workday", None));
    assert_eq!(day("2026-12-24"), day_info("workday", Some("make-up workday for stocktaking")));
    assert_eq!(day("2026-12-25"), day_info("off", Some("Weihnachten")));
    assert_eq!(day("2026-12-27"), day_info("weekend", None));
    assert_eq!(day("2026-12-31"), day_info("off", Some("party")));
    assert_eq!(day("2027-01-06"), day_info("off", Some("Dreikönig")));
    assert_eq!(day("2027-01-07"), day_info("unannounced", None));
    let talks: Vec<&str> = (made["entries"].as_array().expect("entries").iter())
        .filter(|entry| entry["item"] == "talk")
        .map(|entry| entry["date"].as_str().expect("a date"))
        .collect();
    assert_eq!(talks, ["2026-12-03", "2026-12-10", "2026-12-17", "2026-12-24", "2027-01-07"]);
}

#[test]
fn every_command_reports_broken_lines_and_missing_files() {
    let place = place();
    for (text, en, zh) in [
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026-13-01\nEND:VEVENT\nzzz\n",
            ["line 3: this must be a date", "line 5: this line has no colon"],
            "第 3 行：应是像 20261001 这样的日期\n  第 5 行：这一行缺冒号",
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nRRULE:FREQ=HOURLY\nEND:VEVENT\n",
            ["line 4: only yearly rules", ""],
            "第 4 行：只认每年的 RRULE",
        ),
        ("\u{0}\u{7f}", ["line 1: not an iCalendar file", ""], "第 1 行：不是 iCalendar 文件"),
    ] {
        place.write("bayern.ics", text.as_bytes());
        for command in ["lint", "schedule", "today", "checklist weekly", "schedule --festivals"] {
            let run = place.run(command);
            assert_eq!(run.code, 2, "{command}: {}", run.err);
            assert!(en.iter().all(|words| run.err.contains(words)), "{command}: {}", run.err);
            let run = place.run(&format!("{command} --lang zh-CN"));
            assert!(run.err.contains(zh), "{command}: {}", run.err);
        }
    }
    std::fs::remove_file(place.path("bayern.ics")).expect("removed");
    let run = place.run("schedule");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("bayern.ics: there is no such holiday file"), "{}", run.err);
    place.write("community.toml", b"holidays = 5\n[community]\nname = \"x\"\n");
    assert!(place.run("lint --lang en").out.contains("`holidays` takes a text in quotes"), "{}", place.run("lint").out);
}

#[test]
fn shows_festivals_with_anchored_items_in_both_languages() {
    let place = place();
    let line = "schedule --festivals --month 2026-12 --today 2026-12-22";
    let run = place.run(line);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for words in [
        "2026-12-22 Tue  today        winter solstice",
        "2026-12-25 Fri  in 3 days    Christmas",
        "→ 2026-12-22 10:00 Card (3 days before)",
        "12-25 to 12-26 off, 2 days",
        "2026-12-31 Thu  in 9 days    party",
        "2026-12-12 Sat  10 days ago",
    ] {
        assert!(run.out.contains(words), "{words}\n{}", run.out);
    }
    let run = place.run(&format!("{line} --lang zh-CN --format md"));
    assert!(
        run.out.contains("| 2026-12-25 周五 | 还有 3 天 | 圣诞节 |  | 2026-12-22 10:00 Card（前 3 天） |"),
        "{}",
        run.out
    );
    assert!(run.out.starts_with("| 日期 | 还有 | 节日 | 放假 | 计划里 |\n"), "{}", run.out);
    let made = json(&place.run(&format!("{line} --format json")).out);
    let of = |name: &str| {
        let all = made["festivals"].as_array().expect("festivals");
        all.iter().find(|feast| feast["name"] == name).unwrap_or_else(|| panic!("{name}: {made}")).clone()
    };
    let christmas = of("Christmas");
    assert_eq!((&christmas["kind"], christmas["in_days"].as_i64()), (&"date".into(), Some(3)));
    assert_eq!(christmas["leads"][0]["item"], "card");
    assert_eq!(christmas["leads"][0]["offset_days"], -3);
    assert_eq!((&of("winter solstice")["kind"], of("Weihnachten")["off"]["days"].as_i64()), (&"term".into(), Some(2)));
    // options that only make sense for a calendar are refused
    for format in ["ics", "csv"] {
        let run = place.run(&format!("schedule --festivals --format {format}"));
        assert!(run.code == 2 && run.err.contains("agenda, md or json"), "{}", run.err);
    }
    let run = place.run("schedule --festivals --person Mia");
    assert!(run.code == 2 && run.err.contains("cannot be used together"), "{}", run.err);
}

#[test]
fn shows_the_days_off_and_make_up_days_of_a_statutory_festival() {
    let place = Place::with("language = \"zh-CN\"\ntime_zone = \"Asia/Shanghai\"\n[community]\nname = \"x\"\n");
    let run = place.run("schedule --festivals --month 2026-10 --today 2026-09-25");
    assert!(run.out.contains("2026-10-01 周四  还有 6 天   国庆节"), "{}", run.out);
    assert!(run.out.contains("10-01 至 10-07 放假 7 天，09-20、10-10 上班"), "{}", run.out);
    assert!(run.out.contains("重阳节（九月初九）"), "{}", run.out);
    let run = place.run("schedule --festivals --month 2027-02");
    assert!(run.out.contains("春节（正月初一）    放假安排还没公布"), "{}", run.out);
    place.write("days.ics", BAYERN.as_bytes());
    assert_eq!(place.run("set holidays CN,days.ics").code, 0);
    let run = place.run("schedule --festivals --month 2027-01");
    assert!(run.out.contains("Dreikönig"), "{}", run.out);
    assert!(place.read("community.toml").contains("holidays = [\"CN\", \"days.ics\"]"));
}

/// The notice of 2027 may rule the last days of 2026: what counts on workdays is not sure then, the rest is.
#[test]
fn late_december_waits_for_the_next_notice() {
    let text = "language = \"en\"\ntime_zone = \"Asia/Shanghai\"\nholidays = \"CN\"\n[community]\nname = \"x\"\n\
        [[content]]\nid = \"work\"\nwhen = \"workdays 08:00\"\n[[content]]\nid = \"every\"\nwhen = \"daily 09:00\"\n";
    let place = Place::with(text);
    for (from, to, is_sure) in [("2026-12-21", "2026-12-23", true), ("2026-12-28", "2026-12-31", false)] {
        let run = place.run(&format!("schedule --from {from} --to {to} --format json"));
        let made: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        let of = |item: &str| {
            let entries = made["entries"].as_array().expect("entries").iter();
            entries.filter(|entry| entry["item"] == item).map(|entry| entry["provisional"] == true).collect::<Vec<_>>()
        };
        let days = if is_sure { 3 } else { 4 };
        assert_eq!((of("work"), of("every")), (vec![!is_sure; days], vec![false; days]), "{from}");
        assert_eq!(run.out.contains("2027"), !is_sure, "{from}: the year whose notice is missing");
    }
}

#[test]
fn people_and_activities_have_files_of_their_own() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[community]\nid = \"t\"\nname = \"T\"\n[[roles]]\nid = \"mod\"\n\
        [[people]]\nname = \"Mia\"\nroles = [\"mod\"]\nholidays = [\"AE\", \"mia.ics\"]\n\
        [[people]]\nname = \"Ben\"\nroles = [\"mod\"]\n\
        [[activities]]\nid = \"x\"\ntitle = \"Call\"\nwhen = \"daily 14:00-15:00\"\nfrom = 2026-12-07\nowner = \"mod\"\n\
        [[activities]]\nid = \"w\"\ntitle = \"Desk\"\nwhen = \"workdays 10:00\"\nholidays = \"IL\"\nowner = \"Ben\"\n";
    let place = Place::with(plan);
    let off = |place: &Place, days: &str| {
        let event = |day: &str| {
            format!("BEGIN:VEVENT\r\nUID:{day}\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:Moving\r\nEND:VEVENT\r\n")
        };
        let events: String = days.split(' ').map(event).collect();
        place.write("mia.ics", format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n").as_bytes());
    };
    let calls = |place: &Place| -> Vec<String> {
        let run = place.run("schedule --from 2026-12-07 --to 2026-12-12 --today 2026-12-01 --format csv");
        assert_eq!(run.code, 0, "{}", run.err);
        let calls = run.out.lines().filter(|line| line.contains(",Call,"));
        calls.map(|line| line.split(',').nth(5).unwrap_or_default().to_owned()).collect()
    };
    // without the file nothing is made
    let run = place.run("schedule --month 2026-12 --today 2026-12-01");
    assert!(run.code == 2 && run.err.contains("no such holiday file"), "{}", run.err);
    off(&place, "20261220");
    let before = calls(&place);
    let at = before.iter().position(|name| name == "Mia").expect("a turn of hers");
    off(&place, &format!("202612{:02}", 7 + at));
    let after = calls(&place);
    assert_eq!(after[at], "Ben");
    assert!(before.iter().zip(&after).enumerate().all(|(n, (old, new))| n == at || old == new), "{before:?} {after:?}");
    // an activity in Israel works from Sunday to Thursday
    let run = place.run("schedule --from 2026-12-11 --to 2026-12-13 --today 2026-12-01 --format csv");
    let desk: Vec<&str> = run.out.lines().filter(|line| line.contains(",Desk,")).map(|line| &line[..10]).collect();
    assert_eq!(desk, ["2026-12-13"]);
}
