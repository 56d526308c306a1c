//! Who leads the activities of which nobody is named: the one who is in charge, or all in turns. It is always shown, and
//! can be changed.

use super::choice::AnswerChoice;
use super::context::InterviewContext;
use super::lines::{ActivityLine, Leader, PersonLine, TeamLine};
use crate::finding::Literal;
use crate::plan::people::RoleKind;

/// The answer that all take turns.
const TURNS: &str = "turns";

impl InterviewContext<'_> {
    /// Everyone with a name, and all of them in turns.
    pub(super) fn leaders(&self) -> Vec<AnswerChoice> {
        let names = self.names();
        let turns = (names.len() > 1).then(|| AnswerChoice::new(TURNS, Leader::Turns.name(self.language())));
        names.into_iter().map(|name| AnswerChoice::new(name.clone(), name)).chain(turns).collect()
    }

    /// Who leads what nobody else does, where that was not answered: all in turns as soon as one of them has no role,
    /// else the first who is in charge of something, not who was only given another job; where nobody is, the first.
    pub(super) fn usual_leader(&self) -> Option<Literal> {
        let team = self.team();
        let all = || {
            team.iter().filter_map(|line| match line {
                TeamLine::Person(person) => Some(person),
                TeamLine::Headcount(_) => None,
            })
        };
        let first = all().next()?;
        let takes_turns = all().count() > 1 && all().any(|person| person.roles.is_empty());
        let is_in_charge = |person: &&PersonLine| {
            person.roles.iter().any(|role| matches!(role.kind, Some(RoleKind::Creator | RoleKind::Manager)))
        };
        let leader = all().find(is_in_charge).unwrap_or(first);
        Some(if takes_turns { TURNS.into() } else { leader.name.as_str().into() })
    }

    /// Who leads what nobody is named for.
    pub(super) fn leader(&self) -> Option<Leader> {
        let usual = self.usual_leader();
        let usual = match &usual {
            Some(Literal::Text(name)) => Some(name.as_str()),
            _ => None,
        };
        let names = self.names();
        let given =
            self.answers.text("leads").filter(|given| *given == TURNS || names.iter().any(|name| name == given));
        given.or(usual).map(|name| if name == TURNS { Leader::Turns } else { Leader::Person(name.to_owned()) })
    }

    /// Who leads an activity.
    pub(super) fn leader_of(&self, activity: &ActivityLine) -> Option<Leader> {
        activity
            .leader
            .clone()
            .filter(|leader| *leader != Leader::Turns || !self.names().is_empty())
            .or_else(|| self.leader())
    }
}
