//! Dates of a plan move with its first day: by whole weeks, so that a Saturday stays a Saturday, and what comes a week
//! after the first day of a cohort still does. The first day itself becomes the chosen one.

use super::EditSet;
use crate::cadence::{Cadence, Pattern};
use crate::finding::{KeyPath, Literal, Segment};
use crate::language::Language;
use crate::plan::Plan;
use crate::source::{FieldValue, Shape, Table};
use crate::value::Day;

/// How far the dates of a plan move.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DateShift {
    /// The first day as it was.
    pub first: Day,
    /// The first day that was chosen.
    pub starts: Day,
}

impl DateShift {
    /// The day on which something takes place after the move.
    pub(crate) fn of(self, day: Day) -> Day {
        if day == self.first {
            return self.starts;
        }
        // rounded up, so that nothing comes nearer to the first day than it was, or before it
        let days = self.starts.0.saturating_sub(self.first.0);
        day.plus(-(-days).div_euclid(7) * 7)
    }

    /// Moves every date of a plan, also the single dates of cadences.
    pub(crate) fn shift(self, values: &Literal, edits: &mut EditSet) {
        if self.first != self.starts {
            move_dates(values, &KeyPath::root(), &|day| self.of(day), edits);
        }
    }
}

/// Gives every date at a route or below another one, also the dates within cadences.
pub(super) fn move_dates(value: &Literal, at: &KeyPath, to: &dyn Fn(Day) -> Day, edits: &mut EditSet) {
    let below = |segment: Segment| {
        let mut path = at.clone();
        path.0.push(segment);
        path
    };
    match value {
        Literal::Day(day) => edits.set(at.clone(), Literal::Day(to(*day))),
        Literal::Moment(day, clock) => edits.set(at.clone(), Literal::Moment(to(*day), *clock)),
        Literal::Text(text) if is_cadence(at) => {
            let moved = moved_phrase(text, to);
            if moved != *text {
                edits.set(at.clone(), moved);
            }
        }
        Literal::Table(pairs) => {
            for (key, value) in pairs {
                move_dates(value, &below(Segment::Key(key.clone().into())), to, edits);
            }
        }
        Literal::List(values) => {
            for (index, value) in values.iter().enumerate() {
                move_dates(value, &below(Segment::Index(index)), to, edits);
            }
        }
        _ => {}
    }
}

fn is_cadence(at: &KeyPath) -> bool {
    let Shape::Form(cadence, _) = <Cadence as FieldValue>::SHAPE else { return false };
    matches!(Plan::TABLE.shape(at), Some((Shape::Form(want, _), _)) if *want == cadence)
}

/// A cadence with its dates moved: `2026-12-24`, and `20261224` behind `UNTIL=`. What does not read as one stays.
fn moved_phrase(text: &str, to: &dyn Fn(Day) -> Day) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let until = rest
            .strip_prefix("UNTIL=")
            .and_then(|date| date.get(..8))
            .filter(|_| out.ends_with([';', ':']) || out.is_empty());
        let until = until.and_then(|date| format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]).parse::<Day>().ok());
        let plain = rest
            .get(..10)
            .filter(|_| !out.ends_with(|c: char| c.is_ascii_digit()))
            .and_then(|date| date.parse::<Day>().ok());
        let (moved, taken) = match (until, plain) {
            (Some(day), _) => (format!("UNTIL={}", to(day).to_string().replace('-', "")), "UNTIL=".len() + 8),
            (None, Some(day)) => (to(day).to_string(), 10),
            (None, None) => (c.to_string(), c.len_utf8()),
        };
        out.push_str(&moved);
        rest = &rest[taken..];
    }
    match Cadence::parse(&out) {
        Ok(mut cadence) => match cadence.pattern {
            // a day that is written in another way: 12/21/2026 8pm
            Pattern::Once(day) if out == text && to(day) != day => {
                cadence.pattern = Pattern::Once(to(day));
                cadence.print(if text.is_ascii() { Language::En } else { Language::Zh })
            }
            _ => out,
        },
        Err(_) => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_single_date_in_a_cadence_moves_too() {
        let shift = DateShift { first: day("2026-12-01"), starts: day("2027-02-01") };
        let moved = |text: &str| moved_phrase(text, &|day| shift.of(day));
        for (text, later) in [
            ("2026-12-24 19:30", "2027-02-25 19:30"),
            ("2026-12-01 19:30", "2027-02-01 19:30"),
            ("12/24/2026 7:30pm", "2027-02-25 19:30"),
            ("2026年12月24日 晚上7点半", "2027-02-25 19:30"),
            ("每周三 20:00", "每周三 20:00"),
            ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20261223", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270224"),
        ] {
            assert_eq!(moved(text), later);
        }
    }
}
