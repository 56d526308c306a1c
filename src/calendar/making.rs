//! The entries of a calendar, made stretch by stretch: laid out, then given to people.
//!
//! Nothing is carried from one stretch to the next but what was counted: the rota looks at one period at a time, and a
//! stretch is made of whole periods. So each can be written down and forgotten before the next one is made.

use super::contents::Problem;
use super::engine::Engine;
use super::entry::{Entry, order_key};
use super::layout::Layout;
use super::periods::Stretches;
use super::rota::{Team, TurnLists};
use super::size::TooLarge;
use super::steps::Task;
use crate::knowledge::Holidays;
use crate::value::Day;

/// How much is laid out at once, in months of items: it stays small enough for the caches.
pub(super) const AT_ONCE: usize = 1_000;

/// What one stretch adds to a calendar, beside its entries.
#[derive(Debug)]
pub(super) struct Made {
    /// Its last day.
    pub through: Day,
    /// How many of the entries begin before the range of the calendar and go on in it; they come first.
    pub ongoing: usize,
    /// The problems of these entries that lie in the range.
    pub problems: Vec<Problem>,
}

/// The entries of a range that are still to be made.
pub(super) struct Making<'e, 'a> {
    engine: &'e Engine<'a>,
    range: (Day, Day),
    layout: Layout<'e, 'a>,
    team: Team<'a>,
    lists: TurnLists<'e, 'a>,
    spans: Stretches,
}

impl<'e, 'a> Making<'e, 'a> {
    /// Those of a range, as if `without` were never there.
    pub(super) fn new(
        engine: &'e Engine<'a>,
        tasks: &[Vec<Task<'a>>],
        (from, to): (Day, Day),
        without: Option<usize>,
    ) -> Self {
        let layout = Layout::new(engine, tasks);
        let spans = Stretches::new(from.plus(-layout.longest()), to, engine.recurring.len(), AT_ONCE);
        let team = Team::new(engine.plan, engine.index, engine.holidays, without);
        Self { engine, range: (from, to), layout, team, lists: TurnLists::new(engine), spans }
    }

    /// The same, so many months of items at a time.
    pub(super) fn at_once(self, at_once: usize) -> Self {
        let (from, to) = (self.range.0.plus(-self.layout.longest()), self.range.1);
        Self { spans: Stretches::new(from, to, self.engine.recurring.len(), at_once), ..self }
    }

    /// How many days may lie between a text and the occurrence that it is about.
    pub(super) fn reach(&self) -> i32 {
        self.layout.reach_of_texts()
    }

    /// Adds the entries of the next stretch, in order of time; none after the last one.
    pub(super) fn next(&mut self, entries: &mut Vec<Entry>) -> Result<Option<Made>, TooLarge> {
        let Some(span) = self.spans.next() else { return Ok(None) };
        let (from, to) = self.range;
        self.layout.lay(span)?;
        let first = entries.len();
        add_in_order(entries, &mut self.layout.entries);
        let mut problems = std::mem::take(&mut self.layout.problems);
        self.team.assign(&mut self.lists, &mut entries[first..], &mut problems);
        problems.retain(|problem| problem.is_within(self.range));
        // its periods may begin before the range and end after it
        entries.truncate(first + entries[first..].partition_point(|entry| entry.at.day <= to));
        let before = entries[first..].partition_point(|entry| entry.at.day < from);
        let is_over = |entry: &Entry| entry.last_day() < from;
        let over = entries[first..first + before].iter().filter(|entry| is_over(entry)).count();
        if over > 0 {
            entries[first..first + before].sort_by_key(|entry| !is_over(entry));
            entries.drain(first..first + over);
        }
        Ok(Some(Made { through: span.1, ongoing: before - over, problems }))
    }
}

/// The years without a notice on which entries depend, in their order.
#[derive(Debug, Default)]
pub(super) struct UnannouncedYears(pub Vec<i32>);

impl UnannouncedYears {
    /// Adds those of some entries.
    pub(super) fn add(&mut self, engine: &Engine<'_>, entries: &[Entry]) {
        let provisional = entries.iter().filter(|entry| entry.provisional);
        for year in provisional.filter_map(|entry| holidays_of(engine, entry).awaited(entry.original.day)) {
            if !self.0.contains(&year) {
                self.0.push(year);
            }
        }
    }

    /// Each as a problem.
    pub(super) fn problems(&self) -> impl Iterator<Item = Problem> {
        self.0.iter().map(|year| Problem::HolidaysUnknown { year: *year })
    }
}

/// The days off by which an entry goes.
fn holidays_of<'e>(engine: &'e Engine<'_>, entry: &Entry) -> &'e Holidays {
    entry.origin.item().map_or(engine.holidays, |item| engine.holidays_of(item))
}

/// Adds entries in the order of time. They are large, so their keys are sorted, a number each.
pub(super) fn add_in_order(to: &mut Vec<Entry>, entries: &mut Vec<Entry>) {
    let key = |(nth, entry): (u32, &Entry)| order_key(entry.at, entry.kind as u8, entry.origin) << 32 | u128::from(nth);
    let mut keys: Vec<u128> = (0..).zip(entries.iter()).map(key).collect();
    keys.sort_unstable();
    let places = keys.into_iter().map(|key| key as u32);
    if to.is_empty() {
        // a month of ten thousand items would not fit into the caches twice
        put_in_places(entries, &mut places.collect::<Vec<_>>());
        std::mem::swap(to, entries);
    } else {
        let taken = |entry: &mut Entry| {
            let (staff, absent) = (std::mem::take(&mut entry.staff), std::mem::take(&mut entry.absent));
            Entry { staff, absent, ..*entry }
        };
        to.extend(places.map(|from| taken(&mut entries[from as usize])));
    }
}

/// Puts entries in an order, given as which of them comes to each place, round by round.
fn put_in_places(entries: &mut [Entry], places: &mut [u32]) {
    for first in 0..places.len() {
        let mut at = first;
        loop {
            let from = std::mem::replace(&mut places[at], at as u32) as usize;
            if from == first {
                break;
            }
            entries.swap(at, from);
            at = from;
        }
    }
}
