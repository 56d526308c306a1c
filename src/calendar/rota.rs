//! Who does what: roles become people, fairly, period by period.
//!
//! A period is the ISO weeks whose Thursday lies in a month; loads start at zero in each. In the order of time each
//! entry goes to whoever is free, has hours left in that week, and can take it with the least Σ load²/weight; ties go to the declared order, rotated by the
//! number of the period. Named people are pinned. Entries without a time count hours but never collide.

use super::entry::{At, Entry, Kind, Origin, Problem, Shifted, Who};
use super::steps::Task;
use crate::plan::people::Person;
use crate::plan::{Index, Plan, Thing};
use crate::value::{Day, Month};

/// Hours a week of somebody who said none; they are never too many.
const HOURS: f64 = 5.0;

/// The period of a day.
pub(super) const fn period(day: Day) -> Month {
    day.monday().plus(3).month()
}

/// What somebody has to do in the period.
#[derive(Debug, Clone, Default)]
struct Load {
    minutes: i64,
    busy_until: i64,
    /// The week of the last entry, as its Monday, and the minutes taken in it.
    week: i32,
    in_week: i64,
}

impl Load {
    /// Minutes taken in the week of a day.
    fn in_week(&self, day: Day) -> i64 {
        if self.week == day.monday().0 { self.in_week } else { 0 }
    }
}

/// Fills in the people; entries come in order of time.
pub(super) fn assign(
    plan: &Plan,
    index: &Index,
    _tasks: &[Vec<Task<'_>>],
    entries: &mut [Entry],
    without: Option<usize>,
    problems: &mut Vec<Problem>,
) {
    let rota = Rota { plan, index, without, holders: holders(plan) };
    let mut loads = vec![Load::default(); plan.people.len()];
    let mut current = None;
    for entry in entries {
        let now = period(entry.at.day);
        if current != Some(now) {
            loads.fill(Load::default());
            current = Some(now);
        }
        if !entry.cancelled {
            rota.fill(entry, now, &mut loads, problems);
        }
    }
}

/// The people of each role, in declared order.
fn holders(plan: &Plan) -> Vec<Vec<usize>> {
    let of = |id: &str| {
        let holds = |person: &Person| person.roles.iter().any(|role| role.as_str() == id);
        plan.people.iter().enumerate().filter(|(_, person)| holds(person)).map(|(index, _)| index).collect()
    };
    plan.roles.iter().map(|role| role.id.as_ref().map_or_else(Vec::new, |id| of(id.as_str()))).collect()
}

struct Rota<'p> {
    plan: &'p Plan,
    index: &'p Index,
    without: Option<usize>,
    holders: Vec<Vec<usize>>,
}

impl Rota<'_> {
    fn fill(&self, entry: &mut Entry, now: Month, loads: &mut [Load], problems: &mut Vec<Problem>) {
        if let Shifted::Change(change) = entry.shifted
            && let Some(name) = &self.plan.changes[change].person
            && matches!(entry.origin, Origin::Item(_))
            && let Some(Thing::Person(person)) = self.index.find("person", name.as_str())
        {
            entry.who.person = Some(person);
        }
        let minutes = entry.load();
        let mut taken = Vec::new();
        match (entry.who.person, entry.who.role) {
            (Some(person), _) => {
                if self.is_there(person, entry.at.day) {
                    self.take(person, entry, minutes, loads);
                } else if let Some(backup) = self.backup(person, entry.at.day) {
                    entry.who.person = Some(backup);
                    self.take(backup, entry, minutes, loads);
                } else {
                    problems.push(Problem::AwayOwner { person, origin: entry.origin, day: entry.at.day });
                }
            }
            (None, Some(role)) => {
                entry.who.person = self.pick(role, entry, minutes, now, loads, &taken);
                match entry.who.person {
                    Some(person) => self.take(person, entry, minutes, loads),
                    None => problems.push(Problem::Uncovered { role, origin: entry.origin, day: entry.at.day }),
                }
            }
            (None, None) => {}
        }
        taken.extend(entry.who.person);
        let Origin::Item(super::Item::Activity(activity)) = entry.origin else { return };
        for needed in &self.plan.activities[activity].staff {
            let Some(name) = &needed.role else { continue };
            for _ in 0..needed.count.unwrap_or(1).min(100) {
                let who = match self.index.holder(name.as_str()) {
                    Some(Thing::Person(person)) => Who { person: Some(person), role: None },
                    Some(Thing::Role(role)) => {
                        // who leads in this role is one of those needed
                        if entry.who.role == Some(role) && !taken.is_empty() && entry.staff.is_empty() {
                            entry.staff.push(entry.who);
                            continue;
                        }
                        Who { person: self.pick(role, entry, minutes, now, loads, &taken), role: Some(role) }
                    }
                    _ => continue,
                };
                match (who.person, who.role) {
                    (Some(person), _) => {
                        self.take(person, entry, minutes, loads);
                        taken.push(person);
                    }
                    (None, Some(role)) => {
                        problems.push(Problem::Uncovered { role, origin: entry.origin, day: entry.at.day });
                    }
                    (None, None) => {}
                }
                entry.staff.push(who);
            }
        }
    }

    fn take(&self, person: usize, entry: &Entry, minutes: i32, loads: &mut [Load]) {
        let load = &mut loads[person];
        load.minutes += i64::from(minutes);
        load.in_week = load.in_week(entry.at.day) + i64::from(minutes);
        load.week = entry.at.day.monday().0;
        if entry.at.time.is_some() && entry.kind != Kind::Content {
            loads[person].busy_until = loads[person].busy_until.max(end(entry.at, minutes));
        }
    }

    /// Who of a role takes an entry: free, there, and with the least growth of Σ load²/weight.
    fn pick(
        &self,
        role: usize,
        entry: &Entry,
        minutes: i32,
        now: Month,
        loads: &[Load],
        taken: &[usize],
    ) -> Option<usize> {
        let holders = &self.holders[role];
        let there = |person: &usize| self.is_there(*person, entry.at.day) && !taken.contains(person);
        let mut people: Vec<usize> = holders.iter().copied().filter(there).collect();
        if people.is_empty() {
            people = holders
                .iter()
                .filter_map(|person| self.backup(*person, entry.at.day))
                .filter(|p| !taken.contains(p))
                .collect();
        }
        let free = |person: usize| {
            entry.at.time.is_none() || entry.kind == Kind::Content || loads[person].busy_until <= entry.at.minute()
        };
        if people.iter().any(|person| free(*person)) {
            people.retain(|person| free(*person));
        }
        let has_hours = |person: usize| {
            let hours = self.plan.people[person].hours_per_week;
            hours.is_none_or(|h| (loads[person].in_week(entry.at.day) + i64::from(minutes)) as f64 <= h * 60.0)
        };
        if people.iter().any(|person| has_hours(*person)) {
            people.retain(|person| has_hours(*person));
        }
        let turn = usize::try_from(now.0).unwrap_or(0);
        let count = people.len();
        (0..count).map(|i| people[(i + turn) % count]).reduce(|best, other| {
            if self.cost(other, minutes, loads) < self.cost(best, minutes, loads) { other } else { best }
        })
    }

    /// How much Σ load²/weight grows.
    fn cost(&self, person: usize, minutes: i32, loads: &[Load]) -> f64 {
        let (before, minutes) = (loads[person].minutes as f64, f64::from(minutes));
        let weight = self.plan.people[person].hours_per_week.unwrap_or(HOURS).max(0.1);
        ((before + minutes).powi(2) - before.powi(2)) / weight
    }

    fn is_there(&self, person: usize, day: Day) -> bool {
        let who = &self.plan.people[person];
        let away = |days: &crate::plan::channels::Days| {
            days.from.is_some_and(|from| from <= day) && days.to.or(days.from).is_some_and(|to| day <= to)
        };
        self.without != Some(person)
            && who.from.is_none_or(|from| from <= day)
            && who.until.is_none_or(|until| day <= until)
            && !who.away.iter().any(away)
    }

    /// Who stands in for somebody on a day.
    fn backup(&self, person: usize, day: Day) -> Option<usize> {
        let name = self.plan.people[person].backup.as_ref()?;
        match self.index.find("person", name.as_str()) {
            Some(Thing::Person(backup)) if self.is_there(backup, day) => Some(backup),
            _ => None,
        }
    }
}

/// The minute at which something ends.
fn end(at: At, minutes: i32) -> i64 {
    at.minute() + i64::from(minutes)
}
