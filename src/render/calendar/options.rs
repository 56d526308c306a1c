//! How a calendar is to look.

use crate::value::Day;

/// What tasks become in iCalendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tasks {
    /// Events, which every calendar shows.
    #[default]
    Events,
    /// To-dos, which many phones do not show.
    Todos,
}

/// How it is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The columns of the terminal.
    pub width: usize,
    /// Whether only ASCII is drawn; the plan's own words stay.
    pub ascii: bool,
    /// Whether the grid and the agenda carry colours.
    pub colour: bool,
    /// The day on which it is made: the time stamp of iCalendar.
    pub today: Day,
    /// What tasks become in iCalendar.
    pub tasks: Tasks,
}
