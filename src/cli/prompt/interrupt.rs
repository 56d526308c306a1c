//! Ctrl-C while questions are put: the cursor comes back, one line says how to go on, the exit code is 130.
//!
//! A list takes Ctrl-C as a signal, the line editor as a key; both end here, and the line is said once.

use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use dialoguer::console::Term;

use super::super::out;
use super::wrap::fit;
use crate::language::{Language, Text};

/// The exit code of a program that was interrupted: 128 and the number of the signal.
pub(crate) const INTERRUPTED: u8 = 130;

/// What is said, and in which language, while an interview is held; nothing is said when there is none.
static HELD: Mutex<Option<(Text, Language)>> = Mutex::new(None);

fn held() -> MutexGuard<'static, Option<(Text, Language)>> {
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
                say();
                std::process::exit(INTERRUPTED.into());
            });
        });
        *held() = Some((stopped, language));
        Self
    }

    /// Speaks another language from now on.
    pub(super) fn speak(&self, language: Language) {
        if let Some((_, spoken)) = held().as_mut() {
            *spoken = language;
        }
    }

    /// Gives the terminal back and says how to go on.
    pub(super) fn say(&self) {
        say();
    }
}

impl Drop for Interrupt {
    fn drop(&mut self) {
        *held() = None;
    }
}

/// Says it, if nobody did; who comes second waits until it is said.
fn say() {
    let mut held = held();
    if let Some((stopped, language)) = held.take() {
        let _ = Term::stderr().show_cursor();
        out::talk(&format!("\n{}", fit(stopped.get(language), 0)));
    }
}
