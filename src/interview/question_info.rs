//! The questions as a list to be printed, for people who answer them in a file.

use super::choice::AnswerChoice;
use super::machine::Interview;
use super::rows::questions;
use crate::finding::Literal;
use crate::language::Text;

/// One question, in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionInfo {
    /// Its name in answers files.
    pub id: &'static str,
    /// Its chapter in the full interview.
    pub chapter: Text,
    /// What an answer looks like.
    pub kind: &'static str,
    /// The question.
    pub text: String,
    /// Why it matters.
    pub why: &'static str,
    /// Help, with an example.
    pub help: &'static str,
    /// The keys of the plan that it fills.
    pub fills: &'static [&'static str],
    /// What can be chosen.
    pub choices: Vec<AnswerChoice>,
    /// The answer if none is given.
    pub default: Option<Literal>,
    /// Whether it is asked, with the answers so far.
    pub asked: bool,
}

/// All questions, with the defaults and choices that follow from the answers so far.
pub fn question_infos(interview: &Interview<'_>) -> Vec<QuestionInfo> {
    let context = interview.context();
    let language = context.language();
    let asked: Vec<&str> = interview.applicable().iter().map(|question| question.id).collect();
    let question_info = |question: &'static super::Question| QuestionInfo {
        id: question.id,
        chapter: question.chapter.name(),
        kind: question.kind.word(),
        text: interview.text_of(question),
        why: question.why.get(language),
        help: question.help.get(language),
        fills: question.fills,
        choices: question.kind.choices(&context),
        default: question.default_in(&context),
        asked: asked.contains(&question.id),
    };
    questions().map(question_info).collect()
}
