//! Who does what: named people first, then those for whom it was published, then everyone in turn, then stand-ins for
//! what is left open.
//!
//! A turn is kept unless its person cannot be there or does something at the same time that comes first: what is critical,
//! then by kind, then in the order of the plan. A stand-in is chosen by what is fixed – backup, neighbouring turns, hours
//! taken up by turns so far – so that one absence never changes another seat. Only where nobody is free do others change
//! places, and only with what is at the same time.

use std::cmp::Ordering;

use rustc_hash::{FxHashMap, FxHashSet};

use super::assignment::Assignment;
use super::period::PeriodSlots;
use super::slot::{LIFE, NOBODY, Slot, Work};
use super::turns::TurnLists;

/// How many people may change places for one open seat.
const CHAIN: usize = 4;
/// How many candidates are looked at for that.
const LOOKS: usize = 50;

/// Who does each slot of a period.
pub(super) fn solve<'p>(period: &'p PeriodSlots<'_>, lists: &TurnLists<'_, '_>) -> Assignment<'p> {
    let work = &period.work;
    let whose = |slot: &Slot| if slot.pinned { slot.named } else { slot.turn_of };
    let mut counts = vec![0; work.people.len()];
    work.slots.iter().map(whose).filter(|person| *person != NOBODY).for_each(|person| counts[person as usize] += 1);
    let mut turns: Vec<Vec<TurnLoad>> = counts.into_iter().map(Vec::with_capacity).collect();
    for (at, slot) in (0..).zip(&work.slots) {
        let person = whose(slot);
        if person != NOBODY {
            let (week, minutes, rank) = (slot.week, slot.minutes, (slot.rank.0, slot.rank.1));
            turns[person as usize].push(TurnLoad { at, week, minutes, rank });
        }
    }
    let (full, freed, alone) = (vec![false; work.slots.len()], vec![false; work.people.len()], alone(&work.slots));
    let mut solver = Solver { period, work, lists, turns, alone, full, freed, assignment: Assignment::new(work) };
    solver.run();
    solver.assignment
}

/// Whether each slot takes up time of a role, with nothing that someone could do beside it.
fn alone(slots: &[Slot]) -> Vec<bool> {
    let longest = slots.iter().filter(|slot| slot.is_event).map(|slot| slot.end - slot.start).max().unwrap_or(0);
    // what is over before its event, or begins after it, is work like any other
    let is_during = |slot: &&Slot| {
        let event = slot.occasion.1;
        let is_beside = event < slot.end && slot.start - longest < event;
        !slot.is_event && slot.occasion.0 != NOBODY && slot.start < slot.end && is_beside
    };
    let paired: FxHashSet<(u32, i32)> = slots.iter().filter(is_during).map(|slot| slot.occasion).collect();
    let is_alone = |slot: &Slot| {
        slot.start < slot.end && slot.named == NOBODY && (paired.is_empty() || !paired.contains(&slot.occasion))
    };
    slots.iter().map(is_alone).collect()
}

/// The slots that are not given by name: what is critical first, then by rank. A number each is sorted.
fn in_order(slots: &[Slot]) -> Vec<u32> {
    let key = |(at, slot): (u32, &Slot)| {
        let (kind, row, within) = slot.rank;
        let rank = u128::from(kind) << 64 | u128::from(row) << 32 | u128::from(within);
        (u128::from(!slot.critical) << 72 | rank) << 32 | u128::from(at)
    };
    let mut keys: Vec<u128> = (0..).zip(slots).filter(|(_, slot)| !slot.pinned).map(key).collect();
    keys.sort_unstable();
    keys.into_iter().map(|key| key as u32).collect()
}

/// What a stand-in would have: minutes over their hours, minutes by their hours, and turns until their own.
type StandInLoad = (i64, f64, usize);

/// Those who may take a slot, as a stretch of [`Work::pool`], and the minutes that it takes up.
type SeatTime = ((u32, u32), i32, i32);

/// What someone does by name or by turn, as far as it counts for others.
#[derive(Debug, Clone, Copy)]
struct TurnLoad {
    at: u32,
    week: u8,
    minutes: i32,
    /// The kind, and the place in the plan.
    rank: (u8, u32),
}

pub(super) struct Solver<'p, 't, 'l, 'e, 'a> {
    period: &'p PeriodSlots<'t>,
    pub(super) work: &'p Work,
    lists: &'l TurnLists<'e, 'a>,
    /// The slots of each person by name and by turn, whoever takes them in the end, in order of time.
    turns: Vec<Vec<TurnLoad>>,
    /// Whether each slot takes up time with nothing that someone could do beside it.
    alone: Vec<bool>,
    /// The slots at whose time everyone who can has something that is no less critical.
    full: Vec<bool>,
    /// Who was taken from something since.
    pub(super) freed: Vec<bool>,
    pub(super) assignment: Assignment<'p>,
}

impl Solver<'_, '_, '_, '_, '_> {
    fn run(&mut self) {
        let slots = &self.work.slots;
        for (at, slot) in (0..).zip(slots).filter(|(_, slot)| slot.pinned) {
            self.assignment.assign(at, slot.named);
        }
        let order = in_order(slots);
        let published = (0..).zip(slots).filter(|(_, slot)| slot.published != NOBODY && !slot.pinned);
        for (at, person) in published.map(|(at, slot)| (at, slot.published)) {
            self.assign_if_free(at, person);
        }
        for at in order.iter().copied() {
            let person = slots[at as usize].turn_of;
            if person != NOBODY && self.assignment.who[at as usize] == NOBODY {
                self.assign_if_free(at, person);
            }
        }
        // where nobody was free, nobody is for the next slot at the same time, unless someone can do it beside their own
        let mut in_vain: FxHashMap<SeatTime, bool> = FxHashMap::default();
        for at in order.iter().copied() {
            if !self.is_open(at) {
                continue;
            }
            let (slot, is_alone) = (&slots[at as usize], self.alone[at as usize]);
            let time = (slot.able, slot.start, slot.end);
            let known = if is_alone { in_vain.get(&time).copied() } else { None };
            if known.is_none() && (self.fill(at) || !is_alone) {
                continue;
            }
            let is_full = known.unwrap_or_else(|| self.is_full(at));
            in_vain.entry(time).or_insert(is_full);
            self.full[at as usize] = is_full;
        }
        self.cover_more(&order);
        // who changed places, or was taken for what is critical, may be free for the rest of what they left
        let again = if self.freed.contains(&true) { order } else { Vec::new() };
        for at in again {
            if self.is_open(at) && self.assignment.able(at).iter().any(|person| self.freed[*person as usize]) {
                self.fill_with_a_free_person(at);
            }
        }
    }

    /// Whether no way to fill a slot was left.
    pub(super) fn is_known_full(&self, at: u32) -> bool {
        self.full[at as usize]
    }

    /// Takes a slot from the person who has it.
    fn unassign(&mut self, slot: u32) {
        let person = self.assignment.who[slot as usize];
        if person != NOBODY {
            self.freed[person as usize] = true;
        }
        self.assignment.unassign(slot);
    }

    /// Gives a slot to someone, if they can be there and have nothing else at that time.
    fn assign_if_free(&mut self, at: u32, person: u32) {
        let is_able = self.assignment.able(at).contains(&person);
        if is_able && self.assignment.conflicts(person, at).next().is_none() {
            self.assignment.assign(at, person);
        }
    }

    /// Whether a slot stays with whom it is given to: it is theirs by name, or was published for them.
    pub(super) fn is_kept(&self, at: u32) -> bool {
        let slot = &self.work.slots[at as usize];
        slot.pinned || slot.published != NOBODY && slot.published == self.assignment.who[at as usize]
    }

    /// Finds someone for an open slot.
    fn fill(&mut self, at: u32) -> bool {
        if self.fill_with_a_free_person(at) {
            return true;
        }
        if self.is_full(at) {
            return false;
        }
        let (mut moves, mut looks) = (Vec::new(), LOOKS);
        if self.change_places(at, CHAIN, &mut moves, &mut looks) {
            moves.iter().for_each(|(slot, _)| self.unassign(*slot));
            moves.iter().for_each(|(slot, person)| self.assignment.assign(*slot, *person));
            return true;
        }
        self.work.slots[at as usize].critical && self.take_from_others(at)
    }

    /// Gives a slot, if it is open, to the best of those who are free.
    fn fill_with_a_free_person(&mut self, at: u32) -> bool {
        if self.assignment.who[at as usize] != NOBODY {
            return false;
        }
        let is_free = |person: &u32| self.assignment.conflicts(*person, at).next().is_none();
        let Some(person) = self.best(at, is_free) else { return false };
        self.assignment.assign(at, person);
        true
    }

    /// Looks for people who change places until one is free.
    fn change_places(&self, at: u32, depth: usize, moves: &mut Vec<(u32, u32)>, looks: &mut usize) -> bool {
        for person in self.assignment.able(at).iter().copied() {
            let Some(left) = looks.checked_sub(1) else { return false };
            *looks = left;
            // those who change places already may do so again, with what they have by then
            if moves.iter().any(|(slot, moved)| *moved == person && self.assignment.collide(*slot, at)) {
                continue;
            }
            let is_left = |other: &u32| moves.iter().all(|(slot, _)| slot != other);
            let others: Vec<u32> = self.assignment.conflicts(person, at).filter(is_left).collect();
            if others.len() > depth || others.iter().any(|other| self.is_kept(*other)) {
                continue;
            }
            let before = moves.len();
            moves.push((at, person));
            let mut moved = others.iter().map(|other| {
                moves.iter().any(|(slot, _)| slot == other) || self.change_places(*other, depth - 1, moves, looks)
            });
            if moved.all(|moved| moved) {
                return true;
            }
            moves.truncate(before);
        }
        false
    }

    /// Takes a person for a critical slot from what is not; that is looked at again afterwards.
    fn take_from_others(&mut self, at: u32) -> bool {
        for person in self.ranked(at) {
            let conflicts: Vec<u32> = self.assignment.conflicts(person, at).collect();
            let is_free = |other: &u32| !self.is_kept(*other) && !self.work.slots[*other as usize].critical;
            if conflicts.iter().all(is_free) {
                conflicts.into_iter().for_each(|other| self.unassign(other));
                self.assignment.assign(at, person);
                return true;
            }
        }
        false
    }

    /// The best stand-in of those who can be there and are asked for.
    fn best(&self, at: u32, is_asked_for: impl Fn(&u32) -> bool) -> Option<u32> {
        let asked = self.assignment.able(at).iter().copied().filter(is_asked_for);
        let (mut best, mut people) = (None, Vec::new());
        for person in asked {
            let fitness = self.place_of_stand_in(at, person);
            if best.is_none_or(|best| fitness < best) {
                best = Some(fitness);
                people.clear();
            }
            if best == Some(fitness) {
                people.push(person);
            }
        }
        // what they do already is counted only where it decides
        if people.len() < 2 {
            return people.first().copied();
        }
        let mut alike: Vec<(StandInLoad, u32)> =
            people.into_iter().map(|person| (self.load_of_stand_in(at, person), person)).collect();
        let least = |one: &(StandInLoad, u32), other: &(StandInLoad, u32)| {
            one.0.partial_cmp(&other.0).unwrap_or(Ordering::Equal)
        };
        alike.sort_by(least);
        let ((over, all, _), first) = alike[0];
        // a turn more or less says only where in the round the period begins
        let turn = f64::from(self.work.slots[at as usize].minutes) / self.work.people[first as usize].weight;
        let count = alike.partition_point(|(load, _)| load.0 == over && load.1 <= all + turn);
        // of those who are alike another one in each round, so that a long absence is not all one person's
        alike.truncate(count);
        alike.sort_by_key(|((.., distance), _)| *distance);
        let round = self.work.slots[at as usize].turn.map_or(0, |turn| self.lists.round(turn));
        Some(alike[round % count].1)
    }

    /// Those who can be there, the best stand-in first.
    fn ranked(&self, at: u32) -> Vec<u32> {
        let fitness = |person: &u32| (self.place_of_stand_in(at, *person), self.load_of_stand_in(at, *person), *person);
        let mut people: Vec<_> = self.assignment.able(at).iter().map(fitness).collect();
        people.sort_by(|one, other| (one.0, one.1).partial_cmp(&(other.0, other.1)).unwrap_or(Ordering::Equal));
        people.into_iter().map(|(.., person)| person).collect()
    }

    /// What makes someone a good stand-in first, the smaller the better: which backup they are, and no neighbouring turn.
    fn place_of_stand_in(&self, at: u32, person: u32) -> (usize, bool) {
        let slot = &self.work.slots[at as usize];
        let backups = match slot.turn_of {
            NOBODY => &[][..],
            person => &self.period.team.members[person as usize].backups,
        };
        let backup = backups.iter().position(|backup| *backup as u32 == person).unwrap_or(usize::MAX);
        (backup, slot.turn.is_some_and(|turn| self.lists.serves_next_to(turn, person)))
    }

    /// What makes someone a good stand-in then: minutes over their hours, how much they do already, and how soon it is
    /// their turn.
    #[allow(clippy::cast_precision_loss)] // minutes of five weeks
    fn load_of_stand_in(&self, at: u32, person: u32) -> StandInLoad {
        let slot = &self.work.slots[at as usize];
        let capacity = &self.work.people[person as usize];
        let (week, all) = self.taken_by_turns(at, slot, person);
        let over = (week + i64::from(slot.minutes)).saturating_sub(capacity.most).max(0);
        let holders = (slot.role != NOBODY).then(|| &self.period.team.holders[slot.role as usize]);
        let place = |of: u32| holders.and_then(|holders| holders.iter().position(|holder| *holder as u32 == of));
        let (count, from) = (holders.map_or(0, Vec::len), place(slot.turn_of).map_or(0, |place| place + 1));
        let distance = place(person).map_or(count, |place| (place + count - from % count.max(1)) % count.max(1));
        (over, all as f64 / capacity.weight, distance)
    }

    /// The minutes that someone has in the same week, and in the period so far: by name and by turn, of this item and of
    /// those of the same kind that the plan has before it, so that nothing which is added later changes them.
    fn taken_by_turns(&self, at: u32, slot: &Slot, person: u32) -> (i64, i64) {
        let own = self.turns[person as usize].iter().take_while(|other| other.at < at);
        let own = own.filter(|other| self.comes_before(other, slot));
        own.fold((0, 0), |(week, all), other| {
            (week + if other.week == slot.week { i64::from(other.minutes) } else { 0 }, all + i64::from(other.minutes))
        })
    }

    /// Whether a slot is of the same item as another, or of one of the same kind that the plan has before it. The dates of
    /// other tables count for themselves alone: who writes down an anniversary moves no work.
    fn comes_before(&self, one: &TurnLoad, other: &Slot) -> bool {
        match other.rank.0 {
            LIFE => {
                let turn = self.work.slots[one.at as usize].turn;
                turn.zip(other.turn).is_some_and(|(one, other)| one.is_of_duty(other))
            }
            kind => one.rank.0 == kind && one.rank.1 <= other.rank.1,
        }
    }
}
