//! What people have been told: the occurrences that were published, as a table beside the plan.
//!
//! `community.roster.csv` lies beside `community.toml`. One row is one occurrence: its UID, what it belongs to, when it is,
//! who does it, whether it was cancelled, and how often it has changed since. The first row, whose uid is `*`, holds the
//! day up to which everything is published; below it, a row `*/item` says from which day and up to which the rows of that
//! item are all that takes place. Where somebody was released, or a date is otherwise than in the plan on purpose, the columns
//! `released` and `instead_of` say so. People may edit it, and spreadsheets may rewrite its dates.
//!
//! Must not know what an item or a person of the plan is, or touch files.

pub(crate) mod cells;
pub(crate) mod columns;
mod lists;
mod occurrence;
mod read;
mod row_cells;
mod table;
mod write;

pub use occurrence::{KeptDays, PlanSays, PublishedOccurrence, PublishedSeat};
pub use read::{NameKind, NamedCell, RosterReading, read_roster};
pub use table::Roster;
