//! "We have none" as an answer: the questions at which it is one, and what then stays empty on purpose.

use super::context::InterviewContext;
use super::question::Question;
use super::rows::questions;
use crate::amend::Without;
use crate::finding::Literal;
use crate::language::{Language, Text};

/// The word by which it is kept.
const WORD: &str = "none";
/// The answer as people say it.
pub(super) const NONE: Text = Text::new("没有", WORD);

/// Questions that can be answered so, each with the key that stays empty then.
const ASKED_AT: [(&str, &str); 16] = [
    ("alternative", "positioning.alternatives"),
    ("place", "places"),
    ("legal_entity", "governance.legal_entity"),
    ("slogan", "culture.slogan"),
    ("colour", "culture.visual"),
    ("role_models", "culture.role_models"),
    ("honour", "culture.honours"),
    ("care_occasions", "care"),
    ("content_regular", "content"),
    ("topic", "topics"),
    ("support_channel", "support"),
    ("layer", "segments"),
    ("tool", "tools"),
    ("privileges", "incentives"),
    ("partner", "partners"),
    ("experiment_a", "experiments"),
];

/// The key that stays empty where a question is answered so; none where that is no answer to it.
pub(super) fn route_of(question: &Question) -> Option<&'static str> {
    ASKED_AT.iter().find(|(id, _)| *id == question.id).map(|(_, route)| *route)
}

impl Question {
    /// The key that stays empty where people have none of what is asked; none where that is no answer.
    pub fn none_route(&self) -> Option<&'static str> {
        route_of(self)
    }
}

/// Whether a question can be answered so; a copy of a starter keeps what it has.
pub(super) fn is_offered(question: &Question, context: &InterviewContext<'_>) -> bool {
    route_of(question).is_some() && !context.adds && (context.is_anew() || context.is_plan())
}

/// The answer in its canonical form, where a question is answered so.
pub(super) fn read(question: &Question, value: &Literal, context: Option<&InterviewContext<'_>>) -> Option<Literal> {
    let word = match value {
        Literal::Text(word) => word,
        Literal::List(words) => match words.as_slice() {
            [Literal::Text(word)] => word,
            _ => return None,
        },
        _ => return None,
    };
    let route = route_of(question).filter(|_| context.is_none_or(|context| is_offered(question, context)))?;
    Without::meant(route, word).map(|_| WORD.into())
}

/// Whether this is the answer that there is none.
pub(super) fn is_none(question: &Question, value: &Literal) -> bool {
    route_of(question).is_some() && *value == WORD.into()
}

/// The request that an answer is, where it says that there is none.
pub(super) fn without(question: &Question, value: &Literal) -> Option<Without> {
    route_of(question).filter(|_| is_none(question, value)).and_then(|route| Without::meant(route, WORD))
}

/// The answer as people say it.
pub(super) fn shown(question: &Question, value: &Literal, language: Language) -> Option<String> {
    is_none(question, value).then(|| NONE.get(language).to_owned())
}

/// The keys of which the answers say that there is none.
pub(super) fn answered<'a>(context: &'a InterviewContext<'_>) -> impl Iterator<Item = &'static str> + 'a {
    let said = |question: &Question| context.answers.get(question.id).is_some_and(|value| is_none(question, value));
    questions().filter(move |question| said(question)).filter_map(route_of)
}

/// Whether a question is about something of which another answer, or the plan, says that there is none.
pub(super) fn is_moot(question: &Question, context: &InterviewContext<'_>) -> bool {
    let Some(fill) = question.fills.first() else { return false };
    let key = key(fill);
    let is_under = |route: &str| {
        route_of(question) != Some(route)
            && key.strip_prefix(route).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    context.plan().without.iter().any(|route| is_under(route.trim())) || answered(context).any(is_under)
}

/// A route without indices.
pub(super) fn key(fill: &str) -> String {
    fill.split('.').map(|key| key.split('[').next().unwrap_or(key)).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::rows::find;

    #[test]
    fn having_none_is_an_answer_to_questions_about_what_may_be_missing() {
        for (id, route) in ASKED_AT {
            let question = find(id).unwrap_or_else(|| panic!("{id}"));
            assert!(Without::meant(route, "没有").is_some(), "{route}");
            let key = key(question.fills[0]);
            assert!(key == route || key.starts_with(&format!("{route}.")), "{id}: {key}");
            for word in ["none", "None", " 没有 ", "无", "we have none"] {
                let read = read(question, &word.into(), None).unwrap_or_else(|| panic!("{id}: {word}"));
                assert!(is_none(question, &read));
            }
            assert_eq!(read(question, &"nobody".into(), None), None);
        }
        let name = find("name").expect("a question");
        assert_eq!(read(name, &"none".into(), None), None, "a community has a name");
    }
}
