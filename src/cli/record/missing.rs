//! What nobody has written down yet: events of the last weeks, and goals.

use super::super::edit::Draft;
use super::super::failure::Failure;
use super::super::review::reviewed;
use crate::planned::review_input;
use crate::records::CurrentReadings;
use crate::render::MissingLine;
use crate::review::{MissingWhat, review};
use crate::value::DayWindow;

/// How far back events are asked for, in days.
const BACK: i32 = 31;

/// What is missing, as a review of the last weeks finds it, each with the command that records it.
pub(super) fn missing(draft: &Draft, current: &CurrentReadings) -> Result<Vec<MissingLine>, Failure> {
    let window = DayWindow { first: draft.today.plus(-BACK), last: draft.today };
    let input = review_input(&reviewed(draft), window, current)?;
    let found = review(&input, current, None).sections.missing;
    let line = |it: &crate::review::MissingReading| match it.what {
        MissingWhat::Goal => Some(MissingLine::goal(&it.title, &it.subject)),
        MissingWhat::Attendance => {
            let event = input.events.iter().find(|event| event.uid == it.subject)?;
            Some(MissingLine::event(&event.title, event.item.clone(), event.day))
        }
        // the sides of a test are recorded one by one
        MissingWhat::Experiment => None,
    };
    let mut lines: Vec<MissingLine> = found.iter().filter_map(line).collect();
    lines.sort_by_key(|line| !line.is_event());
    Ok(lines)
}
