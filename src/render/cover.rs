//! What becomes of somebody's work while they are away: a line an entry.

use super::calendar::{Row, View};
use super::clean::clean;
use crate::calendar::Who;
use crate::language::Text;

/// Who does an entry instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Somebody else.
    By(usize),
    /// Nobody.
    Nobody,
}

/// `12-24 20:00  title → who`, a line each, in the order of the rows of the view; `covers` are as long as these.
pub fn covers(view: &View<'_>, covers: &[Cover]) -> String {
    let language = view.language;
    let line = |(row, cover): (&Row, &Cover)| {
        let time = row.start.time.map_or_else(String::new, |time| format!(" {time}"));
        let who = match cover {
            Cover::By(person) => view.person(Who { person: Some(*person), role: None }).unwrap_or_default(),
            Cover::Nobody => Text::new("没有人", "nobody").get(language).to_owned(),
        };
        let weekday = row.start.day.weekday().short().get(language);
        format!("  {} {weekday}{time}  {} → {}\n", row.start.day, row.title, clean(&who))
    };
    view.rows().iter().zip(covers).map(line).collect()
}
