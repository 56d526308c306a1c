//! A line about people → its parts: what is between commas, brackets, colons and dashes.

use crate::plan::values::Zone;
use crate::value::is_han;

/// How a part follows the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// One more of a list: behind 、 or `and`.
    Listed,
    /// Behind a comma: one more, or something about the last.
    Comma,
    /// Behind a colon, a dash, or an opening bracket: something about the last.
    About,
}

/// A part of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PersonAtom<'a> {
    /// How it follows the part before.
    pub(super) joint: Joint,
    /// Its words.
    pub(super) text: &'a str,
    /// Whether it stands in brackets.
    pub(super) is_inside: bool,
}

/// The parts of a line in order.
pub(super) fn person_atoms(line: &str) -> Vec<PersonAtom<'_>> {
    let mut atoms = Vec::new();
    let (mut joint, mut start, mut at, mut is_inside) = (Joint::Comma, 0, 0, false);
    while let Some(c) = line[at..].chars().next() {
        match joint_at(line, at, c) {
            Some((next, length)) => {
                push(&mut atoms, joint, &line[start..at], is_inside);
                joint = next;
                is_inside = match c {
                    '(' | '（' | '[' | '【' => true,
                    ')' | '）' | ']' | '】' => false,
                    _ => is_inside,
                };
                at += length;
                start = at;
            }
            None => at += c.len_utf8(),
        }
    }
    push(&mut atoms, joint, &line[start..], is_inside);
    atoms
}

fn push<'a>(atoms: &mut Vec<PersonAtom<'a>>, joint: Joint, text: &'a str, is_inside: bool) {
    let text = text.trim();
    if text.contains(char::is_alphanumeric) {
        atoms.push(PersonAtom { joint, text, is_inside });
    }
}

/// The separator at a place, and its length.
fn joint_at(line: &str, at: usize, c: char) -> Option<(Joint, usize)> {
    const AND: &str = " and ";
    let is_digit = |c: char| c.is_ascii_digit();
    if line[at..].starts_with(AND) {
        // between 22:00 and 7:00
        let is_range = line[..at].ends_with(is_digit) && line[at + AND.len()..].starts_with(is_digit);
        return (!is_range).then_some((Joint::Listed, AND.len()));
    }
    let before = line[..at].chars().next_back();
    let behind = line[at + c.len_utf8()..].chars().next();
    let is_loose = |c: char| c.is_whitespace() || is_han(c);
    let between_digits = before.is_some_and(is_digit) && behind.is_some_and(is_digit);
    let joint = match c {
        '、' | '&' | '＆' => Joint::Listed,
        '+' if !between_digits => Joint::Listed,
        '/' if !is_one_word(line, at) => Joint::Listed,
        ',' | '，' | '。' | ')' | '）' | ']' | '】' => Joint::Comma,
        '(' | '（' | '[' | '【' | '|' | '｜' | '：' | '\t' | '=' => Joint::About,
        ':' | '—' | '–' if !between_digits => Joint::About,
        '-' if !between_digits && (before.is_some_and(is_loose) || behind.is_some_and(is_loose)) => Joint::About,
        _ => return None,
    };
    Some((joint, c.len_utf8()))
}

/// Whether the slash at a place belongs to a word: `5h/week`, `Asia/Kolkata`.
fn is_one_word(line: &str, at: usize) -> bool {
    let is_end = |c: char| c.is_whitespace() || ",，、()（）:：".contains(c);
    let start = line[..at].char_indices().rfind(|(_, c)| is_end(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let end = line[at..].find(is_end).map_or(line.len(), |length| at + length);
    let word = &line[start..end];
    word.contains(|c: char| c.is_ascii_digit())
        || ["week", "wk", "周"].iter().any(|week| word.ends_with(week))
        || word.len() < 40 && word.parse::<Zone>().is_ok()
}
