//! `qun why`: the chain behind an item, a day, or someone's work.

use super::args::{TextOrJson, Why};
use super::exit::DONE;
use super::failure::Failure;
use super::plans::{self, OpenPlan};
use super::session::Session;
use super::{lookup, out};
use crate::calendar::{Calendar, Item, Origin, Scheduler};
use crate::human_date;
use crate::plan::Thing;
use crate::plan::lifecycle::Goal;
use crate::render::calendar::View;
use crate::render::why::{self, DayWhy, ItemWhy, PersonWhy};
use crate::value::Day;

/// Days of someone's work that are shown.
const SHOWN: i32 = 14;

pub(crate) fn run(asked: &Why, session: &Session) -> Result<u8, Failure> {
    let opened = plans::open(&asked.plan, session)?;
    let plan = &opened.reading.plan;
    let today = session.today(plan);
    let is_json = asked.format == TextOrJson::Json;
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
        return Err(lookup::unknown_item(&asked.what, &more, &opened));
    };
    if is_json {
        out::data(&text)
    } else {
        out::styled(&text)
    }
    Ok(DONE)
}

/// The cohort of this id: it has no cadence, its first day explains it.
fn cohort(name: &str, opened: &OpenPlan) -> Option<usize> {
    match opened.reading.index.find("item", name)? {
        Thing::Cohort(cohort) => Some(cohort),
        _ => None,
    }
}

fn person(name: &str, opened: &OpenPlan) -> Option<usize> {
    let people = &opened.reading.plan.people;
    people.iter().position(|person| person.key() == Some(name) || person.name.as_deref() == Some(name))
}

/// The goal of this id or objective.
fn goal(name: &str, opened: &OpenPlan) -> Option<usize> {
    let goals = &opened.reading.plan.goals;
    let is_it =
        |goal: &Goal| goal.id.as_ref().is_some_and(|id| id.as_str() == name) || goal.objective.as_deref() == Some(name);
    goals.iter().position(is_it)
}

fn view<'a>(opened: &'a OpenPlan, made: &'a Calendar<'a>) -> View<'a> {
    let mut view = View::new(&opened.reading.plan, &opened.reading.index, made);
    view.language = opened.language;
    view
}

fn item_text(opened: &OpenPlan, item: Item, today: Day, is_json: bool) -> Result<String, Failure> {
    let scheduler = scheduler(opened);
    let Some(trace) = scheduler.trace(item, today) else {
        return Err(lookup::unknown_item("", &[], opened));
    };
    let held = || trace.dates.iter().filter(|decision| decision.is_held()).map(|decision| decision.at.day);
    let (first, last) = (held().min(), held().max().unwrap_or(today));
    let period = Scheduler::period(first.unwrap_or(today));
    let made = opened.calendar(period.0, last.max(period.1), None)?;
    let is_it = |at: usize| made.entries[at].origin == Origin::Item(item) && !made.entries[at].cancelled;
    let of_day = first.map(|day| scheduler.candidates(&opened.library, day)).transpose().map_err(Failure::from)?;
    let first = of_day.into_iter().flatten().find(|(at, _)| is_it(*at));
    let why = ItemWhy { trace, view: view(opened, &made), first };
    Ok(if is_json { why::item_json(&why) } else { why::item(&why) })
}

fn scheduler(opened: &OpenPlan) -> Scheduler<'_> {
    Scheduler::new(&opened.reading.plan, &opened.reading.index, opened.holidays.get())
}

fn day_text(opened: &OpenPlan, day: Day, is_json: bool) -> Result<String, Failure> {
    // hours are counted over the whole period
    let (from, to) = Scheduler::period(day);
    let made = opened.calendar(from, to, None)?;
    let scheduler = scheduler(opened);
    let entries = scheduler.candidates(&opened.library, day).map_err(Failure::from)?;
    let why = DayWhy { view: view(opened, &made), day, entries, left_out: scheduler.left_out(day) };
    Ok(if is_json { why::day_json(&why) } else { why::day(&why) })
}

fn goal_text(opened: &OpenPlan, goal: usize, today: Day, is_json: bool) -> Result<String, Failure> {
    let made = opened.calendar(today, today, None)?;
    let view = view(opened, &made);
    Ok(if is_json { why::goal_json(&view, goal) } else { why::goal(&view, goal) })
}

fn person_text(opened: &OpenPlan, person: usize, today: Day, is_json: bool) -> Result<String, Failure> {
    let from = today.max(opened.reading.plan.lifecycle.starts.unwrap_or(today));
    let made = opened.calendar(from, from.plus(SHOWN - 1), None)?;
    let why = PersonWhy { view: view(opened, &made), person };
    Ok(if is_json { why::person_json(&why) } else { why::person(&why) })
}
