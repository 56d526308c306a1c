//! The changes of a plan that name an item and one of its days.

use super::item::Item;
use crate::plan::settings::Change;
use crate::plan::{Index, Plan, Thing};
use crate::source::Moment;
use crate::value::Day;

/// A change of one occurrence: its index among the changes, and the date it names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Override {
    pub change: usize,
    pub item: Item,
    pub on: Moment,
    /// The day to which it moves that occurrence.
    pub moves_to: Option<Day>,
}

/// The changes that name an item and a day, in the order of the plan.
pub(super) fn overrides(plan: &Plan, index: &Index) -> Vec<Override> {
    let of = |(change, row): (usize, &Change)| {
        let item = item_of(index.find("item", row.item.as_ref()?.as_str())?)?;
        Some(Override { change, item, on: row.on?, moves_to: row.move_to.map(|to| to.day) })
    };
    plan.changes.iter().enumerate().filter_map(of).collect()
}

/// The item with a cadence that a name refers to.
pub(super) const fn item_of(thing: Thing) -> Option<Item> {
    match thing {
        Thing::Activity(i) => Some(Item::Activity(i)),
        Thing::Content(i) => Some(Item::Content(i)),
        Thing::Review(i) => Some(Item::Review(i)),
        _ => None,
    }
}
