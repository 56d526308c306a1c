//! A checklist to tick on paper.

use serde::Serialize;

use super::template::{OwnPages, PageError, render};
use crate::language::Language;

const LIST: &str = include_str!("../../../templates/pages/list.jinja");

/// A section of a list.
#[derive(Debug, Serialize)]
pub struct ListPageSection {
    /// Its title.
    pub title: String,
    /// What is to be done.
    pub items: Vec<ListPageItem>,
}

/// One thing to be done, in clean words.
#[derive(Debug, Serialize)]
pub struct ListPageItem {
    /// What.
    pub text: String,
    /// When, who, how long.
    pub details: String,
    /// Whether it is ticked.
    pub done: bool,
    /// Whether it was due before today and is not done.
    pub late: bool,
    /// What the plan and people say to it.
    pub notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Sections<'s> {
    sections: &'s [ListPageSection],
}

/// A page with a list.
pub fn list_page(
    title: &str,
    sections: &[ListPageSection],
    own: &OwnPages,
    language: Language,
) -> Result<String, PageError> {
    render(("list", LIST), own, (title, ""), Sections { sections }, language)
}
