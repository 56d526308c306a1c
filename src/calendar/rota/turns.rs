//! Whose turn it is: the holders of a role in order, date by date.
//!
//! Turns are counted, not searched. With `m` people needed, date `k` of a duty takes the places `k·m` to `k·m + m − 1` of
//! the list of holders, over and over. A date counts whether it is held, moved, skipped or cancelled, so nothing that
//! happens to one date shifts another. Whoever joins or leaves begins a new stretch on that day, which goes on after the
//! last one; those who join come last. Must not look at absences: a turn stays a turn, and someone stands in.

use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

use super::super::engine::Engine;
use super::super::entry::{Entry, Origin};
use super::super::item::{Item, item_id};
use super::super::milestone::Milestone;
use super::team::Team;
use crate::plan::activities::Turn;
use crate::value::Day;

/// What is done in turns: an item itself, the tasks of an activity, or something in the life of the community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Duty {
    Item(Item),
    Tasks(usize),
    Life(Milestone),
}

/// Whether seats are those of an activity itself, or of its tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seats {
    OfItself,
    OfTasks,
}

/// A list of an activity: whose seats, which role, how many people each date needs; and its number.
type KnownList = (Seats, u32, u32, u32);

/// The lists of all duties that have been asked for.
pub(in super::super) struct TurnLists<'e, 'a> {
    engine: &'e Engine<'a>,
    /// Those of each activity, which are asked for again and again.
    of_activities: Vec<SmallVec<[KnownList; 2]>>,
    /// Those of everything else, by duty, role, and how many people each date needs.
    others: FxHashMap<(Duty, usize, u32), u32>,
    lists: Vec<TurnList>,
}

/// The list of one duty and role.
#[derive(Debug)]
struct TurnList {
    /// In order of their first days.
    stretches: SmallVec<[Stretch; 1]>,
    /// How many people each date needs.
    needed: u32,
}

/// The time between two changes of the team.
#[derive(Debug)]
struct Stretch {
    from: Day,
    /// How many dates of the duty lie before it.
    before: i64,
    /// Who serves, in order, again and again.
    order: Vec<u32>,
}

/// A turn: the list that it is taken from, and the date and the seat that it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TurnRef {
    list: u32,
    day: Day,
    date: i32,
    seat: u32,
}

impl TurnRef {
    /// Whether it is a turn of the same duty.
    pub(super) const fn is_of_duty(self, other: Self) -> bool {
        self.list == other.list
    }
}

impl<'e, 'a> TurnLists<'e, 'a> {
    pub(in super::super) fn new(engine: &'e Engine<'a>) -> Self {
        let of_activities = vec![SmallVec::new(); engine.plan.activities.len()];
        Self { engine, of_activities, others: FxHashMap::default(), lists: Vec::new() }
    }

    /// The turn of the `seat`-th of `needed` seats of a role.
    pub(super) fn turn(&mut self, team: &Team<'_>, entry: &Entry, role: usize, (seat, needed): (u32, u32)) -> TurnRef {
        let (duty, date) = match entry.origin {
            Origin::Item(Item::Programme(..)) => (duty(entry.origin), i32::try_from(entry.number).unwrap_or(i32::MAX)),
            Origin::Task(activity, _) if entry.turn.task.is_none() => {
                (Duty::Item(Item::Activity(activity)), entry.turn.date)
            }
            Origin::Item(_) | Origin::Task(..) | Origin::Life(_) => (duty(entry.origin), entry.turn.date),
        };
        // a task before its event is done by those who are there then
        let day = if matches!(entry.origin, Origin::Task(..)) { entry.at.day } else { entry.original.day };
        let list = self.known(duty, role, needed).unwrap_or_else(|| {
            let list = self.lists.len() as u32;
            self.lists.push(self.list(team, duty, role, needed));
            match of_activity(duty) {
                Some((activity, seats)) => self.of_activities[activity].push((seats, role as u32, needed, list)),
                None => drop(self.others.insert((duty, role, needed), list)),
            }
            list
        });
        TurnRef { list, day, date, seat }
    }

    fn known(&self, duty: Duty, role: usize, needed: u32) -> Option<u32> {
        let Some((activity, seats)) = of_activity(duty) else {
            return self.others.get(&(duty, role, needed)).copied();
        };
        let mut lists = self.of_activities[activity].iter();
        lists.find(|list| (list.0, list.1, list.2) == (seats, role as u32, needed)).map(|list| list.3)
    }

    /// Whose turn it is; nobody where the role has no holders, or fewer than are needed.
    pub(super) fn holder(&self, turn: TurnRef) -> Option<u32> {
        let (order, place) = self.place(turn)?;
        if turn.seat as usize >= order.len() {
            return None;
        }
        order.get(usize::try_from(place.rem_euclid(order.len() as i64)).ok()?).copied()
    }

    /// In which round of the holders it is, among those who serve by then.
    pub(super) fn round(&self, turn: TurnRef) -> usize {
        let Some((order, place)) = self.place(turn).filter(|(order, _)| !order.is_empty()) else { return 0 };
        usize::try_from(place.div_euclid(order.len() as i64)).unwrap_or(0)
    }

    /// Those who serve at the time of a turn, in order, and its place in their rounds.
    fn place(&self, turn: TurnRef) -> Option<(&[u32], i64)> {
        let list = &self.lists[turn.list as usize];
        let stretch = list.stretches.partition_point(|stretch| stretch.from <= turn.day).checked_sub(1)?;
        let Stretch { before, order, .. } = &list.stretches[stretch];
        Some((order, (i64::from(turn.date) - before) * i64::from(list.needed) + i64::from(turn.seat)))
    }

    /// Whether someone serves on the date before or after.
    pub(super) fn serves_next_to(&self, turn: TurnRef, person: u32) -> bool {
        let needed = self.lists[turn.list as usize].needed;
        [-1, 1].into_iter().any(|step| {
            (0..needed).any(|seat| self.holder(TurnRef { date: turn.date + step, seat, ..turn }) == Some(person))
        })
    }

    fn list(&self, team: &Team<'_>, duty: Duty, role: usize, needed: u32) -> TurnList {
        let plan = self.engine.plan;
        let holders = || team.holders[role].iter().map(|person| *person as u32);
        let on_team = |person: u32, day: Day| {
            let person = &plan.people[person as usize];
            person.from.is_none_or(|from| from <= day) && person.until.is_none_or(|until| day <= until)
        };
        let mut changes: Vec<Day> = holders()
            .map(|person| &plan.people[person as usize])
            .flat_map(|person| person.from.into_iter().chain(person.until.map(|until| until.plus(1))))
            .collect();
        changes.sort_unstable();
        changes.dedup();
        let in_order = |mut order: Vec<u32>| {
            if !order.is_empty() {
                let first = usize::try_from(hash(&self.name(duty)) % order.len() as u64).unwrap_or(0);
                order.rotate_left(first);
            }
            order
        };
        let first = changes.first().map_or(Day::MIN, |day| day.plus(-1));
        let mut order = in_order(holders().filter(|person| on_team(*person, first)).collect());
        if changes.is_empty() {
            let order = self.cycle(duty, team, order);
            return TurnList { stretches: smallvec![Stretch { from: Day::MIN, before: 0, order }], needed };
        }
        let mut stretches: SmallVec<[Stretch; 1]> =
            smallvec![Stretch { from: Day::MIN, before: 0, order: self.cycle(duty, team, order.clone()) }];
        for day in changes {
            let before = self.dates_before(duty, day);
            let last = &stretches[stretches.len() - 1];
            let served = (before - last.before).max(0) * i64::from(needed);
            if !order.is_empty() && last.order.len() == order.len() {
                let place = usize::try_from(served % order.len() as i64).unwrap_or(0);
                order.rotate_left(place);
            }
            let is_first = order.is_empty();
            order.retain(|person| on_team(*person, day));
            let joined: Vec<u32> =
                holders().filter(|person| on_team(*person, day) && !order.contains(person)).collect();
            order.extend(if is_first { in_order(joined) } else { joined });
            stretches.push(Stretch { from: day, before, order: self.cycle(duty, team, order.clone()) });
        }
        TurnList { stretches, needed }
    }

    /// The order in which people serve: each once, or as often as their hours allow.
    fn cycle(&self, duty: Duty, team: &Team<'_>, order: Vec<u32>) -> Vec<u32> {
        let plan = self.engine.plan;
        let turn = match duty {
            Duty::Item(Item::Activity(activity)) | Duty::Tasks(activity) => plan.activities[activity].turn,
            Duty::Item(Item::Content(content)) => plan.content[content].turn,
            Duty::Item(_) | Duty::Life(_) => None,
        };
        if turn == Some(Turn::Balanced) { by_hours(team, &order) } else { order }
    }

    /// How many dates of a duty lie before a day.
    fn dates_before(&self, duty: Duty, day: Day) -> i64 {
        let item = match duty {
            Duty::Item(Item::Programme(cohort, _)) => {
                let starts = self.engine.plan.cohorts[cohort].starts;
                return starts.map_or(0, |starts| i64::from(day.0 - starts.0).max(0));
            }
            Duty::Item(item) => item,
            Duty::Tasks(activity) => Item::Activity(activity),
            Duty::Life(_) => return 0,
        };
        self.engine.timed_item(item).map_or(0, |timed| self.engine.dates_before(timed, day))
    }

    /// What tells a duty from others, whatever is written before it in the plan.
    fn name(&self, duty: Duty) -> String {
        match duty {
            Duty::Item(item) => item_id(self.engine.plan, item),
            Duty::Tasks(activity) => item_id(self.engine.plan, Item::Activity(activity)),
            // by its word alone: a new id or title moves nobody
            Duty::Life(milestone) => milestone.word().to_owned(),
        }
    }
}

/// The activity of a duty, and which of its seats.
const fn of_activity(duty: Duty) -> Option<(usize, Seats)> {
    match duty {
        Duty::Item(Item::Activity(activity)) => Some((activity, Seats::OfItself)),
        Duty::Tasks(activity) => Some((activity, Seats::OfTasks)),
        Duty::Item(_) | Duty::Life(_) => None,
    }
}

const fn duty(origin: Origin) -> Duty {
    match origin {
        Origin::Item(item) => Duty::Item(item),
        Origin::Task(activity, _) => Duty::Tasks(activity),
        Origin::Life(milestone) => Duty::Life(milestone),
    }
}

/// A round in which everyone serves in proportion to their hours a week, spread out evenly.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // at most 160 quarters
fn by_hours(team: &Team<'_>, order: &[u32]) -> Vec<u32> {
    const MOST: usize = 10_000;
    let coarse = if order.len() > MOST / 160 { 1.0 } else { 4.0 };
    let weight = |person: u32| (team.members[person as usize].hours.min(40.0) * coarse).round().max(1.0) as u32;
    let weights: Vec<u32> = order.iter().map(|person| weight(*person)).collect();
    let common = weights.iter().copied().fold(0, greatest_common_divisor).max(1);
    let mut places: Vec<(f64, usize)> = Vec::new();
    for (at, weight) in weights.iter().map(|weight| weight / common).enumerate() {
        places.extend((0..weight).map(|nth| ((f64::from(nth) + 0.5) / f64::from(weight), at)));
    }
    places.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    places.into_iter().map(|(_, at)| order[at]).collect()
}

const fn greatest_common_divisor(one: u32, other: u32) -> u32 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// FNV-1a, the same on every machine.
pub(in super::super) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
