//! How complete a plan is, in a number: the share of rows that are present, topic by topic.

use super::rule::Rule;
use crate::finding::{Finding, KeyPath, Level};

/// Topics that judge what is there and ask for nothing.
const UNSCORED: [&str; 6] = ["file", "law", "schedule", "platform", "trust", super::own::TOPIC];
/// The most that a plan with an error can have.
const WITH_ERROR: u32 = 59;

/// A rule, and what it says of one plan.
pub(super) struct ScoreRow {
    /// The rule.
    pub(super) rule: &'static Rule,
    /// Whether it found something missing that is not allowed.
    pub(super) is_absent: bool,
    /// Whether it counts: a rule that found nothing, and has none of its keys in the plan, does not (no layers are asked
    /// of a small group), so that an empty plan gets no praise for it.
    pub(super) applies: bool,
}

/// The total and the score of each topic with rows, by name.
pub(super) fn score(rows: &[ScoreRow], invalid: &InvalidRoutes) -> (u32, Vec<(&'static str, u32)>) {
    let mut topics: Vec<(&'static str, u32, u32)> = Vec::new();
    for ScoreRow { rule, is_absent, .. } in rows.iter().filter(|row| row.applies && row.rule.weight > 0) {
        let topic = rule.topic();
        if UNSCORED.contains(&topic) {
            continue;
        }
        let got = if *is_absent || rule.keys.iter().any(|key| invalid.is_at(key)) { 0 } else { rule.weight };
        // rules are in the order of their topics
        match topics.last_mut().filter(|(last, ..)| *last == topic) {
            Some((_, sum, whole)) => {
                *sum += got;
                *whole += rule.weight;
            }
            None => topics.push((topic, got, rule.weight)),
        }
    }
    let topics: Vec<(&'static str, u32)> =
        topics.into_iter().map(|(topic, sum, whole)| (topic, 100 * sum / whole)).collect();
    let count = u32::try_from(topics.len()).unwrap_or(u32::MAX).max(1);
    let total = topics.iter().map(|(_, score)| score).sum::<u32>() / count;
    (if invalid.has_error { total.min(WITH_ERROR) } else { total }, topics)
}

/// The routes, without indices, that have an error or a warning; and whether one is an error.
pub(super) struct InvalidRoutes {
    /// In order.
    routes: Vec<String>,
    has_error: bool,
}

impl InvalidRoutes {
    /// The routes of some findings.
    pub(super) fn of(findings: &[Finding]) -> Self {
        let is_counted =
            |finding: &&Finding| finding.level >= Level::Warning && finding.rule.topic() != super::own::TOPIC;
        let counted = findings.iter().filter(is_counted);
        let mut routes: Vec<String> = counted.map(|finding| route(&finding.place.path)).collect();
        routes.sort_unstable();
        Self { routes, has_error: findings.iter().any(|finding| finding.level == Level::Error) }
    }

    /// Whether one of them is at or under a key.
    pub(super) fn is_at(&self, key: &str) -> bool {
        let first = self.routes.partition_point(|route| route.as_str() < key);
        let mut below = self.routes[first..].iter().map_while(|route| route.strip_prefix(key));
        below.any(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

/// A path without its indices: `roles.duties`.
fn route(path: &KeyPath) -> String {
    path.keys().collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    static ROWS: [Rule; 3] = [
        Rule::missing("culture/a", Level::Warning, &["culture.values"]).essential(),
        Rule::missing("culture/b", Level::Advice, &["culture.slogan"]),
        Rule::missing("goals/c", Level::Warning, &["goals"]),
    ];

    /// The score when all rows apply but `out`, and these are absent.
    fn scored(findings: &[Finding], absent: &[&str], out: &[&str]) -> (u32, Vec<(&'static str, u32)>) {
        let row = |rule: &'static Rule| ScoreRow {
            rule,
            is_absent: absent.contains(&rule.id()),
            applies: !out.contains(&rule.id()),
        };
        score(&ROWS.iter().map(row).collect::<Vec<_>>(), &InvalidRoutes::of(findings))
    }

    #[test]
    fn essential_rows_count_double_and_errors_cap() {
        assert_eq!(scored(&[], &[], &[]), (100, vec![("culture", 100), ("goals", 100)]));
        // the essential row is two thirds of its topic
        assert_eq!(scored(&[], &["culture/a"], &[]), (66, vec![("culture", 33), ("goals", 100)]));
        let invalid = Finding::new(&ROWS[0].info, KeyPath::of(&["goals"]).index(2).key("by"));
        assert_eq!(scored(std::slice::from_ref(&invalid), &[], &[]), (50, vec![("culture", 100), ("goals", 0)]));
        let advice = invalid.clone().at_most(Level::Advice);
        assert_eq!(scored(&[advice], &[], &[]).0, 100);
        let mut error = Finding::new(&ROWS[0].info, KeyPath::of(&["extra"]));
        error.level = Level::Error;
        assert_eq!(scored(&[error], &[], &[]).0, 59);
    }

    #[test]
    fn rows_that_do_not_apply_are_left_out() {
        assert_eq!(scored(&[], &["culture/a"], &["culture/b", "goals/c"]), (0, vec![("culture", 0)]));
    }

    #[test]
    fn a_finding_at_or_under_a_key_makes_it_invalid() {
        let at = |keys: &[&'static str]| Finding::new(&ROWS[0].info, KeyPath::of(keys));
        let invalid = InvalidRoutes::of(&[at(&["goals", "by"]), at(&["goals_of"]), at(&["culture", "slogan", "text"])]);
        for (key, wanted) in [
            ("goals", true),
            ("goals.by", true),
            ("goals.b", false),
            ("goals.by.x", false),
            ("goal", false),
            ("culture.slogan", true),
            ("culture.visual", false),
        ] {
            assert_eq!(invalid.is_at(key), wanted, "{key}");
        }
    }
}
