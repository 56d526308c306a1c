//! Rows of a sheet, or any table → items, problems, and what comes back.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::table(bytes));
