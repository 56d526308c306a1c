//! Questions that are answered by choosing. Going back and help are entries of the list; Esc goes back too.

use std::io;

use super::super::failure::Failure;
use super::super::out;
use super::reply::Reply;
use super::{list, messages};
use crate::finding::Literal;
use crate::interview::{AnswerKind, Prompt};
use crate::language::Text;
use crate::render::clean;

/// Puts the choices and waits.
pub(super) fn ask(ask: &Prompt) -> Result<Reply, Failure> {
    let reply = match ask.question.kind {
        AnswerKind::Several(_) => several(ask),
        _ => one(ask),
    };
    reply.or_else(|error| stopped(error, Reply::Stop))
}

/// What to do where a list ended by a signal or by the end of the input.
pub(super) fn stopped<T>(error: io::Error, stop: T) -> Result<T, Failure> {
    match error.kind() {
        io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => Ok(stop),
        _ => Err(error.into()),
    }
}

fn one(ask: &Prompt) -> io::Result<Reply> {
    let (mut items, values) = choices(ask);
    let mut values: Vec<Option<Literal>> = values.into_iter().map(Some).collect();
    if ask.may_be_none {
        items.push(messages::WE_HAVE_NONE.get(ask.language).to_owned());
        values.push(Some(Literal::from("none")));
    }
    if ask.is_optional {
        items.push(messages::LATER.get(ask.language).to_owned());
        values.push(None);
    }
    // Enter alone does not answer what has no answer yet
    let given = values.iter().position(|value| value.is_some() && *value == ask.default);
    let default = given.unwrap_or(if ask.is_optional { values.len() - 1 } else { 0 });
    items.extend([messages::BACK, messages::HELP].map(|text| text.get(ask.language).to_owned()));
    let items = described(ask, items);
    let help = || out::message(&messages::help(ask));
    let chosen = match values.len() > messages::MANY {
        true => list::filtered(&items, default, Some(&help), ask.language)?,
        false => list::one(&items, default, Some(&help), ask.language)?,
    };
    Ok(match chosen {
        Some(index) if index < values.len() => match &values[index] {
            Some(value) => Reply::Chosen(value.clone()),
            None => Reply::Typed(String::new()),
        },
        Some(index) if index > values.len() => Reply::Help,
        _ => Reply::Back,
    })
}

fn several(ask: &Prompt) -> io::Result<Reply> {
    let (items, values) = choices(ask);
    let marked = |value: &Literal| matches!(&ask.default, Some(Literal::List(words)) if words.contains(value));
    let marks: Vec<bool> = values.iter().map(marked).collect();
    let help = || out::message(&messages::help(ask));
    Ok(match list::several(&items, &marks, &help, ask.language)? {
        Some(chosen) => Reply::Chosen(Literal::List(chosen.into_iter().map(|index| values[index].clone()).collect())),
        None => Reply::Back,
    })
}

/// What is shown and what it means.
fn choices(ask: &Prompt) -> (Vec<String>, Vec<Literal>) {
    if matches!(ask.question.kind, AnswerKind::YesNo) {
        let names = [Text::new("是", "yes"), Text::new("否", "no")].map(|text| text.get(ask.language).to_owned());
        return (names.to_vec(), vec![Literal::Boolean(true), Literal::Boolean(false)]);
    }
    let is_long = ask.choices.len() > messages::MANY;
    let item = |choice: &crate::interview::AnswerChoice| match is_long && choice.name.to_lowercase() != choice.word {
        // the word too, so that it can be found without an input method
        true => format!("{} ({})", clean(&choice.name), choice.word),
        false => clean(&choice.name),
    };
    (ask.choices.iter().map(item).collect(), ask.choices.iter().map(|c| c.word.as_str().into()).collect())
}

/// The items with their descriptions; help shows what does not fit in a line.
fn described(ask: &Prompt, mut items: Vec<String>) -> Vec<String> {
    for (item, choice) in items.iter_mut().zip(&ask.choices).filter(|(_, choice)| !choice.about.is_empty()) {
        item.push_str(messages::COLON.get(ask.language));
        item.push_str(&clean(&choice.about));
    }
    items
}
