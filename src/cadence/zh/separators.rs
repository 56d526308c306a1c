//! Skips what joins the parts of a phrase, or adds nothing to it.

use crate::value::Cursor;

/// Passes over what adds nothing.
pub(super) fn skip_fillers(s: &mut Cursor<'_>) {
    while s.eat_any(&[" ", ",", "的", "(", ")", "。", ":", "例会", "会议", "举行", "召开", "一次"]) {}
}

/// Passes over what joins two of a list; whether there was any.
pub(super) fn skip_separator(s: &mut Cursor<'_>) -> bool {
    let mut ahead = *s;
    ahead.spaces();
    let joined = ahead.eat_any(&["、", ",", "和", "及", "与", "/", "&", "+"]);
    if joined {
        ahead.spaces();
        *s = ahead;
    }
    joined
}
