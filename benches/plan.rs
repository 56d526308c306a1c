//! What a plan costs: parsing alone, reading, linting; and what it costs to start the whole process.
//! `cargo bench` prints the figures; nothing here is a test.
#![allow(missing_docs, clippy::disallowed_methods)]

use std::hint::black_box;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::{Reading, read};
use qun::rules::{LintOptions, lint};
use qun::source::Document;
use qun::value::Day;

const CLUB: &str = include_str!("../examples/chenguang.toml");

fn reading(text: &str, library: &Library) -> Reading {
    let mut buffer = String::new();
    read(&Document::parse(text, &mut buffer), library)
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn plans(c: &mut Criterion) {
    let library = Library::default();
    c.bench_function("parse alone (club plan)", |b| {
        b.iter(|| toml::de::DeTable::parse(black_box(CLUB)).expect("sound"));
    });
    c.bench_function("read (club plan)", |b| b.iter(|| reading(black_box(CLUB), &library)));
    let club = reading(CLUB, &library);
    let options = LintOptions::new(day("2026-11-22"), Holidays::china());
    c.bench_function("lint (club plan, read before)", |b| b.iter(|| lint(black_box(&club), &library, &options)));
}

/// The whole process, beside a program that does nothing: `rustc -O` of an empty `main`.
fn starts(c: &mut Criterion) {
    let folder = tempfile::TempDir::new().expect("a folder");
    let (source, bare) = (folder.path().join("bare.rs"), folder.path().join("bare"));
    std::fs::write(&source, "fn main() { println!(\"{}\", std::env::args().count()); }").expect("a file");
    let built = Command::new("rustc").arg("-O").arg("-o").arg(&bare).arg(&source).status().expect("rustc runs");
    assert!(built.success());
    let plan = folder.path().join("community.toml");
    std::fs::write(&plan, CLUB).expect("a file");
    let run = |command: &mut Command| command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("it runs");
    let mut group = c.benchmark_group("process");
    group.bench_function("a bare program", |b| b.iter(|| run(&mut Command::new(&bare))));
    group.bench_function("qun lint (club plan)", |b| {
        b.iter(|| run(Command::new(env!("CARGO_BIN_EXE_qun")).args(["--today", "2026-11-22", "lint"]).arg(&plan)));
    });
    group.bench_function("qun --version", |b| b.iter(|| run(Command::new(env!("CARGO_BIN_EXE_qun")).arg("--version"))));
    group.finish();
}

criterion_group!(benches, plans, starts);
criterion_main!(benches);
