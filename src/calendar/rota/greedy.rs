//! The first answer: named people, then slot by slot in the order of time to the person with the least load.

use super::assignment::Assignment;
use super::slot::{NOBODY, Slot};

/// Fills an empty assignment: in the order of time, and where that leaves a critical role open, those of critical roles first.
pub(super) fn fill(assignment: &mut Assignment<'_>) {
    in_time(assignment, |_| true);
    if assignment.score.critical > 0 {
        (0..assignment.who.len() as u32).for_each(|slot| assignment.unassign(slot));
        in_time(assignment, |slot| slot.critical);
        in_time(assignment, |slot| !slot.critical);
    }
}

/// Gives away some of the slots in the order of time, pinned ones first.
fn in_time(assignment: &mut Assignment<'_>, is_asked: impl Fn(&Slot) -> bool) {
    let slots: &[Slot] = &assignment.work.slots;
    for (at, _) in (0..).zip(slots).filter(|(_, slot)| slot.pinned) {
        if assignment.who[at as usize] == NOBODY {
            assignment.assign(at, slots[at as usize].named);
        }
    }
    // where nobody was free, nobody is for the next slot of the same kind
    let mut in_vain = None;
    for (at, slot) in (0..).zip(slots).filter(|(_, slot)| !slot.pinned && is_asked(slot)) {
        let kind = (slot.able, slot.start, slot.end, slot.occasion, slot.is_event);
        if in_vain == Some(kind) {
            continue;
        }
        match best(assignment, at) {
            NOBODY if slot.start < slot.end => in_vain = Some(kind),
            NOBODY => {}
            person => assignment.assign(at, person),
        }
    }
}

/// Of those who are free: the person with the fewest minutes over their hours, then the least growth of Σ load²/weight.
pub(super) fn best(assignment: &Assignment<'_>, slot: u32) -> u32 {
    let it = &assignment.work.slots[slot as usize];
    let mut best = (NOBODY, i64::MAX, f64::INFINITY);
    for person in assignment.able(slot).iter().copied() {
        let (over, uneven) =
            (assignment.over_by(person, it.week, it.minutes), assignment.uneven_by(person, it.minutes));
        let is_better = over < best.1 || over == best.1 && uneven < best.2;
        if is_better && assignment.conflict(person, slot, NOBODY).is_none() {
            best = (person, over, uneven);
        }
    }
    best.0
}
