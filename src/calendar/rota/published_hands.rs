//! What was published keeps its hands: each seat stays with whom it was published for, as long as they can take it. What was
//! written down only after it had happened stays with who did it, whoever is named since.

use super::super::entry::{Entry, Who};
use super::period::PeriodSlots;
use super::slot::{NOBODY, Slot};
use crate::plan::Thing;
use crate::roster::{PublishedOccurrence, PublishedSeat};

impl PeriodSlots<'_> {
    /// Notes for the seats of an entry, the slots from `first` on, whom they were published for; not for who leads, where a
    /// change has given that to someone.
    pub(super) fn keep_published(&mut self, first: usize, row: &PublishedOccurrence, is_given: bool) {
        let mut staff: Vec<_> = row.staff.iter().collect();
        for at in first..self.work.slots.len() {
            let slot = self.work.slots[at];
            let role = self.team.plan.roles.get(slot.role as usize).and_then(|role| role.id.as_ref());
            let role = role.map_or("", |role| role.as_str());
            let name = match slot.seat {
                0 if is_given => None,
                0 => row.lead.as_deref(),
                _ => staff.iter().position(|seat| seat.role == role).map(|nth| staff.remove(nth).person.as_str()),
            };
            if let Some(person) = name.and_then(|name| self.person(name)) {
                self.work.slots[at] = self.kept(slot, person);
            }
        }
    }

    /// Takes the hands of something that happened from what was written down; who is no longer in the plan leaves a seat
    /// open, and seats that were open stay so.
    pub(super) fn seat_past(&mut self, blank: Slot, entry: &mut Entry, row: &PublishedOccurrence) {
        entry.who.person = row.lead.as_deref().and_then(|name| self.person(name));
        entry.staff.clear();
        let lead = entry.who.person;
        self.pin(blank, lead);
        let mut is_shared = false;
        for PublishedSeat { role, person } in &row.staff {
            let role = match self.team.index.find("role", role) {
                Some(Thing::Role(role)) => Some(role),
                _ => None,
            };
            let person = self.person(person);
            entry.staff.push(Who { person, role });
            let seat = entry.staff.len() as u16;
            if person == lead && !is_shared {
                is_shared = true;
                self.shared.push((blank.entry, seat));
            } else {
                self.pin(Slot { seat, ..blank }, person);
            }
        }
    }

    fn pin(&mut self, blank: Slot, person: Option<usize>) {
        if let Some(person) = person {
            self.work.slots.push(Slot { named: person as u32, pinned: true, ..blank });
        }
    }

    fn person(&self, name: &str) -> Option<usize> {
        match self.team.index.find("person", name) {
            Some(Thing::Person(person)) => Some(person),
            _ => None,
        }
    }

    /// A seat of a role stays with who holds the role, one of a named person with their backup who stood in.
    fn kept(&mut self, slot: Slot, person: usize) -> Slot {
        if slot.named == NOBODY {
            return Slot { published: person as u32, ..slot };
        }
        let is_backup = self.team.members[slot.named as usize].backups.contains(&person);
        if !(is_backup && self.can(person, self.when(&slot))) {
            return slot;
        }
        let start = self.work.pool.len() as u32;
        self.work.pool.push(person as u32);
        Slot { published: person as u32, pinned: false, able: (start, start + 1), ..slot }
    }
}
