//! What was planned and what happened, with pictures.

use serde::Serialize;

use super::chart::Chart;
use super::plot::Plot;
use super::template::{OwnPages, PageError, render};
use crate::language::Language;

const REVIEW: &str = include_str!("../../../templates/pages/review.jinja");

/// A section of a review, in clean words.
#[derive(Debug, Serialize)]
pub(in crate::render) struct ReviewPageSection {
    /// Its heading.
    pub title: String,
    /// What is to be known about its figures.
    pub notes: Vec<String>,
    /// The heads of its columns.
    pub head: Vec<&'static str>,
    /// Its rows, as wide as the head; none where the charts say it all.
    pub rows: Vec<Vec<String>>,
    /// Numbers with bars.
    pub charts: Vec<Chart>,
    /// Values over days.
    pub plots: Vec<Plot>,
}

#[derive(Debug, Serialize)]
struct ReviewContent<'c> {
    notes: &'c [String],
    sections: &'c [ReviewPageSection],
}

/// A page with a review.
pub(in crate::render) fn review_page(
    title: &str,
    notes: &[String],
    sections: &[ReviewPageSection],
    own: &OwnPages,
    language: Language,
) -> Result<String, PageError> {
    render(("review", REVIEW), own, (title, ""), ReviewContent { notes, sections }, language)
}
