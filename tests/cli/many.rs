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
