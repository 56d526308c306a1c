//! Ctrl-C during questions, or a signal that ends the program: the terminal is restored, one line says how to go on, and
//! the exit code is 130.
//!
//! A list takes Ctrl-C as a signal, the line editor as a key; both end here, and the line is printed once.

use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use console::Term;

use super::super::exit::INTERRUPTED;
use super::super::out;
use super::super::wrap::fit;
use super::terminal;
use crate::language::{Language, Text};

/// An interview while it is held.
struct OnInterrupt {
    stopped: Text,
    language: Language,
    terminal: Terminal,
}

/// What is printed when it ends early, and what the terminal was like before; nothing without an interview.
static HELD: Mutex<Option<OnInterrupt>> = Mutex::new(None);

fn held() -> MutexGuard<'static, Option<OnInterrupt>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An interview that can be interrupted, for as long as it lives.
pub(super) struct Interrupt;

impl Interrupt {
    pub(super) fn watch(stopped: Text, language: Language) -> Self {
        static HANDLER: Once = Once::new();
        HANDLER.call_once(|| {
            // without a handler the signal ends the program as it always does
            let _ = ctrlc::set_handler(|| {
                show_how_to_resume();
                std::process::exit(INTERRUPTED.into());
            });
        });
        *held() = Some(OnInterrupt { stopped, language, terminal: Terminal::now() });
        Self
    }

    /// Uses another language from now on.
    pub(super) fn set_language(&self, language: Language) {
        if let Some(held) = held().as_mut() {
            held.language = language;
        }
    }

    /// Gives the terminal back and shows how to resume.
    pub(super) fn show_how_to_resume(&self) {
        show_how_to_resume();
    }
}

impl Drop for Interrupt {
    fn drop(&mut self) {
        *held() = None;
    }
}

/// Prints it once; a second caller waits until it is printed.
fn show_how_to_resume() {
    let mut held = held();
    if let Some(OnInterrupt { stopped, language, terminal }) = held.take() {
        // a signal finds it in the midst of a line, or of a list
        terminal.restore();
        if !terminal::is_dumb() {
            let _ = Term::stderr().show_cursor();
        }
        out::message(&format!("\n{}", fit(stopped.get(language), 0)));
    }
}

/// How the terminal takes keys. Nothing is kept where a terminal has no such modes.
struct Terminal {
    #[cfg(unix)]
    modes: Option<rustix::termios::Termios>,
}

impl Terminal {
    fn now() -> Self {
        Self {
            #[cfg(unix)]
            modes: rustix::termios::tcgetattr(std::io::stdin()).ok(),
        }
    }

    #[allow(clippy::unused_self)] // where there are no modes
    fn restore(&self) {
        #[cfg(unix)]
        if let Some(modes) = &self.modes {
            // a terminal that was closed cannot be restored
            let _ = rustix::termios::tcsetattr(std::io::stdin(), rustix::termios::OptionalActions::Now, modes);
        }
    }
}
