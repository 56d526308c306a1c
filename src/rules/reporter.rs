//! Where a rule writes its findings; their levels are capped by how certain the cited facts are.

use crate::finding::{Finding, FindingList, Level, Place, RuleInfo, Source, SuggestedCommand};
use crate::knowledge::{self, Confidence};
use crate::language::Language;

/// In a help: a role or a person of the plan, as an example.
const SOMEONE: &str = "someone";

/// How a finding stands beside what else is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is listed.
    Listed,
    /// It is held back: something graver is wrong there.
    Held,
    /// The plan is without that, on purpose.
    Without,
}

/// What one rule finds, written behind what was found before.
pub struct Reporter<'f> {
    rule: &'static RuleInfo,
    findings: &'f mut FindingList,
    /// How many findings there were before.
    before: usize,
    standing: &'f dyn Fn(&Finding) -> Standing,
    is_absent: bool,
}

impl<'f> Reporter<'f> {
    /// The report of a rule, in which it has found nothing yet.
    pub(super) fn of(
        rule: &'static RuleInfo,
        findings: &'f mut FindingList,
        standing: &'f dyn Fn(&Finding) -> Standing,
    ) -> Self {
        let before = findings.len();
        Self { rule, findings, before, standing, is_absent: false }
    }

    /// A finding of this rule, to be given its facts and then added.
    pub fn finding(&self, place: impl Into<Place>) -> Finding {
        Finding::new(self.rule, place)
    }

    /// Adds a finding.
    pub fn add(&mut self, finding: Finding) {
        let standing = (self.standing)(&finding);
        self.is_absent |= standing != Standing::Without;
        if standing == Standing::Listed {
            self.findings.push(finding.at_most(cap(self.rule.sources)));
        }
    }

    /// Names somebody of the plan in its findings where the help asks for it.
    pub(super) fn name_someone(&mut self, someone: impl Fn() -> String) {
        if self.rule.help.placeholders(Language::En).contains(&SOMEONE) {
            for finding in &mut self.findings[self.before..] {
                finding.args.push((SOMEONE, someone().into()));
            }
        }
    }

    /// Gives each of its findings that names no command those that follow from it.
    pub(super) fn suggest(&mut self, commands: impl Fn(&Finding) -> Vec<SuggestedCommand>) {
        for finding in self.findings[self.before..].iter_mut().filter(|finding| finding.commands.is_empty()) {
            finding.commands = commands(finding);
        }
    }

    /// Whether the rule has found anything, held back or not.
    pub(super) fn is_absent(&self) -> bool {
        self.is_absent
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
        assert_eq!(cap(&[Source::EightAnswers, Source::Fact("prize-draws/highest-prize")]), Level::Error);
        assert_eq!(cap(&[Source::Fact("wechat/size")]), Level::Warning);
        assert_eq!(cap(&[Source::Fact("qq/size"), Source::PracticeBook]), Level::Warning);
        assert_eq!(cap(&[Source::Fact("no/such")]), Level::Warning);
    }
}
