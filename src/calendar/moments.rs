//! The moments of the dates that tables of a plan give.

use super::dated::Timing;
use super::dates;
use super::engine::Engine;
use super::entry::At;
use super::expand::anchor;
use crate::value::{Day, Length};

/// The moments in a range, with how many lie before each.
pub(super) fn moments(timing: &Timing, engine: &Engine<'_>, (first, last): (Day, Day)) -> Vec<(At, i32)> {
    let life = &engine.life;
    let from = first.max(life.starts.unwrap_or(Day::MIN));
    let to = last.min(life.last_day().unwrap_or(Day::MAX));
    match timing {
        Timing::On(day) => {
            (first <= *day && *day <= last).then_some((At { day: *day, time: None }, 0)).into_iter().collect()
        }
        Timing::Every { from: start, every, shift, until } => {
            let nth = |n: i32| match every {
                Length::Months(months) => start.plus_months(months.saturating_mul(n)),
                every => start.plus(i32::try_from(every.days()).unwrap_or(i32::MAX).saturating_mul(n)),
            };
            // no month is longer than 31 days
            let longest = match every {
                Length::Months(months) => i64::from(*months) * 31,
                every => every.days(),
            };
            let before = (i64::from(from.0) - i64::from(start.0) - i64::from(*shift)).max(0) / longest.max(1);
            let before = i32::try_from(before).unwrap_or(i32::MAX).max(1);
            let counted = (before..i32::MAX).map(|n| (n, nth(n)));
            let counted = counted.take_while(|(n, day)| {
                let is_new = *n == 1 || nth(n - 1) < *day;
                is_new && day.plus(*shift) <= to && until.is_none_or(|until| *day <= until)
            });
            let moments = counted.map(|(n, day)| (At { day: day.plus(*shift), time: None }, n - 1));
            moments.filter(|(at, _)| from <= at.day).collect()
        }
        Timing::Phrase(when) => {
            let start = anchor(None, life.starts);
            let mut days = Vec::new();
            if from <= to {
                dates::of_cadence(when, start, None, (from, to), engine.holidays, |day| days.push(day));
            }
            let Some(before) =
                days.first().map(|day| dates::count(when, start, None, (start, day.plus(-1)), engine.holidays))
            else {
                return Vec::new();
            };
            let before = i32::try_from(before).unwrap_or(i32::MAX);
            let time = when.time.map(|time| time.start);
            days.into_iter().zip(before..).map(|(day, nth)| (At { day, time }, nth)).collect()
        }
        Timing::DayBefore(when, since, until) => {
            let start = anchor(*since, life.starts);
            let mut days = Vec::new();
            if from <= to {
                let last = until.unwrap_or(Day::MAX).min(life.last_day().unwrap_or(Day::MAX));
                let range = (from.plus(1).max(start), to.plus(1).min(last));
                dates::of_cadence(when, start, None, range, engine.holidays, |day| days.push(day.plus(-1)));
            }
            days.into_iter().map(|day| (At { day, time: None }, day.0)).collect()
        }
    }
}
