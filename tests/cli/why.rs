//! `qun why`: every link of the chain, in both languages and for programs.

use serde_json::Value;

use crate::kit::{CLUB, Place};

fn why(place: &Place, line: &str) -> String {
    let run = place.run(line);
    assert_eq!(run.code, 0, "{line}: {} {}", run.out, run.err);
    run.out
}

fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn the_chain_behind_an_activity() {
    let place = Place::with(CLUB);
    for what in ["salon", "线下共读"] {
        let text = why(&place, &format!("why {what}"));
        holds(
            &text,
            &[
                "线下共读（salon）",
                "为了：会员续费，看留存率：45% → 60%，到 2027-11-30",
                "  统计：管理员，续费名单\n  复盘时看：weekly-review\n",
                "由谁承担：\n  负责：主持（领读、主持）\n",
                "  协助：志愿者 2 人（签到、拍照、秩序）\n",
                "时间：每月第二、四个周六 14:00-16:00",
                "从 2026-12-05 起、到 2027-11-30 止",
                "2026-12-12 是种子期（2026-12-01 到 2027-01-06）",
                "遇到放假顺延",
                "SOP offline-meetup，共 15 步",
                "T-7d 20:00  开放报名（计划改写）",
                "2026-12-12 周六 14:00",
                "2026-12-27 周日 14:00",
                "原定 2026-12-26 周六，改动挪到这里：书店盘点",
                "2027-01-09 周六 14:00",
                "主持：",
                "可投入 11 小时",
            ],
        );
        assert!(!text.contains("2027-01-23"), "three dates are enough: {text}");
    }
    let text = why(&place, "why salon --lang en");
    holds(
        &text,
        &[
            "For: 会员续费, measured by retention: 45% → 60%, by 2027-11-30",
            "  collected by manager, 续费名单\n  reviewed in: weekly-review\n",
            "Roles:\n  responsible: host (领读, 主持)\n",
            "  helping: volunteer, 2 people (签到, 拍照, 秩序)\n",
            "When: 2nd, 4th Sat of the month 14:00-16:00",
            "2026-12-12 is in the seeding phase (2026-12-01 to 2027-01-06)",
            "by notice of China's State Council, announced up to 2026",
            "(replaced by the plan)",
            "moved from 2026-12-26 Sat by a change: 书店盘点",
            "provisional",
            "of 11 hours in that week",
        ],
    );
}

#[test]
fn the_chain_behind_a_goal() {
    let serving = CLUB.replace("when = \"工作日 08:00\"", "when = \"工作日 08:00\"\nserves = [\"retain\"]");
    let measured =
        serving.replace("sop = \"prize-draw\"", "sop = \"prize-draw\"\nmeasures = [\"attendance\", \"activity\"]");
    let place = Place::with(&measured);
    for name in ["retain", "会员续费"] {
        let expected = "会员续费（retain）\n指标：留存率：45% → 60%，到 2027-11-30\n  统计：管理员，续费名单\n为它服务的：\n  \
            线下共读（salon）：每月第二、四个周六 14:00-16:00；主持、志愿者\n  早安一句（morning）：工作日 08:00；主持\n\
            复盘时看：\n  weekly-review：每周日 21:00；管理员\n";
        assert_eq!(why(&place, &format!("why {name}")), expected);
    }
    let english = why(&place, "why retain --lang en");
    holds(&english, &["Measured by: retention: 45% → 60%, by 2027-11-30", "Served by:\n", "workdays 08:00; host"]);
    let json: Value = serde_json::from_str(&why(&place, "why retain --format json")).expect("JSON");
    assert_eq!(
        (&json["kind"], &json["metric"], &json["collected_by"]),
        (&"goal".into(), &"retention".into(), &"manager".into())
    );
    assert_eq!(json["served_by"], serde_json::json!(["salon", "morning"]));
    assert_eq!(json["looked_at_in"], serde_json::json!(["weekly-review"]));
    let lonely = Place::with(&CLUB.replace("serves = [\"retain\"]", ""));
    holds(&why(&lonely, "why retain"), &["还没有活动或内容；用 qun set activities.名字.serves retain 写上"]);
    holds(&why(&place, "why draw"), &["结束后看：到场、活跃度", "计划没有写它为哪个目标服务"]);
    let json: Value = serde_json::from_str(&why(&place, "why draw --format json")).expect("JSON");
    assert_eq!(json["measures"], serde_json::json!(["attendance", "activity"]));
    assert_eq!(json["carried_by"], serde_json::json!([{ "role": "host", "person": null, "count": 1 }]));
}

#[test]
fn the_rota_of_a_day_shows_the_other_candidates() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[[roles]]\nid = \"host\"\ntitle = \"Host\"\n\
        [[people]]\nname = \"Ann\"\nroles = [\"host\"]\naway = [{ from = 2026-12-03 }]\n\
        [[people]]\nname = \"Bo\"\nroles = [\"host\"]\nuntil = 2026-12-01\n\
        [[people]]\nname = \"Cy\"\nroles = [\"host\"]\n[[people]]\nname = \"Dan\"\nroles = [\"host\"]\n\
        [[activities]]\nid = \"tea\"\nwhen = \"2026-12-03 17:00-18:00\"\nowner = \"host\"\nphases = [\"seeding\"]\n\
        [[activities]]\nid = \"desk\"\nwhen = \"2026-12-03 16:30-17:30\"\nowner = \"Cy\"\n";
    let place = Place::with(plan);
    let text = why(&place, "why 2026-12-03");
    holds(
        &text,
        &[
            "2026-12-03 17:00-18:00; only in: seeding",
            "Host (the turn of Cy), hours in that week: → Dan 1, Ann away, Bo not on the team, Cy busy with \"desk\" at that time",
            "named in the plan: → Cy 1",
        ],
    );
    holds(
        &why(&place, "why 2026-12-03 --lang zh-CN"),
        &["Host（轮到Cy），那一周的小时数：→ Dan 1、Ann 请假、Bo 不在团队、Cy 同一时间有“desk”"],
    );
    let json: Value = serde_json::from_str(&why(&place, "why 2026-12-03 --format json")).expect("JSON");
    let tea = json["entries"].as_array().expect("a list").iter().find(|entry| entry["item"] == "tea").expect("tea");
    let all = tea["considered"][0]["candidates"].as_array().expect("a list");
    let chosen: Vec<&Value> = all.iter().filter(|one| one["chosen"] == true).map(|one| &one["person"]).collect();
    assert_eq!((all.len(), chosen), (4, vec![&Value::from("Dan")]));
    // other days of the period are not shown
    holds(&why(&place, "why 2026-12-04"), &["Nothing is planned for this day."]);
}

#[test]
fn says_whose_turn_it_was_when_someone_stands_in() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[[roles]]\nid = \"host\"\ntitle = \"Host\"\n\
        [[people]]\nname = \"Ann\"\nroles = [\"host\"]\n[[people]]\nname = \"Bo\"\nroles = [\"host\"]\n\
        [[people]]\nname = \"Cy\"\nroles = [\"host\"]\n\
        [[activities]]\nid = \"tea\"\nwhen = \"every Thu 17:00-18:00\"\nfrom = 2026-12-03\nowner = \"host\"\n";
    let chosen = |place: &Place| {
        let json: Value = serde_json::from_str(&why(place, "why 2026-12-10 --format json")).expect("JSON");
        let seat = json["entries"][0]["considered"][0].clone();
        let all = seat["candidates"].as_array().expect("a list").clone();
        let one = all.into_iter().find(|one| one["chosen"] == true).expect("someone")["person"].clone();
        (one.as_str().expect("a name").to_owned(), seat["turns"][0].as_str().expect("a name").to_owned())
    };
    let place = Place::with(plan);
    let (first, turn) = chosen(&place);
    assert_eq!(first, turn);
    assert!(!why(&place, "why 2026-12-10").contains("the turn of"));
    let away = plan
        .replace(&format!("name = \"{first}\"\n"), &format!("name = \"{first}\"\naway = [{{ from = 2026-12-10 }}]\n"));
    let place = Place::with(&away);
    let (other, turn) = chosen(&place);
    assert_eq!((turn == first, other == first), (true, false));
    holds(&why(&place, "why 2026-12-10"), &[&format!("Host (the turn of {first}), hours in that week: → {other} 1")]);
    holds(&why(&place, "why 2026-12-10 --lang zh-CN"), &[&format!("Host（轮到{first}），那一周的小时数：→ {other} 1")]);
}

#[test]
fn calls_nobody_free_who_is_busy_at_the_same_hour() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[[roles]]\nid = \"host\"\ntitle = \"Host\"\n\
        [[people]]\nname = \"Ann\"\nroles = [\"host\"]\n[[people]]\nname = \"Cy\"\nroles = [\"host\"]\n\
        [[activities]]\nid = \"tea\"\nwhen = \"2026-12-03 17:00-18:00\"\nowner = \"host\"\n\
        [[activities]]\nid = \"desk\"\nwhen = \"2026-12-03 17:00-18:00\"\nowner = \"Cy\"\n";
    let place = Place::with(plan);
    holds(
        &why(&place, "why tea --today 2026-12-01"),
        &["→ Ann: free at that time", "  Cy: busy with \"desk\" at that time"],
    );
    holds(
        &why(&place, "why 2026-12-03"),
        &["Host (the turn of Cy), hours in that week: → Ann 1, Cy busy with \"desk\" at that time"],
    );
    let json: Value = serde_json::from_str(&why(&place, "why tea --today 2026-12-01 --format json")).expect("JSON");
    let busy: Vec<bool> = (json["considered"][0]["candidates"].as_array().expect("a list").iter())
        .map(|one| one["busy_with"].is_string())
        .collect();
    assert_eq!(busy, [false, true]);
}

#[test]
fn shows_counted_weeks_absences_and_removed_steps() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\nholidays = \"CN\"\n[lifecycle]\nstarts = 2026-09-02\nmonths = 6\n\
        [[roles]]\nid = \"host\"\n[[people]]\nname = \"Ann\"\nroles = [\"host\"]\naway = [{ from = 2026-09-10, to = 2026-09-10 }]\nbackup = \"Bo\"\n\
        [[people]]\nname = \"Bo\"\n[[activities]]\nid = \"tea\"\ntitle = \"Tea\"\nwhen = \"every 2 weeks on Thu 20:00\"\nfrom = 2026-09-10\nowner = \"host\"\n\
        on_holiday = \"skip\"\nsop = \"offline-meetup\"\n[[activities.steps]]\nid = \"kit\"\ndrop = true\n\
        [[content]]\nid = \"tip\"\nwhen = \"3 days before tea 09:00\"\n";
    let place = Place::with(plan);
    let text = why(&place, "why tea --today 2026-09-03");
    holds(
        &text,
        &[
            "weeks are counted from the week of its own `from`, which starts on 2026-09-07",
            "removed by the plan: kit",
            "skipped on days off",
            "Ann: away on that day",
            "→ Bo: free at that time; stands in for Ann",
            "2026-09-24 Thu 20:00  Ann",
        ],
    );
    let later = why(&place, "why Tea --today 2026-09-25");
    holds(&later, &["2026-10-08 Thu 20:00"]);
    let tip = why(&place, "why tip --today 2026-09-03");
    holds(&tip, &["3 days before tea 09:00", "counted from the day tea actually takes place", "2026-09-07 Mon 09:00"]);
    let off = plan.replace("from = 2026-09-10\n", "from = 2026-09-17\n");
    let place = Place::with(&off);
    let text = why(&place, "why tea --today 2026-09-18");
    holds(&text, &["× 2026-10-01 Thu 20:00  (skipped: a day off (National Day))", "2026-10-15 Thu 20:00"]);
    let day = why(&place, "why 2026-10-01");
    holds(&day, &["a day off: National Day", "× Tea: skipped: a day off (National Day)"]);
    let json: Value = serde_json::from_str(&why(&place, "why 10-1 --today 2026-09-20 --format json")).expect("JSON");
    assert_eq!((json["version"].as_i64(), json["kind"].as_str()), (Some(1), Some("day")));
    assert_eq!((json["date"].as_str(), json["status"].as_str()), (Some("2026-10-01"), Some("off")));
    let absent: Vec<(&str, &str)> = (json["absent"].as_array().expect("a list").iter())
        .map(|one| (one["item"].as_str().expect("an item"), one["fate"].as_str().expect("a fate")))
        .collect();
    assert_eq!(absent, [("tea", "skipped-by-holiday")]);
}

#[test]
fn each_entry_of_a_day_has_its_reason() {
    let place = Place::with(CLUB);
    let text = why(&place, "why 2026-12-26");
    holds(
        &text,
        &[
            "2026-12-26 周六  晨光读书会",
            "周末；明年的放假通知可能改到这一天",
            "冬月十八",
            "c1 的第 20 天（2026-12-07 开始）",
            "线下共读（2026-12-27 周日）的 T-1d 12:00：SOP offline-meetup 的步骤 `remind`",
            "× 线下共读：挪到 2026-12-27 周日 14:00（改动：书店盘点）",
        ],
    );
    let english = why(&place, "why 12月27日 --lang en");
    holds(
        &english,
        &[
            "2nd, 4th Sat of the month 14:00-16:00; only in: seeding, launch, growth, maturity; moved from 2026-12-26 Sat by a change: 书店盘点",
        ],
    );
    let first = why(&place, "why 2026-12-01 --lang en");
    holds(&first, &["by default, this phase starts on this day", "workdays 08:00"]);
    holds(&why(&place, "why 2026-11-30"), &["社群 2026-12-01 才开始", "早安一句：社群 2026-12-01 才开始"]);
    holds(&why(&place, "why 2026-10-10"), &["上班：国庆节补班（按国务院的放假通知）"]);
    holds(&why(&place, "why 2027-10-02 --lang en"), &["days off in 2027 are not announced yet"]);
    let json: Value = serde_json::from_str(&why(&place, "why salon --format json")).expect("JSON");
    assert_eq!(json["dates"][1]["fate"], "changed");
    assert_eq!(
        (&json["dates"][1]["original"], &json["dates"][1]["date"]),
        (&"2026-12-26T14:00".into(), &"2026-12-27T14:00".into())
    );
    assert_eq!(json["serves"][0]["metric"], "retention");
    let chosen =
        json["considered"][0]["candidates"].as_array().expect("a list").iter().filter(|one| one["chosen"] == true);
    assert_eq!(chosen.count(), 1);
}

#[test]
fn the_work_of_a_person_and_why() {
    let place = Place::with(CLUB);
    let text = why(&place, "why 小雨 --today 2026-12-20");
    holds(&text, &["2026-12-24 到 2026-12-27 不在", "2026-12-20 到 2027-01-02", "担任 管理员、主持；每周 11 小时"]);
    for day in ["2026-12-24 周", "2026-12-25 周", "2026-12-26 周", "2026-12-27 周"] {
        assert!(!text.contains(day), "away: {text}");
    }
    let json: Value = serde_json::from_str(&why(&place, "why aming --format json")).expect("JSON");
    assert_eq!((json["kind"].as_str(), json["person"].as_str()), (Some("person"), Some("aming")));
}

#[test]
fn an_unknown_name_gets_the_nearest() {
    let place = Place::with(CLUB);
    for (line, zh, en) in [
        ("why saloon", "是不是：salon", "did you mean: salon"),
        ("why 小鱼", "是不是：小雨", "did you mean: 小雨"),
        ("why 2026-02-30", "没有叫“2026-02-30”", "there is no item \"2026-02-30\""),
        ("why zzzz", "可以是：线下共读", "choose from: 线下共读"),
        ("why", "还缺", "missing:"),
    ] {
        for (language, words) in [("zh-CN", zh), ("en", en)] {
            let run = place.run(&format!("{line} --lang {language}"));
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{line}");
            assert!(run.err.contains(words), "{line}: {}", run.err);
        }
    }
    let empty = Place::with("");
    assert!(empty.run("why x --lang en").err.contains("no activities"));
    assert_eq!(empty.run("why 2026-12-01").code, 0);
}
