//! Entries of a calendar, a line each.

use crate::calendar::{Cover, Who};
use crate::language::{Language, Text};
use crate::render::calendar::{Row, View};
use crate::render::clean;

/// `12-24 20:00  title → who`, a line each, in the order of the rows of the view; `covers` are as long as these.
pub(super) fn covers(view: &View<'_>, covers: &[Cover]) -> String {
    let language = view.language;
    let line = |(row, cover): (&Row, &Cover)| {
        let who = match cover {
            Cover::By(person) => view.person(Who { person: Some(*person), role: None }).unwrap_or_default(),
            Cover::Nobody => Text::new("没有人", "nobody").get(language).to_owned(),
        };
        format!("  {}  {} → {}\n", moment(row, view.language), row.title, clean(&who))
    };
    view.rows().iter().zip(covers).map(line).collect()
}

/// `2026-12-24 周四 20:00`
pub(super) fn moment(row: &Row, language: Language) -> String {
    let time = row.start.time.map_or_else(String::new, |time| format!(" {time}"));
    format!("{} {}{time}", row.start.day, row.start.day.weekday().short().get(language))
}

/// The entries of a calendar with who does them, a line each.
pub fn dates(view: &View<'_>) -> String {
    let line = |row: &Row| {
        let who = row.person.clone().or_else(|| row.role.clone()).unwrap_or_default();
        format!("  {}  {}  {}", moment(row, view.language), row.title, clean(&who)).trim_end().to_owned() + "\n"
    };
    view.rows().iter().map(line).collect()
}
