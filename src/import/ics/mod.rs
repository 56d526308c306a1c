//! iCalendar (RFC 5545) of other programs → items: RRULE as a phrase where it says the same, EXDATE and moved dates as
//! changes.
//!
//! A time is that of the wall in the event's own zone, which the item keeps. The lines are read here and not by a library,
//! because everything that cannot be used is reported by its line.

mod event;
mod lines;
mod problem;
mod rule;
mod series;

use super::Imported;
use crate::language::Text;
use crate::value::Day;
use event::IcsEvent;
use problem::problem;

const NO_CALENDAR: Text =
    Text::new("不是 iCalendar 文件：缺 BEGIN:VCALENDAR", "not an iCalendar file: BEGIN:VCALENDAR is missing");
const NOT_CLOSED: Text = Text::new("这个事件没有 END:VEVENT", "this event has no END:VEVENT");

/// The items of a calendar; events that are over before `today` are left out unless they go on.
pub fn import_ics(text: &str, today: Day) -> Imported {
    let mut imported = Imported::default();
    let lines = lines::unfolded(text.strip_prefix('\u{feff}').unwrap_or(text));
    let is_calendar = lines.iter().any(|line| line.name == "BEGIN" && line.value.eq_ignore_ascii_case("VCALENDAR"));
    if !is_calendar {
        imported.problems.push(problem(1, "", NO_CALENDAR));
        return imported;
    }
    let mut events: Vec<IcsEvent> = Vec::new();
    let mut open: Option<IcsEvent> = None;
    // alarms and the like within an event
    let mut within = 0;
    for line in &lines {
        let is_event = line.value.trim().eq_ignore_ascii_case("VEVENT");
        match (line.name.as_str(), &mut open) {
            ("BEGIN", opened) if is_event => {
                if let Some(event) = opened.replace(IcsEvent::new(line.number)) {
                    imported.problems.push(problem(event.line, &event.title, NOT_CLOSED));
                }
                within = 0;
            }
            ("END", opened) if is_event => events.extend(opened.take()),
            ("BEGIN", Some(_)) => within += 1,
            ("END", Some(_)) => within = (within - 1i32).max(0),
            (_, Some(event)) if within == 0 => {
                if let Err(why) = event.take(line) {
                    event.is_reported |= line.name == "DTSTART";
                    imported.problems.push(problem(line.number, &line.value, why));
                }
            }
            _ => {}
        }
    }
    if let Some(event) = open {
        imported.problems.push(problem(event.line, &event.title, NOT_CLOSED));
    }
    series::items(events, today, &mut imported);
    imported.problems.sort_by_key(|problem| problem.place.row);
    imported
}

#[cfg(test)]
mod tests;
