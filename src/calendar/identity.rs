//! Names that stay: the UID under which a calendar knows an entry again.
//!
//! `community/item[@cohort]/original day[/number in the day][/step]@qun`: neither a new hour nor a new title makes it
//! another one, and what is published keeps the UID with which it was. What has no id of its own is named by its key in
//! the plan, with a dot, which no id contains. Where two things would share a name, the later one in the plan gets `~2`.

use std::borrow::Cow;

use super::contents::Calendar;
use super::entry::{Entry, Origin};
use super::item::Item;
use super::item_names::ItemNames;
use super::steps::step_names;
use crate::plan::Plan;
use crate::roster::{PublishedOccurrence, Roster};

/// The names of everything in the calendars of one plan.
pub struct Identity<'a> {
    community: String,
    names: ItemNames,
    steps: Vec<Vec<String>>,
    roster: &'a Roster,
}

impl<'a> Identity<'a> {
    /// The names of one calendar.
    pub fn of(plan: &Plan, calendar: &Calendar<'a>) -> Self {
        let steps = calendar.tasks.iter().map(|tasks| step_names(tasks)).collect();
        Self { community: plan.id().to_string(), names: ItemNames::of(plan), steps, roster: calendar.roster }
    }

    /// The UID of an entry.
    pub fn uid(&self, entry: &Entry) -> String {
        if let Some(row) = entry.published {
            return self.roster.rows()[row].uid.clone();
        }
        let (item, day, part) = (self.item(entry), entry.original.day.iso(), self.part(entry));
        let slash = if part.is_empty() { "" } else { "/" };
        [&self.community, "/", &item, "/", day.as_str(), slash, &part, "@qun"].concat()
    }

    /// What is behind something published; none where the plan has it no more.
    pub fn origin(&self, row: &PublishedOccurrence) -> Option<Origin> {
        let item = self.names.all().find(|(name, _)| *name == row.item).map(|(_, item)| item)?;
        let step = row.part().rsplit('/').next().filter(|step| !step.is_empty() && step.parse::<u32>().is_err());
        match (item, step) {
            (_, None) => Some(Origin::Item(item)),
            (Item::Activity(activity), Some(step)) => {
                self.steps[activity].iter().position(|name| name == step).map(|task| Origin::Task(activity, task))
            }
            _ => None,
        }
    }

    /// The name of the item with a cadence behind an entry; none where the plan has nothing there.
    pub fn recurring_item(&self, entry: &Entry) -> Option<&str> {
        match entry.origin {
            Origin::Life(_) | Origin::Item(Item::Programme(..)) => None,
            Origin::Item(item) => self.names.get(item),
            Origin::Task(activity, _) => self.names.get(Item::Activity(activity)),
        }
    }

    /// Whether the plan has an item of this name.
    pub fn has_item(&self, name: &str) -> bool {
        self.names.all().any(|(known, _)| known == name)
    }

    /// The name of what an entry belongs to.
    pub fn item(&self, entry: &Entry) -> Cow<'_, str> {
        let name = |item: Item| Cow::Borrowed(self.names.get(item).unwrap_or("x"));
        match entry.origin {
            Origin::Item(item) => name(item),
            Origin::Task(activity, _) => name(Item::Activity(activity)),
            Origin::Life(milestone) => self.names.of_life(milestone).into(),
        }
    }

    /// What tells an entry from others of its item on the same original day: from the second of that day on, which of
    /// them it is, and which step.
    pub fn part(&self, entry: &Entry) -> Cow<'_, str> {
        let step = match entry.origin {
            Origin::Task(activity, task) => self.steps[activity][task].as_str(),
            _ => "",
        };
        match (entry.of_day, step) {
            (0, step) => step.into(),
            (of_day, "") => (of_day + 1).to_string().into(),
            (of_day, step) => format!("{}/{step}", of_day + 1).into(),
        }
    }
}
