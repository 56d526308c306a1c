//! Workbooks as text with separators: what people and platforms hand out as .xlsx.

use std::io::{Read, Seek};

use csv::WriterBuilder;
use zip::ZipArchive;

use super::named_columns::names_messages;
use crate::table::{self, ReadTable, TableError};

/// Whether a stream is a workbook, and not an archive of something else.
pub fn is_workbook(input: &mut (impl Read + Seek)) -> bool {
    ZipArchive::new(input).is_ok_and(|archive| archive.index_for_name("xl/workbook.xml").is_some())
}

/// Rows above a header that may be titles.
const TITLE_ROWS: usize = 30;

/// The sheet of a workbook that has messages, from its header on, else the first one that holds something, as text with
/// commas; dates are ISO 8601. None where nothing is in it.
pub fn workbook_text(bytes: &[u8]) -> Result<Option<String>, TableError> {
    let (tables, _) = table::read(bytes)?;
    let found = tables.iter().find_map(|table| Some((table, message_header(table)?)));
    let Some((table, header)) = found.or_else(|| Some((tables.iter().find(|table| !table.rows.is_empty())?, 0))) else {
        return Ok(None);
    };
    let rows = &table.rows[header..];
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    for row in rows {
        let written = writer.write_record((0..width).map(|column| row.cell(column).to_string()));
        written.map_err(|error| TableError::Damaged(error.to_string()))?;
    }
    Ok(writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()))
}

/// Whether a table has a row that names the columns of messages: when, and who.
pub fn has_messages(table: &ReadTable) -> bool {
    message_header(table).is_some()
}

fn message_header(table: &ReadTable) -> Option<usize> {
    table.rows.iter().take(TITLE_ROWS).position(|row| {
        let names: Vec<String> = row.cells.iter().map(|cell| cell.to_string().trim().to_lowercase()).collect();
        names_messages(&names)
    })
}
