//! A plan from its text, ready to lint and to schedule: the front door of the library.
//!
//! Must not read files: a plan whose `holidays` name a file is scheduled without it.

use std::borrow::Cow;

use crate::calendar::{Calendar, CalendarRequest, TooLarge, calendar};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::{Plan, Reading, holidays_of, read};
use crate::rules::{LintOptions, LintOutcome, lint};
use crate::source::Document;
use crate::value::Day;

/// A community's plan, as read from the text of its file.
#[derive(Debug)]
pub struct Community {
    reading: Reading,
    library: Library,
    holidays: Cow<'static, Holidays>,
}

impl Community {
    /// Reads the text of a plan (TOML). Nothing is refused: what is wrong with the text are findings of [`Self::lint`], and
    /// the rest of the plan is read all the same.
    pub fn parse(text: &str) -> Self {
        let library = Library::default();
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &library);
        // files are not read here, as if there were none
        let built_in = |_: &str| Ok::<_, std::convert::Infallible>(Holidays::none().clone());
        let holidays = match holidays_of(&reading.plan.holiday_sources(), built_in) {
            Ok(Some(holidays)) => holidays,
            Ok(None) | Err(_) => Cow::Borrowed(Holidays::none()),
        };
        Self { reading, library, holidays }
    }

    /// The plan itself.
    pub const fn plan(&self) -> &Plan {
        &self.reading.plan
    }

    /// Everything that lint finds on a day: findings in the order of the file, score (0–100), and what is covered.
    pub fn lint(&self, today: Day) -> LintOutcome {
        lint(&self.reading, &self.library, &LintOptions::new(today, &self.holidays))
    }

    /// The calendar from one day to another, both included.
    ///
    /// # Errors
    /// The range is empty, longer than 100 years, or holds more than a million entries.
    pub fn calendar(&self, from: Day, to: Day) -> Result<Calendar<'_>, TooLarge> {
        let request = CalendarRequest { from, to, holidays: &self.holidays, without: None };
        calendar(&self.reading.plan, &self.reading.index, &self.library, &request)
    }
}
