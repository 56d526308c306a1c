//! Ticks that were not made in a list: those of `qun done` and of other lists, kept as readings.

use std::collections::HashSet;

use super::Checklist;
use super::basis::Basis;
use super::from_calendar::from_entry;
use crate::calendar::Identity;

/// Ticks the items of a list that are done elsewhere, known by their UIDs in the calendar.
pub fn tick_recorded(list: &mut Checklist, basis: &Basis<'_>, done: &HashSet<String>) {
    if done.is_empty() {
        return;
    }
    let identity = Identity::of(basis.plan, basis.calendar);
    let is_done = |uid: String| done.contains(&uid);
    let ticked = basis.calendar.entries.iter().filter(|entry| is_done(identity.uid(entry)));
    let ids: HashSet<String> = ticked.filter_map(|entry| Some(from_entry(entry, basis)?.id)).collect();
    let items = list.sections.iter_mut().flat_map(|section| &mut section.items);
    items.filter(|item| ids.contains(&item.id)).for_each(|item| item.done = true);
}
