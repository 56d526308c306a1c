//! A sheet on which people sign in, and texts to paste.

use serde::Serialize;

use super::template::{OwnPages, PageError, render};
use crate::language::{Language, Text};

const SIGN_IN: &str = include_str!("../../../templates/pages/sign-in.jinja");
const DOCUMENT: &str = include_str!("../../../templates/pages/document.jinja");

/// Lines of a sheet where nobody signed up: as many as fit on a page.
const LINES: usize = 20;
/// Empty lines behind those who signed up.
const MORE: usize = 5;

#[derive(Debug, Serialize)]
struct SignIn<'s> {
    columns: [&'static str; 3],
    lines: Vec<[&'s str; 3]>,
}

/// A part of a document, with a button of its own.
#[derive(Debug, Serialize)]
pub struct DocumentPart {
    /// Its heading; empty: none.
    pub title: String,
    /// The text to paste.
    pub text: String,
}

#[derive(Debug, Serialize)]
struct Parts<'p> {
    parts: &'p [DocumentPart],
}

/// A sheet for one occurrence: those who signed up by name, and empty lines, as many as there are seats.
pub fn sign_in_page(
    (title, subtitle): (&str, &str),
    names: &[String],
    seats: Option<usize>,
    own: &OwnPages,
    language: Language,
) -> Result<String, PageError> {
    let columns = [Text::new("姓名", "Name"), Text::new("联系方式", "Contact"), Text::new("签到", "Here")];
    let least = if names.is_empty() { LINES } else { names.len() + MORE };
    let lines =
        (0..least.max(seats.unwrap_or(0).min(500))).map(|at| [names.get(at).map_or("", String::as_str), "", ""]);
    let content = SignIn { columns: columns.map(|column| column.get(language)), lines: lines.collect() };
    render(("sign-in", SIGN_IN), own, (title, subtitle), content, language)
}

/// A document as texts to copy.
pub fn document_page(
    title: &str,
    parts: &[DocumentPart],
    own: &OwnPages,
    language: Language,
) -> Result<String, PageError> {
    render(("document", DOCUMENT), own, (title, ""), Parts { parts }, language)
}
