//! Dates, days in a row, months, and moments as people type them, in either language.
//!
//! Options, prompts and commands all read them here, so that what is understood at one place is understood at all. A year
//! that is left out is the one in which the day comes next. What may be read in two ways is an error that names both.
//! Must not read the clock: today is given.

mod day;
mod days;
mod moment;
mod month;
mod past;
mod relative;
mod written;

#[cfg(test)]
mod tests;

pub use day::{day, full_date, two_days};
pub use days::days;
pub use moment::{moment, new_moment};
pub use month::month;
pub use past::past_day;
