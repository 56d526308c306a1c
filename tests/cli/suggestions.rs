//! Every rule's commands, pasted into a shell: the finding goes, and nothing as grave comes.
//!
//! Values that only a founder knows are answered from `tests/data/suggestions.toml`, where rules without a command, and
//! findings that come with what was added, are listed with their reasons.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use qun::finding::Level;
use qun::language::Language;
use qun::rules::{self, Rule, book};
use serde_json::Value;

use super::kit::Place;

const DATA: &str = include_str!("../data/suggestions.toml");
/// As many commands as a rule may ask for at most, one after the other.
const PASTES: usize = 14;

/// A plan that the rule reports, and its date.
fn firing(rule: &Rule, language: Language) -> Option<(String, String)> {
    let own = format!("{}/tests/rules/{}/fires.toml", env!("CARGO_MANIFEST_DIR"), rule.id());
    let text = match fs::read_to_string(own) {
        Ok(text) if language == Language::Zh => text,
        Ok(_) => return None,
        Err(_) => {
            let example = book::explanation(rule.id(), language).expect("a chapter").example;
            let fence = example.split("```").nth(1).expect("an example");
            // what is beside a plan, such as its roster, has no commands
            fence.strip_prefix("toml\n").or_else(|| fence.strip_prefix("text\n"))?.to_owned()
        }
    };
    let given = text.strip_prefix("# today: ").and_then(|rest| rest.lines().next());
    let today = given.unwrap_or("2026-12-01").to_owned();
    Some((text, today))
}

fn findings(place: &Place, today: &str, language: Language) -> Vec<Value> {
    let lang = language.tag();
    let run = place.shell(&format!("qun --today {today} lint --format json --fail-on never --lang {lang}"));
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err));
    report["files"][0]["findings"].as_array().expect("findings").clone()
}

fn of_rule<'f>(findings: &'f [Value], id: &str) -> Vec<&'f Value> {
    findings.iter().filter(|finding| finding["rule"] == id).collect()
}

fn level(finding: &Value) -> Level {
    Level::of_word(finding["level"].as_str().expect("a level")).expect("a level")
}

/// The answers, and what is excused.
pub(super) struct Answers(toml::Table);

impl Answers {
    /// Those of the data, with the ones of another table before those that fit every plan.
    pub(super) fn of(first: &str) -> Self {
        let mut data: toml::Table = DATA.parse().expect("answers");
        let own = data[first].as_table().expect("a table").clone();
        data["answers"].as_table_mut().expect("a table").extend(own);
        Self(data)
    }

    fn table(&self, name: &str) -> &toml::Table {
        self.0[name].as_table().expect("a table")
    }

    /// What a founder answers: for this rule and key, for the key, or what the placeholder has as an example.
    fn answer(&self, rule: &str, need: &Value, round: usize) -> String {
        let text = |field: &str| need[field].as_str().expect("a text").to_owned();
        let (key, want) = (text("key"), text("want"));
        let given = self.table("answers").get(&format!("{rule} {key}")).or_else(|| self.table("answers").get(&key));
        match given {
            Some(toml::Value::Array(several)) => several[round % several.len()].as_str().expect("a text").to_owned(),
            Some(one) => one.as_str().expect("a text").to_owned(),
            None => {
                let example = [", for example ", "，例："].iter().find_map(|mark| want.split_once(mark));
                let is_number = want.ends_with(": a number") || want.ends_with("：一个数");
                let is_choice = need["choice"] == true;
                match example {
                    Some((_, example)) => example.to_owned(),
                    None if is_number => "12".to_owned(),
                    None if is_choice => {
                        want.split(['|', ',']).next().expect("a word").trim_end_matches('…').to_owned()
                    }
                    None => format!("Every Friday, room {}", round + 1),
                }
            }
        }
    }

    /// The command with its placeholders filled in.
    pub(super) fn fill(&self, rule: &str, command: &Value, round: usize) -> String {
        let mut line = command["command"].as_str().expect("a command").to_owned();
        let needs = command["needs"].as_array().expect("needs");
        for (nth, need) in needs.iter().enumerate() {
            // what is asked for twice has two answers
            let round = round + needs[..nth].iter().filter(|before| before["key"] == need["key"]).count();
            let placeholder = format!("\"{}\"", need["placeholder"].as_str().expect("a placeholder"));
            assert!(line.contains(&placeholder), "{line}: {placeholder}");
            line = line.replacen(&placeholder, &format!("'{}'", self.answer(rule, need, round)), 1);
        }
        line
    }
}

/// What goes wrong when the commands of a rule are pasted until its finding is gone; nothing where all is well.
fn paste(rule: &Rule, language: Language, answers: &Answers) -> Option<String> {
    let (text, today) = firing(rule, language)?;
    let place = Place::with(&text);
    let before = findings(&place, &today, language);
    let first = of_rule(&before, rule.id());
    let gravity = level(first.first().unwrap_or_else(|| panic!("{} is not reported", rule.id())));
    if first[0]["commands"].as_array().is_some_and(Vec::is_empty) && answers.table("partly").contains_key(rule.id()) {
        return None;
    }
    let mut pasted = Vec::new();
    loop {
        let now = findings(&place, &today, language);
        let left = of_rule(&now, rule.id());
        if left.len() < first.len() {
            break;
        }
        let Some(command) = left[0]["commands"].get(0) else { return Some(format!("no command after {pasted:?}")) };
        let line = answers.fill(rule.id(), command, pasted.len());
        if pasted.len() == PASTES {
            return Some(format!("still there after {pasted:?}"));
        }
        let run = place.shell(&line.replacen("qun ", &format!("qun --today {today} "), 1));
        if run.code != 0 {
            return Some(format!("{line}: {}", run.err));
        }
        pasted.push(line);
    }
    let known: BTreeSet<&str> = before.iter().filter_map(|finding| finding["rule"].as_str()).collect();
    let excused = answers.table("brings").get(rule.id()).and_then(toml::Value::as_table);
    let is_excused = |id: &str| excused.is_some_and(|excused| excused.contains_key(id));
    let new: Vec<String> = (findings(&place, &today, language).iter())
        .filter(|finding| level(finding) >= gravity)
        .filter_map(|finding| finding["rule"].as_str().map(str::to_owned))
        .filter(|id| !known.contains(id.as_str()) && !is_excused(id))
        .collect();
    (!new.is_empty()).then(|| format!("brings {new:?} after {pasted:?}"))
}

#[test]
fn every_suggested_command_works_when_it_is_pasted() {
    let answers = Answers(DATA.parse().expect("answers"));
    let without = answers.table("without");
    let one = |rule: &'static Rule, language| paste(rule, language, &answers).map(|wrong| (rule.id(), language, wrong));
    let all: Vec<(&'static Rule, Language)> =
        rules::all().iter().flat_map(|rule| Language::ALL.map(|language| (*rule, language))).collect();
    let (middle, one) = (all.len() / 2, &one);
    let run = |half: &[(&'static Rule, Language)]| -> Vec<_> {
        let asked = half.iter().filter(|(rule, _)| !without.contains_key(rule.id()));
        asked.filter_map(|(rule, language)| one(rule, *language)).collect()
    };
    let wrong: Vec<_> = std::thread::scope(|scope| {
        let first = scope.spawn(|| run(&all[..middle]));
        let second = run(&all[middle..]);
        first.join().expect("no panic").into_iter().chain(second).collect()
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The list of rules without a command has only such rules, and only shrinks.
#[test]
fn rules_without_a_command_are_few_and_have_a_reason() {
    let answers = Answers(DATA.parse().expect("answers"));
    let without = answers.table("without");
    assert!(without.len() <= MOST_WITHOUT, "{} rules have no command", without.len());
    for (id, reason) in without {
        let rule = rules::find(id).unwrap_or_else(|| panic!("{id} is no rule"));
        assert!(reason.as_str().is_some_and(|reason| reason.len() > 20), "{id} has no reason");
        let (text, today) = firing(rule, Language::Zh).expect("an example");
        let found = findings(&Place::with(&text), &today, Language::Zh);
        let is_bare = |finding: &&Value| finding["commands"].as_array().is_some_and(Vec::is_empty);
        assert!(of_rule(&found, id).iter().all(is_bare), "{id} has a command: take it off the list");
    }
    for (id, brought) in answers.table("brings") {
        assert!(rules::find(id).is_some(), "{id} is no rule");
        for (id, reason) in brought.as_table().expect("rules") {
            assert!(rules::find(id).is_some() && reason.as_str().is_some_and(|reason| reason.len() > 20), "{id}");
        }
    }
}

#[test]
fn a_product_without_a_model_gets_one_and_no_second_product() {
    let place =
        Place::with("language = \"en\"\n[[monetisation]]\nid = \"card\"\nproduct = \"Card\"\nprice = \"49 EUR\"\n");
    let found = findings(&place, "2026-12-01", Language::En);
    let commands = of_rule(&found, "monetisation/no-model")[0]["commands"].to_string();
    assert!(commands.contains("monetisation.card.model") && !commands.contains("add product"), "{commands}");
    let found = findings(&Place::with("language = \"en\"\n"), "2026-12-01", Language::En);
    assert!(of_rule(&found, "monetisation/no-model")[0]["commands"].to_string().contains("add product"));
}

/// How many rules have no command at most.
const MOST_WITHOUT: usize = 13;

impl Place {
    /// Runs a line in a shell, with the program on its path.
    pub(super) fn shell(&self, line: &str) -> super::kit::Run {
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_qun"));
        let path =
            format!("{}:{}", program.parent().expect("a folder").display(), std::env::var("PATH").expect("a path"));
        let run = Command::new("sh")
            .args(["-c", line])
            .current_dir(self.path("."))
            .env("PATH", path)
            .env("LC_ALL", "en_US.UTF-8")
            .env("QUN_STATE_DIR", self.state())
            .output()
            .expect("a shell");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        super::kit::Run { code: run.status.code().unwrap_or(-1), out: text(run.stdout), err: text(run.stderr) }
    }
}
