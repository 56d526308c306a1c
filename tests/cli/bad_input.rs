//! Whatever comes in: a clear message, the right exit code, no panic, nothing half written.

use std::io::Read;
use std::process::Stdio;

use crate::kit::{CLUB, Place};

const COMMANDS: [&str; 8] = [
    "lint",
    "schedule",
    "checklist launch",
    "today",
    "set community.name x",
    "change salon 2026-12-12 --cancel",
    "away Mia 2026-12-12",
    "why salon",
];

/// Runs every command on a plan and expects exit code 2 and these words.
fn refused(place: &Place, plan: &str, words: &str) {
    for command in COMMANDS {
        let line = match command {
            "checklist launch" => format!("checklist {plan} launch"),
            _ => format!("{command} {plan}"),
        };
        let run = place.run(&line);
        assert_eq!(run.code, 2, "{line}: {} {}", run.out, run.err);
        assert!(run.err.contains(words), "{line}: {}", run.err);
        assert!(!run.err.contains("panicked"), "{line}: {}", run.err);
        assert_eq!(run.out, "", "{line}");
    }
}

#[test]
fn rejects_files_that_are_no_text() {
    let place = Place::new();
    refused(&place, "missing.toml", "there is no such file");
    place.write("binary.toml", b"\x00\xff\xfe\x01binary\x80");
    refused(&place, "binary.toml", "not UTF-8");
    place.write("gbk.toml", b"[community]\nname = \"\xb3\xbf\xb9\xe2\xb6\xc1\xca\xe9\xbb\xe1\"\n");
    refused(&place, "gbk.toml", "GBK");
    let utf16: Vec<u8> = "\u{feff}[community]\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    place.write("utf16.toml", &utf16);
    refused(&place, "utf16.toml", "UTF-16");
    place.write("huge.toml", &vec![b'#'; 50 << 20]);
    refused(&place, "huge.toml", "larger than 8 MiB");
}

#[test]
fn finds_the_plans_of_a_folder() {
    let place = Place::new();
    std::fs::create_dir(place.path("folder")).expect("a folder");
    for command in ["schedule folder", "checklist folder launch", "today folder"] {
        let run = place.run(command);
        assert_eq!(run.code, 2, "{command} {}", run.err);
    }
    let run = place.run("lint folder");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("no plans found"), "{}", run.err);
}

#[test]
fn an_empty_file_has_gaps_and_no_errors() {
    let place = Place::with("");
    let run = place.run("lint --format json");
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(!run.out.contains("\"level\": \"error\""), "{}", run.out);
    assert_eq!(place.run("schedule --month 2026-12").code, 0);
    assert_eq!(place.run("checklist launch").code, 0);
}

#[test]
fn deep_nesting_is_refused_without_a_crash() {
    let place = Place::new();
    place.write("deep.toml", format!("a = {}", "[".repeat(200_000)).as_bytes());
    let run = place.run("lint deep.toml");
    assert_eq!(run.code, 1, "{}", run.err);
    place.write("deeper.toml", format!("[{}a]\n", "a.".repeat(200_000)).as_bytes());
    assert_eq!(place.run("lint deeper.toml").code, 1);
}

#[test]
fn bom_and_crlf_are_read_and_kept() {
    let windows = format!("\u{feff}{}", CLUB.replace('\n', "\r\n"));
    let place = Place::with(&windows);
    let plain = Place::with(CLUB);
    assert_eq!(place.run("lint --format json").out, plain.run("lint --format json").out);
    assert_eq!(place.run("set community.size.now 230").code, 0);
    assert_eq!(place.read("community.toml"), windows.replace("now = 210", "now = 230"));
}

#[test]
fn reports_bad_arguments_in_both_languages() {
    let place = Place::with(CLUB);
    for (line, zh, en) in [
        ("schedule --month 2026-13", "2026-12 这样的月份", "a month such as 2026-12"),
        ("schedule --from 2026-12-01 --to 2026-02-30", "日历上有的一天", "a day that exists in the calendar"),
        ("schedule --from 2026-12-02 --to 2026-12-01", "结束", "end"),
        ("schedule --from soon --to 2026-12-31", "12月24日", "24 Dec"),
        ("checklist launch --date 2026-02-30", "日历上有的一天", "a day that exists in the calendar"),
        ("schedule --months 0", "0", "0"),
        ("lint --format pdf", "可以是", "choose from"),
        ("schedul", "没有 schedul 这个命令", "there is no command schedul"),
        ("lint --frobnicate", "没有 --frobnicate 这个选项", "there is no option --frobnicate"),
        ("explain 不存在的词", "没有叫", "there is no rule or word"),
        ("lint --select positionin", "是不是：positioning", "did you mean: positioning"),
        ("checklist lunch", "是不是：launch", "did you mean: launch"),
    ] {
        for (language, words) in [("zh-CN", zh), ("en", en)] {
            let run = place.run(&format!("{line} --lang {language}"));
            assert_eq!(run.code, 2, "{line}: {}", run.out);
            assert!(run.err.contains(words), "{line} --lang {language}: {}", run.err);
            assert_eq!(run.out, "", "{line}");
        }
    }
}

#[test]
fn a_pipe_closed_early_ends_quietly() {
    let place = Place::with(CLUB);
    for line in ["lint", "schedule --from 2026-12-01 --to 2028-11-30 --format json", "schema", "rules"] {
        let mut child = place.command(line.split_whitespace()).stdin(Stdio::null()).spawn().expect("qun starts");
        let mut one = [0];
        let mut out = child.stdout.take().expect("a pipe");
        out.read_exact(&mut one).expect("a byte");
        drop(out);
        let output = child.wait_with_output().expect("qun ends");
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(!err.contains("panicked") && !err.contains("Broken pipe"), "{line}: {err}");
        assert_ne!(output.status.code(), Some(101), "{line}");
    }
}

#[test]
fn nothing_is_overwritten_without_being_asked() {
    let place = Place::with(CLUB);
    place.write("out.ics", b"mine");
    let run = place.run("schedule --month 2026-12 -o out.ics");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--force"), "{}", run.err);
    assert_eq!(place.read("out.ics"), "mine");
    assert_eq!(place.run("schedule --month 2026-12 -o out.ics --force").code, 0);
    assert!(place.read("out.ics").starts_with("BEGIN:VCALENDAR"));
    place.write("list.md", b"# mine\n");
    assert_eq!(place.run("checklist launch -o list.md").code, 2);
    assert_eq!(place.read("list.md"), "# mine\n");
    assert_eq!(place.files(), ["community.toml", "list.md", "out.ics"]);
}

#[test]
fn shows_a_failure_entirely_in_the_language_of_the_plan() {
    let place = Place::with("language = \"zh-CN\"\n[community]\nfoo = 1\n");
    for line in
        ["schedule", "today", "checklist", "set community.nam x", "change a 12-12 --cancel", "away b 12-12", "why a"]
    {
        let run = place.run(line);
        assert_eq!(run.code, 2, "{line}");
        assert!(run.err.starts_with("错误："), "{line}: {}", run.err);
    }
    let run = place.run("schedule");
    assert!(run.err.contains("没有 `foo` 这个键（[community]：社群本身）"), "{}", run.err);
    assert!(place.run("--lang en schedule").err.starts_with("error: "));
}

#[test]
fn does_not_report_rows_as_missing_while_the_syntax_is_wrong() {
    let place = Place::with("[community]\nname = \"x\"\n[[activities]]\nid = \"a\nwhen = \"每周三 20:00\"\n");
    let run = place.run("lint --format concise");
    assert!(run.out.contains("[file/syntax]"), "{}", run.out);
    for rule in ["activities/no-weekly-online", "culture/no-join-ritual", "culture/no-values"] {
        assert!(!run.out.contains(rule), "{}", run.out);
    }
}

/// The words of a text that are next to another English word, commands left out.
fn english(text: &str) -> Vec<&str> {
    let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphabetic() && c != '.').collect();
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let pairs = words.windows(2).filter(|pair| pair.iter().all(is_word) && pair[0] != "qun");
    pairs.map(|pair| pair[0]).collect()
}

#[test]
fn a_chinese_run_prints_no_english_error() {
    let mut many = "language = \"zh-CN\"\ntime_zone = \"UTC\"\n[community]\nname = \"x\"\n".to_owned();
    many.extend((0..5_600).map(|n| format!("[[activities]]\nid = \"a{n}\"\nwhen = \"daily 10:00\"\n")));
    let place = Place::with(&many);
    place.write("small.toml", "language = \"zh-CN\"\ntime_zone = \"UTC\"\n[community]\nname = \"x\"\n".as_bytes());
    std::fs::create_dir(place.path("folder")).expect("a folder");
    let long = "x".repeat(300);
    for (line, words) in [
        ("checklist a0".to_owned(), "日程超过 1000000 条"),
        ("schedule small.toml --format csv --force -o folder".to_owned(), "这是一个文件夹"),
        (
            "schedule small.toml -o small.toml/x.csv".to_owned(),
            if cfg!(windows) { "找不到这个文件或文件夹" } else { "不是文件夹" },
        ),
        (
            format!("schedule small.toml -o {long}.csv"),
            if cfg!(windows) { "写不了这个文件" } else { "文件名不能这样写" },
        ),
        (format!("today {long}.toml"), if cfg!(windows) { "找不到这个文件" } else { "文件名不能这样写" }),
        ("today missing.toml".to_owned(), "找不到这个文件"),
        ("schedule folder".to_owned(), "这是一个文件夹，要的是一份计划"),
    ] {
        let run = place.run(&format!("{line} --lang zh-CN"));
        assert_eq!(run.code, 2, "{line}: {}", run.err);
        assert!(run.err.contains(words), "{line}: {}", run.err);
        assert_eq!(english(&run.err), [""; 0], "{line}: {}", run.err);
    }
    assert_eq!(place.files(), ["community.toml", "folder", "small.toml"], "nothing is left beside them");
}

#[test]
fn a_plan_names_no_holiday_files_outside_its_folder_unless_that_is_allowed() {
    let place = Place::with("[community]\nname = \"x\"\n");
    place.write("days.csv", b"date,name,status\n2026-12-24,Fair,off\n");
    place.write(
        "sub/plan.toml",
        b"time_zone = \"Europe/London\"\nholidays = \"../days.csv\"\n[community]\nname = \"x\"\n",
    );
    let run = place.run("schedule sub/plan.toml --month 2026-12 --lang en");
    assert_eq!((run.code, run.err.contains("outside the folder of the plan")), (2, true), "{}", run.err);
    assert!(run.err.contains("--allow-outside"), "{}", run.err);
    let run = place.run("schedule sub/plan.toml --month 2026-12 --lang en --allow-outside");
    assert_eq!(run.code, 0, "{}", run.err);
    place.write("sub/days.csv", b"date,name,status\n2026-12-24,Fair,off\n");
    place
        .write("sub/plan.toml", b"time_zone = \"Europe/London\"\nholidays = \"days.csv\"\n[community]\nname = \"x\"\n");
    assert_eq!(place.run("schedule sub/plan.toml --month 2026-12 --lang en").code, 0);
}

#[test]
fn of_a_folder_of_templates_only_so_many_files_are_read() {
    let place = Place::with("[community]\nname = \"x\"\n");
    for n in 0..510 {
        place.write(&format!("templates/sops/s{n:03}.toml"), b"title = \"x\"\n");
    }
    let run = place.run("templates --kind sop --lang en");
    assert!(run.err.contains("the last 10 are not read"), "{}", run.err);
}
