//! A plan with nothing but its name, worked on from lint alone: the first command that is proposed is pasted, what it asks
//! for is answered, and again, until hardly anything is missing.
//!
//! Answers that fit one plan as a whole are in `tests/data/suggestions.toml`, in a table of their own.

use std::collections::BTreeSet;

use qun::language::Language;
use serde_json::Value;

use super::kit::Place;
use super::suggestions::Answers;

/// As many commands are pasted at most.
const PASTES: usize = 40;
/// The score that is reached by then.
const SCORE: u64 = 95;

/// The score, and the commands in the order in which lint proposes them.
fn proposed(place: &Place, language: Language) -> (u64, Vec<Value>) {
    let lang = language.tag();
    let run = place.shell(&format!("qun --today 2026-12-01 lint --format json --fail-on never --lang {lang}"));
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err));
    let file = &report["files"][0];
    (file["score"].as_u64().expect("a score"), file["commands"].as_array().expect("commands").clone())
}

/// Every paste with the score before it, and what was refused.
fn worked(language: Language) -> (Vec<(u64, String)>, Vec<String>) {
    let answers = Answers::of("young");
    let name = match language {
        Language::Zh => "夜读会",
        Language::En => "Lamplight",
    };
    let place = Place::with(&format!("language = \"{}\"\n[community]\nname = \"{name}\"\n", language.tag()));
    let (mut pasted, mut refused) = (Vec::new(), Vec::new());
    let mut tried = BTreeSet::new();
    loop {
        let (score, commands) = proposed(&place, language);
        let lines = commands.iter().map(|command| answers.fill("", command, pasted.len()));
        let next = lines.into_iter().find(|line| !tried.contains(line));
        let Some(line) = next.filter(|_| score < SCORE && pasted.len() < PASTES && refused.len() < PASTES) else {
            pasted.push((score, String::new()));
            return (pasted, refused);
        };
        tried.insert(line.clone());
        let run = place.shell(&line.replacen("qun ", "qun --today 2026-12-01 ", 1));
        match run.code {
            0 => pasted.push((score, line)),
            _ => refused.push(format!("{line}: {}", run.err)),
        }
    }
}

#[test]
fn a_plan_with_only_a_name_is_brought_to_95_by_pasting_fewer_than_forty_commands() {
    let both = std::thread::scope(|scope| {
        Language::ALL.map(|language| scope.spawn(move || worked(language))).map(|run| run.join().expect("no panic"))
    });
    for (pasted, refused) in both {
        let (score, _) = pasted.last().expect("a score");
        assert!(*score >= SCORE && pasted.len() <= PASTES, "{pasted:#?}\n{refused:#?}");
        // a value like the one that a command asks for is taken
        assert!(refused.len() <= 1, "{refused:#?}");
        // what is worth most comes first: half of the way takes a fifth of the pastes
        assert!(pasted[PASTES / 4].0 >= SCORE / 2, "{pasted:#?}");
    }
}
