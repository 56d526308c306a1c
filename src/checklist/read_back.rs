//! The status of a list, read back from its Markdown.
//!
//! What people wrote into a line counts: another date, another name, a line of their own with a box. Must not look at a
//! plan, or render.

use std::cmp::Ordering;

use super::file::{KnownItems, ListFile, Part, own_task};
use super::fingerprint::unescaped;
use super::status::{LineState, ListLine, ListStatus};
use super::{BORROWED, ChecklistItem, MINUTES, NOW, OVERDUE};
use crate::calendar::At;
use crate::language::Language;
use crate::value::Day;

/// Reads a list back; none for a text that was not generated.
pub fn status(markdown: &str, today: Day) -> Option<ListStatus> {
    let file = ListFile::read(markdown, &KnownItems::default());
    let name = file.head.as_ref()?.name.clone();
    let title = file.title.as_ref().map(|title| unescaped(&title.words)).unwrap_or_default();
    let mut lines = Vec::new();
    // what the plan no longer has need not be done
    for part in file.sections.iter().filter(|section| section.id != "gone").flat_map(|section| &section.parts) {
        match part {
            Part::Item(item) => {
                let (words, details) = item.text.rsplit_once(" — ").unwrap_or((&item.text, ""));
                lines.push(line(words, details, item.done, today));
            }
            Part::Own(text) => {
                let Some((done, words)) = own_task(text) else { continue };
                lines.push(own_line(words, done, today));
            }
        }
    }
    let language = language_of(&file);
    Some(ListStatus { name, title: title.trim().to_owned(), language, lines })
}

/// The lines of people's own that have a box, as items: with the date and the people behind a dash, and with the indented
/// lines below them as notes.
pub fn own_items(lines: &[String]) -> Vec<ChecklistItem> {
    let mut items: Vec<ChecklistItem> = Vec::new();
    let mut in_item = false;
    for text in lines {
        match (own_task(text), items.last_mut()) {
            (Some((done, words)), _) => {
                let ListLine { text, due, person, .. } = own_line(words, done, Day(0));
                items.push(ChecklistItem { text, due, person, done, ..ChecklistItem::default() });
                in_item = true;
            }
            (None, Some(item)) if in_item && text.starts_with([' ', '\t']) => item.notes.push(text.clone()),
            _ => in_item = false,
        }
    }
    items
}

/// A line of people's own: what is behind a dash belongs to it only with a date.
fn own_line(words: &str, done: bool, today: Day) -> ListLine {
    let dated = words.rsplit_once(" — ").filter(|(_, details)| day(details).is_some());
    let (words, details) = dated.unwrap_or((words, ""));
    line(words, details, done, today)
}

/// The language of a list: that of its dates, names and lengths, since the words may come from a plan in another
/// language; without any, that of most words.
fn language_of(file: &ListFile) -> Language {
    let items: Vec<_> = file.items().collect();
    let details: Vec<_> =
        items.iter().filter_map(|item| item.text.rsplit_once(" — ")).map(|(_, details)| details).collect();
    let joined = |comma: &str| details.iter().filter(|details| details.contains(comma)).count();
    let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let chinese = items.iter().filter(|item| is_chinese(&item.text)).count();
    match joined("，").cmp(&joined(", ")) {
        Ordering::Greater => Language::Zh,
        Ordering::Equal if 2 * chinese > items.len() => Language::Zh,
        _ => Language::En,
    }
}

fn line(words: &str, details: &str, done: bool, today: Day) -> ListLine {
    let comma = if details.contains('，') { "，" } else { ", " };
    let mut due = None;
    let mut who: Vec<&str> = Vec::new();
    for part in details.split(comma).map(str::trim).filter(|part| !part.is_empty()) {
        match day(part) {
            Some(day) if due.is_none() => {
                let time = part.split_whitespace().last().and_then(|time| time.parse().ok());
                due = Some(At { day, time });
            }
            _ if is_known(part) => {}
            _ => who.push(part),
        }
    }
    let state = match due {
        _ if done => LineState::Done,
        Some(due) if due.day < today => LineState::Late,
        Some(due) if due.day == today => LineState::Today,
        _ => LineState::Ahead,
    };
    let person = (!who.is_empty()).then(|| unescaped(&who.join(comma)));
    ListLine { text: unescaped(words.trim()), due, person, state }
}

/// The date with which a text begins.
pub(super) fn day(text: &str) -> Option<Day> {
    text.trim_start().get(..10)?.parse().ok()
}

/// Whether it is a mark or a number of minutes.
fn is_known(part: &str) -> bool {
    Language::ALL.iter().any(|language| {
        let (before, after) = MINUTES.get(*language).split_once("{n}").unwrap_or_default();
        let number = part.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        [OVERDUE, NOW, BORROWED].iter().any(|mark| part == mark.get(*language))
            || number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::{Progress, by_person};

    const LIST: &str = "# Launch \\#1 · A &amp; B\n<!-- qun:checklist launch -->\n\n## Rules\n\
        <!-- qun:section rules -->\n\n\
        - [x] write — 2026-12-01 Tue, overdue, Mia, 30 min <!-- qun:item rules/a 00000000 -->\n  - [ ] a note\n\
        - [ ] post — 2026-12-02 Wed 20:00, Mia, Ben, 5 min <!-- qun:item rules/b 00000000 -->\n\
        - [ ] ask \\*all\\* — 2026-12-01 Tue, overdue, 5 min <!-- qun:item rules/c 00000000 -->\n\
        - [ ] later — 2026-12-03 Thu, Mia <!-- qun:item rules/d 00000000 -->\n\
        - [ ] 张贴 — 2026-12-01 周二，已过期，小雨、阿明，5 分钟 <!-- qun:item rules/e 00000000 -->\n\
        - [ ] buy tea — green\n- [ ] my own — 2026-12-02, Zoe\nno item\n\n\
        ## No longer in the plan\n<!-- qun:section gone -->\n\n- [x] old <!-- qun:item rules/z 00000000 -->\n";

    fn read(today: &str) -> ListStatus {
        status(LIST, today.parse().expect("a day")).expect("a list")
    }

    #[test]
    fn lines_are_read_as_they_are_written() {
        let list = read("2026-12-02");
        assert_eq!((list.name.as_str(), list.title.as_str()), ("launch", "Launch #1 · A & B"));
        assert_eq!(list.language, Language::En, "one line in Chinese does not make it so");
        let chinese = "# 群 A\n<!-- qun:checklist launch -->\n- [ ] 张贴群规 — Mia <!-- qun:item a/b 00000000 -->\n- [ ] buy tea\n";
        assert_eq!(status(chinese, Day(20_000)).expect("a list").language, Language::Zh);
        let due =
            |line: &ListLine| line.due.map(|due| format!("{} {:?}", due.day, due.time.map(|time| time.to_string())));
        let post = &list.lines[1];
        assert_eq!(due(post).as_deref(), Some("2026-12-02 Some(\"20:00\")"));
        let lines: Vec<_> = list.lines.iter().map(|l| (l.text.as_str(), l.person.as_deref(), l.state)).collect();
        let expected = [
            ("write", Some("Mia"), LineState::Done),
            ("post", Some("Mia, Ben"), LineState::Today),
            ("ask *all*", None, LineState::Late),
            ("later", Some("Mia"), LineState::Ahead),
            ("张贴", Some("小雨、阿明"), LineState::Late),
            ("buy tea — green", None, LineState::Ahead),
            ("my own", Some("Zoe"), LineState::Today),
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn an_item_is_late_depending_on_the_day() {
        let count = |today| Progress::of(&read(today).lines);
        assert_eq!(count("2026-11-30"), Progress { done: 1, today: 0, late: 0, ahead: 6 });
        assert_eq!(count("2026-12-01"), Progress { done: 1, today: 2, late: 0, ahead: 4 });
        assert_eq!(count("2027-01-01"), Progress { done: 1, today: 0, late: 5, ahead: 1 });
        assert_eq!(count("2027-01-01").all(), 7);
    }

    #[test]
    fn each_person_has_figures_and_items_without_a_person_come_last() {
        let lists = [read("2026-12-02"), read("2026-12-02")];
        let people = by_person(&lists);
        let names: Vec<_> = people.iter().map(|(who, _)| *who).collect();
        assert_eq!(names, [Some("Mia"), Some("Ben"), Some("小雨"), Some("阿明"), Some("Zoe"), None]);
        // what Mia does with Ben counts for both
        assert_eq!(people[0].1, Progress { done: 2, today: 2, late: 0, ahead: 2 });
        assert_eq!(people[1].1, Progress { done: 0, today: 2, late: 0, ahead: 0 });
        assert_eq!(people[5].1, Progress { done: 0, today: 0, late: 2, ahead: 2 });
    }

    #[test]
    fn rejects_texts_that_are_no_lists() {
        assert_eq!(status("# mine\n- [ ] x\n", Day(20_000)), None);
    }
}
