//! `qun add`: what it writes, byte for byte, what it takes for granted, what it lists, what it refuses.

use crate::kit::{CLUB, Place, Run};

/// Words separated by `|`, so that a word may hold spaces.
fn add(place: &Place, words: &str) -> Run {
    place.run_with(std::iter::once("add").chain(words.split('|')), b"")
}

fn ok(place: &Place, words: &str) -> Run {
    let run = add(place, words);
    assert_eq!(run.code, 0, "{words}: {} {}", run.out, run.err);
    run
}

fn windows(text: &str) -> String {
    format!("\u{feff}{}", text.replace('\n', "\r\n"))
}

/// Each kind: the words, the line behind the block that comes, the block.
const KINDS: [(&str, &str, &str); 8] = [
    (
        "activity|--title|Film night|--when|每月最后一个周六 19:00|--owner|阿明|--place|衡山书店|--channels|会员群|--staff|volunteer|--lasts|2h",
        "\n[[content]]\nid = \"morning\"",
        "\n[[activities]]\nid = \"film-night\"\ntitle = \"Film night\"\nplace = \"hengshan\"\nchannels = [\"members\"]\n\
         when = \"每月最后一个周六 19:00\"\nlasts = \"2h\"\nowner = \"aming\"\nstaff = [{ role = \"volunteer\" }]\n",
    ),
    (
        "content|--title|Books of the week|--kind|knowledge|--when|every Mon 12:00|--owner|Host|--sends|会员群、晨光公众号|--promotional|否",
        "\n[[cohorts]]",
        "\n[[content]]\nid = \"books-of-the-week\"\ntitle = \"Books of the week\"\nkind = \"knowledge\"\nwhen = \"every Mon 12:00\"\n\
         owner = \"host\"\npromotional = false\nsends = [{ to = \"members\" }, { to = \"oa\" }]\n",
    ),
    (
        "person|--name|小红|--roles|host,志愿者|--hours-per-week|4.5",
        "\n[rules]\n",
        "\n[[people]]\nname = \"小红\"\nroles = [\"host\", \"volunteer\"]\nhours_per_week = 4.5\n",
    ),
    (
        "cohort|--title|c2|--programme|21 天打卡营|--starts|3月1日|--channel|一期营",
        "[[programmes]]\n",
        "\n[[cohorts]]\nid = \"c2\"\ntitle = \"c2\"\nprogramme = \"camp21\"\nstarts = 2027-03-01\nchannel = \"camp1\"\n",
    ),
    (
        "channel|--platform|discord|--title|会员二群|--cap|500|--owner|manager",
        "\n[[places]]",
        "\n[[channels]]\nid = \"discord\"\nplatform = \"discord\"\ntitle = \"会员二群\"\nowner = \"manager\"\ncap = 500\n",
    ),
    (
        "place|--name|Corner Café|--capacity|30|--cost|50 CNY",
        "\n[[roles]]\nid = \"manager\"",
        "\n[[places]]\nid = \"corner-caf-e9\"\nname = \"Corner Café\"\ncapacity = 30\ncost = \"50 CNY\"\n",
    ),
    (
        "partner|--name|咖啡店|--kind|sponsor|--gives|场地|--gets|客流|--disclosed|true",
        "\n[[tools]]",
        "\n[[partners]]\nid = \"sponsor\"\nname = \"咖啡店\"\nkind = \"sponsor\"\ngives = \"场地\"\ngets = \"客流\"\ndisclosed = true\n",
    ),
    (
        "goal|--objective|大家都说话|--metric|activity|--target|30%|--by|2027-06-30|--collected-by|管理者",
        "\n[culture]",
        "\n[[goals]]\nid = \"activity\"\nobjective = \"大家都说话\"\nmetric = \"activity\"\ntarget = \"30%\"\nby = 2027-06-30\ncollected_by = \"manager\"\n",
    ),
];

#[test]
fn a_thing_of_each_kind_is_added_after_the_last_and_nothing_else_changes() {
    for (words, anchor, block) in KINDS {
        for is_windows in [false, true] {
            assert_eq!(CLUB.matches(anchor).count(), 1, "{anchor}");
            // two roles are called managers: the test means one of them
            let plan = CLUB.replace("id = \"manager\"\nkind", "id = \"manager\"\ntitle = \"管理者\"\nkind");
            let plan = plan.replace("id = \"coach\"\n", "id = \"coach\"\ntitle = \"教练\"\n");
            let expected = plan.replacen(anchor, &format!("{block}{anchor}"), 1);
            let as_written = |text: &str| if is_windows { windows(text) } else { text.to_owned() };
            let place = Place::with(&as_written(&plan));
            ok(&place, words);
            // the whole file, not shown when it differs
            assert!(place.read("community.toml") == as_written(&expected), "{words}");
        }
    }
}

#[test]
fn the_next_dates_and_new_findings_are_shown() {
    let place = Place::with(CLUB);
    let line = "activity|--title|周末观影|--when|每月最后一个周六 19:00|--owner|阿明";
    let run = ok(&place, &format!("{line}|--lang|zh-CN|--dry-run"));
    assert!(run.out.contains("+title = \"周末观影\"\n") && run.err.contains("2026-12-26 周六 19:00  周末观影  阿明"));
    assert!(place.read("community.toml") == CLUB);
    let run = ok(&place, &format!("{line}|--lang|en"));
    for words in ["added: activity \"周末观影\" as ", "2026-12-26 Sat 19:00", "2027-01-30 Sat", "2027-02-27 Sat"] {
        assert!(run.err.contains(words), "{words}\n{}", run.err);
    }
    assert!(run.err.contains("schedule/overloaded-person") && !run.err.contains("2027-03-27"), "{}", run.err);
    let run = ok(&place, "content|--title|Old|--when|2026-11-20 12:00|--owner|host|--sends|members|--lang|en");
    assert!(run.err.contains("it has no date in the coming year"), "{}", run.err);
    let run = ok(&place, "cohort|--title|c2|--programme|camp21|--starts|2027-03-01|--lang|en");
    assert!(run.err.contains("2027-03-01 Mon 06:30") && run.err.contains("2027-03-03 Wed"), "{}", run.err);
}

#[test]
fn ids_come_from_titles_and_are_never_taken_twice() {
    let place = Place::with(CLUB);
    let id_of = |run: &Run| run.err.lines().next().and_then(|line| line.rsplit(' ').next()).map(str::to_owned);
    let line = "activity|--when|2027-01-02 20:00|--owner|host|--lang|en|--force|--title";
    let ids = ["Salon", "salon!", "周末观影", "周末观影"].map(|title| id_of(&ok(&place, &format!("{line}|{title}"))));
    let expected = ["salon-2", "salon-3", "activity-1", "activity-2"];
    assert_eq!(ids.each_ref().map(|id| id.as_deref().expect("an id")), expected);
    let long = "长".repeat(40);
    let long = [1, 2].map(|_| id_of(&ok(&place, &format!("{line}|{long}"))).expect("an id"));
    assert!(long[0] != long[1] && long.iter().all(|id| id.len() <= 64), "{long:?}");
    ok(&place, &format!("{line}|电影|--id|film"));
    // both ways of speaking of it lead to it
    for name in ["film", "电影"] {
        assert!(place.run(&format!("change {name} 2027-01-02 --cancel --dry-run")).code == 0, "{name}");
    }
    let run = add(&place, &format!("{line}|电影|--id|film"));
    assert!(run.code == 2 && run.err.contains("film"), "{}", run.err);
}

#[test]
fn missing_options_are_listed_where_no_terminal_can_ask() {
    let place = Place::with(CLUB);
    for (words, missing, not) in [
        ("activity", &["--title", "--when", "--owner"][..], "--place"),
        ("活动|--title|x", &["--when", "--owner"], "--title"),
        ("content|--when|每天 8:00", &["--title", "--owner", "--sends"], "--when"),
        ("person", &["--name", "--roles"], "--id"),
        ("cohort", &["--title", "--programme", "--starts"], "--owner"),
        ("channel", &["--platform", "--title"], "--cap"),
        ("place", &["--name"], "--cost"),
        ("partner|--name|x", &["--gives", "--gets"], "--name"),
        ("goal", &["--objective", "--metric", "--target", "--by", "--collected-by"], "--baseline"),
    ] {
        for (language, head) in [("zh-CN", "还缺"), ("en", "missing for a new")] {
            let run = add(&place, &format!("{words}|--lang|{language}"));
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{words}");
            assert!(run.err.contains(head) && !run.err.contains(&format!("{not} ")), "{words}: {}", run.err);
            let listed: Vec<&str> = run.err.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect();
            assert_eq!(listed, missing, "{}", run.err);
        }
    }
    assert!(place.read("community.toml") == CLUB);
    let run = add(&place, "activity|--lang|en");
    assert!(run.err.contains("aming carrier coach"), "{}", run.err);
    // nobody is there who could be responsible
    let bare = Place::with("language = \"en\"\ntime_zone = \"UTC\"\n");
    ok(&bare, "activity|--title|Tea|--when|every Thu 17:00");
    let expected = "language = \"en\"\ntime_zone = \"UTC\"\n\n[[activities]]\nid = \"tea\"\ntitle = \"Tea\"\nwhen = \"every Thu 17:00\"\nfrom = 2026-11-22\n";
    assert_eq!(bare.read("community.toml"), expected);
}

#[test]
fn wrong_values_are_refused() {
    let plan = CLUB.replace("id = \"coach\"\n", "id = \"coach\"\ntitle = \"管理员\"\n");
    let place = Place::with(&plan);
    let line = "activity|--title|x|--when|每周五 20:00|--owner|host";
    for (words, zh, en) in [
        ("".to_owned(), "可以是：activity 活动", "choose from: activity"),
        ("activty".to_owned(), "是不是：activity", "did you mean: activity"),
        (line.replace("host", "小羽"), "是不是：小", "did you mean: 小"),
        // two roles are called so
        (line.replace("host", "管理员"), "是不是：coach、manager", "did you mean: coach, manager"),
        (line.replace("20:00", "25:00"), "没有这个钟点", "no such time"),
        (format!("{line}|--capacity|many"), "--capacity 不能是“many”：要整数", "--capacity cannot be \"many\""),
        (format!("{line}|--form|party"), "--form 不能是“party”：要sharing（分享会）", "--form cannot be \"party\""),
        (format!("{line}|--sop|nothing"), "没有叫 `nothing` 的", "`nothing`"),
        (format!("{line}|--from|someday"), "--from 不能是“someday”：要日期", "--from cannot be \"someday\""),
        (format!("{line}|--until|2026-12-01|--from|2026-12-02"), "2026-12-02", "2026-12-02"),
        ("person|--name|小雨|--roles|host".to_owned(), "已经有“小雨”", "already has a \"小雨\""),
        (format!("{line}|--colour|red"), "没有 --colour 这个选项", "there is no option --colour"),
    ] {
        for (language, expected) in [("zh-CN", zh), ("en", en)] {
            let mut all: Vec<&str> = words.split('|').filter(|word| !word.is_empty()).collect();
            all.extend(["--lang", language]);
            let run = add(&place, &all.join("|"));
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{words}");
            assert!(run.err.contains(expected), "{words}: {}", run.err);
        }
    }
    assert!(place.read("community.toml") == plan);
    ok(&place, "person|--name|小雨|--id|xiaoyu2|--roles|host");
}

#[test]
fn an_addition_that_brings_an_error_is_written_only_with_force() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[[people]]\nname = \"Mia\"\n[[activities]]\nid = \"talk\"\n\
        when = \"every Wed 20:00-21:00\"\nowner = \"Mia\"\n";
    let place = Place::with(plan);
    let line = "activity|--title|Quiz|--owner|Mia|--when|every Wed 20:30-21:30";
    for (language, words) in [("zh-CN", "加 --force"), ("en", "with --force")] {
        let run = add(&place, &format!("{line}|--lang|{language}"));
        assert_eq!((run.code, place.read("community.toml").as_str()), (2, plan));
        assert!(run.err.contains("schedule/double-booked") && run.err.contains(words), "{}", run.err);
    }
    // half a year away, out of sight of lint as of today
    let run = add(&place, &line.replace("every Wed", "2027-06-02"));
    assert!(run.code == 2 && run.err.contains("schedule/double-booked"), "{}", run.err);
    let run = ok(&place, &format!("{line}|--force"));
    assert!(
        run.err.contains("After this change, qun lint reports:") && run.err.contains("schedule/double-booked"),
        "{}",
        run.err
    );
    assert!(place.read("community.toml").starts_with(plan));
    ok(&place, &line.replace("20:30-21:30", "21:30-22:00").replace("Quiz", "Late quiz"));
}

#[test]
fn a_dash_reads_and_writes_the_plan_itself() {
    let place = Place::new();
    let words = "add place - --name Library --capacity 30 --lang en";
    let run = place.run_with(words.split(' '), windows("[community]\nname = \"x\"\n").as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    let expected = "[community]\nname = \"x\"\n\n[[places]]\nid = \"library\"\nname = \"Library\"\ncapacity = 30\n";
    assert_eq!(run.out, windows(expected));
}

#[test]
fn steps_of_an_activity_are_added_changed_and_left_out() {
    let place = Place::with(CLUB);
    let run = |words: &[&str]| {
        let run = place.run_with(words.iter().copied(), b"");
        assert_eq!(run.code, 0, "{words:?}: {}{}", run.out, run.err);
        run
    };
    let before = place.read("community.toml");
    let added = run(&["add", "step", "线下共读", "确认场地", "--at", "前2天", "--minutes", "15"]);
    assert!(added.err.contains("步骤“确认场地”"), "{}", added.err);
    let list = run(&["checklist", "线下共读"]);
    assert!(list.out.contains("确认场地"), "{}", list.out);
    run(&["set", "线下共读.确认场地.at", "-3d"]);
    assert!(place.read("community.toml").contains("\"-3d\""), "{}", place.read("community.toml"));
    run(&["remove", "step", "线下共读", "确认场地"]);
    assert_eq!(place.read("community.toml"), before);
    // the steps of its SOP too
    let left = run(&["remove", "step", "线下共读", "remind"]);
    assert!(left.err.contains("不做 SOP 的这一步"), "{}", left.err);
    assert!(place.read("community.toml").contains("drop = true"));
    for (words, expected) in [
        (&["add", "step"][..], "--title"),
        (&["add", "step", "--title", "x", "--at", "T-1d"], "加到哪个活动"),
        (&["add", "step", "线下共都", "x", "--at", "T-1d"], "线下共读"),
        (&["add", "step", "线下共读", "x"], "--at"),
        (&["remove", "step", "线下共读", "没有的事"], "没有"),
    ] {
        let refused = place.run_with(words.iter().copied(), b"");
        assert!(refused.code == 2 && refused.err.contains(expected), "{words:?}: {}", refused.err);
    }
}

#[test]
fn a_new_role_is_proposed_to_those_whose_talents_suit_it() {
    for (language, expected) in [("zh-CN", "可以请谁：敏姐（培养者）"), ("en", "could take it on: 敏姐 (mentor)")]
    {
        let plan = "[[people]]\nname = \"敏姐\"\ntalents = [\"mentor\"]\n[[people]]\nname = \"小陶\"\n";
        let place = Place::with(plan);
        let words =
            ["add", "role", "--title", "Guide", "--kind", "manager", "--duties", "x", "--force", "--lang", language];
        let run = place.run_with(words, b"");
        assert!(run.code == 0 && run.err.contains(expected) && !run.err.contains("小陶"), "{}", run.err);
    }
}
