//! The exit codes.

/// Done, and nothing was found.
pub(crate) const DONE: u8 = 0;
/// `lint` found something at or above the level asked for.
pub(crate) const FOUND: u8 = 1;
/// Could not run.
pub(crate) const FAILED: u8 = 2;
