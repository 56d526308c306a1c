//! The plan of a review, with all that decides its calendar.

use crate::knowledge::Holidays;
use crate::language::Language;
use crate::library::Library;
use crate::plan::{Index, Plan, Thing};
use crate::value::Day;

/// A plan that is to be reviewed.
#[derive(Debug, Clone, Copy)]
pub struct ReviewedPlan<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its names.
    pub index: &'a Index,
    /// Its templates.
    pub library: &'a Library,
    /// Its days off.
    pub holidays: &'a Holidays,
    /// Today.
    pub today: Day,
    /// The language of titles that the plan doesn't give.
    pub language: Language,
}

impl ReviewedPlan<'_> {
    /// What a role or a person is called.
    pub(super) fn holder(&self, name: &str) -> String {
        self.index.holder(name).map_or_else(|| name.to_owned(), |thing| thing.label(self.plan, self.language))
    }

    /// What a person is called.
    pub(super) fn person(&self, person: usize) -> String {
        Thing::Person(person).label(self.plan, self.language)
    }
}
