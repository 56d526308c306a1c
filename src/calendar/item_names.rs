//! The names of all that a calendar holds, each of them once: parts of UIDs, and how a roster refers to it.

use std::collections::HashSet;

use rustc_hash::FxHashMap;

use super::dated::{self, PlanDate};
use super::item::{Item, item_id, items};
use super::life::Life;
use super::milestone::Milestone;
use crate::plan::{Plan, cohort_id};

/// The names of the items of one plan, and of what is in its life.
#[derive(Debug, Default)]
pub(super) struct ItemNames {
    items: FxHashMap<Item, String>,
    cohorts: Vec<String>,
    dates: FxHashMap<PlanDate, String>,
}

impl ItemNames {
    pub(super) fn of(plan: &Plan) -> Self {
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
        let cohorts = (0..plan.cohorts.len()).map(|cohort| cohort_id(plan, cohort)).collect();
        let (mut taken, mut dates) = (HashSet::new(), FxHashMap::default());
        for date in dated::dates(plan, &Life::of(&plan.lifecycle)).into_iter().map(|timed| timed.date) {
            let name = || numbered_if_taken(format!("dates.{}", date.key(plan)), &mut taken);
            dates.entry(date).or_insert_with(name);
        }
        Self { items, cohorts, dates }
    }

    /// The name of an item.
    pub(super) fn get(&self, item: Item) -> Option<&str> {
        self.items.get(&item).map(String::as_str)
    }

    /// The items by their names.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, Item)> {
        self.items.iter().map(|(item, name)| (name.as_str(), *item))
    }

    /// The name of something in the life of the community.
    pub(super) fn of_life(&self, milestone: Milestone) -> String {
        match milestone {
            Milestone::Welcome(cohort, step) => format!("onboarding.{}@{}", step + 1, self.cohorts[cohort]),
            Milestone::Check(content) => format!("{}.check", self.get(Item::Content(content)).unwrap_or("x")),
            Milestone::Plan(date) => {
                self.dates.get(&date).map_or_else(|| format!("dates.{}", date.word()), String::clone)
            }
            milestone => format!("lifecycle.{}", milestone.word()),
        }
    }
}

/// The name, or the name with a number where it is taken.
pub(super) fn numbered_if_taken(name: String, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|n| format!("{name}~{n}"));
    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(name);
    taken.insert(free.clone());
    free
}
