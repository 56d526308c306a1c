//! What became of the rows of a table.

use crate::value::Day;

/// What became of a table.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SheetReport {
    /// How many rows went to items.
    pub placed: usize,
    /// How many rows were added by people and are lines of the list now.
    pub added: usize,
    /// Rows that went nowhere, or not as a whole.
    pub problems: Vec<UnplacedRow>,
}

/// A row that went nowhere, or not as a whole.
#[derive(Debug, PartialEq, Eq)]
pub struct UnplacedRow {
    /// Its number in the table.
    pub row: usize,
    /// Its words.
    pub text: String,
    /// Why.
    pub problem: RowProblem,
}

/// Why a row went nowhere, or not as a whole.
#[derive(Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// It is of another list.
    OtherList(String),
    /// Its words and its id are those of two items, or of none for certain.
    Contradiction,
    /// Several items have its words, and nothing says which is meant.
    Ambiguous,
    /// It has another date than the plan; dates are changed in the plan.
    OtherDate(Day),
    /// It has another person than the plan.
    OtherPerson(String),
}
