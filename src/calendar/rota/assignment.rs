//! Who does which slot, and what follows from it, kept up to date: minutes, and who is busy when.

use smallvec::SmallVec;

use super::slot::{NOBODY, Slot, Work};

/// The slots that take up the time of one person on one day.
#[derive(Debug, Clone, Default)]
struct Busy {
    /// Start, slot, end; in this order, which is that of the slots.
    held: SmallVec<[(i32, u32, i32); 4]>,
    /// Nothing ever held here was longer.
    longest: i32,
}

impl Busy {
    /// The slots that are held at some time of a stretch, in order.
    fn within(&self, start: i32, end: i32) -> impl Iterator<Item = u32> {
        let first = self.held.partition_point(|held| held.0 <= start - self.longest);
        self.held[first..]
            .iter()
            .take_while(move |held| held.0 < end)
            .filter(move |held| start < held.2)
            .map(|held| held.1)
    }

    fn add(&mut self, held: (i32, u32, i32)) {
        let at = self.held.partition_point(|other| *other < held);
        self.held.insert(at, held);
        self.longest = self.longest.max(held.2 - held.0);
    }

    fn remove(&mut self, held: (i32, u32, i32)) {
        if let Ok(at) = self.held.binary_search(&held) {
            self.held.remove(at);
        }
    }
}

/// Who does which slot of one period.
pub(super) struct Assignment<'w> {
    pub work: &'w Work,
    /// Who does each slot.
    pub who: Vec<u32>,
    /// The slots that take up someone's time on a day, by person and day.
    busy: Vec<Busy>,
    /// Minutes in the period.
    load: Vec<i64>,
    /// Minutes by person and week.
    week: Vec<i64>,
}

impl<'w> Assignment<'w> {
    /// All slots are open.
    pub(super) fn new(work: &'w Work) -> Self {
        let people = work.people.len();
        Self {
            work,
            who: vec![NOBODY; work.slots.len()],
            busy: vec![Busy::default(); people * work.days],
            load: vec![0; people],
            week: vec![0; people * work.weeks],
        }
    }

    /// The slots of someone that they cannot do together with another slot.
    pub(super) fn conflicts(&self, person: u32, slot: u32) -> impl Iterator<Item = u32> {
        let asked = &self.work.slots[slot as usize];
        let is_same = move |mate: &u32| *mate != slot && self.who[*mate as usize] == person;
        let is_other = move |other: &u32| {
            let that = &self.work.slots[*other as usize];
            *other != slot && that.entry != asked.entry && !asked.goes_with(that)
        };
        (asked.mates.0..asked.mates.1).filter(is_same).chain(self.held(person, asked).filter(is_other))
    }

    /// Whether nobody can do both slots.
    pub(super) fn collide(&self, one: u32, other: u32) -> bool {
        let (one, other) = (&self.work.slots[one as usize], &self.work.slots[other as usize]);
        let takes_time = one.start < one.end && other.start < other.end;
        let overlap = takes_time && one.start < other.end && other.start < one.end;
        one.entry == other.entry || overlap && !one.goes_with(other)
    }

    /// Gives a slot to someone who may take it.
    pub(super) fn assign(&mut self, slot: u32, person: u32) {
        self.who[slot as usize] = person;
        self.count(slot, person, 1);
        let it = &self.work.slots[slot as usize];
        if it.start < it.end {
            for day in it.days.0..=it.days.1 {
                self.busy[person as usize * self.work.days + usize::from(day)].add((it.start, slot, it.end));
            }
        }
    }

    /// Takes a slot from the person who has it.
    pub(super) fn unassign(&mut self, slot: u32) {
        let person = std::mem::replace(&mut self.who[slot as usize], NOBODY);
        if person == NOBODY {
            return;
        }
        self.count(slot, person, -1);
        let it = &self.work.slots[slot as usize];
        if it.start < it.end {
            for day in it.days.0..=it.days.1 {
                self.busy[person as usize * self.work.days + usize::from(day)].remove((it.start, slot, it.end));
            }
        }
    }

    /// An earlier slot of the same named person that a pinned one collides with.
    pub(super) fn earlier_pinned_conflict(&self, slot: u32) -> Option<u32> {
        let asked = &self.work.slots[slot as usize];
        let is_earlier = |other: &u32| {
            let that = &self.work.slots[*other as usize];
            *other < slot && that.pinned && that.entry != asked.entry && !asked.goes_with(that)
        };
        self.held(asked.named, asked).find(is_earlier)
    }

    /// The slots that someone holds at the time of a slot, in order.
    pub(super) fn held(&self, person: u32, asked: &Slot) -> impl Iterator<Item = u32> {
        let days = &self.busy[person as usize * self.work.days..][..self.work.days];
        let days = &days[usize::from(asked.days.0)..=usize::from(asked.days.1)];
        let (start, end) = (asked.start, asked.end);
        days.iter().filter(move |_| start < end).flat_map(move |day| day.within(start, end))
    }

    fn count(&mut self, slot: u32, person: u32, sign: i64) {
        let it = &self.work.slots[slot as usize];
        self.load[person as usize] += sign * i64::from(it.minutes);
        self.week[person as usize * self.work.weeks + usize::from(it.week)] += sign * i64::from(it.minutes);
    }

    /// The minutes that someone has in a week, and in the whole period.
    pub(super) fn minutes(&self, person: usize, week: u8) -> (i64, i64) {
        (self.week[person * self.work.weeks + usize::from(week)], self.load[person])
    }

    /// Those who may take a slot, in the order of ties.
    pub(super) fn able(&self, slot: u32) -> &'w [u32] {
        let Slot { able, .. } = self.work.slots[slot as usize];
        &self.work.pool[able.0 as usize..able.1 as usize]
    }
}

#[cfg(test)]
mod tests;
