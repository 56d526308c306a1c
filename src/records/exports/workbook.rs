//! Workbooks as text with separators: what people and platforms hand out as .xlsx.

use std::io::{Read, Seek};

use csv::WriterBuilder;
use zip::ZipArchive;

use crate::table;

/// Whether a stream is a workbook, and not an archive of something else.
pub fn is_workbook(input: &mut (impl Read + Seek)) -> bool {
    ZipArchive::new(input).is_ok_and(|archive| archive.index_for_name("xl/workbook.xml").is_some())
}

/// The first sheet of a workbook that holds something, as text with commas; dates are ISO 8601. None where it cannot be read.
pub fn workbook_text(bytes: &[u8]) -> Option<String> {
    let (tables, _) = table::read(bytes).ok()?;
    let rows = tables.into_iter().map(|table| table.rows).find(|rows| !rows.is_empty())?;
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    for row in &rows {
        writer.write_record((0..width).map(|column| row.cell(column).to_string())).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}
