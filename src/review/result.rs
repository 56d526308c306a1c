//! All of a review: its sections, and what they propose.

use super::input::ReviewInput;
use super::proposals::{Proposal, proposals};
use super::sections::{ReviewSections, sections};
use crate::metrics::TalliedEvents;
use crate::records::CurrentReadings;

/// A review.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewResult {
    /// What was planned and what happened.
    pub sections: ReviewSections,
    /// What to stop, change and try, by declared rules.
    pub proposals: Vec<Proposal>,
}

/// Compares plan and results.
pub fn review(input: &ReviewInput, readings: &CurrentReadings, events: Option<&TalliedEvents>) -> ReviewResult {
    let sections = sections(input, readings, events);
    ReviewResult { proposals: proposals(&sections), sections }
}
