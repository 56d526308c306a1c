//! How complete a plan is, in a number: the share of rows that are present, topic by topic.

use super::rule::Rule;
use crate::finding::{Finding, Level};

/// Topics that judge what is there and ask for nothing.
const UNSCORED: [&str; 5] = ["file", "law", "schedule", "platform", "trust"];
/// The most that a plan with an error can have.
const WITH_ERROR: u32 = 59;

/// The total and the score of each topic with rows, by name. `absent` names the rules that found something missing.
pub(super) fn score(rules: &[&Rule], findings: &[Finding], absent: &[&str]) -> (u32, Vec<(&'static str, u32)>) {
    let mut topics: Vec<(&'static str, u32, u32)> = Vec::new();
    for rule in rules.iter().filter(|rule| rule.weight > 0 && !UNSCORED.contains(&rule.topic())) {
        let got = if absent.contains(&rule.id()) || is_spoilt(rule, findings) { 0 } else { rule.weight };
        match topics.iter_mut().find(|(topic, ..)| *topic == rule.topic()) {
            Some((_, sum, whole)) => {
                *sum += got;
                *whole += rule.weight;
            }
            None => topics.push((rule.topic(), got, rule.weight)),
        }
    }
    let topics: Vec<(&'static str, u32)> =
        topics.into_iter().map(|(topic, sum, whole)| (topic, 100 * sum / whole)).collect();
    let count = u32::try_from(topics.len()).unwrap_or(u32::MAX).max(1);
    let total = topics.iter().map(|(_, score)| score).sum::<u32>() / count;
    let has_error = findings.iter().any(|finding| finding.level == Level::Error);
    (if has_error { total.min(WITH_ERROR) } else { total }, topics)
}

/// Whether an error or a warning stands at or under the keys of a row.
fn is_spoilt(rule: &Rule, findings: &[Finding]) -> bool {
    findings.iter().any(|finding| {
        finding.level >= Level::Warning
            && rule.keys.iter().any(|key| {
                let mut keys = finding.place.path.keys();
                key.split('.').all(|segment| keys.next() == Some(segment))
            })
    })
}
