//! What a line begins: a heading, a task, something else.

use crate::checklist::mark::{mark, mark_id};
use crate::checklist::tick::{boxed, bullet};

/// The words of a heading.
pub(super) fn heading_words(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    ((1..=6).contains(&level) && rest.starts_with([' ', '\t'])).then(|| rest.trim().trim_end_matches('#').trim_end())
}

/// An own line with a box that begins at the margin: what is in it.
pub(crate) fn own_task(line: &str) -> Option<(bool, &str)> {
    let task = boxed(line).filter(|_| !line.starts_with([' ', '\t']))?;
    Some((task.done, task.words))
}

/// Whether a wrapped line cannot go on here.
pub(super) fn begins_something(line: &str) -> bool {
    line.trim().is_empty()
        || bullet(line).is_some()
        || boxed(line).is_some()
        || heading_words(line).is_some()
        || ["section", "checklist"]
            .iter()
            .any(|kind| mark(line, kind).is_some_and(|(_, id, _)| !mark_id(id).is_empty()))
}
