//! The rows themselves: complete, different from each other, with keys that plans have.
use std::collections::HashSet;

use super::*;
use crate::interview::adding::questions_about;
use crate::interview::gaps::is_of;
use crate::interview::{Chapter, Mode};
use crate::language::Language;
use crate::plan::ElementKind;
use crate::plan::Plan;
use crate::rules::{self, Check, Rule};
use crate::source::Table;

#[test]
fn rows_are_complete_and_their_keys_are_in_the_plan() {
    let mut ids = HashSet::new();
    let added = ElementKind::addable().flat_map(questions_about);
    for question in questions().chain(added) {
        assert!(ids.insert(question.id), "{} twice", question.id);
        assert!(!question.group.is_empty() && !question.modes.is_empty(), "{}", question.id);
        for text in [question.text, question.why, question.help] {
            for language in Language::ALL {
                assert!(!text.get(language).trim().is_empty(), "{}", question.id);
            }
            assert!(text.zh.chars().any(|c| c as u32 > 0x2e7f), "{}: {}", question.id, text.zh);
            assert!(!text.en.chars().any(|c| c as u32 > 0x2e7f), "{}: {}", question.id, text.en);
        }
        for fill in question.fills {
            let keys: Vec<&str> = fill.split('.').map(|key| key.split('[').next().expect("a key")).collect();
            assert!(Plan::TABLE.at(keys.into_iter()).is_some(), "{}: {fill}", question.id);
        }
    }
    let groups: Vec<&str> = questions().map(|question| question.group).collect();
    let mut once = groups.clone();
    once.dedup();
    assert_eq!(once.len(), groups.iter().collect::<HashSet<_>>().len(), "a group stays together");
    assert_eq!(nearest("nmae"), Some("name"));
}

#[test]
fn every_gap_that_lint_reports_has_a_question() {
    let rows = || rules::all().iter().filter(|rule| rule.weight > 0 && !rule.keys.is_empty());
    let is_asked = |rule: &Rule| questions().any(|question| question.fills.iter().any(|fill| is_of(rule, fill)));
    let unasked: Vec<&str> = rows().filter(|rule| !is_asked(rule)).map(|rule| rule.id()).collect();
    assert_eq!(unasked, Vec::<&str>::new());
    // an incomplete row wants all its keys
    for rule in rows().filter(|rule| matches!(rule.check, Check::Incomplete)) {
        for key in rule.keys {
            let fills = questions().flat_map(|question| question.fills);
            assert!(fills.into_iter().any(|fill| is_under(fill, key)), "{key}");
        }
    }
}

fn is_under(fill: &str, key: &str) -> bool {
    let keys: Vec<&str> = fill.split('.').map(|key| key.split('[').next().expect("a key")).collect();
    keys.join(".") == key
}

#[test]
fn the_full_interview_has_every_chapter() {
    let full = || questions().filter(|question| question.modes.contains(&Mode::Full));
    for chapter in Chapter::ALL {
        assert!(full().filter(|question| question.chapter == chapter).count() >= 3, "{chapter:?}");
        for language in Language::ALL {
            assert!(!chapter.name().get(language).is_empty());
        }
    }
    assert!(full().count() > 100, "{}", full().count());
}

#[test]
fn help_explains_the_word_that_a_question_is_about() {
    let word = |id: &str| find(id).and_then(Question::word).map(|word| word.id);
    for (id, expected) in [
        ("kind", "kind"),
        ("pain", "pain-point"),
        ("quiet_hours", "quiet-hours"),
        ("weekly_when", "cadence"),
        ("metric", "metric"),
        ("sources", "sources-of-growth"),
        ("no_advertising", "norms"),
        // nothing is about this key: the table around it
        ("place_capacity", "where"),
    ] {
        assert_eq!(word(id), Some(expected), "{id}");
    }
    assert_eq!(word("language"), None);
    let added = ElementKind::addable().flat_map(questions_about);
    for question in questions().chain(added) {
        assert!(question.word.is_none() || question.word().is_some(), "{}", question.id);
    }
}
