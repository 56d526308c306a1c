//! The items of a plan that have a place in its calendar.

use super::Plan;
use super::content::{Programme, ProgrammeItem};
use crate::value::Slug;

/// An item of the calendar by its table and index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
    /// `activities[i]`
    Activity(usize),
    /// `content[i]`
    Content(usize),
    /// `reviews[i]`
    Review(usize),
    /// `governance.meeting`
    Meeting,
    /// `cohorts[c]`, and the item `i` of its programme.
    Programme(usize, usize),
}

/// The id of an item: as given, else made from its title, else its place in the plan. Part of the UID.
pub fn item_id(plan: &Plan, item: Item) -> String {
    match item {
        Item::Activity(i) => made(plan.activities[i].id.as_ref(), plan.activities[i].title.as_ref(), "activity", i),
        Item::Content(i) => made(plan.content[i].id.as_ref(), plan.content[i].title.as_ref(), "content", i),
        Item::Review(i) => made(plan.reviews[i].id.as_ref(), plan.reviews[i].title.as_ref(), "review", i),
        Item::Meeting => "meeting".to_owned(),
        Item::Programme(cohort, item) => format!("{}-{}", cohort_id(plan, cohort), item + 1),
    }
}

/// The id of a cohort, found in the same way.
pub fn cohort_id(plan: &Plan, cohort: usize) -> String {
    made(plan.cohorts[cohort].id.as_ref(), plan.cohorts[cohort].title.as_ref(), "cohort", cohort)
}

fn made(id: Option<&Slug>, title: Option<&String>, table: &str, index: usize) -> String {
    match (id, title) {
        (Some(id), _) => id.to_string(),
        (None, Some(title)) if !title.trim().is_empty() => Slug::from_text(title).to_string(),
        _ => format!("{table}-{}", index + 1),
    }
}

impl Plan {
    /// The programme that a cohort runs.
    pub fn programme(&self, cohort: usize) -> Option<&Programme> {
        self.programmes.get(self.programme_index(cohort)?)
    }

    /// The same as an index into `programmes`.
    pub fn programme_index(&self, cohort: usize) -> Option<usize> {
        let name = self.cohorts.get(cohort)?.programme.as_ref()?.as_str();
        self.programmes.iter().position(|programme| programme.id.as_ref().is_some_and(|id| id.as_str() == name))
    }

    /// An item of the programme that a cohort runs.
    pub fn programme_item(&self, cohort: usize, item: usize) -> Option<&ProgrammeItem> {
        self.programme(cohort)?.items.get(item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    #[test]
    fn an_id_is_given_or_made() {
        let text = "[[activities]]\nid = \"talk\"\ntitle = \"x\"\nwhen = \"every Wed\"\n\
            [[activities]]\ntitle = \"Book Night\"\nwhen = \"every Wed\"\n[[activities]]\ntitle = \" \"\nwhen = \"every Wed\"\n";
        let mut buffer = String::new();
        let plan = read(&Document::parse(text, &mut buffer), &Library::default()).plan;
        let ids = [0, 1, 2].map(|at| item_id(&plan, Item::Activity(at)));
        assert_eq!(ids, ["talk", "book-night", "activity-3"]);
    }
}
