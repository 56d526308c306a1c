//! Days and months as people type them behind an option, read with today at hand.

use anyhow::anyhow;

use crate::language::{Language, Text};
use crate::render::clean;
use crate::value::{Day, Month, ValueError};

/// The day that is meant.
pub(crate) fn day(text: &str, today: Day, language: Language) -> anyhow::Result<Day> {
    Day::typed(text, today).map_err(|error| unread(text, error, language))
}

/// The month that is meant.
pub(crate) fn month(text: &str, today: Day, language: Language) -> anyhow::Result<Month> {
    Month::typed(text, today).map_err(|error| unread(text, error, language))
}

/// What could not be read, and what was expected.
pub(crate) fn unread(text: &str, error: ValueError, language: Language) -> anyhow::Error {
    let words = Text::new("“{text}”看不懂：要{want}", "\"{text}\" cannot be read: expected {want}");
    let message = anyhow!(words.fill(language, |name| Some(match name {
        "text" => clean(text),
        _ => error.expected.get(language).to_owned(),
    })));
    match error.near {
        Some(near) => anyhow!("{}{near}", Text::new("是不是：", "did you mean: ").get(language)).context(message),
        None => message,
    }
}
