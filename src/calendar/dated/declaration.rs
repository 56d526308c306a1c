//! What is declared of each kind of date.

use super::kind::Rows;
use crate::finding::KeyPath;
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::plan::people::RoleKind;

/// What a kind of date is.
pub(super) struct Declaration {
    /// Its stable name, part of the UID.
    pub word: &'static str,
    /// Whether someone has to do something.
    pub is_task: bool,
    /// What it is called, without the plan's own words.
    pub name: Text,
    /// Why it is on its day.
    pub reason: Text,
    /// The plan's own words for it.
    pub own: fn(&Plan, Rows, Language) -> Option<String>,
    /// The id that the plan gives it.
    pub id: fn(&Plan, Rows) -> Option<String>,
    /// Where the plan has it.
    pub path: fn(Rows) -> KeyPath,
    /// The role or person that sees to it.
    pub owner: for<'p> fn(&'p Plan, Rows) -> Option<&'p str>,
    /// What else is to be known when the day has come.
    pub details: fn(&Plan, Rows, Language) -> Vec<(Text, String)>,
}

/// The role that looks after everything that names nobody.
pub(super) fn manager(plan: &Plan) -> Option<&str> {
    let role = plan.held_role(&[RoleKind::Manager, RoleKind::Creator])?;
    plan.roles[role].id.as_ref().map(|id| id.as_str())
}

/// A detail where the plan has a text for it.
pub(super) fn detail(label: Text, value: Option<&str>) -> Option<(Text, String)> {
    value.map(|value| (label, value.to_owned()))
}
