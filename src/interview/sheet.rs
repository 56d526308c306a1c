//! The questions as a list to be printed, for who wants to answer them in a file.

use super::machine::Interview;
use super::question::Choice;
use super::rows::questions;
use crate::finding::Literal;
use crate::language::Text;

/// One question, in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
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
    pub choices: Vec<Choice>,
    /// What is taken when it is not answered.
    pub default: Option<Literal>,
    /// Whether it is asked, with the answers so far.
    pub asked: bool,
}

/// All questions, with the defaults and choices that follow from the answers so far.
pub fn sheets(interview: &Interview<'_>) -> Vec<Sheet> {
    let setting = interview.setting();
    let language = setting.language();
    let sheet = |question: &'static super::Question| Sheet {
        id: question.id,
        chapter: question.chapter.name(),
        kind: question.kind.word(),
        text: interview.words(question),
        why: question.why.get(language),
        help: question.help.get(language),
        fills: question.fills,
        choices: question.kind.choices(&setting),
        default: setting.default_of(question),
        asked: question.modes.contains(&interview.mode()) && (question.asked)(&setting),
    };
    questions().map(sheet).collect()
}
