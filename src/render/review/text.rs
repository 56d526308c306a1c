//! A review as text in columns, and as Markdown.

use unicode_width::UnicodeWidthStr;

use super::sections::{notes, tables};
use super::{ReviewTable, ReviewView};
use crate::language::Text;
use crate::render::{clean, markdown};

/// What a review is called.
pub(super) fn title(view: &ReviewView<'_>) -> String {
    Text::new("{name} 复盘", "{name}: review").fill(view.language, |_| Some(clean(view.name)))
}

/// Text in columns, styled; a table that is wider than this is shown row by row.
pub fn review_text(view: &ReviewView<'_>, width: usize) -> String {
    let bold = anstyle::Style::new().bold();
    let mut out = format!("{bold}{}{bold:#}\n", title(view));
    notes(view).iter().for_each(|note| out.push_str(&format!("{}\n", clean(note))));
    for table in tables(view) {
        out.push_str(&format!("\n{bold}{}{bold:#}\n", table.heading));
        table.notes.iter().for_each(|note| out.push_str(&format!("  {}\n", clean(note))));
        out.push_str(&columns(&table, width));
    }
    out
}

/// Markdown tables.
pub fn review_markdown(view: &ReviewView<'_>) -> String {
    let mut out = format!("# {}\n\n", markdown(&title(view)));
    notes(view).iter().for_each(|note| out.push_str(&format!("- {}\n", markdown(note))));
    for table in tables(view) {
        out.push_str(&format!("\n## {}\n\n", table.heading));
        table.notes.iter().for_each(|note| out.push_str(&format!("{}\n\n", markdown(note))));
        let shown = shown(&table);
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        out.push_str(&line(shown.iter().map(|at| table.head[*at].to_owned()).collect()));
        out.push_str(&line(shown.iter().map(|_| "---".to_owned()).collect()));
        for row in &table.rows {
            let cell = |at: &usize| markdown(&clean(row.get(*at).map_or("", String::as_str)));
            out.push_str(&line(shown.iter().map(cell).collect()));
        }
    }
    out
}

/// The columns that are not empty in all rows.
pub(super) fn shown(table: &ReviewTable) -> Vec<usize> {
    let is_filled = |at: &usize| table.rows.iter().any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty()));
    (0..table.head.len()).filter(is_filled).collect()
}

/// Columns as wide as their widest cell; where they do not fit, row by row.
fn columns(table: &ReviewTable, width: usize) -> String {
    let shown = shown(table);
    let cell = |row: &[String], at: usize| clean(row.get(at).map_or("", String::as_str));
    let head: Vec<String> = table.head.iter().map(|&name| name.to_owned()).collect();
    let lines: Vec<Vec<String>> =
        std::iter::once(&head).chain(&table.rows).map(|row| shown.iter().map(|at| cell(row, *at)).collect()).collect();
    let widest = |at: usize| lines.iter().map(|line| line[at].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..shown.len()).map(widest).collect();
    if widths.iter().map(|width| width + 2).sum::<usize>() > width {
        return lines.iter().skip(1).map(|line| row_by_row(line, &lines[0])).collect();
    }
    let line = |cells: &Vec<String>| {
        let padded = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width()))));
        format!("  {}\n", padded.collect::<Vec<_>>().join("  ").trim_end())
    };
    lines.iter().map(line).collect()
}

/// The first cells on a line of their own, the others below it with their heads.
fn row_by_row(cells: &[String], head: &[String]) -> String {
    let is_number = cells[0].bytes().all(|byte| byte.is_ascii_digit());
    let first = if is_number { 2 } else { 1 };
    let mut out = format!("  {}\n", cells.iter().take(first).map(String::as_str).collect::<Vec<_>>().join(". "));
    for (cell, name) in cells.iter().zip(head).skip(first).filter(|(cell, _)| !cell.is_empty()) {
        out.push_str(&format!("     {name}: {cell}\n"));
    }
    out
}
