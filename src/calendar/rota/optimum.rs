//! Periods too large for an exhaustive search: what is answered cannot be made better by one move or one swap.

use super::board::Board;
use super::slot::{Giver, NOBODY, Slot, Work};
use super::tests::{Chance, collide, score};
use super::{greedy, improve};

/// A period of two weeks with more slots than are searched one by one.
fn case(chance: &mut Chance) -> Work {
    let people = 3 + chance.below(4) as u32;
    let tight = chance.one_in(2);
    let mut work = Work { days: 15, weeks: 2, ..Work::default() };
    for _ in 0..people {
        let most = 60 + 15 * chance.below(20) as i64;
        let most = if tight { most } else { i64::MAX };
        work.people.push(Giver { most, weight: 1.0 + chance.below(8) as f64 / 2.0 });
    }
    let mut starts: Vec<i32> =
        (0..30).map(|_| chance.below(14) as i32 * 1440 + 540 + 30 * chance.below(12) as i32).collect();
    starts.sort_unstable();
    for (at, start) in (0..).zip(starts) {
        let minutes = 15 * (1 + chance.below(9) as i32);
        let first = work.pool.len() as u32;
        for person in 0..people {
            if !chance.one_in(4) {
                work.pool.push(person);
            }
        }
        let day = (start / 1440) as u8;
        work.slots.push(Slot {
            entry: at,
            seat: 0,
            role: 0,
            named: NOBODY,
            start,
            end: start + minutes,
            days: (day, day),
            week: day / 7,
            minutes: i64::from(minutes),
            length: 0,
            critical: false,
            pinned: false,
            mates: (at, at + 1),
            occasion: (NOBODY, 0),
            is_event: true,
            able: (first, work.pool.len() as u32),
        });
    }
    work.sort_lengths();
    work
}

#[test]
fn no_move_and_no_swap_makes_the_answer_better() {
    let mut chance = Chance(20_270_201);
    for number in 0..60 {
        let work = case(&mut chance);
        let mut board = Board::new(&work);
        greedy::fill(&mut board);
        improve::improve(&mut board);
        let reached = score(&work, &board.who);
        let is_able = |slot: usize, person: u32| {
            let (first, end) = work.slots[slot].able;
            work.pool[first as usize..end as usize].contains(&person)
        };
        let is_possible = |who: &[u32], slot: usize| {
            let person = who[slot];
            let others = who.iter().enumerate().filter(|(other, theirs)| *other != slot && **theirs == person);
            is_able(slot, person)
                && others.into_iter().all(|(other, _)| !collide(&work.slots[slot], &work.slots[other]))
        };
        let is_better = |who: &[u32]| {
            let told = score(&work, who);
            (told.open, told.over) < (reached.open, reached.over)
                || (told.open, told.over) == (reached.open, reached.over) && told.uneven < reached.uneven - 1e-5
        };
        for slot in 0..work.slots.len() {
            for person in 0..work.people.len() as u32 {
                let mut who = board.who.clone();
                who[slot] = person;
                assert!(!(is_possible(&who, slot) && is_better(&who)), "case {number}: {slot} to {person}");
            }
            for other in (0..slot).filter(|other| board.who[slot] != NOBODY && board.who[*other] != NOBODY) {
                let mut who = board.who.clone();
                who.swap(slot, other);
                let is_possible = is_possible(&who, slot) && is_possible(&who, other);
                assert!(!(is_possible && is_better(&who)), "case {number}: {slot} and {other}");
            }
        }
    }
}
