//! Why an edit cannot be made.

use std::fmt;

use crate::finding::KeyPath;
use crate::language::{Language, Text};

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EditError {
    /// The text has mistakes of syntax.
    Syntax,
    /// Something on the way is no table, or an index is past the end.
    NoTable(String),
    /// Bytes that the text does not have, or that begin or end within a character.
    NoBytes(usize, usize),
}

impl EditError {
    /// What is wrong.
    pub fn message(&self, language: Language) -> String {
        let text = match self {
            Self::Syntax => Text::new("文件不是合法的 TOML，没法改", "the file is not valid TOML and cannot be edited"),
            Self::NoTable(_) => Text::new("{path} 那里没有可以写进去的表", "there is no table at {path} to write into"),
            Self::NoBytes(..) => Text::new("文件没有第 {from} 到 {to} 字节", "the file has no bytes {from} to {to}"),
        };
        text.fill(language, |name| match (self, name) {
            (Self::NoTable(path), _) => Some(path.clone()),
            (Self::NoBytes(from, _), "from") => Some(from.to_string()),
            (Self::NoBytes(_, to), _) => Some(to.to_string()),
            (Self::Syntax, _) => None,
        })
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl std::error::Error for EditError {}

/// Nothing to write into on the way of a route.
pub(super) fn missing(path: &KeyPath) -> EditError {
    EditError::NoTable(path.to_string())
}
