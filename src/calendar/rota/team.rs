//! Who is there and for what: the people of a plan with all names resolved once, so that no look-up is left for the
//! entries.

use super::super::build::Request;
use super::super::free::Free;
use crate::cadence::Available;
use crate::knowledge::Holidays;
use crate::plan::people::Person;
use crate::plan::{Index, Plan, Thing};
use crate::value::Day;

/// Hours a week of somebody who said none; they are never too many.
const HOURS: f64 = 5.0;

/// How far the backup of a backup of a backup is asked; they may stand in a circle.
const BACKUPS: usize = 8;

/// People needed for an activity besides who leads it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Needed {
    /// This person.
    Person(usize),
    /// So many of a role.
    Role(usize, usize),
}

/// Somebody, with what does not change from period to period.
#[derive(Debug)]
pub(super) struct Member<'a> {
    /// Minutes a week; `i64::MAX` where they said none.
    pub most: i64,
    /// Hours a week, for what is fair.
    pub hours: f64,
    /// The days on which they are not there, both ends included, in no order.
    away: Vec<(Day, Day)>,
    /// Who stands in for them, then who stands in for that one, and so on.
    pub backups: Vec<usize>,
    /// When they have time; none: always.
    available: Option<&'a Available>,
}

/// The people of a plan.
#[derive(Debug)]
pub(in super::super) struct Team<'a> {
    pub(super) members: Vec<Member<'a>>,
    /// The people of each role, in declared order.
    pub(super) holders: Vec<Vec<usize>>,
    /// Whether nothing goes on without the role.
    pub(super) critical: Vec<bool>,
    /// The people whom changes set.
    pub(super) changed: Vec<Option<usize>>,
    /// Who is needed for each activity.
    pub(super) staff: Vec<Vec<Needed>>,
    holidays: &'a Holidays,
}

impl<'a> Team<'a> {
    pub(in super::super) fn new(plan: &'a Plan, index: &Index, request: &Request<'a>) -> Self {
        let person = |name: &str| match index.find("person", name) {
            Some(Thing::Person(person)) => Some(person),
            _ => None,
        };
        let backup = |of: usize| plan.people[of].backup.as_ref().and_then(|name| person(name.as_str()));
        let member = |(at, who): (usize, &'a Person)| {
            let chain = std::iter::successors(backup(at), |other| backup(*other)).take(BACKUPS);
            Member { backups: chain.filter(|other| *other != at).collect(), ..member(who, request.without == Some(at)) }
        };
        let staff = |needed: &crate::plan::activities::Staff| match index.holder(needed.role.as_ref()?.as_str())? {
            Thing::Person(person) => Some(Needed::Person(person)),
            Thing::Role(role) => {
                Some(Needed::Role(role, usize::try_from(needed.count.unwrap_or(1)).unwrap_or(usize::MAX)))
            }
            _ => None,
        };
        Self {
            members: plan.people.iter().enumerate().map(member).collect(),
            holders: holders(plan),
            critical: plan.roles.iter().map(|role| role.critical == Some(true)).collect(),
            changed: (plan.changes.iter())
                .map(|change| change.person.as_ref().and_then(|name| person(name.as_str())))
                .collect(),
            staff: (plan.activities.iter()).map(|activity| activity.staff.iter().filter_map(staff).collect()).collect(),
            holidays: request.holidays,
        }
    }

    /// The days of one period on which each member is there, a bit a day.
    pub(super) fn there(&self, from: Day, days: i32) -> Vec<u64> {
        let last = from.plus(days - 1);
        let of = |member: &Member<'_>| {
            let mut there = u64::MAX >> (64 - days.clamp(1, 64));
            for (first, until) in member.away.iter().copied() {
                let (first, until) = (first.max(from), until.min(last));
                for day in first.0..=until.0 {
                    there &= !(1 << (day - from.0));
                }
            }
            there
        };
        self.members.iter().map(of).collect()
    }

    /// The hours of one period in which each member has time; none: always. Empty where nobody said any.
    pub(super) fn free(&self, from: Day, days: i32) -> Vec<Option<Free>> {
        if self.members.iter().all(|member| member.available.is_none()) {
            return Vec::new();
        }
        let of = |member: &Member<'_>| Some(Free::new(member.available?, self.holidays, from, days));
        self.members.iter().map(of).collect()
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

#[allow(clippy::cast_possible_truncation)] // a float cast saturates
fn member(who: &Person, is_left_out: bool) -> Member<'_> {
    let mut away: Vec<(Day, Day)> =
        who.away.iter().filter_map(|days| Some((days.from?, days.to.or(days.from)?))).collect();
    away.extend(who.from.map(|from| (Day::MIN.plus(-400), from.plus(-1))));
    away.extend(who.until.map(|until| (until.plus(1), Day::MAX.plus(400))));
    if is_left_out {
        away.push((Day::MIN.plus(-400), Day::MAX.plus(400)));
    }
    let hours = who.hours_per_week.filter(|hours| hours.is_finite());
    Member {
        most: hours.map_or(i64::MAX, |hours| (hours.max(0.0) * 60.0).round() as i64),
        hours: hours.unwrap_or(HOURS).max(0.1),
        away,
        backups: Vec::new(),
        available: who.available.as_ref(),
    }
}
