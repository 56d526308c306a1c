//! Ticks, notes and added rows of a table as parts of a list.

use super::column::{Column, done};
use super::row::SheetRow;
use crate::checklist::file::own_task;
use crate::checklist::fingerprint::essence;
use crate::checklist::mark::mark_id;
use crate::checklist::{Checklist, ChecklistItem, GONE, Section};
use crate::language::Language;

/// Ticks and notes of a row.
pub(super) fn take(item: &mut ChecklistItem, row: &SheetRow) {
    match done(row.cell(Column::Done)) {
        Some(true) => (item.done, item.status) = (true, None),
        Some(false) => {}
        None => note(item, row.cell(Column::Done)),
    }
    note(item, row.cell(Column::Notes));
}

/// Adds a note that is not there yet.
pub(super) fn note(item: &mut ChecklistItem, text: &str) {
    let is_there = |line: &str| item.notes.iter().any(|note| essence(note) == essence(line));
    let lines = lines(text);
    if lines.iter().all(|line| is_there(line)) {
        return;
    }
    item.notes.extend(lines.into_iter().map(|line| if line.is_empty() { line } else { format!("  {line}") }));
}

/// The lines of a cell; a mark in it is text.
fn lines(cell: &str) -> Vec<String> {
    cell.lines().map(|line| line.trim_end().replace("<!--", "&lt;!--")).collect()
}

/// An item that the plan no longer has, if there is something in its row.
pub(super) fn keep_gone(list: &mut Checklist, row: &SheetRow, language: Language) -> bool {
    let mut item = ChecklistItem {
        id: mark_id(row.cell(Column::Id)),
        text: row.cell(Column::Item).to_owned(),
        ..ChecklistItem::default()
    };
    take(&mut item, row);
    if !item.done && item.notes.is_empty() {
        return false;
    }
    let gone = gone(list, language);
    match gone.items.iter_mut().find(|known| known.id == item.id) {
        Some(known) => take(known, row),
        None => gone.items.push(item),
    }
    true
}

/// The section of what the plan no longer has.
pub(super) fn gone(list: &mut Checklist, language: Language) -> &mut Section {
    let at = list.sections.iter().position(|section| section.id == "gone").unwrap_or(list.sections.len());
    if at == list.sections.len() {
        let title = GONE.get(language).to_owned();
        list.sections.push(Section { id: "gone".to_owned(), title, ..Section::default() });
    }
    &mut list.sections[at]
}

/// A row that people added becomes a line of its section.
pub(super) fn add(list: &mut Checklist, row: &SheetRow, language: Language) {
    let title = essence(row.cell(Column::Section));
    let is_it = |section: &Section| essence(&section.title) == title && section.id != "gone";
    let known = list.sections.iter().position(is_it);
    let last = list.sections.iter().rposition(|section| section.id != "gone");
    match known.or(last) {
        Some(at) => add_to(&mut list.sections[at], row),
        None => add_to(gone(list, language), row),
    }
}

/// Adds a row as a line of its own; one with the same words gets its tick and its notes.
pub(super) fn add_to(section: &mut Section, row: &SheetRow) {
    let words = lines(row.cell(Column::Item)).join(" ");
    let (date, person) = (row.cell(Column::Date), row.cell(Column::Person));
    let details: Vec<&str> = [date, person].into_iter().filter(|detail| !detail.is_empty()).collect();
    let text = match details.is_empty() || date.is_empty() {
        true => words,
        false => format!("{words} — {}", details.join(", ")),
    };
    let is_done = done(row.cell(Column::Done)) == Some(true);
    let result = Some(row.cell(Column::Done)).filter(|cell| done(cell).is_none());
    let notes = || result.into_iter().chain([row.cell(Column::Notes)]).flat_map(lines).filter(|line| !line.is_empty());
    let is_it = |line: &String| own_task(line).is_some_and(|(_, known)| essence(known) == essence(&text));
    let Section { above, items, added, .. } = section;
    let runs = [above, added].into_iter().chain(items.iter_mut().map(|item| &mut item.below));
    let known = { runs }.find_map(|run| run.iter().position(is_it).map(|at| (run, at)));
    if let Some((run, at)) = known {
        if is_done {
            run[at] = run[at].replacen("[ ]", "[x]", 1);
        }
        let missing = notes().filter(|note| !run.iter().any(|line| essence(line) == essence(note)));
        let missing: Vec<String> = missing.map(|line| format!("  {line}")).collect();
        run.splice(at + 1..at + 1, missing);
        return;
    }
    let tick = if is_done { "x" } else { " " };
    let lines = notes().map(|line| format!("  {line}"));
    section.added.extend(std::iter::once(format!("- [{tick}] {text}")).chain(lines));
}
