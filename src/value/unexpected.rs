//! What a phrase lacks at one of its places, and how such things are declared: as tables.

use std::ops::Range;

use super::cursor::Cursor;
use crate::language::Text;

/// What is expected at a place of a phrase.
#[derive(Debug)]
pub(crate) struct Expected {
    /// What is missing or wrong, as a sentence part.
    pub(crate) text: Text,
    /// Words to try at that place of a Chinese phrase: behind, instead, or before.
    pub(crate) zh: &'static [&'static str],
    /// The same for an English phrase.
    pub(crate) en: &'static [&'static str],
}

/// Something else is expected at a place of a folded phrase.
#[derive(Debug, Clone)]
pub(crate) struct Unexpected {
    /// Bytes of the folded text.
    pub(crate) at: Range<usize>,
    /// What is expected there.
    pub(crate) expected: &'static Expected,
}

/// At a range.
pub(crate) const fn unexpected(at: Range<usize>, expected: &'static Expected) -> Unexpected {
    Unexpected { at, expected }
}

/// At the word ahead; at the phrase so far where nothing lies ahead.
pub(crate) fn unexpected_ahead(s: &Cursor<'_>, since: usize, expected: &'static Expected) -> Unexpected {
    let word = s.word();
    unexpected(if word.is_empty() { since..s.at.max(since) } else { word }, expected)
}

/// Declares what may be expected, a row each: its text, and the words that would complete a phrase in either language.
macro_rules! expected {
    ($($name:ident: $zh:literal / $en:literal, [$($zh_word:literal),*] / [$($en_word:literal),*];)*) => {
        $(pub(crate) static $name: $crate::value::Expected = $crate::value::Expected {
            text: $crate::language::Text::new($zh, $en),
            zh: &[$($zh_word),*],
            en: &[$($en_word),*],
        };)*
    };
}

pub(crate) use expected;
