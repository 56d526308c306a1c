//! Decisions, programmes and milestones laid out as entries of a range.

mod series;

use std::ops::ControlFlow;

use super::contents::Problem;
use super::dated::{self, TimedDate};
use super::decision::Decision;
use super::engine::{Engine, number_in_day, originals};
use super::entry::{At, Entry, Kind, LONGEST, Origin, TurnDate};
use super::expand::anchor;
use super::item::{Item, RecurringItem};
use super::milestone::{Milestone, milestones};
use super::moments::moments;
use super::published::Published;
use super::size::{MAX_ENTRIES, TooLarge};
use super::steps::Task;
use crate::plan::Thing;
use crate::value::{Day, Length};
use series::{ItemSeries, series};

/// For how many entries room is made before they are known: as if all were weekly.
const MOST_ROOM: usize = 65_536;

/// Minutes of checking the posts of a week.
const CHECK: i32 = 15;

/// The entries of one stretch of time after another.
pub(super) struct Layout<'e, 'a> {
    engine: &'e Engine<'a>,
    series: Vec<ItemSeries<'e, 'a>>,
    milestones: Vec<(Milestone, Day)>,
    dates: Vec<TimedDate>,
    /// The stretch that is laid out.
    span: (Day, Day),
    pub entries: Vec<Entry>,
    pub problems: Vec<Problem>,
}

impl<'e, 'a> Layout<'e, 'a> {
    pub(super) fn new(engine: &'e Engine<'a>, tasks: &[Vec<Task<'a>>]) -> Self {
        let series = engine.recurring.iter().map(|recurring| series(engine, recurring, tasks)).collect();
        let milestones = milestones(engine.plan, &engine.life);
        let dates = dated::dates(engine.plan, &engine.life);
        let span = (Day::MAX, Day::MIN);
        Self { engine, series, milestones, dates, span, entries: Vec::new(), problems: Vec::new() }
    }

    /// Lays out a stretch of time; the entries of the one before are gone. Stretches come in order.
    pub(super) fn lay(&mut self, span: (Day, Day)) -> Result<(), TooLarge> {
        self.span = span;
        self.entries.clear();
        let weeks = usize::try_from((span.1.0 - span.0.0) / 7 + 1).unwrap_or(0);
        let a_week: usize = self.series.iter().map(|series| 1 + series.tasks.len()).sum();
        self.entries.reserve(a_week.saturating_mul(weeks).min(MOST_ROOM));
        for position in 0..self.series.len() {
            self.add(position)?;
        }
        self.add_programmes();
        self.add_milestones();
        self.add_dates();
        self.add_checks();
        Ok(())
    }

    /// Adds the occurrences of one item, and their tasks.
    fn add(&mut self, position: usize) -> Result<(), TooLarge> {
        let (engine, series) = (self.engine, &self.series[position]);
        let recurring = series.recurring;
        let padded = (self.span.0.plus(-series.reach.0), self.span.1.plus(series.reach.1));
        let before = series.counted.map(|counted| self.count_before(recurring, counted, padded.0));
        let (mut nth, mut fits) = (0, true);
        // how many days of the pattern lie before the range
        let mut before_range = None;
        engine.listed_by_number(recurring, padded, &mut |decision, nth_day| {
            // those of the range come first, in order; what a change brings in from outside has its own number
            let is_of_range = padded.0 <= decision.original.day && decision.original.day <= padded.1;
            let number = before.map(|before| match is_of_range {
                true => before + nth,
                false => self.count_before(recurring, self.since_start(recurring), decision.original.day),
            });
            let date = match &self.series[position] {
                series if !series.takes_turns && !series.takes_topics => 0,
                _ => self.turn_date(recurring, &decision, nth_day, &mut before_range),
            };
            self.add_occurrence(position, &decision, number, date);
            nth += 1;
            fits = self.entries.len() <= MAX_ENTRIES && nth <= MAX_ENTRIES;
            if fits { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        if !fits {
            return Err(TooLarge::Entries);
        }
        if let Some(before) = before {
            self.series[position].counted = Some((padded.0, before));
        }
        Ok(())
    }

    /// Adds one occurrence of an item, and its tasks; the number is that of a series.
    fn add_occurrence(&mut self, position: usize, decision: &Decision, number: Option<usize>, date: i32) {
        self.report(position, decision);
        let series = &self.series[position];
        let (recurring, item) = (series.recurring, series.recurring.item);
        let of_topic = || if series.takes_topics { usize::try_from(date).unwrap_or_default() } else { 0 };
        let number = number.unwrap_or_else(of_topic);
        let held = &self.engine.published;
        // what a change moves takes its tasks along
        let start = decision.published.map(|row| held.start(held.row(row)));
        let is_as_published = start.map_or(!decision.is_changed(), |start| start == decision.at);
        let nth_time = number_in_day(recurring, decision.original.time);
        for (nth, (task, entry)) in series.tasks.iter().enumerate() {
            let of_step = |step: &String| held.of_step(item, (decision.original.day, nth_time), step);
            let published = series.steps.get(nth).and_then(of_step);
            let row = published.map(|row| held.row(row)).filter(|_| is_as_published);
            let at = row.map_or_else(|| self.engine.due(recurring, task, decision.at), |row| held.start(row));
            let is_as_derived = decision.is_cancelled() || !decision.is_changed();
            let is_invented = published.is_none() && is_as_derived && held.is_kept(item, at.day);
            if self.is_within(at.day) && !(is_invented && held.is_kept(item, decision.original.day)) {
                let mut entry = entry.clone();
                set_decided(&mut entry, decision);
                entry.turn.date = date;
                entry.cancelled |= row.is_some_and(|row| row.is_cancelled);
                (entry.at, entry.published) = (at, published);
                self.entries.push(entry);
            }
        }
        if self.is_within(decision.at.day) {
            let ItemSeries { kind, who, .. } = *series;
            let own = recurring.when.times().find(|span| Some(span.start) == decision.original.time);
            let (minutes, is_exact) = length(own.and_then(|span| span.minutes()), recurring.lasts);
            let work = recurring.work.map(|minutes| i32::try_from(minutes).unwrap_or(1440).min(1440));
            let row = decision.published.filter(|_| is_as_published).map(|row| held.row(row));
            let minutes = row.map_or(minutes, |row| Published::minutes(row, decision.at, minutes));
            let mut entry = Entry::new(kind, Origin::Item(item), decision.at);
            (entry.minutes, entry.is_exact, entry.work) = (minutes, is_exact, work);
            (entry.who, entry.number, entry.turn.date) = (who, number, date);
            set_decided(&mut entry, decision);
            if self.series[position].place.is_some() {
                self.report_closed(position, &entry);
            }
            self.entries.push(entry);
        }
    }

    /// The number of an occurrence among all of its item, by which people take turns.
    fn turn_date(
        &self,
        recurring: &RecurringItem<'_>,
        decision: &Decision,
        nth_day: Option<usize>,
        before_range: &mut Option<i64>,
    ) -> i32 {
        let day = decision.original.day;
        let counted = || self.engine.dates_before(recurring, day);
        let days = match nth_day.and_then(|nth| i64::try_from(nth).ok()) {
            Some(nth) => *before_range.get_or_insert_with(|| counted() - nth) + nth,
            None => counted(),
        };
        let times = 1 + recurring.when.more_times.len();
        let date = days * times as i64 + number_in_day(recurring, decision.original.time) as i64;
        i32::try_from(date).unwrap_or(i32::MAX)
    }

    /// How many days after its first one an entry may still go on.
    pub(super) fn longest(&self) -> i32 {
        // what begins before midnight and takes longer than this goes on after six in the morning
        const NIGHT: i32 = 6 * 60;
        let own = self.series.iter().flat_map(|series| {
            let written = series.recurring.when.times().filter_map(|span| span.minutes());
            written.chain(length(None, series.recurring.lasts).0)
        });
        let dates = self.dates.iter().filter_map(|date| date.minutes);
        own.chain(dates).filter(|minutes| *minutes > NIGHT).map(|minutes| minutes / 1440 + 1).max().unwrap_or(0)
    }

    /// How many days may lie between a task that posts a text and the occurrence that it is about.
    pub(super) fn reach_of_texts(&self) -> i32 {
        let posting = |series: &&ItemSeries<'_, '_>| series.tasks.iter().any(|(task, _)| task.text().is_some());
        self.series.iter().filter(posting).map(|series| series.reach.0 + series.reach.1).max().unwrap_or(0)
    }

    fn is_within(&self, day: Day) -> bool {
        self.span.0 <= day && day <= self.span.1
    }

    /// The day from which a series is counted, before which nothing lies.
    fn since_start(&self, recurring: &RecurringItem<'_>) -> (Day, usize) {
        (anchor(recurring.from, self.engine.life.starts), 0)
    }

    /// How many occurrences are before a day, given those before an earlier day.
    fn count_before(&self, recurring: &RecurringItem<'_>, (counted, before): (Day, usize), day: Day) -> usize {
        if day <= counted {
            return before;
        }
        // by their original days, wherever changes have moved them
        let days = self.engine.days(recurring, (counted, day.plus(-1)));
        let originals = days.into_iter().flat_map(|day| originals(recurring, day));
        before + originals.filter(|original| self.engine.decide(recurring, *original).is_listed()).count()
    }

    fn report(&mut self, position: usize, decision: &Decision) {
        let series = &self.series[position];
        let Item::Activity(activity) = series.recurring.item else { return };
        let day = decision.at.day;
        if decision.is_cancelled() || !self.is_within(day) {
            return;
        }
        if decision.collides {
            self.problems.push(Problem::HolidayCollision { activity, day });
        }
    }

    /// Says on which day a place is closed first while something is held there.
    fn report_closed(&mut self, position: usize, entry: &Entry) {
        let series = &self.series[position];
        let (Item::Activity(activity), Some(place)) = (series.recurring.item, series.place) else { return };
        let is_closed = |day: &Day| self.engine.plan.places[place].closed.iter().any(|days| days.cover(*day, *day));
        let mut days = (entry.at.day.0..=entry.last_touched().0).map(Day);
        if let Some(day) = days.find(is_closed).filter(|_| !entry.cancelled) {
            self.problems.push(Problem::PlaceClosed { activity, place, day });
        }
    }

    /// The items of each cohort's programme, day by day.
    fn add_programmes(&mut self) {
        for (cohort, row) in self.engine.plan.cohorts.iter().enumerate() {
            let Some(starts) = row.starts else { continue };
            let programme = row.programme.as_ref().and_then(|name| self.engine.index.find("programme", name.as_str()));
            let Some(Thing::Programme(programme)) = programme else { continue };
            for (number, item) in self.engine.plan.programmes[programme].items.iter().enumerate() {
                let Some((first, last)) = item.span() else { continue };
                for nth in first..=last {
                    let at = At { day: starts.plus(nth - 1), time: item.at };
                    if !self.is_within(at.day) {
                        continue;
                    }
                    let owner = item.owner.as_ref().or(row.owner.as_ref()).map(|owner| owner.as_str());
                    let who = self.engine.who(owner);
                    let origin = Origin::Item(Item::Programme(cohort, number));
                    self.push_held(Entry {
                        minutes: item.minutes.map(|m| i32::try_from(m).unwrap_or(1440)),
                        who,
                        number: nth as usize - 1,
                        ..Entry::new(Kind::Programme, origin, at)
                    });
                }
            }
        }
    }

    /// Adds an entry that comes from no cadence, as it was published.
    fn push_held(&mut self, mut entry: Entry) {
        self.engine.published.hold(&mut entry);
        self.entries.push(entry);
    }

    fn add_milestones(&mut self) {
        let span = self.span.0..=self.span.1;
        for (milestone, day) in self.milestones.clone().into_iter().filter(|(_, day)| span.contains(day)) {
            let kind = if milestone.is_task() { Kind::Task } else { Kind::Phase };
            let who = self.engine.who(milestone.owner(self.engine.plan));
            let at = At { day, time: None };
            self.push_held(Entry { who, ..Entry::new(kind, Origin::Life(milestone), at) });
        }
    }

    /// Whoever checks a content does so once a week: on the last workday before the week's first post.
    fn add_checks(&mut self) {
        // no days off last longer
        const AHEAD: i32 = 28;
        let (first, last) = (self.span.0.monday(), self.span.1.plus(AHEAD));
        let mut checks = Vec::new();
        for recurring in &self.engine.recurring {
            let Item::Content(content) = recurring.item else { continue };
            let milestone = Milestone::Check(content);
            let Some(owner) = milestone.owner(self.engine.plan) else { continue };
            let mut posts = Vec::new();
            self.engine.listed(recurring, (first, last), &mut |decision| {
                if decision.is_held() {
                    posts.push((decision.at, decision.original));
                }
                ControlFlow::Continue(())
            });
            posts.sort_unstable();
            posts.dedup_by_key(|(at, _)| at.day.monday());
            for (at, original) in posts {
                let is_workday = |day: &Day| self.engine.holidays.is_workday(*day);
                let day = (1..AHEAD).map(|n| at.day.plus(-n)).find(is_workday).unwrap_or(at.day.plus(-1));
                if self.span.0 <= day && day <= self.span.1 {
                    let date = at.day.monday().0 / 7;
                    let (who, turn) = (self.engine.who(Some(owner)), TurnDate { date, task: None });
                    let entry = Entry::new(Kind::Task, Origin::Life(milestone), At { day, time: None });
                    checks.push(Entry { who, turn, original, minutes: Some(CHECK), ..entry });
                }
            }
        }
        checks.into_iter().for_each(|check| self.push_held(check));
    }

    /// The dates that other tables of the plan give.
    fn add_dates(&mut self) {
        let mut dates = Vec::new();
        for timed in &self.dates {
            let milestone = Milestone::Plan(timed.date);
            let kind = if milestone.is_task() { Kind::Task } else { Kind::Phase };
            let who = self.engine.who(milestone.owner(self.engine.plan));
            for (at, date) in moments(&timed.timing, self.engine, self.span) {
                let turn = TurnDate { date, task: None };
                let entry = Entry::new(kind, Origin::Life(milestone), at);
                dates.push(Entry { who, turn, minutes: timed.minutes, ..entry });
            }
        }
        dates.into_iter().for_each(|date| self.push_held(date));
    }
}

/// The minutes of a written range, else of a length, and whether they are exact time: days are days of the calendar, and
/// a written end is an end on the wall.
fn length(written: Option<i32>, lasts: Option<Length>) -> (Option<i32>, bool) {
    let minutes = |length: Length| length.minutes().min(i64::from(LONGEST)) as i32;
    match (written, lasts) {
        (Some(minutes), _) => (Some(minutes), false),
        (None, lasts) => (lasts.map(minutes), matches!(lasts, Some(Length::Minutes(_)))),
    }
}

/// Sets what was decided about the occurrence that an entry belongs to.
const fn set_decided(entry: &mut Entry, decision: &Decision) {
    entry.of = decision.at;
    entry.original = decision.original;
    entry.published = decision.published;
    entry.of_day = decision.of_day;
    entry.shifted = decision.shifted;
    entry.cancelled = decision.is_cancelled();
    entry.provisional = decision.provisional;
}

#[cfg(test)]
mod tests;
