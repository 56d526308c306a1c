//! What was made, written to the file that was asked for.

use std::path::Path;

use super::failure::Failure;
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

/// Writes a workbook to another program; a terminal shows none.
pub(crate) fn to_output(workbook: &[u8]) -> Result<(), Failure> {
    if out::bytes(workbook) {
        return Ok(());
    }
    let words = Text::new("终端里显示不了工作簿", "a workbook cannot be shown in a terminal");
    Err(Failure::new(words).hint(Text::new("写进文件：-o 文件名.xlsx", "write it to a file: -o NAME.xlsx")))
}
