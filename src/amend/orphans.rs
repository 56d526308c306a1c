//! Changes whose date goes away when an item gets other dates, and where each would go.

use super::Snapshot;
use crate::calendar::{Item, Scheduler};
use crate::finding::{Edit, KeyPath};
use crate::plan::Thing;
use crate::value::Day;

/// A change of one date that an edit takes away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrphanedChange {
    /// Its index among the changes.
    pub change: usize,
    /// The id of the item.
    pub item: String,
    /// The date that is gone.
    pub on: Day,
    /// The date in the same week that takes its place; none where there is none.
    pub goes_to: Option<Day>,
}

impl OrphanedChange {
    /// The edit that takes it along.
    pub(super) fn edit(&self) -> Option<Edit> {
        let path = KeyPath::of(&["changes"]).index(self.change).key("on");
        self.goes_to.map(|day| Edit::set(path, crate::finding::Literal::Day(day)))
    }
}

/// The changes of a plan that name a date before an edit and none after it.
pub(super) fn orphaned(before: &Snapshot<'_>, after: &Snapshot<'_>) -> Vec<OrphanedChange> {
    let dates = |plan: &Snapshot<'_>, id: &str, range: (Day, Day)| -> Vec<Day> {
        let item = match plan.reading.index.find("item", id) {
            Some(Thing::Activity(i)) => Item::Activity(i),
            Some(Thing::Content(i)) => Item::Content(i),
            Some(Thing::Review(i)) => Item::Review(i),
            _ => return Vec::new(),
        };
        Scheduler::new(plan.plan(), &plan.reading.index, plan.holidays).dates(item, range)
    };
    let rows = before.plan().changes.iter().zip(&after.plan().changes).enumerate();
    let orphan = |(change, (old, new)): (usize, (&crate::plan::settings::Change, &crate::plan::settings::Change))| {
        let (item, on) = (old.item.as_ref()?.as_str(), old.on?.day);
        // what has been stays as it was
        let is_past = on < before.today;
        // what is published stays until it is published otherwise, and its change with it
        let is_published = || before.reading.index.roster.find(item, on, "").is_some();
        if is_past || is_published() || new.on.map(|on| on.day) != Some(on) || dates(before, item, (on, on)).is_empty()
        {
            return None;
        }
        let new_item = new.item.as_ref()?.as_str();
        if !dates(after, new_item, (on, on)).is_empty() {
            return None;
        }
        let week = (on.monday(), on.monday().plus(6));
        let nth = dates(before, item, week).iter().position(|day| *day == on)?;
        let goes_to = dates(after, new_item, week).get(nth).copied();
        Some(OrphanedChange { change, item: new_item.to_owned(), on, goes_to })
    };
    rows.filter_map(orphan).collect()
}
