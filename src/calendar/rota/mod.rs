//! Who does what: roles become people, fairly, period by period.
//!
//! A period is the ISO weeks whose Thursday lies in a month; loads start at zero in each, so that nothing outside a
//! period changes anything in it. As small as can be, in this order: minutes of critical roles that nobody does, minutes
//! that nobody does, minutes over weekly hours, Σ load²/weight. Weight: hours a week × share of the days on which somebody
//! is there; who said no hours counts as five, and is never over them. Ties go to the declared order, rotated by the
//! number of the period.
//!
//! Named people and those whom changes set are pinned, even outside of the hours in which they have time, and even for two
//! things at once, which is a problem; who is away gives way to their backup. What has a time is half-open, and the rota
//! itself puts nobody in two such things at once: rather nobody does it, and that is a problem. Without a time, and for
//! posts, only hours count, and whether somebody has time on that day at all. A task does not collide with the event that
//! it belongs to. Not seen: what runs from one period over midnight into the next.
//!
//! First [greedily](greedy), then by [moves and swaps](improve). Must not look at anything but its own period.

mod board;
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

use super::entry::{Entry, Problem};
use crate::value::{Day, Month};
use board::Board;
use period::Period;
use slot::NOBODY;
pub(super) use team::Team;

/// The period of a day.
pub(super) const fn period(day: Day) -> Month {
    day.monday().plus(3).month()
}

/// The first day of a period: the Monday of the week of its month's first Thursday.
pub(super) const fn begins(period: Month) -> Day {
    period.first().plus(3).monday()
}

impl Team<'_> {
    /// Fills in the people; entries come in order of time.
    pub(super) fn assign(&self, mut entries: &mut [Entry], problems: &mut Vec<Problem>) {
        while let Some(first) = entries.first() {
            let month = period(first.at.day);
            let (from, to) = (begins(month), begins(Month(month.0 + 1)));
            let count = entries.partition_point(|entry| entry.at.day < to).max(1);
            let (now, later) = entries.split_at_mut(count);
            let turn = usize::try_from(month.0).unwrap_or(0);
            fill(now, Period::new(self, from, to.0 - from.0, turn), problems);
            entries = later;
        }
    }
}

/// Fills in the people of one period.
fn fill(entries: &mut [Entry], mut period: Period<'_>, problems: &mut Vec<Problem>) {
    for (at, entry) in (0..).zip(entries.iter_mut()) {
        if !entry.cancelled {
            period.add(at, entry);
        }
    }
    period.work.sort_lengths();
    let mut told = std::mem::take(&mut period.problems);
    let mut board = Board::new(&period.work);
    greedy::fill(&mut board);
    improve::improve(&mut board);
    for (at, slot) in (0..).zip(&period.work.slots) {
        let entry = &mut entries[slot.entry as usize];
        let (origin, day) = (entry.origin, entry.at.day);
        let person = Some(board.who[at as usize]).filter(|person| *person != NOBODY).map(|person| person as usize);
        let seat = match slot.seat {
            0 => &mut entry.who,
            seat => &mut entry.staff[usize::from(seat) - 1],
        };
        match person {
            Some(person) => seat.person = Some(person),
            None if slot.named != NOBODY => {
                told.push((slot.entry, Problem::AwayOwner { person: slot.named as usize, origin, day }));
            }
            None => told.push((slot.entry, Problem::Uncovered { role: slot.role as usize, origin, day })),
        }
        if slot.pinned
            && let Some(other) = board.pinned_beside(at)
        {
            let first = entries[period.work.slots[other as usize].entry as usize].origin;
            told.push((slot.entry, Problem::DoubleBooked { person: slot.named as usize, first, second: origin, day }));
        }
    }
    for (entry, seat) in &period.shared {
        let entry = &mut entries[*entry as usize];
        entry.staff[usize::from(*seat) - 1].person = entry.who.person;
    }
    told.sort_by_key(|(entry, _)| *entry);
    problems.extend(told.into_iter().map(|(_, problem)| problem));
}
