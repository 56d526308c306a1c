//! Single moves and swaps until none makes the score smaller.
//!
//! Every step taken makes it smaller, so it ends; it stops after [`LOOKS`] looks per slot and [`LOOKS_MORE`] more,
//! which bounds the time by the number of slots.

use super::assignment::Assignment;
use super::greedy::best;
use super::slot::NOBODY;

/// Candidates looked at, per slot.
const LOOKS: usize = 100;
/// Candidates looked at besides those.
const LOOKS_MORE: usize = 100_000;

/// Improves a assignment.
pub(super) fn improve(assignment: &mut Assignment<'_>) {
    let mut budget = SearchBudget(assignment.work.slots.len() * LOOKS + LOOKS_MORE);
    while moves(assignment, &mut budget) | swaps(assignment, &mut budget) {}
}

/// How many looks are left.
#[derive(Debug)]
struct SearchBudget(usize);

impl SearchBudget {
    /// Takes some; false when there are not so many.
    const fn take(&mut self, count: usize) -> bool {
        let is_left = self.0 >= count;
        self.0 = if is_left { self.0 - count } else { 0 };
        is_left
    }
}

/// Gives slots to others, one at a time; open slots too.
fn moves(assignment: &mut Assignment<'_>, budget: &mut SearchBudget) -> bool {
    let mut improved = false;
    for slot in 0..assignment.who.len() as u32 {
        let work = assignment.work;
        let it = &work.slots[slot as usize];
        let (able, person) = (assignment.able(slot), assignment.who[slot as usize]);
        let others = able.len().saturating_sub(usize::from(person != NOBODY));
        if it.pinned || others == 0 {
            continue;
        }
        if !budget.take(able.len()) {
            return false;
        }
        if person == NOBODY {
            let free = best(assignment, slot);
            if free != NOBODY {
                assignment.assign(slot, free);
                improved = true;
            }
            continue;
        }
        let over_less = assignment.over_by(person, it.week, -it.minutes);
        let less = assignment.uneven_by(person, -it.minutes);
        let is_better = |assignment: &Assignment<'_>, other: u32| {
            let over = over_less + assignment.over_by(other, it.week, it.minutes);
            over < 0 || over == 0 && less + assignment.uneven_by(other, it.minutes) < -1e-6
        };
        if able.iter().any(|other| *other != person && is_better(assignment, *other)) {
            let before = assignment.score;
            assignment.unassign(slot);
            let other = best(assignment, slot);
            assignment.assign(slot, if other == NOBODY { person } else { other });
            if assignment.score.beats(&before) {
                improved = true;
            } else if other != person {
                assignment.unassign(slot);
                assignment.assign(slot, person);
                assignment.score = before;
            }
        }
    }
    improved
}

/// Exchanges a slot for a shorter one of someone who has less, or for one of another week where hours are short.
fn swaps(assignment: &mut Assignment<'_>, budget: &mut SearchBudget) -> bool {
    let mut improved = false;
    for slot in 0..assignment.who.len() as u32 {
        let work = assignment.work;
        let it = &work.slots[slot as usize];
        let person = assignment.who[slot as usize];
        if it.pinned || person == NOBODY {
            continue;
        }
        for other in assignment.able(slot).iter().copied().filter(|other| *other != person) {
            if !budget.take(1) {
                return false;
            }
            let by_hours = assignment.is_over(person, it.week);
            let [one, two] = [person, other].map(|p| 1.0 / work.people[p as usize].weight);
            // what may go over without making Σ load²/weight larger
            let most = 2.0 * (assignment.share(person) - assignment.share(other)) / (one + two);
            #[allow(clippy::cast_precision_loss)] // minutes of a week
            let shortest = it.minutes as f64 - most;
            if !by_hours && (most <= 0.0 || !assignment.has_length(other, shortest, it.minutes)) {
                continue;
            }
            if !budget.take(assignment.own[other as usize].len()) {
                return false;
            }
            if let Some(theirs) = partner(assignment, slot, other, by_hours) {
                let before = assignment.score;
                assignment.unassign(slot);
                assignment.unassign(theirs);
                assignment.assign(slot, other);
                assignment.assign(theirs, person);
                if assignment.score.beats(&before) {
                    improved = true;
                    break;
                }
                assignment.unassign(slot);
                assignment.unassign(theirs);
                assignment.assign(slot, person);
                assignment.assign(theirs, other);
                assignment.score = before;
            }
        }
    }
    improved
}

/// The slot of someone that is best exchanged for another.
fn partner(assignment: &Assignment<'_>, slot: u32, other: u32, by_hours: bool) -> Option<u32> {
    let it = &assignment.work.slots[slot as usize];
    let person = assignment.who[slot as usize];
    let mut best: Option<(i64, f64, u32)> = None;
    for theirs in assignment.own[other as usize].iter().copied() {
        let that = &assignment.work.slots[theirs as usize];
        if that.pinned || !by_hours && that.minutes >= it.minutes {
            continue;
        }
        let apart = |who: u32, gives: &super::slot::Slot, takes: &super::slot::Slot| {
            if gives.week == takes.week {
                assignment.over_by(who, takes.week, takes.minutes - gives.minutes)
            } else {
                assignment.over_by(who, takes.week, takes.minutes) + assignment.over_by(who, gives.week, -gives.minutes)
            }
        };
        let over = apart(person, it, that) + apart(other, that, it);
        let moved = it.minutes - that.minutes;
        let uneven = assignment.uneven_by(person, -moved) + assignment.uneven_by(other, moved);
        let is_gain = over < 0 || over == 0 && uneven < -1e-6;
        let is_best = best.is_none_or(|best| (over, uneven, theirs) < best);
        if is_gain
            && is_best
            && assignment.able(theirs).contains(&person)
            && assignment.conflict(person, theirs, slot).is_none()
            && assignment.conflict(other, slot, theirs).is_none()
        {
            best = Some((over, uneven, theirs));
        }
    }
    best.map(|best| best.2)
}
