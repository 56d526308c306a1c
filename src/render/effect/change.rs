//! What the calendar has of a date after it was changed.

use crate::amend::{AwayPerson, Changed, NewDate};
use crate::language::{Language, Text};
use crate::plan::{Reading, Thing};
use crate::render::calendar::{Format, Options, View, calendar};
use crate::render::clean;

/// The changed occurrence as the agenda shows it, and what changes with it.
pub fn changed(reading: &Reading, effect: &Changed<'_>, options: &Options, language: Language) -> String {
    let plan = &reading.plan;
    let view = View { language, ..View::new(plan, &reading.index, &effect.calendar) };
    let mut text = calendar(&view, Format::Agenda, options);
    let tasks = match effect.date {
        _ if effect.tasks == 0 => None,
        _ if effect.is_cancelled => {
            Some(Text::new("它的 {n} 个任务也一起取消。", "Its {n|task is|tasks are} cancelled too."))
        }
        NewDate::Moved(..) => Some(Text::new("它的 {n} 个任务也跟着改期。", "Its {n|task moves|tasks move} too.")),
        NewDate::Same if effect.taken_over > 0 => {
            Some(Text::new("它的 {taken} 个任务也一起交过去。", "{taken|task goes|tasks go} along with it."))
        }
        _ => None,
    };
    let fact = |name: &str| Some(if name == "taken" { effect.taken_over } else { effect.tasks }.to_string());
    text.extend(tasks.map(|words| words.fill(language, fact)));
    if let Some(AwayPerson { named, stands_in: other }) = effect.away {
        let name = |person| clean(&Thing::Person(person).label(plan, language));
        let words = match other {
            Some(_) => {
                Text::new("\n{name}那天不在，由{other}顶替。", "\n{name} is away on that day; {other} stands in.")
            }
            None => Text::new("\n{name}那天不在，没有人顶替。", "\n{name} is away on that day, and nobody stands in."),
        };
        let fact = |fact: &str| Some(if fact == "name" { name(named) } else { other.map(name).unwrap_or_default() });
        text.push_str(&words.fill(language, fact));
    }
    if let Some(place) = effect.closed {
        let name = clean(&Thing::Place(place).label(plan, language));
        let words = Text::new("\n{place}那天不开放。", "\n{place} is closed on that day.");
        text.push_str(&words.fill(language, |_| Some(name.clone())));
    }
    text.trim_end().to_owned()
}
