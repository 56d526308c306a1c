//! Items whose days are counted from another item of the plan.

use rustc_hash::{FxHashMap, FxHashSet};

use super::item::{Item, RecurringItem};
use super::overrides::item_of;
use crate::cadence::{Anchor, Pattern};
use crate::plan::Index;

/// Items may depend on each other this deep; circles are findings of the file.
const DEPTH: usize = 16;

/// The items that depend on more than [`DEPTH`] others, one on the next, or in a circle: they never take place.
pub(super) fn too_deep(recurring: &[RecurringItem<'_>], index: &Index) -> FxHashSet<Item> {
    let other = |recurring: &RecurringItem<'_>| match &recurring.when.pattern {
        Pattern::Offset { from: Anchor::Item(name), .. } => item_of(index.find("item", name.as_str())?),
        _ => None,
    };
    let waits: FxHashMap<Item, Item> =
        recurring.iter().filter_map(|recurring| Some((recurring.item, other(recurring)?))).collect();
    let is_too_deep =
        |item: &Item| std::iter::successors(Some(*item), |item| waits.get(item).copied()).nth(DEPTH + 1).is_some();
    waits.keys().copied().filter(is_too_deep).collect()
}
