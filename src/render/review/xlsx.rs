//! A review as a workbook: a sheet a section, charts of what has any, and all figures as numbers.

use unicode_width::UnicodeWidthStr;

use super::charts::{cents, currencies};
use super::csv::{HEAD, figure_rows};
use super::sections::{notes, tables};
use super::text::{shown, title};
use super::{Charted, ReviewTable, ReviewView};
use crate::language::Text;
use crate::metrics::BreakEvenError;
use crate::records::{Measured, RecordedReading};
use crate::render::clean;
use crate::render::workbook::{
    ChartKind, ColumnUse, RowLook, WorkbookCell, WorkbookChart, WorkbookColumn, WorkbookError, WorkbookRow,
    WorkbookSheet, WorkbookTable, workbook,
};
use crate::review::{GoalReview, MemberReview, MoneyReview, measured_size, reading_interval};
use crate::value::Day;

/// How wide a column is, in characters of Latin text.
const NARROWEST: usize = 9;
const WIDEST: usize = 46;

/// The bytes of a workbook.
pub fn review_xlsx(view: &ReviewView<'_>) -> Result<Vec<u8>, WorkbookError> {
    let language = view.language;
    let made = tables(view);
    let name = |text: Text| text.get(language).to_owned();
    let mut sheets = vec![about(view, &made)];
    for table in &made {
        let sections = &view.review.sections;
        match (table.charted, &sections.members, &sections.money) {
            (Some(Charted::Retention), Some(members), _) => sheets.push(retention(table, members)),
            (Some(Charted::Money), _, Some(money)) => sheets.push(money_sheet(table, money, view)),
            _ => sheets.push(plain(table)),
        }
        if table.charted == Some(Charted::Goals) {
            sheets.extend(goals(view));
        }
    }
    let heads: Vec<&'static str> = HEAD.iter().map(|text| text.get(language)).collect();
    let rows = figure_rows(view).into_iter().map(|row| {
        row.iter()
            .enumerate()
            .map(|(at, cell)| {
                // the first three say what it is about, in words
                if at < 3 { WorkbookCell::text(clean(cell)) } else { typed(cell) }
            })
            .collect()
    });
    sheets.push(sheet(name(Text::new("全部数值", "Figures")), &heads, rows.collect(), Vec::new()));
    workbook(&title(view), sheets, view.today, language)
}

/// What the review is about, and what is to be known about its sections.
fn about(view: &ReviewView<'_>, tables: &[ReviewTable]) -> WorkbookSheet {
    let mut rows: Vec<Vec<WorkbookCell>> =
        notes(view).iter().map(|note| vec![WorkbookCell::Blank, WorkbookCell::text(clean(note))]).collect();
    for table in tables {
        let note = |note: &String| vec![WorkbookCell::text(table.heading.as_str()), WorkbookCell::text(clean(note))];
        rows.extend(table.notes.iter().map(note));
    }
    let heads = [Text::new("部分", "Section"), Text::new("说明", "Notes")].map(|text| text.get(view.language));
    let name = Text::new("复盘", "Review").get(view.language).to_owned();
    sheet(name, &heads, rows, Vec::new())
}

/// A table as it is: numbers and dates as such, but for what comes first, which is a name.
fn plain(table: &ReviewTable) -> WorkbookSheet {
    let filled = shown(table);
    let heads: Vec<&'static str> = filled.iter().map(|at| table.head[*at]).collect();
    let cell = |row: &Vec<String>, at: usize| {
        let text = row.get(at).map_or("", String::as_str);
        if at == 0 { WorkbookCell::text(clean(text)) } else { typed(text) }
    };
    let rows: Vec<Vec<WorkbookCell>> =
        table.rows.iter().map(|row| filled.iter().map(|at| cell(row, *at)).collect()).collect();
    // event, date, expected, signed up, came: those that are filled in
    let series: Vec<usize> = (0..filled.len()).filter(|at| (2..5).contains(&filled[*at])).collect();
    let charts = match table.charted {
        Some(Charted::Attendance) if !series.is_empty() && !rows.is_empty() => {
            vec![WorkbookChart {
                kind: ChartKind::Columns,
                title: table.heading.clone(),
                categories: 1,
                series,
                rows: (0, rows.len() - 1),
            }]
        }
        _ => Vec::new(),
    };
    sheet(table.heading.clone(), &heads, rows, charts)
}

/// Every reading of every goal, and a chart for each.
fn goals(view: &ReviewView<'_>) -> Option<WorkbookSheet> {
    let language = view.language;
    let mut rows: Vec<Vec<WorkbookCell>> = Vec::new();
    let mut charts = Vec::new();
    for goal in &view.review.sections.goals {
        let of_goal = readings(goal);
        if !of_goal.is_empty() {
            charts.push(WorkbookChart {
                kind: ChartKind::Lines,
                title: format!("{}: {}", Text::new("目标", "Goal").get(language), clean(&goal.title)),
                categories: 1,
                series: vec![2, 3],
                rows: (rows.len(), rows.len() + of_goal.len() - 1),
            });
        }
        rows.extend(of_goal);
    }
    let heads = [
        Text::new("目标", "Goal"),
        Text::new("日期", "Date"),
        Text::new("数值", "Value"),
        Text::new("要达到", "To reach"),
        Text::new("单位", "Unit"),
        Text::new("总数", "Of"),
        Text::new("区间下限", "Low"),
        Text::new("区间上限", "High"),
    ];
    let name = Text::new("目标的读数", "Readings of goals").get(language).to_owned();
    (!rows.is_empty()).then(|| sheet(name, &heads.map(|text| text.get(language)), rows, charts))
}

fn readings(goal: &GoalReview) -> Vec<Vec<WorkbookCell>> {
    let unit = goal.latest.as_ref().and_then(|latest| measured_size(&latest.value)).map(|(_, unit)| unit);
    let size = |value: &Measured| {
        let (size, of) = measured_size(value).filter(|(_, of)| Some(of) == unit.as_ref())?;
        Some(if of == "%" { hundredths(size * 100.0) } else { size })
    };
    let number = |number: Option<f64>| number.map_or(WorkbookCell::Blank, WorkbookCell::Number);
    let row = |reading: &RecordedReading| {
        let interval = reading_interval(reading);
        Some(vec![
            WorkbookCell::text(clean(&goal.title)),
            WorkbookCell::Day(reading.window.last),
            WorkbookCell::Number(size(&reading.value)?),
            number(goal.target.as_ref().and_then(size)),
            WorkbookCell::text(unit.clone().unwrap_or_default()),
            number(reading.of.map(|of| of as f64)),
            number(interval.map(|interval| hundredths(interval.low * 100.0))),
            number(interval.map(|interval| hundredths(interval.high * 100.0))),
        ])
    };
    goal.history.iter().filter_map(row).collect()
}

/// The triangle, in per cent; what is withheld is left empty.
fn retention(table: &ReviewTable, members: &MemberReview) -> WorkbookSheet {
    let row = |(week, figures): &(crate::value::DayWindow, Vec<crate::metrics::Figure>)| {
        let came = figures.iter().map(|figure| figure.denominator).max().unwrap_or(0);
        let share = |figure: &crate::metrics::Figure| {
            figure.share().map_or(WorkbookCell::Blank, |share| WorkbookCell::Number(hundredths(share * 100.0)))
        };
        let mut cells = vec![WorkbookCell::Day(week.first), WorkbookCell::Number(came as f64)];
        cells.extend(figures.iter().map(share));
        cells.resize(table.head.len(), WorkbookCell::Blank);
        cells
    };
    let rows: Vec<Vec<WorkbookCell>> = members.triangle.iter().map(row).collect();
    let charts = (!rows.is_empty() && table.head.len() > 2).then(|| WorkbookChart {
        kind: ChartKind::Shades,
        title: String::new(),
        categories: 0,
        series: (2..table.head.len()).collect(),
        rows: (0, rows.len() - 1),
    });
    sheet(format!("{} %", table.heading), &table.head, rows, charts.into_iter().collect())
}

/// Amounts as numbers, by currency; who paid beside how many would cover the costs.
fn money_sheet(table: &ReviewTable, money: &MoneyReview, view: &ReviewView<'_>) -> WorkbookSheet {
    let word = |text: Text| WorkbookCell::text(text.get(view.language));
    let mut rows: Vec<Vec<WorkbookCell>> = Vec::new();
    let mut charts = Vec::new();
    for currency in currencies(money) {
        let of = |text, amounts| {
            let amount = WorkbookCell::Number(cents(amounts, currency) as f64 / 100.0);
            vec![word(text), amount, WorkbookCell::text(clean(currency))]
        };
        let first = rows.len();
        rows.push(of(Text::new("收入（减退款）", "Revenue, less refunds"), &money.revenue));
        rows.push(of(Text::new("支出", "Spent"), &money.spent));
        charts.push(bars(format!("{} {}", table.heading, clean(currency)), (first, first + 1)));
    }
    let people = || word(Text::new("人", "people"));
    let first = rows.len();
    if let Some(payers) = money.payers {
        rows.push(vec![word(Text::new("付费人数", "Payers")), WorkbookCell::Number(payers as f64), people()]);
    }
    let even = Text::new("保本要多少付费的人", "Payers to break even");
    match money.break_even {
        Some(Ok(needed)) => {
            rows.push(vec![word(even), WorkbookCell::Number(needed as f64), people()]);
            if money.payers.is_some() {
                charts.push(bars(even.get(view.language).to_owned(), (first, first + 1)));
            }
        }
        Some(Err(BreakEvenError::NoMargin | BreakEvenError::Currencies)) | None => {}
    }
    let heads = [Text::new("看什么", "Figure"), Text::new("数值", "Value"), Text::new("单位", "Unit")];
    sheet(table.heading.clone(), &heads.map(|text| text.get(view.language)), rows, charts)
}

const fn bars(title: String, rows: (usize, usize)) -> WorkbookChart {
    WorkbookChart { kind: ChartKind::Bars, title, categories: 0, series: Vec::new(), rows }
}

/// A sheet whose columns are as wide as what is in them.
fn sheet(
    name: String,
    heads: &[&'static str],
    rows: Vec<Vec<WorkbookCell>>,
    charts: Vec<WorkbookChart>,
) -> WorkbookSheet {
    let width = |at: usize| {
        let texts = rows.iter().filter_map(|row| match row.get(at) {
            Some(WorkbookCell::Text(text)) => Some(text.width() + 2),
            Some(WorkbookCell::Day(_)) => Some(15),
            _ => None,
        });
        let widest = texts.max().unwrap_or(0).max(heads[at].width() + 3).clamp(NARROWEST, WIDEST);
        u8::try_from(widest).unwrap_or(u8::MAX)
    };
    let column = |(at, head): (usize, &&'static str)| WorkbookColumn { head, width: width(at), use_: ColumnUse::Read };
    WorkbookSheet::Charted(
        WorkbookTable {
            name,
            columns: heads.iter().enumerate().map(column).collect(),
            rows: rows.into_iter().map(|cells| WorkbookRow { cells, look: RowLook::Plain }).collect(),
            late: None,
        },
        charts,
    )
}

/// A number or a date where the text is nothing else; else text. A number that begins with zeros is a name.
fn typed(text: &str) -> WorkbookCell {
    if let Ok(day) = text.parse::<Day>()
        && day.to_string() == text
    {
        return WorkbookCell::Day(day);
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_plain = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = is_plain(whole) && is_plain(part) && whole.len() < 16 && (whole == "0" || !whole.starts_with('0'));
    match text.parse::<f64>() {
        Ok(number) if is_number => WorkbookCell::Number(ten_thousandths(number)),
        _ => WorkbookCell::text(clean(text)),
    }
}

/// No figure is known better.
fn ten_thousandths(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

fn hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_numbers_and_names_are_texts() {
        for (text, number) in [("12", 12.0), ("1310.50", 1310.5), ("0.2589640962809983", 0.259), ("0", 0.0)] {
            assert!(matches!(typed(text), WorkbookCell::Number(found) if found == number), "{text}");
        }
        assert!(matches!(typed("2026-12-05"), WorkbookCell::Day(_)));
        for text in ["007", "1.2.3", "12.", ".5", "1e5", "-3", "4.6/5", "12345678901234567890", "NaN", "=1"] {
            assert!(matches!(typed(text), WorkbookCell::Text(_)), "{text}");
        }
    }
}
