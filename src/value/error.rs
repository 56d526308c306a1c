//! Why a text is not a value, and what would be.

use std::fmt;

use crate::language::Text;

/// Why a text is not such a value: what is expected, and the nearest value that would be one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ValueError {
    /// What is expected, with an example; completes "expected …".
    pub expected: Text,
    /// The nearest values that would be accepted, in the words of the plan; several where the text may mean either.
    pub near: Vec<String>,
}

impl ValueError {
    /// What is expected, without a suggestion.
    pub const fn new(expected: Text) -> Self {
        Self { expected, near: Vec::new() }
    }

    /// The same with one more acceptable value.
    pub fn near(mut self, near: impl Into<String>) -> Self {
        self.near.push(near.into());
        self
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected.en)
    }
}

impl std::error::Error for ValueError {}
