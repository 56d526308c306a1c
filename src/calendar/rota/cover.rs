//! Whether another way to fill what is at the same time covers more: all ways are tried where they are few.
//!
//! What is critical comes first, then how many seats are covered, then how many stay with whom they are. Only what hangs
//! together with an open seat is looked at: slots at the same time, step by step, which the same people can take.

use super::slot::NOBODY;
use super::solve::Solver;

/// How many slots are filled together, at most.
const MOST_SLOTS: usize = 10;
/// How many open slots beside one are looked at.
const LOOKS: usize = 50;
/// How many assignments are tried for one open slot, where all that hangs together is seen and where it is not, and in
/// one period.
const TRIES: usize = 5_000;
const FEW_TRIES: usize = 100;
const ALL_TRIES: usize = 20_000;

/// How much an assignment covers: critical slots, other slots, and how many stay as they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct SeatsCovered(usize, usize, usize);

impl SeatsCovered {
    const fn and(self, other: Self) -> Self {
        Self(self.0 + other.0, self.1 + other.1, self.2 + other.2)
    }
}

/// A slot that may be given to someone else.
struct SlotChoice {
    slot: u32,
    was: u32,
    /// Who may take it, whoever has it first.
    people: Vec<u32>,
    /// What it covers at most, with all that come after it.
    most: SeatsCovered,
}

/// A search for an assignment that covers more.
struct Search {
    choices: Vec<SlotChoice>,
    best: SeatsCovered,
    /// Who does what in the best one, if it is better than what was.
    found: Option<Vec<u32>>,
    tries: usize,
}

impl Solver<'_, '_, '_, '_, '_> {
    /// Fills open slots, in an order, by giving what is at the same time to others, where that covers more.
    pub(super) fn cover_more(&mut self, order: &[u32]) {
        let open: Vec<u32> = (0..self.work.slots.len() as u32).filter(|at| self.is_open(*at)).collect();
        let (mut done, mut tries) = (vec![false; self.work.slots.len()], ALL_TRIES);
        for at in order.iter().copied() {
            if tries == 0 {
                break;
            }
            if !self.is_open(at) || done[at as usize] || self.is_known_full(at) || self.is_full(at) {
                continue;
            }
            let slots = self.connected(at, &open);
            let is_whole = slots.len() < MOST_SLOTS;
            if is_whole {
                slots.iter().for_each(|slot| done[*slot as usize] = true);
            }
            // to see that takes a while, too
            if self.is_saturated(&slots) {
                tries = tries.saturating_sub(FEW_TRIES);
                continue;
            }
            tries -= self.improve(slots, tries.min(if is_whole { TRIES } else { FEW_TRIES }));
        }
    }

    pub(super) fn is_open(&self, at: u32) -> bool {
        self.assignment.who[at as usize] == NOBODY
    }

    /// Whether everyone who may take a slot has one of the same people at just the same time, which is no less critical: then
    /// no other way covers more.
    pub(super) fn is_full(&self, at: u32) -> bool {
        let slot = &self.work.slots[at as usize];
        let able = self.assignment.able(at);
        let is_alike = |at: u32| {
            let other = &self.work.slots[at as usize];
            let is_same = (other.start, other.end) == (slot.start, slot.end) && self.assignment.able(at) == able;
            is_same && (other.critical || !slot.critical)
        };
        able.iter().all(|person| {
            let mut conflicts = self.assignment.conflicts(*person, at);
            matches!((conflicts.next(), conflicts.next()), (Some(other), None) if is_alike(other))
        })
    }

    /// An open slot and those at the same time, step by step, that the same people have or could take.
    fn connected(&self, at: u32, open: &[u32]) -> Vec<u32> {
        let mut slots = vec![at];
        let mut next = 0;
        while let Some(at) = slots.get(next).copied() {
            next += 1;
            let able = self.assignment.able(at);
            let end =
                open.partition_point(|other| self.work.slots[*other as usize].start < self.work.slots[at as usize].end);
            let beside = open[..end].iter().rev().take(LOOKS).copied();
            let beside = beside.filter(|other| self.is_open(*other) && self.assignment.collide(at, *other));
            let beside = beside.filter(|other| self.assignment.able(*other).iter().any(|person| able.contains(person)));
            let held = able.iter().flat_map(|person| self.assignment.conflicts(*person, at));
            for other in held.filter(|other| !self.is_kept(*other)).chain(beside) {
                if slots.len() == MOST_SLOTS {
                    return slots;
                }
                if !slots.contains(&other) {
                    slots.push(other);
                }
            }
        }
        slots
    }

    /// Whether all of those who may take some slots, no two of which one person can do, have one of them already: then no
    /// other way covers more.
    fn is_saturated(&self, slots: &[u32]) -> bool {
        let is_critical = |slot: &&u32| self.work.slots[**slot as usize].critical;
        let (open, covered): (Vec<&u32>, Vec<&u32>) = slots.iter().partition(|slot| self.is_open(**slot));
        if open.iter().any(is_critical) && !covered.iter().all(is_critical) {
            return false;
        }
        let mut people: Vec<u32> = Vec::new();
        for person in slots.iter().flat_map(|slot| self.assignment.able(*slot)) {
            if !people.contains(person) {
                if people.len() == covered.len() {
                    return false;
                }
                people.push(*person);
            }
        }
        let mut pairs = (1..slots.len()).flat_map(|nth| slots[..nth].iter().map(move |one| (*one, slots[nth])));
        pairs.all(|(one, other)| self.assignment.collide(one, other))
    }

    /// Gives some slots to others if that covers more; returns how many assignments were tried.
    fn improve(&mut self, mut slots: Vec<u32>, tries: usize) -> usize {
        let order = |at: &u32| (!self.work.slots[*at as usize].critical, self.work.slots[*at as usize].rank, *at);
        slots.sort_by_key(order);
        let mut choices: Vec<SlotChoice> = Vec::new();
        let (mut now, mut most) = (SeatsCovered::default(), SeatsCovered::default());
        for slot in slots.into_iter().rev() {
            let was = self.assignment.who[slot as usize];
            let mut people = self.assignment.able(slot).to_vec();
            people.sort_by_key(|person| *person != was);
            let anyone = self.covered(slot, was, people.first().copied().unwrap_or(NOBODY));
            (now, most) = (now.and(self.covered(slot, was, was)), most.and(SeatsCovered(anyone.0, anyone.1, 1)));
            choices.push(SlotChoice { slot, was, people, most });
        }
        choices.reverse();
        choices.iter().for_each(|choice| self.assignment.unassign(choice.slot));
        let mut search = Search { choices, best: now, found: None, tries };
        self.search(&mut search, 0, SeatsCovered::default());
        let found = search.found.unwrap_or_else(|| search.choices.iter().map(|choice| choice.was).collect());
        for (choice, person) in search.choices.iter().zip(found) {
            if choice.was != person && choice.was != NOBODY {
                self.freed[choice.was as usize] = true;
            }
            if person != NOBODY {
                self.assignment.assign(choice.slot, person);
            }
        }
        tries - search.tries
    }

    /// Tries all ways to fill the slots from one on.
    fn search(&mut self, search: &mut Search, from: usize, cover: SeatsCovered) {
        let Some(SlotChoice { slot, was, most, .. }) = search.choices.get(from) else {
            if cover > search.best {
                let people = search.choices.iter().map(|choice| self.assignment.who[choice.slot as usize]);
                (search.best, search.found) = (cover, Some(people.collect()));
            }
            return;
        };
        let (slot, was, most) = (*slot, *was, *most);
        for nth in 0..=search.choices[from].people.len() {
            if search.tries == 0 || cover.and(most) <= search.best {
                return;
            }
            search.tries -= 1;
            let person = search.choices[from].people.get(nth).copied().unwrap_or(NOBODY);
            let next = cover.and(self.covered(slot, was, person));
            if person == NOBODY {
                self.search(search, from + 1, next);
            } else if self.assignment.conflicts(person, slot).next().is_none() {
                self.assignment.assign(slot, person);
                self.search(search, from + 1, next);
                self.assignment.unassign(slot);
            }
        }
    }

    /// What a slot covers with someone.
    fn covered(&self, slot: u32, was: u32, person: u32) -> SeatsCovered {
        let (covers, critical) = (usize::from(person != NOBODY), self.work.slots[slot as usize].critical);
        SeatsCovered(if critical { covers } else { 0 }, if critical { 0 } else { covers }, usize::from(person == was))
    }
}
