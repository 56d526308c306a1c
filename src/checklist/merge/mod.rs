//! Ticks, notes, added lines and changed words of an old checklist go into the new one.
//!
//! Items carry their id in an HTML comment, with a fingerprint of the words that were written. Lines indented below
//! an item are its notes; any other line that is not ours was added by people and stays where it was. An item whose
//! occurrence was moved keeps its ticks on the new day. Items that the plan no longer has, but that were ticked, noted
//! or changed, go into a section of their own. Nothing is dropped, and nothing goes to another item.

mod copies;
mod place;

use std::collections::{HashMap, HashSet};

use copies::without_copies;
use place::{Slot, place, trim_end};

use super::file::{FileSection, KnownItems, ListFile, Part};
use super::list::EditedText;
use super::mark::mark_id;
use super::{Checklist, ChecklistItem, GONE, Section};
use crate::language::Language;
use crate::value::Day;

/// Copies what people wrote into the old text.
pub fn absorb(checklist: &mut Checklist, old: &str, language: Language) {
    let mut file = ListFile::read(old, &KnownItems::of(checklist, old));
    without_copies(&mut file);
    let mut gone = Section { id: "gone".to_owned(), title: GONE.get(language).to_owned(), ..Section::default() };
    take_head(checklist, &mut file);
    let headings: Vec<_> = file.sections.iter_mut().map(|section| section.heading.take()).collect();
    let slots = take_items(checklist, file.sections, &mut gone);
    for ((id, slots), heading) in slots.into_iter().zip(headings) {
        let known = checklist.sections.iter_mut().chain([&mut gone]).find(|known| mark_id(&known.id) == id);
        if let Some(known) = known {
            known.heading = known.heading.take().or(heading.filter(is_renamed));
        }
        place(&id, slots, checklist, &mut gone);
    }
    if !gone.items.is_empty() || !gone.added.is_empty() || !gone.above.is_empty() {
        checklist.sections.push(gone);
    }
    checklist.sections.iter_mut().for_each(trim_end);
}

/// Whether people changed a heading; one without a fingerprint is ours.
fn is_renamed(heading: &EditedText) -> bool {
    !heading.written.is_empty() && heading.is_changed()
}

/// What is above the first section mark, and how the lines end.
fn take_head(checklist: &mut Checklist, file: &mut ListFile) {
    checklist.is_crlf = file.is_crlf;
    checklist.top = std::mem::take(&mut file.top);
    let Some(title) = file.title.take() else { return };
    if is_renamed(&title) {
        checklist.heading = Some(title);
    } else if file.head.is_none() && !super::fingerprint::is_same(&title.words, &checklist.title) {
        checklist.preface.push(format!("# {}", title.words));
    }
}

/// Gives the items what the file has of them; for each section what remains to be placed.
fn take_items(checklist: &mut Checklist, sections: Vec<FileSection>, gone: &mut Section) -> Vec<(String, Vec<Slot>)> {
    let mut places: HashMap<String, (usize, usize)> = HashMap::new();
    for (at, section) in checklist.sections.iter().enumerate() {
        places.extend(section.items.iter().enumerate().map(|(n, item)| (mark_id(&item.id), (at, n))));
    }
    let mut taken: HashSet<String> = HashSet::new();
    let mut lost: Vec<(usize, usize, ChecklistItem)> = Vec::new();
    let mut slots: Vec<(String, Vec<Slot>)> = Vec::new();
    for (number, section) in sections.into_iter().enumerate() {
        let was_gone = section.id == gone.id;
        let mut remaining = Vec::new();
        for part in section.parts {
            let item = match part {
                Part::Own(line) => {
                    remaining.push(Slot::Own(line));
                    continue;
                }
                Part::Item(item) => item,
            };
            let place = places.get(&item.id).copied();
            remaining.push(Slot::Item(place));
            match place {
                Some((at, n)) => {
                    let new = &mut checklist.sections[at].items[n];
                    taken.insert(new.id.clone());
                    take_over(new, item);
                }
                None if was_gone => gone.items.push(item),
                None if is_touched(&item) => lost.push((number, remaining.len() - 1, item)),
                None => {}
            }
        }
        slots.push((section.id, remaining));
    }
    for (number, slot, item) in lost {
        let Some((at, n)) = moved(checklist, &item, &taken) else {
            gone.items.push(item);
            continue;
        };
        let new = &mut checklist.sections[at].items[n];
        taken.insert(new.id.clone());
        take_over(new, item);
        slots[number].1[slot] = Slot::Item(Some((at, n)));
    }
    slots
}

/// Whether people ticked, noted or changed it.
fn is_touched(item: &ChecklistItem) -> bool {
    item.done
        || item.status.is_some()
        || !item.notes.is_empty()
        || item.edited.as_ref().is_some_and(|edited| edited.is_changed())
}

fn take_over(new: &mut ChecklistItem, old: ChecklistItem) {
    new.done = old.done;
    new.status = old.status;
    new.notes = old.notes;
    new.edited = old.edited;
}

/// The id without its day, and the day; the time of day does not count.
pub(super) fn day_of(id: &str) -> Option<(&str, Day)> {
    let (stem, start) = id.rsplit_once('/')?;
    Some((stem, start.get(..10)?.parse().ok()?))
}

/// The new place of an item whose time or day was changed: only if no occurrence is left on the old day, and only one is
/// new.
fn moved(checklist: &Checklist, old: &ChecklistItem, taken: &HashSet<String>) -> Option<(usize, usize)> {
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
    match (&same[..], &other[..]) {
        ([one], _) | ([], [one]) => Some(*one),
        _ => None,
    }
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
            ..Section::default()
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
