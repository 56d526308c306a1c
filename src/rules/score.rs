//! How complete a plan is, in a number: the share of rows that are present, of each topic and of all.
//!
//! A row weighs as much as it matters: partners that nobody has yet do not weigh as much as the whole positioning. What
//! was answered and has something the matter with it counts half, and the finding is shown.

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
        let weight = weight(rule);
        let got = match rule.keys.iter().filter_map(|key| invalid.worst_at(key)).max() {
            _ if *is_absent => 0,
            None => 2 * weight,
            Some(Level::Error) => 0,
            Some(_) => weight,
        };
        // rules are in the order of their topics
        match topics.last_mut().filter(|(last, ..)| *last == topic) {
            Some((_, sum, whole)) => {
                *sum += got;
                *whole += 2 * weight;
            }
            None => topics.push((topic, got, 2 * weight)),
        }
    }
    let (sum, whole) = topics.iter().fold((0, 0), |(sum, whole), (_, got, of)| (sum + got, whole + of));
    let total = 100 * sum / whole.max(1);
    let topics = topics.into_iter().map(|(topic, sum, whole)| (topic, 100 * sum / whole)).collect();
    (if invalid.has_error { total.min(WITH_ERROR) } else { total }, topics)
}

/// What a row weighs: advice is one, a warning twice as much, an essential one twice that again.
pub(super) fn weight(rule: &Rule) -> u32 {
    rule.weight * if rule.info.level >= Level::Warning { 2 } else { 1 }
}

/// The routes, without indices, that have an error or a warning; and whether one is an error.
pub(super) struct InvalidRoutes {
    /// In order.
    routes: Vec<(String, Level)>,
    has_error: bool,
}

impl InvalidRoutes {
    /// The routes of some findings.
    pub(super) fn of(findings: &[Finding]) -> Self {
        let is_counted =
            |finding: &&Finding| finding.level >= Level::Warning && finding.rule.topic() != super::own::TOPIC;
        let counted = findings.iter().filter(is_counted);
        let mut routes: Vec<_> = counted.map(|finding| (route(&finding.place.path), finding.level)).collect();
        routes.sort_unstable();
        Self { routes, has_error: findings.iter().any(|finding| finding.level == Level::Error) }
    }

    /// Whether one of them is at or under a key.
    pub(super) fn is_at(&self, key: &str) -> bool {
        self.worst_at(key).is_some()
    }

    /// The gravest level at or under a key.
    fn worst_at(&self, key: &str) -> Option<Level> {
        let first = self.routes.partition_point(|(route, _)| route.as_str() < key);
        let below = self.routes[first..].iter().map_while(|(route, level)| Some((route.strip_prefix(key)?, *level)));
        below.filter(|(rest, _)| rest.is_empty() || rest.starts_with('.')).map(|(_, level)| level).max()
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
    fn rows_weigh_by_what_they_matter_and_errors_cap() {
        assert_eq!(scored(&[], &[], &[]), (100, vec![("culture", 100), ("goals", 100)]));
        // the essential row weighs 4, the advice 1, the goals 2
        assert_eq!(scored(&[], &["culture/a"], &[]), (42, vec![("culture", 20), ("goals", 100)]));
        // what is there with something the matter counts half
        let invalid = Finding::new(&ROWS[0].info, KeyPath::of(&["goals"]).index(2).key("by"));
        assert_eq!(scored(std::slice::from_ref(&invalid), &[], &[]), (85, vec![("culture", 100), ("goals", 50)]));
        assert_eq!(scored(std::slice::from_ref(&invalid), &["goals/c"], &[]).1, [("culture", 100), ("goals", 0)]);
        let advice = invalid.clone().at_most(Level::Advice);
        assert_eq!(scored(&[advice], &[], &[]).0, 100);
        // what cannot be read counts nothing
        let mut unread = invalid;
        unread.level = Level::Error;
        assert_eq!(scored(&[unread], &[], &[]), (59, vec![("culture", 100), ("goals", 0)]));
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
