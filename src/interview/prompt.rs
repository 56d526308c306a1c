//! A question as it is put to a person.

use super::chapter::Heading;
use super::choice::AnswerChoice;
use super::none;
use super::question::Question;
use super::shown::{named, shown};
use crate::finding::Literal;
use crate::language::Language;

/// A question as it is put.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// The question.
    pub question: &'static Question,
    /// The language to put it in.
    pub language: Language,
    /// The chapter; none before the plan itself is asked about, and where one thing is added.
    pub chapter: Option<Heading>,
    /// Whether the interview goes chapter by chapter, so that steps are those of the chapter.
    pub is_by_chapter: bool,
    /// Which step this is, from 1; several questions can be one step.
    pub step: usize,
    /// How many steps there are, in this chapter or altogether.
    pub steps: usize,
    /// The question in words.
    pub text: String,
    /// What an empty answer keeps.
    pub default: Option<Literal>,
    /// What was answered before, as a person would type it, on going back to it.
    pub given: Option<String>,
    /// What can be chosen; empty for the other kinds.
    pub choices: Vec<AnswerChoice>,
    /// Whether an empty answer leaves it open.
    pub is_optional: bool,
    /// Whether "we have none" is an answer, which is remembered.
    pub may_be_none: bool,
}

impl Prompt {
    /// A value as people say it, what was chosen by its name.
    pub fn shown(&self, value: &Literal) -> String {
        none::shown(self.question, value, self.language)
            .unwrap_or_else(|| named(self.question.kind, value, &self.choices, self.language))
    }

    /// What an empty answer keeps, as a person would type it.
    pub fn default_text(&self) -> Option<String> {
        self.default.as_ref().map(|value| shown(self.question.kind, value, self.language))
    }
}
