//! A calendar's workbook that people filled in, taken into readings: ticks, how many came, notes. Each goes to the entry whose
//! id and words it has; what cannot be placed is listed with everything in it.

use super::super::edit::Draft;
use super::super::failure::Failure;
use super::super::{out, prompt};
use crate::language::{Language, Text};

use crate::records::{RecordedReading, assignment};
use crate::render::{clean, returned_fault, returned_hint};
use crate::returned::{CalendarEntry, FaultyRow, Outcome, Returned, ReturnedRow, returned};
use crate::table::ReadTable;
use crate::value::{Day, DayWindow};

const WHICH: Text = Text::new("是哪一项？写号（回车不记）", "Which one is it? Its number (Enter leaves it out)");
const LEFT_OUT: Text = Text::new("没有记。", "Not recorded.");

/// Days back and ahead in which the entries of a workbook are looked for.
const BACK: i32 = 400;
const AHEAD: i32 = 400;

/// The readings of the first table that is a calendar; none where no table is.
pub(super) fn readings(
    (name, tables): (&str, &[ReadTable]),
    by: Option<&str>,
    draft: &Draft,
) -> Result<Option<Vec<RecordedReading>>, Failure> {
    let (opened, language) = (&draft.opened, draft.opened.language);
    let made = opened.calendar(draft.today.plus(-BACK), draft.today.plus(AHEAD), None)?;
    let rows = opened.view(&made).rows();
    let entries: Vec<CalendarEntry> = (rows.iter())
        .map(|row| CalendarEntry {
            uid: row.uid.clone(),
            day: row.start.day,
            time: row.start.time,
            title: row.title.clone(),
            person: row.person.clone(),
            is_cancelled: row.cancelled,
        })
        .collect();
    let Some(Returned { rows: written, faults }) = tables.iter().find_map(|table| returned(table, &entries)) else {
        return Ok(None);
    };
    let mut readings = Vec::new();
    for (uid, row) in &written {
        let Some(entry) = entries.iter().find(|entry| entry.uid == *uid) else { continue };
        let of_row = of_row(row, uid, entry.day, (name, by), draft.today);
        show_rest(row, entry, !of_row.is_empty(), language);
        readings.extend(of_row);
    }
    for fault in &faults {
        out::message(&clean(&returned_fault(fault, language)));
        let Some(entry) = asked_for(fault, &entries, language)? else { continue };
        let of_row = of_row(&fault.written, &entry.uid, entry.day, (name, by), draft.today);
        show_rest(&fault.written, entry, !of_row.is_empty(), language);
        readings.extend(of_row);
    }
    Ok(Some(readings))
}

/// The entry that a row without one belongs to, asked for on a terminal; an empty line leaves it out, and it stays listed.
fn asked_for<'e>(
    fault: &FaultyRow,
    entries: &'e [CalendarEntry],
    language: Language,
) -> Result<Option<&'e CalendarEntry>, Failure> {
    if fault.candidates.is_empty() || fault.written == ReturnedRow::default() || !prompt::can_ask() {
        return Ok(None);
    }
    let known: Vec<&CalendarEntry> =
        (fault.candidates.iter()).filter_map(|uid| entries.iter().find(|entry| entry.uid == *uid)).collect();
    for (at, entry) in known.iter().enumerate() {
        let time = entry.time.map(|time| format!(" {time}")).unwrap_or_default();
        out::message(&clean(&format!("  {}. {}{time} {}", at + 1, entry.day, entry.title)));
    }
    while let Some(typed) = prompt::text(WHICH, LEFT_OUT, language)? {
        let number = crate::value::fold_width(typed.trim()).parse::<usize>().ok();
        match number.and_then(|number| known.get(number.checked_sub(1)?)) {
            Some(entry) => return Ok(Some(*entry)),
            None => out::message(Text::new("要一个上面的号", "a number of the list above, please").get(language)),
        }
    }
    Ok(None)
}

/// What a row says as readings: whether it was done, how many came; the note is with the first.
fn of_row(
    row: &ReturnedRow,
    uid: &str,
    day: Day,
    (source, by): (&str, Option<&str>),
    today: Day,
) -> Vec<RecordedReading> {
    let done = (row.outcome == Some(Outcome::Done)).then(|| "done=yes".to_owned());
    let came = row.came.map(|came| format!("came={came}"));
    let mut note = row.notes.clone();
    let all = came.into_iter().chain(done).filter_map(|typed| assignment(&typed, None).ok());
    all.map(|(measure, value, of)| RecordedReading {
        id: String::new(),
        recorded: today,
        window: DayWindow { first: day, last: day },
        subject: uid.to_owned(),
        arm: None,
        measure,
        value,
        of,
        by: by.map(str::to_owned),
        source: Some(source.to_owned()),
        replaces: None,
        note: note.take(),
    })
    .collect()
}

/// What a row says that is no reading: who did it instead, that it was cancelled, a note alone.
fn show_rest(row: &ReturnedRow, entry: &CalendarEntry, has_reading: bool, language: Language) {
    let title = Text::new("{day}“{title}”：", "{day} \"{title}\": ")
        .fill(language, |fact| Some(if fact == "day" { entry.day.to_string() } else { entry.title.clone() }));
    for hint in returned_hint(row, has_reading, language) {
        out::message(&clean(&format!("{title}{hint}")));
    }
}
