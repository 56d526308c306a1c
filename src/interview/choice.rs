//! One thing that can be chosen.

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerChoice {
    /// The word of the plan, or of the answers file.
    pub word: String,
    /// What people read.
    pub name: String,
    /// One line about it; empty where the name says all.
    pub about: String,
}

impl AnswerChoice {
    pub(super) fn new(word: impl Into<String>, name: impl Into<String>) -> Self {
        Self { word: word.into(), name: name.into(), about: String::new() }
    }
}
