//! Keeps words out of user-facing English that read as translated or archaic: every string literal of the product and
//! every English page is searched for them.

#![allow(clippy::disallowed_methods)] // tests read the project's own files

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use qun::interview;
use qun::knowledge::glossary;
use qun::language::Language;
use qun::rules::{self, book};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What is avoided, and what to write instead.
#[rustfmt::skip]
const AVOIDED: &[(&str, &[&str])] = &[
    ("show, report, explain, document, infer", &["tell", "tells", "telling", "told"]),
    ("fix", &["mend", "mends", "mended", "mending"]),
    ("no …, … not set, missing …", &["not said", "nothing is said", "is said of", "are said of"]),
    ("name the problem and the way on", &["will not do"]),
    ("you, people", &[
        "one's", "oneself", "how one", "what one", "where one", "one gets", "one does", "one comes", "one pays", "one asks",
        "one walks", "one speaks", "one chooses", "one types", "one answers",
    ]),
    ("someone, everyone, anyone, who", &[
        "somebody", "somebody's", "everybody", "everybody's", "anybody", "anybody's", "whoever", "whom", "whomever",
    ]),
    ("a question as people ask it aloud", &["by what", "in what", "shall"]),
    ("calculate, again, where from, destination", &[
        "reckon", "reckons", "reckoned", "reckoning", "anew", "afresh", "whence", "whither",
    ]),
    ("duplicate, existing, is set, is in", &[
        "stands twice", "stand twice", "stands here", "stand here", "stands there", "stand there", "stands in the",
        "stands at", "stands on", "stands under", "stands beside", "stands behind", "stands before", "that is there",
        "that are there", "those there are", "what is there",
    ]),
    ("change, the effect, overrides, moves too", &[
        "done otherwise", "changed otherwise", "held otherwise", "becomes of", "became of", "counts over", "goes with it",
    ]),
    ("problems", &["work out", "works out", "worked out"]),
    ("refers to, is about", &["speaks of", "speak of", "spoken of", "is nothing that"]),
    ("cohort", &["batch", "batches"]),
    ("segments, founder's name, successor, re-screening", &[
        "member layer", "member layers", "core source", "culture carrier", "culture carriers", "sifting",
    ]),
    ("conventions, typo", &["house habits", "slip of the pen"]),
];

/// Where a word may stay: the end of the file's path, words around it, and why.
#[rustfmt::skip]
const ALLOWED: &[(&str, &str, &str)] = &[
    ("src/rules/trust/deception.rs", "", "words that are looked for in plans, not shown"),
    ("src/rules/concreteness.rs", "", "words that are looked for in plans, not shown"),
    ("src/knowledge/glossary/people.rs", "culture carrier", "older words that people may look up"),
    ("src/plan/people.rs", "culture carrier", "an older word that plans may hold"),
    ("src/knowledge/glossary/growth.rs", "member layers", "older words that people may look up"),
    ("CHANGELOG.md", "Terms:", "names the words that were replaced"),
    ("src/import/column.rs", "batch", "a name that columns of tables may have, not shown"),
];

/// The phrases that a text holds. Names in backquotes (`members/no-sifting`) and placeholders are no English; a phrase
/// does not cross a comma or the end of a sentence.
fn avoided(text: &str) -> Vec<&'static str> {
    let mut prose = String::new();
    for (at, part) in text.split('`').enumerate() {
        let is_name = at % 2 == 1 && !part.contains(' ');
        prose.push_str(if is_name { " | " } else { part });
    }
    // of {days|day|days} the words stay, of {days} nothing
    let mut plain = String::new();
    for (at, part) in prose.split(['{', '}']).enumerate() {
        plain.push_str(if at % 2 == 0 { part } else { part.split_once('|').map_or(" | ", |(_, words)| words) });
    }
    let mut words = String::from(" ");
    for c in plain.chars() {
        match c {
            '’' | '\'' => words.push('\''),
            '-' | '_' | '/' => words.push(c),
            c if c.is_alphanumeric() => words.extend(c.to_lowercase()),
            c if c.is_whitespace() || "\"“”*".contains(c) => words.push(' '),
            _ => words.push_str(" | "),
        }
    }
    let words: Vec<&str> = words.split_whitespace().map(|word| word.trim_matches('\'')).collect();
    let words = format!(" {} ", words.join(" ")).replace(" no one ", " nobody ");
    let phrases = AVOIDED.iter().flat_map(|(_, phrases)| phrases.iter().copied());
    phrases.filter(|phrase| words.contains(&format!(" {phrase} "))).collect()
}

fn instead(phrase: &str) -> &'static str {
    AVOIDED.iter().find(|(_, phrases)| phrases.contains(&phrase)).map_or("", |(instead, _)| instead)
}

fn files(folder: &Path, ending: &str, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, ending, out);
        } else if path.to_string_lossy().ends_with(ending) {
            out.push(path);
        }
    }
}

/// A text that people read: the file, and its words.
struct Shown {
    file: String,
    text: String,
}

/// Every string literal of the product that may be English, and every English page.
fn shown() -> Vec<Shown> {
    let mut sources = Vec::new();
    files(&Path::new(ROOT).join("src"), ".rs", &mut sources);
    // a file, or a folder of files, that only tests declare
    let is_of_tests = |path: &Path| {
        let (Some(folder), Some(name)) = (path.parent(), path.file_stem()) else { return false };
        let name = name.to_string_lossy();
        let declares = |parent: &Path| {
            fs::read_to_string(parent).is_ok_and(|code| code.contains(&format!("#[cfg(test)]\nmod {name};")))
        };
        declares(&folder.join("mod.rs")) || declares(&folder.with_extension("rs")) || declares(&folder.join("lib.rs"))
    };
    sources.retain(|path| !path.ancestors().any(is_of_tests));
    let mut pages = Vec::new();
    files(&Path::new(ROOT).join("src"), ".md", &mut pages);
    files(&Path::new(ROOT).join("docs"), ".md", &mut pages);
    for entry in fs::read_dir(ROOT).expect("the project") {
        let path = entry.expect("an entry").path();
        pages.extend(Some(path).filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    }
    pages.retain(|path| !path.to_string_lossy().ends_with(".zh-CN.md"));
    let relative = |path: &Path| path.strip_prefix(ROOT).expect("within the project").display().to_string();
    let mut all = Vec::new();
    for path in sources {
        let code = fs::read_to_string(&path).expect("a source");
        let file = relative(&path);
        all.extend(literals(&code).into_iter().map(|text| Shown { file: file.clone(), text }));
    }
    for path in pages {
        let (file, text) = (relative(&path), fs::read_to_string(&path).expect("a page"));
        all.extend(text.split("\n\n").map(|text| Shown { file: file.clone(), text: text.to_owned() }));
    }
    all
}

/// The string literals of a source but those of its tests, its comments, and what only developers read when the program
/// fails.
fn literals(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let code = code.split("#[cfg(test)]\n#[allow").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '\'', '/', 'r']) {
        let (before, from) = rest.split_at(at);
        let is_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let raw =
            from.strip_prefix('r').filter(|_| !is_word).map(|more| more.len() - more.trim_start_matches('#').len());
        let quote = raw.map_or(0, |hashes| 1 + hashes);
        if from.starts_with("//") {
            rest = from.find('\n').map_or("", |end| &from[end..]);
        } else if from[quote.min(from.len())..].starts_with('"') && (quote > 0 || from.starts_with('"')) {
            let body = &from[quote + 1..];
            let end = match raw {
                Some(hashes) => body.find(&format!("\"{}", "#".repeat(hashes))).unwrap_or(body.len()),
                None => closing(body),
            };
            let is_for_developers = ["expect(", "panic!(", "unreachable!("].iter().any(|call| before.ends_with(call));
            if !is_for_developers {
                found.push(body[..end].replace("\\n", " ").replace("\\\"", "\"").replace("\\\n", " "));
            }
            rest = body.get(end + 1..).unwrap_or_default();
        } else if let Some(body) = from.strip_prefix('\'') {
            // a character or a lifetime
            let length = match body.strip_prefix('\\') {
                Some(escaped) => escaped.char_indices().skip(1).find(|(_, c)| *c == '\'').map(|(at, _)| at + 1),
                None => body.chars().next().map(char::len_utf8).filter(|length| body[*length..].starts_with('\'')),
            };
            rest = length.map_or(body, |length| &body[length + 1..]);
        } else {
            rest = &from[1..];
        }
    }
    found
}

/// Where a literal ends: the first quote that is not escaped.
fn closing(body: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in body.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    body.len()
}

#[test]
fn avoided_words_stay_out_of_what_people_read() {
    let mut found = Vec::new();
    let mut used = vec![false; ALLOWED.len()];
    for Shown { file, text } in shown() {
        for phrase in avoided(&text) {
            let allowed = ALLOWED.iter().position(|(end, around, _)| file.ends_with(end) && text.contains(around));
            match allowed {
                Some(at) => used[at] = true,
                None => found.push(format!("{file}: \"{phrase}\" ({}): {}", instead(phrase), text.trim())),
            }
        }
    }
    let idle: Vec<&str> = ALLOWED.iter().zip(used).filter(|(_, used)| !used).map(|((file, ..), _)| *file).collect();
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
    assert!(idle.is_empty(), "allowed, but not needed: {idle:?}");
}

/// What is put into a rule, a page of the book, a question, a word of the glossary or the help is among what is
/// searched.
#[test]
fn everything_that_people_read_is_searched() {
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let searched = shown().iter().map(|shown| squeeze(&shown.text)).collect::<Vec<_>>().join("\n");
    let mut missing = Vec::new();
    let mut count = 0;
    let mut want = |text: &str| {
        let text = squeeze(text);
        count += 1;
        if !searched.contains(&text) {
            missing.push(text);
        }
    };
    for rule in rules::all() {
        for text in [rule.info.title, rule.info.message, rule.info.help] {
            want(text.en);
        }
        let entry = book::explanation(rule.id(), Language::En).expect("a chapter");
        for part in [entry.checks, entry.why, entry.example, entry.fix].iter().flat_map(|part| part.split("\n\n")) {
            want(part);
        }
    }
    for question in interview::questions() {
        for text in [question.text, question.why, question.help] {
            want(text.en);
        }
    }
    for word in glossary::all() {
        want(word.word.en);
        want(word.meaning.en);
    }
    for line in help(&[]).lines().chain(commands().iter().flat_map(|name| help(&[name]).lines().collect::<Vec<_>>())) {
        // options, and clap's descriptions of them, are in columns and brackets
        let text = line.trim().rsplit("  ").next().unwrap_or_default();
        let text = text.split(" [default").next().unwrap_or_default().split(" [possible").next().unwrap_or_default();
        if text.split(' ').count() > 2 && !text.starts_with("Usage:") {
            // what `add` makes is put together from two
            want(text.strip_prefix("a new ").unwrap_or(text));
        }
    }
    assert!(missing.is_empty(), "{} of {count} are not searched: {missing:#?}", missing.len());
    assert!(count > 2_000, "{count}");
}

/// The help of a command, in lines that are not broken.
fn help(command: &[&str]) -> &'static str {
    let mut run = Command::new(env!("CARGO_BIN_EXE_qun"));
    let run = run.args(command).args(["--help", "--lang", "en"]).env("COLUMNS", "1000").output().expect("qun runs");
    assert!(run.status.success(), "{command:?}");
    String::from_utf8(run.stdout).expect("UTF-8").leak()
}

/// The commands that the help names.
fn commands() -> Vec<&'static str> {
    let rows = help(&[]).lines().filter_map(|line| line.strip_prefix("  "));
    let names = rows.filter_map(|row| row.split_once("  ")).map(|(name, _)| name);
    names
        .filter(|name| !name.is_empty() && *name != "qun" && name.bytes().all(|byte| byte.is_ascii_lowercase()))
        .collect()
}

#[test]
fn phrases_are_found_as_people_write_them() {
    assert_eq!(avoided("It is Told, \"that is\n there\"."), ["told", "that is there"]);
    assert_eq!(avoided("the owner’s words: one’s own"), ["one's"]);
    assert_eq!(avoided("{told} of {n|batch|batches} are {told|here}"), ["batch", "batches"]);
    assert!(
        avoided("`members/no-sifting` and `mend`, a stand-in, what no one does, otherwise retold, what, one by one, welcome-batch")
            .is_empty()
    );
    assert_eq!(avoided("see `qun set x \"tell me\"`"), ["tell"]);
    let code = "fn a<'a>(b: &'a str) { // \"told\"\n let c = '\"'; d('\\'', \"one\"); x.expect(\"e\"); r#\"a \"b\" c\"#; \"f\\\"g\" }\n#[cfg(test)]\nmod tests {\"h\"}";
    assert_eq!(literals(code), ["one", "a \"b\" c", "f\"g"]);
}
