//! What an assignment keeps up to date, compared with the same calculated again.

use super::super::slot::Capacity;
use super::*;

/// Three slots of one untimed entry, two that overlap on the first day and one of the second week.
fn work() -> Work {
    let blank = Slot {
        entry: 0,
        seat: 0,
        role: 0,
        named: NOBODY,
        start: 0,
        end: 0,
        days: (0, 0),
        week: 0,
        minutes: 30,
        lasts: 30,
        rank: (0, 0, 0),
        turn: None,
        turn_of: NOBODY,
        published: NOBODY,
        critical: false,
        pinned: false,
        mates: (0, 3),
        occasion: (NOBODY, 0),
        is_event: false,
        live: None,
        is_post: false,
        is_task: false,
        able: (0, 2),
    };
    let long = Slot { entry: 1, start: 600, end: 690, minutes: 90, mates: (3, 4), critical: true, ..blank };
    let beside = Slot { entry: 2, start: 660, end: 720, minutes: 60, mates: (4, 5), ..blank };
    let later =
        Slot { entry: 3, start: 12_000, end: 12_060, minutes: 60, days: (8, 8), week: 1, mates: (5, 6), ..blank };
    Work {
        slots: vec![blank, Slot { seat: 1, ..blank }, Slot { seat: 2, ..blank }, long, beside, later],
        pool: vec![0, 1],
        people: vec![Capacity { most: 120, weight: 2.0 }, Capacity { most: i64::MAX, weight: 5.0 }],
        days: 14,
        weeks: 2,
    }
}

#[test]
fn finds_what_is_held_at_a_time() {
    let mut seed = 7_u64;
    let mut below = |bound: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i32::try_from((seed >> 33) % bound).expect("small")
    };
    for _ in 0..100 {
        let (mut busy, mut all) = (Busy::default(), Vec::new());
        for slot in 0..8 {
            let start = below(100);
            let held = (start, slot, start + 1 + below(40));
            busy.add(held);
            all.push(held);
            if below(4) == 0 {
                let gone = all.swap_remove(usize::try_from(below(all.len() as u64)).expect("an index"));
                busy.remove(gone);
            }
        }
        all.sort_unstable();
        for start in 0..140 {
            let end = start + 1 + below(30);
            let expected: Vec<u32> =
                all.iter().filter(|held| held.0 < end && start < held.2).map(|held| held.1).collect();
            assert_eq!(busy.within(start, end).collect::<Vec<_>>(), expected, "{start}..{end} {all:?}");
        }
    }
}

#[test]
fn minutes_follow_the_slots() {
    let work = work();
    let mut assignment = Assignment::new(&work);
    for slot in [3, 4, 5] {
        assignment.assign(slot, 0);
    }
    assert_eq!(
        [assignment.minutes(0, 0), assignment.minutes(0, 1), assignment.minutes(1, 0)],
        [(150, 210), (60, 210), (0, 0)]
    );
    // in any order, nothing is left of them
    for slot in [3, 5, 4, 4] {
        assignment.unassign(slot);
    }
    assert_eq!([assignment.minutes(0, 0), assignment.minutes(0, 1)], [(0, 0), (0, 0)]);
    assert!(assignment.busy.iter().all(|busy| busy.held.is_empty()));
}

/// The first slot of someone, besides `but`, that they cannot do together with another.
fn conflict(assignment: &Assignment<'_>, person: u32, slot: u32, but: u32) -> Option<u32> {
    assignment.conflicts(person, slot).find(|other| *other != but)
}

#[test]
fn slots_at_the_same_time_collide() {
    let mut work = work();
    work.slots.push(Slot { entry: 4, occasion: (7, 1), is_event: true, mates: (6, 7), ..work.slots[3] });
    work.slots.push(Slot { entry: 5, occasion: (7, 1), is_event: false, mates: (7, 8), ..work.slots[3] });
    let mut assignment = Assignment::new(&work);
    assignment.assign(0, 0);
    // another place of the same entry, which takes no time
    assert_eq!([conflict(&assignment, 0, 1, NOBODY), conflict(&assignment, 0, 2, NOBODY)], [Some(0), Some(0)]);
    assert_eq!(
        [conflict(&assignment, 0, 1, 0), conflict(&assignment, 0, 0, NOBODY), conflict(&assignment, 1, 1, NOBODY)],
        [None; 3]
    );
    assignment.assign(3, 0);
    assert_eq!([conflict(&assignment, 0, 4, NOBODY), conflict(&assignment, 0, 6, NOBODY)], [Some(3), Some(3)]);
    assert_eq!(
        [conflict(&assignment, 0, 4, 3), conflict(&assignment, 0, 3, NOBODY), conflict(&assignment, 0, 5, NOBODY)],
        [None; 3]
    );
    assignment.unassign(3);
    assignment.assign(6, 0);
    // a task at its event is no collision
    assert_eq!([conflict(&assignment, 0, 7, NOBODY), conflict(&assignment, 0, 3, NOBODY)], [None, Some(6)]);
}

#[test]
fn reports_the_later_of_two_pinned_slots() {
    let mut work = work();
    for slot in [3, 4, 5] {
        (work.slots[slot].pinned, work.slots[slot].named) = (true, 1);
    }
    let mut assignment = Assignment::new(&work);
    for slot in [3, 4, 5] {
        assignment.assign(slot, 1);
    }
    assert_eq!(
        [
            assignment.earlier_pinned_conflict(3),
            assignment.earlier_pinned_conflict(4),
            assignment.earlier_pinned_conflict(5)
        ],
        [None, Some(3), None]
    );
}
