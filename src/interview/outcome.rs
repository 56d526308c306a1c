//! What a finished interview comes to: the plan it wrote, judged, and what to do next.

use super::machine::Interview;
use crate::finding::Finding;
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::Reading;
use crate::rules::{Covered, LintOptions, lint};
use crate::value::{Day, Month};

/// A plan that has just been written.
#[derive(Debug)]
pub struct InterviewOutcome {
    /// Its score, 0 to 100.
    pub score: u32,
    /// Of a community that exists already: the day from which its goals are dated.
    pub counts_from: Option<Day>,
    /// How far each frame is covered.
    pub coverage: Vec<Covered>,
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
        let options = LintOptions { has_coverage: true, ..LintOptions::new(today, holidays) };
        let mut outcome = lint(reading, library, &options);
        outcome.findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        let (starts, from) = (self.context().starts(), self.context().counts_from());
        InterviewOutcome {
            score: outcome.score,
            counts_from: (starts < from).then_some(from),
            coverage: outcome.coverage,
            findings: outcome.findings,
            month: from.month(),
        }
    }
}
