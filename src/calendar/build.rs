//! The stages one after another.

use std::ops::ControlFlow;

use thiserror::Error;

use super::changes::{change_of, checks};
use super::entry::{At, Calendar, Entry, Kind, Origin, Problem, Shifted, Who};
use super::holiday;
use super::life::Life;
use super::rota;
use super::source::{Item, Timed, timed};
use super::steps::{Task, doer, tasks_of};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::activities::{Mode, OnHoliday};
use crate::plan::{Index, Plan, Thing};
use crate::value::{Day, Month};

/// The longest range, in years.
pub const MAX_YEARS: i32 = 100;
/// The most entries of one calendar.
pub const MAX_ENTRIES: usize = 1_000_000;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The first day.
    pub from: Day,
    /// The last day, included.
    pub to: Day,
    /// The days off.
    pub holidays: &'a Holidays,
    /// A person who is not there.
    pub without: Option<usize>,
}

/// The range asks for more than is made at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TooMuch {
    /// More than [`MAX_YEARS`], or the end before the start.
    #[error("the range is longer than {MAX_YEARS} years")]
    Years,
    /// More than [`MAX_ENTRIES`].
    #[error("the calendar has more than {MAX_ENTRIES} entries")]
    Entries,
}

/// Makes the calendar of a range.
pub fn calendar<'a>(
    plan: &'a Plan,
    index: &'a Index,
    library: &'a Library,
    request: &Request<'a>,
) -> Result<Calendar<'a>, TooMuch> {
    if request.to < request.from || request.to.0 - request.from.0 > MAX_YEARS * 366 {
        return Err(TooMuch::Years);
    }
    let language = plan.language();
    let tasks: Vec<Vec<Task<'a>>> =
        (0..plan.activities.len()).map(|activity| tasks_of(plan, activity, library, language)).collect();
    let life = Life::of(&plan.lifecycle);
    let whole = whole_periods(request.from, request.to);
    let reach = tasks.iter().flatten().map(|task| task.at.reach()).fold((0, 0), |(a, b), n| (a.min(n), b.max(n)));
    // a task after its activity reaches back, one before it reaches ahead
    let padded = (whole.0.plus(-reach.1 - holiday::REACH - 1), whole.1.plus(-reach.0 + holiday::REACH + 1));
    let mut engine = Engine {
        plan,
        index,
        timed: timed(plan),
        holidays: request.holidays,
        life,
        zone: plan.time_zone.as_ref(),
        entries: Vec::new(),
        problems: Vec::new(),
        asked: (request.from, request.to),
        whole,
    };
    for position in 0..engine.timed.len() {
        engine.add(position, padded, &tasks)?;
    }
    engine.add_programmes();
    engine.add_phases();
    engine.problems.extend(checks(plan, index, &engine.timed, &engine));
    let Engine { mut entries, mut problems, life, .. } = engine;
    entries.sort_by_key(|entry| (entry.at, entry.kind, order(entry.origin)));
    rota::assign(plan, index, &tasks, &mut entries, request.without, &mut problems);
    entries.retain(|entry| request.from <= entry.at.day && entry.at.day <= request.to);
    problems.retain(|problem| problem_day(problem).is_none_or(|day| request.from <= day && day <= request.to));
    let years = entries.iter().filter(|entry| entry.provisional).map(|entry| entry.original.day.year());
    let unknown = years.fold(Vec::new(), |mut years, year| {
        if !years.contains(&year) {
            years.push(year);
        }
        years
    });
    problems.extend(unknown.into_iter().map(|year| Problem::HolidaysUnknown { year }));
    Ok(Calendar { from: request.from, to: request.to, entries, problems, tasks, life, holidays: request.holidays })
}

/// The day of a problem that belongs to one.
const fn problem_day(problem: &Problem) -> Option<Day> {
    match problem {
        Problem::HolidayCollision { day, .. }
        | Problem::PlaceClosed { day, .. }
        | Problem::AwayOwner { day, .. }
        | Problem::Uncovered { day, .. } => Some(*day),
        Problem::NeverHappens { .. }
        | Problem::ChangeOfNothing { .. }
        | Problem::ChangeOutside { .. }
        | Problem::HolidaysUnknown { .. } => None,
    }
}

/// The order of entries of one kind at one time: that of the plan.
const fn order(origin: Origin) -> (usize, usize) {
    match origin {
        Origin::Item(Item::Activity(i) | Item::Content(i) | Item::Review(i)) => (i, 0),
        Origin::Item(Item::Programme(cohort, item)) => (cohort, item),
        Origin::Item(Item::Meeting) | Origin::Phase(_) => (0, 0),
        Origin::Task(activity, task) => (activity, task),
    }
}

/// The range stretched to whole rota periods: the ISO weeks whose Thursday lies in a month.
fn whole_periods(from: Day, to: Day) -> (Day, Day) {
    let first = rota::period(from).first();
    let last = Month(rota::period(to).0 + 1).first();
    // the week with the month's first Thursday
    (first.plus(3).monday(), Day(last.plus(3).monday().0 - 1))
}

/// One occurrence of an item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence {
    pub original: At,
    pub at: At,
    pub shifted: Shifted,
    pub cancelled: bool,
    pub provisional: bool,
    pub collides: bool,
}

/// The state of making one calendar.
pub(super) struct Engine<'a> {
    plan: &'a Plan,
    index: &'a Index,
    timed: Vec<Timed<'a>>,
    holidays: &'a Holidays,
    pub(super) life: Life,
    zone: Option<&'a crate::plan::values::Zone>,
    entries: Vec<Entry>,
    problems: Vec<Problem>,
    asked: (Day, Day),
    whole: (Day, Day),
}

impl<'a> Engine<'a> {
    /// Adds the occurrences of one item, and their tasks.
    fn add(&mut self, position: usize, padded: (Day, Day), tasks: &[Vec<Task<'a>>]) -> Result<(), TooMuch> {
        let item = self.timed[position].item;
        let timed = self.timed[position].clone();
        let minutes = timed.when.time.and_then(|time| time.minutes()).or(timed.minutes);
        let kind = match item {
            Item::Activity(_) => Kind::Activity,
            Item::Content(_) => Kind::Content,
            Item::Review(_) => Kind::Review,
            Item::Meeting => Kind::Meeting,
            Item::Programme(..) => Kind::Programme,
        };
        // only texts taken in turn need the number; for others it would say where the range began
        let (before, step) = if self.is_series(item) { (self.count_before(&timed, padded.0), 1) } else { (0, 0) };
        let mut out = Vec::new();
        self.occurrences(&timed, padded, 0, &mut |occurrence| {
            out.push(occurrence);
            if out.len() > MAX_ENTRIES { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        for (nth, occurrence) in out.into_iter().enumerate() {
            let number = before + nth * step;
            self.report(item, &occurrence);
            let who = self.who(timed.owner);
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
                        let name = doer(self.plan, task, timed.owner);
                        self.entries.push(Entry {
                            kind: Kind::Task,
                            origin: Origin::Task(activity, task_index),
                            at: due,
                            minutes: Some(task.minutes().map_or(30, |m| i32::try_from(m).unwrap_or(1440))),
                            who: self.who(name),
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
        matches!(item, Item::Content(content) if !self.plan.content[content].series.is_empty())
    }

    /// How many occurrences lie before a day.
    fn count_before(&self, timed: &Timed<'_>, day: Day) -> usize {
        let first = timed.from.or(self.life.starts);
        let Some(first) = first.filter(|first| *first < day) else { return 0 };
        let mut count = 0;
        self.occurrences(timed, (first, day.plus(-1)), 0, &mut |_| {
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
        let Some(place) = self.plan.activities[activity].place.as_ref() else { return };
        if let Some(Thing::Place(place)) = self.index.find("place", place.as_str()) {
            let covers = |days: &crate::plan::channels::Days| {
                days.from.is_some_and(|from| from <= day) && days.to.or(days.from).is_some_and(|to| day <= to)
            };
            if self.plan.places[place].closed.iter().any(covers) {
                self.problems.push(Problem::PlaceClosed { activity, place, day });
            }
        }
    }

    /// Calls `emit` for each occurrence whose original day lies in the range, and for those that a change brings in.
    pub(super) fn occurrences(
        &self,
        timed: &Timed<'_>,
        range: (Day, Day),
        depth: u8,
        emit: &mut dyn FnMut(Occurrence) -> ControlFlow<()>,
    ) {
        let mut days = Vec::new();
        self.days(timed, range, depth, &mut days);
        for change in self.plan.changes.iter().filter(|change| self.is_of(change, timed.item)) {
            if let Some(on) = change.on.map(|on| on.day).filter(|on| *on < range.0 || range.1 < *on) {
                self.days(timed, (on, on), depth, &mut days);
            }
        }
        for day in days {
            if let Some(occurrence) = self.occurrence(timed, day)
                && emit(occurrence).is_break()
            {
                return;
            }
        }
    }

    fn is_of(&self, change: &crate::plan::settings::Change, item: Item) -> bool {
        change.item.as_ref().is_some_and(|name| super::changes::item_of(self.index, name.as_str()) == Some(item))
    }

    /// The days of the pattern itself, within the item's own bounds, its phases and the life.
    fn days(&self, timed: &Timed<'_>, (from, to): (Day, Day), depth: u8, out: &mut Vec<Day>) {
        let from = timed.from.map_or(from, |own| own.max(from)).max(self.life.starts.unwrap_or(Day::MIN));
        let to = timed.until.map_or(to, |own| own.min(to)).min(self.life.ends.map_or(Day::MAX, |end| end.plus(-1)));
        if to < from {
            return;
        }
        let lives = |day: Day| {
            timed.phases.is_empty() || self.life.phase(day).is_none_or(|phase| timed.phases.contains(&phase))
        };
        super::offset::days(self, timed, (from, to), depth, &mut |day| {
            if out.len() <= MAX_ENTRIES && lives(day) {
                out.push(day);
            }
        });
    }

    /// What becomes of one day of the pattern: holiday, then change, then the plan's zone.
    fn occurrence(&self, timed: &Timed<'_>, day: Day) -> Option<Occurrence> {
        let time = timed.when.time.map(|span| span.start);
        let original = At { day, time };
        let policy = timed.on_holiday;
        let placed = holiday::place(day, policy.unwrap_or(OnHoliday::Keep), self.holidays)?;
        let depends = policy.is_some_and(|policy| policy != OnHoliday::Keep) || timed.when.depends_on_notice();
        let is_offline = matches!(timed.item, Item::Activity(i) if self.plan.activities[i].mode == Some(Mode::Offline));
        let mut occurrence = Occurrence {
            original,
            at: At { day: placed, time },
            shifted: if placed == day { Shifted::No } else { Shifted::Holiday },
            cancelled: false,
            provisional: depends && self.holidays.is_provisional(day),
            collides: is_offline && policy.is_none() && holiday::is_holiday(day, self.holidays),
        };
        if let Some(change) = change_of(self.plan, self.index, timed.item, original) {
            let said = &self.plan.changes[change];
            occurrence.cancelled = said.cancel == Some(true);
            if let Some(to) = said.move_to {
                occurrence.at = At { day: to.day, time: to.time.or(time) };
            }
            occurrence.shifted = Shifted::Change(change);
        }
        occurrence.at = self.in_plan_zone(timed, occurrence.at);
        Some(occurrence)
    }

    /// Wall time of the item's zone → wall time of the plan's zone.
    fn in_plan_zone(&self, timed: &Timed<'_>, at: At) -> At {
        let (Some(own), Some(time)) = (timed.zone, at.time) else { return at };
        let utc = crate::plan::values::Zone::default();
        let zone = self.zone.unwrap_or(&utc);
        if own == zone {
            return at;
        }
        super::zone::convert(at.day, time, own, zone).map_or(at, |(day, time)| At { day, time: Some(time) })
    }

    pub(super) fn who(&self, name: Option<&str>) -> Who {
        match name.and_then(|name| self.index.holder(name)) {
            Some(Thing::Person(person)) => Who { person: Some(person), role: None },
            Some(Thing::Role(role)) => Who { person: None, role: Some(role) },
            _ => Who::default(),
        }
    }

    /// The items of each cohort's programme, day by day.
    fn add_programmes(&mut self) {
        for (cohort, batch) in self.plan.cohorts.iter().enumerate() {
            let Some(starts) = batch.starts else { continue };
            let programme = batch.programme.as_ref().and_then(|name| self.index.find("programme", name.as_str()));
            let Some(Thing::Programme(programme)) = programme else { continue };
            for (number, item) in self.plan.programmes[programme].items.iter().enumerate() {
                let (first, last) = match (item.days, item.day) {
                    (Some(days), _) => (days.first, days.last),
                    (None, Some(day)) => (day, day),
                    (None, None) => continue,
                };
                for nth in first.max(1)..=last.min(3660) {
                    let at = At { day: starts.plus(nth as i32 - 1), time: item.at };
                    if !self.is_within(at.day) {
                        continue;
                    }
                    let owner = item.owner.as_ref().or(batch.owner.as_ref()).map(|owner| owner.as_str());
                    let who = self.who(owner);
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

    fn add_phases(&mut self) {
        for span in self.life.phases.clone() {
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

    pub(super) const fn zone(&self) -> Option<&'a crate::plan::values::Zone> {
        self.zone
    }

    pub(super) const fn holidays(&self) -> &'a Holidays {
        self.holidays
    }

    pub(super) const fn index(&self) -> &'a Index {
        self.index
    }

    pub(super) const fn plan(&self) -> &'a Plan {
        self.plan
    }

    pub(super) fn timed_item(&self, item: Item) -> Option<&Timed<'a>> {
        self.timed.iter().find(|timed| timed.item == item)
    }

    pub(super) fn new(plan: &'a Plan, index: &'a Index, holidays: &'a Holidays) -> Self {
        Self {
            plan,
            index,
            timed: timed(plan),
            holidays,
            life: Life::of(&plan.lifecycle),
            zone: plan.time_zone.as_ref(),
            entries: Vec::new(),
            problems: Vec::new(),
            asked: (Day::MIN, Day::MAX),
            whole: (Day::MIN, Day::MAX),
        }
    }
}
