//! The JSON Schemas (draft 2020-12) of what programs read, written by hand: what is promised does not follow from what is
//! done. Real outputs are held to them in `tests/interop`.

/// Of `qun schedule --format json`.
pub const SCHEDULE_SCHEMA: &str = include_str!("schemas/schedule.schema.json");
/// Of `qun schedule --festivals --format json`.
pub const FESTIVALS_SCHEMA: &str = include_str!("schemas/festivals.schema.json");
/// Of `qun checklist --format json`.
pub const CHECKLIST_SCHEMA: &str = include_str!("schemas/checklist.schema.json");
/// Of `qun checklist --status --format json`.
pub const STATUS_SCHEMA: &str = include_str!("schemas/status.schema.json");
/// Of the commands that edit a plan, with `--format json`.
pub const EDIT_SCHEMA: &str = include_str!("schemas/edit.schema.json");
/// Of `qun why --format json`.
pub const WHY_SCHEMA: &str = include_str!("schemas/why.schema.json");
/// Of `qun review --format json`.
pub const REVIEW_SCHEMA: &str = include_str!("schemas/review.schema.json");
/// Of `qun rules --format json`.
pub const RULES_SCHEMA: &str = include_str!("schemas/rules.schema.json");
/// Of `qun templates --format json`.
pub const TEMPLATES_SCHEMA: &str = include_str!("schemas/templates.schema.json");
