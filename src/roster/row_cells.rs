//! One row of the table, by its columns.

use std::collections::HashMap;

use super::cells::Cell;
use super::columns::unmarked;

/// The cells of one row, by column.
pub(super) struct RowCells<'r, 't> {
    pub(super) columns: &'r HashMap<&'static str, usize>,
    pub(super) line: &'r [Cell<'t>],
}

impl<'r, 't> RowCells<'r, 't> {
    /// A cell; of a short row the last one.
    pub(super) fn cell(&self, column: &str) -> &'r Cell<'t> {
        let at = self.columns[column].min(self.line.len().saturating_sub(1));
        &self.line[at]
    }

    /// What a cell of a column says that may be missing.
    pub(super) fn optional(&self, column: &str) -> &'r str {
        if self.columns.contains_key(column) { self.text(column) } else { "" }
    }

    /// What a cell says; nothing where the row is too short.
    pub(super) fn text(&self, column: &str) -> &'r str {
        self.line.get(self.columns[column]).map_or("", |cell| unmarked(&cell.text))
    }
}
