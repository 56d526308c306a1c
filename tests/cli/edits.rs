//! The commands that edit a plan: what they write, byte for byte, what they show, what they refuse.

use crate::kit::{CLUB, Place, Run};

fn ok(place: &Place, line: &str) -> Run {
    let run = place.run(line);
    assert_eq!(run.code, 0, "{line}: {} {}", run.out, run.err);
    run
}

/// A run that must fail with these words and leave the plan as it was.
fn refused(place: &Place, line: &str, words: &str) {
    let before = place.read("community.toml");
    let run = place.run(line);
    assert_eq!(run.code, 2, "{line}: {} {}", run.out, run.err);
    assert!(run.err.contains(words), "{line}: {}", run.err);
    assert_eq!(place.read("community.toml"), before, "{line}");
}

/// The plan as Windows writes it.
fn windows(text: &str) -> String {
    format!("\u{feff}{}", text.replace('\n', "\r\n"))
}

const MOVED: &str =
    "\n[[changes]]\nitem = \"salon\"\non = 2026-12-12\nmove_to = 2026-12-13T14:00:00\nreason = \"盘点\"\n";

#[test]
fn several_values_are_set_at_once_or_none() {
    let place = Place::with("language = \"en\"\n[community]\nname = \"Dawn\"\n");
    let run = ok(&place, "set community.size.now 20 --and community.size.target 60 --and rules.posted pinned");
    let lines = ["community.size.now = 20", "community.size.target = 60", "rules.posted = pinned"];
    assert!(lines.iter().all(|line| run.err.contains(line)), "{}", run.err);
    let text = place.read("community.toml");
    assert!(
        text.contains("now = 20") && text.contains("target = 60") && text.contains("posted = \"pinned\""),
        "{text}"
    );
    refused(&place, "set community.size.now 30 --and community.size.target many", "many");
    refused(&place, "set community.size.now 30 --and community.nmae Dusk", "community.name");
    ok(&place, "undo");
    assert_eq!(place.read("community.toml"), "language = \"en\"\n[community]\nname = \"Dawn\"\n");
}

#[test]
fn a_change_is_appended_and_shown() {
    let anchor = "\n[limits]";
    for (windowed, language) in [(false, "zh-CN"), (true, "en")] {
        let plan = if windowed { windows(CLUB) } else { CLUB.to_owned() };
        let place = Place::with(&plan);
        let line = format!("change salon 2026-12-12 --move 2026-12-13T14:00 --reason 盘点 --lang {language}");
        let run = ok(&place, &line);
        assert_eq!(run.out, "");
        let (moved, tasks) = match language {
            "en" => ("moved from 12 Dec: 盘点", "Its 15 tasks move too."),
            _ => ("原定12月12日：盘点", "它的 15 个任务也跟着改期。"),
        };
        assert!(run.err.contains("salon 2026-12-12 → 2026-12-13 14:00"), "{}", run.err);
        assert!(run.err.contains(moved) && run.err.contains(tasks), "{}", run.err);
        // behind the change that was there, all other bytes as they were
        let expected = CLUB.replacen(anchor, &format!("{MOVED}{anchor}"), 1);
        let expected = if windowed { windows(&expected) } else { expected };
        assert_eq!(place.read("community.toml"), expected);
    }
}

#[test]
fn a_second_change_of_a_date_edits_the_first() {
    let place = Place::with(CLUB);
    ok(&place, "change salon 2026-12-26 --move 15:00");
    // how often it was changed is counted
    let expected = CLUB.replace("move_to = 2026-12-27T14:00:00", "move_to = 2026-12-26T15:00:00");
    let expected = expected.replace("reason = \"书店盘点\"\n", "reason = \"书店盘点\"\nsequence = 2\n");
    assert_eq!(place.read("community.toml"), expected);
    ok(&place, "change 线下共读 12-26 --person 阿明");
    let text = place.read("community.toml");
    assert!(text.contains("move_to = 2026-12-26T15:00:00") && text.contains("person = \"aming\"\n"), "{text}");
    let run = ok(&place, "change salon 12月26日 --cancel --reason 停电");
    let text = place.read("community.toml");
    assert!(text.contains("cancel = true\n") && text.contains("reason = \"停电\"\n"), "{text}");
    // it stays where it was moved to
    assert!(text.contains("\nmove_to") && text.matches("[[changes]]").count() == 1, "{text}");
    assert!(run.err.contains("已取消") && run.err.contains("也一起取消"), "{}", run.err);
    // a person may give the day it was moved to
    let place = Place::with(CLUB);
    let run = ok(&place, "change salon 2026-12-27 --move 2026-12-28T14:00 --lang en");
    assert!(run.err.contains("was planned for 2026-12-26"), "{}", run.err);
    let expected = CLUB.replace("2026-12-27T14", "2026-12-28T14");
    let expected = expected.replace("reason = \"书店盘点\"\n", "reason = \"书店盘点\"\nsequence = 2\n");
    assert_eq!(place.read("community.toml"), expected);
}

#[test]
fn a_date_that_does_not_exist_is_refused_with_the_nearest_ones() {
    let place = Place::with(CLUB);
    let near = "2026-12-12 周六、2026-12-26 周六、2027-01-09 周六";
    refused(&place, "change salon 2026-12-19 --cancel", near);
    refused(&place, "change salon 2026-12-19 --cancel --lang en", "the nearest dates are 2026-12-12 Sat");
    for (line, zh, en) in [
        ("change saln 2026-12-12 --cancel", "是不是：salon", "did you mean: salon"),
        ("change salon 2026-12-12", "怎么改：", "say what to change: --move WHEN"),
        ("change salon soon --cancel", "看不懂：要日期", "cannot be read: expected a date"),
        ("change salon 2026-12-12 --move 26:00", "看不懂", "cannot be read"),
        ("change salon 2026-12-12T10:00 --cancel", "是 14:00", "is at 14:00"),
        ("change salon 2026-12-12 --person 阿名", "是不是：阿明", "did you mean: 阿明"),
        ("change salon 2026-12-12 --move 12-13 --cancel", "不能一起用", "cannot be used together"),
        ("change meeting 2026-12-07 --cancel", "只有活动", "only activities, content and reviews"),
    ] {
        for (language, words) in [("zh-CN", zh), ("en", en)] {
            refused(&place, &format!("{line} --lang {language}"), words);
        }
    }
    let place = Place::with("[[activities]]\ntitle = \"见面\"\nwhen = \"每周三 20:00\"\n");
    refused(&place, "change 见面 2026-12-02 --cancel --lang zh-CN", "qun set 'activities[0].id'");
}

#[test]
fn shows_the_effects_of_a_change() {
    let place = Place::with(CLUB);
    let run = ok(&place, "change salon 2027-02-13 --move 2027-02-06T14:00 --lang en");
    assert!(run.err.contains("衡山书店 is closed on that day."), "{}", run.err);
    // more than three months from today
    let run = ok(&place, "change salon 2027-05-22 --person zhou --lang en");
    assert!(
        run.err.contains("After this change, qun lint reports:") && run.err.contains("schedule/uncovered-task"),
        "{}",
        run.err
    );
    let quiet = ok(&place, "change salon 2026-12-12 --move 2026-12-13T14:00 --reason x --lang en");
    assert!(!quiet.err.contains("closed") && !quiet.err.contains("qun lint reports"), "{}", quiet.err);
}

#[test]
fn days_away_are_added_and_the_work_goes_to_others() {
    let line = "away = [{ from = 2026-12-24, to = 2026-12-27 }]";
    let added = "away = [{ from = 2026-12-24, to = 2026-12-27 }, { from = 2026-12-28, to = 2026-12-28 }]";
    let place = Place::with(&windows(CLUB));
    let run = ok(&place, "away 小雨 2026-12-28");
    assert_eq!(place.read("community.toml"), windows(&CLUB.replace(line, added)));
    assert!(run.err.contains("有人接：") && run.err.contains("收满意度 → 阿明"), "{}", run.err);
    let pair = "language = \"en\"\ntime_zone = \"UTC\"\n[[people]]\nname = \"Ann\"\nbackup = \"Bo\"\n[[people]]\nname = \"Bo\"\n\
        [[content]]\nid = \"post\"\nwhen = \"2026-12-03 09:00\"\nowner = \"Ann\"\n";
    let run = ok(&Place::with(pair), "away Ann 12-3");
    assert!(
        run.err.contains("Ann has 1 thing to do, and it is covered:\n  2026-12-03 Thu 09:00  post → Bo"),
        "{}",
        run.err
    );
    let place = Place::with(CLUB);
    let run = ok(&place, "away aming 12月25日到27日 --reason 回家 --lang en");
    let hours = "hours_per_week = 12\n";
    let added = "away = [{ from = 2026-12-25, to = 2026-12-27, note = \"回家\" }]\n";
    assert_eq!(place.read("community.toml"), CLUB.replace(hours, &format!("{hours}{added}")));
    // the two who can host are both away
    assert!(run.err.contains("书友笔记 → nobody") && run.err.contains("uncovered-task"), "{}", run.err);
    let again = ok(&place, "away aming 2026-12-26 --lang en");
    assert!(again.err.contains("already has 阿明 away"), "{}", again.err);
    assert_eq!(place.read("community.toml"), CLUB.replace(hours, &format!("{hours}{added}")));
}

#[test]
fn days_can_be_given_in_words() {
    for (zh, en, days, expected) in [
        (
            "12月24日起三天",
            "24 Dec for 3 days",
            "from = 2026-12-24, to = 2026-12-26",
            "2026-12-24 周四 到 2026-12-26 周六",
        ),
        ("下周", "next week", "from = 2026-11-23, to = 2026-11-29", "2026-11-23 周一 到 2026-11-29 周日"),
        ("周五到周日", "Fri to Sun", "from = 2026-11-27, to = 2026-11-29", "2026-11-27 周五 到 2026-11-29 周日"),
        ("下周三", "next Wed", "from = 2026-11-25, to = 2026-11-25", "小林 2026-11-25 周三 不在"),
    ] {
        for (words, language) in [(zh, "zh-CN"), (en, "en")] {
            let place = Place::with(CLUB);
            let run = place.run_with(["away", "小林", words, "--lang", language], b"");
            assert_eq!(run.code, 0, "{words}: {}", run.err);
            assert!(place.read("community.toml").contains(&format!("away = [{{ {days} }}]\n")), "{words}");
            assert!(
                if language == "en" { run.err.contains("小林 is away") } else { run.err.contains(expected) },
                "{}",
                run.err
            );
        }
    }
}

#[test]
fn wrong_names_and_days_are_refused() {
    let place = Place::with(CLUB);
    for (line, zh, en) in [
        ("away nobody 12-24", "团队里没有", "no one on the team is called"),
        ("away 小 12-24", "是不是：小雨", "did you mean: 小雨"),
        ("away 小雨 soon", "一天或一段日子", "a day or several days"),
        ("away 小雨 2026-02-30", "日历上有的一天", "a day that exists in the calendar"),
        ("away 小雨 2026-12-27..2026-12-24", "是不是：2026-12-24..2026-12-27", "did you mean: 2026-12-24..2026-12-27"),
        ("away 小雨 2026-12-24..2028-12-24", "超过一年", "longer than a year"),
        ("away 小雨", "还缺", "missing:"),
    ] {
        for (language, words) in [("zh-CN", zh), ("en", en)] {
            refused(&place, &format!("{line} --lang {language}"), words);
        }
    }
}

#[test]
fn a_dry_run_shows_the_lines_and_writes_nothing() {
    let place = Place::with(&windows(CLUB));
    for (line, words) in [
        ("set community.size.now 230", "-size = { now = 210, target = 500 }\n+size = { now = 230, target = 500 }\n"),
        ("change salon 2026-12-12 --cancel", "+item = \"salon\"\n+on = 2026-12-12\n+cancel = true\n"),
        ("away lin 12-24", "+away = [{ from = 2026-12-24, to = 2026-12-24 }]\n"),
    ] {
        let run = ok(&place, &format!("{line} --dry-run"));
        assert!(run.out.starts_with("--- community.toml\n+++ community.toml\n@@ "), "{}", run.out);
        assert!(run.out.contains(words), "{}", run.out);
        assert_eq!(place.read("community.toml"), windows(CLUB), "{line}");
    }
}

#[test]
fn a_dash_reads_and_writes_the_plan_itself() {
    let place = Place::new();
    let run = place.run_with("change salon 2026-12-26 - --move 15:00".split(' '), windows(CLUB).as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    let counted = CLUB.replace("reason = \"书店盘点\"\n", "reason = \"书店盘点\"\nsequence = 2\n");
    assert_eq!(run.out, windows(&counted).replace("2026-12-27T14", "2026-12-26T15"));
    let run = place.run_with("away lin 12-24 -".split(' '), CLUB.as_bytes());
    let hours = "hours_per_week = 4\n";
    let added = "away = [{ from = 2026-12-24, to = 2026-12-24 }]\n";
    assert_eq!(run.out, CLUB.replace(hours, &format!("{hours}{added}")));
    assert!(place.files().is_empty());
}

#[test]
fn texts_with_the_old_name_of_a_person_are_listed() {
    for (language, words) in [("zh-CN", "还写着“小雨”"), ("en", "still have \"小雨\"")] {
        let place = Place::with(CLUB);
        let run = ok(&place, &format!("set people.xiaoyu.name 小雪 --lang {language}"));
        let line = run.err.lines().find(|line| line.contains(words)).expect("a line");
        // counted by hand: the contact for personal data, and who draws the prizes
        assert!(line.contains("rules.data.contact") && line.contains("activities[1].draw.organiser"), "{line}");
        assert!(!line.contains("people"), "{line}");
        let other = ok(&place, "set people.xiaoyu.hours_per_week 7");
        assert!(!other.err.contains("小雨"), "{}", other.err);
    }
}

#[test]
fn what_was_moved_and_is_cancelled_stays_where_it_was_moved_to() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[community]\nname = \"C\"\n[[people]]\nname = \"Sam\"\n\
        [[activities]]\nid = \"hour\"\ntitle = \"Hour\"\nwhen = \"every Thu 16:00\"\n";
    let place = Place::with(plan);
    for words in [
        ["change", "hour", "2026-12-10", "--move", "2026-12-11T16:00", "--person", "Sam", "--reason", "travel"]
            .as_slice(),
        &["change", "hour", "2026-12-11", "--cancel"],
    ] {
        let run = place.run_with(words.iter().copied(), b"");
        assert_eq!(run.code, 0, "{}", run.err);
    }
    let agenda = place.run("schedule --from 2026-12-10 --to 2026-12-11 --format agenda").out;
    assert!(!agenda.contains("Thu 10 Dec") && agenda.contains("11 Dec") && agenda.contains("cancelled"), "{agenda}");
    assert!(agenda.contains("travel"), "{agenda}");
}
