//! What people type for dates, times, lengths, amounts and counts: understood at every door, in both languages.

use crate::kit::{CLUB, Place, Run};

fn run(place: &Place, words: &[&str]) -> Run {
    place.run_with(words.iter().copied(), b"")
}

fn ok(place: &Place, words: &[&str]) -> Run {
    let run = run(place, words);
    assert_eq!(run.code, 0, "{words:?}: {} {}", run.out, run.err);
    run
}

#[test]
fn set_accepts_values_as_people_say_them() {
    for (key, typed, written) in [
        ("community.size.now", "480多人", "now = 480,"),
        ("community.size.now", "三个群一共四百八十多", "now = 480,"),
        ("community.size.now", "about 480 people", "now = 480,"),
        ("community.size.target", "1千", "target = 1000 "),
        ("lifecycle.starts", "12月24日", "starts = 2026-12-24"),
        ("lifecycle.starts", "12/21/2026", "starts = 2026-12-21"),
        ("lifecycle.starts", "Thu 24 Dec", "starts = 2026-12-24"),
        ("lifecycle.starts", "tomorrow", "starts = 2026-11-23"),
        ("rules.quiet_hours", "10pm to 7am", "quiet_hours = \"10pm to 7am\""),
        ("rules.quiet_hours", "晚11点到早8点", "quiet_hours = \"晚11点到早8点\""),
        ("activities.salon.lasts", "两个小时", "lasts = \"两个小时\""),
        ("monetisation[0].price", "三百六十五元", "price = \"三百六十五元\""),
        ("community.kind", "同城", "kind = \"local\""),
    ] {
        let place = Place::with(CLUB);
        let shown = ok(&place, &["set", key, typed]).err;
        let value = written.split_once("= ").map_or("", |(_, value)| value).trim_matches([',', ' ', '"']);
        assert!(shown.contains(&format!("{key} = {value}")), "{key} = {typed}: {shown}");
        let text = place.read("community.toml");
        assert!(text.contains(written), "{key} = {typed}: no {written}");
        let before = Place::with(CLUB).run("lint --format json");
        let after = place.run("lint --format json");
        assert_eq!(after.out.contains("file/"), before.out.contains("file/"), "{key} = {typed}");
    }
}

#[test]
fn typed_values_mean_the_same_as_in_the_plan() {
    let place = Place::with(CLUB);
    ok(&place, &["set", "rules.quiet_hours", "晚11点到早8点"]);
    ok(&place, &["set", "activities.salon.lasts", "两个小时"]);
    let run = ok(&place, &["schedule", "--from", "12月12日", "--to", "12-12", "--format", "ics"]);
    let plain = Place::with(CLUB);
    ok(&plain, &["set", "rules.quiet_hours", "23:00-08:00"]);
    ok(&plain, &["set", "activities.salon.lasts", "2h"]);
    let expected = ok(&plain, &["schedule", "--from", "2026-12-12", "--to", "2026-12-12", "--format", "ics"]);
    assert_eq!(run.out, expected.out);
    assert!(run.out.contains("BEGIN:VEVENT"), "{}", run.out);
}

#[test]
fn options_and_commands_understand_the_same_dates() {
    let place = Place::with(CLUB);
    let week = ok(&place, &["schedule", "--from", "2026-12-21", "--to", "2026-12-27"]).out;
    for (from, to) in [
        ("12/21/2026", "12/27/2026"),
        ("21.12.2026", "27.12.2026"),
        ("Mon 21 Dec", "Sunday, December 27th"),
        ("12月21日", "十二月二十七日"),
    ] {
        assert_eq!(ok(&place, &["schedule", "--from", from, "--to", to]).out, week, "{from} {to}");
    }
    let december = ok(&place, &["schedule", "--month", "2026-12"]).out;
    for month in ["12月", "十二月", "Dec", "december 2026", "next", "下个月"] {
        assert_eq!(ok(&place, &["schedule", "--month", month]).out, december, "{month}");
    }
    let today = ok(&place, &["today", "--today", "2026-12-21"]).out;
    for day in ["12/21/2026", "21 Dec 2026", "2026年12月21日"] {
        assert_eq!(ok(&place, &["today", "--today", day]).out, today, "{day}");
    }
    for (words, written) in [
        (&["away", "小雨", "Dec 24-28"][..], "{ from = 2026-12-24, to = 2026-12-28 }"),
        (&["away", "小雨", "12.1-12.5"], "{ from = 2026-12-01, to = 2026-12-05 }"),
        (&["away", "小雨", "12月1日-12月5日"], "{ from = 2026-12-01, to = 2026-12-05 }"),
        (&["away", "阿明", "圣诞节"], "{ from = 2026-12-25, to = 2026-12-25 }"),
        (&["change", "salon", "2026-12-12", "--move", "12月13日晚八点"], "move_to = 2026-12-13T20:00:00"),
        (&["change", "salon", "Sat 12 Dec", "--move", "13.12.2026 16:00"], "move_to = 2026-12-13T16:00:00"),
        (&["change", "salon", "12/12/2026", "--move", "Sun 13 Dec 2026 4pm"], "move_to = 2026-12-13T16:00:00"),
    ] {
        let place = Place::with(CLUB);
        ok(&place, words);
        let text = place.read("community.toml");
        assert!(text.contains(written), "{words:?}: no {written}");
    }
}

#[test]
fn doubtful_dates_are_rejected_with_what_they_may_mean() {
    let place = Place::with(CLUB);
    for words in [
        &["schedule", "--from", "03/04/2027", "--to", "03/04/2027"][..],
        &["away", "小雨", "03/04/2027"],
        &["change", "salon", "2026-12-12", "--move", "03/04/2027 16:00"],
        &["set", "lifecycle.starts", "03/04/2027"],
        &["checklist", "launch", "--date", "03/04/2027"],
    ] {
        for (language, why) in [("zh-CN", "只有一种读法"), ("en", "in only one way")] {
            let run = run(&place, &[words, &["--lang", language]].concat());
            assert_eq!(run.code, 2, "{words:?}");
            let names = ["2027-03-04", "2027-04-03", why].map(|words| run.err.contains(words));
            assert_eq!(names, [true; 3], "{words:?}: {}", run.err);
        }
    }
    for words in [
        &["away", "小雨", "Fri 24 Dec 2026"][..],
        &["change", "salon", "2026-12-12", "--move", "Fri 24 Dec 2026 16:00"],
    ] {
        let run = run(&place, &[words, &["--lang", "en"]].concat());
        assert_eq!(run.code, 2, "{words:?}");
        let names = ["2026-12-24 Thu", "2026-12-25 Fri", "a weekday that matches"].map(|words| run.err.contains(words));
        assert_eq!(names, [true; 3], "{words:?}: {}", run.err);
    }
    let tomorrow = run(&place, &["today", "--today", "tomorrow", "--lang", "en"]);
    assert_eq!(tomorrow.code, 2);
    assert!(tomorrow.err.contains("a date with its year, such as 2026-12-24"), "{}", tomorrow.err);
    // what is wrong with the words is said in the language of the plan here
    assert!(run(&place, &["today", "--today", "tomorrow"]).err.contains("带年份的日期"));
    assert_eq!(place.read("community.toml"), CLUB);
}

#[test]
fn a_title_or_a_name_is_taken_where_an_id_is() {
    let place = Place::new();
    place.write(
        "community.toml",
        "language = \"zh-CN\"\n[community]\nname = \"夜校\"\n[[people]]\nid = \"min\"\nname = \"敏姐\"\n[[roles]]\nid = \"host\"\ntitle = \"夜场主持\"\n\
            [[channels]]\ntitle = \"1群\"\nplatform = \"wecom-group\"\n[[activities]]\nid = \"qa\"\ntitle = \"答疑夜\"\nwhen = \"每周三 20:00\"\n\
            [[activities]]\nid = \"demo\"\ntitle = \"Demo night\"\nwhen = \"每周五 20:00\"\n"
            .as_bytes(),
    );
    for (key, value, written) in [
        ("答疑夜.when", "每周四20:00", "when = \"每周四20:00\""),
        ("Demo night.when", "每周六20:00", "when = \"每周六20:00\""),
        ("敏姐.hours_per_week", "10小时", "hours_per_week = 10"),
        ("夜场主持.duties", "开场、控时", "duties = [\"开场\", \"控时\"]"),
        ("1群.now", "160人", "now = 160"),
        ("活动.答疑夜.lasts", "2小时", "lasts = \"2小时\""),
    ] {
        ok(&place, &["set", key, value]);
        assert!(place.read("community.toml").contains(written), "{key} = {value}: {}", place.read("community.toml"));
    }
    ok(&place, &["set", "敏姐.hours_per_week", "--unset"]);
    assert!(!place.read("community.toml").contains("hours_per_week"));
    // the nearest are of this plan, by what they are called
    for (key, near) in [
        ("答疑也.when", "答疑夜.when"),
        ("when", "答疑夜.when"),
        ("答疑夜.wheen", "答疑夜.when"),
        ("1群.size", "1群.now"),
    ] {
        let refused = run(&place, &["set", key, "每周四20:00"]);
        assert_eq!(refused.code, 2, "{key}");
        assert!(refused.err.contains(near) && !refused.err.contains("[0]"), "{key}: {}", refused.err);
    }
}

#[test]
fn what_is_explained_is_in_the_language_of_the_plan_here() {
    let place = Place::with(CLUB);
    for (words, zh, en) in [
        ("explain score", "评分", "score"),
        ("explain positioning/no-motive", "动机", "motive"),
        ("explain holidays", "节假日", "India"),
        ("explain zzzz", "没有叫", "there is no rule or word"),
        ("rules", "动机", "motive"),
        ("templates", "读书", "Reading club"),
    ] {
        for (words, word) in [(words.to_owned(), zh), (format!("{words} --lang en"), en)] {
            let shown = place.run(&words);
            assert!(format!("{}{}", shown.out, shown.err).contains(word), "{words}: {}{}", shown.out, shown.err);
        }
    }
    // what has a name in the plan is explained as well
    assert_eq!(ok(&place, &["explain", "线下共读"]).out, ok(&place, &["why", "线下共读"]).out);
    assert!(Place::new().run("explain score").out.contains("score"));
}

/// What someone typed is read as in the interview, whichever command takes it.
#[test]
fn a_line_is_read_by_add_as_by_the_interview() {
    let place = Place::with(
        "format = 1\nlanguage = \"en\"\ntime_zone = \"Europe/London\"\n[community]\nname = \"Desk\"\n\
         [[roles]]\nid = \"moderator\"\nkind = \"manager\"\n[[channels]]\nid = \"help\"\ntitle = \"#help\"\nplatform = \"discord\"\n",
    );
    ok(&place, &["add", "person", "Yuki, moderator, 4h, Tokyo"]);
    let text = place.read("community.toml");
    for line in ["name = \"Yuki\"", "roles = [\"moderator\"]", "hours_per_week = 4", "time_zone = \"Asia/Tokyo\""] {
        assert!(text.contains(line), "{line}: {text}");
    }
    ok(&place, &["add", "activity", "every Wed 20:00 office hours in #help, Yuki", "community.toml"]);
    let text = place.read("community.toml");
    for line in ["title = \"office hours\"", "channels = [\"help\"]", "owner = \"Yuki\""] {
        assert!(text.contains(line), "{line}: {text}");
    }
    // one name where one is meant
    let refused = run(&place, &["set", "office-hours.owner", "moderator,Yuki"]);
    assert!(refused.code == 2 && refused.err.contains("a single name"), "{}", refused.err);
    // a name and a plan
    let other = place.read("community.toml");
    place.write("club.toml", other.as_bytes());
    let brief = ok(&place, &["brief", "Yuki", "club.toml"]).out;
    assert!(brief.contains("Yuki"), "{brief}");
    assert_eq!(brief, ok(&place, &["brief", "club.toml", "--person", "Yuki"]).out);
    assert!(ok(&place, &["today", "Yuki", "club.toml"]).code == 0);
}

#[test]
fn init_takes_the_people_and_the_channels_of_a_table() {
    let place = Place::new();
    place.write("rota.csv", "姓名,角色,每周小时\n敏姐,群主,10\n小陶,管理员,5\n老周,,\n".as_bytes());
    let made = ok(&place, &["init", "--lang", "zh-CN", "--from", "rota.csv", "--set", "name=敏姐会员社", "--yes"]);
    assert!(made.err.contains("rota.csv：2 行") && made.err.contains("老周"), "{}", made.err);
    let text = place.read("community.toml");
    assert!(text.contains("name = \"敏姐\"") && text.contains("name = \"小陶\"") && !text.contains("老周"), "{text}");
}

#[test]
fn a_zone_without_summer_time_is_pointed_out_by_init_too() {
    let place = Place::new();
    let made = ok(&place, &["init", "--lang", "en", "--set", "starter=nothing", "--set", "time_zone=EST", "--yes"]);
    assert!(
        made.err.contains("EST never changes to summer time") && made.err.contains("America/New_York"),
        "{}",
        made.err
    );
    let place = Place::new();
    ok(&place, &["init", "--lang", "zh-CN", "--set", "starter=nothing", "--set", "time_zone=美东时间", "--yes"]);
    assert!(place.read("community.toml").contains("time_zone = \"America/New_York\""));
}
