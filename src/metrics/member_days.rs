//! Who did how much on which day: all that the figures about activity need, whatever order it came in.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::value::{Day, DayWindow};

/// The acts of each member by day. A member is a number that means nothing outside of one run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemberDays {
    /// By member, the days in order with the number of acts.
    members: FxHashMap<u32, Vec<(Day, u32)>>,
}

impl MemberDays {
    /// Adds one act.
    pub fn add(&mut self, member: u32, day: Day) {
        self.add_several(member, day, 1);
    }

    /// Adds several acts of one day.
    pub fn add_several(&mut self, member: u32, day: Day, acts: u32) {
        if acts == 0 {
            return;
        }
        let days = self.members.entry(member).or_default();
        // exports are mostly in order: the last day comes first
        match days.last_mut() {
            Some((last, count)) if *last == day => *count = count.saturating_add(acts),
            Some((last, _)) if *last > day => match days.binary_search_by_key(&day, |(day, _)| *day) {
                Ok(at) => days[at].1 = days[at].1.saturating_add(acts),
                Err(at) => days.insert(at, (day, acts)),
            },
            _ => days.push((day, acts)),
        }
    }

    /// The members and their days in order.
    pub fn members(&self) -> impl Iterator<Item = (u32, &[(Day, u32)])> {
        self.members.iter().map(|(member, days)| (*member, days.as_slice()))
    }

    /// The days of one member in order.
    pub fn of(&self, member: u32) -> &[(Day, u32)] {
        self.members.get(&member).map_or(&[], Vec::as_slice)
    }

    /// The acts of all but these members.
    pub fn without(&self, members: &BTreeSet<u32>) -> Self {
        let others = self.members.iter().filter(|(member, _)| !members.contains(member));
        Self { members: others.map(|(member, days)| (*member, days.clone())).collect() }
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether nobody did anything.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// From the first act to the last.
    pub fn span(&self) -> Option<DayWindow> {
        let first = self.members.values().filter_map(|days| days.first()).map(|(day, _)| *day).min()?;
        let last = self.members.values().filter_map(|days| days.last()).map(|(day, _)| *day).max()?;
        DayWindow::new(first, last)
    }

    /// Whether a member did something within a window.
    pub fn is_active(&self, member: u32, window: DayWindow) -> bool {
        has_day_in(self.of(member), window)
    }

    /// How many members did something within a window.
    pub fn active(&self, window: DayWindow) -> u64 {
        self.members.values().filter(|days| has_day_in(days, window)).count() as u64
    }

    /// For each day of a window, how many members did something in the days that end with it, so many days.
    pub fn active_ending(&self, window: DayWindow, days: i32) -> Vec<u64> {
        // where the count rises and falls
        let mut steps = vec![0_i64; window.each_day().count() + 1];
        let place = |day: Day| (day.0 - window.first.0) as usize;
        for own in self.members.values() {
            let mut next = window.first;
            for (day, _) in within(own, DayWindow { first: window.first.plus(1 - days), last: window.last }) {
                let (from, to) = (next.max(*day), day.plus(days - 1).min(window.last));
                if from <= to {
                    steps[place(from)] += 1;
                    steps[place(to) + 1] -= 1;
                    next = to.plus(1);
                }
            }
        }
        let counts = steps.iter().scan(0_i64, |count, step| {
            *count += step;
            u64::try_from(*count).ok()
        });
        counts.take(steps.len() - 1).collect()
    }

    /// How many acts each member did within a window, of those who did any; in ascending order.
    pub fn acts(&self, window: DayWindow) -> Vec<u64> {
        let sum =
            |days: &Vec<(Day, u32)>| -> u64 { within(days, window).iter().map(|(_, acts)| u64::from(*acts)).sum() };
        let mut acts: Vec<u64> = self.members.values().map(sum).filter(|acts| *acts > 0).collect();
        acts.sort_unstable();
        acts
    }

    /// How many members did something on each day, of the days that have any.
    pub fn active_by_day(&self) -> BTreeMap<Day, u64> {
        let mut by_day = BTreeMap::new();
        for (day, _) in self.members.values().flatten() {
            *by_day.entry(*day).or_default() += 1;
        }
        by_day
    }
}

/// The days that lie in a window.
pub(super) fn within(days: &[(Day, u32)], window: DayWindow) -> &[(Day, u32)] {
    let first = days.partition_point(|(day, _)| *day < window.first);
    let end = days.partition_point(|(day, _)| *day <= window.last);
    &days[first..end]
}

/// Whether one of the days lies in a window.
pub(super) fn has_day_in(days: &[(Day, u32)], window: DayWindow) -> bool {
    !within(days, window).is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_order_of_acts_does_not_matter(acts in prop::collection::vec((0u32..6, 0i32..40), 0..80), seed in 0usize..80) {
            let mut turned = acts.clone();
            turned.reverse();
            turned.rotate_left(seed.min(acts.len()));
            let [mut one, mut other] = [MemberDays::default(), MemberDays::default()];
            acts.iter().for_each(|(member, day)| one.add(*member, Day(*day)));
            turned.iter().for_each(|(member, day)| other.add(*member, Day(*day)));
            prop_assert_eq!(&one, &other);
            let all = DayWindow { first: Day(0), last: Day(40) };
            prop_assert_eq!(one.acts(all).iter().sum::<u64>(), acts.len() as u64);
            let window = DayWindow { first: Day(5), last: Day(45) };
            for days in [1, 7, 30] {
                let counted: Vec<u64> = window.each_day().map(|day| one.active(DayWindow::ending(day, days))).collect();
                prop_assert_eq!(one.active_ending(window, days), counted);
            }
        }
    }
}
