//! Rows of a table by their columns, whatever the separator and the order of the columns.

use super::column::Column;
use super::decode::{Encoding, SheetError, decode};
use crate::checklist::{Checklist, FileContent, ListHead, mark_id};

/// A table of a list.
#[derive(Debug)]
pub struct Sheet {
    /// How it was encoded.
    pub encoding: Encoding,
    /// Its rows.
    pub(super) rows: Vec<SheetRow>,
}

/// A row.
#[derive(Debug)]
pub(super) struct SheetRow {
    /// Its number in the table, as spreadsheets count.
    pub number: usize,
    cells: Vec<(Column, String)>,
}

impl SheetRow {
    /// What is in a column.
    pub(super) fn cell(&self, column: Column) -> &str {
        self.cells.iter().find(|(known, _)| *known == column).map_or("", |(_, cell)| cell.as_str())
    }
}

/// The header is looked for in so many rows.
const HEADER_ROWS: usize = 20;

impl Sheet {
    /// Which list it is of, by the first row that says so.
    pub fn head(&self) -> Option<ListHead> {
        self.rows.iter().find_map(|row| ListHead::of_mark(row.cell(Column::List)))
    }

    /// What the table holds, seen from a list: a row of another list makes it another one.
    pub fn content_of(&self, list: &Checklist) -> FileContent {
        let mut heads = self.rows.iter().filter_map(|row| ListHead::of_mark(row.cell(Column::List)));
        match heads.find(|head| is_other(head, list)) {
            Some(head) => FileContent::Other(ListHead { title: None, ..head }),
            None => FileContent::Same,
        }
    }

    /// Reads the bytes of a table.
    pub fn read(bytes: &[u8]) -> Result<Self, SheetError> {
        let (text, encoding) = decode(bytes)?;
        let tables = [b',', b';', b'\t'].map(|separator| records(&text, separator));
        let headed = tables.into_iter().filter_map(|records| Some((header(&records)?, records)));
        let ((at, columns), records) =
            headed.max_by_key(|((_, columns), _)| columns.iter().flatten().count()).ok_or(SheetError::NoHeader)?;
        let rows = records.into_iter().enumerate().skip(at + 1).map(|(number, record)| SheetRow {
            number: number + 1,
            cells: columns.iter().zip(record).filter_map(|(column, cell)| Some(((*column)?, plain(&cell)))).collect(),
        });
        let rows = rows.filter(|row| row.cells.iter().any(|(_, cell)| !cell.is_empty())).collect();
        Ok(Self { encoding, rows })
    }
}

fn records(text: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let records = reader.into_records().filter_map(Result::ok);
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

/// The row of the header, and its columns.
fn header(records: &[Vec<String>]) -> Option<(usize, Vec<Option<Column>>)> {
    let rows = records.iter().take(HEADER_ROWS).enumerate();
    let mut columns = rows.map(|(at, row)| {
        let columns: Vec<Option<Column>> = row.iter().map(|cell| Column::of_header(cell)).collect();
        (at, columns)
    });
    let is_header = |columns: &[Option<Column>]| {
        [Column::Item, Column::Id].iter().any(|column| columns.contains(&Some(*column)))
            && columns.iter().flatten().count() >= 2
    };
    columns.find(|(_, columns)| is_header(columns))
}

/// A cell without the apostrophe that keeps it from being a formula.
fn plain(cell: &str) -> String {
    let cell = cell.trim();
    let formula = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
    formula.unwrap_or(cell).to_owned()
}

/// Whether the list of a row is another one.
pub(super) fn is_other(head: &ListHead, list: &Checklist) -> bool {
    let community = list.community.as_deref().map(mark_id);
    head.name != mark_id(&list.name) || head.of != list.of || (head.community.is_some() && head.community != community)
}
