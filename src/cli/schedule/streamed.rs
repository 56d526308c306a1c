//! A calendar that is written while it is made: nothing of it is kept, so it may be as long as it likes.

use super::super::args::Schedule;
use super::super::failure::Failure;
use super::super::plans::OpenPlan;
use super::super::session::Session;
use super::super::{borrowed, clock, deliver, files, next, out};
use crate::calendar::{Scheduler, StreamedCalendar};
use crate::plan::values::Zone;
use crate::render::calendar::{Options, StreamedFormat, Tasks, View, notes, write_streamed};
use crate::value::Day;

/// What of a calendar is shown.
pub(super) struct Filters<'f> {
    pub range: (Day, Day),
    pub person: Option<usize>,
    pub channel: Option<usize>,
    pub zone: Option<&'f Zone>,
}

/// Writes it to where it was asked for, and says what is to be known of it; which month it is comes first.
pub(super) fn run(
    opened: &OpenPlan,
    filters: &Filters<'_>,
    (asked, format): (&Schedule, StreamedFormat<'_>),
    today: Day,
    say_month: &dyn Fn(),
    session: &Session,
) -> Result<(), Failure> {
    let (reading, language) = (&opened.reading, opened.language);
    let scheduler = Scheduler::new(&reading.plan, &reading.index, &opened.holidays);
    let made = clock::days_to_make(filters.range, filters.zone);
    let streamed = StreamedCalendar::new(&scheduler, &opened.library, made, filters.range);
    let calendar = streamed.empty()?;
    let view = View { person: filters.person, channel: filters.channel, zone: filters.zone, ..opened.view(&calendar) };
    let options = Options { width: 0, ascii: session.ascii, colour: false, today, tasks: Tasks::default() };
    let write = |to: &mut dyn std::io::Write| write_streamed(&view, &streamed, format, &options, to);
    let written = match files::target(asked.output.as_deref()) {
        Some(path) => deliver::streamed_to_file(path, write, asked.force, language, session)?,
        None => out::streamed(write)?,
    };
    say_month();
    borrowed::show(opened);
    if written.is_empty {
        next::show_after(opened, &view);
    }
    notes(&view, &written.summary, asked.quiet_years).iter().for_each(|line| out::message(line));
    Ok(())
}
