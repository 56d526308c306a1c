//! Who does what: roles become people, in turn.
//!
//! Whose turn it is, is [counted](turns), so nothing that happens to one date changes another; then [stand-ins](solve) are
//! found for those who cannot. Work is looked at period by period: the ISO weeks whose Thursday is in a month.
//!
//! Named people, and those set by changes, are pinned, even outside their available hours, and even for two things at
//! once, which is a problem; who is away is replaced by their backup. What was published stays with those for whom it
//! was, as long as they can be there. Times are half-open, and the rota itself gives
//! nobody two things at once: it leaves one of them open, and that is a problem. Without a time, and for posts, only
//! hours count, and whether someone is available on that day at all. A task does not collide with its own event. Not
//! seen: what runs from one period past midnight into the next. Must not look at anything outside its own period.

mod assignment;
mod candidates;
mod cover;
mod own_time;
mod period;
mod published_hands;
#[cfg(test)]
mod seats;
mod slot;
mod solve;
mod team;
mod turns;

use super::contents::Problem;
use super::decision::Seat;
use super::entry::Entry;
pub(super) use super::periods::{days, period};
use crate::value::{Day, Month};
use assignment::Assignment;
use candidates::FilledEntry;
use period::PeriodSlots;
use slot::NOBODY;
use solve::solve;
pub(super) use team::Team;
pub(super) use turns::{TurnLists, hash};

impl Team<'_> {
    /// Fills in the people; entries come in order of time.
    pub(super) fn assign(&self, lists: &mut TurnLists<'_, '_>, mut entries: &mut [Entry], problems: &mut Vec<Problem>) {
        while let Some(first) = entries.first() {
            let month = period(first.at.day);
            let count = entries.partition_point(|entry| entry.at.day <= days(month).1).max(1);
            let (now, later) = entries.split_at_mut(count);
            let period = self.lay_out(lists, month, now);
            fill(now, &period, &solve(&period, lists), problems);
            entries = later;
        }
    }

    /// Who could take the seats of each entry of a day, by its index among the entries of the whole period, which come in
    /// order of time.
    pub(super) fn candidates(
        &self,
        lists: &mut TurnLists<'_, '_>,
        entries: &mut [Entry],
        day: Day,
    ) -> Vec<(usize, Vec<Seat>)> {
        let period = self.lay_out(lists, period(day), entries);
        let assignment = solve(&period, lists);
        fill(entries, &period, &assignment, &mut Vec::new());
        let of_day = (0..).zip(entries.iter()).filter(|(_, entry)| entry.at.day == day);
        let filled = |(at, entry)| FilledEntry { period: &period, assignment: &assignment, entry, at };
        of_day.map(|(at, entry)| (at as usize, filled((at, entry)).seats())).collect()
    }

    /// The slots of one period.
    fn lay_out(&self, lists: &mut TurnLists<'_, '_>, month: Month, entries: &mut [Entry]) -> PeriodSlots<'_> {
        let (from, to) = days(month);
        let mut period = PeriodSlots::new(self, from, to.0 - from.0 + 1, entries.len());
        for (at, entry) in (0..).zip(entries) {
            if !entry.cancelled {
                period.add(at, entry, lists);
            }
        }
        period
    }
}

/// Fills in the people of one period, and reports its problems.
fn fill(entries: &mut [Entry], period: &PeriodSlots<'_>, assignment: &Assignment<'_>, problems: &mut Vec<Problem>) {
    let mut found = period.problems.clone();
    found.reserve(assignment.who.iter().filter(|person| **person == NOBODY).count());
    for (at, slot) in (0..).zip(&period.work.slots) {
        let entry = &mut entries[slot.entry as usize];
        let (origin, day) = (entry.origin, entry.at.day);
        let person = Some(assignment.who[at as usize]).filter(|person| *person != NOBODY).map(|person| person as usize);
        let seat = match slot.seat {
            0 => &mut entry.who,
            seat => &mut entry.staff[usize::from(seat) - 1],
        };
        match person {
            Some(person) => {
                seat.person = Some(person);
                if let Some((day, local)) = period.off_hours(slot, person) {
                    found.push((slot.entry, Problem::OffHours { person, origin, day, local }));
                }
            }
            None if slot.named != NOBODY => {
                found.push((slot.entry, Problem::AwayOwner { person: slot.named as usize, origin, day }));
            }
            // whoever does it is there without a name
            None if period.team.plan.has_unnamed_holders(slot.role as usize) => {}
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
    for (entry, problem) in &found {
        if let Problem::AwayOwner { person, .. } = problem {
            entries[*entry as usize].absent.push(*person);
        }
    }
    found.sort_by_key(|(entry, _)| *entry);
    problems.extend(found.into_iter().map(|(_, problem)| problem));
}
