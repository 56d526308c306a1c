//! Lists as people and formatters leave them.

use super::*;
use crate::checklist::{Checklist, Section, fingerprint};

fn mark_of(id: &str, words: &str) -> String {
    format!("<!-- qun:item {id} {} -->", fingerprint(words))
}

/// `section: [x] id words + note`, own lines in quotes.
fn shape(text: &str) -> Vec<String> {
    let known = Checklist {
        sections: vec![Section {
            id: "s".into(),
            title: "群规".into(),
            items: vec![ChecklistItem {
                id: "s/post".into(), text: "张贴 群规".into(), ..ChecklistItem::default()
            }],
            ..Section::default()
        }],
        ..Checklist::default()
    };
    let file = ListFile::read(text, &KnownItems::of(&known, text));
    let parts = file.sections.iter().flat_map(|section| section.parts.iter().map(move |part| (&section.id, part)));
    let shown = parts.map(|(section, part)| match part {
        Part::Item(item) => {
            let notes: Vec<&str> = item.notes.iter().map(|note| note.trim()).collect();
            let changed = item.edited.as_ref().is_some_and(|edited| edited.is_changed());
            let tick = if item.done { "x" } else { " " };
            let changed = if changed { " (changed)" } else { "" };
            format!("{section}: [{tick}] {} {}{changed} + {}", item.id, item.text, notes.join("/"))
        }
        Part::Own(line) => format!("{section}: {line:?}"),
    });
    shown.filter(|line| !line.ends_with("\"\"")).collect()
}

fn assert_shape(text: &str, expected: &[&str]) {
    assert_eq!(shape(text), expected, "{text}");
}

#[test]
fn a_wrapped_item_is_one_item() {
    let words = "write the rules of the club down";
    let mark = mark_of("a", words);
    let expected = ["s: [x] a write the rules of the club down + "];
    let head = "<!-- qun:section s -->\n\n";
    assert_shape(&format!("{head}- [x] write the rules\n  of the club down\n  {mark}\n"), &expected);
    assert_shape(&format!("{head}1. [x] write the rules\n   of the club\n   down {mark}\n"), &expected);
    assert_shape(&format!("{head}- [x] write the\nrules of the club\ndown {mark}\n"), &expected);
    assert_shape(&format!("{head}- [x] {words} {}\n", mark.replacen("a ", "a\n  ", 1)), &expected);
    let chinese = mark_of("a", "把群规写下来发给大家");
    assert_shape(&format!("- [x] 把群规写下来\n  发给大家 {chinese}\n"), &[": [x] a 把群规写下来发给大家 + "]);
}

#[test]
fn an_own_line_above_an_item_without_a_bullet_is_no_part_of_it() {
    let mark = mark_of("a", "write it");
    assert_shape(&format!("- my line\nwrite it {mark}\n"), &[": \"- my line\"", ": [ ] a write it + "]);
}

#[test]
fn items_joined_on_one_line_are_items_each() {
    let [a, b] = ["a", "b"].map(|id| mark_of(id, id));
    assert_shape(&format!("- [ ] a {a} - [x] b {b}\n"), &[": [ ] a a + ", ": [x] b b + "]);
    assert_shape(&format!("- [ ] a {a} asked - [x] b {b} done\n"), &[": [ ] a a + asked", ": [x] b b + done"]);
    assert_shape(&format!("- [ ] mine - [x] b {b}\n"), &[": \"- [ ] mine\"", ": [x] b b + "]);
    assert_shape(&format!("- [ ] a {a} - [\n  x] b\n  {b}\n"), &[": [ ] a a + ", ": [x] b b + "]);
}

#[test]
fn notes_of_several_paragraphs_and_fences_stay_with_their_item() {
    let [a, b] = ["a", "b"].map(|id| mark_of(id, id));
    let text = format!("- [ ] a {a}\n  one\n\n  two\n\n  ```\n- [x] code\n\n  ```\n\nours\n  more\n- [ ] b {b}\n");
    assert_shape(&text, &[": [ ] a a + one//two//```/- [x] code//```", ": \"ours\"", ": \"  more\"", ": [ ] b b + "]);
}

#[test]
fn an_open_fence_or_one_with_an_item_hides_nothing() {
    let [a, b] = ["a", "b"].map(|id| mark_of(id, id));
    assert_shape(&format!("- [ ] a {a}\n```\n- [x] b {b}\n"), &[": [ ] a a + ", ": \"```\"", ": [x] b b + "]);
    let pasted = format!("- [ ] b {b}\n```\n- [x] b {b}\n```\n");
    assert_shape(&pasted, &[": [ ] b b + ", ": \"```\"", &format!(": {:?}", format!("- [x] b {b}")), ": \"```\""]);
    let only = format!("```\n- [x] b {b}\n```\n");
    assert_shape(&only, &[": \"```\"", ": [x] b b + ", ": \"```\""]);
}

#[test]
fn headings_are_those_above_their_marks() {
    let text = "---\ntags: [a]\n---\n\nabove\n\n# Title\n\n<!-- qun:checklist launch -->\n\nbelow\n\n### Ours\n\n\
        <!-- qun:section s -->\n";
    let file = ListFile::read(&format!("\u{feff}{}", text.replace('\n', "\r\n")), &KnownItems::default());
    assert_eq!(file.title.map(|title| title.words).as_deref(), Some("Title"));
    assert_eq!(file.top, ["---", "tags: [a]", "---", "", "above", ""]);
    assert_eq!(file.sections[1].heading.as_ref().map(|heading| heading.words.as_str()), Some("Ours"));
    assert!(file.is_crlf && file.head.is_some_and(|head| head.name == "launch"));
    assert_shape(text, &[": \"below\""]);
}

#[test]
fn items_and_sections_without_marks_are_known_by_their_words() {
    let expected = ["s: [x] s/post 张贴 群规 + 贴了"];
    assert_shape("## 群规\n\n* [x] 张贴 群规\n  贴了\n", &expected);
    assert_shape("## 群规\n- [x] 张贴\n  群规\n  贴了\n", &["s: [x] s/post 张贴群规 + 贴了"]);
    let details = "## 群规\n- [x] 张贴 群规 — 2026-12-01 周二，小雨\n";
    assert_shape(details, &["s: [x] s/post 张贴 群规 — 2026-12-01 周二，小雨 + "]);
    let marked = format!("- [ ] 张贴 群规 {}\n- [x] 张贴 群规\n", mark_of("s/post", "张贴 群规"));
    assert_shape(&marked, &[": [ ] s/post 张贴 群规 + ", ": \"- [x] 张贴 群规\""]);
}
