//! Days and months as people type them behind an option, read with today at hand.

use super::failure::{Failure, Message};
use crate::language::{Language, Text};
use crate::render::clean;
use crate::source::Suggestion;
use crate::value::{Day, Month, ValueError};

/// The day that is meant.
pub(crate) fn day(text: &str, today: Day, language: Language) -> Result<Day, Failure> {
    Day::typed(text, today).map_err(|error| unread(text, error, language))
}

/// The month that is meant.
pub(crate) fn month(text: &str, today: Day, language: Language) -> Result<Month, Failure> {
    Month::typed(text, today).map_err(|error| unread(text, error, language))
}

/// What could not be read, and what was expected.
pub(crate) fn unread(text: &str, error: ValueError, _: Language) -> Failure {
    let words = Text::new("“{text}”看不懂：要{want}", "\"{text}\" cannot be read: expected {want}");
    let typed = clean(text);
    let failure = Failure::new(Message::new(move |language| {
        words.fill(language, |name| {
            Some(if name == "text" { typed.clone() } else { error.expected.get(language).to_owned() })
        })
    }));
    match error.near {
        Some(near) => failure.suggest(Suggestion::Near(vec![near])),
        None => failure,
    }
}
