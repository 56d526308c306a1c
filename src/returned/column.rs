//! The columns that are read back, by their headers in either language, and the words in them.

use super::outcome::Outcome;
use crate::table::TableRow;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReturnedColumn {
    Date,
    Start,
    Title,
    Person,
    Done,
    Came,
    Notes,
    Uid,
}

const HEADERS: [(ReturnedColumn, [&str; 2]); 8] = [
    (ReturnedColumn::Date, ["日期", "date"]),
    (ReturnedColumn::Start, ["开始", "start"]),
    (ReturnedColumn::Title, ["标题", "title"]),
    (ReturnedColumn::Person, ["负责人", "person"]),
    (ReturnedColumn::Done, ["完成", "done"]),
    (ReturnedColumn::Came, ["到场", "came"]),
    (ReturnedColumn::Notes, ["备注", "notes"]),
    (ReturnedColumn::Uid, ["编号", "uid"]),
];

/// The columns of a header; none where a row is none: it has the title or the id, and something to fill in.
pub(super) fn columns(row: &TableRow) -> Option<Vec<(ReturnedColumn, usize)>> {
    let mut found: Vec<(ReturnedColumn, usize)> = Vec::new();
    for (at, cell) in row.filled() {
        let words = cell.to_string().trim().to_lowercase();
        let column = HEADERS.iter().find(|(_, names)| names.contains(&words.as_str())).map(|(column, _)| *column);
        if let Some(column) = column.filter(|column| found.iter().all(|(known, _)| known != column)) {
            found.push((column, at));
        }
    }
    let has = |columns: &[ReturnedColumn]| found.iter().any(|(known, _)| columns.contains(known));
    let is_header = has(&[ReturnedColumn::Title, ReturnedColumn::Uid])
        && has(&[ReturnedColumn::Done, ReturnedColumn::Came, ReturnedColumn::Notes]);
    is_header.then_some(found)
}

/// What a cell says became of an entry; an error where it says something else.
pub(super) fn outcome(cell: &str) -> Result<Option<Outcome>, ()> {
    match cell.trim().to_lowercase().as_str() {
        "" | "—" | "-" => Ok(None),
        "完成" | "已完成" | "是" | "做了" | "done" | "yes" | "y" | "x" | "✓" | "√" | "✔" | "☑" | "✅" | "true"
        | "1" => Ok(Some(Outcome::Done)),
        "没做" | "未完成" | "否" | "没有" | "not done" | "no" | "n" | "false" | "0" | "☐" => {
            Ok(Some(Outcome::NotDone))
        }
        "取消" | "已取消" | "cancelled" | "canceled" => Ok(Some(Outcome::Cancelled)),
        _ => Err(()),
    }
}
