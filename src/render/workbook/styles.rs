//! How cells look: one place for fonts, colours and the formats of dates.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::cell::WorkbookCell;
use super::look::{GridDayKind, RowLook};
use crate::language::{Language, Text};

/// The colours, each readable with black text on paper and screen.
const HEAD: Color = Color::RGB(0x1F_4E_5F);
const LINE: Color = Color::RGB(0xC8_D0_D4);
const DAY_OFF: Color = Color::RGB(0xFB_E3_E1);
const MADE_UP: Color = Color::RGB(0xE6_EC_F5);
const WEEKEND: Color = Color::RGB(0xF3_F4_F5);
const INPUT: Color = Color::RGB(0xFF_FA_E0);
const LATE: Color = Color::RGB(0xF8_C9_BE);
const LATE_TEXT: Color = Color::RGB(0x8A_1C_0A);
const GREY: Color = Color::RGB(0x6B_72_78);

/// The formats of one workbook.
#[derive(Debug)]
pub(super) struct Styles {
    pub(super) language: Language,
    font: &'static str,
}

impl Styles {
    pub(super) const fn new(language: Language) -> Self {
        // fonts that come with Office and WPS; others take their own
        let font = match language {
            Language::Zh => "Microsoft YaHei",
            Language::En => "Calibri",
        };
        Self { language, font }
    }

    pub(super) fn base(&self) -> Format {
        Format::new().set_font_name(self.font).set_font_size(10).set_align(FormatAlign::Top)
    }

    /// The header of a table.
    pub(super) fn head(&self) -> Format {
        let format = self.base().set_bold().set_font_color(Color::White).set_background_color(HEAD).set_text_wrap();
        format.set_align(FormatAlign::VerticalCenter).set_border(FormatBorder::Thin).set_border_color(LINE)
    }

    /// The name of a month above its grid.
    pub(super) fn title(&self) -> Format {
        self.base().set_bold().set_font_size(16)
    }

    /// A cell of a table.
    pub(super) fn cell(&self, cell: &WorkbookCell, look: RowLook, is_input: bool) -> Format {
        let format = self.base().set_text_wrap().set_border(FormatBorder::Thin).set_border_color(LINE);
        let format = match cell {
            WorkbookCell::Day(_) => format.set_num_format(self.date()).set_align(FormatAlign::Left),
            WorkbookCell::Time(_) => format.set_num_format("hh:mm").set_align(FormatAlign::Left),
            WorkbookCell::Number(_) => format.set_num_format("0.##"),
            WorkbookCell::Text(_) | WorkbookCell::Blank => format,
        };
        match look {
            _ if is_input => format.set_background_color(INPUT),
            RowLook::Plain => format,
            RowLook::DayOff => format.set_background_color(DAY_OFF),
            RowLook::Cancelled => format.set_font_color(GREY).set_font_strikethrough(),
            RowLook::Borrowed => format.set_font_color(GREY).set_italic(),
        }
    }

    /// What is late, whatever else it is.
    pub(super) fn late(&self) -> Format {
        Format::new().set_background_color(LATE).set_font_color(LATE_TEXT)
    }

    /// The head of a day in a grid, and what is below it.
    pub(super) fn day(&self, kind: Option<GridDayKind>, is_head: bool) -> Format {
        use GridDayKind::{DayOff, MadeUp, Weekend, Workday};
        let format =
            self.base().set_text_wrap().set_border_left(FormatBorder::Thin).set_border_right(FormatBorder::Thin);
        let format = format.set_border_left_color(LINE).set_border_right_color(LINE);
        let format = match is_head {
            true => format.set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(LINE),
            false => format.set_font_size(9).set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE),
        };
        match kind {
            Some(DayOff) => format.set_background_color(DAY_OFF),
            Some(MadeUp) => format.set_background_color(MADE_UP),
            Some(Weekend) => format.set_background_color(WEEKEND),
            Some(Workday) | None => format,
        }
    }

    /// Dates with their weekday, in the words of the language whatever the program's.
    fn date(&self) -> &'static str {
        Text::new("[$-804]yyyy-mm-dd aaa", "[$-409]ddd d mmm yyyy").get(self.language)
    }
}
