//! A review as a page: its tables, with charts below those that have them.

use super::sections::{notes, tables};
use super::text::{shown, title};
use super::{Charted, ReviewTable, ReviewView, charts};
use crate::render::clean;
use crate::render::page::{OwnPages, PageError, ReviewPageSection, review_page};

/// A page for a browser, a phone and paper.
pub fn review_html(view: &ReviewView<'_>, own: &OwnPages) -> Result<String, PageError> {
    let sections: Vec<ReviewPageSection> = tables(view).iter().map(|table| section(table, view)).collect();
    let notes: Vec<String> = notes(view).iter().map(|note| clean(note)).collect();
    review_page(&title(view), &notes, &sections, own, view.language)
}

fn section(table: &ReviewTable, view: &ReviewView<'_>) -> ReviewPageSection {
    let (sections, language) = (&view.review.sections, view.language);
    let filled = shown(table);
    let row = |row: &Vec<String>| filled.iter().map(|at| clean(row.get(*at).map_or("", String::as_str))).collect();
    let mut section = ReviewPageSection {
        title: clean(&table.heading),
        notes: table.notes.iter().map(|note| clean(note)).collect(),
        head: filled.iter().map(|at| table.head[*at]).collect(),
        rows: table.rows.iter().map(row).collect(),
        charts: Vec::new(),
        plots: Vec::new(),
    };
    match table.charted {
        Some(Charted::Goals) => section.plots = charts::goals(view),
        Some(Charted::Retention) => {
            // the chart has all of the table
            section.rows.clear();
            section.charts = sections.members.iter().map(|members| charts::retention(members, language)).collect();
        }
        Some(Charted::Attendance) => {
            let attendance = sections.attendance.as_ref();
            section.charts = attendance.and_then(|it| charts::attendance(it, language)).into_iter().collect();
        }
        Some(Charted::Money) => {
            section.charts = sections.money.iter().flat_map(|money| charts::money(money, language)).collect();
        }
        None => {}
    }
    section
}
