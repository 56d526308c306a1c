//! What was tried with a file when the system refused it: the context of the system's error.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::language::{Language, Text};

/// What was tried with a file, in the words for when it did not succeed.
#[derive(Debug)]
pub(crate) struct Attempt {
    pub path: PathBuf,
    pub refused: Text,
}

impl Attempt {
    /// Something that could not be done with a file.
    pub(crate) fn new(path: &Path, refused: Text) -> Self {
        Self { path: path.to_owned(), refused }
    }

    /// A file could not be read.
    pub(crate) fn read(path: &Path) -> Self {
        Self::new(path, Text::new("读不了这个文件", "this file cannot be read"))
    }

    /// A file could not be written.
    pub(crate) fn write(path: &Path) -> Self {
        Self::new(path, Text::new("写不了这个文件", "this file cannot be written"))
    }
}

impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.refused.get(Language::En))
    }
}
