//! Tables of files as rows of cells: workbooks (xlsx), and text with commas, semicolons or tabs in UTF-8, UTF-16 or GBK.
//!
//! Says what stands in which cell and nothing about its meaning. A vertical merged cell counts for each of its rows. What is
//! larger than a person's table is an error, not a wait. Must not panic on any bytes.

mod cell;
mod decode;
mod rows;
mod text;
mod workbook;

pub use cell::TableCell;
pub use decode::{Encoding, TableError};
pub use rows::{ReadTable, TableRow};

/// The tables of a file, and how it was encoded.
pub fn read(bytes: &[u8]) -> Result<(Vec<ReadTable>, Encoding), TableError> {
    let is_zip = bytes.starts_with(b"PK\x03\x04");
    // Excel before 2007; LibreOffice, whose files begin with their kind
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) || is_zip && bytes.get(30..38) == Some(b"mimetype") {
        return Err(TableError::OtherWorkbook);
    }
    if is_zip {
        return Ok((workbook::read(bytes)?, Encoding::Utf8));
    }
    let (text, encoding) = decode::decode(bytes)?;
    Ok((vec![text::read(&text)?], encoding))
}

#[cfg(test)]
mod tests;
