//! What the rules found. A rule writes here; levels are capped by how sure the cited facts are.

use super::rule::Rule;
use crate::finding::{Finding, Level, Place, Source};
use crate::knowledge::{self, Confidence};

/// The findings of one rule.
#[derive(Debug)]
pub struct Report {
    rule: &'static Rule,
    findings: Vec<Finding>,
}

impl Report {
    /// An empty report of a rule.
    pub fn of(rule: &'static Rule) -> Self {
        Self { rule, findings: Vec::new() }
    }

    /// A finding of this rule, to be given its facts and then added.
    pub fn finding(&self, place: impl Into<Place>) -> Finding {
        Finding::new(&self.rule.info, place)
    }

    /// Adds a finding.
    pub fn add(&mut self, finding: Finding) {
        self.findings.push(finding.at_most(cap(self.rule.info.sources)));
    }

    /// What was found.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// Only primary facts make an error.
pub(super) fn cap(sources: &[Source]) -> Level {
    let is_sure = |source: &Source| match source {
        Source::Fact(id) => knowledge::fact(id).is_some_and(|fact| fact.confidence == Confidence::Primary),
        _ => true,
    };
    if sources.iter().all(is_sure) { Level::Error } else { Level::Warning }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_primary_facts_make_errors() {
        assert_eq!(cap(&[Source::S1, Source::Fact("prize-draws/highest-prize")]), Level::Error);
        assert_eq!(cap(&[Source::Fact("wechat/size")]), Level::Warning);
        assert_eq!(cap(&[Source::Fact("qq/size"), Source::S0]), Level::Warning);
        assert_eq!(cap(&[Source::Fact("no/such")]), Level::Warning);
    }
}
