//! A table that people sort, filter and fill in, and that can be read back: header, drop-downs, hidden ids.

use rust_xlsxwriter::{ConditionalFormatFormula, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::cell::{WorkbookCell, write_text};
use super::choices::Choices;
use super::look::RowLook;
use super::paper;
use super::sheet_names::SheetNames;
use super::styles::Styles;

/// Rows of a sheet of Excel below the header.
const MOST_ROWS: usize = 1_048_575;
/// From so many rows on, rows are written away at once and not kept.
const MANY_ROWS: usize = 20_000;
/// The height of a line and what is around it, in points.
const LINE: f64 = 13.0;
const PADDING: f64 = 3.0;
/// A row is so many lines high at most: Excel allows 409 points.
const MOST_LINES: usize = 30;
/// Empty rows below the last one in which things can be chosen as well.
const ROOM: u32 = 50;

/// A table.
#[derive(Debug)]
pub(in crate::render) struct WorkbookTable {
    /// The name of its sheet.
    pub name: String,
    /// Its columns; one that is empty in all rows, and is not to be filled in, is left out.
    pub columns: Vec<WorkbookColumn>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<WorkbookRow>,
    /// Which rows are late.
    pub late: Option<LateRule>,
}

/// A column.
#[derive(Debug)]
pub(in crate::render) struct WorkbookColumn {
    /// Its header.
    pub head: &'static str,
    /// How wide it is, in characters of Latin text.
    pub width: u8,
    /// What is done with it.
    pub use_: ColumnUse,
}

/// What is done with a column.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render) enum ColumnUse {
    /// It is read.
    Read,
    /// One of these is chosen, or something else written.
    Choose(Vec<String>),
    /// One of these is chosen; it comes filled in.
    Change(Vec<String>),
    /// A whole number is written.
    Count,
    /// Anything is written.
    Write,
    /// It is not shown: programs need it.
    Hidden,
}

/// A row.
#[derive(Debug)]
pub(in crate::render) struct WorkbookRow {
    /// Its cells.
    pub cells: Vec<WorkbookCell>,
    /// How it looks.
    pub look: RowLook,
}

/// A row is late when its day has passed and nothing says what became of it.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct LateRule {
    /// The column of the day.
    pub day: usize,
    /// The column of what became of it.
    pub done: usize,
}

/// Writes a table; one with too many rows goes on in further sheets. Gives back the name of the first one.
pub(super) fn write(
    book: &mut Workbook,
    table: WorkbookTable,
    title: &str,
    styles: &Styles,
    names: &mut SheetNames,
    choices: &mut Choices,
) -> Result<String, XlsxError> {
    let mut first = None;
    let WorkbookTable { name, columns, rows, late } = table;
    let is_filled = |at: usize| rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_blank()));
    let is_shown = |at: &usize| columns[*at].use_ != ColumnUse::Read || is_filled(*at);
    let shown: Vec<usize> = (0..columns.len()).filter(is_shown).collect();
    let mut parts = rows.chunks(MOST_ROWS).collect::<Vec<_>>();
    if parts.is_empty() {
        parts.push(&[]);
    }
    for part in parts {
        let sheet = match part.len() {
            MANY_ROWS.. => book.add_worksheet_with_constant_memory()?,
            _ => book.add_worksheet(),
        };
        let own = names.unique(&name);
        sheet.set_name(&own)?;
        first.get_or_insert(own);
        let title = if name.is_empty() { title.to_owned() } else { format!("{title} · {name}") };
        paper::set_up(sheet, &title, false, styles.language);
        let last = u32::try_from(part.len()).unwrap_or(u32::MAX);
        set_columns(sheet, &columns, &shown, last, choices)?;
        mark_late(sheet, late, &shown, last, styles)?;
        write_rows(sheet, part, &columns, &shown, styles)?;
    }
    Ok(first.unwrap_or_default())
}

/// Widths, what can be chosen, the header that stays.
fn set_columns(
    sheet: &mut Worksheet,
    columns: &[WorkbookColumn],
    shown: &[usize],
    last: u32,
    choices: &mut Choices,
) -> Result<(), XlsxError> {
    let end = last.saturating_add(ROOM).min(MOST_ROWS as u32);
    for (at, column) in (0u16..).zip(shown.iter().map(|at| &columns[*at])) {
        sheet.set_column_width(at, column.width)?;
        let rule = match &column.use_ {
            ColumnUse::Choose(words) | ColumnUse::Change(words) => choices.drop_down(words),
            ColumnUse::Count => Some(choices.count()?),
            ColumnUse::Hidden => {
                sheet.set_column_hidden(at)?;
                None
            }
            ColumnUse::Read | ColumnUse::Write => None,
        };
        if let Some(rule) = rule {
            sheet.add_data_validation(1, at, end, at, &rule)?;
        }
    }
    let width = u16::try_from(shown.len()).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    if let Some(column) = width.checked_sub(1) {
        sheet.autofilter(0, 0, last.max(1), column)?;
    }
    Ok(())
}

/// Colours rows that are late on the day on which the workbook is looked at; a row that somebody adds too.
fn mark_late(
    sheet: &mut Worksheet,
    late: Option<LateRule>,
    shown: &[usize],
    last: u32,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let place = |column: usize| shown.iter().position(|at| *at == column).and_then(|at| u16::try_from(at).ok());
    let Some((day, done)) = late.and_then(|late| place(late.day).zip(place(late.done))) else { return Ok(()) };
    let [day, done] = [day, done].map(rust_xlsxwriter::utility::column_number_to_name);
    let rule = format!("=AND(ISNUMBER(${day}2),${day}2<TODAY(),${done}2=\"\")");
    let format = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(styles.late());
    let width = u16::try_from(shown.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.add_conditional_format(1, 0, last.saturating_add(ROOM).min(MOST_ROWS as u32), width, &format)?;
    Ok(())
}

fn write_rows(
    sheet: &mut Worksheet,
    rows: &[WorkbookRow],
    columns: &[WorkbookColumn],
    shown: &[usize],
    styles: &Styles,
) -> Result<(), XlsxError> {
    let head = styles.head();
    for (place, at) in (0u16..).zip(shown) {
        write_text(sheet, (0, place), columns[*at].head, &head)?;
    }
    let is_input =
        |column: &WorkbookColumn| matches!(column.use_, ColumnUse::Choose(_) | ColumnUse::Count | ColumnUse::Write);
    let formats = Formats::new(styles);
    for (line, row) in (1u32..).zip(rows) {
        // not all programs make rows as high as their texts
        let heights = shown.iter().map(|at| height(row.cells.get(*at), &columns[*at]));
        sheet.set_row_height(line, LINE * heights.max().unwrap_or(1) as f64 + PADDING)?;
        for (place, at) in (0u16..).zip(shown) {
            let cell = row.cells.get(*at).unwrap_or(&WorkbookCell::Blank);
            cell.write(sheet, (line, place), formats.get(cell, row.look, is_input(&columns[*at])))?;
        }
    }
    Ok(())
}

/// How many lines a cell takes.
fn height(cell: Option<&WorkbookCell>, column: &WorkbookColumn) -> usize {
    match cell {
        Some(WorkbookCell::Text(text)) if column.use_ != ColumnUse::Hidden => {
            lines(text, usize::from(column.width)).clamp(1, MOST_LINES)
        }
        _ => 1,
    }
}

/// How many lines a text takes in so many characters; words are not cut, so the last one is not counted on.
pub(super) fn lines(text: &str, width: usize) -> usize {
    text.lines().map(|line| line.width().div_ceil(width.saturating_sub(1).max(1)).max(1)).sum()
}

/// The formats of cells, each made once.
struct Formats(Vec<rust_xlsxwriter::Format>);

impl Formats {
    const LOOKS: [RowLook; 4] = [RowLook::Plain, RowLook::DayOff, RowLook::Cancelled, RowLook::Borrowed];

    fn new(styles: &Styles) -> Self {
        let kinds = [
            WorkbookCell::Blank,
            WorkbookCell::Day(crate::value::Day(0)),
            WorkbookCell::Time(crate::value::Clock::MIDNIGHT),
            WorkbookCell::Number(0.0),
        ];
        let all = kinds.iter().flat_map(|kind| Self::LOOKS.map(|look| (kind, look)));
        Self(all.flat_map(|(kind, look)| [false, true].map(|input| styles.cell(kind, look, input))).collect())
    }

    fn get(&self, cell: &WorkbookCell, look: RowLook, is_input: bool) -> &rust_xlsxwriter::Format {
        let kind = match cell {
            WorkbookCell::Blank | WorkbookCell::Text(_) => 0,
            WorkbookCell::Day(_) => 1,
            WorkbookCell::Time(_) => 2,
            WorkbookCell::Number(_) => 3,
        };
        &self.0[(kind * Self::LOOKS.len() + look as usize) * 2 + usize::from(is_input)]
    }
}
