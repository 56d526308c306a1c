//! Days and months as people type them behind an option, read with today at hand.

use super::failure::{Failure, Message};
use super::{out, prompt};
use crate::human_date;
use crate::language::{Language, Text};
use crate::render::clean;
use crate::source::Suggestion;
use crate::value::{Day, Month, ValueError};

pub(crate) const LEFT: Text = Text::new("已停下。", "Stopped.");

/// The day that is meant; on a terminal, what can be read in two ways is asked.
pub(crate) fn day(text: &str, today: Day, language: Language) -> Result<Day, Failure> {
    let text = &one_reading(text, today, language)?;
    human_date::day(text, today).or_else(|error| asked(text, error, language))
}

/// A text in which `3/12` is a date that can be read in only one way: in English it is asked whether the day or the month
/// comes first, in Chinese it is the month.
pub(crate) fn one_reading(text: &str, today: Day, language: Language) -> Result<String, Failure> {
    if language == Language::Zh || human_date::moment(text, today).is_err() {
        return Ok(text.to_owned());
    }
    let words = text.split(' ').map(|word| match human_date::two_days(word, today) {
        None => Ok(word.to_owned()),
        Some(days) => {
            let expected = Text::new("只有一种读法的日期", "a date that can be read in only one way");
            let error = days.into_iter().fold(ValueError::new(expected), |error, day| error.near(day.to_string()));
            asked(word, error, language).map(|day| day.to_string())
        }
    });
    Ok(words.collect::<Result<Vec<_>, _>>()?.join(" "))
}

/// Asks which of two days is meant, where a date can be read in two ways and someone can answer.
pub(crate) fn asked(text: &str, error: ValueError, language: Language) -> Result<Day, Failure> {
    let readings: Vec<Day> = error.near.iter().filter_map(|near| near.parse().ok()).collect();
    if readings.len() > 1 && prompt::can_ask() {
        let question = Text::new("“{text}”是哪一天？", "Which day is \"{text}\"?");
        out::message(&prompt::fit(&question.fill(language, |_| Some(clean(text))), 0));
        let item = |day: &Day| format!("{day} {}", day.weekday().short().get(language));
        let items: Vec<String> = readings.iter().map(item).collect();
        let chosen = prompt::one(&items, LEFT, language)?;
        if let Some(day) = chosen.and_then(|at| readings.get(at)) {
            return Ok(*day);
        }
    }
    Err(unreadable_date(text, error, language))
}

/// The day that is meant, or the first of a week or a month.
pub(crate) fn first_day(text: &str, today: Day, language: Language) -> Result<Day, Failure> {
    let span = || human_date::days(text, today).ok().map(|(first, _)| first);
    let month = || human_date::month(text, today).ok().map(Month::first);
    day(text, today, language).or_else(|failure| span().or_else(month).ok_or(failure))
}

/// The month that is meant.
pub(crate) fn month(text: &str, today: Day, language: Language) -> Result<Month, Failure> {
    human_date::month(text, today).map_err(|error| unreadable_date(text, error, language))
}

/// What could not be read, and what was expected.
pub(crate) fn unreadable_date(text: &str, error: ValueError, _: Language) -> Failure {
    let words = Text::new("“{text}”看不懂：要{want}", "\"{text}\" cannot be read: expected {want}");
    let (typed, near, expected) = (clean(text), error.near, error.expected);
    let failure = Failure::new(Message::new(move |language| {
        words
            .fill(language, |name| Some(if name == "text" { typed.clone() } else { expected.get(language).to_owned() }))
    }));
    if near.is_empty() { failure } else { failure.suggest(Suggestion::Near(near)) }
}
