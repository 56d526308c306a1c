//! "We have none" as an answer: the questions at which it is one, and what then stays empty on purpose.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::answers::KEEP;
use super::context::InterviewContext;
use super::question::{AnswerKind, Question};
use super::refusal::Refusal;
use super::rows::{questions, quick};
use crate::amend::Without;
use crate::finding::Literal;
use crate::language::{Language, Text};
use crate::value::{NoAnswer, is_for_later, is_free_of_charge};

/// The word by which it is kept.
const WORD: &str = "none";
/// The answer as people say it.
pub(super) const NONE: Text = Text::new("没有", WORD);

/// What is said where a plan cannot be without it.
const NEEDED: Text =
    Text::new("这一项不能没有；想先空着就直接回车", "this one is needed; press Enter to leave it open");

/// Questions of which the key that stays empty does not follow from what they fill, or that are asked of everyone; each
/// with that key.
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
    // asked about every question after each answer
    static ROUTES: LazyLock<HashMap<&str, &str>> =
        LazyLock::new(|| questions().filter_map(|question| Some((question.id, found_route(question)?))).collect());
    ROUTES.get(question.id).copied()
}

fn found_route(question: &Question) -> Option<&'static str> {
    let listed = ASKED_AT.iter().find(|(id, _)| *id == question.id).map(|(_, route)| *route);
    listed.or_else(|| {
        let is_text = matches!(question.kind, AnswerKind::Text | AnswerKind::Texts | AnswerKind::Colour);
        let fill = question.fills.first().filter(|fill| is_text && question.is_set && !fill.contains('['))?;
        // what the quick interview asks, a community has
        (!quick().any(|asked| asked.id == question.id) && Without::of(fill).is_some()).then_some(*fill)
    })
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

/// The answer in its canonical form where it says nothing: that there is none, or that it is left open.
pub(super) fn read(
    question: &Question,
    value: &Literal,
    context: Option<&InterviewContext<'_>>,
) -> Result<Option<Literal>, Refusal> {
    let word = match value {
        Literal::Text(word) => word,
        Literal::List(words) => match words.as_slice() {
            [Literal::Text(word)] => word,
            _ => return Ok(None),
        },
        _ => return Ok(None),
    };
    let has_words_of_its_own = matches!(
        question.kind,
        AnswerKind::Choice(_) | AnswerKind::Several(_) | AnswerKind::YesNo | AnswerKind::Amount
    );
    let is_offered = route_of(question).is_some() && context.is_none_or(|context| is_offered(question, context));
    // a date, and a name, may be called so
    let may_be_time = match question.kind {
        AnswerKind::Text | AnswerKind::Texts => question.id != "name",
        kind => kind.takes_lines(),
    };
    let later = || (may_be_time && is_for_later(word)).then_some(NoAnswer::Later);
    match NoAnswer::meant(word).or_else(later) {
        Some(NoAnswer::None) if is_offered => Ok(Some(WORD.into())),
        _ if has_words_of_its_own => Ok(None),
        Some(NoAnswer::None) if matches!(question.kind, AnswerKind::Products) => Ok(None),
        Some(NoAnswer::None) => Err(Refusal { is_whole: true, ..Refusal::new(word.trim(), NEEDED) }),
        Some(NoAnswer::Later) if is_free_of_charge(word) && matches!(question.kind, AnswerKind::Products) => Ok(None),
        Some(NoAnswer::Later) => Ok(Some(KEEP)),
        None => Ok(None),
    }
}

/// Whether this is the answer that there is none.
pub(super) fn is_none(question: &Question, value: &Literal) -> bool {
    *value == WORD.into() && route_of(question).is_some()
}

/// The request that an answer is, where it says that there is none.
pub(super) fn without(question: &Question, value: &Literal) -> Option<Without> {
    route_of(question).filter(|_| is_none(question, value)).and_then(Without::of)
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

/// The keys of which the answers, or the plan, say that there is none.
pub(super) fn stated<'a>(context: &'a InterviewContext<'_>) -> Vec<&'a str> {
    let said = answered(context).map(|route| -> &'a str { route });
    context.plan().without.iter().map(|route| -> &'a str { route.trim() }).chain(said).collect()
}

/// Whether a question is about something of which another answer, or the plan, says that there is none.
pub(super) fn is_moot(question: &Question, stated: &[&str]) -> bool {
    let Some(fill) = question.fills.first().filter(|_| !stated.is_empty()) else { return false };
    let key = key(fill);
    let is_under = |route: &&str| {
        route_of(question) != Some(*route)
            && key.strip_prefix(*route).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    stated.iter().any(is_under)
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
                let read = read(question, &word.into(), None).ok().flatten().unwrap_or_else(|| panic!("{id}: {word}"));
                assert!(is_none(question, &read));
            }
            assert_eq!(read(question, &"none of your business".into(), None), Ok(None));
        }
        let name = find("name").expect("a question");
        assert!(read(name, &"none".into(), None).is_err(), "a community has a name");
    }

    #[test]
    fn what_says_nothing_never_becomes_the_text_itself() {
        for question in questions().filter(|question| matches!(question.kind, AnswerKind::Text | AnswerKind::Texts)) {
            for word in ["we have none", "n/a", "我们没有"] {
                let read = read(question, &word.into(), None);
                assert!(read.as_ref().map_or(true, |read| *read == Some(WORD.into())), "{}: {read:?}", question.id);
            }
            for word in ["later", "tbd", "以后再说", "没想好"] {
                assert_eq!(read(question, &word.into(), None), Ok(Some(KEEP)), "{}: {word}", question.id);
            }
        }
        let vision = find("vision").expect("a question");
        assert_eq!(route_of(vision), Some("positioning.vision"));
    }
}
