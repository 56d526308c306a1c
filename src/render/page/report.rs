//! What lint found, with its coverage; and the page that leads to all others.

use serde::Serialize;

use super::chart::{self, Chart};
use super::template::{OwnPages, PageError, render};
use crate::language::Language;
use crate::render::calendar::View;
use crate::rules::Covered;

const LINT: &str = include_str!("../../../templates/pages/lint.jinja");
const INDEX: &str = include_str!("../../../templates/pages/index.jinja");

/// Findings of one level.
#[derive(Debug, Serialize)]
pub struct LintPageSection {
    /// The level, in words, and how many there are.
    pub title: String,
    /// The findings.
    pub findings: Vec<LintPageFinding>,
}

/// A finding, in clean words.
#[derive(Debug, Serialize)]
pub struct LintPageFinding {
    /// What is found.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Its line and its rule.
    pub place: String,
}

/// A link to another file of the same folder.
#[derive(Debug, Serialize)]
pub struct PageLink {
    /// The name of the file.
    pub href: String,
    /// What it is.
    pub text: String,
}

#[derive(Debug, Serialize)]
struct LintContent<'c> {
    sections: &'c [LintPageSection],
    charts: Vec<Chart>,
}

#[derive(Debug, Serialize)]
struct IndexContent<'c> {
    links: &'c [PageLink],
    charts: Vec<Chart>,
}

/// A page with what lint found.
pub fn lint_page(
    (title, subtitle): (&str, &str),
    sections: &[LintPageSection],
    covered: &[Covered],
    own: &OwnPages,
    language: Language,
) -> Result<String, PageError> {
    let charts = chart::coverage(covered, language).into_iter().collect();
    render(("lint", LINT), own, (title, subtitle), LintContent { sections, charts }, language)
}

/// A page that leads to the files beside it, with who has how much to do and how much each channel gets.
pub fn index_page(view: &View<'_>, links: &[PageLink], own: &OwnPages) -> Result<String, PageError> {
    let charts = chart::load(view).into_iter().chain(chart::messages(view)).collect();
    let (from, to) = (view.calendar.from, view.calendar.to);
    let range = format!("{from} – {to}");
    render(("index", INDEX), own, (&view.heading(), &range), IndexContent { links, charts }, view.language)
}
