//! Meta-tests of the rules: names, facts, and that no rule calls anything a cause.

use std::collections::HashSet;

use super::rule::percent;
use super::*;

/// Words that call something a cause; figures before and after are none.
const CAUSAL: [&str; 14] = [
    "because",
    "caused",
    "causes",
    "due to",
    "led to",
    "leads to",
    "thanks to",
    "as a result",
    "therefore",
    "因为",
    "导致",
    "使得",
    "带来了",
    "所以",
];

#[test]
fn no_rule_calls_anything_a_cause() {
    for rule in all() {
        for text in [rule.observed, rule.proposal, rule.threshold] {
            let words = format!("{} {}", text.zh, text.en.to_lowercase());
            assert!(CAUSAL.iter().all(|word| !words.contains(word)), "{}: {words}", rule.id);
        }
    }
}

#[test]
fn ids_are_unique_and_texts_have_both_halves_with_the_same_facts() {
    let mut ids = HashSet::new();
    for rule in all() {
        assert!(ids.insert(rule.id) && rule.id.contains('/'), "{}", rule.id);
        for text in [rule.observed, rule.proposal, rule.threshold, rule.source] {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", rule.id);
            let names = |language| text.placeholders(language).into_iter().collect::<HashSet<_>>();
            assert_eq!(names(Language::Zh), names(Language::En), "{}", rule.id);
        }
    }
    assert!(ids.len() >= 16, "{}", ids.len());
}

#[test]
fn percentages_are_rounded_to_a_tenth() {
    assert_eq!([0.375, 0.5, 1.0 / 3.0].map(percent).map(|arg| arg.show(Language::En)), ["37.5%", "50%", "33.3%"]);
}
