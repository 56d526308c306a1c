//! The whole format, read at once.
use super::*;
use crate::library::Library;
use crate::source::{Choice, Document, Positions, Shape, Table};

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

/// Every list of choices below a shape.
fn choices(shape: &Shape, found: &mut Vec<&'static [Choice]>, depth: u8) {
    match shape {
        Shape::Choice(choices) => found.push(choices),
        Shape::List(inner) | Shape::Map(inner) => self::choices(inner, found, depth),
        Shape::Either(shapes) => shapes.iter().for_each(|shape| self::choices(shape, found, depth)),
        Shape::Table(info) if depth < 8 => {
            info.keys.iter().for_each(|key| self::choices(&key.shape, found, depth + 1));
        }
        _ => {}
    }
}

#[test]
fn a_choice_is_meant_by_its_word_and_by_both_its_names() {
    let mut found = Vec::new();
    choices(&Shape::Table(Plan::TABLE), &mut found, 0);
    assert!(found.len() > 20, "{}", found.len());
    for choices in found {
        for choice in choices {
            for text in [choice.word, choice.name.zh, choice.name.en, &choice.word.to_uppercase()] {
                let meant = Choice::meant(choices, text).map(|meant| meant.word);
                assert_eq!(meant, Some(choice.word), "{text}");
            }
        }
        assert_eq!(Choice::meant(choices, "no such word"), None);
    }
}
