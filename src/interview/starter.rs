//! A starter as the interview sees it: its text, its values by route, its plan.

use crate::finding::{KeyPath, Literal};
use crate::library::Library;
use crate::plan::ownership::Ownership;
use crate::plan::{self, Plan};
use crate::source::{Document, values};

/// A starter that has been read.
#[derive(Debug)]
pub(super) struct Starter {
    /// Its name; empty when there is none.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its values.
    pub tree: Literal,
    /// Its plan.
    pub plan: Plan,
    /// Whose the values are, where it is a plan that takes the place of a starter.
    pub ownership: Ownership,
}

impl Starter {
    pub(super) fn read(name: &str, text: &str, library: &Library) -> Self {
        let mut buffer = String::new();
        let document = Document::parse(text, &mut buffer);
        let plan::Reading { plan, index, .. } = plan::read(&document, library);
        let (name, text) = (name.to_owned(), text.to_owned());
        Self { name, text, tree: values(&document), plan, ownership: index.ownership }
    }

    /// The value at a route.
    pub(super) fn at(&self, path: &KeyPath) -> Option<&Literal> {
        self.tree.at(path)
    }
}
