//! What to stop, change and try: rules over the figures of a review, each declared with its threshold and its source.
//!
//! A proposal is a starting point for the people of the review, who decide. It says what was counted, never why.

mod attendance;
mod experiments;
mod goals;
mod members;
mod money;
mod rule;

use super::sections::ReviewSections;
use crate::finding::Arg;
use crate::language::Language;
use rule::Observation;

pub use rule::{ProposalKind, ProposalRule};

/// One proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The rule, by its id.
    pub rule: &'static str,
    /// What kind of change it is.
    pub kind: ProposalKind,
    /// What it is about: a goal, an item, an experiment; empty for all of it.
    pub subject: String,
    /// The values of the rule's texts.
    pub facts: Vec<(&'static str, Arg)>,
}

/// All rules, by topic.
pub static PROPOSAL_RULES: &[&[ProposalRule]] =
    &[goals::RULES, attendance::RULES, members::RULES, money::RULES, experiments::RULES];

/// All rules, one after the other.
fn all() -> impl Iterator<Item = &'static ProposalRule> {
    PROPOSAL_RULES.iter().copied().flatten()
}

/// What the figures propose: first what to stop, then what to change, then what to try.
pub(super) fn proposals(review: &ReviewSections) -> Vec<Proposal> {
    let of_rule = |rule: &'static ProposalRule| {
        let proposal =
            |it: Observation| Proposal { rule: rule.id, kind: rule.kind, subject: it.subject, facts: it.facts };
        (rule.check)(review).into_iter().map(proposal)
    };
    let mut found: Vec<Proposal> = all().flat_map(of_rule).filter(|proposal| !is_decided(proposal, review)).collect();
    found.sort_by_key(|proposal| proposal.kind);
    found
}

/// Whether an earlier decision is to do just that.
fn is_decided(proposal: &Proposal, review: &ReviewSections) -> bool {
    let texts = Language::ALL.into_iter().filter_map(|language| Some(proposal.texts(language)?.1));
    let texts: Vec<String> = texts.collect();
    review.decisions.iter().any(|it| texts.iter().any(|text| it.decision.text.contains(text.as_str())))
}

impl Proposal {
    /// The rule as it is declared, with its threshold and its source.
    pub fn declared(&self) -> Option<&'static ProposalRule> {
        all().find(|rule| rule.id == self.rule)
    }

    /// What was counted, and what to do.
    pub fn texts(&self, language: Language) -> Option<(String, String)> {
        let rule = self.declared()?;
        let value = |name: &str| Some(self.facts.iter().find(|(known, _)| *known == name)?.1.show(language));
        Some((rule.observed.fill(language, value), rule.proposal.fill(language, value)))
    }
}

#[cfg(test)]
mod tests;
