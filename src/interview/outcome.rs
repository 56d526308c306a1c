//! What a finished interview comes to: the plan it wrote, judged, and what to do next.

use super::machine::Interview;
use crate::finding::Finding;
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::Reading;
use crate::rules::{LintOptions, lint};
use crate::value::{Day, Month};

/// A plan that has just been written.
#[derive(Debug)]
pub struct InterviewOutcome {
    /// How many of the essentials are there, and how many there are.
    pub essentials: (usize, usize),
    /// Of a community that exists already: the day from which its goals are dated.
    pub counts_from: Option<Day>,
    /// Whether the community exists already.
    pub is_running: bool,
    /// What to fix, gravest first.
    pub findings: Vec<Finding>,
    /// The first month with something to do.
    pub month: Month,
}

impl Interview<'_> {
    /// Judges the plan that was written from the answers.
    pub fn outcome(
        &self,
        reading: &Reading,
        library: &Library,
        (today, holidays): (Day, &Holidays),
    ) -> InterviewOutcome {
        let options = LintOptions::new(today, holidays);
        let mut outcome = lint(reading, library, &options);
        outcome.findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        let (starts, from) = (self.context().starts(), self.context().counts_from());
        InterviewOutcome {
            essentials: outcome.essentials,
            // said only of goals that have a date
            counts_from: (starts < from && reading.plan.goals.iter().any(|goal| goal.by.is_some())).then_some(from),
            is_running: starts < from,
            findings: outcome.findings,
            month: from.month(),
        }
    }
}
