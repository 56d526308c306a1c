//! An answer to a question about an existing plan, as an edit of it.

use super::context::route;
use super::machine::Interview;
use super::none;
use super::question::Question;
use crate::amend::{AmendError, Request, Snapshot, having};
use crate::finding::{Edit, Literal};

/// An answer about an existing plan.
#[derive(Debug, Clone)]
pub struct PlanAnswer {
    question: &'static Question,
    value: Literal,
}

impl Interview<'_> {
    /// The answer that was given to a question, to be written into the plan; none where it was left as it is.
    pub fn plan_answer(&self, question: &'static Question) -> Option<PlanAnswer> {
        self.answers().get(question.id).map(|value| PlanAnswer { question, value: value.clone() })
    }
}

impl Request for PlanAnswer {
    /// The score before and after.
    type Effect<'a> = (u32, u32);

    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        if let Some(without) = none::without(self.question, &self.value) {
            return without.edits(before);
        }
        let language = before.plan().language();
        let mut interview =
            Interview::filling_gaps(before.library, (before.text, vec![self.question]), language, before.today);
        interview.put(self.question, self.value.clone());
        let mut edits = interview.gap_edits();
        edits.extend(self.question.fills.iter().find_map(|fill| having(before.plan(), &route(fill, None))));
        Ok(edits)
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<(u32, u32), AmendError> {
        Ok((before.lint(before.today).score, after.lint(after.today).score))
    }
}
