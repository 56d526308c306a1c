//! Items of tables and calendars written into a plan: what they refer to first, then they themselves, then their dates that
//! are elsewhere. What the plan has already stays as it is.

mod fields;
mod names;
mod planned;
mod planner;

pub use names::{MissingName, NameDecision, NameUse};
pub use planned::NameDecisions;
use planned::PlannedImport;
use planner::Planner;

use super::impact::KnownBy;
use super::{AmendError, Impact, Request, Snapshot};
use crate::finding::{Edit, KeyPath};
use crate::import::{ImportProblem, ImportedItem};
use crate::plan::ElementKind;

/// Items to be written into a plan.
#[derive(Debug, Clone)]
pub struct Import<'i> {
    /// The items.
    pub items: &'i [ImportedItem],
    /// What was decided about names.
    pub decisions: NameDecisions,
}

/// What an import does.
#[derive(Debug)]
pub struct ImportEffect<'a> {
    /// What is added: its kind, its id, what it is called.
    pub added: Vec<(&'static ElementKind, String, Option<String>)>,
    /// How many dates are cancelled or moved.
    pub changes: usize,
    /// Items that the plan had already, by their places among the items.
    pub known: Vec<usize>,
    /// What could not be used.
    pub left_out: Vec<ImportProblem>,
    /// What it does to the calendar and to the findings.
    pub impact: Impact<'a>,
}

impl Import<'_> {
    /// The names that items refer to and that the plan does not have, in the order in which they are met.
    pub fn missing_names(&self, now: &Snapshot<'_>) -> Result<Vec<MissingName>, AmendError> {
        Ok(self.planned(now)?.missing_names)
    }

    fn planned(&self, now: &Snapshot<'_>) -> Result<PlannedImport, AmendError> {
        Planner::new(now, &self.decisions).plan(self.items)
    }
}

impl Request for Import<'_> {
    type Effect<'a> = ImportEffect<'a>;

    /// An element each, then the changes.
    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let planned = self.planned(before)?;
        let mut edits = Vec::new();
        for add in &planned.adds {
            edits.extend(add.edits(before)?);
        }
        let path = KeyPath::of(&["changes"]);
        let append = |table| Edit::Append { path: path.clone(), table, comment: None };
        edits.extend(planned.changes.into_iter().map(append));
        Ok(edits)
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<ImportEffect<'a>, AmendError> {
        let planned = self.planned(before)?;
        let added = planned.adds.iter().flat_map(|add| {
            let titles = add.titles().map(|title| title.map(str::to_owned));
            add.ids().map(str::to_owned).zip(titles).map(|(id, title)| (add.kind(), id, title)).collect::<Vec<_>>()
        });
        Ok(ImportEffect {
            added: added.collect(),
            changes: planned.changes.len(),
            known: planned.known,
            left_out: planned.left_out,
            impact: Impact::between(before, after, KnownBy::Uid, after.today),
        })
    }
}

#[cfg(test)]
mod tests;
