//! What was made, written to the file that was asked for.

use std::path::Path;

use super::out;
use super::session::Session;
use super::write::{self, Overwrite};
use crate::language::{Language, Text};

/// Writes a text, or a workbook, to a file, over what is there only where that was asked for, and says so.
pub(crate) fn to_file(
    path: &Path,
    text: impl AsRef<[u8]>,
    is_forced: bool,
    language: Language,
    session: &Session,
) -> anyhow::Result<()> {
    let overwrite = if is_forced { Overwrite::Anything } else { Overwrite::Nothing };
    write::write(path, text, overwrite, session)?;
    let words = Text::new("已写入 {path}", "written to {path}");
    out::message(&words.fill(language, |_| Some(path.display().to_string())));
    Ok(())
}
