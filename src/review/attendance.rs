//! Attendance: what was counted at the door, event by event and together.

use super::input::EventInput;
use crate::metrics::{AttendanceFigures, DoorCount, MoreThanSignedUp};
use crate::records::{CurrentReadings, Measured};
use crate::value::{Day, DayWindow};

/// One event, reviewed.
#[derive(Debug, Clone, PartialEq)]
pub struct EventReview {
    /// The event.
    pub event: EventInput,
    /// What was counted at the door; none where nothing was written down.
    pub door: Option<DoorCount>,
    /// All who came, where that was written down.
    pub came: Option<u64>,
    /// Its score in hundredths, and what it is out of.
    pub score: Option<(u16, u8)>,
}

/// All events together.
#[derive(Debug, Clone, PartialEq)]
pub struct AttendanceReview {
    /// Each event, in the order of days.
    pub events: Vec<EventReview>,
    /// Figures of those with sign-ups, together; none without any.
    pub together: Option<AttendanceFigures>,
    /// Counts that contradict themselves: the event, and what is wrong.
    pub contradictions: Vec<(String, MoreThanSignedUp)>,
}

/// Reviews the events; none where nothing was written down about any.
pub(super) fn review_attendance(
    events: &[EventInput],
    readings: &CurrentReadings,
    window: DayWindow,
    data_until: Day,
) -> Option<AttendanceReview> {
    let reviewed: Vec<EventReview> = events.iter().map(|event| review_event(event, readings)).collect();
    if reviewed.iter().all(|event| event.came.is_none() && event.score.is_none()) {
        return None;
    }
    let (mut sum, mut contradictions) = (None::<DoorCount>, Vec::new());
    for event in &reviewed {
        let Some(door) = event.door.filter(|door| door.signed_up > 0) else { continue };
        match door.figures(window, data_until) {
            Ok(_) => sum = Some(sum.map_or(door, |sum| sum.and(door))),
            Err(error) => contradictions.push((event.event.uid.clone(), error)),
        }
    }
    let together = sum.and_then(|sum| sum.figures(window, data_until).ok());
    Some(AttendanceReview { events: reviewed, together, contradictions })
}

fn review_event(event: &EventInput, readings: &CurrentReadings) -> EventReview {
    let count = |measure: &str| match readings.latest(&event.uid, measure).map(|reading| &reading.value) {
        Some(Measured::Count(count)) => u64::try_from(*count).ok(),
        _ => None,
    };
    let came = count("came");
    let (waiting, walked_in) = (count("came-waiting").unwrap_or(0), count("walk-ins").unwrap_or(0));
    let signed_up = count("signed-up").or_else(|| readings.latest(&event.uid, "came")?.of);
    let door = came.map(|came| DoorCount {
        signed_up: signed_up.unwrap_or(0),
        cancelled_in_time: count("cancelled").unwrap_or(0),
        came_with_place: came.saturating_sub(waiting + walked_in),
        came_from_waiting_list: waiting,
        walked_in,
    });
    let score = match readings.latest(&event.uid, "score").map(|reading| &reading.value) {
        Some(Measured::Score(score, of)) => Some((*score, *of)),
        _ => None,
    };
    EventReview { event: event.clone(), door, came, score }
}
