//! What a rule of proposals is.

use crate::finding::Arg;
use crate::language::Text;
use crate::review::sections::ReviewSections;

/// The values of the texts of a rule, by their names.
pub(super) type NamedFacts = Vec<(&'static str, Arg)>;

/// What kind of change is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProposalKind {
    /// Do it no longer.
    Stop,
    /// Do it in another way.
    Change,
    /// Do something new, and look at it next time.
    Try,
}

/// One rule.
#[derive(Debug)]
pub struct ProposalRule {
    /// `topic/problem`: stable.
    pub id: &'static str,
    /// What kind of change it proposes.
    pub kind: ProposalKind,
    /// What was counted, with `{facts}`.
    pub observed: Text,
    /// What to do, with `{facts}`.
    pub proposal: Text,
    /// When it applies.
    pub threshold: Text,
    /// Where that comes from.
    pub source: Text,
    /// Finds where it applies: the subject and the facts of each.
    pub(super) check: fn(&ReviewSections) -> Vec<Observation>,
}

/// Where a rule applies.
pub(super) struct Observation {
    pub subject: String,
    pub facts: NamedFacts,
}

/// A share as people read it: whole percent, `37.5%` where that is exact.
pub(super) fn percent(share: f64) -> Arg {
    let tenths = (share * 1000.0).round() / 10.0;
    Arg::Text(format!("{tenths}%"))
}

/// Thresholds that nobody has measured for communities.
pub(super) const OWN: Text = Text::new("本工具的默认门槛，可改", "a default of this program; change it to suit you");
