//! How complete a plan is, in a number: the share of rows that are present, topic by topic.

use super::rule::Rule;
use crate::finding::{Finding, Level};

/// Topics that judge what is there and ask for nothing.
const UNSCORED: [&str; 5] = ["file", "law", "schedule", "platform", "trust"];
/// The most that a plan with an error can have.
const WITH_ERROR: u32 = 59;

/// The total and the score of each topic with rows, by name. `absent` names the rules that found something missing;
/// `applies` says whether a row does: one that found nothing, and has none of its keys in the plan, does not (no layers
/// are asked of a small group) and is left out, lest an empty plan be praised for it.
pub(super) fn score(
    rules: &[&Rule],
    findings: &[Finding],
    absent: &[&str],
    applies: impl Fn(&Rule) -> bool,
) -> (u32, Vec<(&'static str, u32)>) {
    let mut topics: Vec<(&'static str, u32, u32)> = Vec::new();
    for rule in rules.iter().filter(|rule| rule.weight > 0 && !UNSCORED.contains(&rule.topic()) && applies(rule)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::KeyPath;

    static ROWS: [Rule; 3] = [
        Rule::missing("culture/a", Level::Warning, &["culture.values"]).essential(),
        Rule::missing("culture/b", Level::Advice, &["culture.slogan"]),
        Rule::missing("goals/c", Level::Warning, &["goals"]),
    ];

    #[test]
    fn essential_rows_count_double_and_errors_cap() {
        let rules: Vec<&Rule> = ROWS.iter().collect();
        let all = |_: &Rule| true;
        assert_eq!(score(&rules, &[], &[], all), (100, vec![("culture", 100), ("goals", 100)]));
        // the essential row is two thirds of its topic
        assert_eq!(score(&rules, &[], &["culture/a"], all), (66, vec![("culture", 33), ("goals", 100)]));
        let spoilt = Finding::new(&ROWS[0].info, KeyPath::of(&["goals"]).index(2).key("by"));
        assert_eq!(score(&rules, std::slice::from_ref(&spoilt), &[], all), (50, vec![("culture", 100), ("goals", 0)]));
        let advice = spoilt.clone().at_most(Level::Advice);
        assert_eq!(score(&rules, &[advice], &[], all).0, 100);
        let mut error = Finding::new(&ROWS[0].info, KeyPath::of(&["extra"]));
        error.level = Level::Error;
        assert_eq!(score(&rules, &[error], &[], all).0, 59);
    }

    #[test]
    fn rows_that_do_not_apply_are_left_out() {
        let rules: Vec<&Rule> = ROWS.iter().collect();
        // nothing is set: `b` does not apply, `a` is missing, and of goals nothing is left to score
        assert_eq!(score(&rules, &[], &["culture/a"], |rule| rule.id() == "culture/a"), (0, vec![("culture", 0)]));
    }
}
