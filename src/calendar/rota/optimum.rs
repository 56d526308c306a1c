//! Periods too large for an exhaustive search: no single move and no swap makes the answer better.

use super::assignment::Score;
use super::slot::{Capacity, NOBODY, Slot, Work};
use super::tests::{Chance, collide, ours, score};

/// A period of two weeks with more slots than are searched one by one.
fn case(chance: &mut Chance) -> Work {
    let people = 3 + chance.below(4) as u32;
    let tight = chance.one_in(2);
    let mut work = Work { days: 15, weeks: 2, ..Work::default() };
    for _ in 0..people {
        let most = 60 + 15 * chance.below(20) as i64;
        let most = if tight { most } else { i64::MAX };
        work.people.push(Capacity { most, weight: 1.0 + chance.below(8) as f64 / 2.0 });
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

/// Fails where giving one slot to someone who is free, or exchanging two, makes the answer better.
pub(super) fn no_step_is_better(work: &Work, reached: &[u32]) -> Result<(), String> {
    let key = |score: &Score| (score.critical, score.open, score.over);
    let best = score(work, reached);
    let is_possible = |who: &[u32], slot: usize| {
        let (person, (first, end)) = (who[slot], work.slots[slot].able);
        let others = who.iter().enumerate().filter(|(other, theirs)| *other != slot && **theirs == person);
        work.pool[first as usize..end as usize].contains(&person)
            && others.into_iter().all(|(other, _)| !collide(&work.slots[slot], &work.slots[other]))
    };
    let is_better = |who: &[u32]| {
        let found = score(work, who);
        key(&found) < key(&best) || key(&found) == key(&best) && found.uneven < best.uneven - 1e-5
    };
    let movable: Vec<usize> = (0..work.slots.len()).filter(|slot| !work.slots[*slot].pinned).collect();
    for slot in movable.iter().copied() {
        for person in 0..work.people.len() as u32 {
            let mut who = reached.to_vec();
            who[slot] = person;
            if is_possible(&who, slot) && is_better(&who) {
                return Err(format!("{slot} to {person}"));
            }
        }
        for other in movable.iter().copied().filter(|other| *other < slot) {
            let mut who = reached.to_vec();
            who.swap(slot, other);
            let is_given = who[slot] != NOBODY && who[other] != NOBODY;
            if is_given && is_possible(&who, slot) && is_possible(&who, other) && is_better(&who) {
                return Err(format!("{slot} and {other}"));
            }
        }
    }
    Ok(())
}

#[test]
fn no_move_and_no_swap_makes_the_answer_better() {
    let mut chance = Chance(20_270_201);
    for number in 0..60 {
        let work = case(&mut chance);
        no_step_is_better(&work, &ours(&work, true).1).unwrap_or_else(|step| panic!("case {number}: {step}"));
    }
}
