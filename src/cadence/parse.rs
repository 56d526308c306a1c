//! A folded phrase → a cadence, by the script of its words.

use super::pattern::{Cadence, Pattern};
use super::signals::Signals;
use super::stated::Stated;
use super::{en, label, rrule, written_date, zh};
use crate::language::Language;
use crate::value::{Cursor, Unexpected, is_han};

/// Reads a folded phrase, alone or in brackets behind a title that says nothing else: 周会（每周一 9:30）.
pub(super) fn read(text: &str) -> Result<Cadence, Unexpected> {
    read_plain(text).or_else(|error| {
        let (title, at) = label::in_brackets(text).ok_or_else(|| error.clone())?;
        let cadence = text.get(at).and_then(|phrase| read_plain(phrase).ok()).ok_or_else(|| error.clone())?;
        let is_same = Stated::of(title).allows_rate(&cadence) && Signals::of(title).allows_title(&cadence);
        if is_same { Ok(cadence) } else { Err(error) }
    })
}

/// A phrase alone: RFC 5545 by its mark, else by the script of its words.
fn read_plain(text: &str) -> Result<Cadence, Unexpected> {
    let mut cursor = Cursor::new(text);
    label::skip(&mut cursor);
    if let Some(rule) = rrule::read(cursor) {
        return rule.map(|(rule, times)| Cadence::new(Pattern::Rrule(rule), times));
    }
    let date = match written_date::read(cursor) {
        Some(Ok(cadence)) => return Ok(cadence),
        Some(Err(error)) => Some(error),
        None => None,
    };
    let phrase = match language_of(text) {
        Language::En => en::cadence(cursor),
        // English around a Chinese name: 3 days before 春节
        Language::Zh => zh::cadence(cursor).or_else(|error| en::cadence(cursor).map_err(|_| error)),
    };
    phrase.map_err(|error| date.unwrap_or(error))
}

/// Chinese as soon as it holds one Chinese character.
pub(super) fn language_of(text: &str) -> Language {
    if text.chars().any(is_han) { Language::Zh } else { Language::En }
}
