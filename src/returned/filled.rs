//! A row of the table by its columns.

use super::column::ReturnedColumn;
use crate::table::{TableCell, TableRow};

/// A row by its columns.
pub(super) struct FilledRow<'r> {
    pub(super) row: &'r TableRow,
    pub(super) columns: &'r [(ReturnedColumn, usize)],
}

impl FilledRow<'_> {
    pub(super) fn cell(&self, column: ReturnedColumn) -> &TableCell {
        let at = self.columns.iter().find(|(known, _)| *known == column);
        at.map_or(&TableCell::Empty, |(_, at)| self.row.cell(*at))
    }

    pub(super) fn text(&self, column: ReturnedColumn) -> String {
        self.cell(column).to_string().trim().to_owned()
    }

    pub(super) fn words(&self) -> String {
        self.row.filled().map(|(_, cell)| cell.to_string()).collect::<Vec<_>>().join(" | ")
    }

    /// Whether people wrote into it, or added it.
    pub(super) fn is_touched(&self) -> bool {
        let is_planned = matches!(self.text(ReturnedColumn::Done).as_str(), "—" | "");
        !is_planned
            || !self.cell(ReturnedColumn::Came).is_empty()
            || !self.cell(ReturnedColumn::Notes).is_empty()
            || self.text(ReturnedColumn::Uid).is_empty() && !self.text(ReturnedColumn::Title).is_empty()
    }
}
