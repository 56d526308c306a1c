//! Workbooks for Excel, WPS and LibreOffice: tables that people fill in, and months that they print.
//!
//! A caller gives tables and grids as data; how they look, what may be chosen in a cell and how they are printed is decided
//! here. No cell is ever a formula or a link, whatever its text. The same input gives the same bytes. Must not read the
//! clock: the day on which a workbook is made is given.

mod cell;
mod chart;
mod choices;
mod look;
mod month_grid;
mod paper;
mod sheet_names;
mod styles;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use thiserror::Error;

pub(super) use cell::WorkbookCell;
pub(super) use chart::{ChartKind, WorkbookChart};
pub(super) use look::{GridDayKind, RowLook};
pub(super) use month_grid::{GridDay, GridLine, MonthGrid};
pub(super) use table::{ColumnUse, LateRule, WorkbookColumn, WorkbookRow, WorkbookTable};

use crate::language::Language;
use crate::value::Day;
use choices::Choices;
use sheet_names::SheetNames;
use styles::Styles;

/// Why a workbook could not be made.
#[derive(Debug, Error)]
#[error("the workbook cannot be written: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// One sheet of a workbook.
#[derive(Debug)]
pub(super) enum WorkbookSheet {
    /// A table that people sort, filter and fill in.
    Table(WorkbookTable),
    /// A table with charts below it.
    Charted(WorkbookTable, Vec<WorkbookChart>),
    /// A month on one page.
    Month(MonthGrid),
}

/// The bytes of a workbook with these sheets.
pub(super) fn workbook(
    title: &str,
    sheets: Vec<WorkbookSheet>,
    today: Day,
    language: Language,
) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    let (year, month, day) = today.ymd();
    let made = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), month as u8, day as u8)?;
    book.set_properties(&DocProperties::new().set_title(cell::fitted(title)).set_creation_datetime(&made));
    let styles = Styles::new(language);
    let mut names = SheetNames::default();
    let mut choices = Choices::new(language, &mut names);
    for sheet in sheets {
        match sheet {
            WorkbookSheet::Table(table) => {
                table::write(&mut book, table, title, &styles, &mut names, &mut choices)?;
            }
            WorkbookSheet::Charted(table, charts) => {
                let last = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
                let name = table::write(&mut book, table, title, &styles, &mut names, &mut choices)?;
                chart::draw(&mut book, (&name, last), &charts)?;
            }
            WorkbookSheet::Month(grid) => month_grid::write(&mut book, &grid, title, &styles, &mut names)?,
        }
    }
    choices.write(&mut book)?;
    Ok(book.save_to_buffer()?)
}

#[cfg(test)]
mod tests;
