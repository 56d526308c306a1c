//! The questions of the full interview that the quick one leaves to the starter, chapter by chapter.

mod culture;
mod growth;
mod idea;
mod members;
mod money;
mod references;
mod rules;

use crate::interview::question::Question;

/// All of them; the full interview puts them in the order of its chapters.
pub(super) fn rows() -> impl Iterator<Item = &'static Question> + Clone {
    let (first, second) = (idea::ROWS.iter().chain(culture::ROWS), rules::ROWS.iter().chain(members::ROWS));
    first.chain(second).chain(growth::ROWS).chain(money::ROWS)
}
