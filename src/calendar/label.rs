//! What people see an item of the calendar called.

use super::Item;
use super::item_id;
use crate::language::Language;
use crate::plan::labels::{Label, MEETING};
use crate::plan::{Plan, Thing};

impl Item {
    /// [`Self::named`] for a reader of `language`.
    pub fn label(self, plan: &Plan, language: Language) -> String {
        self.named(plan).get(language)
    }

    /// The title of the item, else what it is, else its id.
    pub fn named(self, plan: &Plan) -> Label {
        let called = match self {
            Self::Activity(i) => Thing::Activity(i).called(plan),
            Self::Content(i) => Thing::Content(i).called(plan),
            Self::Review(i) => Thing::Review(i).called(plan),
            Self::Meeting => Some(Label::Word(MEETING)),
            Self::Programme(cohort, i) => programme_item(plan, cohort, i).map(Label::Own),
        };
        called.unwrap_or_else(|| Label::Own(item_id(plan, self)))
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
