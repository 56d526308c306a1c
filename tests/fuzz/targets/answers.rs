//! An answers file → answers, and back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qun::interview::Answers;

fuzz_target!(|text: &str| {
    if let Ok(answers) = Answers::parse(text) {
        let again = Answers::parse(&answers.to_toml()).expect("what was written is read");
        assert_eq!(again.to_toml(), answers.to_toml());
    }
});
