//! A grid of weeks: a month on the wall, or a timetable of one week.

use super::column::ImportColumn as C;
use super::header;
use super::item::{ImportKind, ImportedDate, ImportedItem, ImportedWhen};
use super::sheet::ImportSheet;
use super::{Imported, kind, phrase, written};
use crate::language::Text;
use crate::table::{TableCell, TableRow};
use crate::value::{Day, TimeRange, Weekday};

const NO_MONTH: Text = Text::new(
    "不知道是哪个月：表名或标题里写上，如 2026年12月",
    "which month is it? write it into the title or the sheet's name, such as December 2026",
);

/// Reads a grid below the row of weekdays.
pub(super) fn read(sheet: &ImportSheet<'_>, at: usize, imported: &mut Imported) {
    let Some(days) = header::week(&sheet.table.rows[at]) else { return };
    let mut dates: Vec<Option<Day>> = vec![None; days.len()];
    let mut is_dated = false;
    for row in sheet.table.rows.iter().skip(at + 1) {
        let numbers = day_numbers(row, &days);
        let is_dates = !numbers.is_empty() && numbers.iter().all(Option::is_some);
        if is_dates {
            is_dated = true;
            dates = days.iter().map(|(at, weekday)| date(row.cell(*at), *weekday, sheet)).collect();
        }
        let time = row.cells.first().filter(|_| days[0].0 > 0).and_then(|cell| written::time(cell).ok().flatten());
        for ((column, weekday), date) in days.iter().zip(&dates) {
            let text = row.cell(*column).to_string();
            // the number of the day may stand above what happens, in the same cell
            let body = if is_dates { text.split_once('\n').map_or("", |(_, rest)| rest) } else { text.as_str() };
            for line in body.lines().map(str::trim).filter(|line| !line.is_empty()) {
                let (own, title) = timed(line);
                let when = match date {
                    Some(day) => ImportedWhen::Dates(vec![ImportedDate { day: *day, last: None, time: own.or(time) }]),
                    None if is_dated => {
                        imported.problems.push(sheet.problem(row.number, "", line, NO_MONTH));
                        continue;
                    }
                    None => match phrase::rhythm("", Some(*weekday), own.or(time), sheet.near) {
                        Some(Ok(rhythm)) => {
                            ImportedWhen::Phrase { cadence: Box::new(rhythm.cadence), from: None, until: None }
                        }
                        _ => ImportedWhen::Unknown,
                    },
                };
                let kind = kind::of_words(title).unwrap_or(ImportKind::Activity);
                let (title, owner) = owned(title);
                let fields = owner.map(|owner| (C::Owner, owner)).into_iter().collect();
                let places = vec![sheet.place(row.number)];
                imported.items.push(ImportedItem { kind, title, when, fields, places, moved: Vec::new(), own: None });
            }
        }
    }
}

/// For each filled cell below a weekday whether it begins with the number of a day.
fn day_numbers(row: &TableRow, days: &[(usize, Weekday)]) -> Vec<Option<i32>> {
    let cells = days.iter().map(|(at, _)| row.cell(*at)).filter(|cell| !cell.is_empty());
    cells.map(|cell| number(cell).or_else(|| matches!(cell, TableCell::Moment(..)).then_some(0))).collect()
}

/// The number of a day at the beginning of a cell.
fn number(cell: &TableCell) -> Option<i32> {
    let text = cell.to_string();
    let first = text.lines().next()?.trim();
    let digits = first.trim_end_matches(['日', '号']);
    digits.parse().ok().filter(|n| (1..=31).contains(n))
}

/// The date of a cell: its number in the month of the title, where the weekday agrees.
fn date(cell: &TableCell, weekday: Weekday, sheet: &ImportSheet<'_>) -> Option<Day> {
    if let TableCell::Moment(day, _) = cell {
        return Some(*day).filter(|day| day.weekday() == weekday);
    }
    let (month, number) = (sheet.month?, number(cell)?);
    // the days around the month are those of its neighbours
    let months = [month, crate::value::Month(month.0 - 1), crate::value::Month(month.0 + 1)];
    let days = months.into_iter().filter_map(|month| Day::from_ymd(month.year(), month.month(), number));
    days.into_iter().find(|day| day.weekday() == weekday)
}

/// A time at the beginning of a line, and the rest.
fn timed(line: &str) -> (Option<TimeRange>, &str) {
    let breaks = line.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at).take(3);
    let found = breaks.filter_map(|at| Some((written::time_of_text(&line[..at])?, line[at..].trim()))).last();
    found.map_or((None, line), |(time, rest)| (Some(time), rest))
}

/// Who is named at the end of a line: 共读夜（小雨）, Reading night (Ana).
fn owned(line: &str) -> (String, Option<String>) {
    let bare = line.strip_suffix('）').or_else(|| line.strip_suffix(')'));
    let split = bare.and_then(|bare| bare.rsplit_once(['（', '(']));
    match split.filter(|(title, who)| !title.trim().is_empty() && !who.trim().is_empty()) {
        Some((title, who)) => (title.trim().to_owned(), Some(who.trim().to_owned())),
        None => (line.to_owned(), None),
    }
}
