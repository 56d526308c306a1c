//! Community plans as one text file: typed, linted, scheduled, worked from.
pub mod cadence;
pub mod calendar;
pub mod checklist;
pub mod finding;
pub mod knowledge;
pub mod language;
pub mod library;
pub mod plan;
pub mod render;
pub mod source;
pub mod value;
