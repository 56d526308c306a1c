//! Who could take the seats of an entry, and why not: read off the period that the rota filled.

use super::super::decision::{Candidate, Obstacle, Seat};
use super::super::entry::{Entry, Who};
use super::assignment::Assignment;
use super::period::PeriodSlots;
use super::slot::{NOBODY, Slot};

/// An entry within its filled period.
pub(super) struct FilledEntry<'e, 't> {
    pub period: &'e PeriodSlots<'t>,
    pub assignment: &'e Assignment<'e>,
    pub entry: &'e Entry,
    /// Its index among the entries of the period.
    pub at: u32,
}

impl FilledEntry<'_, '_> {
    /// The seats of the entry, one for each role and each person named.
    pub(super) fn seats(&self) -> Vec<Seat> {
        let mut seats: Vec<Seat> = Vec::new();
        for (number, who) in (0..).zip(std::iter::once(&self.entry.who).chain(&self.entry.staff)) {
            let is_known = |seat: &Seat| seat.who.role.is_some() && seat.who.role == who.role || seat.who == *who;
            if *who != Who::default() && !seats.iter().any(is_known) {
                seats.push(Seat { who: *who, turns: self.turns(*who), candidates: self.candidates(number, *who) });
            }
        }
        seats
    }

    /// Those who hold the role or are named, their backups where none of them can, and who has the seat.
    fn candidates(&self, seat: u16, who: Who) -> Vec<Candidate> {
        let (period, team) = (self.period, self.period.team);
        let blank = period.blank(self.at, self.entry, 0);
        let when = period.when(&blank);
        let mut asked: Vec<(usize, Option<usize>)> = match who.role {
            Some(role) => team.holders[role].iter().map(|holder| (*holder, None)).collect(),
            None => self.named(seat).or(who.person).into_iter().map(|named| (named, None)).collect(),
        };
        let is_asked =
            |asked: &[(usize, Option<usize>)], person: usize| asked.iter().any(|(other, _)| *other == person);
        if asked.iter().all(|(person, _)| period.absence(*person, when).is_some()) {
            for holder in 0..asked.len() {
                let absent = asked[holder].0;
                for backup in period.backups(absent, when).iter().copied() {
                    if !is_asked(&asked, backup) {
                        asked.push((backup, Some(absent)));
                    }
                }
            }
        }
        asked.extend(who.person.filter(|chosen| !is_asked(&asked, *chosen)).map(|chosen| (chosen, None)));
        let candidate = |(person, stands_in_for): (usize, Option<usize>)| {
            let has_it = |other: &Who| other.role == who.role && other.person == Some(person);
            let chosen = who.person == Some(person) || self.entry.staff.iter().any(has_it);
            let obstacle = period.absence(person, when).or_else(|| self.busy(person, &blank, chosen));
            let (week, period) = self.assignment.minutes(person, blank.week);
            let published = self.slots().any(|(slot, _)| slot.published as usize == person);
            Candidate { person, obstacle, week, period, chosen, published, stands_in_for }
        };
        asked.into_iter().map(candidate).collect()
    }

    /// The slots of the entry, with who does each.
    fn slots(&self) -> impl Iterator<Item = (&Slot, u32)> {
        let slots = &self.assignment.work.slots;
        let first = slots.partition_point(|slot| slot.entry < self.at);
        let all = slots[first..].iter().zip(self.assignment.who[first..].iter().copied());
        all.take_while(|(slot, _)| slot.entry == self.at)
    }

    /// Whose turn it is in a role.
    fn turns(&self, who: Who) -> Vec<usize> {
        let in_role = self.slots().filter(|(slot, _)| who.role.is_some_and(|role| slot.role as usize == role));
        in_role.filter(|(slot, _)| slot.turn_of != NOBODY).map(|(slot, _)| slot.turn_of as usize).collect()
    }

    /// The person named for a seat, who may have given it to a backup.
    fn named(&self, seat: u16) -> Option<usize> {
        let (slot, _) = self.slots().find(|(slot, _)| slot.seat == seat)?;
        (slot.named != NOBODY).then_some(slot.named as usize)
    }

    /// What someone does at that time instead: another seat of the entry, or another entry.
    fn busy(&self, person: usize, blank: &Slot, chosen: bool) -> Option<Obstacle> {
        if !chosen && self.slots().any(|(_, who)| who as usize == person) {
            return Some(Obstacle::Busy(self.at as usize));
        }
        let slots = &self.assignment.work.slots;
        let others = self.assignment.held(person as u32, blank).map(|other| &slots[other as usize]);
        let mut others = others.filter(|other| other.entry != self.at && !blank.goes_with(other));
        others.next().map(|other| Obstacle::Busy(other.entry as usize))
    }
}

#[cfg(test)]
mod tests;
