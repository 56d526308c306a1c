//! What an edit did, in words: one file per command, as in `amend`.

mod absence;
mod change;
mod confirm;
mod copy;
mod entries;
mod findings;
mod impact;
mod json;
mod orphans;
mod publication;
mod references;
mod series;

pub use absence::absence;
pub use change::changed;
pub use confirm::{borrowed_list, borrowed_value, confirmed};
pub use copy::copied;
pub use entries::dates;
pub use findings::finding_line;
pub use impact::{impact, stale_names};
pub use json::impact_json;
pub use orphans::orphaned_changes;
pub use publication::{open_seats, outdated_lines, published_line, refused_lines};
pub use references::references;
