//! All dated facts, and one of them by its id.

use super::dated_fact::DatedFact;
use super::{benchmark, law, platform};

/// All dated facts: limits of platforms, law, benchmarks.
pub fn facts() -> impl Iterator<Item = &'static DatedFact> {
    let limits = platform::LIMITS.iter().map(|limit| &limit.fact);
    let laws = law::LAWS.iter().map(|law| &law.fact);
    limits.chain(laws).chain(benchmark::BANDS.iter().map(|band| &band.fact))
}

/// The fact of this id.
pub fn fact(id: &str) -> Option<&'static DatedFact> {
    facts().find(|fact| fact.id == id)
}

#[cfg(test)]
mod tests {
    use super::super::dated_fact::Confidence;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_fact_can_be_checked_again() {
        let mut ids = BTreeSet::new();
        for fact in facts() {
            assert!(ids.insert(fact.id), "{} twice", fact.id);
            let (topic, what) = fact.id.split_once('/').expect(fact.id);
            let slug =
                |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            assert!(slug(topic) && slug(what), "{}", fact.id);
            assert!(fact.source.zh.len() > 5 && fact.source.en.len() > 5, "{}", fact.id);
            assert!(!fact.source.en.chars().any(|c| ('\u{3000}'..='\u{9fff}').contains(&c)), "{}", fact.id);
            let date = fact.as_of;
            let whole = if date.len() == 7 { format!("{date}-01") } else { date.to_owned() };
            assert!(whole.parse::<crate::value::Day>().is_ok(), "{}: {date}", fact.id);
            assert!(fact.text.zh.ends_with('。') && fact.text.en.ends_with('.'), "{}", fact.id);
            let zh = fact.text.zh.replace(|c: char| c.is_ascii_digit(), "0").replace("0,0", "");
            assert!(!zh.contains([',', ';', ':', '?']) && fact.text.en.replace('–', "-").is_ascii(), "{}", fact.id);
        }
        assert!(ids.len() >= 50, "{}", ids.len());
        assert_eq!(fact("prize-draws/highest-prize").map(|f| f.confidence), Some(Confidence::Primary));
        assert_eq!(fact("no/such"), None);
    }

    /// Two numbers that many pages still repeat are out of date.
    #[test]
    fn stale_numbers_do_not_come_back() {
        for fact in facts().filter(|f| f.id.starts_with("prize-draws/")) {
            for stale in ["5,000 ", "5000", "五千"] {
                assert!(!fact.text.zh.contains(stale) && !fact.text.en.contains(stale), "{}", fact.id);
            }
        }
        for fact in facts().filter(|f| f.id.starts_with("wecom/")) {
            for stale in ["每月 4", "每月4", "4 a month", "four a month", "4 times"] {
                assert!(!fact.text.zh.contains(stale) && !fact.text.en.contains(stale), "{}", fact.id);
            }
        }
    }
}
