//! One cell of a table: text that stays text, dates and times as spreadsheets keep them.

use std::borrow::Cow;

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use crate::value::{Clock, Day};

/// The characters that a cell of Excel takes.
const LONGEST: usize = 32_767;
/// Excel counts days since 1900.
const FIRST_YEAR: i32 = 1900;

/// What is in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::render) enum WorkbookCell {
    /// Nothing.
    Blank,
    /// Text, whatever it looks like.
    Text(String),
    /// A date.
    Day(Day),
    /// A time of day.
    Time(Clock),
    /// A number.
    Number(f64),
}

impl WorkbookCell {
    /// Text, or nothing where there is none.
    pub(in crate::render) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// A time where there is one.
    pub(in crate::render) fn time(time: Option<Clock>) -> Self {
        time.map_or(Self::Blank, Self::Time)
    }

    /// Whether nothing is in it.
    pub(super) const fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// Writes it in a format that fits what it is.
    pub(super) fn write(&self, sheet: &mut Worksheet, at: (u32, u16), format: &Format) -> Result<(), XlsxError> {
        let (row, column) = at;
        match self {
            Self::Blank => sheet.write_blank(row, column, format)?,
            Self::Text(text) => write_text(sheet, at, text, format)?,
            Self::Number(number) => sheet.write_number_with_format(row, column, *number, format)?,
            Self::Day(day) => match excel_day(*day) {
                Some(date) => sheet.write_datetime_with_format(row, column, &date, format)?,
                None => write_text(sheet, at, &day.to_string(), format)?,
            },
            Self::Time(time) => {
                let (hour, minute) = time.hour_minute();
                let time = ExcelDateTime::from_hms(hour as u16, minute as u8, 0)?;
                sheet.write_datetime_with_format(row, column, &time, format)?
            }
        };
        Ok(())
    }
}

/// Writes a text as text: one that would be taken for a formula when somebody edits the cell carries the mark of text.
pub(super) fn write_text<'s>(
    sheet: &'s mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<&'s mut Worksheet, XlsxError> {
    let text = fitted(text);
    if text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        return sheet.write_string_with_format(row, column, text, &format.clone().set_quote_prefix());
    }
    sheet.write_string_with_format(row, column, text, format)
}

/// As much of a text as a cell takes; characters that XML cannot hold go.
pub(super) fn fitted(text: &str) -> Cow<'_, str> {
    let is_lost = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}');
    // Excel counts as UTF-16 does
    if text.encode_utf16().count() <= LONGEST && !text.contains(is_lost) {
        return Cow::Borrowed(text);
    }
    let mut left = LONGEST - 1;
    let fits = |c: &char| left.checked_sub(c.len_utf16()).map(|rest| left = rest).is_some();
    let mut out: String = text.chars().filter(|c| !is_lost(*c)).take_while(fits).collect();
    if out.len() < text.len() && text.encode_utf16().count() > LONGEST {
        out.push('…');
    }
    Cow::Owned(out)
}

/// A day as Excel counts them; none before 1900 and after 9999.
pub(super) fn excel_day(day: Day) -> Option<ExcelDateTime> {
    let (year, month, of_month) = day.ymd();
    let year = u16::try_from(year).ok().filter(|year| i32::from(*year) >= FIRST_YEAR)?;
    ExcelDateTime::from_ymd(year, month as u8, of_month as u8).ok()
}
