//! Names that stay: the UID under which a calendar knows an entry again.
//!
//! `community/item[@cohort]/original day[/number in the day][/step]@qun`: neither a new hour nor a new title makes it
//! another one. What has no id of its own is named by its key in the plan, with a dot, which no id contains. Where two
//! things would share a name, the later one in the plan gets `~2`.

use std::collections::{HashMap, HashSet};

use super::contents::Calendar;
use super::entry::{Entry, Origin};
use super::item::{Item, item_id, items};
use super::milestone::Milestone;
use super::steps::Task;
use crate::plan::{Plan, cohort_id};

/// The names of everything in the calendars of one plan.
pub struct Identity {
    community: String,
    items: HashMap<Item, String>,
    cohorts: Vec<String>,
    steps: Vec<Vec<String>>,
}

impl Identity {
    /// The names of one calendar.
    pub fn of(plan: &Plan, calendar: &Calendar<'_>) -> Self {
        let mut taken = HashSet::new();
        let courses = plan.cohorts.iter().enumerate().flat_map(|(at, cohort)| {
            let programme = cohort.programme.as_ref();
            let of = |p: &&crate::plan::content::Programme| {
                p.id.as_ref().map(|id| id.as_str()) == programme.map(|p| p.as_str())
            };
            let count = plan.programmes.iter().find(of).map_or(0, |programme| programme.items.len());
            (0..count).map(move |item| Item::Programme(at, item))
        });
        let names = items(plan).into_iter().chain(courses).map(|item| {
            let name = match item {
                Item::Meeting => "governance.meeting".to_owned(),
                Item::Programme(cohort, _) => format!("{}@{}", item_id(plan, item), cohort_id(plan, cohort)),
                _ => item_id(plan, item),
            };
            (item, numbered_if_taken(name, &mut taken))
        });
        let items = names.collect();
        let steps = calendar.tasks.iter().map(|tasks| {
            let mut taken = HashSet::new();
            tasks.iter().map(|task| numbered_if_taken(step_name(task), &mut taken)).collect()
        });
        let cohorts = (0..plan.cohorts.len()).map(|cohort| cohort_id(plan, cohort)).collect();
        Self { community: plan.id().to_string(), items, cohorts, steps: steps.collect() }
    }

    /// The UID of an entry.
    pub fn uid(&self, entry: &Entry) -> String {
        let start = day(entry);
        let name = |item: Item| self.items.get(&item).map_or("x", String::as_str);
        let community = &self.community;
        match entry.origin {
            Origin::Item(item) => format!("{community}/{}/{start}@qun", name(item)),
            Origin::Life(Milestone::Welcome(cohort, step)) => {
                format!("{community}/onboarding.{}@{}/{start}@qun", step + 1, self.cohorts[cohort])
            }
            Origin::Life(Milestone::SaleEnds(product)) => {
                format!("{community}/lifecycle.sale-ends.{}/{start}@qun", product + 1)
            }
            Origin::Life(milestone) => format!("{community}/lifecycle.{}/{start}@qun", milestone.word()),
            Origin::Task(activity, task) => {
                let step = &self.steps[activity][task];
                format!("{community}/{}/{start}/{step}@qun", name(Item::Activity(activity)))
            }
        }
    }
}

/// A step's id, else when it is done.
fn step_name(task: &Task<'_>) -> String {
    task.step.id.as_ref().map_or_else(|| task.at.to_string().replace(' ', "_"), ToString::to_string)
}

/// The name, or the name with a number where it is taken.
fn numbered_if_taken(name: String, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|n| format!("{name}~{n}"));
    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(name);
    taken.insert(free.clone());
    free
}

/// The original day as written in a UID; after it, from the second of that day on, which of them it is.
fn day(entry: &Entry) -> String {
    let day = entry.original.day;
    if entry.of_day == 0 { day.to_string() } else { format!("{day}/{}", entry.of_day + 1) }
}
