//! Why, for programs. Version 1: fields may be added.

use serde::Serialize;

use super::chain::{carriers, served, serving};
use super::item::dropped;
use super::json_types::{
    AbsentJson, CandidateJson, CarrierJson, DateJson, DayJson, EntryJson, GoalJson, GoalWhyJson, ItemJson, PersonJson,
    RoleJson, StepJson,
};
use super::{reason, who};
use crate::calendar::{
    At, Candidate, DayWhy, Decision, Entry, Item, ItemWhy, Obstacle, Seat, Shifted, Task, Who, item_id,
};
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

pub(super) fn item(why: &ItemWhy<'_>, view: &View<'_>) -> String {
    let trace = &why.trace;
    let (plan, rows) = (view.plan, view.rows());
    let step = |task: &Task<'_>| StepJson {
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
    printed(&ItemJson {
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
        dates: trace.dates.iter().map(|decision| date(view, decision)).collect(),
        considered: why.first.iter().flat_map(|(_, seats)| seats).map(|seat| role(view, &rows, seat)).collect(),
    })
}

fn words(metrics: &[Metric]) -> Vec<&'static str> {
    metrics.iter().map(|metric| metric.word()).collect()
}

fn goal(view: &View<'_>, at: usize) -> GoalJson {
    let goal = &view.plan.goals[at];
    let (items, reviews) = serving(view, at);
    let ids = |items: Vec<Item>| items.into_iter().map(|item| item_id(view.plan, item)).collect();
    GoalJson {
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
    printed(&GoalWhyJson { version: 1, kind: "goal", goal: goal(view, at) })
}

fn carried(view: &View<'_>, (who, count): (Who, u32)) -> CarrierJson {
    let role = who.role.and_then(|role| view.plan.roles[role].id.as_ref());
    CarrierJson { role: role.map(ToString::to_string), person: who.person.map(|person| key(view, person)), count }
}

fn date(view: &View<'_>, decision: &Decision) -> DateJson {
    let is_held = decision.is_held();
    DateJson {
        original: moment(decision.original),
        fate: reason::word(decision),
        date: is_held.then(|| moment(decision.at)),
        change: match decision.shifted {
            Shifted::Change(change) => Some(change),
            Shifted::No | Shifted::Holiday | Shifted::Published => None,
        },
        why: reason::of_decision(view, decision),
        provisional: is_held && decision.provisional,
    }
}

fn key(view: &View<'_>, person: usize) -> String {
    clean(view.plan.people[person].key().unwrap_or_default())
}

fn role(view: &View<'_>, rows: &[Row], seat: &Seat) -> RoleJson {
    let id = seat.who.role.and_then(|role| view.plan.roles[role].id.as_ref());
    let candidate = |candidate: &Candidate| CandidateJson {
        person: key(view, candidate.person),
        chosen: candidate.chosen,
        absent: match candidate.obstacle {
            Some(Obstacle::Away) => Some("away"),
            Some(Obstacle::NotOnTeam) => Some("not-of-the-team"),
            Some(Obstacle::NoTime) => Some("no-time"),
            Some(Obstacle::Night) => Some("night"),
            Some(Obstacle::DayOff) => Some("day-off"),
            Some(Obstacle::Busy(_)) | None => None,
        },
        busy_with: match candidate.obstacle {
            Some(Obstacle::Busy(entry)) => rows.get(entry).map(|row| row.uid.clone()),
            _ => None,
        },
        minutes_in_week: candidate.week,
        minutes_in_period: candidate.period,
        hours_per_week: view.plan.people[candidate.person].hours_per_week,
        published: candidate.published,
        stands_in_for: candidate.stands_in_for.map(|person| key(view, person)),
    };
    RoleJson {
        role: id.map(ToString::to_string),
        turns: seat.turns.iter().map(|person| key(view, *person)).collect(),
        candidates: seat.candidates.iter().map(candidate).collect(),
    }
}

fn entry(row: &Row, entry: &Entry, why: String, considered: Vec<RoleJson>) -> EntryJson {
    EntryJson {
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

pub(super) fn day(why: &DayWhy, view: &View<'_>) -> String {
    let days = view.days();
    let day = days.iter().find(|row| row.day == why.day);
    let rows = view.rows();
    let of_entry = |(at, seats): &(usize, Vec<Seat>)| {
        let of = &view.calendar.entries[*at];
        let considered = seats.iter().map(|seat| role(view, &rows, seat)).collect();
        entry(&rows[*at], of, reason::of_entry(view, of), considered)
    };
    let entries = why.entries.iter().map(of_entry).collect();
    let absent = |(item, decision): &(Item, Decision)| AbsentJson {
        item: item_id(view.plan, *item),
        title: reason::title(view, *item),
        date: date(view, decision),
    };
    let life = &view.calendar.life;
    printed(&DayJson {
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
        absent: why.left_out.iter().map(absent).collect(),
    })
}

pub(super) fn person(person: usize, view: &View<'_>) -> String {
    let as_what =
        |entry: &Entry| std::iter::once(&entry.who).chain(&entry.staff).find(|who| who.person == Some(person)).copied();
    let theirs = |(row, of): (&Row, &Entry)| {
        as_what(of).map(|as_what| entry(row, of, who::short(view, person, as_what), Vec::new()))
    };
    printed(&PersonJson {
        version: 1,
        kind: "person",
        person: key(view, person),
        from: view.calendar.from.to_string(),
        to: view.calendar.to.to_string(),
        entries: view.rows().iter().zip(&view.calendar.entries).filter_map(theirs).collect(),
    })
}
