//! `qun import`: tables in the shapes that people keep, in both languages; shown before it is written, undone at once.

use serde_json::Value;

use crate::kit::{Place, Run};

const ZH: &str = "language = \"zh-CN\"\ntime_zone = \"Asia/Shanghai\"\n[community]\nname = \"新群\"\n";
const EN: &str = "language = \"en\"\ntime_zone = \"Europe/Berlin\"\n[community]\nname = \"New\"\n";

fn data(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/data/social-calendars/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("test data")
}

fn place(name: &str) -> Place {
    let place = Place::with(if name.contains("-zh") { ZH } else { EN });
    place.write(name, &data(name));
    place
}

fn ok(place: &Place, words: &str) -> Run {
    let run = place.run(words);
    assert_eq!(run.code, 0, "{words}: {} {}", run.out, run.err);
    run
}

/// What December looks like afterwards: day, time, title, who, where to.
fn december(place: &Place) -> Vec<String> {
    let run = ok(place, "schedule --month 2026-12 --format json");
    let calendar: Value = serde_json::from_str(&run.out).expect("JSON");
    let entries = calendar["entries"].as_array().expect("entries").iter();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let line = |entry: &Value| {
        let start = text(&entry["start"]);
        let time = start.split_once('T').map_or("", |(_, time)| &time[..5]).to_owned();
        format!("{} {time} {} · {}", text(&entry["date"]), text(&entry["title"]), text(&entry["person"]))
    };
    entries.map(line).collect()
}

/// A table, what is added of each kind, the rows that are reported, and lines of December.
type Shape = (&'static str, &'static [(&'static str, usize)], &'static [u64], usize, &'static [&'static str]);

const SHAPES: [Shape; 8] = [
    (
        "list-zh-gbk.csv",
        &[("channel", 1), ("person", 3), ("activity", 2)],
        &[8, 9],
        4,
        &["2026-12-02 20:00 共读夜 · 小雨", "2026-12-05 14:00 书店市集 · 敏姐", "2026-12-16 20:00 共读夜 · 小雨"],
    ),
    (
        "notion-en.csv",
        &[("channel", 1), ("person", 2), ("activity", 3)],
        &[1],
        3,
        &["2026-12-03 18:30 Welcome call · Ana", "2026-12-18 14:00 Demo day · Ben", "2026-12-31  Retro · Ana"],
    ),
    (
        "channels-zh.csv",
        &[("channel", 3), ("person", 2), ("content", 5)],
        &[2],
        5,
        &["2026-12-03  年度书单 · 阿豪", "2026-12-04  书店探店 · 小雨"],
    ),
    (
        "channels-en.csv",
        &[("channel", 3), ("person", 2), ("content", 3)],
        &[2],
        5,
        &["2026-12-01  Question of the day · Ana", "2026-12-08  December issue · Ben", "2026-12-15  Case study · -"],
    ),
    (
        "month-en.csv",
        &[("person", 2), ("content", 1), ("activity", 3)],
        &[],
        6,
        &["2026-12-02 20:00 Reading night · Ana", "2026-12-05 10:00 Market · Ben", "2026-12-08 09:00 Newsletter · -"],
    ),
    (
        "week-zh.csv",
        &[("person", 2), ("content", 1), ("activity", 2)],
        &[],
        13 + 5 + 4,
        &["2026-12-02 08:30 早报 · 小雨", "2026-12-02 20:00 共读夜 · 阿豪", "2026-12-06 20:00 闲聊 · -"],
    ),
    (
        "rhythms-en.csv",
        &[("place", 1), ("person", 2), ("activity", 3)],
        &[5],
        3 + 1 + 4,
        &["2026-12-01 17:00 Office hours · Ana", "2026-12-03 17:30 Town hall · Ben", "2026-12-04 15:00 Coffee · -"],
    ),
    ("team-zh.csv", &[("role", 2), ("person", 2)], &[], 0, &[]),
];

#[test]
fn tables_in_the_shapes_that_people_keep_become_a_calendar() {
    for (name, kinds, reported, count, lines) in SHAPES {
        let place = place(name);
        let before = place.read("community.toml");
        let report: Value =
            serde_json::from_str(&ok(&place, &format!("import {name} --yes --format json")).out).expect("JSON");
        assert_eq!((&report["version"], &report["written"]), (&Value::from(1), &Value::from(true)), "{name}");
        let added = report["added"].as_array().expect("what is added");
        for (kind, count) in kinds {
            let of_kind = added.iter().filter(|one| one["kind"] == *kind).count();
            assert_eq!(of_kind, *count, "{name} {kind}: {report:#}");
        }
        assert_eq!(added.len(), kinds.iter().map(|(_, count)| count).sum::<usize>(), "{name}: {report:#}");
        let problems = report["problems"].as_array().expect("problems");
        let rows: Vec<u64> = problems.iter().filter_map(|problem| problem["row"].as_u64()).collect();
        assert_eq!(rows, reported, "{name}: {report:#}");
        assert!(place.read("community.toml").starts_with(&before), "{name}");
        let december = december(&place);
        assert_eq!(december.len(), count, "{name}: {december:#?}");
        for line in lines {
            assert!(december.iter().any(|known| known == line), "{name}: {line}\n{december:#?}");
        }
        // the same file again
        let after = place.read("community.toml");
        ok(&place, &format!("import {name} --yes"));
        assert_eq!(place.read("community.toml"), after, "{name} again");
        ok(&place, "undo");
        assert_eq!(place.read("community.toml"), before, "{name}");
    }
}

#[test]
fn a_dry_run_shows_the_lines_and_writes_nothing() {
    let place = place("month-en.csv");
    let run = ok(&place, "import month-en.csv --dry-run");
    assert!(
        run.out.contains("\n+[[activities]]\n") && run.out.contains("\n+when = \"every Wed 20:00\"\n"),
        "{}",
        run.out
    );
    assert!(run.err.contains("+ activity (3): Reading night, Market, Year-end dinner\n"), "{}", run.err);
    assert_eq!(place.read("community.toml"), EN);
}

#[test]
fn nothing_is_written_without_a_terminal_or_a_yes() {
    let place = place("month-en.csv");
    let run = place.run("import month-en.csv");
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("add --yes to write, or --dry-run to look only"), "{}", run.err);
    // what it would write was shown
    assert!(run.err.contains("+title = \"Reading night\""), "{}", run.err);
    assert_eq!(place.read("community.toml"), EN);
}

#[test]
fn how_a_table_was_read_and_what_was_not_understood_is_reported() {
    let place = place("list-zh-gbk.csv");
    let err = ok(&place, "import list-zh-gbk.csv --yes").err;
    for line in [
        "list-zh-gbk.csv 按 GBK 读取\n",
        "  · 第 8 行“日期”列“12月12日周日”：日期和星期对不上\n",
        "  · 第 9 行“日期”列“待定”：还没定下来\n",
        "已写入；qun undo 撤销\n",
    ] {
        assert!(err.contains(line), "{line}\n{err}");
    }
}

#[test]
fn several_files_name_their_problems_and_a_plan_can_follow() {
    let place = place("rhythms-en.csv");
    place.write("other.toml", EN.as_bytes());
    place.write("month-en.csv", &data("month-en.csv"));
    let run = ok(&place, "import rhythms-en.csv month-en.csv other.toml --yes");
    assert!(run.err.contains("rhythms-en.csv, row 5, column \"Frequency\": \"whenever\":"), "{}", run.err);
    assert_eq!(place.read("community.toml"), EN);
    assert!(place.read("other.toml").contains("title = \"Reading night\""));
}

#[test]
fn what_is_no_table_is_refused_with_the_way_on() {
    let place = Place::with(EN);
    place.write("letter.txt", b"Dear all,\nwe meet on Friday.\n");
    let run = place.run("import letter.txt --yes");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("a table needs a row of column names, such as Date, Time, Topic, Owner"), "{}", run.err);
    let run = place.run("import missing.csv --yes");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("missing.csv: there is no such file"), "{}", run.err);
}

#[test]
fn a_column_with_one_plain_date_settles_the_others() {
    let plan = format!("{EN}[[people]]\nname = \"Tom\"\n[[people]]\nname = \"Priya\"\n");
    let table = "Date,Book,Who leads,Where\n06/12/2026,Stoner,Tom,Cafe\n20/12/2026,Emma,Priya,Cafe\n03/01/2027,Beloved,Tom,Cafe\n";
    let place = Place::with(&plan);
    place.write("old.csv", table.as_bytes());
    ok(&place, "import old.csv --yes");
    let calendar = ok(&place, "schedule --from 2026-12-01 --to 2027-01-31 --format csv").out;
    for (day, title, leader) in
        [("2026-12-06", "Stoner", "Tom"), ("2026-12-20", "Emma", "Priya"), ("2027-01-03", "Beloved", "Tom")]
    {
        let line = calendar.lines().find(|line| line.contains(day)).unwrap_or_else(|| panic!("{day}\n{calendar}"));
        assert!(line.contains(title) && line.contains(leader) && line.contains("Cafe"), "{line}");
    }
    // where nothing tells, an option does
    let two = "Date,Topic\n06/12/2026,Stoner\n03/01/2027,Beloved\n";
    let place = Place::with(EN);
    place.write("old.csv", two.as_bytes());
    let run = place.run("import old.csv --dry-run");
    assert!(run.err.contains("can be read in two ways"), "{} {}", run.out, run.err);
    let months = |order: &str| ok(&place, &format!("import old.csv --dry-run --dates {order}")).out;
    assert!(months("dmy").contains("2026-12-06") && months("mdy").contains("2026-06-12"));
}
