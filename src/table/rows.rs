//! A table as rows of cells.

use super::cell::TableCell;

/// Rows of a table that are read at most.
pub(super) const MOST_ROWS: usize = 100_000;
/// Columns that are read at most.
pub(super) const MOST_COLUMNS: usize = 200;

/// A table: the sheet of a workbook, or a file of text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReadTable {
    /// The name of the sheet; none of a text.
    pub name: Option<String>,
    /// Its rows that hold something.
    pub rows: Vec<TableRow>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableRow {
    /// Its number, as spreadsheets count.
    pub number: usize,
    /// Its cells, from the first column on.
    pub cells: Vec<TableCell>,
}

impl TableRow {
    /// What is in a column; nothing where the row is shorter.
    pub fn cell(&self, column: usize) -> &TableCell {
        self.cells.get(column).unwrap_or(&TableCell::Empty)
    }

    /// Its cells that hold something, with their columns.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &TableCell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| **cell != TableCell::Empty)
    }
}
