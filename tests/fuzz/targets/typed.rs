//! A typed or pasted line, at every door.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::typed(bytes));
