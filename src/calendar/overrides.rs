//! The changes of a plan that name an item and one of its days.

use super::item::Item;
use super::published::Published;
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

/// The changes that name an item and one of its days, found by item, and by the day to which they move it.
#[derive(Debug)]
pub(super) struct Overrides {
    /// By item and the day that they name; those of one day in the order of the plan.
    all: Vec<Override>,
    /// The days to which changes move an item, with the days from which.
    moves: Vec<(Item, Day, Day)>,
}

impl Overrides {
    /// Those of a plan, each on the day on which what it names is original now.
    pub(super) fn new(plan: &Plan, index: &Index, published: &Published<'_>) -> Self {
        let of = |(change, row): (usize, &Change)| {
            let item = item_of(index.find("item", row.item.as_ref()?.as_str())?)?;
            let on = row.on?;
            let on = Moment { day: published.original_of(item, on.day), ..on };
            Some(Override { change, item, on, moves_to: row.move_to.map(|to| to.day) })
        };
        let mut all: Vec<Override> = plan.changes.iter().enumerate().filter_map(of).collect();
        all.sort_by_key(|own| (own.item, own.on.day));
        let mut moves: Vec<_> = all.iter().filter_map(|own| Some((own.item, own.moves_to?, own.on.day))).collect();
        moves.sort_unstable();
        Self { all, moves }
    }

    /// The changes of an item, by date.
    pub(super) fn of(&self, item: Item) -> &[Override] {
        let first = self.all.partition_point(|own| own.item < item);
        let count = self.all[first..].partition_point(|own| own.item == item);
        &self.all[first..first + count]
    }

    /// The days that changes of an item move into a range, from the first.
    pub(super) fn moved_into(&self, item: Item, (from, to): (Day, Day)) -> Vec<Day> {
        let first = self.moves.partition_point(|(own, day, _)| (*own, *day) < (item, from));
        let near = self.moves[first..].iter().take_while(|(own, day, _)| *own == item && *day <= to);
        let mut days: Vec<Day> = near.map(|(_, _, on)| *on).collect();
        days.sort_unstable();
        days
    }

    /// The changes of all items, in the order of the plan.
    pub(super) fn in_order(&self) -> Vec<Override> {
        let mut all = self.all.clone();
        all.sort_by_key(|own| own.change);
        all
    }
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
