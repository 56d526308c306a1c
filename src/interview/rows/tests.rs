//! The rows themselves: complete, unlike one another, and speaking of keys that plans have.
use std::collections::HashSet;

use super::*;
use crate::interview::adding::ADDABLE;
use crate::language::Language;
use crate::plan::Plan;
use crate::source::Table;

#[test]
fn rows_are_complete_and_their_keys_are_in_the_plan() {
    let mut ids = HashSet::new();
    let added = ADDABLE.iter().flat_map(|what| what.questions);
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
    assert_eq!(once.len(), groups.iter().collect::<HashSet<_>>().len(), "a group stands together");
    assert_eq!(nearest("nmae"), Some("name"));
}
