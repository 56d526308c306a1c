//! What holds already where a question is asked: whose the answer is, and how many of a chapter are whose.

use super::chapter::{Chapter, Heading};
use super::context::route;
use super::machine::Interview;
use super::none;
use super::question::Question;
use crate::finding::KeyPath;
use crate::plan::ownership::PlanValue;

/// Whose the answer to a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// What people wrote themselves, or that there is none.
    Own,
    /// A starter's, not confirmed yet.
    Borrowed,
    /// Nothing.
    Missing,
}

/// How many answers of a chapter are whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChapterState {
    /// The chapter.
    pub chapter: Chapter,
    /// Its name and number.
    pub heading: Heading,
    /// Answers of the plan's own.
    pub own: usize,
    /// Answers of a starter.
    pub borrowed: usize,
    /// Questions without an answer.
    pub missing: usize,
}

impl Interview<'_> {
    /// Whose the answer to a question is now.
    pub fn held(&self, question: &Question) -> Held {
        let context = self.context();
        if self.answers().get(question.id).is_some() {
            return Held::Own;
        }
        if context.is_anew() {
            return Held::Missing;
        }
        if none::route_of(question).is_some_and(|route| context.plan().is_without(route)) {
            return Held::Own;
        }
        if question.fills.iter().all(|fill| context.starter.at(&route(fill, Some(&context))).is_none()) {
            return Held::Missing;
        }
        if self.borrowed(question).is_empty() { Held::Own } else { Held::Borrowed }
    }

    /// Whether the answer to a question is a starter's.
    pub(super) fn is_borrowed(&self, question: &Question) -> bool {
        self.held(question) == Held::Borrowed
    }

    /// The starter's values in the plan that a question is about.
    pub fn borrowed(&self, question: &Question) -> Vec<&PlanValue> {
        let context = self.context();
        let paths: Vec<KeyPath> = question.fills.iter().map(|fill| route(fill, Some(&context))).collect();
        let values = context.starter.ownership.borrowed();
        values.filter(|value| paths.iter().any(|path| value.path.starts_with(path))).collect()
    }

    /// The chapters that have questions, each with how many are answered.
    pub fn chapters(&self) -> Vec<ChapterState> {
        let state = |chapter: Chapter| {
            let held: Vec<Held> =
                self.all().into_iter().filter(|q| q.chapter == chapter).map(|q| self.held(q)).collect();
            let count = |which: Held| held.iter().filter(|held| **held == which).count();
            let (own, borrowed, missing) = (count(Held::Own), count(Held::Borrowed), count(Held::Missing));
            let heading = Heading::of(chapter);
            (!held.is_empty()).then_some(ChapterState { chapter, heading, own, borrowed, missing })
        };
        Chapter::ALL.into_iter().filter_map(state).collect()
    }
}
