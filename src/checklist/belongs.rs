//! Whether a file that is there holds the list that is to be written: its ticks must not become those of another date,
//! another list or another community.

use super::Checklist;
use super::file::{KnownItems, ListFile, Part, item_ids, own_task};
use super::mark::{ListHead, mark_id};
use super::merge::day_of;
use crate::value::Day;

/// What a file holds, seen from a list that is to be written into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileContent {
    /// This list, as it was earlier.
    Same,
    /// Another list, or the same for another date.
    Other(ListHead),
    /// A list of another community, by its id.
    Foreign(String),
    /// Items of a list whose head mark is gone, which are not clearly those of this list.
    Unknown,
    /// No list.
    NotAList,
}

/// What a text holds, seen from a list.
pub fn content_of(old: &str, list: &Checklist, today: Day) -> FileContent {
    let file = ListFile::read(old, &KnownItems::of(list, old));
    let Some(head) = file.head.clone() else { return without_head(&file, old, list) };
    if let (Some(theirs), Some(ours)) = (&head.community, &list.community)
        && *theirs != mark_id(ours)
    {
        return FileContent::Foreign(theirs.clone());
    }
    // what is done once has no date, whatever its items have
    let of = head.of.or_else(|| list.of.map(|of| day_of_items(&file, list).unwrap_or(of)));
    let is_day = of == list.of || of.is_some_and(|of| is_moved(of, list, today));
    match head.name == mark_id(&list.name) && is_day {
        true => FileContent::Same,
        false => FileContent::Other(ListHead { of, ..head }),
    }
}

/// Whether an activity that was on a day is not there any more, and the date of the list is what became of it.
fn is_moved(of: Day, list: &Checklist, today: Day) -> bool {
    let is_known = list.dates.range.is_some_and(|(from, to)| from <= of && of <= to);
    let is_held = list.dates.held.iter().any(|(item, day)| *day == of && *item == list.name);
    let is_activity = list.dates.held.iter().any(|(item, day)| Some(*day) == list.of && *item == list.name);
    is_known && is_activity && !is_held && of >= today
}

/// A list without its head mark is recognised by its items.
fn without_head(file: &ListFile, old: &str, list: &Checklist) -> FileContent {
    let stem = |id: &str| day_of(id).map_or(id, |(stem, _)| stem).to_owned();
    let ours: Vec<String> =
        list.sections.iter().flat_map(|section| &section.items).map(|item| stem(&mark_id(&item.id))).collect();
    let theirs: Vec<String> = file.items().map(|item| stem(&item.id)).collect();
    // of a file without any mark, its other tasks count too
    let has_marks = !item_ids(old).is_empty();
    let parts = file.sections.iter().flat_map(|section| &section.parts);
    let others = parts.filter(|part| matches!(part, Part::Own(line) if own_task(line).is_some())).count();
    let all = theirs.len() + if has_marks { 0 } else { others };
    let shared = theirs.iter().filter(|id| ours.contains(id)).count();
    match (theirs.is_empty(), 2 * shared >= all) {
        (true, _) => FileContent::NotAList,
        (_, false) if !has_marks => FileContent::NotAList,
        (_, true) if list.of.is_none() || day_of_items(file, list) == list.of => FileContent::Same,
        _ => FileContent::Unknown,
    }
}

/// The day for which a list is, by the dates of its items.
fn day_of_items(file: &ListFile, list: &Checklist) -> Option<Day> {
    let dated: Vec<(&str, Day)> = file.items().filter_map(|item| day_of(&item.id)).collect();
    let own = |stem: &str| stem.split('/').next() == Some(&mark_id(&list.name));
    let mut of_activity = dated.iter().filter(|(stem, _)| own(stem)).map(|(_, day)| *day).peekable();
    if let Some(first) = of_activity.peek().copied() {
        return Some(of_activity.find(|day| Some(*day) == list.of).unwrap_or(first));
    }
    let written = || file.items().filter_map(|item| super::read_back::day(item.text.rsplit_once(" — ")?.1));
    let (from, to) = list.dates.range?;
    let days: Vec<Day> = dated.iter().map(|(_, day)| *day).chain(written()).collect();
    let is_in = |day: &Day| from <= *day && *day <= to;
    if !days.is_empty() && days.iter().all(is_in) { list.of } else { days.into_iter().find(|day| !is_in(day)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::{ChecklistItem, Dates, Section};

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn weekly(of: &str) -> Checklist {
        let item =
            |id: &str, text: &str| ChecklistItem { id: id.into(), text: text.into(), ..ChecklistItem::default() };
        let items = vec![item("figures/write", "write the figures"), item(&format!("post/{of}T08:00"), "post")];
        let section = Section { id: "s".into(), title: "S".into(), items, ..Section::default() };
        Checklist {
            name: "weekly".into(),
            of: Some(day(of)),
            community: Some("club".into()),
            sections: vec![section],
            dates: Dates { range: Some((day(of), day(of).plus(6))), ..Dates::default() },
            ..Checklist::default()
        }
    }

    const HEAD: &str = "# W\n<!-- qun:checklist weekly 2026-12-07 @club 00000000 -->\n";
    const ITEMS: &str = "- [x] write the figures <!-- qun:item figures/write 00000000 -->\n\
        - [ ] post <!-- qun:item post/2026-12-07T08:00 00000000 -->\n";

    fn of(text: &str, week: &str) -> FileContent {
        content_of(text, &weekly(week), day("2026-12-09"))
    }

    #[test]
    fn a_head_says_which_list_it_is_for_which_week_and_whose() {
        assert_eq!(of(&format!("{HEAD}{ITEMS}"), "2026-12-07"), FileContent::Same);
        assert!(
            matches!(of(&format!("{HEAD}{ITEMS}"), "2026-12-14"), FileContent::Other(head) if head.of == Some(day("2026-12-07")))
        );
        let foreign = format!("{HEAD}{ITEMS}").replace("@club", "@other");
        assert_eq!(of(&foreign, "2026-12-07"), FileContent::Foreign("other".into()));
        let early = format!("{HEAD}{ITEMS}").replace(" @club 00000000", "");
        assert_eq!(of(&early, "2026-12-07"), FileContent::Same, "a list of an earlier version");
    }

    #[test]
    fn a_list_without_its_head_is_recognised_by_its_items() {
        assert_eq!(of(ITEMS, "2026-12-07"), FileContent::Same);
        assert_eq!(of(ITEMS, "2026-12-14"), FileContent::Unknown, "of the week before");
        let undated = "- [x] write the figures <!-- qun:item figures/write 00000000 -->\n";
        assert_eq!(of(undated, "2026-12-07"), FileContent::Unknown, "which week it was is not known");
        assert_eq!(of("- [x] x <!-- qun:item a/b -->\n", "2026-12-07"), FileContent::Unknown);
        assert_eq!(of("# mine\n- [x] buy tea\n", "2026-12-07"), FileContent::NotAList);
        let unmarked = "- [x] write the figures\n- [ ] post — 2026-12-07 Mon 08:00\n";
        assert_eq!(of(unmarked, "2026-12-07"), FileContent::Same, "without any mark");
        let mine = format!("{unmarked}- [ ] a\n- [ ] b\n- [ ] c\n");
        assert_eq!(of(&mine, "2026-12-07"), FileContent::NotAList, "own tasks");
    }

    #[test]
    fn a_list_of_no_date_is_the_same_whatever_dates_its_items_have() {
        let list = Checklist { of: None, ..weekly("2026-12-07") };
        let dated = ITEMS.replace("write the figures <", "write the figures — 2028-10-01 Sun <");
        let head = HEAD.replace(" 2026-12-07", "");
        let content = content_of(&format!("{head}{dated}"), &list, day("2026-12-09"));
        assert_eq!(content, FileContent::Same);
    }

    fn talk(of: &str, held: &[&str]) -> Checklist {
        let item =
            ChecklistItem { id: format!("talk/doors/{of}T14:00"), text: "open".into(), ..ChecklistItem::default() };
        let section = Section { id: "s".into(), items: vec![item], ..Section::default() };
        let held = held.iter().map(|on| ("talk".to_owned(), day(on))).collect();
        let dates = Dates { range: Some((day("2026-10-01"), day("2027-02-28"))), held };
        Checklist { name: "talk".into(), of: Some(day(of)), sections: vec![section], dates, ..Checklist::default() }
    }

    #[test]
    fn an_activity_has_a_list_for_each_date_and_a_moved_date_keeps_its_own() {
        let file =
            "# T\n<!-- qun:checklist talk 2026-12-08 -->\n- [x] open <!-- qun:item talk/doors/2026-12-08T14:00 -->\n";
        let of = |text: &str, list: Checklist, today: &str| content_of(text, &list, day(today));
        assert_eq!(of(file, talk("2026-12-08", &["2026-12-08", "2026-12-15"]), "2026-12-01"), FileContent::Same);
        let next = || talk("2026-12-15", &["2026-12-08", "2026-12-15"]);
        assert!(matches!(of(file, next(), "2026-12-09"), FileContent::Other(_)));
        let early = file.replace(" 2026-12-08 -->\n- [x]", " -->\n- [x]");
        assert!(matches!(of(&early, next(), "2026-12-09"), FileContent::Other(_)), "a list of an earlier version");
        assert!(matches!(
            of(&early.replace("# T\n<!-- qun:checklist talk -->\n", ""), next(), "2026-12-09"),
            FileContent::Unknown
        ));
        assert_eq!(of(file, talk("2026-12-10", &["2026-12-10"]), "2026-12-01"), FileContent::Same, "moved ahead of it");
        assert!(
            matches!(of(file, talk("2026-12-17", &["2026-12-17"]), "2026-12-09"), FileContent::Other(_)),
            "over already"
        );
    }
}
