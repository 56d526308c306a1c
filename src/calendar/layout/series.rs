//! What all occurrences of an item have in common, looked up once for a layout.

use super::super::engine::Engine;
use super::super::entry::{At, Entry, Kind, Origin, Who};
use super::super::expand::anchor;
use super::super::holiday;
use super::super::item::{Item, RecurringItem};
use super::super::steps::{Task, doer, step_names};
use super::super::topics;
use crate::plan::Thing;
use crate::plan::activities::OnHoliday;
use crate::value::Day;

/// An item, with what all its occurrences share.
pub(super) struct ItemSeries<'e, 'a> {
    pub recurring: &'e RecurringItem<'a>,
    pub kind: Kind,
    pub who: Who,
    pub tasks: Vec<(Task<'a>, Entry)>,
    /// How many days before and after a range its occurrences may lie that leave something in it.
    pub reach: (i32, i32),
    /// The place where it is held, when that is closed on some days.
    pub place: Option<usize>,
    /// Of a series: how many occurrences lie before this day.
    pub counted: Option<(Day, usize)>,
    /// Whether anyone is needed by role, not by name.
    pub takes_turns: bool,
    /// The names of its tasks, where something of it is published.
    pub steps: Vec<String>,
    /// Whether its dates take topics of the bank.
    pub takes_topics: bool,
}

/// An item with what its occurrences share.
pub(super) fn series<'e, 'a>(
    engine: &'e Engine<'a>,
    recurring: &'e RecurringItem<'a>,
    all_tasks: &[Vec<Task<'a>>],
) -> ItemSeries<'e, 'a> {
    let plan = engine.plan;
    let kind = match recurring.item {
        Item::Activity(_) => Kind::Activity,
        Item::Content(_) => Kind::Content,
        Item::Review(_) => Kind::Review,
        Item::Meeting => Kind::Meeting,
        Item::Programme(..) => Kind::Programme,
    };
    let somewhen = At { day: Day(0), time: None };
    let entry = |(at, task): (usize, &Task<'a>), activity: usize| {
        let minutes = Some(task.minutes().map_or(30, |m| i32::try_from(m).unwrap_or(1440)));
        let who = engine.who(doer(plan, task, recurring.owner));
        (*task, Entry { minutes, who, ..Entry::new(Kind::Task, Origin::Task(activity, at), somewhen) })
    };
    let mut tasks: Vec<(Task<'a>, Entry)> = match recurring.item {
        Item::Activity(activity) => all_tasks[activity].iter().enumerate().map(|task| entry(task, activity)).collect(),
        _ => Vec::new(),
    };
    let roles: Vec<Option<usize>> =
        tasks.iter().map(|(task, entry)| entry.who.role.filter(|_| !task.is_of_owner())).collect();
    for (at, (_, entry)) in tasks.iter_mut().enumerate() {
        entry.turn.task = roles[at].map(|role| {
            let count = |roles: &[Option<usize>]| roles.iter().filter(|other| **other == Some(role)).count() as u16;
            (count(&roles[..at]), count(&roles))
        });
    }
    let (back, ahead) = tasks.iter().map(|(task, _)| task.at.reach()).fold((0, 0), |(a, b), n| (a.min(n), b.max(n)));
    let moved = match recurring.on_holiday {
        Some(OnHoliday::Before | OnHoliday::After) => holiday::REACH,
        _ if recurring.when.roll.is_some() => holiday::REACH,
        _ => 0,
    };
    // another zone may make it another day; a task after its activity reaches back, one before it reaches ahead
    let (held_back, held_ahead) = engine.published.reach(recurring.item);
    let reach = (held_ahead.max(ahead + moved + 1), (-held_back).max(-back + moved + 1));
    let place = match recurring.item {
        Item::Activity(activity) => plan.activities[activity].place.as_ref(),
        _ => None,
    };
    let place = match place.and_then(|place| engine.index.find("place", place.as_str())) {
        Some(Thing::Place(place)) if !plan.places[place].closed.is_empty() => Some(place),
        _ => None,
    };
    // only texts taken in turn need the number; for others it would depend on where the range begins
    let is_series = matches!(recurring.item, Item::Content(content) if !plan.content[content].series.is_empty());
    let counted = is_series.then(|| (anchor(recurring.from, engine.life.starts), 0));
    let who = engine.who(recurring.owner);
    let is_staffed = matches!(recurring.item, Item::Activity(activity) if !plan.activities[activity].staff.is_empty());
    let takes_turns = is_staffed || who.role.is_some() || tasks.iter().any(|(_, entry)| entry.who.role.is_some());
    let steps = match recurring.item {
        Item::Activity(activity) if engine.published.has(recurring.item) => step_names(&all_tasks[activity]),
        _ => Vec::new(),
    };
    let takes_topics = topics::takes_topics(plan, recurring.item);
    ItemSeries { recurring, kind, who, tasks, reach, place, counted, takes_turns, steps, takes_topics }
}
