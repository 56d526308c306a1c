//! Questions that are answered by typing. The line editor knows the width of Chinese characters.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use console::{Key, Term};
use rustyline::config::{Behavior, Config};
use rustyline::error::ReadlineError;
use rustyline::{
    Cmd, ConditionalEventHandler, DefaultEditor, Event, EventContext, EventHandler, KeyCode, KeyEvent, Modifiers,
    RepeatCount,
};
use unicode_width::UnicodeWidthStr;

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

/// Reads one line, which begins as it was `given` before: what is typed replaces it, a key that moves edits it. The
/// editor speaks to the terminal itself: standard output may be a file.
pub(super) fn ask(given: &str) -> Result<Reply, Failure> {
    if terminal::is_dumb() {
        return without_editor(given);
    }
    let (before, behind) = match first_key(given)? {
        Some(Key::Enter) => return Ok(sign(given).unwrap_or_else(|| Reply::Typed(given.trim().to_owned()))),
        Some(Key::Escape) => return Ok(Reply::Back),
        Some(Key::CtrlC) => return Ok(Reply::Stop),
        Some(Key::UnknownEscSeq(start)) if start == PASTE => {
            let text = pasted()?;
            if text.contains('\n') {
                // several lines are one answer
                Term::stderr().write_line(&format!("> {}", text.replace('\n', "\n  ")))?;
                return Ok(Reply::Typed(text.trim().to_owned()));
            }
            (text, String::new())
        }
        Some(key) => after(key, given),
        None => (given.to_owned(), String::new()),
    };
    let config = Config::builder().behavior(Behavior::PreferTerm).auto_add_history(false);
    let mut editor = DefaultEditor::with_config(config.keyseq_timeout(Some(KEY)).build()).map_err(unusable)?;
    let goes_back = Arc::new(AtomicBool::new(false));
    let esc = KeyEvent(KeyCode::Esc, Modifiers::NONE);
    editor.bind_sequence(esc, EventHandler::Conditional(Box::new(Esc(Arc::clone(&goes_back)))));
    match editor.readline_with_initial("> ", (&before, &behind)) {
        Ok(text) => Ok(sign(&text).unwrap_or_else(|| Reply::Typed(text.trim().to_owned()))),
        Err(ReadlineError::Interrupted) if goes_back.load(Ordering::Relaxed) => Ok(Reply::Back),
        Err(ReadlineError::Interrupted | ReadlineError::Eof) => Ok(Reply::Stop),
        Err(error) => Err(unusable(error)),
    }
}

/// With what a terminal begins and ends what is pasted, as far as it is read as one key; two more signs follow.
const PASTE: [char; 3] = ['[', '2', '0'];
/// Lets the terminal mark what is pasted, as the line editor does.
const MARKS_PASTE: &str = "\x1b[?2004h";
/// The same no longer.
const MARKS_NO_PASTE: &str = "\x1b[?2004l";

/// What is pasted instead of a first key; its beginning was read.
fn pasted() -> io::Result<String> {
    let term = Term::stderr();
    let (mut text, mut skipped) = (String::new(), 2);
    loop {
        match term.read_key_raw()? {
            Key::Char(_) if skipped > 0 => skipped -= 1,
            Key::Char(c) => text.push(c),
            Key::Tab => text.push('\t'),
            Key::Enter => text.push('\n'),
            Key::UnknownEscSeq(end) if end == PASTE => {
                term.read_key_raw()?;
                term.read_key_raw()?;
                return Ok(text);
            }
            Key::CtrlC | Key::Escape => return Ok(text),
            _ => {}
        }
    }
}

/// The key that is pressed where an earlier text is in the line; none where there is no such text.
fn first_key(given: &str) -> Result<Option<Key>, Failure> {
    if given.is_empty() {
        return Ok(None);
    }
    let term = Term::stderr();
    term.write_str(&format!("{MARKS_PASTE}> {given}"))?;
    // Ctrl-C is a key here, so that what was answered is saved
    let key = match term.read_key_raw() {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Key::CtrlC,
        key => key?,
    };
    term.write_str(MARKS_NO_PASTE)?;
    if key == Key::Enter {
        term.write_line("")?;
        return Ok(Some(key));
    }
    // the editor draws the line again
    let rows = (given.width() + 2) / usize::from(term.size().1).max(1);
    term.clear_line()?;
    for _ in 0..rows {
        term.move_cursor_up(1)?;
        term.clear_line()?;
    }
    Ok(Some(key))
}

/// The line after a first key: what is before the cursor, and what is behind it.
fn after(key: Key, given: &str) -> (String, String) {
    let all = || (given.to_owned(), String::new());
    let split = given.char_indices().next_back().map_or(0, |(at, _)| at);
    match key {
        // Ctrl-U takes all of it out
        Key::Char('\u{15}') => (String::new(), String::new()),
        Key::Char(c) if !c.is_control() => (c.to_string(), String::new()),
        Key::ArrowLeft => (given[..split].to_owned(), given[split..].to_owned()),
        Key::Home => (String::new(), given.to_owned()),
        Key::Backspace => (given[..split].to_owned(), String::new()),
        _ => all(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_replaces_and_a_key_that_moves_edits() {
        for (key, before, behind) in [
            (Key::Char('山'), "山", ""),
            (Key::Char('\u{15}'), "", ""),
            (Key::ArrowLeft, "读书", "会"),
            (Key::ArrowRight, "读书会", ""),
            (Key::Home, "", "读书会"),
            (Key::Backspace, "读书", ""),
        ] {
            assert_eq!(after(key.clone(), "读书会"), (before.to_owned(), behind.to_owned()), "{key:?}");
        }
    }
}
