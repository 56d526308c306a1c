//! What cannot be used of a calendar, by its line.

use crate::import::item::{ImportProblem, TablePlace};
use crate::language::Text;

/// Something that cannot be used: its line, what stands there, and why.
pub(super) fn problem(line: usize, cell: &str, why: Text) -> ImportProblem {
    ImportProblem { place: TablePlace { sheet: None, row: line }, column: None, cell: cell.to_owned(), why }
}
