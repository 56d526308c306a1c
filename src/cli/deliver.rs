//! What was made, written to the file that was asked for.

use std::io::Write;
use std::path::Path;

use super::attempt::Attempt;
use super::failure::Failure;
use super::out;
use super::session::Session;
use super::write::{self, Overwrite};
use crate::language::{Language, Text};
use crate::render::calendar::WriteError;

/// Writes a text, or a workbook, to a file, over what is there only where that was asked for, and says so.
pub(crate) fn to_file(
    path: &Path,
    text: impl AsRef<[u8]>,
    is_forced: bool,
    language: Language,
    session: &Session,
) -> anyhow::Result<()> {
    write::write(path, text, overwrite(is_forced), session)?;
    say_written(path, language);
    Ok(())
}

/// The same of what is written piece by piece, as `fill` makes it.
pub(crate) fn streamed_to_file<T>(
    path: &Path,
    mut fill: impl FnMut(&mut dyn Write) -> Result<T, WriteError>,
    is_forced: bool,
    language: Language,
    session: &Session,
) -> Result<T, Failure> {
    let mut made = None;
    let mut fill = |file: &mut dyn Write| {
        made = Some(fill(file).map_err(|error| match error {
            WriteError::TooLarge(error) => anyhow::Error::from(Failure::from(error)),
            WriteError::Io(error) => anyhow::Error::from(error).context(Attempt::write(path)),
        })?);
        Ok(())
    };
    write::write_streamed(path, &mut fill, overwrite(is_forced), session)?;
    say_written(path, language);
    Ok(made.expect("it was filled once"))
}

const fn overwrite(is_forced: bool) -> Overwrite {
    if is_forced { Overwrite::Anything } else { Overwrite::Nothing }
}

fn say_written(path: &Path, language: Language) {
    let words = Text::new("已写入 {path}", "written to {path}");
    out::message(&words.fill(language, |_| Some(path.display().to_string())));
}

/// Writes a workbook to another program; a terminal shows none.
pub(crate) fn to_output(workbook: &[u8]) -> Result<(), Failure> {
    if out::bytes(workbook) {
        return Ok(());
    }
    let words = Text::new("终端里显示不了工作簿", "a workbook cannot be shown in a terminal");
    Err(Failure::new(words).hint(Text::new("写进文件：-o 文件名.xlsx", "write it to a file: -o NAME.xlsx")))
}
