//! One cell as a spreadsheet keeps it.

use std::fmt;

use crate::value::{Clock, Day};

/// What is in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum TableCell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, with or without a time of day.
    Moment(Day, Option<Clock>),
    /// A time of day.
    Time(Clock),
    /// True or false.
    Truth(bool),
}

impl TableCell {
    /// Text without white space around it and without the apostrophe that keeps it from being a formula.
    pub(super) fn of_text(text: &str) -> Self {
        let text = text.trim().trim_matches('\u{feff}');
        let formula =
            text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
        match formula.unwrap_or(text) {
            "" => Self::Empty,
            text => Self::Text(text.to_owned()),
        }
    }

    /// Whether nothing is in it.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

impl fmt::Display for TableCell {
    /// As a person would type it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Moment(day, None) => write!(f, "{day}"),
            Self::Moment(day, Some(time)) => write!(f, "{day} {time}"),
            Self::Time(time) => write!(f, "{time}"),
            Self::Truth(truth) => write!(f, "{truth}"),
        }
    }
}
