//! Tables for Excel: UTF-8 with its mark, CRLF, a header row in one language.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

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
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(vec![0xef, 0xbb, 0xbf]);
    let written = (|| {
        writer.write_record(head.map(|text| text.get(language)))?;
        for row in rows {
            for cell in &row {
                writer.write_field(harmless(cell.as_ref()).as_bytes())?;
            }
            writer.write_record(None::<&[u8]>)?;
        }
        writer.flush()
    })();
    written.expect("a Vec can be written to, and all records have the same length");
    let bytes = writer.into_inner().expect("it was flushed");
    String::from_utf8(bytes).expect("all cells are UTF-8")
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
    let is_first = cell.trim_start_matches(' ').starts_with(SIGNS) || cell.starts_with(['\t', '\r']);
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
