//! What ten thousand plans cost: parsing them bare, linting them without the rules that need a calendar, and with all.
//! Everything runs on one thread, in the same run; `cargo bench --bench many` prints the figures.
#![allow(missing_docs)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use qun::finding::{Edit, KeyPath};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::read;
use qun::rules::{self, Options, Outcome, lint};
use qun::source::{Document, apply};

const CLUB: &str = include_str!("../examples/chenguang.toml");
/// Left out so that about 6 KB are left; what speaks of them is left out with them.
const CUT: [&str; 12] = [
    "cohorts",
    "programmes",
    "changes",
    "content",
    "growth",
    "partners",
    "tools",
    "topics",
    "experiments",
    "extra",
    "lint",
    "reviews",
];
const PLANS: u32 = 10_000;

fn one(text: &str, library: &Library, options: &Options<'_>) -> Outcome {
    let mut room = String::new();
    lint(&read(&Document::parse(text, &mut room), library), library, options)
}

fn many(c: &mut Criterion) {
    let edits = CUT.map(|key| Edit::Remove { path: KeyPath::of(&[key]) });
    let base = apply(CLUB, &edits).expect("tables can be removed");
    // no two are the same text
    let plans: Vec<String> = (0..PLANS).map(|at| format!("{base}\n[extra]\nnumber = {at}\n")).collect();
    assert!((5_500..6_500).contains(&base.len()), "about 6 KB: {}", base.len());
    let library = Library::default();
    let options = Options::new("2026-11-22".parse().expect("a day"), Holidays::china());
    let mut plain = options.clone();
    plain.ignore = rules::all().iter().filter(|rule| rule.needs_calendar()).map(|rule| rule.id().to_owned()).collect();

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
