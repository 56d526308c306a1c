//! How a sheet is printed: A4 across, as wide as the page, with its title, and page numbers.

use rust_xlsxwriter::Worksheet;

use crate::language::{Language, Text};

/// A4, in the numbers of Excel.
const A4: u8 = 9;
/// Narrow margins, in inches.
const MARGIN: f64 = 0.4;

/// A4 across, one page wide; as many pages as it takes, or one.
pub(super) fn set_up(sheet: &mut Worksheet, title: &str, is_one_page: bool, language: Language) {
    // & begins a code in headers; a header is short
    let title: String = title.replace('&', "&&").chars().take(100).collect();
    let pages = Text::new("第 &P 页，共 &N 页", "Page &P of &N").get(language);
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, u16::from(is_one_page))
        .set_margins(MARGIN, MARGIN, 0.6, 0.6, 0.3, 0.3)
        .set_print_center_horizontally(true)
        .set_footer(format!("&L{title}&R{pages}"));
}
