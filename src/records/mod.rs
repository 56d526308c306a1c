//! What happened: readings written down by hand, and exports read into counted facts.
//!
//! Readings lie beside the plan as `community.readings.csv`, one line a fact; lines are only ever added, and a correction
//! names the line that it corrects. Exports are streams of events: texts are skipped unread, names and ids live as numbers for
//! one run. Must not know what a goal or an item of the plan is, touch files, or keep anyone's words.

mod append;
mod assignment;
mod columns;
mod current;
pub mod exports;
mod measure;
mod read;
mod reading;
mod spoken;
mod value;

pub use append::{append, append_table};
pub use assignment::{AssignmentError, as_share, assignment};
pub use current::{CurrentReadings, TwoReadings};
pub use measure::{Measure, MeasureKind, measure, measures, nearest_measures};
pub use read::{ReadingsFile, is_readings, read_readings};
pub use reading::{Arm, RecordedReading};
pub use spoken::spoken_values;
pub use value::{Measured, measured};
