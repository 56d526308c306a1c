//! Adding lines to the table of readings: what is there stays, to the byte.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::columns::COLUMNS;
use super::reading::RecordedReading;
use crate::roster::cells::{lines, separator_of};
use crate::roster::columns::harmless;

/// The lines for these readings in a table of its own, with its first line.
pub fn append_table(readings: &[RecordedReading]) -> String {
    append("", readings)
}

/// The text of a table with these readings behind what it has. Columns are found by their names in its first line; a table
/// without one gets the usual first line.
pub fn append(text: &str, readings: &[RecordedReading]) -> String {
    let is_new = text.trim_start_matches('\u{feff}').trim().is_empty();
    let head = if is_new { None } else { lines(text).into_iter().next() };
    let known = head.map(|head| head.iter().map(|cell| cell.text.trim().to_lowercase()).collect::<Vec<String>>());
    let columns = known.unwrap_or_else(|| COLUMNS.iter().map(|&column| column.to_owned()).collect());
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = if is_new { String::from('\u{feff}') } else { text.to_owned() };
    if is_new {
        out.push_str(&line(COLUMNS.map(str::to_owned).as_slice(), b',', ending));
    } else if !text.ends_with('\n') {
        out.push_str(ending);
    }
    let separator = if is_new { b',' } else { separator_of(text) as u8 };
    for reading in readings {
        let cells = reading.cells();
        let cell = |column: &String| {
            let at = COLUMNS.iter().position(|known| known == column);
            at.map_or_else(
                String::new,
                |at| if is_number(COLUMNS[at]) { cells[at].clone() } else { harmless(&cells[at]) },
            )
        };
        let row: Vec<String> = columns.iter().map(cell).collect();
        out.push_str(&line(&row, separator, ending));
    }
    out
}

/// Columns in which a sign in front is a number's own.
fn is_number(column: &str) -> bool {
    ["value", "of"].contains(&column)
}

fn line(cells: &[String], separator: u8, ending: &str) -> String {
    let terminator = if ending == "\n" { Terminator::Any(b'\n') } else { Terminator::CRLF };
    let mut writer = WriterBuilder::new()
        .delimiter(separator)
        .quote_style(QuoteStyle::Necessary)
        .terminator(terminator)
        .from_writer(Vec::new());
    writer.write_record(cells).expect("a Vec can be written to");
    String::from_utf8(writer.into_inner().expect("a Vec can be flushed")).expect("all cells are UTF-8")
}
