//! The items and sections of a list by their words, for lines that have lost their marks.

use std::collections::{HashMap, HashSet};

use crate::checklist::fingerprint::{essence, unescaped};
use crate::checklist::mark::{MARK, id_and_fingerprint, mark, mark_id};
use crate::checklist::{Checklist, GONE};
use crate::value::Day;

/// What a line without a mark may be.
#[derive(Debug, Default)]
pub(crate) struct KnownItems {
    items: HashMap<String, Vec<(Option<Day>, String)>>,
    sections: HashMap<String, String>,
}

/// The ids of all items that have a mark.
pub(crate) fn item_ids(text: &str) -> HashSet<String> {
    let marks = text.match_indices(MARK).filter_map(|(at, _)| mark(&text[at..], "item"));
    marks.map(|(_, content, _)| id_and_fingerprint(content).0).collect()
}

impl KnownItems {
    /// The items and sections of a list that have no mark in a text.
    pub(crate) fn of(list: &Checklist, text: &str) -> Self {
        let marked = item_ids(text);
        let sections = text.match_indices(MARK).filter_map(|(at, _)| mark(&text[at..], "section"));
        let marked_sections: HashSet<String> = sections.map(|(_, content, _)| id_and_fingerprint(content).0).collect();
        let mut known = Self::default();
        if !marked_sections.contains("gone") {
            known.sections.extend([GONE.zh, GONE.en].map(|title| (essence(title), "gone".to_owned())));
        }
        for section in &list.sections {
            let id = mark_id(&section.id);
            if !marked_sections.contains(&id) {
                known.sections.entry(essence(&section.title)).or_insert(id);
            }
            for item in section.items.iter().filter(|item| !marked.contains(&mark_id(&item.id))) {
                let due = item.due.map(|due| due.day);
                known.items.entry(essence(&item.text)).or_default().push((due, mark_id(&item.id)));
            }
        }
        known
    }

    /// The section with this title.
    pub(super) fn section(&self, words: &str) -> Option<&str> {
        self.sections.get(&essence(words)).map(String::as_str)
    }

    /// The item with these words: alone, or with its date and people behind a dash.
    pub(super) fn item(&self, words: &str) -> Option<&str> {
        let with_details = words.rsplit_once(" — ");
        let found = self.items.get(&essence(words)).map(|found| (found, None));
        let found = found.or_else(|| {
            let (words, details) = with_details?;
            Some((self.items.get(&essence(words))?, Some(details)))
        });
        let (found, details) = found?;
        if let [(_, only)] = &found[..] {
            return Some(only);
        }
        let day: Day = unescaped(details?).trim_start().get(..10)?.parse().ok()?;
        let mut same = found.iter().filter(|(due, _)| *due == Some(day));
        match (same.next(), same.next()) {
            (Some((_, id)), None) => Some(id),
            _ => None,
        }
    }

    /// Whether there is anything to recognise.
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}
