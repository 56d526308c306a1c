//! Why, for programs. Version 1: fields may be added.

use serde::Serialize;

use super::chain::{carriers, served, serving};
use super::item::dropped;
use super::shape::{
    AbsentShape, CandidateShape, CarrierShape, DateShape, DayShape, EntryShape, GoalShape, GoalWhyShape, ItemShape,
    PersonShape, RoleShape, StepShape,
};
use super::{DayWhy, ItemWhy, PersonWhy, reason, who};
use crate::calendar::{Absence, At, Candidate, Dated, Entry, Fate, Item, Shifted, Task, Who, item_id};
use crate::plan::lifecycle::Metric;
use crate::render::calendar::{Row, View};
use crate::render::clean;

fn printed(shape: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(shape).expect("texts and numbers can always be written");
    text.push('\n');
    text
}

/// A date, with its time where it has one.
fn moment(at: At) -> String {
    at.time.map_or_else(|| at.day.to_string(), |time| format!("{}T{time}", at.day))
}

pub(super) fn item(why: &ItemWhy<'_>) -> String {
    let (view, trace) = (&why.view, &why.trace);
    let plan = view.plan;
    let step = |task: &Task<'_>| StepShape {
        id: task.step.id.as_ref().map(ToString::to_string),
        title: task.title().map(clean),
        at: task.at.to_string(),
        source: match (task.own, task.replaces()) {
            (false, _) => "sop",
            (true, true) => "replaced",
            (true, false) => "plan",
        },
    };
    let activity = match trace.item {
        Item::Activity(activity) => Some(activity),
        _ => None,
    };
    printed(&ItemShape {
        version: 1,
        kind: "item",
        item: item_id(plan, trace.item),
        title: reason::title(view, trace.item),
        when: clean(&trace.when.print(view.language)),
        counted_from: trace.counted_from.map(|day| day.to_string()),
        from: trace.from.map(|day| day.to_string()),
        until: trace.until.map(|day| day.to_string()),
        time_zone: trace.zone.map(|zone| zone.name().to_owned()),
        on_holiday: trace.on_holiday.map(|policy| policy.word()),
        phases: trace.phases.iter().map(|phase| phase.word()).collect(),
        serves: served(view, trace.item).into_iter().map(|at| goal(view, at)).collect(),
        measures: activity.map(|at| words(&plan.activities[at].measures)).unwrap_or_default(),
        carried_by: carriers(view, trace.item).into_iter().map(|carrier| carried(view, carrier)).collect(),
        sop: activity.and_then(|at| plan.activities[at].sop.as_ref()).map(ToString::to_string),
        steps: activity.map(|at| view.calendar.tasks[at].iter().map(step).collect()).unwrap_or_default(),
        dropped: activity.map(|at| dropped(view, at)).unwrap_or_default(),
        dates: trace.dates.iter().map(|dated| date(view, dated)).collect(),
        considered: why.considered.iter().map(|(who, all)| role(view, *who, all)).collect(),
    })
}

fn words(metrics: &[Metric]) -> Vec<&'static str> {
    metrics.iter().map(|metric| metric.word()).collect()
}

fn goal(view: &View<'_>, at: usize) -> GoalShape {
    let goal = &view.plan.goals[at];
    let (items, reviews) = serving(view, at);
    let ids = |items: Vec<Item>| items.into_iter().map(|item| item_id(view.plan, item)).collect();
    GoalShape {
        goal: goal.id.as_ref().map(ToString::to_string),
        objective: goal.objective.as_deref().map(clean),
        metric: goal.metric.map(|metric| metric.word()),
        baseline: goal.baseline.as_deref().map(clean),
        target: goal.target.as_deref().map(clean),
        by: goal.by.map(|by| by.to_string()),
        collected_by: goal.collected_by.as_ref().map(|name| clean(name.as_str())),
        collected_how: goal.collected_how.as_deref().map(clean),
        served_by: ids(items),
        looked_at_in: ids(reviews),
    }
}

pub(super) fn of_goal(view: &View<'_>, at: usize) -> String {
    printed(&GoalWhyShape { version: 1, kind: "goal", goal: goal(view, at) })
}

fn carried(view: &View<'_>, (who, count): (Who, u32)) -> CarrierShape {
    let role = who.role.and_then(|role| view.plan.roles[role].id.as_ref());
    CarrierShape { role: role.map(ToString::to_string), person: who.person.map(|person| key(view, person)), count }
}

fn date(view: &View<'_>, dated: &Dated) -> DateShape {
    let (at, provisional) = match dated.fate {
        Fate::Held { at, provisional, .. } => (Some(at), provisional),
        _ => (None, false),
    };
    DateShape {
        original: moment(dated.original),
        fate: reason::word(dated.fate),
        date: at.map(moment),
        change: match dated.fate {
            Fate::Cancelled(change) | Fate::Held { shifted: Shifted::Change(change), .. } => Some(change),
            _ => None,
        },
        why: reason::of_fate(view, dated),
        provisional,
    }
}

fn key(view: &View<'_>, person: usize) -> String {
    clean(view.plan.people[person].key().unwrap_or_default())
}

fn role(view: &View<'_>, who: Who, all: &[Candidate]) -> RoleShape {
    let id = who.role.and_then(|role| view.plan.roles[role].id.as_ref());
    let rows = view.rows();
    let candidate = |one: &Candidate| CandidateShape {
        person: key(view, one.person),
        chosen: one.chosen,
        absent: one.absence.map(|absence| match absence {
            Absence::Away => "away",
            Absence::NotOfTheTeam => "not-of-the-team",
            Absence::NoTime => "no-time",
        }),
        busy_with: one.busy.and_then(|entry| rows.get(entry)).map(|row| row.uid.clone()),
        minutes_in_week: one.week,
        minutes_in_period: one.period,
        hours_per_week: view.plan.people[one.person].hours_per_week,
        stands_in_for: one.stands_in_for.map(|person| key(view, person)),
    };
    RoleShape { role: id.map(ToString::to_string), candidates: all.iter().map(candidate).collect() }
}

fn entry(row: &Row, entry: &Entry, why: String, considered: Vec<RoleShape>) -> EntryShape {
    EntryShape {
        item: row.item.clone(),
        kind: row.kind.word(),
        title: row.title.clone(),
        date: row.start.day.to_string(),
        time: row.start.time.map(|time| time.to_string()),
        person: row.person.clone(),
        role: row.role.clone(),
        original: moment(entry.original),
        cancelled: row.cancelled,
        why,
        considered,
    }
}

pub(super) fn day(why: &DayWhy<'_>) -> String {
    let view = &why.view;
    let days = view.days();
    let day = days.first();
    let roles = |at: usize| {
        let all = why.considered.get(at).into_iter().flatten();
        all.map(|(who, all)| role(view, *who, all)).collect()
    };
    let rows = view.rows();
    let entries = rows.iter().zip(&view.calendar.entries).enumerate();
    let entries = entries.map(|(at, (row, of))| entry(row, of, reason::of_entry(view, of), roles(at))).collect();
    let absent = |(item, dated): &(Item, Dated)| AbsentShape {
        item: item_id(view.plan, *item),
        title: reason::title(view, *item),
        date: date(view, dated),
    };
    let life = &view.calendar.life;
    printed(&DayShape {
        version: 1,
        kind: "day",
        date: why.day.to_string(),
        weekday: why.day.weekday().index() + 1,
        status: day.map_or("unannounced", |day| day.status.as_str()),
        make_up: day.is_some_and(|day| day.make_up),
        name: day.and_then(|day| day.name.clone()),
        festivals: day.map(|day| day.festivals.clone()).unwrap_or_default(),
        lunar: day.and_then(|day| day.lunar).map(|lunar| lunar.text(view.language)),
        term: day.and_then(|day| day.term),
        phase: life.phase(why.day).filter(|_| life.contains(why.day)).map(|phase| phase.word()),
        entries,
        absent: why.absent.iter().map(absent).collect(),
    })
}

pub(super) fn person(why: &PersonWhy<'_>) -> String {
    let view = &why.view;
    let as_what = |entry: &Entry| {
        std::iter::once(&entry.who).chain(&entry.staff).find(|who| who.person == Some(why.person)).copied()
    };
    let theirs = |(row, of): (&Row, &Entry)| {
        as_what(of).map(|as_what| entry(row, of, who::short(view, why.person, as_what), Vec::new()))
    };
    printed(&PersonShape {
        version: 1,
        kind: "person",
        person: key(view, why.person),
        from: view.calendar.from.to_string(),
        to: view.calendar.to.to_string(),
        entries: view.rows().iter().zip(&view.calendar.entries).filter_map(theirs).collect(),
    })
}
