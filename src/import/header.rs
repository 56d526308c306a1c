//! Which row of a table is its header, and what its columns are.

use super::column::ImportColumn;
use crate::table::{ReadTable, TableCell, TableRow};
use crate::value::Weekday;

/// The header is looked for in so many rows.
const LOOKED_AT: usize = 30;

/// The header of a table.
#[derive(Debug)]
pub(super) struct Header {
    /// Its place among the rows.
    pub at: usize,
    /// For each column what it is, and its words.
    pub columns: Vec<(Option<ImportColumn>, String)>,
}

impl Header {
    /// The row with most columns that are known, at least two; each thing only once, the first time.
    pub(super) fn of(table: &ReadTable) -> Option<Self> {
        let rows = table.rows.iter().take(LOOKED_AT).enumerate();
        let headers = rows.map(|(at, row)| Self { at, columns: columns(row) });
        let best = headers.fold(None, |best: Option<Self>, header| match best {
            // of equals the first
            Some(best) if best.known() >= header.known() => Some(best),
            _ => Some(header),
        })?;
        // a column a channel: only the first one is known
        let is_matrix =
            best.has(ImportColumn::Date) && best.columns.iter().filter(|(_, words)| !words.is_empty()).count() > 2;
        (best.known() >= 2 || is_matrix).then_some(best)
    }

    /// How many of its columns are known.
    fn known(&self) -> usize {
        self.columns.iter().filter(|(column, _)| column.is_some()).count()
    }

    /// Whether it has a column.
    pub(super) fn has(&self, column: ImportColumn) -> bool {
        self.columns.iter().any(|(known, _)| *known == Some(column))
    }

    /// The place of a column.
    pub(super) fn place(&self, column: ImportColumn) -> Option<usize> {
        self.columns.iter().position(|(known, _)| *known == Some(column))
    }
}

fn columns(row: &TableRow) -> Vec<(Option<ImportColumn>, String)> {
    let mut seen = Vec::new();
    let cells = row.cells.iter().map(|cell| {
        let TableCell::Text(text) = cell else { return (None, cell.to_string()) };
        let column = ImportColumn::of_header(text).filter(|column| !seen.contains(column));
        seen.extend(column);
        (column, text.clone())
    });
    cells.collect()
}

/// The columns of a week's grid: a row in which every day of the week stands once, in order.
pub(super) fn week(row: &TableRow) -> Option<Vec<(usize, Weekday)>> {
    let days: Vec<(usize, Weekday)> =
        row.filled().filter_map(|(at, cell)| Some((at, weekday(&cell.to_string())?))).collect();
    let is_week = days.len() == 7 && days.windows(2).all(|pair| (pair[0].1.index() + 1) % 7 == pair[1].1.index());
    is_week.then_some(days)
}

/// A day of the week, alone in a cell.
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let zh = ["周", "星期", "礼拜"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(&text);
    let names = ["一", "二", "三", "四", "五", "六", "日"];
    let english = |day: &Weekday| {
        let name = day.english().to_lowercase();
        text == name || text == format!("{name}s") || text.len() >= 3 && name.starts_with(&text)
    };
    let at = names.iter().position(|name| *name == zh).or_else(|| (zh == "天").then_some(6));
    at.map(|at| Weekday::ALL[at]).or_else(|| Weekday::ALL.into_iter().find(english))
}

/// Whether a table is a calendar that this program wrote, whose notes are about single entries: each row has its day, its title, its kind and its id.
pub(super) fn is_exported(table: &ReadTable) -> bool {
    use ImportColumn as C;
    let columns = [C::Date, C::Title, C::Kind, C::Id];
    Header::of(table).is_some_and(|header| {
        columns.iter().all(|column| header.has(*column))
            && header.columns.iter().any(|(_, words)| ["编号", "uid"].contains(&&**words))
    })
}
