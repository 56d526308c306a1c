//! Reviews as text, Markdown, pages, workbooks, JSON and CSV.
//!
//! All but JSON and CSV show the same tables: [`tables`](sections::tables) makes them once; pages and workbooks add charts. Figures carry what was counted, out
//! of what, and how sure they are. Must not judge: the verdicts come with the review.

mod charts;
mod csv;
mod figures;
mod html;
mod json;
mod members;
mod outcomes;
mod sections;
mod sql;
mod states;
mod text;
mod xlsx;

pub use csv::review_csv;
pub use html::review_html;
pub use json::review_json;
pub use members::covered as coverage_lines;
pub use sql::{SqlEngine, SqlRequest, review_sql};
pub use text::{review_markdown, review_text};
pub use xlsx::review_xlsx;

use crate::language::Language;
use crate::records::exports::{ExportCoverage, ExportKind};
use crate::review::ReviewResult;
use crate::value::{Day, DayWindow, Length};

/// A review as it is shown.
#[derive(Debug, Clone, Copy)]
pub struct ReviewView<'a> {
    /// The name of the community.
    pub name: &'a str,
    /// The review.
    pub review: &'a ReviewResult,
    /// The exports it was made from.
    pub exports: Option<&'a CountedExports>,
    /// What members' data are used for, and how long they are kept, as the plan says.
    pub purpose: (Option<&'a str>, Option<Length>),
    /// Today.
    pub today: Day,
    /// The language.
    pub language: Language,
}

/// Exports that were read: what they cover.
#[derive(Debug, Clone)]
pub struct CountedExports {
    /// Which kinds they are.
    pub kinds: Vec<ExportKind>,
    /// What was read and left out.
    pub coverage: ExportCoverage,
    /// How many people were seen.
    pub people: usize,
    /// How many channels were seen.
    pub channels: usize,
    /// The first and the last day of anything.
    pub span: Option<DayWindow>,
}

/// A table of a review.
#[derive(Debug, Default)]
struct ReviewTable {
    charted: Option<Charted>,
    heading: String,
    notes: Vec<String>,
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

/// The tables that have charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Charted {
    Goals,
    Retention,
    Attendance,
    Money,
}
