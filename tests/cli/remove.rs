//! `qun remove`: what is taken out, what is refused with the commands that help, what it shows.

use std::collections::{BTreeMap, BTreeSet};

use crate::kit::{CLUB, Place, Run};

fn run(place: &Place, line: &[&str], code: i32) -> Run {
    let run = place.run_with(line.iter().copied(), b"");
    assert_eq!(run.code, code, "{line:?}: {} {}", run.out, run.err);
    run
}

#[test]
fn references_are_listed_with_commands_that_work_when_pasted() {
    for (language, name, date) in [("zh-CN", "名字", "日期"), ("en", "NAME", "DATE")] {
        let (to, from) = (format!("--to {name}"), format!("--from {date}"));
        let place = Place::with(CLUB);
        let refused = run(&place, &["remove", "person", "阿明", "--lang", language], 2);
        assert!(refused.err.contains("people.xiaoyu.backup") && refused.err.contains(&from), "{}", refused.err);
        assert_eq!(place.read("community.toml"), CLUB);
        for (option, filled) in
            [("--with-references", None), (to.as_str(), Some("小雨")), (from.as_str(), Some("2026-12-20"))]
        {
            let line = refused.err.lines().find(|line| line.ends_with(option)).expect(option);
            let command = &line[line.find("qun ").expect("a command")..];
            let words = command.split(' ').skip(1).map(|word| match word {
                word if word == name || word == date => filled.expect("a value"),
                word => word,
            });
            let place = Place::with(CLUB);
            let done = place.run_with(words, b"");
            assert_eq!(done.code, 0, "{command}: {}", done.err);
            assert_ne!(place.read("community.toml"), CLUB);
            let lint = place.run("lint --select file --fail-on error");
            assert_eq!(lint.code, 0, "{command}: {}", lint.out);
        }
    }
}

#[test]
fn it_shows_what_changes_and_writes_nothing_where_that_is_not_asked() {
    let place = Place::with(CLUB);
    let shown = run(&place, &["remove", "activity", "salon", "--with-references", "--dry-run", "--lang", "en"], 0);
    assert!(
        shown.out.contains("-id = \"salon\"") && shown.err.contains("In the calendar of the coming year"),
        "{}",
        shown.err
    );
    assert_eq!(place.read("community.toml"), CLUB);
    let done = run(&place, &["删除", "活动", "线下共读", "--with-references"], 0);
    assert!(done.err.contains("去掉了：活动“线下共读”") && done.err.contains("− 线下共读"), "{}", done.err);
    assert!(!place.read("community.toml").contains("\"salon\""));
}

#[test]
fn words_that_are_no_kind_or_name_get_the_nearest() {
    let place = Place::with(CLUB);
    for (line, words) in [
        (["delete", "activty", "salon", "community.toml"], "did you mean: activity"),
        (["rm", "activity", "saloon", "community.toml"], "did you mean: salon"),
        (["del", "role", "salon", "community.toml"], "there is no role"),
    ] {
        let refused = run(&place, &[&line[..], &["--lang", "en"]].concat(), 2);
        assert!(refused.err.contains(words), "{line:?}: {}", refused.err);
    }
    let refused = run(&place, &["remove", "saloon", "--lang", "en"], 2);
    assert!(refused.err.contains("nothing in this plan is called") && refused.err.contains("salon"), "{}", refused.err);
    let refused = run(&place, &["remove", "activity", "--lang", "en"], 2);
    assert!(refused.err.contains("which activity?"), "{}", refused.err);
    assert_eq!(place.read("community.toml"), CLUB);
}

/// The entries of the coming year: when each is, and who does it; by UID.
fn year(place: &Place) -> BTreeMap<String, String> {
    let run = place.run("schedule --from 2026-11-22 --to 2027-11-22 --format json");
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let entries = json["entries"].as_array().expect("entries").iter().filter(|entry| entry["cancelled"] != true);
    let shown = |entry: &serde_json::Value| {
        let text = |key: &str| entry[key].to_string();
        (
            entry["uid"].as_str().expect("a UID").to_owned(),
            ["start", "minutes", "end", "person", "staff"].map(text).join(" "),
        )
    };
    entries.map(shown).collect()
}

#[test]
fn an_edit_shows_exactly_the_difference_of_the_two_calendars() {
    for edit in [
        &["remove", "activity", "salon", "--with-references"][..],
        &["remove", "person", "阿明", "--to", "小雨"],
        &["remove", "person", "阿明", "--from", "2027-02-01"],
        &["set", "activities.salon.when", "每月第一个周六 14:00-16:00"],
        &["set", "people.xiaoyu.until", "2027-01-10"],
        &["set", "lifecycle.starts", "2026-12-08"],
        &["set", "community.size.now", "77"],
        &["set", "people.xiaoyu.roles", "--unset"],
    ] {
        let place = Place::with(CLUB);
        let before = year(&place);
        let run = place.run_with(edit.iter().chain(&["--lang", "en"]).copied(), b"");
        assert_eq!(run.code, 0, "{edit:?}: {}", run.err);
        let after = year(&place);
        let all = before.keys().chain(after.keys()).collect::<BTreeSet<_>>();
        let differing = all.into_iter().filter(|uid| before.get(*uid) != after.get(*uid)).count();
        let head = run.err.lines().find_map(|line| line.strip_prefix("In the calendar of the coming year, "));
        let shown = head.map_or(0, |head| head.split(' ').next().and_then(|n| n.parse().ok()).expect("a number"));
        assert_eq!(shown, differing, "{edit:?}: {}", run.err);
    }
}

#[test]
fn a_title_that_is_a_kind_as_well_is_found_and_nothing_false_is_said() {
    let place = Place::with(
        "language = \"en\"\ntime_zone = \"UTC\"\n[community]\nname = \"C\"\n[[places]]\nid = \"cafe\"\n[[activities]]\ntitle = \"Review\"\n",
    );
    run(&place, &["remove", "review", "community.toml", "--dry-run"], 0);
    run(&place, &["remove", "Review", "--dry-run"], 0);
    let missing = run(&place, &["remove", "partner"], 2);
    assert!(missing.err.contains("which partner? give its name"), "{}", missing.err);
    let unknown = run(&place, &["remove", "place", "cafe", "--to", "nowhere"], 2);
    assert!(unknown.err.contains("nowhere"), "{}", unknown.err);
    let gone = run(&place, &["remove", "place", "cafe", "--with-references"], 0);
    assert!(gone.err.contains("removed: place \"cafe\"") && !gone.err.contains("referred"), "{}", gone.err);
}

#[test]
fn allowances_follow_an_element_that_is_unset() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[community]\nname = \"C\"\n[[activities]]\nid = \"one\"\n[[activities]]\nid = \"two\"\n\
        [[lint.allow]]\nrule = \"activities/stage-missing\"\nat = \"activities[1]\"\nreason = \"x\"\n";
    for edit in [["set", "activities.one", "--unset"], ["remove", "activity", "one"]] {
        let place = Place::with(plan);
        run(&place, &edit, 0);
        assert!(place.read("community.toml").contains("at = \"activities[0]\""), "{edit:?}");
    }
}
