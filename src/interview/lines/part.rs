//! The longest part of a line that can be read.

use std::cmp::Reverse;
use std::ops::Range;

use crate::value::fold_width;
use crate::value::lexicon::DIGITS;

/// No more characters of a line are tried.
const LONGEST: usize = 120;

/// What may stand at the ends of a title once a part of its line is cut out.
const ENDS: &[char] =
    &[':', '：', ',', '，', '-', '–', '—', '|', '｜', '·', '(', ')', '（', '）', '[', ']', '【', '】', '。', '=', '@'];

/// The longest part of a line that can be read, and what it is; the first of equally long ones.
pub(super) fn longest_part<T>(line: &str, read: impl Fn(&str) -> Option<T>) -> Option<(Range<usize>, T)> {
    longest_place(line, |part| read(&line[part.clone()]))
}

/// The same where a number alone counts only if it is not part of a word: not in 1群, QQ群2, `#2`, 21天训练营.
pub(super) fn longest_amount<T>(line: &str, read: impl Fn(&str) -> Option<T>) -> Option<(Range<usize>, T)> {
    let is_number = |c: char| c.is_ascii_digit() || ",.".contains(c) || DIGITS.iter().any(|(digit, _)| *digit == c);
    let belongs = |c: char| c.is_alphanumeric() || "#-_.".contains(c);
    longest_place(line, |part| {
        let text = &line[part.clone()];
        let [before, behind] = [line[..part.start].chars().next_back(), line[part.end..].chars().next()];
        let is_in_word = before.is_some_and(belongs) || behind.is_some_and(belongs);
        if fold_width(text).chars().all(is_number) && is_in_word { None } else { read(text) }
    })
}

/// The longest place in a line at which something can be read, and what it is.
pub(super) fn longest_place<T>(line: &str, read: impl Fn(&Range<usize>) -> Option<T>) -> Option<(Range<usize>, T)> {
    let breaks = breaks(line);
    let starts = breaks.iter().enumerate();
    let mut parts: Vec<Range<usize>> =
        starts.flat_map(|(i, start)| breaks[i + 1..].iter().map(move |end| *start..*end)).collect();
    parts.sort_by_key(|part| (Reverse(part.len()), part.start));
    parts.retain(|part| line[part.clone()].trim().len() == part.len());
    parts.into_iter().find_map(|part| read(&part).map(|value| (part, value)))
}

/// Where a part may begin or end: not inside an English word or a number.
pub(super) fn breaks(line: &str) -> Vec<usize> {
    let mut breaks = vec![0];
    let mut before: Option<char> = None;
    let mut end = line.len();
    for (count, (at, c)) in line.char_indices().enumerate() {
        if count == LONGEST {
            end = at;
            break;
        }
        let is_inside = before.is_some_and(|before| before.is_ascii_alphanumeric() && c.is_ascii_alphanumeric());
        if at > 0 && !is_inside {
            breaks.push(at);
        }
        before = Some(c);
    }
    breaks.push(end);
    breaks
}

/// A line without one part of it.
pub(super) fn without(line: &str, part: &Range<usize>) -> String {
    let [before, behind] = [&line[..part.start], &line[part.end..]].map(trimmed);
    match (before, behind) {
        ("", one) | (one, "") => one.to_owned(),
        _ => format!("{before} {behind}"),
    }
}

/// A line without one part of it; where a comma parted it from the rest, one parts what is left: `triage, Dana`.
pub(super) fn cut(line: &str, part: &Range<usize>) -> String {
    let [before, behind] = [&line[..part.start], &line[part.end..]];
    let is_comma = |c: char| c == ',' || c == '，';
    let is_parted = before.trim_end().ends_with(is_comma) || behind.trim_start().starts_with(is_comma);
    match [before, behind].map(trimmed) {
        [before, behind] if is_parted && !before.is_empty() && !behind.is_empty() => {
            format!("{before}, {behind}")
        }
        _ => without(line, part),
    }
}

/// A text without the signs at its ends; a bracket that is opened inside it stays closed: 读书会（线上）.
pub(super) fn trimmed(text: &str) -> &str {
    let is_end = |c: char| c.is_whitespace() || ENDS.contains(&c);
    let text = text.trim_start_matches(is_end);
    let cut = text.trim_end_matches(is_end);
    let closing = text[cut.len()..].chars().next().filter(|c| ")）]】".contains(*c));
    match closing {
        Some(c) if cut.contains(['(', '（', '[', '【']) => &text[..cut.len() + c.len_utf8()],
        _ => cut,
    }
}
