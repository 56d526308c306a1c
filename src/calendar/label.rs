//! What people see the entries of a calendar called: an item by its name in the plan, a task by its activity and its step.

use super::contents::Calendar;
use super::entry::Origin;
use super::milestone::Milestone;
use super::steps::Task;
use crate::language::{Language, Text};
use crate::plan::labels::Label;
use crate::plan::{Item, Plan, Thing};

/// What an entry is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLabel {
    /// What it belongs to: the activity of a task, the cohort of a day of a programme.
    pub of: Option<String>,
    /// Its own name.
    pub own: String,
}

impl EntryLabel {
    /// The whole name: where nothing else says what the entry belongs to.
    pub fn whole(&self, language: Language) -> String {
        match &self.of {
            Some(of) => format!("{of}{}{}", Text::new("：", ": ").get(language), self.own),
            None => self.own.clone(),
        }
    }
}

impl Calendar<'_> {
    /// The whole name of an entry, in both languages.
    pub fn named(&self, plan: &Plan, origin: Origin) -> Label {
        match origin {
            Origin::Item(item) if !matches!(item, Item::Programme(..)) => item.named(plan),
            _ => Label::made(|language| self.label(plan, origin, language).whole(language)),
        }
    }

    /// What an entry is called, by what is behind it.
    pub fn label(&self, plan: &Plan, origin: Origin, language: Language) -> EntryLabel {
        // a cohort with nothing but an id is not named at each of its days
        let cohort = |cohort: usize| Thing::Cohort(cohort).title(plan).map(str::to_owned);
        let (of, own) = match origin {
            Origin::Item(item @ Item::Programme(of, _)) => (cohort(of), item.label(plan, language)),
            Origin::Item(item) => (None, item.label(plan, language)),
            Origin::Task(activity, task) => {
                (Some(Thing::Activity(activity).label(plan, language)), self.tasks[activity][task].label())
            }
            Origin::Life(milestone @ Milestone::Welcome(of, _)) => (cohort(of), milestone.title(plan, language)),
            Origin::Life(milestone) => (None, milestone.title(plan, language)),
        };
        EntryLabel { of, own }
    }
}

impl Task<'_> {
    /// What the step is called: its title, else its id, the first line of its text, or when it is done.
    pub fn label(&self) -> String {
        let given = |text: &&str| !text.trim().is_empty();
        let id = || self.step.id.as_ref().map(|id| id.as_str());
        let text = || self.text().and_then(|text| text.lines().find(given));
        let label = self.title().filter(given).or_else(id).or_else(text);
        label.map_or_else(|| self.at.to_string(), str::to_owned)
    }
}
