//! The whole format, read at once.
use super::*;
use crate::library::Library;
use crate::source::{Document, Positions};

fn findings(text: &str) -> Vec<String> {
    let mut room = String::new();
    let document = Document::parse(text, &mut room);
    let positions = Positions::new(text);
    let reading = read(&document, &Library::default());
    let show = |f: &crate::finding::Finding| {
        let at = positions.at(document.locate(&f.place).start);
        format!("{}:{} {} {}", at.line, at.column, f.rule.id, f.message(Language::En))
    };
    reading.findings.iter().map(show).collect()
}

#[test]
fn the_example_holds_no_unknown_key_and_no_error() {
    let text = include_str!("../../tests/data/plan-example.toml");
    assert_eq!(findings(text), ["416:57 file/placeholder `lint.allow[0].reason` still holds the placeholder \"…\""]);
}
