//! Why a text is not a value, and what would be.

use crate::language::Text;

/// Why a text is not such a value: what is wanted, and the nearest that would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueError {
    /// What is wanted, with an example; completes "expected …".
    pub expected: Text,
    /// The nearest value that would be accepted, in the words of the plan.
    pub near: Option<String>,
}

impl ValueError {
    /// A wanted thing without a suggestion.
    pub const fn new(expected: Text) -> Self {
        Self { expected, near: None }
    }

    /// The same with the nearest acceptable value.
    pub fn near(mut self, near: impl Into<String>) -> Self {
        self.near = Some(near.into());
        self
    }
}
