//! What a calendar costs: expansion alone beside plain date arithmetic and the crate `rrule`; a month and ten years of
//! weekly activities with holidays and rota, also as they are written. `cargo bench --bench calendar` prints the figures;
//! nothing here is a test.
#![allow(missing_docs, clippy::disallowed_methods)]

use std::fmt::Write;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use qun::cadence::Cadence;
use qun::calendar::{CalendarRequest, Scheduler, StreamedCalendar, calendar, days_of};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::{Reading, read};
use qun::render::calendar::{CsvColumn, Options, StreamedFormat, Tasks, View, write_streamed};
use qun::source::Document;
use qun::value::Day;

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

/// The same with a step of each that is sent to one group, which then hears too much on every day.
fn sending(count: usize) -> String {
    let step = "owner = \"host\"\nsteps = [{ id = \"s\", at = \"T-1d 12:00\", sends = [{ to = \"c\" }] }]";
    let plan = weekly(count).replace("owner = \"host\"", step);
    let group = "[[channels]]\nid = \"c\"\nplatform = \"wecom-customer-group\"\n";
    format!("{plan}[rules]\nmessages_per_day = 3\nquiet_hours = \"22:00-07:00\"\n{group}")
}

fn reading(plan: &str, library: &Library) -> Reading {
    let mut buffer = String::new();
    read(&Document::parse(plan, &mut buffer), library)
}

/// Ten years of Saturdays in four ways.
fn expansion(c: &mut Criterion) {
    let (from, to) = (day("2026-01-01"), day("2035-12-31"));
    let cadence = |text: &str| Cadence::parse(text).expect("a cadence");
    let (phrase, rule) = (cadence("every Sat 14:00"), cadence("RRULE:FREQ=WEEKLY;BYDAY=SA 14:00"));
    let oracle = "DTSTART:20260101T140000Z\nRRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20351231T235959Z";
    let holidays = Holidays::china();
    let mut group = c.benchmark_group("ten years of Saturdays");
    group.bench_function("plain date arithmetic", |b| {
        b.iter(|| {
            let first = black_box(from).plus((5 - from.weekday().index()).rem_euclid(7));
            (first.0..=to.0).step_by(7).map(Day).collect::<Vec<Day>>()
        });
    });
    group.bench_function("a phrase", |b| b.iter(|| days_of(black_box(&phrase), from, (from, to), holidays)));
    group.bench_function("an RRULE", |b| b.iter(|| days_of(black_box(&rule), from, (from, to), holidays)));
    group.bench_function("the crate rrule", |b| {
        let set: rrule::RRuleSet = oracle.parse().expect("a rule");
        b.iter(|| black_box(&set).into_iter().count());
    });
    group.finish();
    let days = days_of(&phrase, from, (from, to), holidays);
    assert_eq!(days, days_of(&rule, from, (from, to), holidays));
    assert_eq!(days.len(), oracle.parse::<rrule::RRuleSet>().expect("a rule").into_iter().count());
}

fn calendars(c: &mut Criterion) {
    let library = Library::default();
    let request = |from: &str, to: &str| CalendarRequest {
        from: day(from),
        to: day(to),
        holidays: Holidays::china(),
        without: None,
    };
    let month = request("2026-12-01", "2026-12-31");
    let mut group = c.benchmark_group("one month of weekly activities");
    group.sample_size(20);
    for count in [100, 1_000, 10_000] {
        let many = reading(&weekly(count), &library);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::from_parameter(count), |b| {
            b.iter(|| calendar(black_box(&many.plan), &many.index, &library, &month).expect("made").entries.len());
        });
    }
    let silent = sending(1_000).replace(", sends = [{ to = \"c\" }]", "");
    for (name, text) in [("1000 with steps", silent), ("1000 with steps that send", sending(1_000))] {
        let plan = reading(&text, &library);
        group.bench_function(name, |b| {
            b.iter(|| calendar(black_box(&plan.plan), &plan.index, &library, &month).expect("made").problems.len());
        });
    }
    group.finish();
    let mut group = c.benchmark_group("ten years of weekly activities");
    group.sample_size(10);
    let years = request("2026-01-01", "2035-12-31");
    for count in [10, 100, 1_000] {
        let many = reading(&weekly(count), &library);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::from_parameter(count), |b| {
            b.iter(|| calendar(black_box(&many.plan), &many.index, &library, &years).expect("made").entries.len());
        });
    }
    group.finish();
}

/// The fields of a CSV that is written already, written again: what no way of making them could beat.
fn rows_again(rows: &[csv::StringRecord], end: &str, out: &mut Vec<u8>) {
    out.clear();
    for row in rows {
        for (at, field) in row.iter().enumerate() {
            if at > 0 {
                out.push(b',');
            }
            if field.contains(['"', ',', '\r', '\n']) {
                out.push(b'"');
                out.extend(field.replace('"', "\"\"").bytes());
                out.push(b'"');
            } else {
                out.extend_from_slice(field.as_bytes());
            }
        }
        out.extend_from_slice(end.as_bytes());
    }
}

/// Ten years, written while they are made.
fn written(c: &mut Criterion) {
    let library = Library::default();
    let range = (day("2026-01-01"), day("2035-12-31"));
    let many = reading(&weekly(100), &library);
    let scheduler = Scheduler::new(&many.plan, &many.index, Holidays::china());
    let streamed = StreamedCalendar::new(&scheduler, &library, range, range);
    let empty = streamed.empty().expect("a range");
    let view = View::new(&many.plan, &many.index, &empty);
    let options = Options { width: 100, ascii: false, colour: false, today: range.0, tasks: Tasks::default() };
    let mut group = c.benchmark_group("ten years of 100 weekly activities, written");
    group.sample_size(10);
    let formats =
        [("csv", StreamedFormat::Csv(CsvColumn::all())), ("json", StreamedFormat::Json), ("ics", StreamedFormat::Ics)];
    for (name, format) in formats {
        group.bench_function(name, |b| {
            b.iter(|| write_streamed(&view, &streamed, black_box(format), &options, &mut std::io::sink()).expect("it"));
        });
    }
    let mut written = Vec::new();
    write_streamed(&view, &streamed, StreamedFormat::Csv(CsvColumn::all()), &options, &mut written).expect("it");
    let text = written.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&written);
    let end = if text.ends_with(b"\r\n") { "\r\n" } else { "\n" };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    let mut again = Vec::with_capacity(written.len());
    rows_again(&rows, end, &mut again);
    assert_eq!(again, text);
    group.bench_function("csv, its rows written by hand", |b| b.iter(|| rows_again(black_box(&rows), end, &mut again)));
    group.finish();
}

criterion_group!(benches, expansion, calendars, written);
criterion_main!(benches);
