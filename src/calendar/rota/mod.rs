//! Who does what: roles become people, fairly, period by period.
//!
//! A period is the ISO weeks whose Thursday is in a month; loads start at zero in each, so nothing outside a period
//! changes anything in it. As small as possible, in this order: minutes of critical roles that are open, minutes that
//! are open, minutes over weekly hours, Σ load²/weight. Weight: hours a week × share of the days on which someone is
//! there; who gave no hours counts as five, and is never over them. Ties go to the declared order, rotated by the number
//! of the period.
//!
//! Named people, and those set by changes, are pinned, even outside their available hours, and even for two things at
//! once, which is a problem; who is away is replaced by their backup. Times are half-open, and the rota itself gives
//! nobody two things at once: it leaves one of them open, and that is a problem. Without a time, and for posts, only
//! hours count, and whether someone is available on that day at all. A task does not collide with its own event. Not
//! seen: what runs from one period past midnight into the next.
//!
//! First [greedily](greedy), then by [moves and swaps](improve), which end at a local optimum: no single move and no
//! swap makes it better. Must not look at anything outside its own period.

mod assignment;
mod candidates;
mod greedy;
mod improve;
#[cfg(test)]
mod optimum;
mod period;
#[cfg(test)]
mod seats;
mod slot;
mod team;
#[cfg(test)]
mod tests;

use super::contents::Problem;
use super::decision::Seat;
use super::entry::Entry;
use crate::value::{Day, Month};
use assignment::Assignment;
use candidates::FilledEntry;
use period::PeriodSlots;
use slot::{NOBODY, Work};
pub(super) use team::Team;

/// The period of a day.
pub(super) const fn period(day: Day) -> Month {
    day.monday().plus(3).month()
}

/// The days of a period, both ends included: from the Monday of the week of its month's first Thursday.
pub(super) const fn days(period: Month) -> (Day, Day) {
    let next = Month(period.0 + 1);
    (period.first().plus(3).monday(), next.first().plus(3).monday().plus(-1))
}

impl Team<'_> {
    /// Fills in the people; entries come in order of time.
    pub(super) fn assign(&self, mut entries: &mut [Entry], problems: &mut Vec<Problem>) {
        while let Some(first) = entries.first() {
            let month = period(first.at.day);
            let count = entries.partition_point(|entry| entry.at.day <= days(month).1).max(1);
            let (now, later) = entries.split_at_mut(count);
            let period = self.lay_out(month, now);
            fill(now, &period, &solve(&period.work), problems);
            entries = later;
        }
    }

    /// Who could take the seats of each entry of a day, by its index among the entries of the whole period, which come in
    /// order of time.
    pub(super) fn candidates(&self, entries: &mut [Entry], day: Day) -> Vec<(usize, Vec<Seat>)> {
        let period = self.lay_out(period(day), entries);
        let assignment = solve(&period.work);
        fill(entries, &period, &assignment, &mut Vec::new());
        let of_day = (0..).zip(entries.iter()).filter(|(_, entry)| entry.at.day == day);
        let filled = |(at, entry)| FilledEntry { period: &period, assignment: &assignment, entry, at };
        of_day.map(|(at, entry)| (at as usize, filled((at, entry)).seats())).collect()
    }

    /// The slots of one period.
    fn lay_out(&self, month: Month, entries: &mut [Entry]) -> PeriodSlots<'_> {
        let (from, to) = days(month);
        let turn = usize::try_from(month.0).unwrap_or(0);
        let mut period = PeriodSlots::new(self, from, to.0 - from.0 + 1, turn);
        for (at, entry) in (0..).zip(entries) {
            if !entry.cancelled {
                period.add(at, entry);
            }
        }
        period.work.sort_lengths();
        period
    }
}

/// Who does which slot.
fn solve(work: &Work) -> Assignment<'_> {
    let mut assignment = Assignment::new(work);
    greedy::fill(&mut assignment);
    improve::improve(&mut assignment);
    assignment
}

/// Fills in the people of one period, and reports its problems.
fn fill(entries: &mut [Entry], period: &PeriodSlots<'_>, assignment: &Assignment<'_>, problems: &mut Vec<Problem>) {
    let mut found = period.problems.clone();
    for (at, slot) in (0..).zip(&period.work.slots) {
        let entry = &mut entries[slot.entry as usize];
        let (origin, day) = (entry.origin, entry.at.day);
        let person = Some(assignment.who[at as usize]).filter(|person| *person != NOBODY).map(|person| person as usize);
        let seat = match slot.seat {
            0 => &mut entry.who,
            seat => &mut entry.staff[usize::from(seat) - 1],
        };
        match person {
            Some(person) => seat.person = Some(person),
            None if slot.named != NOBODY => {
                found.push((slot.entry, Problem::AwayOwner { person: slot.named as usize, origin, day }));
            }
            None => found.push((slot.entry, Problem::Uncovered { role: slot.role as usize, origin, day })),
        }
        if slot.pinned
            && let Some(other) = assignment.earlier_pinned_conflict(at)
        {
            let first = entries[period.work.slots[other as usize].entry as usize].origin;
            found.push((slot.entry, Problem::DoubleBooked { person: slot.named as usize, first, second: origin, day }));
        }
    }
    for (entry, seat) in &period.shared {
        let entry = &mut entries[*entry as usize];
        entry.staff[usize::from(*seat) - 1].person = entry.who.person;
    }
    found.sort_by_key(|(entry, _)| *entry);
    problems.extend(found.into_iter().map(|(_, problem)| problem));
}
