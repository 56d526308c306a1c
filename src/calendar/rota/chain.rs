//! Longer steps, where single ones no longer help: somebody takes a slot, gives up what collides with it or another one
//! of theirs, which goes to a third, and so on.
//!
//! Looked for from what nobody does and from weeks with too many hours; in small periods from everything.

use super::board::{Board, Score};
use super::improve::Looks;
use super::slot::NOBODY;

/// How many slots change hands at most.
const LONGEST: usize = 4;
/// How many do in small periods.
const LONGEST_SMALL: usize = 6;
/// A period of up to so many slots is small, and searched from each of them.
const SMALL: usize = 24;

/// Looks for one chain after another, short ones first; whether one was found.
pub(super) fn improve(board: &mut Board<'_>, looks: &mut Looks) -> bool {
    let longest = if board.who.len() <= SMALL { LONGEST_SMALL } else { LONGEST };
    (2..=longest).any(|length| of_length(board, looks, length))
}

fn of_length(board: &mut Board<'_>, looks: &mut Looks, length: usize) -> bool {
    let mut found = false;
    let mut in_vain = None;
    let work = board.work;
    for (slot, it) in (0..).zip(&work.slots) {
        let person = board.who[slot as usize];
        let is_sought = person == NOBODY || board.is_over(person, it.week) || work.slots.len() <= SMALL;
        if it.pinned || !is_sought || board.able(slot).is_empty() {
            continue;
        }
        // where nothing was found for one that nobody does, nothing is for the next alike
        let alike = (it.able, it.start, it.end, it.minutes);
        if person == NOBODY && (in_vain == Some(alike) || is_hopeless(board, slot)) {
            in_vain = Some(alike);
            continue;
        }
        let base = board.score;
        let mut search = Search { board: &mut *board, looks: &mut *looks, base, log: Vec::new() };
        if search.from(slot, length) {
            found = true;
            in_vain = None;
        } else if person == NOBODY {
            in_vain = Some(alike);
        }
        if looks.0 == 0 {
            return false;
        }
    }
    found
}

/// Whether everybody who could take a slot is held, all the time that it takes, by what nobody else could take either
/// and is not worth less.
fn is_hopeless(board: &Board<'_>, slot: u32) -> bool {
    let it = &board.work.slots[slot as usize];
    board.able(slot).iter().all(|person| {
        board.collider(*person, slot, NOBODY).is_some_and(|other| {
            let that = &board.work.slots[other as usize];
            let is_worth = (that.critical, that.minutes) >= (it.critical, it.minutes);
            let covers = that.start <= it.start && it.end <= that.end;
            (that.able == it.able && is_worth || that.pinned) && covers
        })
    })
}

struct Search<'b, 'w> {
    board: &'b mut Board<'w>,
    looks: &'b mut Looks,
    base: Score,
    /// What has been changed: the slot, who had it, the score before.
    log: Vec<(u32, u32, Score)>,
}

impl Search<'_, '_> {
    /// Gives a slot to each who may take it, and goes on from there.
    fn from(&mut self, slot: u32, left: usize) -> bool {
        let had = self.board.who[slot as usize];
        for person in self.board.able(slot).iter().copied().filter(|person| *person != had) {
            if !self.looks.take(4) {
                return false;
            }
            let mark = self.log.len();
            if self.force(slot, person) {
                if self.board.score.beats(&self.base) {
                    return true;
                }
                if left > 1 && self.go_on(slot, person, mark, left - 1) {
                    return true;
                }
            }
            self.undo(mark);
        }
        false
    }

    /// The next slot to change hands: what was given up, what nobody does at that time, or another one of that person.
    fn go_on(&mut self, slot: u32, person: u32, mark: usize, left: usize) -> bool {
        let is_open = |board: &Board<'_>, slot: &u32| board.who[*slot as usize] == NOBODY;
        let given_up: Vec<u32> = self.log.iter().map(|step| step.0).filter(|s| is_open(self.board, s)).collect();
        let mut next = given_up.clone();
        let it = self.board.work.slots[slot as usize];
        let slots: &[super::slot::Slot] = &self.board.work.slots;
        if self.board.score.open > 0 {
            // slots stand in the order of time
            let first = slots.partition_point(|other| other.week < it.week);
            let near = (first..slots.len()).take_while(|other| slots[*other].week == it.week).take(64);
            let near = near.map(|other| other as u32).filter(|other| {
                is_open(self.board, other) && !next.contains(other) && !self.board.able(*other).is_empty()
            });
            let near: Vec<u32> = near.collect();
            next.extend(near);
        }
        if given_up.is_empty() {
            let is_over = self.board.is_over(person, it.week);
            let own = self.board.own[person as usize].iter().copied();
            let own = own.filter(|own| {
                *own != slot && !slots[*own as usize].pinned && (!is_over || slots[*own as usize].week == it.week)
            });
            next.extend(own.take(64));
        }
        if given_up.is_empty() && slots.len() <= SMALL {
            // what was vacated may suit somebody else's
            let others =
                (0..slots.len() as u32).filter(|other| !slots[*other as usize].pinned && !next.contains(other));
            let others: Vec<u32> = others.collect();
            next.extend(others);
        }
        let moved: Vec<u32> = self.log[..mark].iter().map(|step| step.0).collect();
        next.into_iter().any(|next| next != slot && !moved.contains(&next) && self.from(next, left))
    }

    /// Gives a slot to somebody who then gives up what collides with it; false where that has a name on it.
    fn force(&mut self, slot: u32, person: u32) -> bool {
        self.step(slot, NOBODY);
        while let Some(other) = self.board.collider(person, slot, NOBODY) {
            if self.board.work.slots[other as usize].pinned {
                return false;
            }
            self.step(other, NOBODY);
        }
        self.step(slot, person);
        true
    }

    fn step(&mut self, slot: u32, person: u32) {
        self.log.push((slot, self.board.who[slot as usize], self.board.score));
        self.board.lift(slot);
        if person != NOBODY {
            self.board.put(slot, person);
        }
    }

    fn undo(&mut self, mark: usize) {
        while self.log.len() > mark {
            let Some((slot, had, score)) = self.log.pop() else { return };
            self.board.lift(slot);
            if had != NOBODY {
                self.board.put(slot, had);
            }
            self.board.score = score;
        }
    }
}
