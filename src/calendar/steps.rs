//! The tasks of an activity: the steps of its SOP, with those of the plan added, replaced and dropped.

use super::entry::At;
use crate::language::Language;
use crate::library::{Library, Step};
use crate::plan::Plan;
use crate::plan::people::RoleKind;
use crate::value::{Offset, Shift};

/// One task, ready to be dated.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// The step it comes from.
    pub step: &'a Step,
    /// When, from the start of the activity.
    pub at: Offset,
    /// Whether the plan itself says it, and not the SOP.
    pub own: bool,
}

impl Task<'_> {
    /// When it is to be done for an occurrence that starts at `t`.
    pub fn due(&self, t: At) -> At {
        match self.at.0 {
            Shift::Days(days, time) => At { day: t.day.plus(days), time },
            Shift::Minutes(minutes) => t.plus(minutes),
        }
    }
}

/// The tasks of an activity, in order of their offsets; a step without one is no task.
pub fn tasks_of<'a>(plan: &'a Plan, activity: usize, library: &'a Library, language: Language) -> Vec<Task<'a>> {
    let activity = &plan.activities[activity];
    let sop = activity.sop.as_ref().and_then(|sop| library.sop(sop.as_str(), language));
    let own = &activity.steps;
    let replaced = |step: &Step| step.id.is_some() && own.iter().any(|other| other.id == step.id);
    let from_sop = sop.into_iter().flat_map(|sop| &sop.steps).filter(|step| !replaced(step)).map(|step| (step, false));
    let from_plan = own.iter().filter(|step| step.drop != Some(true)).map(|step| (step, true));
    let mut tasks: Vec<Task<'a>> = from_sop
        .chain(from_plan)
        .filter_map(|(step, own)| {
            // a replaced step keeps the time of the SOP where it gives none
            let at = step.at.or_else(|| sop?.steps.iter().find(|other| other.id == step.id)?.at)?;
            Some(Task { step, at, own })
        })
        .collect();
    tasks.sort_by_key(|task| match task.at.0 {
        Shift::Days(days, time) => days * 1440 + time.map_or(0, |time| time.minutes()),
        Shift::Minutes(minutes) => minutes,
    });
    tasks
}

/// The role or person that a step names: `@owner` and absence mean the owner; a kind of role its first role.
pub(super) fn doer<'p>(plan: &'p Plan, step: &'p Step, owner: Option<&'p str>) -> Option<&'p str> {
    let Some(name) = step.role.as_ref().map(|role| role.as_str()) else { return owner };
    if name == "@owner" {
        return owner;
    }
    let is_known = plan.roles.iter().any(|role| role.id.as_ref().is_some_and(|id| id.as_str() == name))
        || plan.people.iter().any(|person| person.key() == Some(name));
    if is_known {
        return Some(name);
    }
    let kind = RoleKind::ALL.iter().find(|kind| kind.word() == name)?;
    let of_kind = plan.roles.iter().find(|role| role.kind == Some(*kind)).and_then(|role| role.id.as_ref());
    of_kind.map(|id| id.as_str()).or(owner)
}
