//! Charts below a table, and shades in it. Their titles are texts: never taken for a range, whatever they look like.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, Color, ConditionalFormat2ColorScale,
    Workbook, XlsxError,
};

use super::cell::fitted;

/// The height of a chart, in rows of a sheet.
const ROWS: u32 = 16;
/// So many characters of a title are shown: Excel takes 255 units.
const TITLE: usize = 120;
const SIZE: (u32, u32) = (640, 300);
const BAR: Color = Color::RGB(0x1F_4E_5F);
const SECOND: Color = Color::RGB(0xD0_8A_3C);
const THIRD: Color = Color::RGB(0x7A_A6_B5);

/// A chart of some rows of a table.
#[derive(Debug)]
pub(in crate::render) struct WorkbookChart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// What it shows.
    pub title: String,
    /// The column of the labels.
    pub categories: usize,
    /// The columns of values; none: the one behind the labels.
    pub series: Vec<usize>,
    /// The first and the last row, from 0.
    pub rows: (usize, usize),
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum ChartKind {
    /// Columns beside each other.
    Columns,
    /// Bars from left to right.
    Bars,
    /// Points in time, joined by lines.
    Lines,
    /// The cells themselves, from light to dark.
    Shades,
}

/// Draws charts below the rows of a sheet, one after the other.
pub(super) fn draw(book: &mut Workbook, (sheet, last): (&str, u32), charts: &[WorkbookChart]) -> Result<(), XlsxError> {
    let mut at = last + 2;
    for chart in charts {
        let [first, end] = [chart.rows.0, chart.rows.1].map(|row| u32::try_from(row).unwrap_or(u32::MAX - 1) + 1);
        let column = |column: usize| u16::try_from(column).unwrap_or(u16::MAX);
        if chart.kind == ChartKind::Shades {
            let scale = ConditionalFormat2ColorScale::new().set_minimum_color(Color::White).set_maximum_color(THIRD);
            let (left, right) = (chart.series.first().copied(), chart.series.last().copied());
            if let Some((left, right)) = left.zip(right) {
                let sheet = book.worksheet_from_name(sheet)?;
                sheet.add_conditional_format(first, column(left), end, column(right), &scale)?;
            }
            continue;
        }
        let mut drawn = Chart::new(match chart.kind {
            ChartKind::Bars => ChartType::Bar,
            ChartKind::Lines => ChartType::ScatterStraightWithMarkers,
            ChartKind::Columns | ChartKind::Shades => ChartType::Column,
        });
        let next = [chart.categories + 1];
        let series = if chart.series.is_empty() { &next[..] } else { &chart.series };
        let labels = (sheet, first, column(chart.categories), end, column(chart.categories));
        for (value, color) in series.iter().zip([BAR, SECOND, THIRD]) {
            let value = column(*value);
            let one = drawn.add_series().set_categories(labels).set_values((sheet, first, value, end, value));
            let mut format = ChartFormat::new();
            one.set_name((sheet, 0, value)).set_format(match chart.kind {
                ChartKind::Lines => format.set_line(ChartLine::new().set_color(color)),
                _ => format.set_solid_fill(ChartSolidFill::new().set_color(color)),
            });
        }
        let title: String = fitted(&chart.title).chars().take(TITLE).collect();
        drawn.set_width(SIZE.0).set_height(SIZE.1).set_alt_text(title.as_str());
        // what begins with a sign of equality, or ends like a cell of a sheet, is taken for a range: not with spaces around it
        drawn.title().set_name(format!(" {title} ").as_str());
        drawn.legend().set_position(ChartLegendPosition::Bottom);
        match chart.kind {
            ChartKind::Lines => {
                drawn.x_axis().set_num_format("yyyy-mm-dd");
            }
            ChartKind::Bars => {
                drawn.legend().set_hidden();
                drawn.y_axis().set_reverse();
                drawn.x_axis().set_min(0);
            }
            ChartKind::Columns | ChartKind::Shades => {
                // a column for each date that there is, not for each day
                drawn.x_axis().set_text_axis(true).set_num_format("yyyy-mm-dd");
                drawn.y_axis().set_min(0);
            }
        }
        book.worksheet_from_name(sheet)?.insert_chart(at, 0, &drawn)?;
        at += ROWS;
    }
    Ok(())
}
