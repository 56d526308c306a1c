//! On whose clock a calendar is shown: by `--tz`, else where the person lives whose work it is.

use super::failure::{Failure, Message};
use crate::calendar::{Calendar, TooLarge};
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::values::Zone;
use crate::source::Suggestion;
use crate::value::Day;

use super::plans::OpenPlan;

/// The zone that is asked for; none for that of the plan.
pub(crate) fn shown_zone(typed: Option<&str>, person: Option<usize>, plan: &Plan) -> Result<Option<Zone>, Failure> {
    let Some(typed) = typed else {
        let own = person.and_then(|person| plan.people[person].time_zone.clone());
        return Ok(own.filter(|own| *own != plan.time_zone.clone().unwrap_or_default()));
    };
    typed.parse::<Zone>().map(Some).map_err(|error| {
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
