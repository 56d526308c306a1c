//! What became of an entry, and what people wrote into its row.

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It took place, or was done.
    Done,
    /// It was not done.
    NotDone,
    /// It was cancelled.
    Cancelled,
}

/// What people wrote into the row of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReturnedRow {
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// How many came.
    pub came: Option<u32>,
    /// Who did it, where that is another person than planned.
    pub person: Option<String>,
    /// What they noted.
    pub notes: Option<String>,
}
