//! `qun record` and `qun explain METRIC`: what happened is written down beside the plan, in the words of both languages.

use crate::kit::{Place, Run};

const CLUB: &str = "language = \"en\"\ntime_zone = \"Europe/London\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
    [[people]]\nname = \"Ana\"\n[[goals]]\nid = \"retain\"\nobjective = \"Renewals\"\nmetric = \"retention\"\n\
    [[monetisation]]\nmodel = \"membership\"\nprice = \"30 GBP\"\n\
    [[activities]]\nid = \"salon\"\ntitle = \"Salon\"\nwhen = \"every Thu 18:00-19:00\"\nowner = \"Ana\"\nexpected = 16\n\
    [[experiments]]\nid = \"reminder\"\na = \"8:00\"\nb = \"20:00\"\nfrom = 2026-11-02\nuntil = 2026-11-15\n";

fn ok(place: &Place, words: &[&str]) -> Run {
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 0, "{words:?}: {} {}", run.out, run.err);
    run
}

fn refused(place: &Place, words: &[&str], reason: &str) {
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 2, "{words:?}: {} {}", run.out, run.err);
    assert!(run.err.contains(reason), "{words:?}: {}", run.err);
}

/// The lines of the readings without ids, from the column of the first day on.
fn readings(place: &Place) -> Vec<String> {
    let text = place.read("community.readings.csv");
    text.lines().skip(1).map(|line| line.splitn(3, ',').nth(2).expect("cells").to_owned()).collect()
}

#[test]
fn an_event_is_recorded_in_the_words_of_both_languages() {
    let place = Place::with(CLUB);
    let run = ok(&place, &["record", "salon", "came=14/17", "score=4.6", "income=280"]);
    assert!(run.err.contains("Salon 2026-11-19") && run.err.contains("came 14 of 17"), "{}", run.err);
    let uid = "club/salon/2026-11-19@qun";
    let expected = [
        format!("2026-11-19,2026-11-19,{uid},,came,14,17,,,,,"),
        format!("2026-11-19,2026-11-19,{uid},,score,4.6,,/5,,,,"),
        format!("2026-11-19,2026-11-19,{uid},,income,280,,GBP,,,,"),
    ];
    assert_eq!(readings(&place), expected);
    let chinese = Place::with(&CLUB.replace("\"en\"", "\"zh-CN\"").replace("title = \"Salon\"", "title = \"共读\""));
    let run = ok(&chinese, &["记录", "共读", "11月19日", "到场=14/17", "评分＝4.6", "收入=280"]);
    assert!(run.err.contains("共读 2026-11-19") && run.err.contains("到场 14，共 17"), "{}", run.err);
    assert_eq!(readings(&chinese), expected, "the file has the same words in both languages");
}

#[test]
fn a_weekday_is_the_last_one_and_a_date_soon_is_still_to_come() {
    // today is Sunday, 22 November
    let place = Place::with(CLUB);
    let run = ok(&place, &["record", "salon", "Thursday", "came=14"]);
    assert!(run.err.contains("Salon 2026-11-19"), "{}", run.err);
    refused(&place, &["record", "salon", "Dec 3", "came=14"], "Salon on 2026-12-03 is still to come");
    let chinese = Place::with(&CLUB.replace("\"en\"", "\"zh-CN\"").replace("title = \"Salon\"", "title = \"共读\""));
    let run = ok(&chinese, &["记录", "共读", "周四", "到场=14"]);
    assert!(run.err.contains("共读 2026-11-19"), "{}", run.err);
    refused(&chinese, &["记录", "共读", "12月3日", "到场=14"], "共读 2026-12-03 还没到");
}

#[test]
fn goals_and_tests_are_recorded_by_their_names() {
    let place = Place::with(CLUB);
    ok(&place, &["record", "retain", "34%", "--of", "210", "--by", "Ana"]);
    ok(&place, &["record", "retain", "2026-11-01", "30%"]);
    ok(&place, &["record", "reminder", "2026-11-15", "--arm", "a", "active=120/400"]);
    let expected = [
        "2026-11-22,2026-11-22,retain,,value,34,210,%,Ana,,,",
        "2026-11-01,2026-11-01,retain,,value,30,,%,,,,",
        "2026-11-15,2026-11-15,reminder,a,active,120,400,,,,,",
    ];
    assert_eq!(readings(&place), expected);
    refused(&place, &["record", "reminder", "active=120/400"], "--arm a");
    refused(&place, &["record", "retain", "34%", "--arm", "a"], "--arm is only for A/B tests");
}

#[test]
fn recording_a_fact_again_corrects_it_and_can_be_undone() {
    let place = Place::with(CLUB);
    ok(&place, &["record", "salon", "came=41"]);
    let first = place.read("community.readings.csv");
    let id = first.lines().nth(1).and_then(|line| line.split(',').next()).expect("an id").to_owned();
    let run = ok(&place, &["record", "salon", "came=14"]);
    assert!(run.err.contains("(correction)"), "{}", run.err);
    let text = place.read("community.readings.csv");
    assert!(text.starts_with(&first), "lines are only added");
    assert!(text.lines().last().is_some_and(|line| line.ends_with(&format!(",{id},"))), "{text}");
    assert!(ok(&place, &["record", "salon", "came=14"]).err.contains("recorded already"));
    assert_eq!(place.read("community.readings.csv"), text);
    ok(&place, &["undo"]);
    assert_eq!(place.read("community.readings.csv"), first);
    let dry = Place::with(CLUB);
    assert!(ok(&dry, &["record", "salon", "came=14", "--dry-run"]).err.contains("would be recorded"));
    assert_eq!(dry.files(), ["community.toml"]);
}

#[test]
fn what_is_missing_is_listed_until_it_is_recorded() {
    let place = Place::with(CLUB);
    let run = ok(&place, &["record"]);
    assert!(
        run.out.contains("Salon 2026-11-19") && run.out.contains("qun record salon 2026-11-19 came="),
        "{}",
        run.out
    );
    assert!(run.out.contains("Renewals") && run.out.contains("qun record retain"), "{}", run.out);
    ok(&place, &["record", "salon", "2026-11-19", "came=14"]);
    ok(&place, &["record", "retain", "34%"]);
    let run = ok(&place, &["record"]);
    assert!(!run.out.contains("2026-11-19") && !run.out.contains("Renewals"), "{}", run.out);
    let run = ok(&place, &["record", "--lang", "zh-CN"]);
    assert!(run.out.contains("还缺这些数") && run.out.contains("到场="), "{}", run.out);
}

#[test]
fn mistakes_are_refused_with_the_way_on() {
    let place = Place::with(CLUB);
    refused(&place, &["record", "salon", "cmae=14"], "did you mean");
    refused(&place, &["record", "salon", "came=lots"], "came takes a whole number of 0 or more");
    refused(&place, &["record", "salon", "came=-3"], "came takes a whole number of 0 or more");
    refused(&place, &["record", "salon", "came=18/17"], "18 is more than the 17 in all");
    refused(&place, &["record", "salon", "2026-11-20", "came=14"], "there is no Salon on 2026-11-20");
    refused(&place, &["record", "salon", "2026-12-03", "came=14"], "still to come");
    refused(&place, &["record", "salon"], "the value is missing");
    refused(&place, &["record", "saloon", "came=14"], "salon");
    refused(&place, &["record", "retain", "34%", "--of", "x"], "--of takes a whole number");
    assert_eq!(place.files(), ["community.toml"]);
}

#[test]
fn a_reading_that_cannot_be_read_is_found_by_lint() {
    let place = Place::with(CLUB);
    ok(&place, &["record", "salon", "came=14"]);
    let text = place.read("community.readings.csv").replace(",came,14,", ",came,-14,");
    place.write("community.readings.csv", text.as_bytes());
    for (language, message) in [("en", "came cannot be negative: -14"), ("zh-CN", "到场不能是负数：-14")] {
        let run = place.run(&format!("lint --lang {language}"));
        assert!(run.out.contains("file/readings") && run.out.contains(message), "{}", run.out);
        assert!(run.out.contains("community.readings.csv:2:"), "{}", run.out);
    }
}

#[test]
fn metrics_are_explained_in_both_languages() {
    let place = Place::new();
    for (words, shown) in [
        ("explain 退群率", "期初人数"),
        ("explain churn --lang en", "members who left within these days"),
        ("explain retention --lang en", "exactly N days after they came"),
        ("explain 留存率 --lang zh-CN", "来后第 N 天"),
        ("explain NPS --lang en", "those who gave 9 or 10"),
        ("explain loyalty --lang en", "No data can show it"),
        ("explain 信任 --lang zh-CN", "数据里算不出来"),
    ] {
        let run = ok(&place, &words.split(' ').collect::<Vec<_>>());
        assert!(run.out.contains(shown), "{words}: {}", run.out);
    }
}

/// A message a day of six people in November, one of whom answers.
fn chat() -> String {
    let line = |n: u32| format!("2026-11-{:02} 10:{:02},Planted {},planted group,m{n}\n", 2 + n % 12, n % 60, n % 6);
    format!("time,author,channel,id\n{}", (0..60).map(line).collect::<String>())
}

#[test]
fn an_export_is_counted_into_readings_of_months_without_names() {
    let place = Place::with(CLUB);
    place.write("chat.csv", chat().as_bytes());
    let run = ok(&place, &["record", "--from", "chat.csv"]);
    assert!(run.err.contains("2026-11-02 to 2026-11-13") && run.err.contains("6 people, 60 messages"), "{}", run.err);
    let source = "table with named columns";
    let expected = [
        format!("2026-11-02,2026-11-13,club,,active,6,,,,{source},,"),
        format!("2026-11-02,2026-11-13,club,,messages,60,,,,{source},,"),
        format!("2026-11-02,2026-11-13,club,,stickiness,28.8,,%,,{source},,"),
    ];
    assert_eq!(readings(&place), expected);
    let all = place.read("community.readings.csv") + &run.out + &run.err;
    assert!(!all.to_lowercase().contains("planted"), "{all}");
    assert!(ok(&place, &["record", "--from", "chat.csv"]).err.contains("nothing new"));
    let review = ok(&place, &["review"]).out;
    assert!(review.contains("Community, as recorded") && review.contains("messages"), "{review}");
    let few = Place::with(CLUB);
    few.write("chat.csv", chat().replace("Planted 4", "Planted 1").replace("Planted 5", "Planted 1").as_bytes());
    assert!(ok(&few, &["record", "--from", "chat.csv"]).err.contains("nothing new"), "four people are not counted");
}

#[test]
fn a_table_of_readings_is_taken_over_and_corrected_by_a_later_one() {
    let place = Place::with(CLUB);
    place.write("warehouse.csv", b"from,to,subject,metric,value,of,unit\n2026-11-01,2026-11-30,club,active,120,400,\n");
    ok(&place, &["record", "--from", "warehouse.csv"]);
    let first = place.read("community.readings.csv");
    assert_eq!(readings(&place), ["2026-11-01,2026-11-30,club,,active,120,400,,,warehouse.csv,,"]);
    place.write("warehouse.csv", b"from,to,subject,metric,value,of,unit\n2026-11-01,2026-11-30,club,active,121,400,\nx,2026-11-30,club,messages,-4,,\n");
    let run = ok(&place, &["record", "--from", "warehouse.csv"]);
    assert!(run.err.contains("warehouse.csv:3:") && run.err.contains("(correction)"), "{}", run.err);
    let text = place.read("community.readings.csv");
    assert!(text.starts_with(&first) && text.lines().count() == 3, "{text}");
    refused(&place, &["record", "--from", "community.toml"], "not a known kind of export");
}

#[test]
fn a_count_of_all_is_a_share_where_the_goal_is_one_and_dates_need_no_quotes() {
    let goal =
        "id = \"retain\"\nobjective = \"Renewals\"\nmetric = \"retention\"\nbaseline = \"21%\"\ntarget = \"35%\"\n";
    let place = Place::with(&CLUB.replace("id = \"retain\"\nobjective = \"Renewals\"\nmetric = \"retention\"\n", goal));
    for words in [
        &["record", "retain", "110/480"][..],
        &["record", "renewal", "110", "--of", "480"],
        &["record", "Renew", "22.9%", "--of", "480"],
    ] {
        let run = ok(&place, words);
        assert!(run.err.contains("22.9%") || run.err.contains("recorded already"), "{words:?} {}", run.err);
    }
    assert_eq!(readings(&place), ["2026-11-22,2026-11-22,retain,,value,22.9,480,%,,,,"]);
    ok(&place, &["record", "salon", "12", "Nov", "came=14"]);
    assert!(
        readings(&place)[1].starts_with("2026-11-12,2026-11-12,club/salon/2026-11-12@qun,,came,14,"),
        "{:?}",
        readings(&place)
    );
    refused(&place, &["record", "salom", "3"], "salom");
}

#[test]
fn a_goal_counts_from_the_day_on_which_its_plan_was_made() {
    let goal = "[lifecycle]\nstarts = 2023-01-01\nlasts = \"open-ended\"\n[[reviews]]\nid = \"month\"\nwhen = \"monthly on the 1st\"\n\
        [[goals]]\nid = \"active\"\nobjective = \"Active\"\nmetric = \"activity\"\nbaseline = \"20%\"\ntarget = \"40%\"\nby = 2027-11-20\n";
    let plan = |made: &str| {
        format!("{made}language = \"en\"\ntime_zone = \"UTC\"\n[community]\nid = \"club\"\nname = \"Club\"\n{goal}")
    };
    let behind = |made: &str| {
        let place = Place::with(&plan(made));
        ok(&place, &["record", "active", "21%"]);
        let run = place.run("review --month 2026-11 --format json");
        let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        json.to_string().contains("\"behind\"")
    };
    assert_eq!((behind(""), behind("made = 2026-11-20\n")), (true, false));
    let old = |made: &str| {
        Place::with(&plan(made)).run("lint --select goals/reading-too-old").out.contains("reading-too-old")
    };
    assert_eq!((old(""), old("made = 2026-11-20\n")), (true, false));
}

#[test]
fn how_many_came_is_the_reading_of_a_goal_about_attendance() {
    let goal =
        "id = \"ten\"\nobjective = \"Ten each time\"\nmetric = \"attendance\"\ntarget = \"10\"\nby = 2027-11-20\n";
    let plan = CLUB.replace("id = \"retain\"\nobjective = \"Renewals\"\nmetric = \"retention\"\n", goal);
    let place = Place::with(&plan);
    let state = || {
        let run = place.run("review --month 2026-11 --format json");
        let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        json["goals"][0].to_string()
    };
    assert!(state().contains("no-reading"), "{}", state());
    ok(&place, &["record", "salon", "2026-11-12", "came=12"]);
    ok(&place, &["record", "salon", "2026-11-19", "came=7"]);
    assert!(state().contains("\"9.5\"") && !state().contains("no-reading"), "{}", state());
    // what was written down about the goal itself counts more
    ok(&place, &["record", "ten", "11"]);
    assert!(state().contains("\"11\"") && state().contains("reached"), "{}", state());
    assert_eq!(readings(&place).len(), 3, "nothing is written that nobody typed");
}

#[test]
fn a_moved_date_is_known_by_both_days_and_a_cancelled_one_is_said() {
    let place = Place::with(CLUB);
    ok(&place, &["change", "salon", "2026-11-12", "--move", "2026-11-13", "--today", "2026-11-01"]);
    ok(&place, &["change", "salon", "2026-11-05", "--cancel", "--today", "2026-11-01"]);
    ok(&place, &["record", "salon", "2026-11-12", "came=12"]);
    let run = ok(&place, &["record", "salon", "2026-11-13", "came=12"]);
    assert!(run.err.contains("recorded already"), "{}", run.err);
    refused(&place, &["record", "salon", "2026-11-05", "came=12"], "was cancelled");
}

#[test]
fn an_event_is_recorded_as_people_say_it() {
    for said in [
        &["record", "salon", "came 14, 15 signed up"][..],
        &["record", "salon", "14", "came,", "15", "signed", "up"],
        &["record", "2026-11-19", "salon", "来了14个人，报名15"],
    ] {
        let place = Place::with(CLUB);
        ok(&place, said);
        let of = |measure: &str, value: u32| {
            format!("2026-11-19,2026-11-19,club/salon/2026-11-19@qun,,{measure},{value},,,,,,")
        };
        assert_eq!(readings(&place), [of("came", 14), of("signed-up", 15)], "{said:?}");
    }
    let place = Place::with(CLUB);
    ok(&place, &["record", "salon", "14"]);
    assert!(readings(&place)[0].contains(",came,14,"), "{:?}", readings(&place));
}

#[test]
fn the_last_date_is_not_overwritten_by_a_value_of_another_day() {
    let place = Place::with(CLUB);
    ok(&place, &["record", "salon", "came=9", "--today", "2026-11-20"]);
    refused(&place, &["record", "salon", "came=13"], "has came 9 already");
    ok(&place, &["record", "salon", "2026-11-19", "came=13"]);
    assert!(readings(&place)[1].contains(",came,13,"), "{:?}", readings(&place));
}

#[test]
fn who_joins_joins_the_community_whatever_goal_is_named() {
    let goal =
        "objective = \"More members\"\nmetric = \"growth\"\nbaseline = \"20\"\ntarget = \"25\"\nby = 2027-06-30\n";
    let place = Place::with(&CLUB.replace("objective = \"Renewals\"\nmetric = \"retention\"\n", goal));
    ok(&place, &["record", "retain", "23"]);
    ok(&place, &["record", "retain", "joined=4"]);
    let lines = readings(&place);
    assert!(lines[0].contains(",retain,,value,23,") && lines[1].contains(",club,,joined,4,"), "{lines:?}");
    let run = ok(&place, &["review", "--month", "2026-11"]);
    assert!(run.out.contains("23") && run.out.contains("joined"), "{}", run.out);
}

#[test]
fn a_number_with_a_dot_is_a_value_where_none_is_beside_it() {
    let goal = "objective = \"Liked\"\nmetric = \"satisfaction\"\ntarget = \"4.5/5\"\n";
    let place = Place::with(&CLUB.replace("objective = \"Renewals\"\nmetric = \"retention\"\n", goal));
    ok(&place, &["record", "retain", "4.4"]);
    assert_eq!(readings(&place), ["2026-11-22,2026-11-22,retain,,value,4.4,,/5,,,,"]);
    ok(&place, &["record", "salon", "11.5", "came=3"]);
    assert!(readings(&place)[1].starts_with("2026-11-05,"), "{:?}", readings(&place));
}

#[test]
fn what_serves_a_goal_about_attendance_is_missed_by_record_as_by_the_review() {
    let goal = "objective = \"Ten come\"\nmetric = \"attendance\"\ntarget = \"10\"\n";
    let plan = CLUB.replace("objective = \"Renewals\"\nmetric = \"retention\"\n", goal);
    let place = Place::with(&plan.replace("expected = 16\n", "serves = [\"retain\"]\n"));
    let run = ok(&place, &["record"]);
    assert!(run.out.contains("qun record salon 2026-11-19 came="), "{}", run.out);
}

#[test]
fn a_decision_is_ticked_and_comes_back_as_done() {
    let plan = "[[decisions]]\nid = \"rows\"\nwhat = \"Chairs in rows\"\nowner = \"Ana\"\ndecided = 2026-11-02\nby = 2026-11-20\n";
    let place = Place::with(&format!("{CLUB}{plan}"));
    assert!(ok(&place, &["today", "--today", "2026-11-20"]).out.contains("Chairs in rows"));
    assert!(ok(&place, &["review", "--month", "2026-11"]).out.contains("2 days overdue"));
    ok(&place, &["done", "chairs"]);
    let review = |month: &str, today: &str| ok(&place, &["review", "--month", month, "--today", today]).out;
    assert!(review("2026-11", "2026-11-22").contains("done 2026-11-20"));
    assert!(review("2026-12", "2026-12-31").contains("done 2026-11-20"), "the next review shows what became of it");
    assert!(!review("2027-02", "2027-02-28").contains("Chairs in rows"), "and no later one");
}
