//! Findings, calendars and checklists → text for people and machines; a file a format.
//!
//! Language, colour and layout are chosen here and nowhere else. Must not decide anything.

pub mod calendar;
mod checklist;
mod checklist_page;
mod checklist_table;
mod clean;
mod diff;
mod effect;
mod festivals;
mod findings;
mod holidays;
mod imported;
mod indented;
mod interview_outcome;
mod key;
mod metric;
mod notices;
pub mod page;
mod questions;
mod recorded;
mod returned_report;
mod review;
mod schema;
mod schemas;
mod sheet_report;
mod shell;
mod spreadsheet;
mod status;
mod today;
pub mod why;
mod workbook;

pub use checklist::{
    empty as empty_checklist, head_mark, left_out, runs_already, to_json as checklist_json,
    to_markdown as checklist_markdown, to_text as checklist_text,
};
pub use checklist_page::{to_page as checklist_page, to_sign_in_sheet as sign_in_sheet};
pub use checklist_table::{to_csv as checklist_csv, to_workbook as checklist_workbook};
pub use clean::{clean, clean_lines, for_terminal, markdown};
pub use diff::{diff, patch};
pub use effect::{
    absence, borrowed_list, borrowed_value, changed, confirmed, copied, dates, finding_line, impact, impact_json,
    open_seats, orphaned_changes, outdated_lines, published_line, references, refused_lines, stale_names,
};
pub use festivals::{festivals_json, festivals_markdown, festivals_text};
pub use findings::{
    Artifact, FindingsBook, HumanOptions, JSON_CLOSE, JSON_OPEN, Linted, PathStyle, PlansTally, concise, coverage,
    explain_rule, explain_word, github, human, json_file, lint_html, lint_schema, rules_json, rules_markdown,
    rules_text, sarif_close, sarif_file, sarif_open, total,
};
pub use holidays::{holidays_list, holidays_of_territory};
pub use imported::{import_json, import_problem, import_problems, import_summary, missing_name};
pub use interview_outcome::interview_outcome;
pub use key::explain_key;
pub use metric::{explain_metric, explain_not_computable};
pub use notices::{Notice, notices, notices_text};
pub use questions::questions_json;
pub use recorded::{MissingLine, recorded_lines, still_missing};
pub use returned_report::{returned_fault, returned_hint};
pub use review::{
    CountedExports, ReviewView, SqlEngine, SqlRequest, coverage_lines, review_csv, review_html, review_json,
    review_markdown, review_sql, review_text, review_xlsx,
};
pub use schema::schema;
pub use schemas::{
    CHECKLIST_SCHEMA, EDIT_SCHEMA, FESTIVALS_SCHEMA, REVIEW_SCHEMA, RULES_SCHEMA, SCHEDULE_SCHEMA, STATUS_SCHEMA,
    TEMPLATES_SCHEMA, WHY_SCHEMA,
};
pub use sheet_report::sheet_report;
pub(crate) use shell::{quoted, quoted_path};
pub use status::{status_json, status_text};
pub use today::{TodayMarks, numbered, today, today_message};
pub use workbook::WorkbookError;
