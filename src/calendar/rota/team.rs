//! Who is there and for what: the people of a plan, with all names looked up once.

use std::sync::Arc;

use super::super::availability::{Availability, PeriodDays};
use super::super::decision::Obstacle;
use super::super::entry::{Entry, Origin, Who};
use super::super::zone::convert;
use super::own_time::OwnTime;
use crate::cadence::Available;
use crate::knowledge::Holidays;
use crate::plan::people::Person;
use crate::plan::values::{SharedDaysOff, Zone};
use crate::plan::{Index, Plan, Thing};
use crate::value::{Clock, Day};

/// Hours a week of someone who gave none; they are never over them.
const HOURS: f64 = 5.0;

/// How many backups of backups are asked; they may form a circle.
const BACKUPS: usize = 8;

/// People needed for an activity besides who leads it.
#[derive(Debug, Clone, Copy)]
pub(super) enum StaffNeed {
    /// This person.
    Person(usize),
    /// So many of a role.
    Role(usize, usize),
}

/// A person, with what does not change from period to period.
#[derive(Debug)]
pub(super) struct Member<'a> {
    /// Minutes a week; `i64::MAX` where they gave none.
    pub most: i64,
    /// Hours a week, for what is fair.
    pub hours: f64,
    /// The days on which they are not there, both ends included, and why.
    absences: Vec<(Day, Day, Obstacle)>,
    /// Their backup, then that person's backup, and so on.
    pub backups: Vec<usize>,
    /// When they are available; none: always.
    available: Option<&'a Available>,
    /// Where they live, where the plan says so.
    zone: Option<&'a Zone>,
    /// The days off of their own country.
    holidays: Option<Arc<Holidays>>,
}

/// The people of a plan.
#[derive(Debug)]
pub(in super::super) struct Team<'a> {
    pub(super) members: Vec<Member<'a>>,
    /// The people of each role, in declared order.
    pub(super) holders: Vec<Vec<usize>>,
    /// Whether the role is critical.
    pub(super) critical: Vec<bool>,
    /// Who leads each activity, by its `owner`.
    owners: Vec<Who>,
    /// The person that each change sets.
    pub(super) changed: Vec<Option<usize>>,
    /// Who is needed for each activity.
    pub(super) staff: Vec<Vec<StaffNeed>>,
    holidays: &'a Holidays,
    /// The zone of the plan.
    zone: Zone,
    pub(super) plan: &'a Plan,
    pub(super) index: &'a Index,
}

impl<'a> Team<'a> {
    pub(in super::super) fn new(
        plan: &'a Plan,
        index: &'a Index,
        holidays: &'a Holidays,
        without: Option<usize>,
    ) -> Self {
        let person = |name: &str| match index.find("person", name) {
            Some(Thing::Person(person)) => Some(person),
            _ => None,
        };
        let backup = |of: usize| plan.people[of].backup.as_ref().and_then(|name| person(name.as_str()));
        let mut days_off = SharedDaysOff::new(&index.holiday_files);
        let member = |(at, who): (usize, &'a Person)| {
            let chain = std::iter::successors(backup(at), |other| backup(*other)).take(BACKUPS);
            Member {
                backups: chain.filter(|other| *other != at).collect(),
                holidays: who.holidays.as_ref().and_then(|own| days_off.of(own)),
                ..member(who, without == Some(at))
            }
        };
        let staff = |needed: &crate::plan::activities::Staff| match index.holder(needed.role.as_ref()?.as_str())? {
            Thing::Person(person) => Some(StaffNeed::Person(person)),
            Thing::Role(role) => {
                Some(StaffNeed::Role(role, usize::try_from(needed.count.unwrap_or(1)).unwrap_or(usize::MAX)))
            }
            _ => None,
        };
        Self {
            members: plan.people.iter().enumerate().map(member).collect(),
            holders: (0..plan.roles.len()).map(|role| plan.holders(role)).collect(),
            critical: plan.roles.iter().map(|role| role.critical == Some(true)).collect(),
            // asked for only where a change gives a date to someone
            owners: (plan.activities.iter())
                .take(if plan.changes.is_empty() { 0 } else { usize::MAX })
                .map(|activity| Who::named(index, activity.owner.as_ref().map(|owner| owner.as_str())))
                .collect(),
            changed: (plan.changes.iter())
                .map(|change| change.person.as_ref().and_then(|name| person(name.as_str())))
                .collect(),
            staff: (plan.activities.iter()).map(|activity| activity.staff.iter().filter_map(staff).collect()).collect(),
            holidays,
            zone: plan.time_zone.clone().unwrap_or_default(),
            plan,
            index,
        }
    }

    /// Whether an entry falls to whoever leads the occurrence: it is that itself, or a step for one who leads.
    pub(super) fn is_of_lead(&self, entry: &Entry) -> bool {
        match entry.origin {
            Origin::Item(_) => true,
            Origin::Task(activity, _) => {
                let is_one = entry.turn.task.is_none_or(|(_, seats)| seats == 1);
                is_one && self.owners.get(activity) == Some(&entry.who) && entry.who != Who::default()
            }
            Origin::Life(_) => false,
        }
    }

    /// How many people of a role an activity needs at once; whoever leads in that role is one of them.
    pub(super) fn needed(&self, activity: usize, role: usize) -> u32 {
        let of_role = |need: &StaffNeed| match *need {
            StaffNeed::Role(other, count) if other == role => u32::try_from(count).unwrap_or(u32::MAX),
            _ => 0,
        };
        self.staff[activity].iter().map(of_role).fold(0, u32::saturating_add).max(1)
    }

    /// The days of one period on which each member is there, a bit a day.
    pub(super) fn there(&self, from: Day, days: i32) -> Vec<u64> {
        let last = from.plus(days - 1);
        let of = |member: &Member<'_>| {
            let mut there = u64::MAX >> (64 - days.clamp(1, 64));
            for (first, until, _) in member.absences.iter().copied() {
                let (first, until) = (first.max(from), until.min(last));
                for day in first.0..=until.0 {
                    there &= !(1 << (day - from.0));
                }
            }
            there
        };
        self.members.iter().map(of).collect()
    }

    /// The hours of one period in which each member is available; none: always. Empty where nobody gave any.
    pub(super) fn available(&self, from: Day, days: i32) -> Vec<Option<Availability>> {
        if self.members.iter().all(|member| member.available.is_none()) {
            return Vec::new();
        }
        let of = |member: &Member<'_>| {
            let holidays = member.holidays.as_deref().unwrap_or(self.holidays);
            Some(Availability::new(member.available?, holidays, self.days_of(member, from, days)))
        };
        self.members.iter().map(of).collect()
    }

    /// The nights and days off of one period, of each member who has their own; the hours that someone gave are no night.
    /// Empty where nobody has their own.
    pub(super) fn own_time(&self, from: Day, days: i32) -> Vec<Option<OwnTime>> {
        let has_own = |member: &Member<'_>| member.holidays.is_some() || member.zone.is_some();
        if !self.members.iter().any(has_own) {
            return Vec::new();
        }
        let of = |member: &Member<'_>| {
            let days = self.days_of(member, from, days);
            let awake = member.zone.map(|_| Availability::awake(days));
            let holidays = member.holidays.as_deref().unwrap_or(self.holidays);
            let given = member.available.map(|given| Availability::new(given, holidays, days));
            let awake = awake.map(|awake| given.into_iter().fold(awake, Availability::or));
            let own = || OwnTime::new(awake, member.holidays.as_deref(), days);
            has_own(member).then(own)
        };
        self.members.iter().map(of).collect()
    }

    /// The time where someone lives, by minutes since the first midnight of the plan.
    pub(super) fn time_of(&self, person: usize, first: Day, minute: i32) -> Option<Clock> {
        let (clock, days) = Clock::from_minutes(minute);
        let own = self.members[person].zone?;
        convert(first.plus(days), clock, &self.zone, own).map(|(_, clock)| clock)
    }

    fn days_of<'m>(&'m self, member: &'m Member<'_>, first: Day, days: i32) -> PeriodDays<'m> {
        let zones = member.zone.filter(|own| **own != self.zone).map(|own| (own, &self.zone));
        PeriodDays { first, days, zones }
    }
}

impl Member<'_> {
    /// Why they are not there on a day.
    pub(super) fn absence(&self, day: Day) -> Option<Obstacle> {
        self.absences.iter().find(|(first, until, _)| *first <= day && day <= *until).map(|(.., why)| *why)
    }
}

#[allow(clippy::cast_possible_truncation)] // a float cast saturates
fn member(who: &Person, is_left_out: bool) -> Member<'_> {
    let (first, last) = (Day::MIN.plus(-400), Day::MAX.plus(400));
    let joins = who.from.map(|from| (first, from.plus(-1), Obstacle::NotOnTeam));
    let leaves = who.until.map(|until| (until.plus(1), last, Obstacle::NotOnTeam));
    let away = who.away.iter().filter_map(|days| days.bounds()).map(|(from, to)| (from, to, Obstacle::Away));
    let left_out = is_left_out.then_some((first, last, Obstacle::Away));
    let absences = joins.into_iter().chain(leaves).chain(away).chain(left_out).collect();
    let hours = who.hours_per_week.filter(|hours| hours.is_finite());
    Member {
        most: hours.map_or(i64::MAX, |hours| (hours.max(0.0) * 60.0).round() as i64),
        hours: hours.unwrap_or(HOURS).max(0.1),
        absences,
        backups: Vec::new(),
        available: who.available.as_ref(),
        zone: who.time_zone.as_ref(),
        holidays: None,
    }
}
