//! Questions that are answered by typing. The line editor knows the width of Chinese characters.

use anyhow::Result;
use rustyline::DefaultEditor;
use rustyline::config::{Behavior, Config};
use rustyline::error::ReadlineError;

use super::Reply;

/// Reads one line. The editor speaks to the terminal itself: standard output may be a file.
pub(super) fn ask() -> Result<Reply> {
    let config = Config::builder().behavior(Behavior::PreferTerm).auto_add_history(false).build();
    let mut editor = DefaultEditor::with_config(config)?;
    match editor.readline("> ") {
        Ok(text) => Ok(match text.trim() {
            "?" | "？" => Reply::Help,
            "<" | "＜" | "《" => Reply::Back,
            text => Reply::Typed(text.to_owned()),
        }),
        Err(ReadlineError::Interrupted | ReadlineError::Eof) => Ok(Reply::Stop),
        Err(error) => Err(error.into()),
    }
}
