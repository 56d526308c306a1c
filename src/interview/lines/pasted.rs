//! What was read of what was pasted, and what was not.

use crate::language::Text;

/// What was pasted, as far as it can be read.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedLines<T> {
    /// What was read, in order.
    pub items: Vec<T>,
    /// What was not.
    pub unread: Vec<UnreadLine>,
}

impl<T> Default for PastedLines<T> {
    fn default() -> Self {
        Self { items: Vec::new(), unread: Vec::new() }
    }
}

impl<T> PastedLines<T> {
    /// Reads each of some lines to an item or to why it is none.
    pub(super) fn read<'a>(
        lines: impl IntoIterator<Item = &'a str>,
        read: impl Fn(&str) -> Result<T, UnreadLine>,
    ) -> Self {
        let mut pasted = Self::default();
        for line in lines {
            match read(line) {
                Ok(item) => pasted.items.push(item),
                Err(unread) => pasted.unread.push(unread),
            }
        }
        pasted
    }
}

/// A line, or a part of one, that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadLine {
    /// The line as it was pasted.
    pub line: String,
    /// The part that it is about; the whole line where there is no smaller one.
    pub part: String,
    /// What is expected there.
    pub expected: Text,
    /// Lines near to it that can be read.
    pub near: Vec<String>,
}

impl UnreadLine {
    /// A whole line.
    pub(super) fn whole(line: &str, expected: Text) -> Self {
        Self::part(line, line, expected)
    }

    /// A part of a line.
    pub(super) fn part(line: &str, part: &str, expected: Text) -> Self {
        Self { line: line.to_owned(), part: part.to_owned(), expected, near: Vec::new() }
    }
}
