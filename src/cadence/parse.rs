//! A folded phrase → a cadence, by the script of its words.

use std::ops::Range;

use super::expected::COUNT;
use super::pattern::{Cadence, Pattern};
use super::signals::Signals;
use super::stated::{Rate, Stated};
use super::{en, label, length, rrule, written_date, zh};
use crate::language::Language;
use crate::value::{Cursor, Unexpected, is_han, unexpected};

/// What is daily is on so many days of a week at least.
const FEW: usize = 5;

/// Reads a folded phrase, alone or behind a title that says nothing else: 周会（每周一 9:30）, `Weekly sync: Wed 4pm`.
pub(super) fn read(text: &str) -> Result<Cadence, Unexpected> {
    read_untitled(text).or_else(|error| {
        let titled = |(title, at)| {
            let cadence = text.get::<Range<usize>>(at).and_then(|phrase| read_alone(phrase).ok())?;
            let stated = Stated::of(title);
            let is_of_few = matches!(&cadence.pattern, Pattern::Weekly { on, .. } if on.len() < FEW);
            let is_same = stated.allows_rate(&cadence) && !(is_of_few && stated.rate == Some(Rate::Days(1)));
            (is_same && Signals::of(title).allows_title(&cadence)).then_some(cadence)
        };
        label::titles(text).into_iter().find_map(titled).ok_or(error)
    })
}

/// Reads a phrase that may say how many times a day, a week or a month: each of them has its own day or hour.
fn read_untitled(text: &str) -> Result<Cadence, Unexpected> {
    let cadence = read_alone(text)?;
    let is_counted = ["次", "回", "once", "twice", "thrice", "times"].iter().any(|word| text.contains(word));
    match is_counted && !Signals::of(text).allows_count(&cadence) {
        true => Err(unexpected(0..text.len(), &COUNT)),
        false => Ok(cadence),
    }
}

/// Reads a phrase without a title; how long it lasts may stand behind its time.
fn read_alone(text: &str) -> Result<Cadence, Unexpected> {
    read_plain(text).or_else(|error| {
        let (rest, minutes) = length::taken_out(text).ok_or_else(|| error.clone())?;
        read_plain(&rest).ok().and_then(|cadence| length::with_end(cadence, minutes)).ok_or(error)
    })
}

/// Reads a phrase alone: RFC 5545 by its mark, else by the script of its words.
pub(super) fn read_plain(text: &str) -> Result<Cadence, Unexpected> {
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
