//! A plan at one moment, with all that decides its calendar and its findings.

use crate::calendar::{self, Calendar};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::{Plan, Reading, read};
use crate::rules::{self, LintOutcome};
use crate::source::Document;
use crate::value::Day;

use super::AmendError;

/// A plan at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Snapshot<'a> {
    /// Its text.
    pub text: &'a str,
    /// What was read from it.
    pub reading: &'a Reading,
    /// The SOPs and checklists that it can name.
    pub library: &'a Library,
    /// Its days off.
    pub holidays: &'a Holidays,
    /// Today.
    pub today: Day,
}

impl<'a> Snapshot<'a> {
    /// The plan itself.
    pub const fn plan(&self) -> &'a Plan {
        &self.reading.plan
    }

    /// Another text of the plan, beside the same roster.
    pub(super) fn reading_of(&self, text: &str) -> Reading {
        let mut buffer = String::new();
        let mut reading = read(&Document::parse(text, &mut buffer), self.library);
        reading.index.roster.clone_from(&self.reading.index.roster);
        reading
    }

    /// The calendar from one day to another, both included.
    pub fn calendar(&self, (from, to): (Day, Day)) -> Result<Calendar<'a>, AmendError> {
        let request = calendar::CalendarRequest { from, to, holidays: self.holidays, without: None };
        calendar::calendar(&self.reading.plan, &self.reading.index, self.library, &request)
            .map_err(AmendError::Calendar)
    }

    /// What lint finds on a day.
    pub fn lint(&self, day: Day) -> LintOutcome {
        rules::lint(self.reading, self.library, &rules::LintOptions::new(day, self.holidays))
    }
}
