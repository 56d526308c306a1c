//! What each metric is: what is counted, out of what, in which days, how sure it is, and when it is not shown.

mod activity;
mod events;
mod experiments;
mod members;
mod metric;
mod money;

use crate::language::Text;

pub use metric::MetricDefinition;

/// What no data can show: it has to be asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct NotComputable {
    /// Its name.
    pub id: &'static str,
    /// What it is called.
    pub name: Text,
    /// What to ask instead.
    pub ask: Text,
}

/// All definitions, by topic.
pub fn definitions() -> impl Iterator<Item = &'static MetricDefinition> {
    [activity::DEFINITIONS, members::DEFINITIONS, events::DEFINITIONS, money::DEFINITIONS, experiments::DEFINITIONS]
        .into_iter()
        .flatten()
}

/// The definition of this name, in either language.
pub fn definition(name: &str) -> Option<&'static MetricDefinition> {
    let key = key(name);
    definitions().find(|it| {
        let mut names = [it.id, it.name.zh, it.name.en].into_iter().chain(it.also.iter().copied());
        names.any(|other| self::key(other) == key)
    })
}

/// What cannot be calculated, by this name in either language.
pub fn not_computable(name: &str) -> Option<&'static NotComputable> {
    let key = key(name);
    NOT_COMPUTABLE.iter().find(|it| [it.id, it.name.zh, it.name.en].into_iter().any(|other| self::key(other) == key))
}

/// Names are the same whatever their case, their spaces and their hyphens.
fn key(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '_'], "-")
}

static NOT_COMPUTABLE: &[NotComputable] = &[
    NotComputable {
        id: "awareness",
        name: Text::new("知名度", "awareness"),
        ask: Text::new(
            "问目标人群：听说过我们吗？从哪里？",
            "ask the people you want to reach: have you heard of us, and where?",
        ),
    },
    NotComputable {
        id: "loyalty",
        name: Text::new("忠诚度", "loyalty"),
        ask: Text::new(
            "问成员：如果社群明天没了，你会怎样？续费和复购只是旁证",
            "ask members what they would do if the community were gone tomorrow; renewals and repurchases are only a sign of it",
        ),
    },
    NotComputable {
        id: "trust",
        name: Text::new("信任", "trust"),
        ask: Text::new("问成员：有难处时会在群里说吗？", "ask members whether they would bring a problem to the group"),
    },
    NotComputable {
        id: "project-success",
        name: Text::new("项目成功率", "success of projects"),
        ask: Text::new(
            "请项目的人自己说：当初想做成什么，做成了吗？",
            "ask the people of each project what they wanted to achieve, and whether they did",
        ),
    },
];

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::metric::NONE;
    use super::*;
    use crate::language::Language;

    #[test]
    fn every_name_leads_to_one_definition() {
        let mut owners: HashMap<String, &str> = HashMap::new();
        for it in definitions() {
            let mut own: Vec<String> =
                [it.id, it.name.zh, it.name.en].iter().chain(it.also).map(|name| key(name)).collect();
            own.sort();
            own.dedup();
            for name in own {
                assert_eq!(owners.insert(name.clone(), it.id), None, "{name} is {}, too", it.id);
            }
            assert_eq!(definition(it.name.zh).map(|found| found.id), Some(it.id));
        }
        assert!(owners.len() > 60, "{}", owners.len());
        assert_eq!(definition("退群率").map(|it| it.id), Some("leave-rate"));
        assert_eq!(definition(" MAU ").map(|it| it.id), Some("active-month"));
        assert_eq!(definition("karma"), None);
    }

    #[test]
    fn a_definition_has_both_halves_and_what_makes_it_exact() {
        for it in definitions() {
            for (zh, en) in it.parts(Language::Zh).into_iter().zip(it.parts(Language::En)) {
                assert!(!zh.1.is_empty() && !en.1.is_empty(), "{}: {zh:?} {en:?}", it.id);
                assert!(!en.1.ends_with('.') && !zh.1.ends_with('。'), "{}: parts are no sentences: {en:?}", it.id);
            }
            assert_eq!(it.parts(Language::Zh).len(), it.parts(Language::En).len(), "{}", it.id);
            assert!(it.numerator != NONE && it.window != NONE && !it.source.is_empty(), "{}", it.id);
        }
    }

    #[test]
    fn what_cannot_be_known_is_asked() {
        assert_eq!(not_computable("忠诚度").map(|it| it.id), Some("loyalty"));
        for it in NOT_COMPUTABLE {
            assert_eq!(definition(it.id), None);
        }
    }
}
