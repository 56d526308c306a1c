//! Tables for Excel: UTF-8 with its mark, CRLF, a header row in one language.

use csv::{Terminator, WriterBuilder};

use crate::language::{Language, Text};

/// Header and rows; no cell is taken for a formula.
pub(super) fn csv<const N: usize>(
    head: [Text; N],
    rows: impl Iterator<Item = [String; N]>,
    language: Language,
) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(vec![0xef, 0xbb, 0xbf]);
    let written = (|| {
        writer.write_record(head.map(|text| text.get(language)))?;
        for row in rows {
            writer.write_record(row.map(|cell| harmless(&cell)))?;
        }
        writer.flush()
    })();
    written.expect("a Vec can be written to, and all records have the same length");
    let bytes = writer.into_inner().expect("it was flushed");
    String::from_utf8(bytes).expect("all cells are UTF-8")
}

/// A cell that a spreadsheet would take for a formula becomes text by a leading apostrophe; full-width signs count,
/// since some spreadsheets fold them.
pub(super) fn harmless(cell: &str) -> String {
    let starts = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if cell.starts_with(starts) { format!("'{cell}") } else { cell.to_owned() }
}
