//! An old checklist in Markdown, read back: ticks, notes and added lines go into the new one.
//!
//! Items carry their id in an HTML comment. What stands indented below an item is its note; any other line that
//! is not ours was added by somebody and stays at the end of its section. What the plan no longer has, but was
//! ticked or noted, goes under a section of its own.

use super::{Checklist, GONE, Item, Section};
use crate::language::Language;

/// The start of every mark that the generator leaves.
pub const MARK: &str = "<!-- qun:";

/// Whether a Markdown text was made by the generator.
pub fn is_ours(markdown: &str) -> bool {
    markdown.lines().take(20).any(|line| line.trim_start().starts_with("<!-- qun:checklist "))
}

/// What stood in one section of the old text.
#[derive(Debug, Default)]
struct Old {
    section: String,
    items: Vec<Item>,
    added: Vec<String>,
}

/// Takes over what people wrote into the old text.
pub fn absorb(checklist: &mut Checklist, old: &str, language: Language) {
    let mut gone =
        Section { id: "gone".to_owned(), title: GONE.get(language).to_owned(), items: Vec::new(), added: Vec::new() };
    for old in parse(old) {
        for item in old.items {
            let new = checklist.sections.iter_mut().flat_map(|s| &mut s.items).find(|new| mark_id(&new.id) == item.id);
            match new {
                Some(new) => {
                    new.done = item.done;
                    new.notes = item.notes;
                }
                None if item.done || !item.notes.is_empty() || old.section == gone.id => gone.items.push(item),
                None => {}
            }
        }
        match checklist.sections.iter_mut().find(|section| mark_id(&section.id) == old.section) {
            Some(section) => section.added.extend(old.added),
            None => gone.added.extend(old.added),
        }
    }
    if !gone.items.is_empty() || !gone.added.is_empty() {
        checklist.sections.push(gone);
    }
}

/// An id as it stands in a mark: of visible characters, none of which could end the comment. Twice is once.
pub fn mark_id(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    let stays = |c: &char| c.is_alphanumeric() || (c.is_ascii_punctuation() && !matches!(c, '<' | '>'));
    for c in id.chars().filter(stays) {
        if c == '-' && out.ends_with('-') {
            out.push('\u{200b}');
        }
        out.push(c);
    }
    out
}

/// The id of a mark such as `<!-- qun:item plan/x -->` at the end of a line, and what stands before it.
fn mark<'l>(line: &'l str, kind: &str) -> Option<(&'l str, &'l str)> {
    let (before, rest) = line.rsplit_once(MARK)?;
    let id = rest.strip_prefix(kind)?.strip_prefix(' ')?.trim_end().strip_suffix("-->")?;
    Some((before.trim_end(), id.trim_end()))
}

fn parse(text: &str) -> Vec<Old> {
    let mut sections = vec![Old::default()];
    let mut in_item = false;
    let mut lines = text.lines().map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        let is_head = sections.len() == 1;
        let Some(current) = sections.last_mut() else { break };
        if mark(line, "checklist").is_some() || (is_head && line.starts_with("# ")) {
            in_item = false;
        } else if let Some((_, id)) = mark(line, "section") {
            sections.push(Old { section: mark_id(id), ..Old::default() });
            in_item = false;
        } else if let Some((before, id)) = mark(line, "item") {
            let done = before.trim_start().get(..5).is_some_and(|head| head.eq_ignore_ascii_case("- [x]"));
            let words = before.trim_start().get(6..).unwrap_or_default();
            current.items.push(Item { id: mark_id(id), text: words.to_owned(), done, ..Item::default() });
            in_item = true;
        } else if line.is_empty()
            || lines.peek().is_some_and(|next| line.starts_with("## ") && mark(next, "section").is_some())
        {
            in_item &= !line.is_empty();
        } else if in_item && line.starts_with([' ', '\t']) {
            if let Some(item) = current.items.last_mut() {
                item.notes.push(line.to_owned());
            }
        } else {
            current.added.push(line.to_owned());
            in_item = false;
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(ids: &[&str]) -> Checklist {
        let item = |id: &&str| Item { id: (*id).to_owned(), text: format!("做 {id}"), ..Item::default() };
        let section = Section {
            id: "s".to_owned(),
            title: "组".to_owned(),
            items: ids.iter().map(item).collect(),
            added: vec![],
        };
        Checklist { name: "launch".to_owned(), title: "启动".to_owned(), sections: vec![section] }
    }

    const OLD: &str = "# 启动\n<!-- qun:checklist launch -->\n\n## 组\n<!-- qun:section s -->\n\
        - [x] 做 a — 阿明 <!-- qun:item a -->\n  问过了\n- [ ] 做 b <!-- qun:item b -->\n- [X] 做 z <!-- qun:item z -->\n\
        - [ ] 我自己的一条\n";

    #[test]
    fn ticks_notes_and_added_lines_come_along() {
        let mut new = list(&["a", "b", "c"]);
        absorb(&mut new, OLD, Language::Zh);
        let items = &new.sections[0].items;
        assert!(items[0].done && !items[1].done && !items[2].done);
        assert_eq!(items[0].notes, ["  问过了"]);
        assert_eq!(new.sections[0].added, ["- [ ] 我自己的一条"]);
        assert_eq!(new.sections[1].title, "计划里已经没有的");
        assert_eq!(new.sections[1].items[0].text, "做 z");
        assert!(is_ours(OLD) && !is_ours("# mine\n- [ ] x\n"));
    }

    #[test]
    fn ids_with_runs_of_hyphens_are_found_again() {
        assert_eq!(mark_id("a---b> <!"), "a-\u{200b}-\u{200b}-b!");
        assert_eq!(mark_id(&mark_id("a---b")), mark_id("a---b"));
        let mut new = list(&["a--b"]);
        absorb(&mut new, &format!("- [x] x {MARK}item {} -->\n", mark_id("a--b")), Language::Zh);
        assert!(new.sections[0].items[0].done);
    }
}
