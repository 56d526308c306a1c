//! `qun remove`: what is taken out, what is refused with the commands that help, what it shows.

use crate::kit::{CLUB, Place, Run};

fn run(place: &Place, line: &[&str], code: i32) -> Run {
    let run = place.run_with(line.iter().copied(), b"");
    assert_eq!(run.code, code, "{line:?}: {} {}", run.out, run.err);
    run
}

#[test]
fn references_are_listed_with_commands_that_work_when_pasted() {
    for language in ["zh-CN", "en"] {
        let place = Place::with(CLUB);
        let refused = run(&place, &["remove", "person", "阿明", "--lang", language], 2);
        assert!(refused.err.contains("people.xiaoyu.backup") && refused.err.contains("--from DATE"), "{}", refused.err);
        assert_eq!(place.read("community.toml"), CLUB);
        for (option, filled) in
            [("--with-references", None), ("--to NAME", Some("小雨")), ("--from DATE", Some("2026-12-20"))]
        {
            let line = refused.err.lines().find(|line| line.ends_with(option)).expect(option);
            let command = &line[line.find("qun ").expect("a command")..];
            let words = command.split(' ').skip(1).map(|word| match word {
                "NAME" | "DATE" => filled.expect("a value"),
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
