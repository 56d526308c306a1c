//! A table of separated values as cells, each with its place in the text.

use std::borrow::Cow;
use std::ops::Range;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell<'t> {
    /// Its bytes in the text, without quotes.
    pub at: Range<usize>,
    /// What it says.
    pub text: Cow<'t, str>,
    /// It begins with a quote that nothing ends.
    pub is_unclosed: bool,
}

/// The lines of a table, without empty ones. The separator is the one that the first line has most of.
pub(crate) fn lines(text: &str) -> Vec<Vec<Cell<'_>>> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let separator = separator_of(text);
    let mut lines = Vec::new();
    let (mut line, mut at) = (Vec::new(), start);
    while at < text.len() {
        let (cell, after) = cell(text, at, separator);
        line.push(cell);
        at = after;
        let next = text[at..].chars().next();
        if next == Some(separator) {
            at += 1;
            if at == text.len() {
                line.push(Cell { at: at..at, text: Cow::Borrowed(""), is_unclosed: false });
            }
            continue;
        }
        at += if text[at..].starts_with("\r\n") { 2 } else { next.map_or(0, char::len_utf8) };
        lines.push(std::mem::take(&mut line));
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.retain(|line| line.iter().any(|cell| !cell.text.trim().is_empty()));
    lines
}

/// What separates the cells of a table: what its first line has most of.
pub(crate) fn separator_of(text: &str) -> char {
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    let count = |separator: &char| first.matches(*separator).count();
    // of equals the first, so the comma comes last
    [';', '\t', ','].into_iter().max_by_key(count).unwrap_or(',')
}

/// The cell that begins at a byte, and the byte after it: a separator, the end of a line, or the end of the text.
fn cell(text: &str, start: usize, separator: char) -> (Cell<'_>, usize) {
    let rest = &text[start..];
    if !rest.starts_with('"') {
        let length = rest.find([separator, '\n', '\r']).unwrap_or(rest.len());
        let at = start..start + length;
        return (Cell { text: Cow::Borrowed(&text[at.clone()]), at, is_unclosed: false }, start + length);
    }
    let mut end = start + 1;
    loop {
        match text[end..].find('"') {
            None => {
                // the rest of the line is what was meant
                let line = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
                let at = start..line;
                return (Cell { text: Cow::Borrowed(&text[at.clone()]), at, is_unclosed: true }, line);
            }
            Some(quote) if text[end + quote + 1..].starts_with('"') => end += quote + 2,
            Some(quote) => {
                end += quote;
                break;
            }
        }
    }
    let inner = &text[start + 1..end];
    let value = if inner.contains('"') { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) };
    // what follows the closing quote belongs to no cell
    let after = end + 1 + text[end + 1..].find([separator, '\n', '\r']).unwrap_or(text.len() - end - 1);
    (Cell { at: start + 1..end, text: value, is_unclosed: false }, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        lines(text).into_iter().map(|line| line.into_iter().map(|cell| cell.text.into_owned()).collect()).collect()
    }

    #[test]
    fn cells_are_separated_quoted_and_known_by_their_place() {
        assert_eq!(
            texts("\u{feff}a,b\r\n1,\"x, \"\"y\"\"\nz\"\n\n,\n2,"),
            [vec!["a", "b"], vec!["1", "x, \"y\"\nz"], vec!["2", ""]]
        );
        assert_eq!(texts("a;b;c\n1,5;2;\n"), [vec!["a", "b", "c"], vec!["1,5", "2", ""]]);
        assert_eq!(texts("a\tb\n1\t2"), [vec!["a", "b"], vec!["1", "2"]]);
        let text = "名,b\n\"晨\",x\n";
        let cells = lines(text);
        assert_eq!((&text[cells[1][0].at.clone()], &text[cells[1][1].at.clone()]), ("晨", "x"));
    }

    #[test]
    fn an_open_quote_ends_with_its_line() {
        let cells = lines("a,b\n\"1,2\n3,4\n");
        assert!(cells[1][0].is_unclosed && cells[1][0].text == "\"1,2", "{cells:?}");
        assert_eq!(cells[2][1].text, "4");
    }
}
