//! What the terminal can do.

use std::io::IsTerminal;

/// Whether there is a terminal to ask on.
pub(crate) fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Whether the terminal cannot move its cursor: what is typed is read line by line.
pub(super) fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| ["dumb", "cons25", "emacs"].iter().any(|name| term == *name))
}
