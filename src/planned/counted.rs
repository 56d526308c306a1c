//! What exports counted, as readings of months: of the community, and of the goals whose figure follows from it.
//!
//! Aggregates only: counts of fewer than five people are left out.

use super::goal_name;
use crate::metrics::{RetentionRule, SMALLEST_GROUP, Stickiness, TalliedEvents};
use crate::plan::Plan;
use crate::plan::lifecycle::{Goal, Metric};
use crate::records::{MeasureKind, Measured, RecordedReading, measure, measured};
use crate::value::{Day, DayWindow};

/// Seconds of a minute, the unit of times that are written down.
const MINUTE: i64 = 60;

/// The readings of each month that the exports reach into; a month of which they cover a part is that part.
pub fn counted_readings(
    plan: &Plan,
    events: &TalliedEvents,
    (source, by): (&str, Option<&str>),
    today: Day,
) -> Vec<RecordedReading> {
    let reading = |subject: &str, window: DayWindow, (id, value, of): (&'static str, Measured, Option<u64>)| {
        let reading = RecordedReading {
            id: String::new(),
            recorded: today,
            window,
            subject: subject.to_owned(),
            arm: None,
            measure: measure(id)?,
            value,
            of,
            by: by.map(str::to_owned),
            source: Some(source.to_owned()),
            replaces: None,
            note: None,
        };
        Some(reading.identified())
    };
    let (community, mut readings) = (plan.id().to_string(), Vec::new());
    for window in months(events.span) {
        let counts = counts(events, window);
        for goal in &plan.goals {
            let value = goal_name(goal).zip(of_goal(goal, &counts));
            readings.extend(value.and_then(|(name, (_, value, of))| reading(name, window, ("value", value, of))));
        }
        readings.extend(counts.into_iter().filter_map(|count| reading(&community, window, count)));
    }
    readings
}

/// The months of a span, the first and the last as far as it reaches.
fn months(span: DayWindow) -> Vec<DayWindow> {
    let mut months = Vec::new();
    let mut first = span.first;
    while first <= span.last {
        let last = first.month().last().min(span.last);
        months.push(DayWindow { first, last });
        first = last.plus(1);
    }
    months
}

/// What was counted in a window: the measure, its value, out of how many.
fn counts(events: &TalliedEvents, window: DayWindow) -> Vec<(&'static str, Measured, Option<u64>)> {
    let count = |count: u64| Measured::Count(i64::try_from(count).unwrap_or(i64::MAX));
    let members = events.members.range(window.first..=window.last).next_back().map(|(_, members)| *members);
    let active = events.messages.active(window);
    let messages: u64 = events.messages.acts(window).iter().sum();
    let change = events.change(window);
    let mut counts = Vec::new();
    if active >= SMALLEST_GROUP {
        counts.push(("active", count(active), members));
        counts.push(("messages", count(messages), None));
        let sticky = Stickiness::over(&events.messages, window).map(|sticky| percent(sticky.mean_of_ratios));
        let sticky = sticky.and_then(|share| measured(&share, MeasureKind::Share, None).ok());
        counts.extend(sticky.map(|share| ("stickiness", share, None)));
        counts.extend(response(events, window).map(|time| ("response-time", time, None)));
    }
    if change.joined > 0 || change.left > 0 {
        counts.push(("joined", count(change.joined), None));
        counts.push(("left", count(change.left), None));
    }
    counts.extend(members.map(|members| ("members", count(members), None)));
    // only those whose second week is over
    let retained = events.joining.figure(RetentionRule::Week(1), window, &events.messages, events.span.last);
    let share = retained.share().and_then(|share| measured(&percent(share), MeasureKind::Share, None).ok());
    counts.extend(share.map(|share| ("retention", share, Some(retained.denominator))));
    counts
}

/// The median time until an answer, in minutes, where messages say what they answer; of all the exports, since an answer
/// may come in the month after.
fn response(events: &TalliedEvents, window: DayWindow) -> Option<Measured> {
    let is_all = window.first <= events.span.first && window.last >= events.span.last;
    let median = events.answered.median().filter(|_| is_all && events.answered.answered() > 0)?;
    let minutes = (median + MINUTE - 1) / MINUTE;
    measured(&format!("{}m", minutes.max(1)), MeasureKind::Length, None).ok()
}

/// The count that a goal is about, where its target is of that kind.
fn of_goal(
    goal: &Goal,
    counts: &[(&'static str, Measured, Option<u64>)],
) -> Option<(&'static str, Measured, Option<u64>)> {
    let target = measured(goal.target.as_deref()?, MeasureKind::Any, None).ok()?;
    let found = |id: &str| counts.iter().find(|(known, ..)| *known == id).cloned();
    match (goal.metric?, target) {
        (Metric::Activity, Measured::Count(_)) => found("active"),
        (Metric::Activity, Measured::Share(_)) => {
            let (id, value, of) = found("active")?;
            let (Measured::Count(active), Some(of)) = (value, of.filter(|of| *of >= SMALLEST_GROUP)) else {
                return None;
            };
            let share = measured(&percent(active as f64 / of as f64), MeasureKind::Share, None).ok()?;
            Some((id, share, Some(of)))
        }
        (Metric::Growth, Measured::Count(_)) => found("members"),
        (Metric::ResponseTime, Measured::Length(_)) => found("response-time"),
        _ => None,
    }
}

/// Per cent with one decimal, halves up.
fn percent(share: f64) -> String {
    format!("{:.1}%", (share * 1000.0 + 1e-9).round() / 10.0)
}
