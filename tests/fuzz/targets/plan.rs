//! Bytes → plan → findings, calendar, checklists.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::plan(bytes));
