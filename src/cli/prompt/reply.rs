//! What came of one question.

use crate::finding::Literal;

/// What came of one question.
pub(super) enum Reply {
    /// What was typed.
    Typed(String),
    /// What was chosen.
    Chosen(Literal),
    Back,
    Help,
    Stop,
}
