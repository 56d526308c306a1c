//! A command that fixes a finding, or begins to, as data: names of this plan, and what only its people know.
//!
//! Must not be quoted for a shell; `render` does that.

use super::{Arg, KeyPath};

/// One word of a command line.
#[derive(Debug, Clone, PartialEq)]
pub enum CommandWord {
    /// As it is typed.
    Plain(String),
    /// A route of the plan, typed as people type it.
    Route(KeyPath),
    /// A value that the reader gives.
    Needed {
        /// The key that it is for, without indices: `people.backup`.
        key: String,
        /// What is expected.
        want: Arg,
    },
}

/// A command, without the name of the program and of the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SuggestedCommand {
    /// Its words in order.
    pub words: Vec<CommandWord>,
}

impl SuggestedCommand {
    /// A command of words as they are typed.
    pub fn new(words: &[&str]) -> Self {
        Self { words: words.iter().map(|word| CommandWord::Plain((*word).to_owned())).collect() }
    }

    /// Adds a word as it is typed.
    pub fn word(mut self, word: impl Into<String>) -> Self {
        self.words.push(CommandWord::Plain(word.into()));
        self
    }

    /// Adds a route of the plan.
    pub fn route(mut self, path: KeyPath) -> Self {
        self.words.push(CommandWord::Route(path));
        self
    }

    /// Adds a value for a key that the reader gives.
    pub fn needed(mut self, key: impl Into<String>, want: impl Into<Arg>) -> Self {
        self.words.push(CommandWord::Needed { key: key.into(), want: want.into() });
        self
    }
}
