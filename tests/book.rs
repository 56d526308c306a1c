//! The book of rules is true: its examples are reported, its fixes are not.
//!
//! Each fenced example is linted as a plan of its own. A fix is a fragment, so the roles, goals and other things it
//! names are added first. A first line `# today: 2026-09-20` sets the date.

use qun::finding::{Finding, Level, UNLISTED};
use qun::knowledge::Holidays;
use qun::language::Language;
use qun::library::Library;
use qun::plan::{Plan, read};
use qun::records::read_readings;
use qun::roster::read_roster;
use qun::rules::{self, LintOptions, Selection, book, lint};
use qun::source::{ChoiceInfo, Document, Shape, Table, literal};

/// The people of the plan beside which the rosters of examples are.
const TEAM: &str = "[[people]]\nid = \"Aoife\"\n[[people]]\nid = \"沈小岚\"\n";

/// The findings of a text: of a plan, or of a roster or readings by their first column.
fn linted(text: &str) -> Vec<Finding> {
    if text.starts_with("uid,") {
        let mut buffer = String::new();
        let team = read(&Document::parse(TEAM, &mut buffer), &Library::default());
        let today = "2026-12-01".parse().expect("a day");
        return rules::lint_roster(&read_roster(text), &team, today, &Selection::everything());
    }
    if text.starts_with("id,") {
        return rules::lint_readings(&read_readings(text), &Selection::everything());
    }
    let given = text.strip_prefix("# today: ").and_then(|rest| rest.lines().next());
    let today = given.unwrap_or("2026-12-01").parse().expect("a day");
    let library = Library::default();
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    lint(&read(&document, &library), &library, &LintOptions::new(today, Holidays::china())).findings
}

fn ids(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule.id).collect()
}

/// A fragment plus everything it refers to by name, so that no unknown name hides another finding.
fn with_names(text: &str, is_law: bool) -> String {
    let mut whole = format!("{}\n", text.trim_end());
    // rules of law only apply under Chinese law
    if is_law && !whole.contains("[community]") {
        whole.insert_str(0, "[community]\nkind = \"commerce\"\njurisdiction = [\"CN\"]\n");
    }
    let findings = linted(text);
    for finding in findings.iter().filter(|finding| finding.rule.id == "file/unknown-reference") {
        let [want, name] = ["want", "value"].map(|fact| finding.arg(fact).expect(fact).show(Language::En));
        let stub = match want.as_str() {
            "role or person" | "role" => format!("[[roles]]\nid = \"{name}\"\n"),
            "person" => format!("[[people]]\nid = \"{name}\"\n"),
            "item of the calendar" => format!("[[activities]]\nid = \"{name}\"\nwhen = \"2026-12-26 14:00\"\n"),
            other => format!("[[{other}s]]\nid = \"{name}\"\n"),
        };
        if !whole.contains(&stub) {
            whole.push_str(&stub);
        }
    }
    whole
}

/// The fenced plans of a section.
fn plans(section: &str) -> Vec<&str> {
    // every other part is inside a fence; what is not TOML, or not TOML 1.0, is called text
    let fences = section.split("```").skip(1).step_by(2);
    fences
        .filter_map(|fence| {
            fence
                .strip_prefix("toml\n")
                .or_else(|| fence.strip_prefix("text\n"))
                .or_else(|| fence.strip_prefix("csv\n"))
        })
        .collect()
}

#[test]
fn examples_are_reported_and_fixes_are_clean() {
    let mut wrong = Vec::new();
    let (mut examples, mut fixed) = (0, 0);
    for rule in rules::all() {
        for language in Language::ALL {
            let entry = book::explanation(rule.id(), language).expect("every rule has a chapter");
            let id = rule.id();
            // five hundred mistakes fill no page of a book; `tests/cli/many.rs` makes them
            if plans(entry.example).is_empty() && id != UNLISTED.id {
                wrong.push(format!("{id} ({language}) shows no example"));
            }
            let mut level = None;
            for text in plans(entry.example) {
                examples += 1;
                let found = linted(text);
                let reported = found.iter().filter(|finding| finding.rule.id == id);
                level = level.max(reported.map(|finding| finding.level).max());
                if !ids(&found).contains(&id) {
                    let broken: Vec<_> = ids(&found).into_iter().filter(|id| id.starts_with("file/")).collect();
                    wrong.push(format!("{id} ({language}): not reported in the example, but {broken:?}\n{text}"));
                }
            }
            for text in plans(entry.fix) {
                fixed += 1;
                let text = with_names(text, rule.topic() == "law");
                let found = linted(&text);
                // some fixes only lower the level to advice; the book has to say so
                let mentions_advice = ["advice", "建议"].iter().any(|word| entry.fix.contains(word));
                let is_milder = |now: Level| mentions_advice && now == Level::Advice && level > Some(now);
                let still = found.iter().find(|finding| finding.rule.id == id && !is_milder(finding.level));
                if let Some(still) = still {
                    wrong.push(format!(
                        "{id} ({language}): still reported after the fix: {}\n{text}",
                        still.message(language)
                    ));
                }
                let broken: Vec<_> =
                    found.iter().filter(|f| f.level == Level::Error && f.rule.id.starts_with("file/")).collect();
                if !broken.is_empty() {
                    let broken: Vec<_> = broken.iter().map(|finding| finding.message(Language::En)).collect();
                    wrong.push(format!("{id} ({language}): the fix is not sound: {broken:?}\n{text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {examples} + {fixed}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(examples + 2 >= 2 * rules::all().len() && fixed > 100, "{examples} {fixed}");
}

/// The `qun set KEY VALUE` that a text names.
fn settings(text: &str) -> Vec<(&str, &str)> {
    let commands = text.split('`').skip(1).step_by(2).filter_map(|code| code.strip_prefix("qun set "));
    let parts = commands.filter_map(|rest| rest.trim().split_once(' '));
    // a key with brackets is quoted for the shell
    parts.map(|(key, value)| (key.trim_matches('\''), value.trim_matches('"'))).collect()
}

/// The interview never changes an existing plan, so a fix names a key and the command that sets it.
#[test]
fn fixes_name_a_command_that_works_on_an_existing_plan() {
    let mut seen = 0;
    for rule in rules::all() {
        for language in Language::ALL {
            let entry = book::explanation(rule.id(), language).expect("every rule has a chapter");
            let help = rule.info.help.get(language);
            assert!(!help.contains("qun init"), "{}: {help}", rule.id());
            for words in ["`qun init` asks", "`qun init` lists", "`qun init` 会"] {
                assert!(!entry.fix.contains(words), "{}: {}", rule.id(), entry.fix);
            }
            for (key, value) in settings(help).into_iter().chain(settings(entry.fix)) {
                seen += 1;
                // the second part of a key may be the id of one of several
                let name = |part: &'static str| part.split('[').next().unwrap_or(part);
                let parts: Vec<&str> = key.split('.').map(name).collect();
                let without_id = parts.iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, part)| *part);
                let info = Plan::TABLE.at(parts.iter().copied()).or_else(|| Plan::TABLE.at(without_id));
                let info = info.unwrap_or_else(|| panic!("{}: there is no key {key}", rule.id()));
                // filled in from the finding
                if value.contains('{') {
                    continue;
                }
                let is_taken = match info.shape {
                    Shape::Choice(choices) => ChoiceInfo::meant(choices, value).is_some(),
                    _ => literal(&info.shape, value, None).is_ok(),
                };
                assert!(is_taken, "{}: {key} takes no {value}", rule.id());
            }
        }
    }
    assert!(seen > 100, "{seen}");
}
