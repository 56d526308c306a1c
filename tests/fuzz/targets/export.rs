//! An export of messages → counted events.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::export(bytes));
