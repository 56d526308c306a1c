//! A table of readings → what was measured, or every cell that cannot be read.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::readings(bytes));
