//! The table of a calendar that people filled in: what became of which entry, who did it, how many came, what they noted.
//!
//! A row goes to an entry only where its id and its words agree, or one of them is all there is. What cannot be placed is
//! listed, with everything that was written into it. Must not decide what is done with it.

mod column;
mod filled;
mod outcome;
mod place;

use std::collections::BTreeMap;

use column::{ReturnedColumn, columns};
use filled::FilledRow;
pub use outcome::{Outcome, ReturnedRow};
use place::Entries;
pub use place::{CalendarEntry, Misplaced};

use crate::table::{ReadTable, TableCell};
use crate::value::Day;

/// Why something of a row was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// It belongs to no entry for certain.
    Misplaced(Misplaced),
    /// Two rows of one entry say different things.
    Conflict,
    /// A cell says something that is none of the choices: its words.
    Unclear(String),
}

/// A row that was not taken, or not as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultyRow {
    /// Its number in the table.
    pub row: usize,
    /// All that stands in it.
    pub words: String,
    /// Why.
    pub fault: RowFault,
    /// What people wrote into it.
    pub written: ReturnedRow,
    /// The ids of entries that it may belong to, the likeliest first: of its day, or of its title.
    pub candidates: Vec<String>,
}

/// What became of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returned {
    /// By UID what people wrote; rows without a word of theirs are not in it.
    pub rows: BTreeMap<String, ReturnedRow>,
    /// What was not taken.
    pub faults: Vec<FaultyRow>,
}

/// Whether a row has the headers of a calendar that is filled in.
pub fn is_calendar(table: &ReadTable) -> bool {
    table.rows.iter().take(30).any(|row| columns(row).is_some())
}

/// Reads a table back; none where no row has the headers of a calendar.
pub fn returned(table: &ReadTable, entries: &[CalendarEntry]) -> Option<Returned> {
    let (at, columns) = table.rows.iter().take(30).enumerate().find_map(|(at, row)| Some((at, columns(row)?)))?;
    let rows: Vec<FilledRow<'_>> =
        table.rows[at + 1..].iter().map(|row| FilledRow { row, columns: &columns }).collect();
    let known = Entries::of(entries);
    let mut out = Returned::default();
    let mut taken: BTreeMap<&str, Vec<(usize, ReturnedRow)>> = BTreeMap::new();
    let exact: Vec<&str> = rows.iter().filter_map(|row| known.exact(row)).map(|entry| entry.uid.as_str()).collect();
    for row in &rows {
        let mut fault = |fault: RowFault| {
            let is_misplaced = matches!(fault, RowFault::Misplaced(_));
            let candidates = if is_misplaced { known.candidates(row, entries) } else { Vec::new() };
            let (number, words, written) = (row.row.number, row.words(), written_alone(row));
            out.faults.push(FaultyRow { row: number, words, fault, written, candidates });
        };
        match known.entry(row, &exact) {
            Ok(entry) => {
                let (written, unclear) = written(row, entry);
                unclear.into_iter().for_each(|words| fault(RowFault::Unclear(words)));
                if written != ReturnedRow::default() {
                    taken.entry(&entry.uid).or_default().push((row.row.number, written));
                }
            }
            Err(why) if row.is_touched() => fault(RowFault::Misplaced(why)),
            // nothing was written into it
            Err(_) => {}
        }
    }
    for (uid, mut written) in taken {
        let (_, first) = written.swap_remove(0);
        if written.iter().all(|(_, other)| *other == first) {
            out.rows.insert(uid.to_owned(), first);
            continue;
        }
        let of = |row: &&FilledRow<'_>| known.entry(row, &exact).is_ok_and(|entry| entry.uid == uid);
        let faults = rows.iter().filter(of).map(|row| FaultyRow {
            row: row.row.number,
            words: row.words(),
            fault: RowFault::Conflict,
            written: ReturnedRow::default(),
            candidates: Vec::new(),
        });
        out.faults.extend(faults);
    }
    out.faults.sort_by_key(|fault| fault.row);
    Some(out)
}

/// What people wrote into a row whose entry is not known.
fn written_alone(row: &FilledRow<'_>) -> ReturnedRow {
    let entry = CalendarEntry {
        uid: String::new(),
        day: Day(0),
        time: None,
        title: String::new(),
        person: None,
        is_cancelled: false,
    };
    // who it is planned for is known only with the entry
    ReturnedRow { person: None, ..written(row, &entry).0 }
}

/// What people wrote, and cells that say something else.
fn written(row: &FilledRow<'_>, entry: &CalendarEntry) -> (ReturnedRow, Vec<String>) {
    let mut unclear = Vec::new();
    let done = row.text(ReturnedColumn::Done);
    let outcome = match column::outcome(&done) {
        Ok(outcome) => outcome.filter(|outcome| !(entry.is_cancelled && *outcome == Outcome::Cancelled)),
        Err(()) => {
            unclear.push(done);
            None
        }
    };
    let came = match row.cell(ReturnedColumn::Came) {
        TableCell::Empty => None,
        cell => {
            let text = cell.to_string();
            let number = text.trim().trim_end_matches(['人', '位']).trim().parse().ok();
            unclear.extend(number.is_none().then_some(text));
            number
        }
    };
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let person = some(row.text(ReturnedColumn::Person)).filter(|person| Some(person) != entry.person.as_ref());
    (ReturnedRow { outcome, came, person, notes: some(row.text(ReturnedColumn::Notes)) }, unclear)
}
