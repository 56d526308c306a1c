//! An old checklist, read back into an empty one: twice is once.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qun::checklist::{Checklist, absorb};
use qun::language::Language;
use qun::render::checklist_markdown;

fuzz_target!(|text: &str| {
    let made = |old: &str| {
        let mut list = Checklist { name: "launch".to_owned(), title: "x".to_owned(), sections: Vec::new() };
        absorb(&mut list, old, Language::En);
        checklist_markdown(&list, qun::value::Day(20_000), Language::En)
    };
    let once = made(text);
    assert_eq!(made(&once), once);
});
