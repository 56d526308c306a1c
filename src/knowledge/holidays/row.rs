//! A day that a notice makes a day off or a workday.

use crate::value::Day;

/// One of the rows, which are sorted by day; `name` counts the names of the notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HolidayRow {
    pub(super) day: Day,
    pub(super) name: u16,
    pub(super) make_up: bool,
}

impl HolidayRow {
    /// A row of the generated table.
    pub(super) const fn of(day: i32, name: u16, make_up: bool) -> Self {
        Self { day: Day(day), name, make_up }
    }
}
