//! Questions that are answered by typing. The line editor knows the width of Chinese characters.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustyline::config::{Behavior, Config};
use rustyline::error::ReadlineError;
use rustyline::{
    Cmd, ConditionalEventHandler, DefaultEditor, Event, EventContext, EventHandler, KeyCode, KeyEvent, Modifiers,
    RepeatCount,
};

use super::super::failure::Failure;
use super::super::out;
use super::reply::Reply;
use super::terminal;

/// How long a byte may come after Esc and still belong to the same key, in milliseconds. Without such a limit Esc waits
/// for the next key and swallows it.
const KEY: u16 = 100;

/// Esc goes back, as it does in lists: it ends the line, and remembers that it was not Ctrl-C.
struct Esc(Arc<AtomicBool>);

impl ConditionalEventHandler for Esc {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, _: &EventContext<'_>) -> Option<Cmd> {
        self.0.store(true, Ordering::Relaxed);
        Some(Cmd::Interrupt)
    }
}

/// Reads one line, which begins as it was `given` before. The editor speaks to the terminal itself: standard output may
/// be a file.
pub(super) fn ask(given: &str) -> Result<Reply, Failure> {
    if terminal::is_dumb() {
        return without_editor(given);
    }
    let config = Config::builder().behavior(Behavior::PreferTerm).auto_add_history(false);
    let mut editor = DefaultEditor::with_config(config.keyseq_timeout(Some(KEY)).build()).map_err(unusable)?;
    let goes_back = Arc::new(AtomicBool::new(false));
    let esc = KeyEvent(KeyCode::Esc, Modifiers::NONE);
    editor.bind_sequence(esc, EventHandler::Conditional(Box::new(Esc(Arc::clone(&goes_back)))));
    match editor.readline_with_initial("> ", (given, "")) {
        // a sign behind the answer given before is meant by itself
        Ok(text) => Ok(sign(text.strip_prefix(given).unwrap_or(&text)).unwrap_or(Reply::Typed(text.trim().to_owned()))),
        Err(ReadlineError::Interrupted) if goes_back.load(Ordering::Relaxed) => Ok(Reply::Back),
        Err(ReadlineError::Interrupted | ReadlineError::Eof) => Ok(Reply::Stop),
        Err(error) => Err(unusable(error)),
    }
}

/// The line editor gave up.
fn unusable(error: ReadlineError) -> Failure {
    match error {
        ReadlineError::Io(error) => error.into(),
        other => io::Error::other(other).into(),
    }
}

/// What a sign alone means.
fn sign(text: &str) -> Option<Reply> {
    match text.trim() {
        "?" | "？" => Some(Reply::Help),
        "<" | "＜" | "《" => Some(Reply::Back),
        _ => None,
    }
}

/// Reads one line where the terminal has no editor; Enter keeps what was `given` before.
fn without_editor(given: &str) -> Result<Reply, Failure> {
    Ok(match plain()? {
        None => Reply::Stop,
        Some(text) if text.trim().is_empty() => Reply::Typed(given.to_owned()),
        Some(text) => sign(&text).unwrap_or_else(|| Reply::Typed(text.trim().to_owned())),
    })
}

/// Reads one line as it is; none at the end of the input.
pub(super) fn plain() -> io::Result<Option<String>> {
    out::ask("> ");
    let mut text = String::new();
    Ok((io::stdin().read_line(&mut text)? > 0).then_some(text))
}
