//! The rows of a calendar that is made while it is written: each is made, written and forgotten.

use std::io;

use thiserror::Error;

use super::row::Row;
use super::shared::{Around, SharedWords};
use super::view::View;
use super::withdrawn::ShownPublished;
use crate::calendar::{CalendarSummary, Problem, StreamedCalendar, TooLarge, Windows};
use crate::value::Day;

/// Why a calendar could not be written to its end.
#[derive(Debug, Error)]
pub enum WriteError {
    /// It is too large.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// What it is written to does not take it.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The rows of a streamed calendar.
pub(super) struct RowStream<'v> {
    view: View<'v>,
    windows: Windows<'v, 'v>,
    words: SharedWords<'v>,
    /// Those that wait for others which may come before them on the wall that is shown.
    waiting: Vec<Row>,
    /// What was shown of that is published.
    shown_published: ShownPublished,
    is_in_order: bool,
    first_day: Day,
}

/// What is left when all rows were taken.
pub(super) struct Rest<'v> {
    windows: Windows<'v, 'v>,
    pub shown_published: ShownPublished,
}

impl<'v> RowStream<'v> {
    /// Those of a view, which itself holds the calendar without its entries.
    pub(super) fn of(view: &View<'v>, streamed: &StreamedCalendar<'v, 'v>) -> Result<Self, TooLarge> {
        Ok(Self {
            view: *view,
            windows: streamed.windows()?,
            words: view.shared_words(),
            waiting: Vec::new(),
            shown_published: ShownPublished::new(),
            is_in_order: streamed.is_in_order(),
            first_day: streamed.first_day(),
        })
    }

    /// Calls `take` for each row, in the order in which the whole calendar has them, and with a day before which neither it
    /// nor any later one begins. What goes wrong there ends it.
    pub(super) fn each<E: From<TooLarge>>(
        mut self,
        mut take: impl FnMut(Row, Day) -> Result<(), E>,
    ) -> Result<Rest<'v>, E> {
        // on another wall it may be two days earlier
        const WALL: i32 = 2;
        let mut earliest = Day::MIN;
        while let Some(settled) = self.windows.advance()? {
            let calendar = self.windows.calendar();
            let (view, around) = (View { calendar, ..self.view }, Around::default());
            for entry in &calendar.entries[settled.entries] {
                if let Some(row) = entry.published.filter(|_| self.first_day <= entry.at.day) {
                    self.shown_published.insert(row, view.given_away(entry, &self.words.identity));
                }
                match view.shown_row(entry, &mut self.words, &around) {
                    Some(row) if self.view.zone.is_some() => self.waiting.push(row),
                    Some(row) => {
                        let earliest = if self.is_in_order { row.start.day } else { earliest };
                        take(row, earliest)?;
                    }
                    None => {}
                }
            }
            let later = settled.later.map(|day| day.plus(-WALL));
            self.waiting.sort_by_key(Row::order);
            let count = self.waiting.partition_point(|row| later.is_none_or(|later| row.start.day < later));
            hand_on(self.waiting.drain(..count), &mut take)?;
            earliest = settled.later.unwrap_or(earliest);
        }
        // the last ones may be followed by nothing
        hand_on(self.waiting.drain(..), &mut take)?;
        Ok(Rest { windows: self.windows, shown_published: self.shown_published })
    }
}

/// Hands on rows that are in order.
fn hand_on<E>(mut rows: impl Iterator<Item = Row>, take: &mut impl FnMut(Row, Day) -> Result<(), E>) -> Result<(), E> {
    rows.try_for_each(|row| {
        let earliest = row.start.day;
        take(row, earliest)
    })
}

impl Rest<'_> {
    /// Calls `report` for each problem of the whole, in order, and sums up.
    pub(super) fn finish(self, report: &mut dyn FnMut(&Problem)) -> Result<CalendarSummary, TooLarge> {
        self.windows.finish(report)
    }
}
