//! How the work grows with each list of a plan, and with what grew too fast before: a thousand entries beside ten thousand, read, linted and laid out for a
//! month. `cargo bench --bench growth` prints a line for each list, the worst first; over 12 times for 10 times as many is
//! marked. A list's route as argument looks only at this one, a part of a route at all that have it.
#![allow(missing_docs, clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods)]

use std::process::Command;
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

/// What grows besides lists: keys that nothing knows, roles that lead round in a circle, changes of one item, texts that
/// have to be looked through for what the law forbids.
const SHAPES: [&str; 4] = ["unknown keys", "roles in a circle", "changes of one item", "texts for the law"];

fn shaped(shape: &str, count: usize) -> String {
    let each = |line: &dyn Fn(usize) -> String| (0..count).map(line).collect::<String>();
    match shape {
        "unknown keys" => format!("[community]\n{}", each(&|n| format!("unheard_of_{n} = {n}\n"))),
        "roles in a circle" => each(&|n| {
            format!("[[roles]]\nid = \"r{n}\"\ntitle = \"Role {n}\"\nreports_to = \"r{}\"\n", (n + 1) % count)
        }),
        "changes of one item" => {
            let item = "[[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"daily 20:00\"\nlasts = \"1h\"\n";
            let first: Day = "2026-12-01".parse().expect("a day");
            let days = i32::try_from(count).expect("not that many");
            let change = |day: i32| format!("[[changes]]\nitem = \"talk\"\non = {}\ncancel = true\n", first.plus(day));
            format!("{item}{}", (0..days).map(change).collect::<String>())
        }
        _ => format!(
            "[culture]\nvalues = [\n{}]\n",
            each(&|n| format!(
                "  \"保本保息，稳赚不赔 {n}; guaranteed returns of {n} %, paid by those you invite\",\n"
            ))
        ),
    }
}

/// How long one run takes.
fn run(text: &str) -> Duration {
    let (library, holidays) = (Library::default(), Holidays::china());
    let day = |text: &str| text.parse::<Day>().expect("a day");
    let started = Instant::now();
    let mut buffer = String::new();
    let reading = read(&Document::parse(text, &mut buffer), &library);
    let outcome = lint(&reading, &library, &LintOptions::new(day("2026-11-22"), Holidays::china()));
    let (from, to) = (day("2026-12-01"), day("2026-12-31"));
    let month =
        calendar(&reading.plan, &reading.index, &library, &CalendarRequest { from, to, holidays, without: None });
    std::hint::black_box((outcome, month.is_ok()));
    started.elapsed()
}

/// The least of five runs, each in a process of its own as a user has it: memory that is used again costs less.
fn least(route: &str, count: usize) -> Duration {
    let this = std::env::current_exe().expect("this program");
    let once = || {
        let output = Command::new(&this).env(ONE, format!("{route} {count}")).output().expect("it runs");
        Duration::from_nanos(String::from_utf8_lossy(&output.stdout).trim().parse().expect("nanoseconds"))
    };
    (0..5).map(|_| once()).min().unwrap_or_default()
}

/// In a process that makes one run: the list and how many entries it has.
const ONE: &str = "QUN_GROWTH_OF";

fn main() {
    let plan = Value::Table(PLAN.parse::<Table>().expect("TOML"));
    if let Some((route, count)) = std::env::var(ONE).ok().as_deref().and_then(|one| one.rsplit_once(' ')) {
        let count = count.parse().expect("a count");
        let text = if SHAPES.contains(&route) { shaped(route, count) } else { grown(&plan, route, count) };
        return println!("{}", run(&text).as_nanos());
    }
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let mut routes = Vec::new();
    lists(&plan, "", &mut routes);
    routes.extend(SHAPES.map(str::to_owned));
    let is_route = wanted.as_ref().is_some_and(|wanted| routes.contains(wanted));
    let is_wanted = |route: &String, wanted: &String| if is_route { route == wanted } else { route.contains(wanted) };
    routes.retain(|route| wanted.as_ref().is_none_or(|wanted| is_wanted(route, wanted)));
    let mut rows: Vec<(f64, String)> = Vec::new();
    for route in routes {
        let (few, many) = (least(&route, FEW), least(&route, FEW * 10));
        let ratio = many.as_secs_f64() / few.as_secs_f64();
        eprintln!("{route}: {ratio:.1}");
        rows.push((ratio, format!("{route:40} {few:>10.1?} {many:>10.1?}")));
    }
    rows.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (ratio, row) in rows {
        println!("{row} {ratio:>6.1}{}", if ratio > 12.0 { "  more than linear" } else { "" });
    }
}
