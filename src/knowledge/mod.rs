//! What the program knows about the world: dated facts as data, each with its source, its date and how reliable it is.
//!
//! Must not hold opinions, or read anything beyond the data embedded here and text passed to it.

pub mod benchmark;
pub mod canvas;
mod dated_fact;
mod fact;
pub mod festival;
pub mod glossary;
mod holidays;
pub mod law;
pub mod lunar;
mod lunar_table;
pub mod platform;
pub mod term;
mod term_table;

pub use dated_fact::{Confidence, DatedFact};
pub use fact::{fact, facts};
pub use festival::{FESTIVALS, Festival, FestivalDate, TERMS, festival_named, festivals_between};
pub use holidays::{BadLine, DayInfo, DayStatus, HolidayData, Holidays, Territory, statutory_name};
pub use lunar::LunarDate;
