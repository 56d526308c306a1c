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

/// Whether nothing more is waiting to be read: the rest of a pasted text comes at once. Where that cannot be known, it is
/// not so.
#[cfg(unix)]
pub(crate) fn is_all_typed() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let wait = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };
    let input = std::io::stdin();
    matches!(poll(&mut [PollFd::new(&input, PollFlags::IN)], Some(&wait)), Ok(0))
}

/// Whether nothing more is waiting to be read, which a Windows console does not show.
#[cfg(not(unix))]
pub(crate) fn is_all_typed() -> bool {
    false
}
