//! The next thing in the calendar, where nothing could be shown of the days asked for.

use super::out;
use super::plans::OpenPlan;
use crate::render::calendar::{View, next};
use crate::value::Day;

/// How many days to look ahead.
const AHEAD: i32 = 366;

/// Shows it if the view is empty; nothing where the calendar cannot be made so far ahead.
pub(crate) fn show_if_empty(opened: &OpenPlan, shown: &View<'_>) {
    if shown.is_empty() {
        show_after(opened, shown);
    }
}

/// Shows what comes after the days of a view.
pub(crate) fn show_after(opened: &OpenPlan, shown: &View<'_>) {
    if shown.calendar.to >= Day::MAX {
        return;
    }
    let from = shown.calendar.to.plus(1);
    let Ok(made) = opened.calendar(from, from.plus(AHEAD).min(Day::MAX), None) else { return };
    out::message(&next(&View { calendar: &made, ..*shown }));
}
