//! How complete a plan is, in a number: the share of rows that are present, topic by topic.

use std::ops::Range;

use super::rule::Rule;
use crate::finding::{Finding, Level};

/// Topics that judge what is there and ask for nothing.
const UNSCORED: [&str; 5] = ["file", "law", "schedule", "platform", "trust"];
/// The most that a plan with an error can have.
const WITH_ERROR: u32 = 59;

/// A rule, and what it says of one plan.
pub(super) struct ScoreRow {
    /// The rule.
    pub(super) rule: &'static Rule,
    /// Whether it found something missing that is not allowed.
    pub(super) is_absent: bool,
    /// Whether it counts: a rule that found nothing, and has none of its keys in the plan, does not (no layers are asked
    /// of a small group), lest an empty plan be praised for it.
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
        // rules stand in the order of their topics
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

/// The routes, without indices, at which an error or a warning stands; and whether one is an error.
pub(super) struct InvalidRoutes {
    /// All routes, one behind the other.
    text: String,
    /// Where each stands in it; by their words.
    routes: Vec<Range<usize>>,
    /// The [`mark`]s of all routes: most keys are seen not to be among them without a search.
    marks: u64,
    has_error: bool,
}

impl InvalidRoutes {
    /// What the findings spoil.
    pub(super) fn by(findings: &[Finding]) -> Self {
        let (mut text, mut routes, mut marks) = (String::new(), Vec::new(), 0);
        for finding in findings.iter().filter(|finding| finding.level >= Level::Warning) {
            let start = text.len();
            for key in finding.place.path.keys() {
                if text.len() > start {
                    text.push('.');
                }
                text.push_str(key);
            }
            marks |= mark(&text[start..]);
            routes.push(start..text.len());
        }
        routes.sort_unstable_by(|a, b| text[a.clone()].cmp(&text[b.clone()]));
        Self { text, routes, marks, has_error: findings.iter().any(|finding| finding.level == Level::Error) }
    }

    /// Whether something stands at or under a key.
    pub(super) fn is_at(&self, key: &str) -> bool {
        if self.marks & mark(key) == 0 {
            return false;
        }
        let first = self.routes.partition_point(|route| &self.text[route.clone()] < key);
        let mut below = self.routes[first..].iter().map_while(|route| self.text[route.clone()].strip_prefix(key));
        below.any(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

/// A bit for the first two letters of a route; every key has two at least.
fn mark(route: &str) -> u64 {
    let two = route.bytes().take(2).fold(0, |sum, byte| sum * 5 + u32::from(byte));
    1 << (two % 64)
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

    /// The score when all rows apply but `out`, and these are absent.
    fn scored(findings: &[Finding], absent: &[&str], out: &[&str]) -> (u32, Vec<(&'static str, u32)>) {
        let row = |rule: &'static Rule| ScoreRow {
            rule,
            is_absent: absent.contains(&rule.id()),
            applies: !out.contains(&rule.id()),
        };
        score(&ROWS.iter().map(row).collect::<Vec<_>>(), &InvalidRoutes::by(findings))
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
    fn what_stands_under_a_key_spoils_it() {
        let at = |keys: &[&'static str]| Finding::new(&ROWS[0].info, KeyPath::of(keys));
        let invalid = InvalidRoutes::by(&[at(&["goals", "by"]), at(&["goals_of"]), at(&["culture", "slogan", "text"])]);
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
