//! A question before something is done: yes or no, one of a few, or a name.

use super::super::failure::Failure;
use super::super::out;
use super::super::wrap::fit;
use super::interrupt::Interrupt;
use super::reply::Reply;
use super::{choice, line, list};
use crate::language::{Language, Text};

/// Asks; none when the question is left. `left` is shown when the program is interrupted; Enter answers `usual`.
pub(crate) fn yes(question: &str, left: Text, usual: bool, language: Language) -> Result<Option<bool>, Failure> {
    let _interrupt = Interrupt::watch(left, language);
    out::message(&fit(question, 0));
    let items = [Text::new("是", "yes"), Text::new("否", "no")].map(|text| text.get(language).to_owned());
    let chosen =
        list::one(&items, usize::from(!usual), None, language).or_else(|error| choice::stopped(error, None))?;
    Ok(chosen.map(|chosen| chosen == 0))
}

/// Lets the user choose one, the last with Enter; none when the question is left.
pub(crate) fn one(items: &[String], left: Text, language: Language) -> Result<Option<usize>, Failure> {
    let _interrupt = Interrupt::watch(left, language);
    list::one(items, items.len().saturating_sub(1), None, language).or_else(|error| choice::stopped(error, None))
}

/// Asks for a word; none when the question is left or nothing is typed.
pub(crate) fn text(question: Text, left: Text, language: Language) -> Result<Option<String>, Failure> {
    text_or_help(question, String::new, left, language)
}

/// The same, with what `?` shows before the question comes again.
pub(crate) fn text_or_help(
    question: Text,
    help: impl Fn() -> String,
    left: Text,
    language: Language,
) -> Result<Option<String>, Failure> {
    let _interrupt = Interrupt::watch(left, language);
    loop {
        out::message(&fit(question.get(language), 0));
        match line::ask("")? {
            Reply::Typed(text) if !text.trim().is_empty() => return Ok(Some(text.trim().to_owned())),
            Reply::Help => help().lines().for_each(out::message),
            _ => {
                out::message(left.get(language));
                return Ok(None);
            }
        }
    }
}
