//! Days and times that edits are given: lists of days, and which of several times a day.

use crate::kit::{CLUB, Place};

const TWICE: &str = "language = \"en\"\ntime_zone = \"UTC\"\n[community]\nid = \"t\"\nname = \"T\"\n[[people]]\nname = \"Mia\"\n[[people]]\nname = \"Bo\"\n\
    [[activities]]\nid = \"x\"\ntitle = \"Call\"\nwhen = \"daily 10:00-11:00, 18:00-19:00\"\nowner = \"Mia\"\n";

/// Date, start, person and notes of each entry of a week.
fn week(place: &Place) -> Vec<String> {
    let run = place.run("schedule --from 2026-12-01 --to 2026-12-04 --today 2026-12-01 --format csv");
    assert_eq!(run.code, 0, "{}", run.err);
    let cells = |line: &str| -> Vec<String> { line.split(',').map(str::to_owned).collect() };
    let shown = |cells: Vec<String>| [0, 2, 5, 9].map(|at| cells[at].clone()).join(" ").trim().to_owned();
    run.out.lines().skip(1).map(cells).map(shown).collect()
}

#[test]
fn an_absence_may_be_a_list_of_days() {
    for (days, expected) in [
        (&["12月1日、12月5日"][..], &["2026-12-01..2026-12-01", "2026-12-05..2026-12-05"][..]),
        (&["12月1日、5日和9日"], &["2026-12-01..2026-12-01", "2026-12-05..2026-12-05", "2026-12-09..2026-12-09"]),
        (&["2026-12-05,", "2026-12-01"], &["2026-12-01..2026-12-01", "2026-12-05..2026-12-05"]),
        (&["1", "Dec", "and", "24-28", "Dec"], &["2026-12-01..2026-12-01", "2026-12-24..2026-12-28"]),
        // days that meet are one absence
        (&["12月1日，12月2日，12月3日"], &["2026-12-01..2026-12-03"]),
        // as before: two days without a sign between them are the first and the last
        (&["2026-12-01", "2026-12-05"], &["2026-12-01..2026-12-05"]),
        (&["Dec", "24,", "2026"], &["2026-12-24..2026-12-24"]),
    ] {
        let place = Place::with(CLUB);
        let name = "周舟";
        let words = ["away", name].into_iter().chain(days.iter().copied()).chain(["--today", "2026-11-20"]);
        let run = place.run_with(words.collect::<Vec<_>>(), b"");
        assert_eq!(run.code, 0, "{days:?} {}", run.err);
        let text = place.read("community.toml");
        for span in expected {
            let (from, to) = span.split_once("..").expect("two days");
            assert!(text.contains(&format!("from = {from}, to = {to}")), "{days:?} {text}");
            assert!(run.err.contains(from), "{days:?} {}", run.err);
        }
        // once more is nothing new, and one undo takes all of it back
        let again = ["away", name].into_iter().chain(days.iter().copied()).chain(["--today", "2026-11-20"]);
        place.run_with(again.collect::<Vec<_>>(), b"");
        assert_eq!(place.read("community.toml"), text);
        assert_eq!(place.run("undo").code, 0);
        assert_eq!(place.read("community.toml"), CLUB);
    }
    let run = Place::with(CLUB).run_with(["away", "周舟", "12月1日、哪天都行"], b"");
    assert_eq!(run.code, 2, "{}", run.out);
}

#[test]
fn one_of_several_times_a_day_is_changed_and_all_only_where_that_is_said() {
    let change = |args: &[&str]| {
        let place = Place::with(TWICE);
        let run = place.run_with(["change", "x"].iter().chain(args).copied().chain(["--today", "2026-12-01"]), b"");
        (run.code, run.err.clone() + &run.out, week(&place))
    };
    let of_day = |week: &[String], day: &str| -> Vec<String> {
        week.iter().filter(|line| line.starts_with(day)).cloned().collect()
    };
    // each of them by its time
    let (code, said, all) = change(&["2026-12-02 18:00", "--cancel"]);
    assert_eq!(
        (code, of_day(&all, "2026-12-02")),
        (0, vec!["2026-12-02 10:00 Mia".into(), "2026-12-02 18:00 Mia cancelled".into()]),
        "{said}"
    );
    let (code, said, all) = change(&["2026-12-02 10:00", "--move", "2026-12-03 08:00"]);
    assert_eq!((code, of_day(&all, "2026-12-02")), (0, vec!["2026-12-02 18:00 Mia".to_owned()]), "{said}");
    assert_eq!(of_day(&all, "2026-12-03").len(), 3);
    // the whole day, which is said
    let (code, said, all) = change(&["2026-12-02", "--cancel"]);
    assert!(said.contains("all of that day are changed (10:00, 18:00)"), "{said}");
    assert_eq!((code, of_day(&all, "2026-12-02").iter().filter(|line| line.contains("cancelled")).count()), (0, 2));
    let (_, said, all) = change(&["2026-12-02", "--person", "Bo"]);
    assert_eq!(of_day(&all, "2026-12-02").iter().filter(|line| line.contains("Bo")).count(), 2, "{said}");
    // one hour cannot be that of both
    let (code, said, all) = change(&["2026-12-02", "--move", "2026-12-03 08:00"]);
    assert!(code == 2 && said.contains("10:00, 18:00; which one?") && said.contains("\"2026-12-02 10:00\""), "{said}");
    assert_eq!(of_day(&all, "2026-12-02").len(), 2);
    let (code, said, _) = change(&["2026-12-02 12:00", "--cancel"]);
    assert!(code == 2 && said.contains("is at 10:00, 18:00 on 2026-12-02"), "{said}");
}
