//! Text with separators → a table: of comma, semicolon and tab the one that gives most columns.

use super::cell::TableCell;
use super::decode::TableError;
use super::rows::{MOST_COLUMNS, MOST_ROWS, ReadTable, TableRow};

/// Rows by which the separator is found.
const LOOKED_AT: usize = 30;

/// Reads a text.
pub(super) fn read(text: &str) -> Result<ReadTable, TableError> {
    let columns = |separator: &u8| {
        let widths = records(text, *separator).take(LOOKED_AT).map(|(_, record)| record.len());
        // as many rows as possible with as many columns as possible
        widths.filter(|width| *width > 1).sum::<usize>()
    };
    // of equals the last is taken
    let separator = [b';', b'\t', b','].into_iter().max_by_key(columns).unwrap_or(b',');
    let mut rows = Vec::new();
    for (number, record) in records(text, separator) {
        if number > MOST_ROWS || record.len() > MOST_COLUMNS {
            return Err(TableError::TooLarge);
        }
        let cells: Vec<TableCell> = record.iter().map(TableCell::of_text).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(TableRow { number, cells });
        }
    }
    Ok(ReadTable { name: None, rows })
}

/// The records of a text, with their numbers: as spreadsheets count, where empty lines are rows too.
fn records(text: &str, separator: u8) -> impl Iterator<Item = (usize, csv::StringRecord)> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let records = reader.into_records().filter_map(Result::ok);
    // lines within quotes are one row, empty lines are skipped by the reader: numbers follow from both
    let mut rows = EmptyLines { text, seen: 0 };
    records.map(move |record| {
        let from = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        (rows.row(from), record)
    })
}

/// Counts rows: one for each record, one for each empty line before it.
struct EmptyLines<'t> {
    text: &'t str,
    seen: usize,
}

impl EmptyLines<'_> {
    /// The row of the record that is looked for from this byte on.
    fn row(&mut self, from: usize) -> usize {
        let (before, ahead) = self.text.split_at_checked(from).unwrap_or((self.text, ""));
        // the second half of the line end before
        let ahead = ahead.strip_prefix('\n').filter(|_| before.ends_with('\r')).unwrap_or(ahead);
        let empty = &ahead[..ahead.len() - ahead.trim_start_matches(['\r', '\n']).len()];
        self.seen += 1 + empty.matches('\n').count().max(empty.matches('\r').count());
        self.seen
    }
}
