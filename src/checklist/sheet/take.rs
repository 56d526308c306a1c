//! What people wrote into a table goes to the items of its rows, and what became of each row is reported.

use super::column::Column;
use super::fate::{Fate, Items, day, is_intact};
use super::report::{RowProblem, SheetReport, UnplacedRow};
use super::row::{Sheet, SheetRow};
use super::write::{add, add_to, gone, keep_gone, note, take};
use crate::checklist::fingerprint::essence;
use crate::checklist::status::people;
use crate::checklist::{Checklist, ChecklistItem};
use crate::language::Language;

/// Puts ticks, notes and added rows of a table into a list. What is in both is joined: a tick in either counts.
pub fn take_sheet(list: &mut Checklist, sheet: &Sheet, language: Language) -> SheetReport {
    let items = Items::of(list);
    let claimed = items.claimed(list, sheet);
    let mut report = SheetReport::default();
    for row in &sheet.rows {
        let mut problem = |problem| {
            let text = row.cell(Column::Item).to_owned();
            report.problems.push(UnplacedRow { row: row.number, text, problem });
        };
        match items.fate(list, row, &claimed) {
            Fate::Item(at, n) => {
                let item = &mut list.sections[at].items[n];
                differences(item, row).into_iter().for_each(problem);
                let words = row.cell(Column::Item);
                if !words.is_empty() && essence(words) != essence(&item.text) && !is_intact(row) {
                    note(item, words);
                }
                take(item, row);
                report.placed += 1;
            }
            Fate::Gone => {
                if keep_gone(list, row, language) {
                    report.placed += 1;
                }
            }
            Fate::Added => {
                add(list, row, language);
                report.added += 1;
            }
            Fate::Problem(RowProblem::OtherList(name)) => problem(RowProblem::OtherList(name)),
            Fate::Problem(why) => {
                problem(why);
                add_to(gone(list, language), row);
            }
        }
    }
    report
}

/// What a row has otherwise than the plan.
fn differences(item: &ChecklistItem, row: &SheetRow) -> Vec<RowProblem> {
    let mut found = Vec::new();
    if let (Some(due), Some(day)) = (item.due, item.due.and_then(|due| day(row, due.day)))
        && due.day != day
    {
        found.push(RowProblem::OtherDate(due.day));
    }
    let person = row.cell(Column::Person);
    let known = item.person.as_deref().unwrap_or_default();
    if !person.is_empty() && person != known && !people(known).any(|name| name == person) {
        found.push(RowProblem::OtherPerson(known.to_owned()));
    }
    found
}
