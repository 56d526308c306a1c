//! What lint says, for people and machines.

mod command;
mod concise;
mod coverage;
mod explain;
mod github;
mod html;
mod human;
mod json;
mod reference;
mod rules;
mod sarif;
mod short;
mod tally;
mod uri;
mod xlsx;

pub use concise::concise;
pub use coverage::coverage;
pub use explain::{explain_rule, explain_word};
pub use github::github;
pub use html::lint_html;
pub use human::{HumanOptions, human, total};
pub use json::{JSON_CLOSE, JSON_OPEN, json_file, lint_schema};
pub use reference::rules_markdown;
pub use rules::{rules_json, rules_text};
pub use sarif::{Artifact, sarif_close, sarif_file, sarif_open};
pub use tally::PlansTally;
pub use uri::PathStyle;
pub use xlsx::FindingsBook;

use std::ops::Range;

use crate::finding::{Finding, Level};
use crate::rules::LintOutcome;
use crate::source::{Document, Position, Positions};

/// One linted file, ready to be shown.
#[derive(Debug)]
pub struct Linted<'a> {
    /// Its path, as it was given.
    pub path: String,
    /// Whether it is a plan, which has a score.
    pub is_plan: bool,
    /// Its text and tree.
    pub document: &'a Document<'a>,
    /// What lint says.
    pub outcome: &'a LintOutcome,
}

/// A finding and where it is in the file.
struct Shown<'a> {
    finding: &'a Finding,
    bytes: Range<usize>,
    start: Position,
    end: Position,
}

impl Linted<'_> {
    fn positions(&self) -> Positions<'_> {
        Positions::new(self.document.text())
    }

    /// The findings in the order of the file; at one place the graver first.
    fn shown(&self, positions: &Positions<'_>) -> Vec<Shown<'_>> {
        let mut shown: Vec<Shown<'_>> = (self.outcome.findings.iter())
            .map(|finding| {
                let bytes = self.document.locate(&finding.place);
                let (start, end) = (positions.at(bytes.start), positions.at(bytes.end));
                Shown { finding, bytes, start, end }
            })
            .collect();
        shown.sort_by(|a, b| {
            let key = |s: &Shown<'_>| (s.bytes.start, std::cmp::Reverse(s.finding.level), s.finding.rule.id);
            key(a).cmp(&key(b))
        });
        shown
    }

    /// How many findings there are of a level.
    fn count(&self, level: Level) -> usize {
        self.outcome.findings.iter().filter(|finding| finding.level == level).count()
    }
}
