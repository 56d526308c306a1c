//! What all entries of one item, or of one task of it, have in common, in words: made once for all of them.

use crate::calendar::{Item, Milestone, Origin};
use crate::finding::KeyPath;
use crate::plan::Plan;

/// The words that the entries of one origin share. All of them are clean.
pub(super) struct SeriesWords {
    /// The id of the item.
    pub item: String,
    /// The title; of a task that of the activity and of the step.
    pub title: String,
    /// The title without the activity or the batch.
    pub short: String,
    /// What a text is about: of a task its activity.
    pub subject: String,
    /// Where the title is written.
    pub title_path: Option<KeyPath>,
    pub is_title_borrowed: bool,
    /// The channels in which the entries themselves happen.
    pub channels: Vec<usize>,
    pub cohort: Option<String>,
    pub place: Option<String>,
    pub address: Option<String>,
    pub is_place_borrowed: bool,
    /// What is to be known besides; none where each entry has its own.
    pub details: Option<Vec<String>>,
}

/// Where the title of something is written; of a task that of its activity.
pub(super) fn title_path(plan: &Plan, origin: Origin) -> Option<KeyPath> {
    let (table, at) = match origin {
        Origin::Item(Item::Activity(at)) | Origin::Task(at, _) => ("activities", at),
        Origin::Item(Item::Content(at)) => ("content", at),
        Origin::Item(Item::Review(at)) => ("reviews", at),
        Origin::Item(Item::Programme(cohort, item)) => {
            let programme = plan.programme_index(cohort)?;
            return Some(KeyPath::of(&["programmes"]).index(programme).key("items").index(item).key("title"));
        }
        Origin::Life(Milestone::Check(at)) => ("content", at),
        Origin::Life(Milestone::Plan(date)) => return Some(date.path()),
        Origin::Item(Item::Meeting) | Origin::Life(_) => return None,
    };
    Some(KeyPath::of(&[table]).index(at).key("title"))
}

/// The activity that something is, or is a task of.
pub(super) const fn activity_of(origin: Origin) -> Option<usize> {
    match origin {
        Origin::Item(Item::Activity(activity)) | Origin::Task(activity, _) => Some(activity),
        _ => None,
    }
}
