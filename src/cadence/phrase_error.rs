//! Why a phrase cannot be read: where, and what is expected there.

use std::fmt;
use std::ops::Range;

use super::expected::{BOUNDS, HOUR, LEFT_OVER, START, ZONE};
use crate::language::Text;
use crate::value::{Cursor, Expected, Unexpected, unexpected};

/// Why a phrase is no cadence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PhraseError {
    /// The word it is about: bytes of the phrase as given, on character boundaries.
    pub at: Range<usize>,
    /// What is missing or wrong there.
    pub expected: Text,
    /// The nearest phrases that can be read (at least one, at most three), in the language of the phrase.
    pub near: Vec<String>,
}

impl fmt::Display for PhraseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at byte {}: expected {}", self.at.start, self.expected.en)
    }
}

impl std::error::Error for PhraseError {}

/// What follows a complete phrase and cannot be read.
pub(super) fn leftover(s: &Cursor<'_>) -> Unexpected {
    let digit = s.rest().trim_start().starts_with(|c: char| c.is_ascii_digit());
    unexpected(s.word(), elsewhere(s).unwrap_or(if digit { &HOUR } else { &LEFT_OVER }))
}

/// What cannot be the start of a phrase.
pub(super) fn no_start(s: &Cursor<'_>) -> Unexpected {
    unexpected(s.word(), elsewhere(s).unwrap_or(&START))
}

/// What the word ahead is, where it belongs under another key of the plan: a zone, a first or last day.
fn elsewhere(s: &Cursor<'_>) -> Option<&'static Expected> {
    const ZONES: &[&str] =
        &["utc", "gmt", "cst", "pst", "pdt", "est", "edt", "cet", "cest", "ist", "pt", "et", "北京时间"];
    const BOUND: &[&str] = &["starting", "starts", "from", "since", "until", "till", "起", "开始", "从", "直到"];
    let mut ahead = *s;
    while ahead.eat_any(&[" ", "("]) {}
    if ahead.eat_words(ZONES) {
        Some(&ZONE)
    } else if ahead.eat_words(BOUND) {
        Some(&BOUNDS)
    } else {
        None
    }
}
