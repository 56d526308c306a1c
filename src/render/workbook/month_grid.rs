//! A month on one page: a week a row, Monday first, for the wall.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::cell::write_text;
use super::look::GridDayKind;
use super::paper;
use super::sheet_names::SheetNames;
use super::styles::Styles;
use super::table::lines;
use crate::language::{Language, Text};
use crate::value::{Day, Month, Weekday};

/// The width of a day, in characters of Latin text.
const WIDTH: u16 = 20;
/// The height of a line, in points.
const LINE: f64 = 13.0;
/// Lines that fill a page, for all weeks together.
const PAGE: usize = 35;
/// A week is so many lines high at most: Excel allows 409 points.
const MOST_LINES: usize = 30;

/// A month.
#[derive(Debug)]
pub(in crate::render) struct MonthGrid {
    /// Which.
    pub month: Month,
    /// Its name, as people say it.
    pub name: String,
    /// Its days, in order.
    pub days: Vec<GridDay>,
}

/// A day.
#[derive(Debug)]
pub(in crate::render) struct GridDay {
    /// Which.
    pub day: Day,
    /// What it is.
    pub kind: GridDayKind,
    /// What is beside its number: a holiday, a lunar date.
    pub heading: String,
    /// What happens.
    pub lines: Vec<GridLine>,
}

/// Something that happens.
#[derive(Debug)]
pub(in crate::render) struct GridLine {
    /// When, in a word; empty: at any time.
    pub when: String,
    /// What.
    pub what: String,
    /// Who; empty: nobody.
    pub who: String,
}

/// Writes a month.
pub(super) fn write(
    book: &mut Workbook,
    grid: &MonthGrid,
    title: &str,
    styles: &Styles,
    names: &mut SheetNames,
) -> Result<(), XlsxError> {
    let language = styles.language;
    let sheet = book.add_worksheet();
    sheet.set_name(names.unique(&grid.name))?.set_screen_gridlines(false);
    paper::set_up(sheet, &format!("{title} · {}", grid.name), true, language);
    sheet.set_column_range_width(0, 6, WIDTH)?;
    write_text(sheet, (0, 0), &format!("{} · {title}", grid.name), &styles.title())?;
    sheet.set_row_height(0, 26)?;
    for (column, weekday) in (0u16..).zip(Weekday::ALL) {
        write_text(sheet, (1, column), weekday.short().get(language), &styles.head())?;
    }
    sheet.set_freeze_panes(2, 0)?;
    let first = grid.month.first().monday();
    let mondays = (0..6).map(|week| first.plus(week * 7)).filter(|monday| *monday <= grid.month.last());
    let mondays: Vec<Day> = mondays.collect();
    for (row, monday) in (2u32..).step_by(2).zip(&mondays) {
        week(sheet, grid, (*monday, PAGE / mondays.len()), row, styles)?;
    }
    Ok(())
}

/// Two rows: the heads of the days, and what happens.
fn week(
    sheet: &mut Worksheet,
    grid: &MonthGrid,
    (monday, least): (Day, usize),
    row: u32,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let days: Vec<Option<&GridDay>> = (0..7).map(|n| grid.days.iter().find(|day| day.day == monday.plus(n))).collect();
    let texts = days.iter().map(|day| day.map(|day| text(day, styles.language)).unwrap_or_default());
    let texts: Vec<String> = texts.collect();
    let lines = texts.iter().map(|text| lines(text, WIDTH.into())).max().unwrap_or(0).clamp(least, MOST_LINES);
    sheet.set_row_height(row, LINE + 4.0)?.set_row_height(row + 1, LINE * lines as f64)?;
    for (column, (day, text)) in (0u16..).zip(days.iter().zip(&texts)) {
        let kind = day.map(|day| day.kind);
        let head = day.map(|day| format!("{} {}", day.day.ymd().2, day.heading)).unwrap_or_default();
        write_text(sheet, (row, column), head.trim_end(), &styles.day(kind, true))?;
        write_text(sheet, (row + 1, column), text, &styles.day(kind, false))?;
    }
    Ok(())
}

/// What happens on a day, a line each.
fn text(day: &GridDay, language: Language) -> String {
    let line = |line: &GridLine| {
        let space = if line.when.is_empty() { "" } else { " " };
        let who = if line.who.is_empty() { "" } else { Text::new("：", " – ").get(language) };
        format!("{}{space}{}{who}{}", line.when, line.what, line.who)
    };
    day.lines.iter().map(line).collect::<Vec<_>>().join("\n")
}
