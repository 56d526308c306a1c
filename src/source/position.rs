//! Byte offsets → lines and columns, as people count them: from 1, columns in characters.

/// A line and a column, both from 1; the column counts characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
}

/// The lines of one text, found once.
#[derive(Debug, Clone)]
pub struct Positions<'s> {
    text: &'s str,
    starts: Vec<usize>,
}

impl<'s> Positions<'s> {
    /// Finds the lines of a text; `\n` ends one.
    pub fn new(text: &'s str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The place of a byte. A byte order mark is no column; offsets past the end are the end.
    pub fn at(&self, offset: usize) -> Position {
        let offset = floor(self.text, offset);
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let before = &self.text[self.starts[line]..offset];
        let before = if line == 0 { before.strip_prefix('\u{feff}').unwrap_or(before) } else { before };
        Position { line: line + 1, column: before.chars().count() + 1 }
    }
}

/// The nearest character boundary at or before `offset`.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters() {
        let text = "\u{feff}名 = 1\r\n晨光 = 2\n";
        let positions = Positions::new(text);
        let at = |needle: &str| positions.at(text.find(needle).expect("there"));
        assert_eq!(at("名"), Position { line: 1, column: 1 });
        assert_eq!(at("1"), Position { line: 1, column: 5 });
        assert_eq!(at("2"), Position { line: 2, column: 6 });
        assert_eq!(positions.at(999), Position { line: 3, column: 1 });
        assert_eq!(positions.at(1), Position { line: 1, column: 1 });
    }
}
