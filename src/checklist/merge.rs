//! Ticks, notes, added lines and changed words of an old checklist go into the new one.
//!
//! Items carry their id in an HTML comment, with a fingerprint of the words that were written. Lines indented below
//! an item are its notes; any other line that is not ours was added by people and stays at the end of its section. An
//! item whose occurrence was moved keeps its ticks on the new day. Items that the plan no longer has, but that were
//! ticked, noted or changed, go into a section of their own.

use super::mark::{item, mark, mark_id};
use super::{Checklist, ChecklistItem, GONE, Section};
use crate::language::Language;
use crate::value::Day;

/// One section of the old text.
#[derive(Debug, Default)]
struct OldSection {
    section: String,
    items: Vec<ChecklistItem>,
    added: Vec<String>,
}

/// Copies what people wrote into the old text.
pub fn absorb(checklist: &mut Checklist, old: &str, language: Language) {
    let mut gone =
        Section { id: "gone".to_owned(), title: GONE.get(language).to_owned(), items: Vec::new(), added: Vec::new() };
    let mut lost: Vec<ChecklistItem> = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    for old in parse(old) {
        let was_gone = old.section == gone.id;
        for item in old.items {
            let mut news = checklist.sections.iter_mut().flat_map(|section| &mut section.items);
            match news.find(|new| mark_id(&new.id) == item.id) {
                Some(new) => {
                    taken.push(new.id.clone());
                    take_over(new, item);
                }
                None if was_gone => gone.items.push(item),
                None if is_touched(&item) => lost.push(item),
                None => {}
            }
        }
        match checklist.sections.iter_mut().find(|section| mark_id(&section.id) == old.section) {
            Some(section) => section.added.extend(old.added),
            None if old.section.is_empty() => checklist.preface.extend(old.added),
            None => gone.added.extend(old.added),
        }
    }
    for item in lost {
        match moved(checklist, &item, &taken) {
            Some(new) => {
                taken.push(new.id.clone());
                take_over(new, item);
            }
            None => gone.items.push(item),
        }
    }
    if !gone.items.is_empty() || !gone.added.is_empty() {
        checklist.sections.push(gone);
    }
}

/// Whether people ticked, noted or changed it.
fn is_touched(item: &ChecklistItem) -> bool {
    item.done || !item.notes.is_empty() || item.edited.as_ref().is_some_and(|edited| edited.is_changed())
}

fn take_over(new: &mut ChecklistItem, old: ChecklistItem) {
    new.done = old.done;
    new.notes = old.notes;
    new.edited = old.edited;
}

/// The id without its day, and the day; the time of day does not count.
fn day_of(id: &str) -> Option<(&str, Day)> {
    let (stem, start) = id.rsplit_once('/')?;
    Some((stem, start.get(..10)?.parse().ok()?))
}

/// The new place of an item whose time or day was changed: only if no occurrence is left on the old day, and only one is
/// new.
fn moved<'c>(checklist: &'c mut Checklist, old: &ChecklistItem, taken: &[String]) -> Option<&'c mut ChecklistItem> {
    let (stem, day) = day_of(&old.id)?;
    let dates = &checklist.dates;
    let activity = stem.split('/').next().unwrap_or_default();
    let is_known = dates.range.is_some_and(|(from, to)| from <= day && day <= to);
    let is_free = is_known && !dates.held.iter().any(|(item, on)| *on == day && mark_id(item) == activity);
    let (mut same, mut other) = (Vec::new(), Vec::new());
    for (at, section) in checklist.sections.iter().enumerate() {
        for (place, item) in section.items.iter().enumerate().filter(|(_, item)| !taken.contains(&item.id)) {
            match day_of(&mark_id(&item.id)) {
                Some((s, on)) if s == stem && on == day => same.push((at, place)),
                Some((s, _)) if s == stem && is_free => other.push((at, place)),
                _ => {}
            }
        }
    }
    let (at, place) = match (&same[..], &other[..]) {
        ([one], _) | ([], [one]) => *one,
        _ => return None,
    };
    checklist.sections.get_mut(at)?.items.get_mut(place)
}

fn parse(text: &str) -> Vec<OldSection> {
    let mut sections = vec![OldSection::default()];
    let mut in_item = false;
    let mut lines = text.lines().map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        let is_head = sections.len() == 1;
        let Some(current) = sections.last_mut() else { break };
        if mark(line, "checklist").is_some() || (is_head && line.starts_with("# ")) {
            in_item = false;
        } else if let Some((_, id, _)) = mark(line, "section") {
            sections.push(OldSection { section: mark_id(id), ..OldSection::default() });
            in_item = false;
        } else if let Some(item) = item(line) {
            current.items.push(item);
            in_item = true;
        } else if lines.peek().is_some_and(|next| line.starts_with("## ") && mark(next, "section").is_some()) {
            in_item = false;
        } else if let Some(item) = current.items.last_mut().filter(|_| in_item && line.starts_with([' ', '\t'])) {
            item.notes.push(line.to_owned());
        } else {
            current.added.push(line.to_owned());
            in_item = false;
        }
    }
    for section in &mut sections {
        let text = |line: &String| !line.is_empty();
        let end = section.added.iter().rposition(text).map_or(0, |last| last + 1);
        section.added.truncate(end);
        section.added.drain(..section.added.iter().position(text).unwrap_or_default());
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(ids: &[&str]) -> Checklist {
        let item =
            |id: &&str| ChecklistItem { id: (*id).to_owned(), text: format!("做 {id}"), ..ChecklistItem::default() };
        let section = Section {
            id: "s".to_owned(),
            title: "组".to_owned(),
            items: ids.iter().map(item).collect(),
            added: vec![],
        };
        Checklist {
            name: "launch".to_owned(),
            title: "启动".to_owned(),
            sections: vec![section],
            ..Checklist::default()
        }
    }

    const OLD: &str = "# 启动\n<!-- qun:checklist launch -->\n\n## 组\n<!-- qun:section s -->\n\
        - [x] 做 a — 阿明 <!-- qun:item a -->\n  问过了\n- [ ] 做 b <!-- qun:item b -->\n- [X] 做 z <!-- qun:item z -->\n\
        - [ ] 我自己的一条\n";

    #[test]
    fn keeps_ticks_notes_and_added_lines() {
        let mut new = list(&["a", "b", "c"]);
        absorb(&mut new, OLD, Language::Zh);
        let items = &new.sections[0].items;
        assert!(items[0].done && !items[1].done && !items[2].done);
        assert_eq!(items[0].notes, ["  问过了"]);
        assert_eq!(new.sections[0].added, ["- [ ] 我自己的一条"]);
        assert_eq!(new.sections[1].title, "计划里已经没有的");
        assert_eq!(new.sections[1].items[0].text, "做 z");
    }
}
