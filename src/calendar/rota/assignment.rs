//! Who does which slot, and what follows from it, kept up to date: loads, hours, who is busy when, the score.

use super::slot::{NOBODY, Slot, Work};

/// What is to be as small as can be, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Score {
    /// Minutes of critical roles that are open.
    pub critical: i64,
    /// Minutes that are open.
    pub open: i64,
    /// Minutes over weekly hours.
    pub over: i64,
    /// Σ load²/weight.
    pub uneven: f64,
}

/// The slots that take up the time of one person on one day.
#[derive(Debug, Clone, Default)]
struct Busy {
    /// Start, slot, end; in this order, which is that of the slots.
    held: Vec<(i32, u32, i32)>,
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

/// Differences of Σ load²/weight below this part of it are noise of the arithmetic.
const NOISE: f64 = 1e-9;

impl Score {
    /// Whether it is smaller than another.
    pub(super) fn beats(&self, other: &Self) -> bool {
        let whole = |score: &Self| (score.critical, score.open, score.over);
        match whole(self).cmp(&whole(other)) {
            std::cmp::Ordering::Equal => self.uneven < other.uneven - NOISE * other.uneven.max(1.0),
            order => order.is_lt(),
        }
    }
}

/// Who does which slot of one period.
pub(super) struct Assignment<'w> {
    pub work: &'w Work,
    /// Who does each slot.
    pub who: Vec<u32>,
    pub score: Score,
    /// The slots of each person, in no order.
    pub own: Vec<Vec<u32>>,
    /// The position of each slot among its person's.
    at: Vec<u32>,
    /// The slots that take up someone's time on a day, by person and day.
    busy: Vec<Busy>,
    /// Minutes in the period.
    load: Vec<i64>,
    /// Minutes by person and week.
    week: Vec<i64>,
    /// How many slots of each length someone has, by person and length.
    lengths: Vec<u32>,
}

impl<'w> Assignment<'w> {
    /// All slots are open.
    pub(super) fn new(work: &'w Work) -> Self {
        let people = work.people.len();
        let mut score = Score::default();
        for slot in &work.slots {
            score.open += slot.minutes;
            score.critical += if slot.critical { slot.minutes } else { 0 };
        }
        Self {
            work,
            who: vec![NOBODY; work.slots.len()],
            score,
            own: vec![Vec::new(); people],
            at: vec![0; work.slots.len()],
            busy: vec![Busy::default(); people * work.days],
            load: vec![0; people],
            week: vec![0; people * work.weeks],
            lengths: vec![0; people * work.lengths.len()],
        }
    }

    /// How the minutes over weekly hours change when someone takes more (or, negative, less) in a week.
    pub(super) fn over_by(&self, person: u32, week: u8, minutes: i64) -> i64 {
        let most = self.work.people[person as usize].most;
        if most == i64::MAX {
            return 0;
        }
        let has = self.week[person as usize * self.work.weeks + usize::from(week)];
        (has + minutes - most).max(0) - (has - most).max(0)
    }

    /// How Σ load²/weight changes when someone takes more (or, negative, less).
    #[allow(clippy::cast_precision_loss)] // minutes of five weeks
    pub(super) fn uneven_by(&self, person: u32, minutes: i64) -> f64 {
        let load = self.load[person as usize];
        (minutes * (2 * load + minutes)) as f64 / self.work.people[person as usize].weight
    }

    /// The load of someone relative to their weight.
    #[allow(clippy::cast_precision_loss)] // minutes of five weeks
    pub(super) fn share(&self, person: u32) -> f64 {
        self.load[person as usize] as f64 / self.work.people[person as usize].weight
    }

    /// Whether someone has a slot longer than `above` and shorter than `below`.
    pub(super) fn has_length(&self, person: u32, above: f64, below: i64) -> bool {
        let count = self.work.lengths.len();
        let own = &self.lengths[person as usize * count..][..count];
        #[allow(clippy::cast_precision_loss)] // minutes of a week
        let fits = |length: i64| length < below && length as f64 > above;
        self.work.lengths.iter().zip(own).any(|(length, count)| *count > 0 && fits(*length))
    }

    /// The first slot of someone, besides `but`, that they cannot do together with another slot.
    pub(super) fn conflict(&self, person: u32, slot: u32, but: u32) -> Option<u32> {
        let asked = &self.work.slots[slot as usize];
        if asked.mates.1 - asked.mates.0 > 1 {
            let mut mates = asked.mates.0..asked.mates.1;
            let is_same = |mate: &u32| *mate != slot && *mate != but && self.who[*mate as usize] == person;
            if let Some(mate) = mates.find(is_same) {
                return Some(mate);
            }
        }
        let is_other =
            |other: &u32| *other != slot && *other != but && !asked.goes_with(&self.work.slots[*other as usize]);
        self.held(person, asked).find(is_other)
    }

    /// Gives a slot to someone who may take it.
    pub(super) fn assign(&mut self, slot: u32, person: u32) {
        let it = &self.work.slots[slot as usize];
        self.score.open -= it.minutes;
        self.score.critical -= if it.critical { it.minutes } else { 0 };
        self.count(slot, person, it.minutes);
        self.who[slot as usize] = person;
        let own = &mut self.own[person as usize];
        self.at[slot as usize] = u32::try_from(own.len()).unwrap_or(u32::MAX);
        own.push(slot);
        self.lengths[person as usize * self.work.lengths.len() + usize::from(it.length)] += 1;
        if it.start < it.end {
            for day in it.days.0..=it.days.1 {
                let day = person as usize * self.work.days + usize::from(day);
                self.busy[day].add((it.start, slot, it.end));
            }
        }
    }

    /// Takes a slot from the person who has it.
    pub(super) fn unassign(&mut self, slot: u32) {
        let person = std::mem::replace(&mut self.who[slot as usize], NOBODY);
        if person == NOBODY {
            return;
        }
        let it = &self.work.slots[slot as usize];
        self.score.open += it.minutes;
        self.score.critical += if it.critical { it.minutes } else { 0 };
        self.count(slot, person, -it.minutes);
        let own = &mut self.own[person as usize];
        let at = self.at[slot as usize];
        own.swap_remove(at as usize);
        if let Some(moved) = own.get(at as usize) {
            self.at[*moved as usize] = at;
        }
        self.lengths[person as usize * self.work.lengths.len() + usize::from(it.length)] -= 1;
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

    fn count(&mut self, slot: u32, person: u32, minutes: i64) {
        let week = self.work.slots[slot as usize].week;
        self.score.over += self.over_by(person, week, minutes);
        self.score.uneven += self.uneven_by(person, minutes);
        self.load[person as usize] += minutes;
        self.week[person as usize * self.work.weeks + usize::from(week)] += minutes;
    }

    /// The minutes that someone has in a week, and in the whole period.
    pub(super) fn minutes(&self, person: usize, week: u8) -> (i64, i64) {
        (self.week[person * self.work.weeks + usize::from(week)], self.load[person])
    }

    /// Whether someone is over their weekly hours in a week.
    pub(super) fn is_over(&self, person: u32, week: u8) -> bool {
        let most = self.work.people[person as usize].most;
        self.week[person as usize * self.work.weeks + usize::from(week)] > most
    }

    /// Those who may take a slot, in the order of ties.
    pub(super) fn able(&self, slot: u32) -> &'w [u32] {
        let Slot { able, .. } = self.work.slots[slot as usize];
        &self.work.pool[able.0 as usize..able.1 as usize]
    }
}

#[cfg(test)]
mod tests;
