//! The same items in other groups: by who does them, or by the day on which they are due.
//!
//! Ids of items stay, so that a list keeps its ticks in every grouping. Must not drop or add an item.

use super::{Checklist, ChecklistItem, Section};
use crate::language::{Language, Text};
use crate::value::Day;

/// By what the items of a list are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// By the sections of the template, or the stages of an activity.
    #[default]
    Stage,
    /// By who does them, in the order in which people appear; items without a person come last.
    Person,
    /// By the day on which they are due; items without a date come last.
    Day,
}

/// The list in other groups.
pub fn group(list: Checklist, by: Grouping, language: Language) -> Checklist {
    let mut groups: Vec<(Key, Section)> = Vec::new();
    let Checklist { sections, .. } = &list;
    if by == Grouping::Stage {
        return list;
    }
    for item in sections.iter().flat_map(|section| &section.items) {
        let key = Key::of(item, by);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, section)) => section.items.push(item.clone()),
            None => {
                let section = key.section(item, by, language);
                groups.push((key, section));
            }
        }
    }
    groups.sort_by_key(|(key, _)| match key {
        Key::Nobody => (1, None),
        Key::Who(_) => (0, None),
        Key::When(day) => (i32::from(day.is_none()), *day),
    });
    let mut sections: Vec<Section> = groups.into_iter().map(|(_, section)| section).collect();
    for section in &mut sections {
        section.items.sort_by_key(|item| (item.due.is_none(), item.due));
    }
    Checklist { sections, ..list }
}

/// What the items of one section share.
#[derive(Debug, PartialEq, Eq)]
enum Key {
    Who(String),
    Nobody,
    When(Option<Day>),
}

impl Key {
    fn of(item: &ChecklistItem, by: Grouping) -> Self {
        match by {
            Grouping::Day => Self::When(item.due.map(|due| due.day)),
            Grouping::Stage | Grouping::Person => item.owner().map_or(Self::Nobody, |who| Self::Who(who.to_owned())),
        }
    }

    /// A section with its first item.
    fn section(&self, first: &ChecklistItem, by: Grouping, language: Language) -> Section {
        let (id, title) = match self {
            Self::Who(who) => (who.clone(), who.clone()),
            Self::Nobody => (String::new(), Text::new("还没有人", "Not assigned yet").get(language).to_owned()),
            Self::When(Some(day)) => (day.to_string(), format!("{day} {}", day.weekday().short().get(language))),
            Self::When(None) => (String::new(), Text::new("没有日期", "No date").get(language).to_owned()),
        };
        let kind = if by == Grouping::Day { "day" } else { "person" };
        Section { id: format!("{kind}/{id}"), title, items: vec![first.clone()], ..Section::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::At;

    fn item(id: &str, who: Option<&str>, day: Option<i32>) -> ChecklistItem {
        let due = day.map(|day| At { day: Day(day), time: None });
        ChecklistItem { id: id.into(), person: who.map(str::to_owned), due, ..ChecklistItem::default() }
    }

    fn list() -> Checklist {
        let sections = [
            vec![item("a", None, Some(9)), item("b", Some("Mia"), None), item("c", Some("Ben"), Some(8))],
            vec![item("d", Some("Mia"), Some(8)), item("e", None, None), item("f", Some("Mia"), Some(7))],
        ];
        let section = |items| Section { items, ..Section::default() };
        Checklist { sections: sections.map(section).into(), ..Checklist::default() }
    }

    fn shape(by: Grouping) -> Vec<(String, String)> {
        let ids = |section: &Section| section.items.iter().map(|item| item.id.as_str()).collect::<String>();
        let list = group(list(), by, Language::En);
        list.sections.iter().map(|section| (section.title.clone(), ids(section))).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(title, ids)| ((*title).to_owned(), (*ids).to_owned())).collect()
    }

    #[test]
    fn items_are_grouped_by_person_the_earliest_first() {
        assert_eq!(shape(Grouping::Person), pairs(&[("Mia", "fdb"), ("Ben", "c"), ("Not assigned yet", "ae")]));
    }

    #[test]
    fn items_are_grouped_by_day_undated_ones_last() {
        let days = ["1970-01-08 Thu", "1970-01-09 Fri", "1970-01-10 Sat"];
        let expected = [(days[0], "f"), (days[1], "cd"), (days[2], "a"), ("No date", "be")];
        assert_eq!(shape(Grouping::Day), pairs(&expected));
    }

    #[test]
    fn keeps_a_list_grouped_by_stage() {
        assert_eq!(group(list(), Grouping::Stage, Language::Zh), list());
    }
}
