//! English words for where a day off moves to: else the next workday, or the workday before.

use super::super::pattern::Roll;
use super::separators::{skip_punctuation, skip_word};
use crate::value::Cursor;

/// What a day is that is none of work.
pub(in super::super) const OFF: &[&str] = &[
    "weekends",
    "weekend",
    "public holiday",
    "holidays",
    "holiday",
    "days off",
    "day off",
    "non-working day",
    "not a workday",
    "not a working day",
    "not a business day",
    "a workday",
    "a working day",
    "a business day",
    "a",
    "or",
    "and",
    "the",
];

/// The workday that stands in; none where nothing of the kind lies ahead.
pub(super) fn read(s: &mut Cursor<'_>) -> Option<Roll> {
    let mut ahead = *s;
    skip_punctuation(&mut ahead);
    let is_conditional = condition(&mut ahead);
    skip_punctuation(&mut ahead);
    let is_other = skip_word(&mut ahead, &["or else", "else", "or", "otherwise", "then"]);
    if !is_conditional && !is_other {
        return None;
    }
    skip_word(&mut ahead, &["it moves", "moves", "moved", "move it", "move"]);
    skip_word(&mut ahead, &["to", "on", "use", "take"]);
    let roll = workday(&mut ahead)?;
    *s = ahead;
    // or the previous workday if it is a weekend
    ahead.spaces();
    if condition(&mut ahead) {
        *s = ahead;
    }
    Some(roll)
}

/// `if it falls on a weekend or a holiday`; whether it is there.
fn condition(s: &mut Cursor<'_>) -> bool {
    const IF: &[&str] = &[
        "if it falls on",
        "if that falls on",
        "if this falls on",
        "when it falls on",
        "if it is",
        "if that is",
        "if it's",
        "if that's",
        "if it isn't",
        "if not",
        "if on",
        "unless",
    ];
    let is_there = skip_word(s, IF);
    while is_there && skip_word(s, OFF) {}
    is_there
}

/// The next workday, the workday before.
fn workday(s: &mut Cursor<'_>) -> Option<Roll> {
    const WORKDAY: &[&str] = &["workday", "weekday", "working day", "business day"];
    skip_word(s, &["the"]);
    let which = s.word_of(&[
        ("next", Roll::After),
        ("following", Roll::After),
        ("first", Roll::After),
        ("previous", Roll::Before),
        ("preceding", Roll::Before),
        ("prior", Roll::Before),
        ("nearest", Roll::Nearest),
        ("closest", Roll::Nearest),
    ]);
    s.spaces();
    if !s.eat_words(WORKDAY) {
        return None;
    }
    let mut behind = *s;
    behind.spaces();
    let side = behind.word_of(&[("before", Roll::Before), ("after", Roll::After)]);
    match (which, side) {
        // the first workday after
        (_, Some(side)) if which != Some(Roll::Nearest) => {
            *s = behind;
            Some(side)
        }
        (which, _) => which,
    }
}
