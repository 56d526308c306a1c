//! Whatever concept a complete plan leaves out, lint says so, and says which.

use std::collections::HashSet;

use qun::finding::{Edit, Finding, KeyPath};
use qun::knowledge::Holidays;
use qun::language::Language::En;
use qun::library::Library;
use qun::plan::{Plan, read};
use qun::rules::{LintOptions, lint};
use qun::source::{Document, Table, apply};

const CLUB: &str = include_str!("data/plan-example.toml");

/// Not concepts of a community: how lint speaks, what happened on single dates, batches, limits of platforms, the
/// operator's own keys; nor what is no table.
const NO_CONCEPTS: [&str; 11] = [
    "format",
    "made",
    "language",
    "time_zone",
    "holidays",
    "template",
    "lint",
    "changes",
    "cohorts",
    "limits",
    "extra",
];

/// A finding: its rule, its place, and what it says.
type Found = (&'static str, String, String);

fn found(text: &str) -> HashSet<Found> {
    let library = Library::default();
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    let today = "2026-11-22".parse().expect("a day");
    let outcome = lint(&read(&document, &library), &library, &LintOptions::new(today, Holidays::china()));
    let words = |finding: &Finding| format!("{} {}", finding.message(En), finding.help(En));
    outcome.findings.iter().map(|found| (found.rule.id, found.place.path.to_string(), words(found))).collect()
}

#[test]
fn names_each_missing_table() {
    let before = found(CLUB);
    let mut silent = Vec::new();
    let (mut tables, mut unused) = (0, Vec::new());
    for key in Plan::TABLE.keys.iter().map(|key| key.key).filter(|key| !NO_CONCEPTS.contains(key)) {
        let without = apply(CLUB, &[Edit::Remove { path: KeyPath::of(&[key]) }]).expect("a table can be removed");
        if without == CLUB {
            unused.push(key);
            continue;
        }
        tables += 1;
        // by its place, or, where other tables refer to what is gone, by the word for it
        let one = key.strip_suffix('s').unwrap_or(key).replace("people", "[[people]]");
        let names = |(_, path, words): &Found| {
            path == key
                || path.starts_with(&format!("{key}."))
                || path.starts_with(&format!("{key}["))
                || words.contains(&one)
        };
        let after = found(&without);
        if !after.difference(&before).any(names) {
            silent.push(format!("{key}: {:?}", after.difference(&before)));
        }
    }
    assert_eq!(unused, ["without", "cases", "problems", "decisions"], "the plan shows all of the format but these");
    assert!(tables > 20, "{tables}");
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
