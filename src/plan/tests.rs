//! The whole format, read at once.
use super::*;
use crate::library::Library;
use crate::source::{ChoiceInfo, Document, Positions, Shape, Table};

fn findings(text: &str) -> Vec<String> {
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
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
    assert_eq!(findings(text), ["423:57 file/placeholder `lint.allow[0].reason` still contains the placeholder \"…\""]);
}

/// Activities of which each waits for another.
fn waiting(pairs: impl Iterator<Item = (String, String)>) -> String {
    pairs.map(|(id, other)| format!("[[activities]]\nid = \"{id}\"\nwhen = \"1 day after {other}\"\n")).collect()
}

#[test]
fn reports_a_circle_once_at_its_first_item_and_not_what_leads_into_it() {
    let pairs = ["ta", "cb", "ac", "bd", "da", "ee"].iter().map(|pair| (pair[..1].to_owned(), pair[1..].to_owned()));
    let found = findings(&waiting(pairs));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("6:8 file/circular-offset ") && found[0].contains("c, b, d, a"), "{found:?}");
    assert!(found[1].starts_with("18:8 file/circular-offset ") && found[1].contains('e'), "{found:?}");
}

/// Each item was once followed through the whole chain: minutes for thousands.
#[test]
fn accepts_a_chain_of_thousands_quickly() {
    let long = waiting((0..4000).map(|n| (format!("a{n}"), format!("a{}", n + 1))));
    assert_eq!(findings(&format!("{long}[[activities]]\nid = \"a4000\"\nwhen = \"daily\"\n")), [""; 0]);
    let closed = findings(&format!("{long}[[activities]]\nid = \"a4000\"\nwhen = \"1 day after a0\"\n"));
    assert_eq!(closed.len(), 1);
}

/// Every list of choices below a shape.
fn choices(shape: &Shape, found: &mut Vec<&'static [ChoiceInfo]>, depth: u8) {
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
fn accepts_a_choice_by_its_word_and_by_both_its_names() {
    let mut found = Vec::new();
    choices(&Shape::Table(Plan::TABLE), &mut found, 0);
    assert!(found.len() > 20, "{}", found.len());
    for choices in found {
        for choice in choices {
            for text in [choice.word, choice.name.zh, choice.name.en, &choice.word.to_uppercase()] {
                let meant = ChoiceInfo::meant(choices, text).map(|meant| meant.word);
                assert_eq!(meant, Some(choice.word), "{text}");
            }
        }
        assert_eq!(ChoiceInfo::meant(choices, "no such word"), None);
    }
}

#[test]
fn does_not_report_a_name_as_missing_when_a_syntax_error_hides_it() {
    let with = |id: &str, header: &str| {
        format!(
            "[[channels]]\nid = \"b\"\n{header}\nid = {id}\n[support]\nchannel = \"a\"\n[[cohorts]]\nchannel = \"c\"\n"
        )
    };
    let ids = |text: &str| -> Vec<String> {
        findings(text).iter().map(|found| found.split(' ').nth(1).expect("a rule").to_owned()).collect()
    };
    assert_eq!(ids(&with("\"a\"", "[[channels]]")), ["file/unknown-reference"], "only c is unknown");
    assert_eq!(ids(&with("“a”", "[[channels]]")), ["file/syntax", "file/unknown-reference"]);
    assert_eq!(ids(&with("\"a\"", "[[channels]")), ["file/syntax", "file/unknown-reference"]);
}

fn rule_ids(reading: &Reading) -> Vec<&'static str> {
    reading.findings.iter().map(|finding| finding.rule.id).collect()
}

#[test]
fn one_name_is_found_however_it_is_written() {
    let plan = |declared: &str, owner: &str| {
        let text = format!("[[people]]\nname = \"{declared}\"\n[[activities]]\nid = \"x\"\nowner = \"{owner}\"\n");
        let mut buffer = String::new();
        read(&Document::parse(&text, &mut buffer), &Library::default())
    };
    for (declared, owner) in [
        ("Zoë", "Zoe\u{308}"),
        ("Zoe\u{308}", "Zoë"),
        ("Mia", "ＭＩＡ"),
        ("Ｍｉａ", "Mia"),
        (" 敏姐 ", "敏姐"),
        ("Mia Chen", "mia\u{3000}chen"),
    ] {
        let reading = plan(declared, owner);
        assert!(reading.findings.is_empty(), "{declared} {owner}: {:?}", reading.findings);
        assert_eq!(reading.plan.activities[0].owner.as_ref().map(|owner| owner.as_str()), Some(declared));
        assert_eq!(reading.index.find("person", owner), Some(Thing::Person(0)));
        assert_eq!(reading.plan.person_named(owner).ok(), Some(0));
    }
    assert_eq!(rule_ids(&plan("Mia", "Mio")), ["file/unknown-reference"]);
}

#[test]
fn names_that_nobody_can_tell_apart_are_reported() {
    let with = |one: &str, other: &str| {
        let text = format!("[[people]]\nname = \"{one}\"\n[[people]]\nname = \"{other}\"\n");
        let mut buffer = String::new();
        rule_ids(&read(&Document::parse(&text, &mut buffer), &Library::default()))
    };
    for (one, other) in [("Zoë", "Zoe\u{308}"), ("Mia", "Ｍｉａ"), ("敏姐", "敏姐\u{3000}")] {
        assert_eq!(with(one, other), ["file/duplicate-id"], "{one} {other}");
    }
    for (one, other) in [("Mia", "mia"), ("Maria", "M\u{430}ria"), ("Ida", "lda"), ("Mia", "Mi\u{200b}a")] {
        assert_eq!(with(one, other), ["file/similar-names"], "{one} {other}");
    }
    for (one, other) in [("Mia", "Mio"), ("小陶", "小桃"), ("1群", "2群")] {
        assert_eq!(with(one, other), [""; 0], "{one} {other}");
    }
}
