//! Occurrences, programmes and phases laid out as entries of a range.

use std::ops::ControlFlow;

use super::build::{MAX_ENTRIES, Request, TooMuch};
use super::engine::{Engine, Occurrence};
use super::entry::{At, Entry, Kind, Origin, Problem, Shifted, Who};
use super::source::{Item, Timed};
use super::steps::{Task, doer};
use crate::plan::Thing;
use crate::value::Day;

/// The sheet that is written on.
pub(super) struct Sheet<'e, 'a> {
    engine: &'e Engine<'a>,
    /// The range that is asked for, both ends included.
    asked: (Day, Day),
    /// The same stretched to whole periods of the rota.
    whole: (Day, Day),
    pub entries: Vec<Entry>,
    pub problems: Vec<Problem>,
}

impl<'e, 'a> Sheet<'e, 'a> {
    pub(super) const fn new(engine: &'e Engine<'a>, request: &Request<'_>, whole: (Day, Day)) -> Self {
        Self { engine, asked: (request.from, request.to), whole, entries: Vec::new(), problems: Vec::new() }
    }

    /// Adds the occurrences of one item, and their tasks.
    pub(super) fn add(
        &mut self,
        timed: &Timed<'a>,
        padded: (Day, Day),
        tasks: &[Vec<Task<'a>>],
    ) -> Result<(), TooMuch> {
        let item = timed.item;
        let minutes = timed.when.time.and_then(|time| time.minutes()).or(timed.minutes);
        let kind = match item {
            Item::Activity(_) => Kind::Activity,
            Item::Content(_) => Kind::Content,
            Item::Review(_) => Kind::Review,
            Item::Meeting => Kind::Meeting,
            Item::Programme(..) => Kind::Programme,
        };
        // only texts taken in turn need the number; for others it would say where the range began
        let (before, step) = if self.is_series(item) { (self.count_before(timed, padded.0), 1) } else { (0, 0) };
        let mut out = Vec::new();
        self.engine.occurrences(timed, padded, 0, &mut |occurrence| {
            out.push(occurrence);
            if out.len() > MAX_ENTRIES { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        for (nth, occurrence) in out.into_iter().enumerate() {
            let number = before + nth * step;
            self.report(item, &occurrence);
            let who = self.engine.who(timed.owner);
            let entry = Entry {
                kind,
                origin: Origin::Item(item),
                at: occurrence.at,
                minutes,
                of: occurrence.at,
                original: occurrence.original,
                who,
                staff: Vec::new(),
                shifted: occurrence.shifted,
                cancelled: occurrence.cancelled,
                provisional: occurrence.provisional,
                number,
            };
            if let Item::Activity(activity) = item {
                for (task_index, task) in tasks[activity].iter().enumerate() {
                    let due = task.due(occurrence.at);
                    if self.is_within(due.day) {
                        let name = doer(self.engine.plan, task, timed.owner);
                        self.entries.push(Entry {
                            kind: Kind::Task,
                            origin: Origin::Task(activity, task_index),
                            at: due,
                            minutes: Some(task.minutes().map_or(30, |m| i32::try_from(m).unwrap_or(1440))),
                            who: self.engine.who(name),
                            ..entry.clone()
                        });
                    }
                }
            }
            if self.is_within(entry.at.day) {
                self.entries.push(entry);
            }
            if self.entries.len() > MAX_ENTRIES {
                return Err(TooMuch::Entries);
            }
        }
        Ok(())
    }

    fn is_within(&self, day: Day) -> bool {
        self.whole.0 <= day && day <= self.whole.1
    }

    fn is_series(&self, item: Item) -> bool {
        matches!(item, Item::Content(content) if !self.engine.plan.content[content].series.is_empty())
    }

    /// How many occurrences lie before a day.
    fn count_before(&self, timed: &Timed<'_>, day: Day) -> usize {
        let first = timed.from.or(self.engine.life.starts);
        let Some(first) = first.filter(|first| *first < day) else { return 0 };
        let mut count = 0;
        self.engine.occurrences(timed, (first, day.plus(-1)), 0, &mut |_| {
            count += 1;
            ControlFlow::Continue(())
        });
        count
    }

    fn report(&mut self, item: Item, occurrence: &Occurrence) {
        let Item::Activity(activity) = item else { return };
        let day = occurrence.at.day;
        if occurrence.cancelled || day < self.asked.0 || day > self.asked.1 {
            return;
        }
        if occurrence.collides {
            self.problems.push(Problem::HolidayCollision { activity, day });
        }
        let Some(place) = self.engine.plan.activities[activity].place.as_ref() else { return };
        if let Some(Thing::Place(place)) = self.engine.index.find("place", place.as_str()) {
            let covers = |days: &crate::plan::channels::Days| {
                days.from.is_some_and(|from| from <= day) && days.to.or(days.from).is_some_and(|to| day <= to)
            };
            if self.engine.plan.places[place].closed.iter().any(covers) {
                self.problems.push(Problem::PlaceClosed { activity, place, day });
            }
        }
    }

    /// The items of each cohort's programme, day by day.
    pub(super) fn add_programmes(&mut self) {
        for (cohort, batch) in self.engine.plan.cohorts.iter().enumerate() {
            let Some(starts) = batch.starts else { continue };
            let programme =
                batch.programme.as_ref().and_then(|name| self.engine.index.find("programme", name.as_str()));
            let Some(Thing::Programme(programme)) = programme else { continue };
            for (number, item) in self.engine.plan.programmes[programme].items.iter().enumerate() {
                let Some((first, last)) = item.span() else { continue };
                for nth in first..=last {
                    let at = At { day: starts.plus(nth - 1), time: item.at };
                    if !self.is_within(at.day) {
                        continue;
                    }
                    let owner = item.owner.as_ref().or(batch.owner.as_ref()).map(|owner| owner.as_str());
                    let who = self.engine.who(owner);
                    self.entries.push(Entry {
                        kind: Kind::Programme,
                        origin: Origin::Item(Item::Programme(cohort, number)),
                        at,
                        minutes: item.minutes.map(|m| i32::try_from(m).unwrap_or(1440)),
                        of: at,
                        original: at,
                        who,
                        staff: Vec::new(),
                        shifted: Shifted::No,
                        cancelled: false,
                        provisional: false,
                        number: nth as usize - 1,
                    });
                }
            }
        }
    }

    pub(super) fn add_phases(&mut self) {
        for span in self.engine.life.phases.clone() {
            if self.is_within(span.from) {
                let at = At { day: span.from, time: None };
                self.entries.push(Entry {
                    kind: Kind::Phase,
                    origin: Origin::Phase(span.phase),
                    at,
                    minutes: None,
                    of: at,
                    original: at,
                    who: Who::default(),
                    staff: Vec::new(),
                    shifted: Shifted::No,
                    cancelled: false,
                    provisional: false,
                    number: 0,
                });
            }
        }
    }
}
