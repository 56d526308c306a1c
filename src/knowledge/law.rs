//! Law and platform rules of China that touch communities, as dated facts in our own words. Not legal advice.
//!
//! Must not judge a plan, quote the text of a law, or certify that something is lawful.

mod table;

use super::dated_fact::DatedFact;
use crate::language::Text;
pub use table::LAWS;

/// One provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Law {
    /// What it says, in our own words; its id begins with the topic.
    pub fact: DatedFact,
    /// The law's name; the Chinese one is the official one.
    pub name: Text,
    /// The articles, such as `7(1)` or `11–12`.
    pub article: &'static str,
    /// Since when it is in force, where known.
    pub in_force: Option<&'static str>,
    /// Whether it is state law; if not, it is a platform's rule.
    pub of_state: bool,
}

/// The highest prize of a prize draw, in yuan (`prize-draws/highest-prize`).
pub const HIGHEST_PRIZE_CNY: i64 = 50_000;
/// From how many people on an event needs a permit (`large-events/permit`).
pub const LARGE_EVENT_FROM: i64 = 1000;
/// How many days before a large event the permit must be applied for at least (`large-events/application`).
pub const LARGE_EVENT_DAYS: i32 = 20;
/// Under this age a guardian has to consent to the use of personal data (`personal-data/minors`).
pub const GUARDIAN_UNDER: i64 = 14;
/// One thing that must be published before a prize draw (`prize-draws/disclosure`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Disclosure {
    /// Its stable name.
    pub id: &'static str,
    /// What to publish.
    pub what: Text,
}

const fn disclosure(id: &'static str, zh: &'static str, en: &'static str) -> Disclosure {
    Disclosure { id, what: Text::new(zh, en) }
}

/// The fifteen things that must be published before a prize draw.
pub static DISCLOSURES: [Disclosure; 15] = [
    disclosure("awards", "设哪些奖项", "which awards there are"),
    disclosure("entry-conditions", "谁能参加", "who can take part"),
    disclosure("entry-manner", "怎样参加", "how to take part"),
    disclosure("draw-time", "什么时候开奖", "when prizes are drawn"),
    disclosure("draw-manner", "怎样开奖", "how prizes are drawn"),
    disclosure("value", "奖金多少，或奖品值多少", "the prize money, or what the prizes are worth"),
    disclosure("prize-names", "奖品叫什么", "the names of the prizes"),
    disclosure("prize-kinds", "奖品是哪一类", "the kinds of prizes"),
    disclosure("number-or-odds", "奖品数量或中奖概率", "the number of prizes or the odds"),
    disclosure("redeem-time", "什么时候兑奖", "when prizes can be claimed"),
    disclosure("redeem-conditions", "兑奖要满足什么", "what is needed to claim them"),
    disclosure("redeem-manner", "怎样兑奖", "how to claim them"),
    disclosure("delivery", "奖品怎样交付", "how prizes are delivered"),
    disclosure("forfeiture", "什么情况算放弃", "when a prize is forfeited"),
    disclosure("organiser", "主办方及联系方式", "the organiser and how to reach them"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_provision_names_law_and_article() {
        for law in LAWS {
            let id = law.fact.id;
            assert!(law.article.chars().any(|c| c.is_ascii_digit()), "{id}");
            assert!(!law.name.zh.is_empty() && !law.name.en.is_empty(), "{id}");
            assert_eq!(law.fact.as_of, "2026-11", "{id}");
            let since = law.in_force.map(str::parse::<crate::value::Day>);
            assert!(since.is_none_or(|day| day.is_ok_and(|d| d.year() < 2027)), "{id}");
        }
    }

    #[test]
    fn topics_hold_their_provisions() {
        for (topic, count) in [
            ("pyramid-selling", 3),
            ("prize-draws", 4),
            ("rewards-for-sharing", 1),
            ("group-owners", 3),
            ("personal-data", 4),
            ("advertising", 4),
            ("large-events", 2),
            ("fake-reviews", 1),
        ] {
            let is_on = |law: &&Law| law.fact.id.split_once('/').is_some_and(|(of, _)| of == topic);
            assert_eq!(LAWS.iter().filter(is_on).count(), count, "{topic}");
        }
        let highest = LAWS.iter().find(|l| l.fact.id.ends_with("highest-prize")).expect("known");
        assert_eq!((highest.article, highest.in_force), ("11", Some("2025-10-15")));
        assert!(highest.fact.text.en.contains("50,000"));
        assert_eq!(DISCLOSURES.iter().map(|d| d.id).collect::<BTreeSet<_>>().len(), 15);
    }
}
