//! To which entry a row belongs: its id and its words, title and day, must agree, or one of them must be all there is.

use std::collections::HashMap;

use super::column::ReturnedColumn;
use super::filled::FilledRow;
use crate::human_date;
use crate::table::TableCell;
use crate::value::{Clock, Day};

/// An entry as it was written into the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Its UID.
    pub uid: String,
    /// Its day.
    pub day: Day,
    /// Its time.
    pub time: Option<Clock>,
    /// Its title.
    pub title: String,
    /// Who is planned.
    pub person: Option<String>,
    /// Whether the plan has it as cancelled.
    pub is_cancelled: bool,
}

/// Why a row belongs to no entry for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// Its id is that of one entry, its words are those of another, or of none.
    Contradiction,
    /// Several entries have its words.
    Ambiguous,
    /// No entry has its id or its words: somebody added it, or it is of another calendar.
    Unknown,
}

/// So many entries are offered for a row at most.
const MOST_CANDIDATES: usize = 9;

/// Entries by id and by words.
pub(super) struct Entries<'e> {
    ids: HashMap<&'e str, &'e CalendarEntry>,
    words: HashMap<(String, Day), Vec<&'e CalendarEntry>>,
}

impl<'e> Entries<'e> {
    pub(super) fn of(entries: &'e [CalendarEntry]) -> Self {
        let mut words: HashMap<_, Vec<_>> = HashMap::new();
        for entry in entries {
            words.entry((essence(&entry.title), entry.day)).or_default().push(entry);
        }
        Self { ids: entries.iter().map(|entry| (entry.uid.as_str(), entry)).collect(), words }
    }

    /// The entry whose id and words a row has, both.
    pub(super) fn exact(&self, row: &FilledRow<'_>) -> Option<&'e CalendarEntry> {
        let entry = *self.ids.get(row.text(ReturnedColumn::Uid).as_str())?;
        agrees(row, entry, self.of_words(row)).then_some(entry)
    }

    /// The entry of a row; `exact` are the ids of those that some row has with its words.
    pub(super) fn entry(&self, row: &FilledRow<'_>, exact: &[&str]) -> Result<&'e CalendarEntry, Misplaced> {
        let uid = row.text(ReturnedColumn::Uid);
        let same = self.of_words(row);
        match self.ids.get(uid.as_str()) {
            Some(entry) if agrees(row, entry, same) => Ok(entry),
            Some(_) if !same.is_empty() => Err(Misplaced::Contradiction),
            // its title or its day was edited; another row that has both is the one
            Some(entry) => {
                let is_like =
                    essence(&row.text(ReturnedColumn::Title)) == essence(&entry.title) || day(row) == Some(entry.day);
                let is_alone = !exact.contains(&entry.uid.as_str());
                if is_like && is_alone { Ok(entry) } else { Err(Misplaced::Contradiction) }
            }
            None => match same[..] {
                [] => Err(Misplaced::Unknown),
                [only] => Ok(only),
                _ => {
                    let time = start(row);
                    let mut fitting = same.iter().filter(|entry| entry.time == time);
                    fitting.next().filter(|_| fitting.next().is_none()).copied().ok_or(Misplaced::Ambiguous)
                }
            },
        }
    }

    /// The entries that a row may be about, the likeliest first: of its title, the nearest day first, then of its day.
    pub(super) fn candidates(&self, row: &FilledRow<'_>, entries: &[CalendarEntry]) -> Vec<String> {
        let (title, day) = (essence(&row.text(ReturnedColumn::Title)), day(row));
        let is_named = |entry: &&CalendarEntry| !title.is_empty() && essence(&entry.title) == title;
        let distance = |entry: &CalendarEntry| day.map_or(0, |day| (entry.day.0 - day.0).abs());
        let mut named: Vec<&CalendarEntry> = entries.iter().filter(is_named).collect();
        named.sort_by_key(|entry| distance(entry));
        named.truncate(MOST_CANDIDATES / 2);
        let of_day = entries.iter().filter(|entry| day == Some(entry.day) && !is_named(entry));
        let of_id = self.ids.get(row.text(ReturnedColumn::Uid).as_str()).copied();
        let mut found: Vec<String> = Vec::new();
        for entry in of_id.into_iter().chain(named).chain(of_day) {
            if !found.contains(&entry.uid) && found.len() < MOST_CANDIDATES {
                found.push(entry.uid.clone());
            }
        }
        found
    }

    /// The entries with the title and the day of a row.
    fn of_words(&self, row: &FilledRow<'_>) -> &[&'e CalendarEntry] {
        let title = essence(&row.text(ReturnedColumn::Title));
        let found = day(row).filter(|_| !title.is_empty()).and_then(|day| self.words.get(&(title, day)));
        found.map_or(&[], Vec::as_slice)
    }
}

/// Whether the words of a row are those of an entry, and not, by its time, those of another one of that title and day.
fn agrees(row: &FilledRow<'_>, entry: &CalendarEntry, same: &[&CalendarEntry]) -> bool {
    let (is_there, time) = (same.iter().any(|known| known.uid == entry.uid), start(row));
    let is_others = entry.time != time && same.iter().any(|other| other.uid != entry.uid && other.time == time);
    is_there && !is_others
}

fn start(row: &FilledRow<'_>) -> Option<Clock> {
    match row.cell(ReturnedColumn::Start) {
        TableCell::Time(time) | TableCell::Moment(_, Some(time)) => Some(*time),
        cell => cell.to_string().parse().ok(),
    }
}

fn day(row: &FilledRow<'_>) -> Option<Day> {
    match row.cell(ReturnedColumn::Date) {
        TableCell::Moment(day, _) => Some(*day),
        TableCell::Text(text) => human_date::full_date(text).ok(),
        _ => None,
    }
}

/// A title without what programs change in it.
fn essence(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
