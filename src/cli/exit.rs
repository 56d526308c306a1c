//! The exit codes.

/// Done, and nothing was found.
pub(crate) const DONE: u8 = 0;
/// `lint` found something at or above the level asked for.
pub(crate) const FOUND: u8 = 1;
/// Could not run.
pub(crate) const FAILED: u8 = 2;
/// Interrupted by Ctrl-C or a signal: 128 and the number of the signal.
pub(crate) const INTERRUPTED: u8 = 130;
