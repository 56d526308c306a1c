//! A checklist as a page, to tick on paper; and the sheet on which people sign in for an activity.

use super::checklist::details;
use super::clean::clean;
use super::page::{ListPageItem, ListPageSection, OwnPages, PageError, list_page, sign_in_page};
use crate::checklist::{Checklist, ChecklistItem};
use crate::language::Language;
use crate::value::Day;

/// The list as a page; what is not done and was due before `today` is marked.
pub fn to_page(list: &Checklist, today: Day, own: &OwnPages, language: Language) -> Result<String, PageError> {
    let item = |item: &ChecklistItem| ListPageItem {
        text: clean(&item.text),
        details: details(item, today, language).map(|details| clean(&details)).unwrap_or_default(),
        done: item.done,
        late: !item.done && item.due.is_some_and(|due| due.day < today),
        notes: item.details.iter().chain(&item.notes).map(|note| clean(note.trim())).collect(),
    };
    let sections: Vec<ListPageSection> = (list.sections.iter())
        .map(|section| ListPageSection {
            title: clean(&section.title),
            items: section.items.iter().map(item).collect(),
        })
        .collect();
    list_page(&clean(&list.title), &sections, own, language)
}

/// A sheet to sign in on for an activity, with a line a seat.
pub fn to_sign_in_sheet(
    (title, community): (&str, &str),
    seats: Option<u32>,
    own: &OwnPages,
    language: Language,
) -> Result<String, PageError> {
    let seats = seats.and_then(|seats| usize::try_from(seats).ok());
    sign_in_page((&clean(title), &clean(community)), &[], seats, own, language)
}
