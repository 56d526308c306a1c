//! What rows and days are told apart by.

/// How a row looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum RowLook {
    /// As most rows.
    Plain,
    /// It falls on a day off.
    DayOff,
    /// It does not take place.
    Cancelled,
    /// Its words are a starter's.
    Borrowed,
}

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum GridDayKind {
    /// A day like others.
    Workday,
    /// Saturday or Sunday.
    Weekend,
    /// A day off by notice.
    DayOff,
    /// A workday on a weekend.
    MadeUp,
}
