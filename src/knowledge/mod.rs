//! What the product knows of the world: dated facts as data, each with its source, its date and how sure it is.
//!
//! May not: hold opinions, or read anything beyond data embedded here and text given to it.

mod festival;
mod holidays;

pub use festival::{FESTIVALS, Festival, FestivalDate, TERMS, festival_named, term_named};
pub use holidays::{BadLine, DayInfo, DayStatus, Holidays, statutory_name};
