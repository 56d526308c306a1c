//! What all entries of one item, or of one task of it, have in common, in words: made once for all of them.

use super::view::View;
use crate::calendar::{Entry, Item, Kind, Milestone, Origin, item_id};
use crate::finding::KeyPath;
use crate::plan::{Plan, Thing, cohort_id};
use crate::render::clean;

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

impl View<'_> {
    /// The words of whatever an entry belongs to.
    pub(super) fn series(&self, entry: &Entry) -> SeriesWords {
        let (plan, origin) = (self.plan, entry.origin);
        let label = self.calendar.label(plan, origin, self.language);
        // the text of a task is about its activity
        let is_task = matches!(origin, Origin::Task(..));
        let title_path = title_path(plan, origin);
        let is_borrowed = |path: &KeyPath| self.index.ownership.is_borrowed(path);
        // a task is done before or after, somewhere else
        let place = activity_of(origin).filter(|_| entry.kind == Kind::Activity);
        let place = place.and_then(|activity| self.place(&plan.activities[activity]));
        let place_path = |place: usize, key: &'static str| KeyPath::of(&["places"]).index(place).key(key);
        let takes_topics = matches!(origin, Origin::Item(_)) && !plan.topics.is_empty();
        SeriesWords {
            item: match origin {
                Origin::Item(item) => item_id(plan, item),
                Origin::Task(activity, _) => item_id(plan, Item::Activity(activity)),
                Origin::Life(milestone) => milestone.word().to_owned(),
            },
            title: clean(&label.whole(self.language)),
            short: clean(&label.own),
            subject: clean(label.of.as_ref().filter(|_| is_task).unwrap_or(&label.own)),
            is_title_borrowed: title_path.as_ref().is_some_and(is_borrowed),
            title_path,
            channels: self.own_channels(entry),
            cohort: match origin {
                Origin::Item(Item::Programme(cohort, _)) | Origin::Life(Milestone::Welcome(cohort, _)) => {
                    Some(cohort_id(plan, cohort))
                }
                _ => None,
            },
            place: place.map(|place| clean(&Thing::Place(place).label(plan, self.language))),
            // nobody is sent to a starter's address
            address: place.and_then(|place| {
                let address = plan.places[place].address.as_deref();
                address.filter(|_| !is_borrowed(&place_path(place, "address"))).map(clean)
            }),
            is_place_borrowed: place.is_some_and(|place| is_borrowed(&place_path(place, "name"))),
            details: (!takes_topics).then(|| self.details(entry)),
        }
    }

    /// What is to be known of an entry besides, as far as it is the plan's own.
    pub(super) fn details(&self, entry: &Entry) -> Vec<String> {
        let details = self.calendar.details(self.plan, self.index, entry, self.language);
        let own = details.iter().filter(|detail| !detail.is_borrowed);
        own.map(|detail| clean(&detail.line(self.language))).collect()
    }
}

/// Where the title of something is written; of a task that of its activity.
fn title_path(plan: &Plan, origin: Origin) -> Option<KeyPath> {
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
