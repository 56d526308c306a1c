//! A list as a table that people edited: ticks, notes and added rows return to the list.
//!
//! Reads workbooks, and CSV as Excel, WPS and LibreOffice save it. A row goes to an item only where its words and its id agree, or one of
//! them is all there is. Must not drop a row without a report.

mod column;
mod fate;
mod report;
mod row;
mod take;
mod write;

pub use column::Column;
pub use fate::row_fingerprint;
pub use report::{RowProblem, SheetReport, UnplacedRow};
pub use row::{Sheet, SheetError};
pub use take::take_sheet;
