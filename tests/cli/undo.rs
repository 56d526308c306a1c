//! `qun undo`: every command that writes a plan can be taken back, byte for byte, and nothing else is lost by that.

use crate::kit::{CLUB, Place, Run};

fn ok(place: &Place, words: &[&str]) -> Run {
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 0, "{words:?}: {} {}", run.out, run.err);
    run
}

fn plan(place: &Place) -> String {
    place.read("community.toml")
}

/// Every command that writes a plan.
const EDITS: &[&[&str]] = &[
    &["set", "community.size.now", "231"],
    &["add", "person", "--name", "阿豪", "--roles", "volunteer"],
    &["away", "小雨", "2026-12-28"],
    &["change", "salon", "2026-12-12", "--cancel"],
    &["remove", "activity", "salon", "--with-references"],
    &["lint", "--fix", "--fail-on", "never"],
    &["init", "--template", "reading-club", "--yes", "--force"],
    &[
        "copy",
        "--name",
        "新群",
        "--starts",
        "2027-03-01",
        "--proven",
        "yes",
        "--team",
        "yes",
        "-o",
        "community.toml",
        "--force",
    ],
    &["schedule", "-o", "community.toml", "--format", "csv", "--force"],
];

#[test]
fn every_command_that_writes_a_plan_is_undone_and_done_again() {
    for edit in EDITS {
        // something to fix for lint, and the line ends of Windows
        let start = format!("\u{feff}{}", CLUB.replacen("[finance]", "[finanse]", 1).replace('\n', "\r\n"));
        let start = if edit[0] == "lint" { start } else { CLUB.replace('\n', "\r\n") };
        let place = Place::with(&start);
        let run = place.run_with(edit.iter().copied(), b"");
        assert!(run.code != 2, "{edit:?}: {}", run.err);
        let edited = plan(&place);
        assert_ne!(edited, start, "{edit:?}");
        let undone = ok(&place, &["undo", "--lang", "en"]);
        assert!(undone.err.contains(&format!("undone: qun --today 2026-11-22 {}", edit[0])), "{}", undone.err);
        assert_eq!(plan(&place), start, "{edit:?}");
        ok(&place, &["undo", "--redo"]);
        assert_eq!(plan(&place), edited, "{edit:?}");
        ok(&place, &["undo"]);
        assert_eq!(plan(&place), start, "{edit:?}");
        assert_eq!(place.run("undo").code, 2, "there is no more to undo");
    }
}

#[test]
fn edits_are_undone_one_by_one() {
    let place = Place::with(CLUB);
    let mut texts = vec![CLUB.to_owned()];
    for edit in EDITS.iter().take(5) {
        ok(&place, edit);
        texts.push(plan(&place));
    }
    let list = ok(&place, &["undo", "--list", "--lang", "en"]).out;
    assert_eq!(list.lines().count(), 5, "{list}");
    assert!(list.lines().next().is_some_and(|line| line.contains("remove activity salon")), "{list}");
    for text in texts.iter().rev().skip(1) {
        ok(&place, &["undo"]);
        assert_eq!(&plan(&place), text);
    }
    for text in &texts[1..=2] {
        ok(&place, &["undo", "--redo"]);
        assert_eq!(&plan(&place), text);
    }
    // a new edit ends what could be done again
    ok(&place, &["set", "community.size.now", "99"]);
    let run = place.run("undo --redo --lang en");
    assert_eq!((run.code, run.err.contains("there is nothing to redo")), (2, true), "{}", run.err);
}

#[test]
fn what_was_changed_by_hand_stays_or_nothing_is_undone() {
    let place = Place::with(CLUB);
    ok(&place, &["set", "community.size.now", "231"]);
    let by_hand = |text: &str| format!("{text}\n# 手工加的\n");
    place.write("community.toml", by_hand(&plan(&place)).as_bytes());
    let shown = ok(&place, &["undo", "--dry-run"]);
    assert!(shown.out.contains("231") && plan(&place).contains("231"), "{}", shown.out);
    ok(&place, &["undo"]);
    assert_eq!(plan(&place), by_hand(CLUB));
    ok(&place, &["undo", "--redo"]);
    assert!(plan(&place).contains("231") && plan(&place).ends_with("# 手工加的\n"));
    let same_place = plan(&place).replace("231", "500");
    place.write("community.toml", same_place.as_bytes());
    let refused = place.run("undo --lang en");
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.contains("changed since then in the same place") && refused.err.contains("--dry-run"),
        "{}",
        refused.err
    );
    assert_eq!(plan(&place), same_place);
    let both = place.run("undo --dry-run --lang en");
    assert_eq!(both.code, 2);
    for part in ["to be taken back:", "changed since then:"] {
        assert!(both.err.contains(part), "{}", both.err);
    }
    assert!(both.out.contains("231") && both.out.contains("500"), "{}", both.out);
}

#[test]
fn records_are_private_bounded_and_can_be_forgotten() {
    let place = Place::with(CLUB);
    for size in 300..356 {
        ok(&place, &["set", "community.size.now", &size.to_string()]);
    }
    assert_eq!(ok(&place, &["undo", "--list"]).out.lines().count(), 50);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        let folder = place.state().join("undo");
        assert_eq!(mode(&folder), 0o700);
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            assert_eq!(mode(&entry.expect("an entry").path()), 0o600);
        }
    }
    place.write("other.toml", CLUB.as_bytes());
    ok(&place, &["set", "community.size.now", "1", "other.toml"]);
    ok(&place, &["undo", "--forget"]);
    assert_eq!(place.run("undo").code, 2);
    ok(&place, &["undo", "other.toml"]);
    assert_eq!(place.read("other.toml"), CLUB);
}

#[test]
fn a_list_that_was_made_again_and_a_confirmation_are_undone_and_spoilt_records_are_skipped() {
    let place = Place::with(CLUB);
    ok(&place, &["checklist", "weekly", "-o", "week.md"]);
    let list = place.read("week.md").replacen("- [ ]", "- [x]", 1) + "my own line\n";
    place.write("week.md", list.as_bytes());
    ok(&place, &["set", "community.name", "晚光"]);
    ok(&place, &["checklist", "weekly", "-o", "week.md"]);
    assert_ne!(place.read("week.md"), list);
    ok(&place, &["undo", "week.md"]);
    assert_eq!(place.read("week.md"), list);
    assert!(plan(&place).contains("晚光"), "the plan is another file");
    for spoilt in [&b""[..], b"{}\n", b"{\"version\":1,\"command\":\"x\",\"time\":0,\"is_undone\":false,\"files\":[{\"path\":\"/\",\"before\":9,\"after\":18446744073709551615}]}\nxx"] {
        std::fs::write(place.state().join("undo/99999999999999999999-1-000000"), spoilt).expect("a record");
        assert_eq!(ok(&place, &["undo", "--list"]).out.lines().count(), 1);
    }
    ok(&place, &["undo"]);
    assert_eq!(plan(&place), CLUB);
    let place = Place::new();
    ok(&place, &["init", "--template", "reading-club", "--yes"]);
    let start = plan(&place);
    ok(&place, &["confirm", "rules"]);
    assert_ne!(plan(&place), start);
    ok(&place, &["undo"]);
    assert_eq!(plan(&place), start);
}

#[test]
fn an_edit_does_not_fail_where_it_cannot_be_recorded() {
    let place = Place::with(CLUB);
    place.write("occupied", b"");
    let mut command = place.command(["set", "community.size.now", "7", "--lang", "en"]);
    let output = command.env("QUN_STATE_DIR", place.path("occupied")).output().expect("qun runs");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{err}");
    assert_eq!(err.matches("cannot be undone").count(), 1, "{err}");
    assert!(plan(&place).contains("now = 7"));
}

#[test]
fn a_deleted_list_does_not_stop_the_plan_from_being_undone() {
    let place = Place::with(CLUB);
    ok(&place, &["checklist", "salon", "-o", "salon.md"]);
    ok(&place, &["rename", "salon", "desk"]);
    std::fs::remove_file(place.path("salon.md")).expect("a list");
    let run = ok(&place, &["undo", "--lang", "en"]);
    assert!(run.err.contains("salon.md does not exist any more"), "{}", run.err);
    assert_eq!(plan(&place), CLUB);
}

#[test]
fn a_dry_run_keeps_the_records() {
    let place = Place::with(CLUB);
    ok(&place, &["set", "community.name", "甲"]);
    place.write("community.toml", CLUB.as_bytes());
    let listed = ok(&place, &["undo", "--list"]).out;
    assert!(listed.contains("qun"), "{listed}");
    place.run("undo --dry-run");
    assert_eq!(ok(&place, &["undo", "--list"]).out, listed);
}

#[test]
fn two_publications_are_undone_one_after_the_other() {
    let place = Place::with(CLUB);
    ok(&place, &["set", "community.size.now", "231"]);
    let before = plan(&place);
    ok(&place, &["publish", "--through", "2026-12-31", "--yes"]);
    ok(&place, &["change", "salon", "2026-12-12", "--cancel"]);
    ok(&place, &["publish", "--yes"]);
    for _ in 0..3 {
        ok(&place, &["undo"]);
    }
    assert_eq!(plan(&place), before);
    ok(&place, &["undo"]);
    assert_eq!(plan(&place), CLUB);
}
