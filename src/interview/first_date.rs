//! On which date an activity of every second week begins: as it is typed, else the next that is possible, which is shown.

use super::context::InterviewContext;
use super::lines::ActivityLine;
use crate::cadence::Pattern;
use crate::calendar::days_of;
use crate::human_date;
use crate::knowledge::Holidays;
use crate::value::Day;

/// In so many days everything of a few weeks occurs.
const SOME_MONTHS: i32 = 200;

impl InterviewContext<'_> {
    /// The first date of what would otherwise be counted from a week that nobody chose.
    pub(super) fn first_of(&self, activity: &ActivityLine) -> Option<Day> {
        let given = activity.first.as_deref().and_then(|text| human_date::day(text, self.today).ok());
        let is_open = matches!(activity.cadence.pattern, Pattern::Weekly { every, .. } if every > 1);
        if given.is_none() && !is_open {
            return None;
        }
        self.dates_from(activity, given.unwrap_or(self.today)).first().copied()
    }

    /// The date in the other week, to be written where the first is wrong.
    pub(super) fn other_first(&self, activity: &ActivityLine) -> Option<Day> {
        let first = self.first_of(activity).filter(|_| activity.first.is_none())?;
        Some(first.plus(7))
    }

    fn dates_from(&self, activity: &ActivityLine, start: Day) -> Vec<Day> {
        days_of(&activity.cadence, start, (start, start.plus(SOME_MONTHS)), Holidays::none())
    }
}
