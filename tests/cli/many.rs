//! Many plans in one call: in order, each once, with a table of the weakest and of what most of them lack.

use std::collections::BTreeMap;

use qun::finding::{Edit, KeyPath};
use qun::source::apply;
use serde_json::Value;

use crate::kit::{CLUB, Place};

/// 70 plans, more than are held in memory at once: the 30th has no goals, the 31st to the 40th no partners.
fn place() -> Place {
    let place = Place::new();
    let cut = [Edit::Remove { path: KeyPath::of(&["partners"]) }];
    let partners = apply(CLUB, &cut).expect("a table can be removed");
    for at in 0..70 {
        let text = match at {
            30 => "[community]\nname = \"x\"\n",
            31..=40 => partners.as_str(),
            _ => CLUB,
        };
        place.write(&format!("p{at:02}.toml"), text.as_bytes());
    }
    place
}

#[test]
fn reports_all_files_in_order_and_sums_them_up() {
    let place = place();
    let run = |more: &str| {
        let run = place.run(&format!("lint . --fail-on never --lang en {more}"));
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    };
    let report = run("--format json");
    assert_eq!(report, run("--format json"), "the same each time");
    let report: Value = serde_json::from_str(&report).expect("JSON");
    let files = report["files"].as_array().expect("files");
    let paths: Vec<&str> = files.iter().map(|file| file["path"].as_str().expect("a path")).collect();
    assert_eq!(paths.len(), 70);
    assert!(paths.is_sorted() && paths[30].ends_with("p30.toml"));

    // the closing tables say what the report says
    let mut gaps: BTreeMap<&str, usize> = BTreeMap::new();
    for file in files {
        let findings = file["findings"].as_array().expect("findings");
        let mut rules: Vec<&str> = findings.iter().map(|finding| finding["rule"].as_str().expect("a rule")).collect();
        rules.sort_unstable();
        rules.dedup();
        rules.into_iter().for_each(|rule| *gaps.entry(rule).or_default() += 1);
    }
    let shown = run("--ascii");
    let tables = &shown[shown.find("plans with the lowest scores").expect("a table")..];
    let cells = |row: &str| row.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let first = cells(tables.lines().find(|line| line.contains(".toml")).expect("a plan"));
    assert!(first[1].ends_with("p30.toml"), "the weakest comes first: {tables}");
    assert_eq!(first[2], files[30]["score"].to_string());
    let (rule, count) = gaps.iter().max_by_key(|(rule, count)| (**count, std::cmp::Reverse(**rule))).expect("a gap");
    let top = cells(tables.lines().skip_while(|line| !line.contains("most frequent gaps")).nth(2).expect("a gap"));
    assert_eq!((top[2].as_str(), top[3].as_str()), (*rule, count.to_string().as_str()), "{tables}");
    assert_eq!(gaps["partners/none"], 11, "ten without partners, and the one with nothing");
}

#[test]
fn an_unreadable_file_leaves_the_report_valid() {
    let place = Place::with(CLUB);
    place.write("b.toml", b"[community]\nname = \"\xff\"\n");
    let run = place.run("lint community.toml missing.toml --format json --fail-on never");
    assert_eq!(run.code, 2);
    let report: Value = serde_json::from_str(&run.out).expect("JSON all the same");
    assert_eq!(report["files"].as_array().map(Vec::len), Some(1));
    assert!(run.err.contains("missing.toml"), "{}", run.err);
}

#[test]
fn of_one_mistake_made_everywhere_only_the_first_are_listed() {
    let keys = |many: usize| (0..many).map(|n| format!("odd_{n} = 1\n")).collect::<String>();
    let text = |many: usize| format!("language = \"en\"\n[community]\nname = \"Club\"\n{}", keys(many));
    let place = Place::with(&text(700));
    let unknown = |out: &str| out.matches("[file/unknown-key]").count();
    let listed = place.run("lint --format concise");
    assert_eq!(unknown(&listed.out), 500);
    assert!(
        listed.out.starts_with("community.toml:1:1: error[file/unlisted] `file/unknown-key` has 200 more findings\n"),
        "{}",
        listed.out
    );
    let all = place.run("lint --all --format concise");
    assert_eq!((unknown(&all.out), all.out.contains("file/unlisted")), (700, false));
    // what there is to do comes before that there is more of it, and all that can be fixed is
    let screen = place.run("lint").out;
    let at = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words}: {screen}"));
    assert!(at("file/unknown-key") < screen.find("file/unlisted").unwrap_or(screen.len()), "{screen}");
    let typos: String = (0..600).map(|n| format!("[[goals]]\nid = \"g{n}\"\nobjectve = \"Objective {n}\"\n")).collect();
    let fixed = Place::with(&format!("language = \"en\"\n{typos}"));
    assert!(fixed.run("lint --fix").err.contains("600 fixed"));
    // it is said of what is asked for, and of nothing else
    assert!(!place.run("lint --select goals --format concise").out.contains("unlisted"));
    assert!(!Place::with(&text(500)).run("lint --format concise").out.contains("unlisted"));
    // nothing else is reported of what has an error, listed or not
    let goal = |metric: &str, n: usize| {
        format!("[[goals]]\nid = \"g{n}\"\nobjective = \"Objective {n}\"\nmetric = \"{metric}\"\n")
    };
    let found = |metric: &str| {
        let goals: String = (0..700).map(|n| goal(metric, n)).collect();
        Place::with(&goals)
            .run("lint --select goals --lang en --format concise")
            .out
            .matches("[goals/unmeasurable]")
            .count()
    };
    assert_eq!((found("retention"), found("no-metric")), (500, 0));
    // each form has all that is listed, whether it is made at once or while it is written
    let findings = |many: usize, all: &str| {
        let out = Place::with(&text(many)).run(&format!("lint --format json {all}")).out;
        let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        let found = report["files"][0]["findings"].as_array().expect("findings").len();
        let shown = Place::with(&text(many)).run(&format!("lint --format sarif {all}")).out;
        let sarif: serde_json::Value = serde_json::from_str(&shown).expect("SARIF");
        assert_eq!(sarif["runs"][0]["results"].as_array().expect("results").len(), found);
        (out.len() > 1 << 18, found)
    };
    let (is_long, few) = findings(700, "");
    assert!(is_long, "the report is too short to prove anything");
    assert_eq!(findings(20_000, "").1, few);
    assert_eq!(findings(20_000, "--all").1, few - 501 + 20_000);
}
