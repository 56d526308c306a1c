//! When a date of the plan falls: on one day, at a rhythm counted from a day, or by the words of `when`.

use crate::cadence::{Cadence, rhythm};
use crate::calendar::life::Life;
use crate::value::{Day, Length};

/// When a date falls.
#[derive(Debug, Clone)]
pub(in super::super) enum Timing {
    /// On a day, within the life or not.
    On(Day),
    /// Again and again after a day, within the life.
    Every {
        /// From which it is counted; it does not fall on it.
        from: Day,
        /// How often.
        every: Length,
        /// How many days later than counted; negative: earlier.
        shift: i32,
        /// The last day counted.
        until: Option<Day>,
    },
    /// By a phrase, within the life.
    Phrase(Cadence),
    /// The day before the dates of a phrase, which apply from a day and until another.
    DayBefore(Cadence, Option<Day>, Option<Day>),
}

impl Timing {
    /// Again and again since a day; nothing without a day, and nothing more often than daily.
    pub(super) fn every(from: Option<Day>, every: Option<Length>) -> Option<Self> {
        let (from, every) = (from?, every?);
        (every.days() > 0).then_some(Self::Every { from, every, shift: 0, until: None })
    }

    /// Until a day at the latest.
    pub(super) fn until(self, last: Option<Day>) -> Self {
        match self {
            Self::Every { from, every, shift, .. } => Self::Every { from, every, shift, until: last },
            other => other,
        }
    }

    /// So many days later than counted.
    pub(super) fn shifted(self, days: i32) -> Self {
        match self {
            Self::Every { from, every, until, .. } => Self::Every { from, every, until, shift: days },
            other => other,
        }
    }

    /// What a text says of when: a phrase, or several with commas between them, or else how often.
    pub(super) fn of_text(text: &str, life: &Life) -> Vec<Self> {
        if let Some(when) = Cadence::find(text) {
            return vec![Self::Phrase(when)];
        }
        let parts = text.split(['、', '，', ',', '；', ';']).map(str::trim).filter(|part| !part.is_empty());
        let phrases: Vec<Self> = parts.filter_map(Cadence::find).map(Self::Phrase).collect();
        if !phrases.is_empty() {
            return phrases;
        }
        Self::every(life.starts, rhythm(text)).into_iter().collect()
    }
}
