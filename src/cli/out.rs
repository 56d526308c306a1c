//! The one place that prints: data to standard output, everything else to standard error. A pipe closed early ends quietly.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::io::{self, IsTerminal, Write};

use super::failure::Failure;
use super::locale::language_before_plan;
use super::wrap::fit_lines;
use crate::calendar::TooLarge;
use crate::language::{Language, Text};
use crate::render::calendar::WriteError;
use crate::render::{clean_lines, for_terminal};

/// Writes data to standard output: as it is to a file or another program, without commands to a terminal.
pub(crate) fn data(text: &str) {
    let text = if io::stdout().is_terminal() { for_terminal(text) } else { text.into() };
    finish(io::stdout().lock().write_all(text.as_bytes()));
}

/// Writes data to standard output piece by piece, as `fill` makes it; a terminal gets it as a whole.
pub(crate) fn streamed<T>(fill: impl FnOnce(&mut dyn Write) -> Result<T, WriteError>) -> Result<T, TooLarge> {
    let made = if io::stdout().is_terminal() {
        let mut text = Vec::new();
        let made = fill(&mut text);
        data(&String::from_utf8_lossy(&text));
        made
    } else {
        fill(&mut io::stdout().lock())
    };
    match made {
        Ok(made) => {
            finish(Ok(()));
            Ok(made)
        }
        Err(WriteError::TooLarge(error)) => Err(error),
        Err(WriteError::Io(error)) => {
            finish(Err(error));
            std::process::exit(2);
        }
    }
}

/// Writes a file that is no text to standard output; whether there is more than a terminal to take it.
pub(crate) fn bytes(bytes: &[u8]) -> bool {
    let is_taken = !io::stdout().is_terminal();
    if is_taken {
        finish(io::stdout().lock().write_all(bytes));
    }
    is_taken
}

/// Whether standard output takes no colours.
pub(crate) fn is_plain() -> bool {
    anstream::AutoStream::choice(&io::stdout()) == anstream::ColorChoice::Never
}

/// Writes styled text to standard output; colours are left out where they do not belong.
pub(crate) fn styled(text: &str) {
    let text = &*for_terminal(text);
    // stripped as a whole and written at once: piece by piece it would be a system call a line
    match is_plain() {
        true if text.contains('\u{1b}') => data(&anstream::adapter::strip_str(text).to_string()),
        true => data(text),
        false => finish(anstream::stdout().lock().write_all(text.as_bytes())),
    }
}

/// Hands a text to `put` in pieces of whole lines while `fill` makes it, so that a long one is never held as a whole.
pub(crate) fn in_pieces(put: fn(&str), fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
    let mut pieces = Pieces { put, lines: Vec::new() };
    finish(fill(&mut pieces));
    put(&String::from_utf8_lossy(&pieces.lines));
}

/// Lines that wait until they are worth a call of the system.
struct Pieces {
    put: fn(&str),
    lines: Vec<u8>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        const PIECE: usize = 1 << 16;
        if self.lines.len() >= PIECE
            && let Some(end) = bytes.iter().position(|byte| *byte == b'\n')
        {
            self.lines.extend_from_slice(&bytes[..=end]);
            (self.put)(&String::from_utf8_lossy(&self.lines));
            self.lines.clear();
            self.lines.extend_from_slice(&bytes[end + 1..]);
        } else {
            self.lines.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Prints a line to standard error.
pub(crate) fn message(text: &str) {
    finish(writeln!(anstream::stderr().lock(), "{}", for_terminal(&fit_lines(text))));
}

/// Prints a prompt to standard error; the cursor stays behind it.
pub(crate) fn ask(text: &str) {
    finish(write!(anstream::stderr().lock(), "{}", for_terminal(text)));
}

/// A reader that went away is no error of ours: the program ends as if it had printed everything. A full disk is said.
fn finish(result: io::Result<()>) {
    let Err(error) = result.and_then(|()| io::stdout().flush()) else { return };
    if error.kind() == io::ErrorKind::BrokenPipe {
        std::process::exit(0);
    }
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let lines = Failure::from(error).lines(language_before_plan(&arguments));
    let _ = writeln!(io::stderr(), "{}", for_terminal(&lines.join("\n  ")));
    std::process::exit(2);
}

/// Shows why a command could not be carried out: what is wrong, then notes and hints, a line each.
pub(crate) fn failure(failure: &Failure, language: Language) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    let word = Text::new("错误", "error").get(language);
    let colon = Text::new("：", ": ").get(language);
    let lines: Vec<String> = failure.lines(language).iter().map(|line| clean_lines(line)).collect();
    message(&format!("{style}{word}{style:#}{colon}{}", lines.join("\n  ")));
}
