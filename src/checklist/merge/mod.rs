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
use place::{Remaining, place, tidy};

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
    let mut seen: HashMap<String, usize> = HashMap::new();
    for ((id, slots), heading) in slots.into_iter().zip(headings) {
        let times = seen.entry(id.clone()).or_default();
        let section = section_of(checklist, &id, *times);
        *times += 1;
        let known = match section {
            Some(at) => Some(&mut checklist.sections[at]),
            None => Some(&mut gone).filter(|gone| gone.id == id),
        };
        if let Some(known) = known {
            known.heading = known.heading.take().or(heading.filter(is_renamed));
        }
        place(&id, section, slots, checklist, &mut gone);
    }
    if !gone.items.is_empty() || !gone.added.is_empty() || !gone.above.is_empty() {
        checklist.sections.push(gone);
    }
    checklist.sections.iter_mut().for_each(tidy);
}

/// The section of an id; a template may use one that the calendar has too, so the second is the second.
fn section_of(checklist: &Checklist, id: &str, times: usize) -> Option<usize> {
    let all = || checklist.sections.iter().enumerate().filter(|(_, section)| mark_id(&section.id) == id);
    all().nth(times).or_else(|| all().next()).map(|(at, _)| at)
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
fn take_items(
    checklist: &mut Checklist,
    sections: Vec<FileSection>,
    gone: &mut Section,
) -> Vec<(String, Vec<Remaining>)> {
    let mut places: HashMap<String, (usize, usize)> = HashMap::new();
    for (at, section) in checklist.sections.iter().enumerate() {
        places.extend(section.items.iter().enumerate().map(|(n, item)| (mark_id(&item.id), (at, n))));
    }
    let mut taken: HashSet<String> = HashSet::new();
    let mut lost: Vec<(usize, usize, ChecklistItem)> = Vec::new();
    let mut slots: Vec<(String, Vec<Remaining>)> = Vec::new();
    for (number, section) in sections.into_iter().enumerate() {
        let was_gone = section.id == gone.id;
        let mut remaining = Vec::new();
        for part in section.parts {
            let item = match part {
                Part::Own(line) => {
                    remaining.push(Remaining::Own(line));
                    continue;
                }
                Part::Item(item) => item,
            };
            let place = places.get(&item.id).copied();
            remaining.push(Remaining::Item(place));
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
        slots[number].1[slot] = Remaining::Item(Some((at, n)));
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

    /// A list and the file that was written of it.
    fn file(ids: &[&str]) -> String {
        let items: String = ids
            .iter()
            .map(|id| {
                format!("- [ ] 做 {id} <!-- qun:item {id} {} -->\n", crate::checklist::fingerprint(&format!("做 {id}")))
            })
            .collect();
        format!("# 启动\n<!-- qun:checklist launch -->\n\n## 组\n<!-- qun:section s -->\n\n{items}")
    }

    fn absorbed(ids: &[&str], old: &str) -> Checklist {
        let mut new = list(ids);
        absorb(&mut new, old, Language::Zh);
        new
    }

    #[test]
    fn a_copied_line_is_joined_and_one_with_other_words_is_an_own_line() {
        let old = file(&["a", "b"]);
        let line = old.lines().find(|line| line.contains("item a")).expect("a line");
        let ticked = line.replace("[ ]", "[x]");
        for (first, second) in [(line, ticked.as_str()), (ticked.as_str(), line)] {
            let copied = old.replace(line, &format!("{first}\n  一\n{second}\n  二"));
            let items = &absorbed(&["a", "b"], &copied).sections[0].items;
            assert!(items[0].done && !items[1].done);
            assert_eq!(items[0].notes, ["  一", "  二"]);
        }
        let other = ticked.replace("做 a", "做别的");
        let copied = old.replace(line, &format!("{other}\n  记\n{line}"));
        let section = &absorbed(&["a", "b"], &copied).sections[0];
        assert!(!section.items[0].done && section.items[0].notes.is_empty());
        assert_eq!(section.above, ["- [x] 做别的", "  记"]);
    }

    #[test]
    fn own_lines_stay_where_they_were() {
        let old = file(&["a", "b", "c"]).replace("- [ ] 做 b", "自己的一行\n\n- [ ] 做 b") + "最后一行\n";
        let section = &absorbed(&["a", "b", "c"], &old).sections[0];
        assert_eq!(section.items[0].below, ["自己的一行", ""]);
        assert_eq!(section.added, ["最后一行"]);
        // after the next item above that is still there, or at the top
        assert_eq!(absorbed(&["b", "c"], &old).sections[0].above, ["自己的一行", ""]);
        let later = file(&["a", "b", "c"]).replace("- [ ] 做 c", "自己的一行\n- [ ] 做 c");
        assert_eq!(absorbed(&["a", "c"], &later).sections[0].items[0].below, ["自己的一行"]);
    }

    #[test]
    fn a_renamed_heading_stays_and_an_earlier_one_of_ours_goes() {
        let written = crate::checklist::fingerprint("组");
        let renamed =
            file(&["a"]).replace("## 组\n<!-- qun:section s", &format!("## 我们的组\n\n<!-- qun:section s {written}"));
        let heading = |old: &str| absorbed(&["a"], old).sections[0].heading.clone().map(|heading| heading.words);
        assert_eq!(heading(&renamed).as_deref(), Some("我们的组"));
        assert_eq!(heading(&renamed.replace("我们的组", "组")), None);
    }

    #[test]
    fn own_lines_of_the_second_section_of_an_id_stay_there() {
        let two = || {
            let mut list = list(&["a"]);
            list.sections
                .push(Section { items: self::list(&["b"]).sections.remove(0).items, ..list.sections[0].clone() });
            list
        };
        let old = file(&["a"]) + "\n## 组\n<!-- qun:section s -->\n\n- [ ] 做 b <!-- qun:item b -->\n自己的\n";
        let mut new = two();
        absorb(&mut new, &old, Language::Zh);
        assert_eq!((&new.sections[0].added[..], &new.sections[1].added[..]), (&[][..], &["自己的".to_owned()][..]));
    }
}
