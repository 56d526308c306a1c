//! A calendar of another program → items and problems.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::ics(bytes));
