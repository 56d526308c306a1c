//! A key, a value and a text → the text with the edit.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::edit(bytes));
