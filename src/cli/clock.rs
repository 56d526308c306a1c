//! On whose clock a calendar is shown: by `--tz`, else where the person lives whose work it is.

use super::dates::LEFT;
use super::failure::{Failure, Message};
use super::{out, prompt};
use crate::calendar::{Calendar, TooLarge};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::plan::values::Zone;
use crate::render::clean;
use crate::source::Suggestion;
use crate::value::Day;

use super::plans::OpenPlan;

/// The zone that is asked for; none for that of the plan.
pub(crate) fn shown_zone(typed: Option<&str>, person: Option<usize>, plan: &Plan) -> Result<Option<Zone>, Failure> {
    let Some(typed) = typed else {
        let own = person.and_then(|person| plan.people[person].time_zone.clone());
        return Ok(own.filter(|own| *own != plan.time_zone.clone().unwrap_or_default()));
    };
    let language = plan.language();
    one_zone(typed, language)?.parse::<Zone>().map(Some).map_err(|error| {
        let words = Text::new("--tz 不能是“{typed}”：要{expected}", "--tz cannot be \"{typed}\": expected {expected}");
        let (typed, expected) = (typed.to_owned(), error.expected);
        let message = Message::new(move |language| {
            words.fill(language, |name| {
                Some(if name == "typed" { typed.clone() } else { expected.get(language).to_owned() })
            })
        });
        Failure::new(message).suggest(Suggestion::Near(error.near))
    })
}

/// A zone as it was typed; where it may be several – CST, IST – the one that is meant, if someone can be asked.
pub(crate) fn one_zone(typed: &str, language: Language) -> Result<String, Failure> {
    let meanings = typed.parse::<Zone>().map_or_else(|error| error.near, |_| Vec::new());
    if meanings.len() < 2 || !prompt::can_ask() {
        return Ok(typed.to_owned());
    }
    let question = Text::new("“{text}”是哪个时区？", "Which time zone is \"{text}\"?");
    out::message(&prompt::fit(&question.fill(language, |_| Some(clean(typed))), 0));
    let chosen = prompt::one(&meanings, LEFT, language)?.and_then(|at| meanings.get(at).cloned());
    Ok(chosen.unwrap_or_else(|| typed.to_owned()))
}

/// The calendar of a range on somebody's clock: what falls on its days there may be of the day before or after in the
/// plan's zone.
pub(crate) fn calendar<'p>(
    opened: &'p OpenPlan,
    (from, to): (Day, Day),
    without: Option<usize>,
    zone: Option<&Zone>,
) -> Result<Calendar<'p>, TooLarge> {
    let (first, last) = days_to_make((from, to), zone);
    let mut wide = opened.calendar(first, last, without)?;
    (wide.from, wide.to) = (from, to);
    Ok(wide)
}

/// The days of the plan's zone that hold some days of somebody's clock.
pub(crate) fn days_to_make((from, to): (Day, Day), zone: Option<&Zone>) -> (Day, Day) {
    match zone {
        Some(_) => (from.plus(-1).max(Day::MIN), to.plus(1).min(Day::MAX)),
        None => (from, to),
    }
}
