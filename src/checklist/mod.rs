//! Plan and calendar → checklists; what people wrote into an old list is kept in the new one.
//!
//! Must not render, or read and write files.

mod answers;
mod basis;
mod belongs;
mod clock;
mod file;
mod fingerprint;
mod from_calendar;
mod from_plan;
mod group;
mod handover;
mod kind;
mod late;
mod list;
mod list_lookup;
mod make;
mod mark;
mod merge;
mod read_back;
mod recorded;
mod rename;
mod sheet;
mod span;
mod status;
mod tick;

pub use basis::Basis;
pub use belongs::{FileContent, content_of};
pub use fingerprint::{fingerprint, is_written};
pub use group::{Grouping, group};
pub use kind::ChecklistKind;
pub use late::set_dates;
pub use list::{BORROWED, Checklist, ChecklistItem, Dates, EditedText, GONE, MINUTES, NOW, OVERDUE, Section};
pub use list_lookup::{first_day, list_named};
pub use make::make;
pub use mark::{ListHead, MARK, head, mark_id};
pub use merge::absorb;
pub use read_back::{own_items, status};
pub use recorded::tick_recorded;
pub use rename::RenamedMarks;
pub use sheet::{Column, RowProblem, Sheet, SheetError, SheetReport, UnplacedRow, row_fingerprint, take_sheet};
pub use span::{ListSpan, span};
pub use status::{LineState, ListLine, ListStatus, Progress, by_person, people};
