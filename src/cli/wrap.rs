//! Long lines on a terminal: broken between words, and between Chinese characters but never before a full stop.

use console::{Term, measure_text_width};
use unicode_width::UnicodeWidthChar;

/// What may not begin a line.
const CLOSING: &str = "，。；：？！、）”’》」】…,.;:?!)]";
/// What may not end one.
const OPENING: &str = "（“‘《「【([";

/// The text with its lines broken to fit the terminal; unchanged where there is none. All lines but the first are
/// indented.
pub(crate) fn fit(text: &str, indent: usize) -> String {
    let term = Term::stderr();
    if term.is_term() { wrap(text, usize::from(term.size().1).max(20), indent) } else { text.to_owned() }
}

/// The same of several lines, each with its own indent behind its first line.
pub(crate) fn fit_lines(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len() + 2;
    text.split('\n').map(|line| fit(line, indent(line))).collect::<Vec<_>>().join("\n")
}

/// The text in lines of at most this many columns; a word that is longer alone stays whole.
fn wrap(text: &str, columns: usize, indent: usize) -> String {
    let (mut out, mut width, mut is_begun) = (String::with_capacity(text.len()), 0, false);
    for piece in pieces(text) {
        if is_begun && width + measure_text_width(piece.trim_end()) > columns {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            (width, is_begun) = (indent, false);
        }
        out.push_str(piece);
        width += measure_text_width(piece);
        is_begun |= !piece.trim().is_empty();
    }
    out
}

/// The parts between which a line may be broken; spaces stay at the end of theirs.
fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut start) = (Vec::new(), 0);
    for ((_, before), (at, after)) in text.char_indices().zip(text.char_indices().skip(1)) {
        let is_wide = |c: char| c.width() == Some(2);
        let is_break = match (before, after) {
            (_, ' ') => false,
            (' ', _) => true,
            _ => (is_wide(before) || is_wide(after)) && !CLOSING.contains(after) && !OPENING.contains(before),
        };
        if is_break {
            pieces.push(&text[start..at]);
            start = at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_characters() {
        assert_eq!(wrap("the calendar and the checklists", 16, 0), "the calendar and\nthe checklists");
        assert_eq!(wrap("  Club: a monthly book", 12, 2), "  Club: a\n  monthly\n  book");
        assert_eq!(wrap("每月共读一本书，线上聊。", 14, 0), "每月共读一本\n书，线上聊。", "no comma at the beginning");
        assert_eq!(wrap("写“晨光”吧", 4, 0), "写\n“晨\n光”\n吧");
        assert_eq!(wrap("https://example.org/long x", 10, 0), "https://example.org/long\nx");
        assert_eq!(wrap("", 10, 0), "");
        assert_eq!(wrap("short", 10, 4), "short");
    }
}
