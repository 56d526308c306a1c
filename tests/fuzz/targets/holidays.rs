//! A holiday file → days off, or every bad line.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::holidays(bytes));
