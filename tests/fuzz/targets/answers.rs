//! An answers file → answers, and the plan that they make.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::answers(bytes));
