//! A calendar that is made while it is written.

use std::io::{BufWriter, Write};

use super::csv::{CsvColumn, CsvTable};
use super::ics::{IcsCalendar, Years};
use super::json::JsonSchedule;
use super::options::Options;
use super::streamed::{RowStream, WriteError};
use super::view::View;
use crate::calendar::{CalendarSummary, StreamedCalendar, TooLarge};

/// A form in which a calendar is written while it is made.
#[derive(Debug, Clone, Copy)]
pub enum StreamedFormat<'f> {
    /// A table for Excel, with these columns.
    Csv(&'f [CsvColumn]),
    /// Version 1 of the machine-readable shape.
    Json,
    /// iCalendar (RFC 5545).
    Ics,
}

/// What was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// Whether nothing passed the filters of the view.
    pub is_empty: bool,
    /// What is known of the calendar.
    pub summary: CalendarSummary,
}

/// Writes a calendar, the same bytes as those of the whole. The view holds it without its entries.
pub fn write_streamed<'v>(
    view: &View<'v>,
    streamed: &StreamedCalendar<'v, 'v>,
    format: StreamedFormat<'_>,
    options: &Options,
    out: &mut dyn Write,
) -> Result<Written, WriteError> {
    const BUFFER: usize = 1 << 16;
    let mut out = BufWriter::with_capacity(BUFFER, out);
    let rows = RowStream::of(view, streamed)?;
    let mut is_empty = true;
    let mut problems_written = Ok(());
    let summary = match format {
        StreamedFormat::Csv(columns) => {
            let mut table = CsvTable::new(view, columns, &mut out)?;
            let rest = rows.each(|row, earliest| {
                is_empty = false;
                table.add(row, earliest).map_err(WriteError::from)
            })?;
            table.finish()?;
            rest.finish(&mut |_| {})?
        }
        StreamedFormat::Json => {
            let mut schedule = JsonSchedule::new(view, &mut out)?;
            let rest = rows.each(|row, _| {
                is_empty = false;
                schedule.add(&row).map_err(WriteError::from)
            })?;
            schedule.end_entries()?;
            let summary = rest.finish(&mut |problem| {
                if problems_written.is_ok() {
                    problems_written = schedule.add_problem(problem);
                }
            })?;
            schedule.finish()?;
            summary
        }
        StreamedFormat::Ics => {
            let mut calendar = IcsCalendar::new(view, options, &years(view, streamed)?, &mut out)?;
            let rest = rows.each(|row, _| {
                is_empty = false;
                calendar.add(&row).map_err(WriteError::from)
            })?;
            calendar.finish(view, &rest.shown_published)?;
            rest.finish(&mut |_| {})?
        }
    };
    problems_written?;
    out.flush()?;
    Ok(Written { is_empty, summary })
}

/// Why the years of a calendar are not looked for any more.
enum Stop {
    Found,
    TooLarge(TooLarge),
}

impl From<TooLarge> for Stop {
    fn from(error: TooLarge) -> Self {
        Self::TooLarge(error)
    }
}

/// The years of all rows: those of the first and of the last ones, where rows come in order of time.
fn years<'v>(view: &View<'v>, streamed: &StreamedCalendar<'v, 'v>) -> Result<Years, TooLarge> {
    // longer than anything lasts
    const LAST: i32 = 400;
    let look = |streamed: &StreamedCalendar<'v, 'v>, is_enough: &dyn Fn(&Years) -> bool| {
        let mut years = Years::default();
        let looked = RowStream::of(view, streamed)?.each(|row, _| {
            years.add(&row);
            if is_enough(&years) { Err(Stop::Found) } else { Ok(()) }
        });
        match looked {
            Err(Stop::TooLarge(error)) => Err(error),
            Ok(_) | Err(Stop::Found) => Ok(years),
        }
    };
    let last = streamed.last_days(LAST);
    let is_whole = last.first_day() == streamed.first_day() || !streamed.is_in_order();
    if !is_whole {
        let (first, last_years) = (look(streamed, &|years| years.has_times)?, look(&last, &|_| false)?);
        // nothing that begins earlier ends later than this year
        let earlier = last.first_day().plus(LAST - 30).year();
        if let Some(((from, _), (_, to))) = first.span.zip(last_years.span).filter(|(_, (_, to))| earlier <= *to) {
            return Ok(Years { span: Some((from, to)), has_times: first.has_times });
        }
    }
    look(streamed, &|_| false)
}
