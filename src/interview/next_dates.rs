//! After an answer about a cadence: the dates that come next.

use super::machine::Interview;
use super::question::{AnswerKind, Question};
use crate::cadence::Cadence;
use crate::calendar::days_of;
use crate::finding::Literal;
use crate::knowledge::Holidays;
use crate::value::{Day, TimeRange};

impl Interview<'_> {
    /// After a cadence: the next three days that it gives, with its time, so that people see whether it is what they meant.
    pub fn next_dates(&self, today: Day, holidays: &Holidays) -> Vec<(Day, Option<TimeRange>)> {
        let Some(when) = self.cadence() else { return Vec::new() };
        let days = days_of(&when, today, (today, today.plus(400)), holidays);
        days.into_iter().take(3).map(|day| (day, when.time)).collect()
    }

    /// The cadence after the last answer, where that was about a cadence.
    pub(super) fn cadence(&self) -> Option<Cadence> {
        let id = self.answers().last()?;
        let is_it = |question: &&'static Question| question.id == id && matches!(question.kind, AnswerKind::Cadence);
        match self.kept(self.applicable().into_iter().find(is_it)?)? {
            Literal::Text(phrase) => Cadence::find(&phrase),
            _ => None,
        }
    }
}
