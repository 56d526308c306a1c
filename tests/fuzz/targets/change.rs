//! A moment and a plan → every item moved there.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::change(bytes));
