//! The calendar for people and programs: one view, a file a format.
//!
//! [`View`] makes the strings once, each format lays them out. Text of a plan is cleaned where it enters a row, so
//! that no format can forget it. Must not decide who does what or when, read the clock, know the terminal.

mod agenda;
mod announcement;
mod brief;
mod by_day;
mod csv;
mod cut;
mod day;
mod discord;
mod google;
mod grid;
mod ics;
mod initials;
mod json;
mod labels;
mod md;
mod names;
mod notes;
mod options;
mod row;
mod series;
mod shared;
mod streamed;
#[cfg(test)]
mod tests;
mod text;
mod view;
mod withdrawn;
mod writing;
mod xlsx;
mod zoned_start;

pub(in crate::render) use by_day::by_day;
pub(in crate::render) use labels::{
    absence, date, destination, heading, length, month, notes_on, nth_day, off_hours, text_note, untimed_on, when_on,
    who, zone as zone_label,
};

pub use announcement::announcement;
pub use brief::{BriefForm, channel_brief, person_brief};
pub use csv::{CsvColumn, csv_of};
pub use day::DayRow;
pub use discord::discord_events;
pub use google::google_csv;
pub use notes::{next, notes};
pub use options::{Options, Tasks};
pub use row::{Channel, ChannelMessage, Helper, Moved, Row, TextNote};
pub use streamed::WriteError;
pub use view::View;
pub use writing::{StreamedFormat, Written, write_streamed};
pub use xlsx::xlsx;
pub use zoned_start::ZonedStart;

/// The forms in which a calendar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Months as grids for a terminal.
    Grid,
    /// A list day by day for a terminal.
    Agenda,
    /// Markdown.
    Md,
    /// A table for Excel.
    Csv,
    /// Version 1 of the machine-readable shape.
    Json,
    /// iCalendar (RFC 5545).
    Ics,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Grid, Self::Agenda, Self::Md, Self::Csv, Self::Json, Self::Ics];

    /// The word of `--format`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Agenda => "agenda",
            Self::Md => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Ics => "ics",
        }
    }

    /// The form that belongs to the ending of a file's name, without the dot; case is ignored.
    pub fn from_suffix(suffix: &str) -> Option<Self> {
        match suffix.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Md),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            "ics" | "ical" => Some(Self::Ics),
            "txt" => Some(Self::Agenda),
            _ => None,
        }
    }
}

/// The calendar in one of the formats, as text that ends with a line end.
pub fn calendar(view: &View<'_>, format: Format, options: &Options) -> String {
    match format {
        Format::Grid => grid::grid(view, options),
        Format::Agenda => agenda::agenda(view, options),
        Format::Md => md::md(view),
        Format::Csv => csv::csv(view),
        Format::Json => json::json(view),
        Format::Ics => ics::ics(view, options),
    }
}
