//! What people see an item of the calendar called.

use super::Item;
use super::item_id;
use crate::language::Language;
use crate::plan::labels::MEETING;
use crate::plan::{Plan, Thing};

impl Item {
    /// The title of the item, else what it is, else its id.
    pub fn label(self, plan: &Plan, language: Language) -> String {
        let called = match self {
            Self::Activity(i) => Thing::Activity(i).called(plan, language),
            Self::Content(i) => Thing::Content(i).called(plan, language),
            Self::Review(i) => Thing::Review(i).called(plan, language),
            Self::Meeting => Some(MEETING.get(language).to_owned()),
            Self::Programme(cohort, i) => programme_item(plan, cohort, i),
        };
        called.unwrap_or_else(|| item_id(plan, self))
    }
}

/// The title of an item of the programme that a cohort runs.
fn programme_item(plan: &Plan, cohort: usize, item: usize) -> Option<String> {
    let name = plan.cohorts[cohort].programme.as_ref()?;
    let programme = plan
        .programmes
        .iter()
        .find(|programme| programme.id.as_ref().is_some_and(|id| id.as_str() == name.as_str()))?;
    programme.items.get(item)?.title.clone().filter(|title| !title.trim().is_empty())
}
