//! A dated fact: what it says, its source, when the source was last checked, and how reliable it is.
//!
//! The tables are Rust, not files parsed at start: a fact without source, date or one of the languages does not compile,
//! and nothing is read until it is needed. Must not draw conclusions; that is for the rules.

use crate::language::Text;

/// How reliable a fact is. Only a primary fact may lead to an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// From the text of the law, or from the maker of the platform.
    Primary,
    /// Reported by others.
    Secondary,
    /// Sources differ.
    Conflicting,
}

impl Confidence {
    /// The word shown to people.
    pub const fn name(self) -> Text {
        match self {
            Self::Primary => Text::new("一手来源", "primary source"),
            Self::Secondary => Text::new("二手来源", "secondary source"),
            Self::Conflicting => Text::new("说法不一", "sources differ"),
        }
    }
}

/// One fact, with everything needed to check it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DatedFact {
    /// Its stable name, `topic/what`; rules cite it.
    pub id: &'static str,
    /// What it says, in our own words.
    pub text: Text,
    /// Its source: an address, or the name of the document.
    pub source: Text,
    /// When the source was last known to say this: `2026-11` or `2025-11-17`.
    pub as_of: &'static str,
    /// How reliable it is.
    pub confidence: Confidence,
}
