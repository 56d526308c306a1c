//! `qun why`: the chain behind an item, a day, or what falls to somebody.

use super::args::{RulesFormat, Why};
use super::plans::{self, Opened};
use super::session::Session;
use super::{DONE, lookup, out, schedule};
use crate::calendar::{Calendar, Candidate, Fate, Item, Origin, Trace, Who, absent, considered, period, trace};
use crate::human_date;
use crate::plan::Thing;
use crate::plan::lifecycle::Goal;
use crate::render::calendar::View;
use crate::render::why::{self, DayWhy, ItemWhy, PersonWhy};
use crate::value::Day;

/// Days of somebody's work that are shown.
const SHOWN: i32 = 14;

pub(crate) fn run(asked: &Why, session: &Session) -> anyhow::Result<u8> {
    let opened = plans::open(&asked.plan, session)?;
    let plan = &opened.reading.plan;
    let today = session.today(plan);
    let is_json = asked.format == RulesFormat::Json;
    let text = if let Some(item) = lookup::item(&asked.what, &opened) {
        item_text(&opened, item, today, is_json)?
    } else if let Some(cohort) = cohort(&asked.what, &opened) {
        day_text(&opened, plan.cohorts[cohort].starts.unwrap_or(today), is_json)?
    } else if let Some(person) = person(&asked.what, &opened) {
        person_text(&opened, person, today, is_json)?
    } else if let Some(goal) = goal(&asked.what, &opened) {
        goal_text(&opened, goal, today, is_json)?
    } else if let Ok(day) = human_date::day(&asked.what, today) {
        day_text(&opened, day, is_json)?
    } else {
        let people = plan.people.iter().filter_map(|person| person.name.as_deref());
        let more: Vec<&str> = people.chain(opened.reading.index.names("goal")).collect();
        return Err(lookup::unknown_item(&asked.what, &more, &opened).into());
    };
    if is_json {
        out::data(&text)
    } else {
        out::styled(&text)
    }
    Ok(DONE)
}

/// The cohort of this id: it has no cadence, its first day tells about it.
fn cohort(name: &str, opened: &Opened) -> Option<usize> {
    match opened.reading.index.find("item", name)? {
        Thing::Cohort(cohort) => Some(cohort),
        _ => None,
    }
}

fn person(name: &str, opened: &Opened) -> Option<usize> {
    let people = &opened.reading.plan.people;
    people.iter().position(|person| person.key() == Some(name) || person.name.as_deref() == Some(name))
}

/// The goal of this id or objective.
fn goal(name: &str, opened: &Opened) -> Option<usize> {
    let goals = &opened.reading.plan.goals;
    let is_it =
        |goal: &Goal| goal.id.as_ref().is_some_and(|id| id.as_str() == name) || goal.objective.as_deref() == Some(name);
    goals.iter().position(is_it)
}

fn view<'a>(opened: &'a Opened, made: &'a Calendar<'a>) -> View<'a> {
    let mut view = View::new(&opened.reading.plan, &opened.reading.index, made);
    view.language = opened.language;
    view
}

fn item_text(opened: &Opened, item: Item, today: Day, is_json: bool) -> anyhow::Result<String> {
    let (plan, index) = (&opened.reading.plan, &opened.reading.index);
    let Some(trace) = trace(plan, index, opened.holidays.get(), item, today) else {
        return Err(lookup::unknown_item("", &[], opened).into());
    };
    let (first, last) = held(&trace).unwrap_or((today, today));
    let made = schedule::make(opened, period(first).0, last.max(period(first).1), None)?;
    let of = |entry: &crate::calendar::Entry| {
        entry.origin == Origin::Item(item) && entry.at.day == first && !entry.cancelled
    };
    let entry = held(&trace).and_then(|_| made.entries.iter().position(of));
    let considered = entry.map(|entry| by_role(opened, &made, entry)).unwrap_or_default();
    let why = ItemWhy { trace, view: view(opened, &made), entry, considered };
    Ok(if is_json { why::item_json(&why) } else { why::item(&why) })
}

/// Who could have done an entry, for each role that it needs.
fn by_role(opened: &Opened, made: &Calendar<'_>, at: usize) -> Vec<(Who, Vec<Candidate>)> {
    let mut roles: Vec<Who> = Vec::new();
    let entry = &made.entries[at];
    for who in std::iter::once(&entry.who).chain(&entry.staff) {
        let is_known = |other: &Who| other.role.is_some() && other.role == who.role || other == who;
        if (who.person.is_some() || who.role.is_some()) && !roles.iter().any(is_known) {
            roles.push(*who);
        }
    }
    let (plan, index) = (&opened.reading.plan, &opened.reading.index);
    roles.into_iter().map(|who| (who, considered(plan, index, made, at, who))).collect()
}

/// The first and the last day on which it is held, of those that are told.
fn held(trace: &Trace<'_>) -> Option<(Day, Day)> {
    let day = |dated: &crate::calendar::Dated| match dated.fate {
        Fate::Held { at, .. } => Some(at.day),
        _ => None,
    };
    let days = || trace.dates.iter().filter_map(day);
    Some((days().min()?, days().max()?))
}

fn day_text(opened: &Opened, day: Day, is_json: bool) -> anyhow::Result<String> {
    let (plan, index) = (&opened.reading.plan, &opened.reading.index);
    // the hours of those who were considered are those of the whole period
    let mut made = schedule::make(opened, period(day).0, period(day).1, None)?;
    let here: Vec<usize> = (0..made.entries.len()).filter(|at| made.entries[*at].at.day == day).collect();
    let mut considered: Vec<_> = here.iter().map(|at| by_role(opened, &made, *at)).collect();
    for one in considered.iter_mut().flatten().flat_map(|(_, all)| all) {
        one.busy = one.busy.and_then(|busy| here.iter().position(|at| *at == busy));
    }
    made.entries.retain(|entry| entry.at.day == day);
    (made.from, made.to) = (day, day);
    let absent = absent(plan, index, opened.holidays.get(), day);
    let why = DayWhy { view: view(opened, &made), day, considered, absent };
    Ok(if is_json { why::day_json(&why) } else { why::day(&why) })
}

fn goal_text(opened: &Opened, goal: usize, today: Day, is_json: bool) -> anyhow::Result<String> {
    let made = schedule::make(opened, today, today, None)?;
    let view = view(opened, &made);
    Ok(if is_json { why::goal_json(&view, goal) } else { why::goal(&view, goal) })
}

fn person_text(opened: &Opened, person: usize, today: Day, is_json: bool) -> anyhow::Result<String> {
    let from = today.max(opened.reading.plan.lifecycle.starts.unwrap_or(today));
    let made = schedule::make(opened, from, from.plus(SHOWN - 1), None)?;
    let why = PersonWhy { view: view(opened, &made), person };
    Ok(if is_json { why::person_json(&why) } else { why::person(&why) })
}
