//! Rows of a table by their columns, whatever the separator and the order of the columns.

use thiserror::Error;

use super::column::Column;
use crate::checklist::{Checklist, FileContent, ListHead, mark_id};
use crate::language::Text;
use crate::table::{self, Encoding, TableError, TableRow};

/// Why a file is not a table of a list.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SheetError {
    /// No table.
    #[error(transparent)]
    NoTable(#[from] TableError),
    /// No row has the headers.
    #[error("no row has the headers of a list")]
    NoHeader,
}

impl SheetError {
    /// What is wrong and what to do.
    pub const fn text(&self) -> Text {
        match self {
            Self::NoTable(error) => error.text(),
            Self::NoHeader => Text::new(
                "找不到表头：至少要有“事项”列或“编号”列，如 qun checklist -o 清单.csv 写的",
                "no header found: a column \"item\" or \"id\" is needed, as qun checklist -o list.csv writes them",
            ),
        }
    }
}

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
        let (tables, encoding) = table::read(bytes)?;
        let headed = tables.into_iter().filter_map(|table| Some((header(&table.rows)?, table.rows)));
        let ((at, columns), rows) =
            headed.max_by_key(|((_, columns), _)| columns.iter().flatten().count()).ok_or(SheetError::NoHeader)?;
        let rows = rows.into_iter().skip(at + 1).map(|TableRow { number, cells }| SheetRow {
            number,
            cells: columns
                .iter()
                .zip(cells)
                .filter_map(|(column, cell)| Some(((*column)?, cell.to_string())))
                .collect(),
        });
        let rows = rows.filter(|row| row.cells.iter().any(|(_, cell)| !cell.is_empty())).collect();
        Ok(Self { encoding, rows })
    }
}

/// The row of the header, and its columns.
fn header(rows: &[TableRow]) -> Option<(usize, Vec<Option<Column>>)> {
    let rows = rows.iter().take(HEADER_ROWS).enumerate();
    let mut columns = rows.map(|(at, row)| {
        let columns: Vec<Option<Column>> = row.cells.iter().map(|cell| Column::of_header(&cell.to_string())).collect();
        (at, columns)
    });
    let is_header = |columns: &[Option<Column>]| {
        [Column::Item, Column::Id].iter().any(|column| columns.contains(&Some(*column)))
            && columns.iter().flatten().count() >= 2
    };
    columns.find(|(_, columns)| is_header(columns))
}

/// Whether the list of a row is another one.
pub(super) fn is_other(head: &ListHead, list: &Checklist) -> bool {
    let community = list.community.as_deref().map(mark_id);
    head.name != mark_id(&list.name) || head.of != list.of || (head.community.is_some() && head.community != community)
}
