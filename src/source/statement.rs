//! The statements of a TOML text, found without trusting it: each header and each `key = value` with its lines.
//!
//! Only used when a text has syntax errors, so that one mistake is one finding: a statement that swallows the next
//! ones because a bracket or a quote is not closed ends where the next one plainly begins.

use std::ops::Range;

/// What a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StatementKind {
    /// `[table]` or `[[array]]`.
    Header,
    /// `key = value`, or what was meant as one.
    Pair,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// Its bytes, from the first character to the end of its last line, without the line end.
    pub range: Range<usize>,
    /// What it is.
    pub kind: StatementKind,
    /// The quote or bracket that was still open where the next statement begins: its place.
    pub unclosed: Option<usize>,
}

/// Splits a text into statements; blank lines and comments belong to none.
pub(super) fn statements(text: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut open: Option<(usize, Scanner)> = None;
    let mut end = 0;
    for (start, line) in lines(text) {
        let body = line.trim_start_matches([' ', '\t', '\u{feff}']);
        let from = start + line.len() - body.len();
        if let Some((begin, scanner)) = &mut open {
            if scanner.ends_before(body) {
                found.push(Statement { range: *begin..end, kind: StatementKind::Pair, unclosed: scanner.unclosed() });
                open = None;
            } else {
                scanner.line(line, start);
                end = start + line.len();
                if scanner.is_done() {
                    found.push(Statement { range: *begin..end, kind: StatementKind::Pair, unclosed: None });
                    open = None;
                }
                continue;
            }
        }
        if body.is_empty() || body.starts_with('#') {
            continue;
        }
        end = start + line.len();
        if body.starts_with('[') {
            found.push(Statement { range: from..end, kind: StatementKind::Header, unclosed: None });
            continue;
        }
        let mut scanner = Scanner::default();
        match body.find('=') {
            Some(equals) => scanner.line(&body[equals + 1..], from + equals + 1),
            None => scanner.line("", from),
        }
        if scanner.is_done() {
            found.push(Statement { range: from..end, kind: StatementKind::Pair, unclosed: None });
        } else {
            open = Some((from, scanner));
        }
    }
    if let Some((begin, scanner)) = open {
        found.push(Statement { range: begin..end, kind: StatementKind::Pair, unclosed: scanner.unclosed() });
    }
    found
}

/// The lines of a text with their offsets, without line ends.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

/// Whether a line looks like a header or a pair of its own, and not like an element of an array.
fn begins_statement(body: &str) -> bool {
    if let Some(rest) = body.strip_prefix('[') {
        let rest = rest.strip_prefix('[').unwrap_or(rest);
        let name = rest.trim_start().find(|c: char| !is_key_char(c));
        return name.is_some_and(|end| end > 0 && rest.trim_start()[end..].starts_with(']'))
            && rest.starts_with(|c: char| c.is_ascii_alphabetic());
    }
    let end = body.find(|c: char| !is_key_char(c)).unwrap_or(0);
    end > 0 && body[end..].trim_start().starts_with('=')
}

const fn is_key_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// What is open while a value is read line by line.
#[derive(Debug, Default)]
struct Scanner {
    /// Open brackets and their places.
    brackets: Vec<(char, usize)>,
    /// How many of them are braces.
    braces: usize,
    /// The sign of an open multi-line string.
    quote: Option<char>,
    /// The first quote that its line does not close.
    broken: Option<usize>,
    /// The last sign that was no blank and no comment.
    last: Option<char>,
}

impl Scanner {
    const fn is_done(&self) -> bool {
        self.brackets.is_empty() && self.quote.is_none()
    }

    /// What is to be closed: a broken quote swallows the brackets behind it, so it comes first.
    fn unclosed(&self) -> Option<usize> {
        self.broken.or_else(|| self.brackets.first().map(|bracket| bracket.1))
    }

    /// Whether a line begins the next statement although a bracket is open. Within a table on several lines pairs are its
    /// own where a comma, or the bracket itself, is before them.
    fn ends_before(&self, body: &str) -> bool {
        let goes_on = self.braces > 0 && matches!(self.last, Some(',' | '{' | '['));
        let is_open = !self.brackets.is_empty() && self.quote.is_none();
        is_open && begins_statement(body) && (body.starts_with('[') || !goes_on)
    }

    /// Reads one line of a value.
    fn line(&mut self, line: &str, start: usize) {
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let at = start + line.len() - rest.len();
            let triple = |sign: char| rest.starts_with(&[sign; 3].iter().collect::<String>());
            if let Some(sign) = self.quote {
                if triple(sign) {
                    self.quote = None;
                    rest = &rest[3..];
                    continue;
                }
                if c == '\\' && sign == '"' {
                    rest = rest[1..].chars().next().map_or("", |next| &rest[1 + next.len_utf8()..]);
                    continue;
                }
            } else {
                match c {
                    '#' => return,
                    '"' | '\'' if triple(c) => {
                        self.quote = Some(c);
                        rest = &rest[3..];
                        continue;
                    }
                    '"' | '\'' => {
                        self.last = Some(c);
                        let after = after_string(&rest[1..], c);
                        if after.is_none() {
                            self.broken.get_or_insert(at);
                        }
                        rest = after.unwrap_or_default();
                        continue;
                    }
                    '[' | '{' => {
                        self.braces += usize::from(c == '{');
                        self.brackets.push((c, at));
                    }
                    ']' | '}' => {
                        let closed = self.brackets.pop();
                        self.braces -= usize::from(closed.is_some_and(|(sign, _)| sign == '{'));
                    }
                    _ => {}
                }
                if !c.is_whitespace() {
                    self.last = Some(c);
                }
            }
            rest = &rest[c.len_utf8()..];
        }
    }
}

/// What comes after a one-line string; none, when it is not closed on its line.
fn after_string(text: &str, sign: char) -> Option<&str> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' && sign == '"' {
            escaped = true;
        } else if c == sign {
            return Some(&text[at + c.len_utf8()..]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(&str, Option<usize>)> {
        statements(text).into_iter().map(|s| (&text[s.range], s.unclosed)).collect()
    }

    #[test]
    fn an_unclosed_array_ends_at_the_next_statement() {
        let text = "a = [1,\n 2\nb = 3\n[t]\nc = [\n  [1, 2],\n  { x = 1 },\n] # done\nd = '''\n[x]\n''' \n";
        let found = texts(text);
        assert_eq!(found[0], ("a = [1,\n 2", Some(4)));
        assert_eq!(found[1], ("b = 3", None));
        assert_eq!(found[2], ("[t]", None));
        assert_eq!(found[3], ("c = [\n  [1, 2],\n  { x = 1 },\n] # done", None));
        assert_eq!(found[4], ("d = '''\n[x]\n''' ", None));
    }

    #[test]
    fn unclosed_strings_end_with_their_line() {
        assert_eq!(
            texts("a = \"x # [\nb = 'it\\'\nc = 1\n"),
            [("a = \"x # [", None), ("b = 'it\\'", None), ("c = 1", None)]
        );
        assert_eq!(texts("名字\n= \n"), [("名字", None), ("= ", None)]);
    }

    #[test]
    fn an_unclosed_table_ends_at_a_header_or_without_a_comma() {
        let text = "a = { x = \"甲\", y = \"乙 }\nb = { x = 1,\n  y = 2 # two\n, z = 3 }\nc = { x = 1,\n[t]\nd = 1\n";
        let expected = [
            ("a = { x = \"甲\", y = \"乙 }", text.find("\"乙")),
            ("b = { x = 1,\n  y = 2 # two\n, z = 3 }", None),
            ("c = { x = 1,", text.rfind('{')),
            ("[t]", None),
            ("d = 1", None),
        ];
        assert_eq!(texts(text), expected);
    }
}
