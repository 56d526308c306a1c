//! What ten thousand plans cost: parsing them bare, linting them without the rules that need a calendar, and with all.
//! Everything runs on one thread, in the same run; `cargo bench --bench many` prints the figures.
#![allow(missing_docs)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use qun::finding::{Edit, KeyPath, Level};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::read;
use qun::rules::{self, LintOptions, LintOutcome, Selection, lint};
use qun::source::{Document, apply};

const CLUB: &str = include_str!("../examples/chenguang.toml");
/// Left out so that about 6 KB are left; what refers to them is left out with them, and so are the comments.
const CUT: [&str; 23] = [
    "care",
    "changes",
    "cohorts",
    "content",
    "culture",
    "experiments",
    "extra",
    "finance",
    "governance",
    "growth",
    "incentives",
    "leaving",
    "limits",
    "lint",
    "monetisation",
    "onboarding",
    "partners",
    "programmes",
    "reviews",
    "segments",
    "support",
    "tools",
    "topics",
];
/// What refers to a table that is cut, and what is left of it.
const DANGLING: [(&str, &str); 3] =
    [("partner = \"hengshan-books\"\n", ""), (", product = \"membership\"", ""), ("segments = [\"paying\"]\n", "")];
const PLANS: u32 = 10_000;

fn one(text: &str, library: &Library, options: &LintOptions<'_>) -> LintOutcome {
    let mut buffer = String::new();
    lint(&read(&Document::parse(text, &mut buffer), library), library, options)
}

/// The text without its comments; they come after a space, a colour's `#` does not.
fn bare(text: &str) -> String {
    text.lines().map(|line| line.split(" #").next().unwrap_or("").trim_end()).flat_map(|line| [line, "\n"]).collect()
}

fn many(c: &mut Criterion) {
    let day = "2026-11-22".parse().expect("a day");
    let edits = CUT.map(|key| Edit::Remove { path: KeyPath::of(&[key]) });
    let base = DANGLING.iter().fold(bare(CLUB), |text, (said, left)| {
        assert!(text.contains(said), "{said}");
        text.replace(said, left)
    });
    let base = apply(&base, &edits).expect("tables can be removed");
    // no two are the same text
    let plans: Vec<String> = (0..PLANS).map(|at| format!("{base}\n[extra]\nnumber = {at}\n")).collect();
    let sound = one(&base, &Library::default(), &LintOptions::new(day, Holidays::china()));
    assert!(sound.worst() < Some(Level::Error), "a plan like those of people, with gaps but no mistakes");
    assert!((5_500..6_500).contains(&base.len()), "about 6 KB: {}", base.len());
    let library = Library::default();
    let options = LintOptions::new(day, Holidays::china());
    let mut plain = options.clone();
    let calendar = rules::all().iter().filter(|rule| rule.needs_calendar()).map(|rule| rule.id().to_owned());
    plain.selection = Selection::of(&[], &calendar.collect::<Vec<_>>(), &[]);

    let mut group = c.benchmark_group("10,000 plans");
    group.sample_size(10);
    group.bench_function("parse bare, without places", |b| {
        b.iter(|| plans.iter().for_each(|text| drop(black_box(text.parse::<toml::Table>().expect("sound")))));
    });
    group.bench_function("parse bare, with places", |b| {
        b.iter(|| plans.iter().for_each(|text| drop(black_box(toml::de::DeTable::parse(text).expect("sound")))));
    });
    group.bench_function("lint without calendar rules", |b| {
        b.iter(|| plans.iter().for_each(|text| drop(black_box(one(text, &library, &plain)))));
    });
    group.bench_function("lint with all rules", |b| {
        b.iter(|| plans.iter().for_each(|text| drop(black_box(one(text, &library, &options)))));
    });
    group.finish();
}

criterion_group!(benches, many);
criterion_main!(benches);
