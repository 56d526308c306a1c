//! The questions, in the order in which they are asked.

mod full;
mod idea;
mod line_by_line;
mod running;
#[cfg(test)]
mod tests;

use super::question::Question;
use crate::source::closest;

pub(super) use idea::{CHANNEL_TITLE_WHY, PLATFORM_WHY};
pub(super) use running::YEARLY;

/// All questions: those of the quick interview in its order, then the others.
pub fn questions() -> impl Iterator<Item = &'static Question> + Clone {
    idea::ROWS.iter().chain(line_by_line::ROWS).chain(running::ROWS).chain(full::rows())
}

/// The questions of the quick interview about a plan that is made of the answers alone.
pub(super) fn quick() -> impl Iterator<Item = &'static Question> {
    running::QUICK.into_iter().filter_map(find)
}

/// The question of this id.
pub fn find(id: &str) -> Option<&'static Question> {
    questions().find(|question| question.id == id)
}

/// The id most similar to an unknown one.
pub(super) fn nearest(id: &str) -> Option<&'static str> {
    closest(id, questions().map(|question| question.id))
}
