//! A recurrence rule → a cadence, and back.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::rrule(bytes));
