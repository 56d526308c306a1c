//! The answers of an interview, by the ids of their questions.

use std::collections::BTreeMap;

use crate::finding::Literal;
use crate::language::Language;

/// The answer that keeps the default.
pub(super) const KEEP: Literal = Literal::Text(String::new());

/// Whether an answer keeps the default: nothing but space, or an empty list.
pub(super) fn is_keep(value: &Literal) -> bool {
    match value {
        Literal::Text(text) => text.trim().is_empty(),
        Literal::List(values) => values.iter().all(is_keep),
        _ => false,
    }
}

/// The answers so far. An answer that keeps the default is written as an empty text.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    given: BTreeMap<&'static str, Literal>,
    last: Option<&'static str>,
}

impl PartialEq for Answers {
    /// Whether the same is answered, in whatever order.
    fn eq(&self, other: &Self) -> bool {
        self.given == other.given
    }
}

impl Answers {
    /// What was answered: an empty text where the default is kept.
    pub(super) fn given(&self, id: &str) -> Option<&Literal> {
        self.given.get(id)
    }

    /// The answer to a question; none when the default is kept.
    pub fn get(&self, id: &str) -> Option<&Literal> {
        self.given(id).filter(|value| !is_keep(value))
    }

    /// The answer, where it is a text.
    pub fn text(&self, id: &str) -> Option<&str> {
        match self.get(id) {
            Some(Literal::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The texts of an answer that is a list of them.
    pub fn texts(&self, id: &str) -> Vec<&str> {
        let Some(Literal::List(values)) = self.get(id) else { return Vec::new() };
        let texts = values.iter().map(|value| match value {
            Literal::Text(text) => text.as_str(),
            _ => "",
        });
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// Whether a question was answered, if only by keeping the default.
    pub fn is_given(&self, id: &str) -> bool {
        self.given(id).is_some()
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// How many questions were answered.
    pub fn len(&self) -> usize {
        self.given.len()
    }

    /// The question answered last.
    pub const fn last(&self) -> Option<&'static str> {
        self.last
    }

    /// Adds or replaces an answer.
    pub(super) fn put(&mut self, id: &'static str, value: Literal) {
        self.given.insert(id, value);
        self.last = Some(id);
    }

    /// Adds all answers of another file; they win over the existing ones.
    pub fn overlay(&mut self, others: &Self) {
        self.given.extend(others.given.clone());
        self.forget_last();
    }

    /// Forgets which answer was the last one.
    pub(super) const fn forget_last(&mut self) {
        self.last = None;
    }

    /// The language that was chosen.
    pub fn language(&self) -> Option<Language> {
        self.text("language").and_then(|tag| tag.parse().ok())
    }
}
