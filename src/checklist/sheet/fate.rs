//! Where a row of a table belongs: its words and its id must agree, or one of them must be all there is.

use std::collections::{HashMap, HashSet};

use super::column::Column;
use super::report::RowProblem;
use super::row::{Sheet, SheetRow, is_other};
use crate::checklist::Checklist;
use crate::checklist::fingerprint::{essence, fingerprint};
use crate::checklist::mark::{ListHead, mark_id};
use crate::human_date;
use crate::value::Day;

/// How like changed words must be to those of their item.
const LIKE: f64 = 0.4;
/// Longer words are not compared, nor those of more items.
const COMPARED_BYTES: usize = 2000;
const COMPARED_ITEMS: usize = 2000;

/// Where a row belongs.
pub(super) enum Fate {
    /// To an item: its section and its place.
    Item(usize, usize),
    /// The plan no longer has it.
    Gone,
    /// People added it.
    Added,
    /// Nowhere for certain.
    Problem(RowProblem),
}

/// The fingerprint of a row, of the id and the words of its item.
pub fn row_fingerprint(id: &str, words: &str) -> String {
    fingerprint(&format!("{} {words}", mark_id(id)))
}

/// Whether id and words of a row are those that were written into it.
pub(super) fn is_intact(row: &SheetRow) -> bool {
    let written = ListHead::of_mark(row.cell(Column::List)).and_then(|head| head.title);
    written.is_some_and(|written| written == row_fingerprint(row.cell(Column::Id), row.cell(Column::Item)))
}

/// The items of a list by id and by words.
pub(super) struct Items {
    ids: HashMap<String, (usize, usize)>,
    words: HashMap<String, Vec<(usize, usize)>>,
}

impl Items {
    pub(super) fn of(list: &Checklist) -> Self {
        let mut items = Self { ids: HashMap::new(), words: HashMap::new() };
        for (at, section) in list.sections.iter().enumerate() {
            for (n, item) in section.items.iter().enumerate() {
                items.ids.insert(mark_id(&item.id), (at, n));
                items.words.entry(essence(&item.text)).or_default().push((at, n));
            }
        }
        items
    }

    /// The items that some row has with id and words.
    pub(super) fn claimed(&self, list: &Checklist, sheet: &Sheet) -> HashSet<(usize, usize)> {
        let claims = sheet.rows.iter().filter_map(|row| {
            let place = *self.ids.get(&mark_id(row.cell(Column::Id)))?;
            let item = &list.sections[place.0].items[place.1];
            (essence(&item.text) == essence(row.cell(Column::Item)) || is_intact(row)).then_some(place)
        });
        claims.collect()
    }

    /// Where a row belongs.
    pub(super) fn fate(&self, list: &Checklist, row: &SheetRow, claimed: &HashSet<(usize, usize)>) -> Fate {
        let head = ListHead::of_mark(row.cell(Column::List));
        if let Some(head) = head.as_ref().filter(|head| is_other(head, list)) {
            let of = head.of.map(|day| format!(" {day}")).unwrap_or_default();
            return Fate::Problem(RowProblem::OtherList(format!("{}{of}", head.name)));
        }
        let (id, words) = (mark_id(row.cell(Column::Id)), essence(row.cell(Column::Item)));
        let by_id = self.ids.get(&id).copied();
        let by_words = self.words.get(&words).filter(|_| !words.is_empty());
        let written = head.as_ref().and_then(|head| head.title.as_deref());
        let is_of = |place: &(usize, usize)| {
            let item = &list.sections[place.0].items[place.1];
            written.is_some_and(|written| written == row_fingerprint(&item.id, row.cell(Column::Item)))
        };
        match (by_id, by_words) {
            // id and words agree, now or as they were written
            (Some(place), Some(same)) if same.contains(&place) => Fate::Item(place.0, place.1),
            (Some(place), _) if is_intact(row) => Fate::Item(place.0, place.1),
            // words and fingerprint agree, or words are all there is: the id is damaged
            (_, Some(same)) if by_id.is_none() || same.iter().any(is_of) => {
                match (&same[..], same.iter().find(|place| is_of(place)).or_else(|| of_day(list, row, same))) {
                    ([only], _) | (_, Some(only)) => Fate::Item(only.0, only.1),
                    _ => Fate::Problem(RowProblem::Ambiguous),
                }
            }
            (Some(_), Some(_)) => Fate::Problem(RowProblem::Contradiction),
            // other words: of this item only if no other row has it
            (Some(place), None) => match claimed.contains(&place) {
                true if words.is_empty() => Fate::Problem(RowProblem::Contradiction),
                true => Fate::Added,
                false if self.is_edited(list, place, row, &words) => Fate::Item(place.0, place.1),
                false => Fate::Problem(RowProblem::Contradiction),
            },
            (None, None) if !id.is_empty() && is_intact(row) => Fate::Gone,
            (None, _) if words.is_empty() => Fate::Problem(RowProblem::Contradiction),
            (None, _) => Fate::Added,
        }
    }

    /// Whether words of a row are those of an item after people changed them: what was written into the row were the words
    /// of the item, it has its day, and no other item has words that are nearer.
    fn is_edited(&self, list: &Checklist, place: (usize, usize), row: &SheetRow, words: &str) -> bool {
        let item = &list.sections[place.0].items[place.1];
        let written = ListHead::of_mark(row.cell(Column::List)).and_then(|head| head.title);
        let is_other_day = item.due.is_some_and(|due| day(row, due.day).is_some_and(|day| day != due.day));
        if is_other_day || written.is_some_and(|written| written != row_fingerprint(&item.id, &item.text)) {
            return false;
        }
        if words.is_empty() {
            return true;
        }
        if words.len() > COMPARED_BYTES || self.words.len() > COMPARED_ITEMS {
            return false;
        }
        let likeness = |other: &str| strsim::normalized_levenshtein(words, other);
        let own = likeness(&essence(&item.text));
        own >= LIKE && self.words.iter().all(|(other, places)| places.contains(&place) || likeness(other) < own)
    }
}

/// Of several items with the words of a row the only one with its day.
fn of_day<'p>(list: &Checklist, row: &SheetRow, same: &'p [(usize, usize)]) -> Option<&'p (usize, usize)> {
    let day = day(row, list.of.unwrap_or(Day(0)))?;
    let is_it = |(at, n): &&(usize, usize)| list.sections[*at].items[*n].due.is_some_and(|due| due.day == day);
    let mut found = same.iter().filter(is_it);
    found.next().filter(|_| found.next().is_none())
}

/// The day of a row.
pub(super) fn day(row: &SheetRow, near: Day) -> Option<Day> {
    human_date::day(row.cell(Column::Date), near).ok()
}
