//! The shapes in which people keep calendars: a list, a column a channel, a grid of weeks.

use super::column::ImportColumn as C;
use super::header::{self, Header};
use super::sheet::ImportSheet;
use super::{Imported, rows, weeks};
use crate::language::Text;
use crate::table::{ReadTable, TableCell};
use crate::value::{Day, Month, fold_width, lexicon};

const NO_HEADER: Text = Text::new(
    "找不到表头：要有 日期、主题、负责人 这样的列名",
    "no header found: it needs names of columns such as Date, Topic, Owner",
);
const UNKNOWN: Text = Text::new("不知道这一列是什么，没有读", "unknown column; it was not read");

/// Columns of this program's own calendar that follow from the plan.
const OF_ENTRIES: [&str; 6] = ["mentions all", "提醒所有人", "stage", "阶段", "details", "细节"];

/// Reads a table in its shape.
pub(super) fn read(table: &ReadTable, today: Day, imported: &mut Imported) {
    let week = table.rows.iter().take(30).position(|row| header::week(row).is_some());
    let header = Header::of(table);
    let first = week.or(header.as_ref().map(|header| header.at)).unwrap_or(0);
    let (month, near) = title_month(table, first, today);
    let sheet = ImportSheet { table, near, month };
    match (week, header) {
        (Some(at), header) if header.as_ref().is_none_or(|header| header.at >= at || !header.has(C::Title)) => {
            weeks::read(&sheet, at, imported);
        }
        (_, Some(header)) => {
            let is_channel = |(column, words): &(Option<C>, String)| {
                !words.is_empty() && matches!(column, None | Some(C::Platform | C::Handle))
            };
            let channels = header.columns.iter().filter(|column| is_channel(column)).count();
            let is_dated = header.has(C::Date) || header.has(C::When);
            let has_notes = header.has(C::Notes);
            let has_title = [C::Title, C::Text, C::Name].iter().any(|column| header.has(*column));
            let is_matrix = header.has(C::Date) && !has_title && channels >= 2;
            if is_matrix {
                return rows::matrix(&sheet, &header, imported);
            }
            let mut header = header;
            // what takes place is in a column of its own name: Date, Book, Owner
            let unnamed = header.columns.iter_mut().find(|(column, words)| column.is_none() && !words.is_empty());
            if let Some((column, _)) = unnamed.filter(|_| !has_title && is_dated && !has_notes) {
                *column = Some(C::Title);
            }
            let row = table.rows[header.at].number;
            for (at, (column, words)) in header.columns.iter().enumerate() {
                let mut cells =
                    table.rows.iter().skip(header.at + 1).map(|row| row.cell(at)).filter(|it| !it.is_empty());
                let is_own = header::is_exported(table);
                // of a state only that something is cancelled
                let is_read = match column {
                    Some(C::Outcome) => is_own || cells.all(|cell| rows::says_cancelled(&cell.to_string())),
                    Some(_) => true,
                    None => is_own && OF_ENTRIES.contains(&words.as_str()),
                };
                if !is_read && (*column == Some(C::Outcome) || cells.next().is_some()) {
                    imported.problems.push(sheet.problem(row, words, words, UNKNOWN));
                }
            }
            rows::list(&sheet, &header, imported);
        }
        (_, None) => {
            let row = table.rows.first().map_or(1, |row| row.number);
            imported.problems.push(sheet.problem(row, "", "", NO_HEADER));
        }
    }
}

/// The month of the title above the header or of the sheet's name, and the day near which dates without a year lie.
fn title_month(table: &ReadTable, header: usize, today: Day) -> (Option<Month>, Day) {
    let above = table.rows.iter().take(header).flat_map(|row| row.filled().map(|(_, cell)| cell));
    let titles = above.map(|cell| match cell {
        TableCell::Moment(day, _) => format!("{}年{}月", day.year(), day.month().month()),
        cell => cell.to_string(),
    });
    for title in titles.chain(table.name.clone()) {
        let title = fold_width(&title).to_lowercase();
        let year = digits(&title)
            .find(|digits| digits.len() == 4 && digits.starts_with("20"))
            .and_then(|year| year.parse().ok());
        let chinese = |month: &i32| {
            let at = title.find(&format!("{month}月"))?;
            (!title[..at].ends_with(|c: char| c.is_ascii_digit())).then_some(*month)
        };
        let english = |month: &i32| {
            let name = lexicon::MONTHS[*month as usize - 1][0].to_lowercase();
            title.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word == name).then_some(*month)
        };
        let month = (1..=12).find_map(|month| chinese(&month).or_else(|| english(&month)));
        match (year, month) {
            (Some(year), Some(month)) => return (Some(Month::new(year, month)), Month::new(year, month).first()),
            (Some(year), None) => return (None, Month::new(year, 1).first()),
            (None, Some(month)) => {
                let next = (0..12).map(|n| Month(today.month().0 + n)).find(|next| next.month() == month);
                return (next, next.map_or(today, |next| next.first().max(today.month().first())));
            }
            (None, None) => {}
        }
    }
    (None, today)
}

/// The runs of digits of a text.
fn digits(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty())
}
