//! How the work grows with each list of a plan: a thousand entries beside ten thousand, read, linted and laid out for a
//! month. `cargo bench --bench growth` prints a line for each list, the worst first; over 12 times for 10 times as many is
//! marked. A part of a list's route as argument looks only at these lists.
#![allow(missing_docs, clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods)]

use std::time::{Duration, Instant};

use qun::calendar::{CalendarRequest, calendar};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::read;
use qun::rules::{LintOptions, lint};
use qun::source::Document;
use qun::value::Day;
use toml::{Table, Value};

/// A plan in which every key is set.
const PLAN: &str = include_str!("../tests/data/every-key.toml");
const FEW: usize = 1_000;

/// The routes of all lists; of a list in a list, that in its first entry.
fn lists(value: &Value, route: &str, found: &mut Vec<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                lists(value, &format!("{route}{}{key}", if route.is_empty() { "" } else { "." }), found);
            }
        }
        Value::Array(values) => {
            found.push(route.to_owned());
            if let Some(first) = values.first() {
                lists(first, &format!("{route}.0"), found);
            }
        }
        _ => {}
    }
}

fn at<'v>(plan: &'v mut Value, route: &str) -> &'v mut Value {
    route.split('.').fold(plan, |value, step| match value {
        Value::Array(values) => &mut values[step.parse::<usize>().expect("an index")],
        value => &mut value[step],
    })
}

/// The plan with a list of this many entries, each with a name of its own.
fn grown(plan: &Value, route: &str, count: usize) -> String {
    let mut plan = plan.clone();
    let Value::Array(values) = at(&mut plan, route) else { unreachable!("a list") };
    let Some(first) = values.first().cloned() else { return String::new() };
    let numbered = |value: &mut Value, n: usize| {
        if let Value::String(text) = value {
            text.push_str(&format!("-{n}"));
        }
    };
    values.extend((1..count).map(|n| {
        let mut value = first.clone();
        match &mut value {
            Value::Table(table) => ["id", "name", "title"].iter().for_each(|key| {
                table.get_mut(*key).into_iter().for_each(|value| numbered(value, n));
            }),
            other => numbered(other, n),
        }
        value
    }));
    toml::to_string(&plan).expect("TOML")
}

/// The least of three runs.
fn time(text: &str) -> Duration {
    let (library, holidays) = (Library::default(), Holidays::china());
    let day = |text: &str| text.parse::<Day>().expect("a day");
    let run = || {
        let started = Instant::now();
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &library);
        let outcome = lint(&reading, &library, &LintOptions::new(day("2026-11-22"), Holidays::china()));
        let (from, to) = (day("2026-12-01"), day("2026-12-31"));
        let month =
            calendar(&reading.plan, &reading.index, &library, &CalendarRequest { from, to, holidays, without: None });
        std::hint::black_box((outcome, month.is_ok()));
        started.elapsed()
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let plan = Value::Table(PLAN.parse::<Table>().expect("TOML"));
    let mut routes = Vec::new();
    lists(&plan, "", &mut routes);
    routes.retain(|route| wanted.as_ref().is_none_or(|wanted| route.contains(wanted)));
    let mut rows: Vec<(f64, String)> = Vec::new();
    for route in routes {
        let (few, many) = (time(&grown(&plan, &route, FEW)), time(&grown(&plan, &route, FEW * 10)));
        let ratio = many.as_secs_f64() / few.as_secs_f64();
        eprintln!("{route}: {ratio:.1}");
        rows.push((ratio, format!("{route:40} {few:>10.1?} {many:>10.1?}")));
    }
    rows.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (ratio, row) in rows {
        println!("{row} {ratio:>6.1}{}", if ratio > 12.0 { "  more than linear" } else { "" });
    }
}
