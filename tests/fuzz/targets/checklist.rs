//! An old checklist, read back: twice is once.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::checklist(bytes));
