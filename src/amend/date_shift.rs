//! Dates of a plan move with its first day: by whole weeks, so that a Saturday stays a Saturday, and what comes a week
//! after the first day of a cohort still does. The first day itself becomes the chosen one.

use super::EditSet;
use crate::cadence::{Cadence, Pattern};
use crate::finding::{KeyPath, Literal, Segment};
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
            move_dates(self, values, &KeyPath::root(), edits);
        }
    }
}

fn move_dates(shift: DateShift, value: &Literal, at: &KeyPath, edits: &mut EditSet) {
    let below = |segment: Segment| {
        let mut path = at.clone();
        path.0.push(segment);
        path
    };
    match value {
        Literal::Day(day) => edits.set(at.clone(), Literal::Day(shift.of(*day))),
        Literal::Moment(day, clock) => edits.set(at.clone(), Literal::Moment(shift.of(*day), *clock)),
        Literal::Text(text) if matches!(at.keys().last(), Some("when" | "meeting")) => {
            if let Some(moved) = moved_phrase(shift, text) {
                edits.set(at.clone(), moved);
            }
        }
        Literal::Table(pairs) => {
            for (key, value) in pairs {
                move_dates(shift, value, &below(Segment::Key(key.clone().into())), edits);
            }
        }
        Literal::List(values) => {
            for (index, value) in values.iter().enumerate() {
                move_dates(shift, value, &below(Segment::Index(index)), edits);
            }
        }
        _ => {}
    }
}

/// A cadence that names one date, on the other date.
fn moved_phrase(shift: DateShift, text: &str) -> Option<String> {
    let Ok(Cadence { pattern: Pattern::Once(day), .. }) = Cadence::parse(text) else { return None };
    let written = text.get(..10).filter(|date| date.parse::<Day>() == Ok(day))?;
    Some(text.replacen(written, &shift.of(day).to_string(), 1))
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
        assert_eq!(moved_phrase(shift, "2026-12-24 19:30").as_deref(), Some("2027-02-25 19:30"), "nine weeks later");
        assert_eq!(moved_phrase(shift, "2026-12-01 19:30").as_deref(), Some("2027-02-01 19:30"));
        assert_eq!(moved_phrase(shift, "每周三 20:00"), None);
    }
}
