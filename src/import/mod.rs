//! Tables and calendars of other programs → items of a plan, and what of them was not understood and why.
//!
//! Columns are known by their words in either language, dates and times as people write them and as spreadsheets keep them.
//! Repeated dates become a phrase only where exactly one gives just these dates. Nothing is guessed: what may mean two things,
//! and what means nothing, is reported with its place. Must not read the clock or files, and must not write a plan.

mod column;
mod gather;
mod header;
mod ics;
mod item;
mod kind;
mod phrase;
mod repeat;
mod rows;
mod shape;
mod sheet;
mod weeks;
mod written;

pub use column::ImportColumn;
pub use ics::import_ics;
pub use item::{ImportKind, ImportProblem, Imported, ImportedDate, ImportedItem, ImportedWhen, MovedDate, TablePlace};
pub use repeat::{Repeated, repeated};

use crate::table::{ReadTable, TableCell, TableRow};
use crate::value::{Day, DayAndMonth, WrittenMoment};

/// The items of tables. A day without a year is the next one from `today` on, or that of the year in the title.
pub fn import_tables(tables: &[ReadTable], today: Day) -> Imported {
    let mut imported = Imported::default();
    // a workbook with a list of entries by id shows the same entries as months
    let has_list = tables.iter().any(header::is_exported);
    for table in tables.iter().filter(|table| !table.rows.is_empty()) {
        if !has_list || header::is_exported(table) {
            shape::read(table, today, &mut imported);
        }
    }
    gather::together(&mut imported);
    gather::weekdays(&mut imported);
    imported
}

/// Writes the dates of each column in the one way in which all of them can be read: a column with `20/08/2026` in it has the
/// day first. Where nothing tells, and no order is given, a date that can be two stays as it is.
pub fn settle_dates(tables: &mut [ReadTable], order: Option<DayAndMonth>) {
    for table in tables {
        let columns = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for at in 0..columns {
            let written = |row: &TableRow| match row.cells.get(at) {
                Some(TableCell::Text(text)) => WrittenMoment::of(text),
                _ => None,
            };
            let mut orders: Vec<DayAndMonth> = table.rows.iter().filter_map(|row| written(row)?.order()).collect();
            orders.dedup();
            let order = match orders[..] {
                [] => order,
                [of_column] => Some(of_column),
                _ => None,
            };
            let Some(order) = order else { continue };
            for row in &mut table.rows {
                let Some((day, time)) = written(row).filter(|it| it.is_ambiguous()).and_then(|it| it.read(Some(order)))
                else {
                    continue;
                };
                let text = time.map_or_else(|| day.to_string(), |time| format!("{day} {time}"));
                row.cells[at] = TableCell::Text(text);
            }
        }
    }
}

/// Writes another text into the cell of a problem; whether there is such a cell.
pub fn correct(tables: &mut [ReadTable], problem: &ImportProblem, text: &str) -> bool {
    let of_sheet = tables.iter_mut().filter(|table| table.name == problem.place.sheet);
    let rows = of_sheet.flat_map(|table| &mut table.rows).filter(|row| row.number == problem.place.row);
    let mut cells = rows.flat_map(|row| &mut row.cells).filter(|cell| !cell.is_empty());
    let cell = cells.find(|cell| cell.to_string() == problem.cell);
    cell.map(|cell| *cell = TableCell::Text(text.to_owned())).is_some()
}

#[cfg(test)]
mod tests;
