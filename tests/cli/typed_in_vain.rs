//! What people have typed and were refused: each works, or leads on to what to type next, in the language of the plan.

use crate::kit::{CLUB, Place, Run};

/// A small plan in English.
const GUILD: &str = r#"language = "en"
time_zone = "Europe/London"

[community]
name = "Guild"
size = { now = 20, target = 60 }

[lifecycle]
starts = 2026-12-01

[[channels]]
id = "main"
title = "Main chat"

[[roles]]
id = "host"
kind = "volunteer"

[[people]]
name = "Dana"
roles = ["host"]

[[people]]
name = "Meera"
roles = ["host"]

[[people]]
id = "anke"
name = "Anke"

[[people]]
id = "ravi"
name = "Ravi"

[[places]]
id = "cafe"
name = "Corner café"

[[activities]]
id = "demo-day"
title = "Demo day"
when = "last Thu of the month 18:00"
owner = "host"
channels = ["main"]
"#;

fn run(place: &Place, words: &[&str]) -> Run {
    place.run_with(words.iter().copied(), b"")
}

/// What is typed, whether it works, and what is shown.
type Row = (&'static [&'static str], bool, &'static [&'static str]);

fn check(plan: &str, rows: &[Row]) {
    let mut wrong = Vec::new();
    for (words, works, expected) in rows {
        let place = Place::with(plan);
        let run = run(&place, words);
        let shown = format!("{}{}", run.out, run.err);
        let is_there = expected.iter().all(|words| shown.contains(words));
        let is_untouched = *works || place.read("community.toml") == plan;
        if (run.code == 0) != *works || !is_there || !is_untouched {
            wrong.push(format!("qun {}\n{expected:?}, code {}\n{shown}", words.join(" "), run.code));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn english_operators_get_on() {
    check(
        GUILD,
        &[
            (&["help", "schedule"], true, &["qun schedule --month next"]),
            (&["today", "Dana"], true, &["Guild", "Next: 2027-01-28 Thu 18:00 Demo day"]),
            (&["today", "dana"], true, &["Next: 2027-01-28"]),
            (&["today", "Dnaa"], false, &["no one on the team is called \"Dnaa\"", "did you mean: Dana"]),
            (&["schedule", "december"], true, &["December 2026", "Demo day"]),
            (&["schedule", "Dana", "--month", "dec"], true, &["Demo day"]),
            (&["schedule", "decembre"], false, &["no one on the team is called \"decembre\"", "choose from: Dana"]),
            (&["brief", "Dana", "--from", "2026-12-28"], true, &["Dana", "Demo day"]),
            (&["brief", "Main chat"], true, &["Main chat"]),
            (&["away", "Meera", "next", "week"], true, &["2026-11-23 Mon to 2026-11-29 Sun"]),
            (&["away", "Meera", "2026-12-25", "2026-12-28"], true, &["2026-12-25 Fri to 2026-12-28 Mon"]),
            (&["away", "Meera", "24 Dec", "27 Dec", "community.toml"], true, &["2026-12-24 Thu to 2026-12-27 Sun"]),
            (&["away", "Meera", "Dec", "24-28"], true, &["2026-12-24 Thu to 2026-12-28 Mon"]),
            (&["away", "Meera", "next", "week", "other.toml"], false, &["other.toml: there is no such file"]),
            (&["add", "person", "Ana", "--roles", "host"], true, &["added: person \"Ana\""]),
            (&["add", "person", "Ana"], false, &["missing for a new person", "--roles"]),
            (&["add", "moderator"], false, &["choose from: activity", "qun add person --name NAME --roles moderator"]),
            (&["delete", "demo-day"], true, &["removed: activity \"Demo day\""]),
            (
                &[
                    "add",
                    "activity",
                    "--title",
                    "Walk",
                    "--when",
                    "every Sat 10:00",
                    "--owner",
                    "host",
                    "--place",
                    "Bangalore",
                ],
                false,
                &["there is no place \"Bangalore\" in this plan", "Corner café", "qun add place"],
            ),
            (&["change", "demo-day", "2026-12-31", "--person", "dana"], true, &["Dana (host)"]),
            (&["set", "people.anke.backup", "Ravi"], true, &["people.anke.backup = ravi"]),
            (&["set", "people.ankes.backup", "Ravi"], false, &["did you mean: people.Anke.backup"]),
            (&["set", "size.now", "830"], false, &["did you mean: community.size.now"]),
            (&["set", "community.nmae", "X"], false, &["did you mean: community.name"]),
            (&["set", "rules.quiet_hours", "10pm to 7am"], true, &["quiet_hours = 10pm to 7am"]),
            (&["set", "time_zone", "ET"], true, &["time_zone = ET"]),
            (&["set", "time_zone", "CST"], false, &["America/Chicago", "Asia/Shanghai"]),
            (
                &["set", "time_zone", "EST"],
                true,
                &["EST never changes to summer time", "qun set time_zone America/New_York"],
            ),
            (&["set", "holidays", "US"], true, &["holidays = US"]),
            (&["set", "holidays", "Gremany"], false, &["did you mean DE?", "qun explain holidays"]),
            (&["set", "holidays", "DE-Bayer"], false, &["did you mean DE-BY?"]),
            (&["schedule", "--from", "12/21/2026", "--to", "12/31/2026"], true, &["Demo day"]),
            (&["set", "lifecycle.starts", "3/15/2024"], true, &["starts = 2024-03-15"]),
            (&["change", "demo-day", "2026-12-31", "--move", "17.01.2027 16:00"], true, &["2027-01-17 16:00"]),
            (&["change", "demo-day", "2026-12-31", "--move", "2027-01-17T16:00"], true, &["2027-01-17 16:00"]),
            (&["change", "demo-day", "2026-12-31", "--move", "Sun 17 Jan 2027 16:00"], true, &["2027-01-17 16:00"]),
            (
                &["change", "demo-day", "2026-12-31", "--move", "Fri 17 Jan 2027 16:00"],
                false,
                &["2027-01-17 Sun", "a weekday that matches"],
            ),
            (&["today", "--today", "tomorrow"], false, &["a date with its year, such as 2026-12-24"]),
            (&["set", "activities.demo-day.when", "Tuesdays at 11"], false, &["every Tue 11:00", "every Tue 23:00"]),
            (&["lint", "comunity.toml"], false, &["did you mean: community.toml"]),
            (&["schedule", "—month", "next"], false, &["a dash from an input method", "type --month"]),
            (&["set", "positioning.vision", "“Read", "more”"], false, &["no such file"]),
            (
                &["set", "positioning.vision", "“Read more”"],
                true,
                &["vision = Read more", "the quotes around it are left out"],
            ),
            (&["set", "positioning.vision", "Read “more”"], true, &["vision = Read “more”"]),
            (&["explain", "score"], true, &["How complete a plan is"]),
            (&["explain", "KOC"], true, &["key opinion consumer"]),
            (&["checklist", "weekly", "--date", "next week"], true, &["qun:checklist weekly 2026-11-23"]),
            (&["checklist", "monthly", "--date", "December"], true, &["qun:checklist monthly 2026-12-01"]),
            (&["set", "positioning.vision", "Read", "more", "books"], false, &["one word too many", "in quotes"]),
        ],
    );
}

#[test]
fn chinese_operators_get_on() {
    check(
        CLUB,
        &[
            (&["今天"], true, &["晨光读书会"]),
            (&["今天", "小雨"], true, &["晨光读书会"]),
            (&["日历", "12月"], true, &["2026年12月"]),
            (&["检查"], true, &["先做这几件", "97 分"]),
            (&["away", "小雨", "2026-12-25", "2026-12-28"], true, &["2026-12-25 周五 到 2026-12-28 周一"]),
            (&["away", "小雨", "12月1日-12月5日"], true, &["2026-12-01 周二 到 2026-12-05 周六"]),
            (&["away", "小雨", "12.1-12.5"], true, &["2026-12-01 周二 到 2026-12-05 周六"]),
            (&["away", "小雨", "12月1日", "12月5日"], true, &["2026-12-01 周二 到 2026-12-05 周六"]),
            (&["away", "小雨", "下周"], true, &["2026-11-23 周一 到 2026-11-29 周日"]),
            (&["away", "小雨", "春节"], false, &["那年的放假安排还没公布", "是不是：2027-02-06"]),
            (&["away", "小雪", "下周"], false, &["团队里没有“小雪”", "小雨"]),
            (&["add", "person", "阿豪"], false, &["还缺", "--roles"]),
            (&["remove", "activity", "共桌日"], false, &["没有叫“共桌日”的活动", "线下共读"]),
            (&["set", "community.nmae", "店长"], false, &["是不是：community.name"]),
            (&["set", "人数", "500"], true, &["community.size.now = 500"]),
            (&["set", "rules.quiet_hours", "晚上11点到早上8点"], true, &["晚上11点到早上8点"]),
            (&["change", "salon", "2026-12-12", "--move", "12月13日晚八点"], true, &["2026-12-13 20:00"]),
            (&["set", "community.size.now", "480多人"], true, &["now = 480"]),
            (&["set", "community.size.now", "三个群一共四百八十多"], true, &["now = 480"]),
            (&["set", "community.size.now", "1千"], true, &["now = 1000"]),
            (&["checklist", "每周"], true, &["qun:checklist weekly"]),
            (&["checklist", "每周", "--date", "下周"], true, &["qun:checklist weekly 2026-11-23"]),
            (&["set", "positioning.vision", "“每天十页”"], true, &["vision = 每天十页", "外面的引号没有写进去"]),
            (&["set", "monetisation[0].price", "免费"], true, &["price = 0 CNY"]),
            (&["set", "monetisation[0].price", "199"], true, &["price = 199 CNY"]),
            (&["set", "time_zone", "北京时间"], true, &["time_zone = 北京时间"]),
            (&["set", "holidays", "美国"], true, &["holidays = 美国"]),
            (&["set", "holidays", "徳国"], false, &["国家代码", "qun explain holidays"]),
            (&["explain", "促活", "--lang", "zh-CN"], true, &["活跃度"]),
            (&["explain", "分层", "--lang", "zh-CN"], true, &["用户分层"]),
            (&["add", "moderator"], false, &["--roles moderator"]),
        ],
    );
}

#[test]
fn files_that_are_no_text_are_recognised() {
    let place = Place::with(CLUB);
    for beginning in [&b"PK\x03\x04\x14\x00"[..], b"\xd0\xcf\x11\xe0\xa1\xb1", b"%PDF-1.7\n"] {
        std::fs::write(place.path("plan.xlsx"), beginning).expect("a file");
        for command in ["lint", "schedule", "today"] {
            let run = run(&place, &[command, "plan.xlsx", "--lang", "en"]);
            assert_eq!(run.code, 2, "{command}");
            assert!(
                run.err.contains("this is an Excel, Word or PDF file") && run.err.contains("qun init"),
                "{}",
                run.err
            );
        }
    }
}

#[test]
fn a_full_width_colon_is_pointed_out() {
    let place = Place::with("[community]\nname： \"晨光\"\n");
    let run = run(&place, &["lint", "--lang", "zh-CN"]);
    assert!(run.out.contains("写成 键 = 值"), "{}", run.out);
}
