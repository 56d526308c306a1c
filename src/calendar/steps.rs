//! The tasks of an activity: the steps of its SOP, with those of the plan added, replaced and dropped.

use std::collections::HashSet;

use super::entry::At;
use super::item_names::numbered_if_taken;
use crate::language::Language;
use crate::library::{Library, Send, Stage, Step};
use crate::plan::Plan;
use crate::plan::people::RoleKind;
use crate::value::{Day, Offset, Shift};

/// One task, ready to be dated.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// The step it comes from.
    pub step: &'a Step,
    /// The step of the SOP that it replaces: what it does not set itself is taken from there.
    base: Option<&'a Step>,
    /// When, from the start of the activity.
    pub at: Offset,
    /// Whether it is the plan's own, not the SOP's.
    pub own: bool,
}

impl<'a> Task<'a> {
    /// Whether it replaces a step of the SOP.
    pub const fn replaces(&self) -> bool {
        self.base.is_some()
    }

    /// What is to be done.
    pub fn title(&self) -> Option<&'a str> {
        self.step.title.as_deref().or_else(|| self.base?.title.as_deref())
    }

    /// The stage of the event.
    pub fn stage(&self) -> Option<Stage> {
        self.step.stage.or_else(|| self.base?.stage)
    }

    /// What counts as done.
    pub fn done(&self) -> Option<&'a str> {
        self.step.done.as_deref().or_else(|| self.base?.done.as_deref())
    }

    /// How many minutes it takes.
    pub fn minutes(&self) -> Option<u32> {
        self.step.minutes.or_else(|| self.base?.minutes)
    }

    /// The text to post.
    pub fn text(&self) -> Option<&'a str> {
        self.step.text.as_deref().or_else(|| self.base?.text.as_deref())
    }

    /// Where it is sent.
    pub fn sends(&self) -> &'a [Send] {
        match self.base {
            Some(base) if self.step.sends.is_empty() => &base.sends,
            _ => &self.step.sends,
        }
    }

    /// Who does it: a role, a person, `@owner`, a kind of role.
    fn role(&self) -> Option<&'a str> {
        let role = self.step.role.as_ref().or_else(|| self.base?.role.as_ref());
        role.map(|role| role.as_str())
    }

    /// Whether it falls to whoever leads the activity.
    pub(super) fn is_of_owner(&self) -> bool {
        self.role().is_none_or(|role| role == "@owner")
    }

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
            let same = |other: &&Step| own && other.id.is_some() && other.id == step.id;
            let base = sop.and_then(|sop| sop.steps.iter().find(same));
            Some(Task { step, base, at: step.at.or_else(|| base?.at)?, own })
        })
        .collect();
    let is_announced =
        |day: Day| tasks.iter().any(|task| task.stage() == Some(Stage::Promotion) && signup::day(task.at) == day);
    let signup: Vec<_> = signup::steps(activity, is_announced, language).collect();
    tasks.extend(signup.into_iter().map(|(step, at)| Task { step, base: None, at, own: true }));
    tasks.sort_by_key(|task| match task.at.0 {
        Shift::Days(days, time) => days * 1440 + time.map_or(0, |time| time.minutes()),
        Shift::Minutes(minutes) => minutes,
    });
    tasks
}

/// The names of an activity's tasks in UIDs, each of them once: a step's id, else when it is done.
pub(super) fn step_names(tasks: &[Task<'_>]) -> Vec<String> {
    let mut taken = HashSet::new();
    let name = |task: &Task<'_>| {
        task.step.id.as_ref().map_or_else(|| task.at.to_string().replace(' ', "_"), ToString::to_string)
    };
    tasks.iter().map(|task| numbered_if_taken(name(task), &mut taken)).collect()
}

/// The role or person that a step names: `@owner` and absence mean the owner; a kind of role its first role that somebody
/// holds.
pub(super) fn doer<'p>(plan: &'p Plan, task: &Task<'p>, owner: Option<&'p str>) -> Option<&'p str> {
    let Some(name) = task.role() else { return owner };
    if name == "@owner" {
        return owner;
    }
    let role = plan.roles.iter().position(|role| role.id.as_ref().is_some_and(|id| id.as_str() == name));
    // what an SOP gives to a role is done by those who are there until someone holds it
    let is_open = |role: usize| !task.own && !plan.people.is_empty() && !plan.is_held(role);
    if role.map_or_else(|| plan.people.iter().any(|person| person.key() == Some(name)), |role| !is_open(role)) {
        return Some(name);
    }
    let Some(kind) = RoleKind::ALL.iter().find(|kind| kind.word() == name) else {
        return owner.filter(|_| role.is_some());
    };
    plan.held_role(&[*kind]).and_then(|role| plan.roles[role].id.as_ref()).map(|id| id.as_str()).or(owner)
}

mod signup;
#[cfg(test)]
mod tests;
