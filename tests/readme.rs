//! The two READMEs, held to the program: every command in a `console` block is run, in order, in one fresh folder a
//! page, and what it prints must be what the page shows. `QUN_BLESS=1 cargo test --test readme` regenerates it.
//!
//! A `toml` block that begins with `# NAME.toml` is written into that folder first. Lines beginning with `$ ` are
//! commands; a line `…` below one matches any number of lines. Today is 2026-11-22 where a command names no other.

#![allow(clippy::disallowed_methods)] // tests read the project's own files

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use qun::cadence::Cadence;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const PAGES: [(&str, &str); 2] = [("README.md", "en_US.UTF-8"), ("README.zh-CN.md", "zh_CN.UTF-8")];

/// A page line by line, with the language of the fence that each line is in.
fn fenced(page: &str) -> Vec<(Option<&str>, &str)> {
    let mut fence = None;
    let mut lines = Vec::new();
    for line in page.lines() {
        match (line.strip_prefix("```"), fence) {
            (Some(language), None) => {
                fence = Some(language);
                lines.push((None, line));
            }
            (Some(_), Some(_)) => {
                fence = None;
                lines.push((None, line));
            }
            (None, _) => lines.push((fence, line)),
        }
    }
    lines
}

/// The words of a command; double quotes hold a word together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().expect("never empty").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn qun(arguments: &[String], folder: &Path, locale: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qun"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", locale)
        .env("QUN_STATE_DIR", folder.join(".state"))
        .env_remove("COLUMNS")
        .env_remove("CLICOLOR_FORCE");
    if !arguments.iter().any(|argument| argument == "--today") {
        command.args(["--today", "2026-11-22"]);
    }
    command.output().expect("the program runs")
}

/// What a command prints, without blank lines at either end.
fn printed(command: &str, folder: &Path, locale: &str) -> Vec<String> {
    let words = words(command);
    assert_eq!(words.first().map(String::as_str), Some("qun"), "only qun is run: {command}");
    let output = qun(&words[1..], folder, locale);
    assert_ne!(output.status.code(), Some(2), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).expect("the program prints UTF-8");
    text.trim_matches('\n').lines().map(|line| line.trim_end().to_owned()).collect()
}

/// Whether lines are as expected; `…` matches any number of them.
fn matches(expected: &[&str], lines: &[String]) -> bool {
    match expected.split_first() {
        None => lines.is_empty(),
        Some((&"…", rest)) => (0..=lines.len()).any(|at| matches(rest, &lines[at..])),
        Some((first, rest)) => lines.first().is_some_and(|line| line == first) && matches(rest, &lines[1..]),
    }
}

/// The page as it should be, and what differs from it now.
fn run(page: &str, locale: &str) -> (String, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = fenced(page);
    for (at, (fence, line)) in lines.iter().enumerate() {
        let name = line.strip_prefix("# ").filter(|name| name.ends_with(".toml"));
        if let (Some("toml"), Some(name), Some("```toml")) = (fence, name, at.checked_sub(1).map(|at| lines[at].1)) {
            let text: String =
                lines[at..].iter().take_while(|line| line.0.is_some()).map(|line| format!("{}\n", line.1)).collect();
            fs::write(folder.path().join(name), text).expect("the plan of the page is written");
        }
    }
    let (mut whole, mut wrong) = (String::new(), Vec::new());
    let mut at = 0;
    while let Some((fence, line)) = lines.get(at) {
        at += 1;
        whole.push_str(line);
        whole.push('\n');
        let Some(command) = line.strip_prefix("$ ").filter(|_| *fence == Some("console")) else { continue };
        let block = lines[at..].iter().take_while(|(fence, line)| fence.is_some() && !line.starts_with("$ "));
        let mut expected: Vec<&str> = block.map(|line| line.1).collect();
        at += expected.len();
        let is_last = lines.get(at).is_none_or(|line| line.0.is_none());
        while expected.last().is_some_and(|line| line.is_empty()) {
            expected.pop();
        }
        let real = printed(command, folder.path(), locale);
        let fits = matches(&expected, &real);
        if !fits {
            wrong.push(format!(
                "$ {command}\n--- the page\n{}\n--- the program\n{}",
                expected.join("\n"),
                real.join("\n")
            ));
        }
        let shown: Vec<&str> = if fits { expected } else { real.iter().map(String::as_str).collect() };
        for line in shown.iter().chain((!is_last).then_some(&"")) {
            whole.push_str(line);
            whole.push('\n');
        }
    }
    (whole, wrong)
}

#[test]
fn the_tour_prints_what_it_shows() {
    let mut all = Vec::new();
    for (name, locale) in PAGES {
        let path = format!("{ROOT}/{name}");
        let page = fs::read_to_string(&path).expect(name);
        let (whole, wrong) = run(&page, locale);
        if std::env::var_os("QUN_BLESS").is_some() {
            fs::write(&path, whole).expect(name);
        } else {
            all.extend(wrong.into_iter().map(|wrong| format!("{name}: {wrong}")));
        }
    }
    assert!(all.is_empty(), "QUN_BLESS=1 cargo test --test readme regenerates the pages\n{}", all.join("\n\n"));
}

/// The commands that a page names: the word after `qun ` in a fence or between backticks.
fn commands(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for before in ["`qun ", "$ qun ", "- qun "] {
        for (at, _) in page.match_indices(before) {
            let rest = &page[at + before.len()..];
            let word: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
            found.extend((!word.is_empty()).then_some(word));
        }
    }
    found
}

#[test]
fn both_pages_name_the_same_commands_and_all_of_them_exist() {
    let [english, chinese] =
        PAGES.map(|(name, _)| commands(&fs::read_to_string(format!("{ROOT}/{name}")).expect(name)));
    assert_eq!(english, chinese);
    assert!(english.len() >= 10, "{english:?}");
    for command in english {
        let output = qun(&[command.clone(), "--help".to_owned()], Path::new(ROOT), "en_US.UTF-8");
        assert!(output.status.success(), "qun {command}");
    }
}

/// The rows of the table of `when`: what is between backticks in both columns.
fn phrases(page: &str) -> Vec<(&str, &str)> {
    let rows = page.lines().skip_while(|line| !line.starts_with("| zh-CN | en |")).skip(2);
    rows.take_while(|line| line.starts_with("| `"))
        .map(|row| {
            let cells: Vec<&str> = row.split('`').collect();
            (cells[1], cells[3])
        })
        .collect()
}

#[test]
fn both_columns_of_the_table_of_when_mean_the_same() {
    let tables = PAGES.map(|(name, _)| fs::read_to_string(format!("{ROOT}/{name}")).expect(name));
    let [english, chinese] = tables.each_ref().map(|page| phrases(page));
    assert_eq!(english, chinese);
    assert!(english.len() >= 10, "{english:?}");
    for (zh, en) in english {
        assert_eq!(Cadence::parse(zh).expect(zh), Cadence::parse(en).expect(en));
    }
}

#[test]
fn both_pages_tour_the_same_way() {
    let steps = PAGES.map(|(name, _)| {
        let page = fs::read_to_string(format!("{ROOT}/{name}")).expect(name);
        let lines =
            fenced(&page).into_iter().filter(|(fence, line)| *fence == Some("console") && line.starts_with("$ "));
        lines.map(|(_, line)| words(line).into_iter().nth(2).unwrap_or_default()).collect::<Vec<_>>()
    });
    assert_eq!(steps[0], steps[1]);
}

#[test]
fn only_an_ellipsis_matches_any_number_of_lines() {
    let lines = ["a", "b", "c"].map(str::to_owned);
    assert!(matches(&["a", "…", "c"], &lines) && matches(&["…"], &lines) && matches(&["a", "b", "c", "…"], &lines));
    assert!(!matches(&["a", "c"], &lines) && !matches(&["…", "b"], &lines) && !matches(&["a", "b"], &lines));
    assert_eq!(words("qun explain \"culture carrier\""), ["qun", "explain", "culture carrier"]);
}

/// The steps for contributors name files that exist, and commands that cargo understands.
#[test]
fn everything_that_contributing_names_exists() {
    let text = include_str!("../CONTRIBUTING.md");
    let code: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    let is_path =
        |code: &&&str| ["src/", "tests/", "templates/", "docs/", ".ci/"].iter().any(|top| code.starts_with(top));
    let paths: Vec<&&str> = code.iter().filter(is_path).filter(|path| !path.contains(['<', '*', '{'])).collect();
    assert!(paths.len() > 20, "{paths:?}");
    for path in paths {
        assert!(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists(), "{path}");
    }
    for command in code.iter().filter(|code| code.contains("cargo test")) {
        let words = command.split(' ').skip_while(|word| *word != "test").skip(1);
        let filters = words.fold((0, false), |(filters, is_value), word| match (is_value, word) {
            (false, "--test") => (filters, true),
            (true, _) => (filters, false),
            (false, word) => (filters + usize::from(!word.starts_with('-')), false),
        });
        assert!(filters.0 <= 1, "cargo takes one filter: {command}");
    }
}
