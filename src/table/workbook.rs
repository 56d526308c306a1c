//! The sheets of an xlsx → tables. Cells are read one after another, so that a sheet with one cell far away stays small.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetVisible, Xlsx};

use super::cell::TableCell;
use super::decode::TableError;
use super::rows::{MOST_COLUMNS, MOST_ROWS, ReadTable, TableRow};
use crate::value::{Clock, Day};

/// Bytes that a workbook unzips to at most, and files in it.
const MOST_BYTES: u64 = 256 << 20;
const MOST_FILES: usize = 2_000;
/// Empty cells that hold a place among others, and merged areas, at most.
const MOST_CELLS: usize = 4_000_000;

/// Reads all sheets that people see. The library panics on some damaged files, such as those with a cell `A99999999999`.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<ReadTable>, TableError> {
    unzip_within_bounds(bytes)?;
    let read = std::panic::catch_unwind(|| sheets(bytes));
    read.unwrap_or_else(|_| Err(TableError::Damaged("a cell is out of place".to_owned())))
}

fn sheets(bytes: &[u8]) -> Result<Vec<ReadTable>, TableError> {
    let damaged = |error: calamine::XlsxError| TableError::Damaged(error.to_string());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let sheets = book.sheets_metadata().to_vec();
    let mut tables = Vec::new();
    let mut total = 0;
    for sheet in sheets.iter().filter(|sheet| sheet.visible == SheetVisible::Visible) {
        // a sheet of a chart has no cells
        let Ok(merged) = book.merge_cells_by_sheet_name(&sheet.name) else { continue };
        let mut table = ReadTable { name: Some(sheet.name.clone()), rows: Vec::new() };
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(damaged)?;
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize, column as usize);
            let value = value(cell.get_value());
            if value.is_empty() {
                continue;
            }
            total += put(&mut table, row, column, value)?;
            if total > MOST_CELLS {
                return Err(TableError::TooLarge);
            }
        }
        merged.iter().for_each(|area| fill(&mut table, area));
        tables.push(table);
    }
    Ok(tables)
}

/// Puts a cell into its place; how many cells that took.
fn put(table: &mut ReadTable, row: usize, column: usize, value: TableCell) -> Result<usize, TableError> {
    if row >= MOST_ROWS || column >= MOST_COLUMNS {
        return Err(TableError::TooLarge);
    }
    let number = row + 1;
    if table.rows.last().is_none_or(|last| last.number < number) {
        table.rows.push(TableRow { number, cells: Vec::new() });
    }
    let Ok(at) = table.rows.binary_search_by_key(&number, |row| row.number) else { return Ok(0) };
    let cells = &mut table.rows[at].cells;
    let before = cells.len();
    if before <= column {
        cells.resize(column + 1, TableCell::Empty);
    }
    cells[column] = value;
    Ok(cells.len() - before)
}

/// A merged cell counts for each of its rows; across columns it is a title.
fn fill(table: &mut ReadTable, area: &Dimensions) {
    let (first, last) = (area.start.0 as usize + 1, area.end.0 as usize + 1);
    let column = area.start.1 as usize;
    if area.start.1 != area.end.1 || first == last {
        return;
    }
    let Ok(at) = table.rows.binary_search_by_key(&first, |row| row.number) else { return };
    let value = table.rows[at].cell(column).clone();
    if value.is_empty() {
        return;
    }
    for row in table.rows[at + 1..].iter_mut().take_while(|row| row.number <= last) {
        if row.cells.len() <= column {
            row.cells.resize(column + 1, TableCell::Empty);
        }
        row.cells[column] = value.clone();
    }
}

fn value(data: &DataRef<'_>) -> TableCell {
    match data {
        DataRef::String(text) => TableCell::of_text(text),
        DataRef::SharedString(text) => TableCell::of_text(text),
        DataRef::Int(number) => TableCell::Number(*number as f64),
        DataRef::Float(number) => TableCell::Number(*number),
        DataRef::Bool(truth) => TableCell::Truth(*truth),
        DataRef::DateTime(moment) => moment_of(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => TableCell::of_text(text),
        DataRef::Error(_) | DataRef::Empty => TableCell::Empty,
    }
}

/// A date, a time, or both, to the minute.
fn moment_of(moment: &ExcelDateTime) -> TableCell {
    let serial = moment.as_f64();
    let minutes = ((serial - serial.floor()) * 1440.0).round() as i32;
    let (time, more) = Clock::from_minutes(minutes);
    if moment.is_duration() || (0.0..1.0).contains(&serial) {
        return TableCell::Time(time);
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let Some(day) = Day::from_ymd(year.into(), month.into(), day.into()) else { return TableCell::Number(serial) };
    // the last half minute of a day is the next one
    let day = if more > 0 { day.plus(more) } else { day };
    TableCell::Moment(day, (minutes != 0).then_some(time))
}

/// What a workbook unzips to is measured before anything of it is kept: sizes that it states may be wrong.
fn unzip_within_bounds(bytes: &[u8]) -> Result<(), TableError> {
    let damaged = |error: &dyn std::fmt::Display| TableError::Damaged(error.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MOST_FILES {
        return Err(TableError::TooLarge);
    }
    let mut left = MOST_BYTES;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|error| damaged(&error))?;
        let size = io::copy(&mut file.take(left + 1), &mut io::sink()).map_err(|error| damaged(&error))?;
        left = left.checked_sub(size).ok_or(TableError::TooLarge)?;
    }
    Ok(())
}
