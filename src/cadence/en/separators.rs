//! What joins the parts of a phrase, or adds nothing to it.

use crate::value::Cursor;

/// Passes over what only joins: commas, dashes, brackets.
pub(super) fn skip_punctuation(s: &mut Cursor<'_>) {
    while s.eat_any(&[" ", ",", "- ", ":", "(", ")", ";"]) {}
}

/// Passes over what joins two of a list; whether there was any.
pub(super) fn skip_separator(s: &mut Cursor<'_>) -> bool {
    let mut ahead = *s;
    ahead.spaces();
    let comma = ahead.eat_any(&[",", "/", "&", "+", "、"]);
    ahead.spaces();
    let and = ahead.eat_word("and");
    if comma || and {
        ahead.spaces();
        *s = ahead;
    }
    comma || and
}

/// Passes over a small word and the space behind it.
pub(super) fn skip_word(s: &mut Cursor<'_>, words: &[&str]) -> bool {
    let here = s.eat_words(words);
    if here {
        s.spaces();
    }
    here
}
