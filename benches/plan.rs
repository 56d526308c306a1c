//! What things cost: parsing alone, reading, linting, one month, ten years of a thousand weekly activities.
//! `cargo bench` prints the figures; nothing here is a test.
#![allow(missing_docs, clippy::disallowed_methods)]

use std::fmt::Write;
use std::hint::black_box;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};
use qun::calendar::{Request, calendar};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::{Reading, read};
use qun::rules::{Options, lint};
use qun::source::Document;
use qun::value::Day;

const CLUB: &str = include_str!("../examples/chenguang.toml");

fn reading(text: &str, library: &Library) -> Reading {
    let mut room = String::new();
    read(&Document::parse(text, &mut room), library)
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// A plan of `count` weekly activities.
fn weekly(count: usize) -> String {
    let mut plan = String::from("format = 1\nlanguage = \"zh-CN\"\ntime_zone = \"Asia/Shanghai\"\nholidays = \"CN\"\n");
    plan.push_str("[community]\nid = \"many\"\nname = \"many\"\n[[roles]]\nid = \"host\"\n");
    for person in 0..4 {
        writeln!(plan, "[[people]]\nid = \"p{person}\"\nroles = [\"host\"]").expect("a string");
    }
    for n in 0..count {
        let (weekday, hour) = (["一", "二", "三", "四", "五", "六", "日"][n % 7], 8 + n % 12);
        writeln!(
            plan,
            "[[activities]]\nid = \"a{n}\"\ntitle = \"活动 {n}\"\nwhen = \"每周{weekday} {hour:02}:00-{hour:02}:45\"\nowner = \"host\""
        )
        .expect("a string");
    }
    plan
}

fn plans(c: &mut Criterion) {
    let library = Library::default();
    c.bench_function("parse alone (club plan)", |b| {
        b.iter(|| toml::de::DeTable::parse(black_box(CLUB)).expect("sound"));
    });
    c.bench_function("read (club plan)", |b| b.iter(|| reading(black_box(CLUB), &library)));
    let club = reading(CLUB, &library);
    let options = Options::new(day("2026-11-22"), Holidays::china());
    c.bench_function("lint (club plan, read before)", |b| b.iter(|| lint(black_box(&club), &library, &options)));
}

fn calendars(c: &mut Criterion) {
    let library = Library::default();
    let text = weekly(1000);
    let many = reading(&text, &library);
    let holidays = Holidays::china();
    let request = |from: &str, to: &str| Request { from: day(from), to: day(to), holidays, without: None };
    let mut group = c.benchmark_group("1,000 weekly activities");
    group.sample_size(10);
    let month = request("2026-12-01", "2026-12-31");
    group.bench_function("one month", |b| {
        b.iter(|| calendar(black_box(&many.plan), &many.index, &library, &month).expect("made").entries.len());
    });
    // each is announced in a group that has limits, and the group hears too much on every day
    let sending = text.replace(
        "owner = \"host\"",
        "owner = \"host\"\nsteps = [{ id = \"s\", at = \"T-1d 12:00\", sends = [{ to = \"c\" }] }]",
    );
    let sending = format!(
        "{sending}[rules]\nmessages_per_day = 3\nquiet_hours = \"22:00-07:00\"\n[[channels]]\nid = \"c\"\nplatform = \"wecom-customer-group\"\n"
    );
    for (name, text) in
        [("with steps", sending.replace(", sends = [{ to = \"c\" }]", "")), ("with steps that send", sending)]
    {
        let plan = reading(&text, &library);
        group.bench_function(format!("one month, {name}"), |b| {
            b.iter(|| calendar(black_box(&plan.plan), &plan.index, &library, &month).expect("made").problems.len());
        });
    }
    let years = request("2026-01-01", "2035-12-31");
    group.bench_function("ten years", |b| {
        b.iter(|| calendar(black_box(&many.plan), &many.index, &library, &years).expect("made").entries.len());
    });
    group.finish();
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

criterion_group!(benches, plans, calendars, starts);
criterion_main!(benches);
