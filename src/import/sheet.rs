//! A table, and what is known of it before its rows are read.

use super::item::{ImportProblem, TablePlace};
use crate::language::Text;
use crate::table::ReadTable;
use crate::value::{Day, Month};

/// A table and what is known of it before its rows are read.
pub(super) struct ImportSheet<'t> {
    pub table: &'t ReadTable,
    /// The day near which dates without a year lie.
    pub near: Day,
    /// The month of its title.
    pub month: Option<Month>,
}

impl ImportSheet<'_> {
    /// Where a row is.
    pub(super) fn place(&self, row: usize) -> TablePlace {
        TablePlace { sheet: self.table.name.clone(), row }
    }

    /// A cell that was not understood.
    pub(super) fn problem(&self, row: usize, column: &str, cell: &str, why: Text) -> ImportProblem {
        let column = Some(column.to_owned()).filter(|column| !column.is_empty());
        ImportProblem { place: self.place(row), column, cell: cell.to_owned(), why }
    }
}
