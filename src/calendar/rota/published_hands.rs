//! What was published keeps its hands: each seat stays with whom it was published for, as long as they can take it.

use super::period::PeriodSlots;
use super::slot::{NOBODY, Slot};
use crate::plan::Thing;
use crate::roster::PublishedOccurrence;

impl PeriodSlots<'_> {
    /// Notes for the seats of an entry, the slots from `first` on, whom they were published for. Seats that were open when
    /// it happened stay open.
    pub(super) fn keep_published(&mut self, first: usize, row: &PublishedOccurrence) {
        let mut staff: Vec<_> = row.staff.iter().collect();
        for at in first..self.work.slots.len() {
            let slot = self.work.slots[at];
            let role = self.team.plan.roles.get(slot.role as usize).and_then(|role| role.id.as_ref());
            let role = role.map_or("", |role| role.as_str());
            let name = match slot.seat {
                0 => row.lead.as_deref(),
                _ => staff.iter().position(|seat| seat.role == role).map(|nth| staff.remove(nth).person.as_str()),
            };
            let Some(name) = name else {
                if row.is_of_the_past() {
                    self.work.slots[at] = Slot { named: NOBODY, pinned: false, able: (0, 0), ..slot };
                }
                continue;
            };
            if let Some(Thing::Person(person)) = self.team.index.find("person", name) {
                self.work.slots[at] = self.kept(slot, person, row.is_of_the_past());
            }
        }
    }

    /// A seat of a role stays with who holds the role, one of a named person with their backup who stood in. What was
    /// written down only after it had happened stays with who did it.
    fn kept(&mut self, slot: Slot, person: usize, is_past: bool) -> Slot {
        if slot.named == NOBODY && !is_past {
            return Slot { published: person as u32, ..slot };
        }
        let is_backup = || self.team.members[slot.named as usize].backups.contains(&person);
        if !(is_past || is_backup() && self.can(person, self.when(&slot))) {
            return slot;
        }
        let start = self.work.pool.len() as u32;
        self.work.pool.push(person as u32);
        Slot { published: person as u32, pinned: false, able: (start, start + 1), ..slot }
    }
}
