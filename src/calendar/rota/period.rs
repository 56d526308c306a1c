//! The entries of one period as slots with those who may take them.

use super::super::availability::Availability;
use super::super::contents::Problem;
use super::super::decision::Obstacle;
use super::super::entry::{Entry, Kind, Origin, Shifted, Who};
use super::super::item::Item;
use super::own_time::OwnTime;
use super::slot::{Capacity, LIFE, NOBODY, Slot, Work};
use super::team::{Member, StaffNeed, Team};
use super::turns::TurnLists;
use crate::value::{Clock, Day};

/// The most people of one entry: a typo must not fill the memory.
const MOST_STAFF: usize = 500;

/// One period, laid out.
pub(super) struct PeriodSlots<'t> {
    pub team: &'t Team<'t>,
    from: Day,
    /// The days on which each member is there, a bit a day.
    there: Vec<u64>,
    /// The hours in which each is available; none: always. Empty where nobody gave any.
    available: Vec<Option<Availability>>,
    /// Their nights and days off; empty where nobody has their own.
    own: Vec<Option<OwnTime>>,
    pub work: Work,
    /// Of each role: the time for which its holders were last asked, and those who can.
    asked: Vec<Option<(NeededTime, (u32, u32))>>,
    /// Seats that the person who leads the entry takes as well.
    pub shared: Vec<(u32, u16)>,
    /// Problems, by entry.
    pub problems: Vec<(u32, Problem)>,
}

/// When someone has to be there: the day within the period, and the minutes since its start that are taken up; none
/// where no time of day is taken up, or nobody gave hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NeededTime {
    day: i32,
    /// The last day, within the period, of what goes on for days.
    through: i32,
    held: Option<(i32, i32)>,
    /// Something live, which ends within a day, where somebody has nights or days off of their own.
    live: Option<(i32, i32)>,
    /// How many days an activity or a post takes that is not live, where somebody has days off of their own.
    duty: Option<i32>,
    /// Whether it can as well be done at another hour, or be prepared for it.
    can_wait: bool,
}

impl<'t> PeriodSlots<'t> {
    /// Without a slot yet, with room for some.
    pub(super) fn new(team: &'t Team<'t>, from: Day, days: i32, room: usize) -> Self {
        let (there, available, own) = (team.there(from, days), team.available(from, days), team.own_time(from, days));
        let capacity = |member: &Member<'_>| Capacity { most: member.most, weight: member.hours };
        let people = team.members.iter().map(capacity).collect();
        let days = usize::try_from(days).unwrap_or(0);
        // what runs past the end of the period is held on one day more
        let slots = Vec::with_capacity(room);
        let work = Work { slots, people, days: days + 1, weeks: days.div_ceil(7), ..Work::default() };
        let asked = vec![None; team.holders.len()];
        Self { team, from, there, available, own, work, asked, shared: Vec::new(), problems: Vec::new() }
    }

    /// Adds the slots of an entry, and its staff.
    pub(super) fn add(&mut self, at: u32, entry: &mut Entry, lists: &mut TurnLists<'_, '_>) {
        let first = self.work.slots.len() as u32;
        let blank = self.blank(at, entry, first);
        let given = match entry.shifted {
            Shifted::Change(change) => self.team.changed[change].filter(|_| self.team.is_of_lead(entry)),
            _ => None,
        };
        // what a change says beats what was written down
        let is_given = given.is_some();
        if is_given {
            entry.who.person = given;
        }
        let rows = self.team.index.roster.rows();
        let is_step = matches!(entry.origin, Origin::Task(..));
        let past = entry.published.map(|row| &rows[row]).filter(|row| (!is_given || is_step) && row.is_of_the_past());
        match past {
            Some(row) => self.seat_past(blank, entry, row),
            None => {
                // whom a change names may be away, too: then others who hold the role can
                if is_given && !self.can_come(entry, &blank) {
                    entry.who.person = None;
                }
                self.seat(blank, entry, entry.who);
                if let Origin::Item(Item::Activity(activity)) = entry.origin
                    && !self.team.staff[activity].is_empty()
                {
                    self.add_staff(activity, blank, entry);
                }
                if let Some(row) = entry.published {
                    self.keep_published(first as usize, &rows[row], is_given);
                }
            }
        }
        let end = self.work.slots.len() as u32;
        for slot in &mut self.work.slots[first as usize..] {
            slot.mates = (first, end);
        }
        self.take_turns(first as usize, entry, lists);
    }

    /// Whether the person who is named for something of a role is there, or a backup of theirs.
    fn can_come(&self, entry: &Entry, blank: &Slot) -> bool {
        let (Some(person), Some(_)) = (entry.who.person, entry.who.role) else { return true };
        let when = self.when(blank);
        self.is_there(person, when) || self.backup(person, when).is_some()
    }

    /// Sets whose turn it is, seat by seat of each role.
    fn take_turns(&mut self, first: usize, entry: &Entry, lists: &mut TurnLists<'_, '_>) {
        let is_one = self.work.slots.len() == first + 1;
        for at in first..self.work.slots.len() {
            let role = self.work.slots[at].role;
            if role == NOBODY {
                continue;
            }
            let count = |slots: &[Slot]| slots.iter().filter(|slot| slot.role == role).count() as u32;
            let seats = match entry.origin {
                Origin::Task(activity, _) => match entry.turn.task {
                    Some((seat, seats)) => (u32::from(seat), u32::from(seats)),
                    None => (0, self.team.needed(activity, role as usize)),
                },
                _ if is_one => (0, 1),
                _ => (count(&self.work.slots[first..at]), count(&self.work.slots[first..])),
            };
            let turn = lists.turn(self.team, entry, role as usize, seats);
            let slot = &mut self.work.slots[at];
            (slot.turn, slot.turn_of) = (Some(turn), lists.holder(turn).unwrap_or(NOBODY));
        }
    }

    fn add_staff(&mut self, activity: usize, blank: Slot, entry: &mut Entry) {
        let team = self.team;
        let mut leads = match entry.who {
            Who { role: Some(role), .. } => Who { person: None, role: Some(role) },
            who => who,
        };
        entry.staff.clear();
        for needed in &team.staff[activity] {
            let (who, count) = match *needed {
                StaffNeed::Person(person) => (Who { person: Some(person), role: None }, 1),
                StaffNeed::Role(role, count) => (Who { person: None, role: Some(role) }, count),
            };
            for _ in 0..count.min(MOST_STAFF - entry.staff.len()) {
                entry.staff.push(who);
                let seat = entry.staff.len() as u16;
                // who leads by name or in this role is one of those needed
                if leads == who && leads != Who::default() {
                    leads = Who::default();
                    self.shared.push((blank.entry, seat));
                } else {
                    self.seat(Slot { seat, ..blank }, entry, who);
                }
            }
        }
    }

    /// Adds a slot for a person or a role.
    fn seat(&mut self, blank: Slot, entry: &Entry, who: Who) {
        let (day, when) = (entry.at.day, self.when(&blank));
        match (who.person, who.role) {
            (Some(person), _) if self.is_there(person, when) => {
                self.work.slots.push(Slot { named: person as u32, pinned: true, ..blank });
            }
            (Some(person), _) => {
                let Some(backup) = self.backup(person, when) else {
                    self.problems.push((blank.entry, Problem::AwayOwner { person, origin: entry.origin, day }));
                    return;
                };
                let start = self.work.pool.len() as u32;
                self.work.pool.push(backup as u32);
                self.work.slots.push(Slot { named: person as u32, able: (start, start + 1), ..blank });
            }
            (None, Some(role)) => {
                let able = self.able(role, when);
                let critical = self.team.critical[role];
                self.work.slots.push(Slot { role: role as u32, critical, able, ..blank });
            }
            (None, None) => {}
        }
    }

    /// A slot of an entry that nobody is asked for yet.
    pub(super) fn blank(&self, at: u32, entry: &Entry, first: u32) -> Slot {
        let day = entry.at.day.0 - self.from.0;
        let minutes = entry.load();
        let start = day * 1440 + entry.at.time.map_or(0, |time| time.minutes());
        let end = if entry.is_held() { start + entry.length() } else { start };
        let last = self.work.days as i32 - 1;
        let on = |day: i32| u8::try_from(day.clamp(0, last)).unwrap_or(0);
        let end_day = if end - day * 1440 <= 1440 { day } else { (end - 1).div_euclid(1440) };
        let (row, within) = entry.origin.order();
        let occasion = match entry.origin {
            Origin::Task(activity, _) | Origin::Item(Item::Activity(activity)) => {
                (activity as u32, (entry.of.minute() - i64::from(self.from.0) * 1440) as i32)
            }
            _ => (NOBODY, 0),
        };
        Slot {
            entry: at,
            seat: 0,
            role: NOBODY,
            named: NOBODY,
            start,
            end,
            days: (on(day), on(end_day)),
            week: u8::try_from(day / 7).unwrap_or(0),
            minutes,
            lasts: entry.minutes.unwrap_or(0),
            rank: (rank(entry), row as u32, within as u32),
            turn: None,
            turn_of: NOBODY,
            published: NOBODY,
            critical: false,
            pinned: false,
            mates: (first, first),
            occasion,
            is_event: entry.kind == Kind::Activity,
            live: u16::try_from(entry.length())
                .ok()
                .filter(|length| *length <= 1440 && entry.at.time.is_some() && entry.kind != Kind::Phase),
            is_post: matches!(entry.kind, Kind::Content | Kind::Programme),
            is_task: entry.kind == Kind::Task,
            able: (0, 0),
        }
    }

    /// The time of an entry, by a slot of it.
    pub(super) fn when(&self, blank: &Slot) -> NeededTime {
        let (start, end) = (blank.start, blank.end);
        let is_held = start < end;
        let has_own = !self.own.is_empty();
        let live = blank.live.filter(|_| has_own).map(|length| (start, start + i32::from(length)));
        let is_duty = has_own && live.is_none() && (blank.is_event || blank.is_post);
        let day = start.div_euclid(1440);
        NeededTime {
            day,
            through: self.through(blank, day),
            held: (is_held && !self.available.is_empty()).then_some((start, end)),
            live,
            can_wait: blank.is_task || blank.is_post,
            duty: is_duty.then(|| (blank.lasts + 1439).div_euclid(1440).max(1)),
        }
    }

    /// The last day of what goes on for days, as far as the period knows it.
    fn through(&self, blank: &Slot, first: i32) -> i32 {
        if blank.is_task || blank.lasts < 1440 {
            return first;
        }
        let days = (blank.lasts + 1439).div_euclid(1440);
        // the period has one day more than it has
        (first + days - 1).min(self.work.days as i32 - 2).max(first)
    }

    /// Those who may take a slot of a role: its holders who can, else their backups.
    fn able(&mut self, role: usize, when: NeededTime) -> (u32, u32) {
        if let Some((asked, able)) = self.asked[role]
            && asked == when
        {
            return able;
        }
        let holders = &self.team.holders[role];
        let start = self.work.pool.len();
        for person in holders.iter().copied() {
            if self.can(person, when) {
                self.work.pool.push(person as u32);
            }
        }
        if self.work.pool.len() == start {
            for person in holders.iter().copied() {
                if let Some(backup) = self.backup(person, when)
                    && !self.work.pool[start..].contains(&(backup as u32))
                {
                    self.work.pool.push(backup as u32);
                }
            }
        }
        // what must not stay open is done at night or on a day off where nobody else can; a task or a post by then
        if self.work.pool.len() == start && (when.can_wait || self.team.critical[role]) {
            for person in holders.iter().copied() {
                if matches!(self.absence(person, when), Some(Obstacle::Night | Obstacle::DayOff)) {
                    self.work.pool.push(person as u32);
                }
            }
        }
        let able = (start as u32, self.work.pool.len() as u32);
        self.asked[role] = Some((when, able));
        able
    }

    fn is_there(&self, person: usize, when: NeededTime) -> bool {
        self.first_away(person, when).is_none()
    }

    /// The first day of an absence from something.
    fn first_away(&self, person: usize, when: NeededTime) -> Option<i32> {
        let is_on_team = |day: i32| {
            u32::try_from(day).is_ok_and(|day| self.there[person].checked_shr(day).is_some_and(|bits| bits & 1 == 1))
        };
        (when.day..=when.through).find(|day| !is_on_team(*day))
    }

    /// Whether someone is there and has time.
    pub(super) fn can(&self, person: usize, when: NeededTime) -> bool {
        self.absence(person, when).is_none()
    }

    /// Why someone cannot be there at a time, whatever else they do then.
    pub(super) fn absence(&self, person: usize, when: NeededTime) -> Option<Obstacle> {
        if let Some(day) = self.first_away(person, when) {
            return self.team.members[person].absence(self.from.plus(day)).or(Some(Obstacle::NotOnTeam));
        }
        let has_time = |hours: &Availability| match when.held {
            Some((start, end)) => hours.holds(start, end),
            None => hours.is_on(when.day),
        };
        let hours = self.available.get(person).and_then(Option::as_ref);
        if !hours.is_none_or(has_time) {
            return Some(Obstacle::NoTime);
        }
        self.own_obstacle(person, when)
    }

    /// What keeps someone away where they live: night, or a day off.
    fn own_obstacle(&self, person: usize, when: NeededTime) -> Option<Obstacle> {
        let own = self.own.get(person)?.as_ref()?;
        match (when.live, when.duty) {
            (Some((start, end)), _) => own.during(start, end),
            (None, Some(days)) => own.over(when.day, days),
            (None, None) => None,
        }
    }

    /// Something that someone does at night, with the time where they live, or on a day off there: the first day off of
    /// a longer duty.
    pub(super) fn off_hours(&self, slot: &Slot, person: usize) -> Option<(Day, Option<Clock>)> {
        if self.own.is_empty() {
            return None;
        }
        let when = self.when(slot);
        let day = self.from.plus(when.day);
        match (self.own_obstacle(person, when), when.duty) {
            (Some(Obstacle::Night), _) => Some((day, self.team.time_of(person, self.from, slot.start))),
            (_, Some(days)) => {
                let off = self.own.get(person)?.as_ref()?.first_off(when.day, days)?;
                Some((self.from.plus(off), None))
            }
            (obstacle, None) => obstacle.map(|_| (day, None)),
        }
    }

    /// The first backup of someone who can.
    fn backup(&self, person: usize, when: NeededTime) -> Option<usize> {
        self.backups(person, when).last().copied().filter(|backup| self.can(*backup, when))
    }

    /// The backups of someone who cannot, up to the first who can.
    pub(super) fn backups(&self, person: usize, when: NeededTime) -> &'t [usize] {
        let backups = &self.team.members[person].backups;
        let asked = backups.iter().position(|backup| self.can(*backup, when)).map_or(backups.len(), |at| at + 1);
        &backups[..asked]
    }
}

/// Who comes first when two want the same person at once.
const fn rank(entry: &Entry) -> u8 {
    match entry.kind {
        Kind::Activity => 0,
        Kind::Review | Kind::Meeting => 1,
        Kind::Programme => 2,
        Kind::Content => 3,
        Kind::Task | Kind::Phase if matches!(entry.origin, Origin::Life(_)) => LIFE,
        Kind::Task => 4,
        Kind::Phase => 5,
    }
}
