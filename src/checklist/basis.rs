//! What a checklist is made from.

use crate::calendar::Calendar;
use crate::language::Language;
use crate::library::Library;
use crate::plan::{Index, Plan, Thing};
use crate::value::Day;

/// What a checklist is made from.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its names.
    pub index: &'a Index,
    /// The templates.
    pub library: &'a Library,
    /// A calendar of the range that the list is about.
    pub calendar: &'a Calendar<'a>,
    /// The day from which offsets count: the start, the Monday, the first of the month …
    pub day: Day,
    /// In which language it is written.
    pub language: Language,
}

impl Basis<'_> {
    /// What a thing of the plan is called.
    pub(super) fn label(&self, thing: Thing) -> String {
        thing.label(self.plan, self.language)
    }

    /// What a role or person is called, by the name that a reference gives.
    pub(super) fn holder(&self, name: &str) -> String {
        self.index.holder(name).map_or_else(|| name.to_owned(), |holder| self.label(holder))
    }
}
