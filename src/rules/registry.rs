//! All rules, gathered from their topics, and found by name.

use std::sync::LazyLock;

use super::remedy::Remedy;
use super::rule::Rule;
use super::{
    activities, content, culture, goals, governance, growth, incentives, law, lifecycle, members, monetisation, own,
    partners, platform, positioning, roles, schedule, support, trust,
};
use crate::finding::{FILE_RULES, NEWER_FORMAT, STALE_ALLOW, TOML_1_1_ONLY, UNKNOWN_KEY, UNLISTED};
use crate::source;

/// The rules of each topic but those of the reader.
static TOPICS: &[&[Rule]] = &[
    activities::RULES,
    content::RULES,
    culture::RULES,
    goals::RULES,
    governance::RULES,
    growth::RULES,
    incentives::RULES,
    law::RULES,
    lifecycle::RULES,
    members::RULES,
    monetisation::RULES,
    own::RULES,
    partners::RULES,
    platform::RULES,
    positioning::RULES,
    roles::RULES,
    schedule::RULES,
    support::RULES,
    trust::RULES,
];

/// Every rule, by name.
pub fn all() -> &'static [&'static Rule] {
    static READER: LazyLock<Vec<Rule>> = LazyLock::new(|| {
        let copy = |info: &crate::finding::RuleInfo| crate::finding::RuleInfo { ..*info };
        let remedy = |info: &crate::finding::RuleInfo| match info.id {
            id if id == STALE_ALLOW.id => Remedy::Unset,
            // what to write there instead is no value of this plan
            id if [UNKNOWN_KEY.id, NEWER_FORMAT.id, TOML_1_1_ONLY.id, UNLISTED.id].contains(&id) => Remedy::None,
            _ => Remedy::Derived,
        };
        FILE_RULES.iter().map(|info| Rule::reader(copy(info)).remedy(remedy(info))).collect()
    });
    static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
        let mut rules: Vec<&'static Rule> = TOPICS.iter().copied().flatten().chain(READER.iter()).collect();
        rules.sort_by_key(|rule| rule.id());
        rules
    });
    &ALL
}

/// The rule of this name.
pub fn find(id: &str) -> Option<&'static Rule> {
    let at = all().binary_search_by_key(&id, |rule| rule.id()).ok()?;
    Some(all()[at])
}

/// The rules and topics that an unknown name may mean: those of this topic or problem, then the most similar.
pub fn nearest(name: &str) -> Vec<&'static str> {
    let ids = || all().iter().map(|rule| rule.id());
    let mut near: Vec<&'static str> = ids().filter(|id| id.split('/').any(|part| part == name)).collect();
    let similar = source::nearest(name, ids().chain(topics())).into_iter();
    let problem = |id: &&str| {
        id.split_once('/').is_some_and(|(_, problem)| source::closest(name, [problem].into_iter()).is_some())
    };
    for id in similar.chain(ids().filter(problem)).take(3) {
        if !near.contains(&id) {
            near.push(id);
        }
    }
    near
}

/// The topics that have rules, by name.
pub fn topics() -> Vec<&'static str> {
    let mut topics: Vec<&'static str> = all().iter().map(|rule| rule.topic()).collect();
    topics.dedup();
    topics
}
