//! Questions that are answered by something the plan has: a role or a person, a channel, a goal, an SOP.

use crate::interview::context::InterviewContext;
use crate::interview::question::{AnswerKind, ChoiceSource, Question};

pub(super) const CHANNEL: AnswerKind = AnswerKind::Choice(ChoiceSource::Open(|context| context.references("channel")));
pub(super) const GOAL: AnswerKind = AnswerKind::Choice(ChoiceSource::Open(|context| context.references("goal")));
pub(super) const GOALS: AnswerKind = AnswerKind::Several(ChoiceSource::Open(|context| context.references("goal")));
pub(super) const SOP: AnswerKind = AnswerKind::Choice(ChoiceSource::Open(|context| context.sops()));

impl Question {
    /// Asks who does it: on a starter a role, as its people are replaced; in a plan also a person.
    pub(super) const fn of_holder(self) -> Self {
        self.of(AnswerKind::Choice(ChoiceSource::Open(|context| context.references(holders(context)))))
            .help("以后可以用 qun set 改。", "You can change it later with qun set.")
            .only(has_holders)
    }
}

fn holders(context: &InterviewContext<'_>) -> &'static str {
    if context.is_plan() { "holder" } else { "role" }
}

pub(super) fn has_holders(context: &InterviewContext<'_>) -> bool {
    let plan = context.plan();
    !plan.roles.is_empty() || (context.is_plan() && !plan.people.is_empty())
}

pub(super) fn has_goals(context: &InterviewContext<'_>) -> bool {
    !context.plan().goals.is_empty()
}

pub(super) fn has_channels(context: &InterviewContext<'_>) -> bool {
    !context.plan().channels.is_empty()
}
