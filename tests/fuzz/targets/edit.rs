//! Setting a key of any text: it reparses, and holds what was set.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qun::finding::{Edit, Literal};
use qun::source::{Document, apply, resolve};

fuzz_target!(|input: (&str, &str)| {
    let (text, key) = input;
    let path = {
        let mut room = String::new();
        resolve(&Document::parse(text, &mut room), key)
    };
    let Some(path) = path else { return };
    if let Ok(edited) = apply(text, &[Edit::set(path, Literal::Integer(7))]) {
        let mut room = String::new();
        assert!(Document::parse(&edited, &mut room).syntax.is_empty(), "{edited}");
    }
});
