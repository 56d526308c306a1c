//! What an import is to write, before it is written.

use std::collections::BTreeMap;

use super::names::{MissingName, NameDecision, NameUse};
use crate::amend::Add;
use crate::finding::Literal;
use crate::import::ImportProblem;

/// What to do with names that the plan does not have; of others a new person, channel, place or role is made.
pub type NameDecisions = BTreeMap<(NameUse, String), NameDecision>;

/// What an import is to write.
#[derive(Debug, Default)]
pub(super) struct PlannedImport {
    /// What is added, a kind each.
    pub(super) adds: Vec<Add>,
    /// The dates that are elsewhere, as tables of `[[changes]]`.
    pub(super) changes: Vec<Vec<(String, Literal)>>,
    /// Items that the plan has already, by their places among the items.
    pub(super) known: Vec<usize>,
    /// What could not be used.
    pub(super) left_out: Vec<ImportProblem>,
    /// Names that the plan does not have.
    pub(super) missing_names: Vec<MissingName>,
}
