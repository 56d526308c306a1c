//! What no cadence can say, seen in the text of a phrase and not in one word of it.

use super::super::lexicon::named;
use super::super::spelling::is_known as is_usual;
use crate::value::{Cursor, count_en, number_zh, ordinal_en};

/// Words of each day of a kind: every evening.
const EACH_DAY: &[&str] = &[
    "every morning",
    "every noon",
    "every afternoon",
    "every evening",
    "every night",
    "every midnight",
    "every other morning",
    "every other afternoon",
    "every other evening",
    "every other night",
    "mornings",
    "afternoons",
    "evenings",
    "nightly",
];

/// Words before `day` that make no holiday of it.
const PLAIN_DAYS: &[&str] = &[
    "a",
    "the",
    "every",
    "each",
    "other",
    "per",
    "same",
    "all",
    "one",
    "any",
    "which",
    "that",
    "what",
    "of",
    "and",
    "on",
    "working",
    "business",
    "non-working",
    "week",
    "work",
    "rest",
    "last",
    "final",
    "penultimate",
    "next",
    "this",
    "previous",
    "following",
    "preceding",
    "nearest",
    "closest",
    "some",
    "lunar",
    "off",
    "free",
    "to",
    "if",
];

/// Whether a phrase is of each day by a part of it.
pub(in super::super) fn is_of_each_day(text: &str) -> bool {
    let is_of_others = ["week", "workday", "working", "business", "month", "quarter", "year", "holiday"];
    EACH_DAY.iter().any(|words| text.contains(words)) && !is_of_others.iter().any(|word| text.contains(word))
}

/// Whether no cadence can say a phrase: several last days, a holiday that nobody listed.
pub(in super::super) fn is_beyond(text: &str) -> bool {
    ["早晚", "早中晚"].iter().any(|both| text.contains(both))
        || has_several_last(text)
        || has_unknown_holiday(text)
        || has_half_without_hour(text)
}

/// `every Wed p.m.`
fn has_half_without_hour(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').map(|word| word.trim_matches([',', '(', ')'])).collect();
    let is_half = |word: &str| ["am", "pm", "a.m", "p.m", "a.m.", "p.m."].contains(&word);
    let has_digit = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|word| word.contains(|c: char| c.is_ascii_digit()))
    };
    (0..words.len()).any(|at| is_half(words[at]) && !has_digit(at.checked_sub(1)) && !has_digit(Some(at + 1)))
}

/// 最后3天, 倒数3天, `last 3 days`
fn has_several_last(text: &str) -> bool {
    let several = |behind: &str| {
        let mut s = Cursor::new(behind);
        s.spaces();
        number_zh(&mut s).is_some_and(|n| n > 1)
    };
    let zh = ["最后", "倒数"].iter().any(|last| text.split(last).skip(1).any(several));
    let en = text.split("last ").skip(1).any(|behind| {
        let mut s = Cursor::new(behind);
        count_en(&mut s).is_some_and(|n| n > 1) && s.peek() == Some(' ')
    });
    zh || en
}

/// `Memorial Day`
fn has_unknown_holiday(text: &str) -> bool {
    let is_known = |before: &str, word: &str| {
        let (mut ordinal, mut count) = (Cursor::new(word), Cursor::new(word));
        let is_number = ordinal_en(&mut ordinal).is_some() || count_en(&mut count).is_some();
        let starts = before.char_indices().map(|(at, _)| at);
        let is_named = || {
            starts.into_iter().any(|at| {
                let mut s = Cursor { text, at };
                named(&mut s).is_some() && s.at >= before.len()
            })
        };
        is_number || is_usual(word) || PLAIN_DAYS.contains(&word) || is_named()
    };
    text.match_indices(" day").any(|(at, found)| {
        let (before, behind) = (&text[..at], &text[at + found.len()..]);
        let word = before.rsplit(' ').next().unwrap_or_default();
        let is_word = !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic() || "'-".contains(c));
        let ends = !behind.starts_with(|c: char| c.is_ascii_alphanumeric());
        is_word && ends && !is_known(before, word)
    })
}
