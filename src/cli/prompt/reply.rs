//! What came of one question.

use super::super::failure::Failure;
use crate::finding::Literal;
use crate::interview::Interview;

/// What keeps the answers so far.
pub(super) type Save<'a> = dyn FnMut(&Interview<'_>) -> Result<(), Failure> + 'a;

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
