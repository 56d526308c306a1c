//! The words of `when`: phrase ↔ [`Cadence`], in Chinese and in English.
//!
//! A phrase of either language is read into the same value and printed canonically in both:
//! `parse(print(c, language)) == c` for every well-formed cadence. A phrase that cannot be read says at which of its
//! words, what is expected there, and which phrases near to it can be read. Must not know calendars (no day is
//! calculated here), and must not panic on any phrase.

mod available;
mod elsewhere;
mod en;
mod expected;
mod label;
mod length;
mod lexicon;
mod parse;
mod pattern;
mod phrase_error;
mod print;
mod rhythm;
mod rrule;
mod signals;
mod spelling;
mod spelt;
mod stated;
mod suggest;
mod times;
mod written_date;
mod years;
mod zh;

#[cfg(test)]
mod diagnose;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod real_lines;
#[cfg(test)]
mod tests;

pub use available::Available;
pub(crate) use available::merged_spans;
pub use pattern::{Anchor, Cadence, MonthDay, Pattern, Period, Roll};
pub use phrase_error::PhraseError;
pub(crate) use rhythm::rhythm;
pub use rrule::{Frequency, Rrule, Until};

use crate::language::Language;
use crate::value::Folded;

impl Cadence {
    /// Reads a phrase of either language.
    pub fn parse(phrase: &str) -> Result<Self, PhraseError> {
        let folded = Folded::new(phrase);
        parse::read(folded.text()).map_err(|error| {
            let (error, near) = suggest::explain(folded.text(), error);
            PhraseError { at: folded.original(&error.at), expected: error.expected.text, near }
        })
    }

    /// Reads a phrase without its title and length, and without looking for near ones if it is none: for trying many parts
    /// of a line.
    pub(crate) fn find(phrase: &str) -> Option<Self> {
        parse::read_plain(Folded::new(phrase).text()).ok()
    }

    /// Whether it is as often as words around it say, if they say how often: not `biweekly` around every Thursday.
    pub(crate) fn is_as_often_as(&self, words: &str) -> bool {
        stated::Stated::of(Folded::new(words).text()).allows_rate(self)
    }

    /// The canonical phrase in one language; reading it gives the same cadence again.
    pub fn print(&self, language: Language) -> String {
        print::cadence(self, language)
    }
}
