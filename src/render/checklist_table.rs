//! Checklists as tables, in CSV and as a workbook: a row an item and person, and a row for each line of people's own with a
//! box.
//!
//! The last column says which list it is, with a fingerprint of the words, so that an edited table can be read back.

use super::checklist::list_name;
use super::clean::{clean, clean_lines};
use super::spreadsheet;
use super::workbook::{
    ColumnUse, LateRule, RowLook, WorkbookCell, WorkbookColumn, WorkbookError, WorkbookRow, WorkbookSheet,
    WorkbookTable, workbook,
};
use crate::checklist::{Checklist, ChecklistItem, Column, own_items, people, row_fingerprint};
use crate::language::{Language, Text};
use crate::value::Day;

const YES: Text = Text::new("是", "yes");
const NO: Text = Text::new("否", "no");

/// CSV; dates are ISO 8601.
pub fn to_csv(list: &Checklist, language: Language) -> String {
    let rows = rows(list);
    let cells = rows.iter().map(|row| Column::ALL.map(|column| row.text(column, language)));
    spreadsheet::csv(Column::ALL.map(Column::name), cells, language)
}

/// The bytes of a workbook, made on `today`, with drop-downs for what is done; ids are hidden.
pub fn to_workbook(list: &Checklist, today: Day, language: Language) -> Result<Vec<u8>, WorkbookError> {
    let place = |wanted: Column| Column::ALL.iter().position(|column| *column == wanted);
    let title = clean(&list.title);
    let table = WorkbookTable {
        name: title.clone(),
        columns: Column::ALL.map(|column| head(column, language)).into(),
        rows: rows(list).iter().map(|row| row.of_workbook(language)).collect(),
        late: place(Column::Date).zip(place(Column::Done)).map(|(day, done)| LateRule { day, done }),
    };
    workbook(&title, vec![WorkbookSheet::Table(table)], today, language)
}

fn head(column: Column, language: Language) -> WorkbookColumn {
    let answers = || [YES, NO].map(|word| word.get(language).to_owned()).to_vec();
    let (width, use_) = match column {
        Column::Date => (14, ColumnUse::Read),
        Column::Time | Column::Minutes => (8, ColumnUse::Read),
        Column::Section => (18, ColumnUse::Read),
        Column::Item => (46, ColumnUse::Read),
        Column::Person | Column::Role => (12, ColumnUse::Read),
        Column::Done => (8, ColumnUse::Choose(answers())),
        Column::Notes => (30, ColumnUse::Write),
        Column::Id | Column::List => (12, ColumnUse::Hidden),
    };
    WorkbookColumn { head: column.name().get(language), width, use_ }
}

/// A row of a table.
struct TableLine<'l> {
    section: &'l str,
    item: ChecklistItem,
    person: String,
    list: String,
}

impl TableLine<'_> {
    /// What is in a column, in words.
    fn text(&self, column: Column, language: Language) -> String {
        let item = &self.item;
        match column {
            Column::Date => item.due.map(|due| due.day.to_string()).unwrap_or_default(),
            Column::Time => item.due.and_then(|due| due.time).map(|time| time.to_string()).unwrap_or_default(),
            Column::Section => clean(self.section),
            Column::Item => clean(&item.text),
            Column::Person => clean(&self.person),
            Column::Role => clean(item.role.as_deref().unwrap_or_default()),
            Column::Minutes => item.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            Column::Done => if item.done { YES.get(language) } else { "" }.to_owned(),
            Column::Notes => clean_lines(&notes(item)),
            Column::Id => clean(&item.id),
            Column::List => self.list.clone(),
        }
    }

    fn of_workbook(&self, language: Language) -> WorkbookRow {
        let item = &self.item;
        let cell = |column| match column {
            Column::Date => item.due.map_or(WorkbookCell::Blank, |due| WorkbookCell::Day(due.day)),
            Column::Time => WorkbookCell::time(item.due.and_then(|due| due.time)),
            Column::Minutes => item.minutes.map_or(WorkbookCell::Blank, |minutes| WorkbookCell::Number(minutes.into())),
            column => WorkbookCell::text(self.text(column, language)),
        };
        let look = if item.is_borrowed { RowLook::Borrowed } else { RowLook::Plain };
        WorkbookRow { cells: Column::ALL.map(cell).into(), look }
    }
}

fn rows(list: &Checklist) -> Vec<TableLine<'_>> {
    let mut rows = Vec::new();
    for section in &list.sections {
        let line = |item: ChecklistItem, person: &str, list: String| TableLine {
            section: &section.title,
            person: person.to_owned(),
            item,
            list,
        };
        let own = |lines: &[String]| {
            let items = own_items(lines).into_iter();
            items.map(|item| line(item.clone(), item.owner().unwrap_or_default(), String::new())).collect::<Vec<_>>()
        };
        rows.extend(own(&section.above));
        for item in &section.items {
            let mark = format!("{} {}", list_name(list), row_fingerprint(&clean(&item.id), &clean(&item.text)));
            let names: Vec<&str> = item.person.as_deref().map(|names| people(names).collect()).unwrap_or_default();
            let names = if names.is_empty() { vec![""] } else { names };
            rows.extend(names.into_iter().map(|name| line(item.clone(), name, mark.clone())));
            rows.extend(own(&item.below));
        }
        rows.extend(own(&section.added));
    }
    rows
}

/// The notes of an item without their indent.
fn notes(item: &ChecklistItem) -> String {
    let lines: Vec<&str> = item.notes.iter().map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
    lines.join("\n")
}
