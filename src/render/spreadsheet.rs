//! Tables for Excel: UTF-8 with its mark, CRLF, a header row in one language.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::language::{Language, Text};

/// Header and rows; no cell is taken for a formula.
pub(super) fn csv<const N: usize>(
    head: [Text; N],
    rows: impl Iterator<Item = [impl AsRef<str>; N]>,
    language: Language,
) -> String {
    csv_rows(head.into_iter(), rows.map(Vec::from), language)
}

/// The same where how many columns there are is known at run time only.
pub(super) fn csv_rows(
    head: impl Iterator<Item = Text>,
    rows: impl Iterator<Item = Vec<impl AsRef<str>>>,
    language: Language,
) -> String {
    let mut out = Vec::new();
    let written = (|| {
        let mut lines = SpreadsheetLines::new(head, &mut out, language)?;
        for row in rows {
            row.iter().for_each(|cell| lines.cell(cell.as_ref()));
            lines.end()?;
        }
        lines.flush()
    })();
    written.expect("a Vec can be written to");
    String::from_utf8(out).expect("all cells are UTF-8")
}

/// A table that is written line by line.
pub(super) struct SpreadsheetLines<W: Write> {
    out: W,
    /// The line that is being written.
    line: Vec<u8>,
    cells: usize,
}

impl<W: Write> SpreadsheetLines<W> {
    /// A table with its header.
    pub(super) fn new(head: impl Iterator<Item = Text>, mut out: W, language: Language) -> io::Result<Self> {
        out.write_all(&[0xef, 0xbb, 0xbf])?;
        let mut lines = Self { out, line: Vec::new(), cells: 0 };
        head.for_each(|text| lines.quoted(text.get(language)));
        lines.end()?;
        Ok(lines)
    }

    /// Adds a cell to the line.
    pub(super) fn cell(&mut self, cell: &str) {
        self.quoted(&harmless(cell));
    }

    /// Adds a cell, in quotation marks where it holds what ends cells or lines.
    fn quoted(&mut self, cell: &str) {
        if self.cells > 0 {
            self.line.push(b',');
        }
        self.cells += 1;
        if !cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
            return self.line.extend_from_slice(cell.as_bytes());
        }
        self.line.push(b'"');
        for (at, piece) in cell.split('"').enumerate() {
            self.line.extend_from_slice(if at > 0 { b"\"\"" } else { b"" });
            self.line.extend_from_slice(piece.as_bytes());
        }
        self.line.push(b'"');
    }

    /// Ends the line.
    pub(super) fn end(&mut self) -> io::Result<()> {
        // an empty line would be none
        if self.cells == 1 && self.line.is_empty() {
            self.line.extend_from_slice(b"\"\"");
        }
        self.line.extend_from_slice(b"\r\n");
        self.out.write_all(&self.line)?;
        self.line.clear();
        self.cells = 0;
        Ok(())
    }

    /// Hands on what is written so far.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A cell that a spreadsheet would take for a formula becomes text by a leading apostrophe; full-width signs count,
/// since some spreadsheets fold them. Where the list separator is a semicolon, a cell is cut at each of its semicolons and
/// line ends: what would then be a formula is text as well.
pub(super) fn harmless(cell: &str) -> Cow<'_, str> {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let is_formula = |piece: &str| {
        let piece = piece.trim_start();
        // a line that begins with a hyphen is most often one of a list
        let is_list = piece.starts_with(['+', '-', '＋', '－']) && !piece.contains(['(', '（', '|', '!']);
        piece.starts_with(SIGNS) && !is_list
    };
    // nearly all cells begin with a letter or a figure, or are empty; full-width signs begin with EF
    let is_plain =
        cell.as_bytes().first().is_none_or(|first| first.is_ascii_alphanumeric() || matches!(first, 0xc0..0xef));
    let is_first = !is_plain && (cell.trim_start_matches(' ').starts_with(SIGNS) || cell.starts_with(['\t', '\r']));
    if !is_first && !cell.bytes().any(|byte| matches!(byte, b';' | b'\n' | b'\r' | b'\t')) {
        return Cow::Borrowed(cell);
    }
    let mut out = String::with_capacity(cell.len() + 1);
    out.extend(is_first.then_some('\''));
    for (at, piece) in cell.split_inclusive([';', '\n', '\r', '\t']).enumerate() {
        out.extend((at > 0 && is_formula(piece)).then_some('\''));
        out.push_str(piece);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_as_every_reader_expects() {
        let table = |cells: &[&str]| {
            let rows = std::iter::once(cells.to_vec());
            csv_rows(std::iter::empty(), rows, Language::En).trim_start_matches('\u{feff}').to_owned()
        };
        for cells in [&["a", "b"][..], &[""], &["", ""], &["a\"b", "\"", "x,y", "一\n二", "\r"], &["\"\"", " a "]] {
            let mut oracle = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
            oracle.write_record(cells.iter().map(|cell| harmless(cell).into_owned())).expect("a record");
            let expected = String::from_utf8(oracle.into_inner().expect("flushed")).expect("UTF-8");
            assert_eq!(table(cells).trim_start_matches("\r\n"), expected, "{cells:?}");
        }
    }
}
