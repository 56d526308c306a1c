//! What a plan lacks, and where it contradicts itself: one file per topic, with rows for what may be missing, functions for
//! the rest, and the book of explanations beside it.
//!
//! To add a rule, declare it in its topic's `RULES` and explain it in both languages in `book/`, with an example that is
//! reported and a fix that is not; tests name what you forgot. Must not touch bytes, choose a language, or know how
//! findings are shown.

mod activities;
mod allow;
pub mod book;
#[cfg(test)]
mod boundaries;
mod commands;
mod concreteness;
mod content;
mod context;
mod coverage;
mod culture;
mod frequency;
mod goals;
mod governance;
mod growth;
mod incentives;
mod law;
mod lifecycle;
mod members;
mod monetisation;
mod next;
mod origin;
mod own;
mod partners;
mod platform;
mod positioning;
mod present;
mod registry;
mod remedy;
mod reporter;
mod results;
mod roles;
mod roster;
mod rule;
mod run;
mod schedule;
mod score;
mod selection;
mod send_limits;
mod suggest;
mod support;
mod target_numbers;
#[cfg(test)]
mod tests;
mod text_search;
pub mod thresholds;
mod trust;

pub use context::Context;
pub use coverage::{Covered, Extent, Frame, PlanningTheme, THEMES};
pub use monetisation::{BreakEven, break_even};
pub use next::{next_commands, worth};
pub use registry::{all, find, nearest, topics};
pub use reporter::Reporter;
pub use roster::{lint_readings, lint_roster};
pub use rule::{CalendarCheck, Check, PlanCheck, Rule};
pub use run::{LintOptions, LintOutcome, lint, lint_last};
pub use selection::Selection;
