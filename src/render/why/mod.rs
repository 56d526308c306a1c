//! Why something is in the calendar, or is not: for people and for programs.
//!
//! Every decision is handed in; it only gets its words here. Must not decide, or make a calendar.

mod chain;
mod day;
mod item;
mod json;
mod json_types;
mod outline;
mod reason;
mod subject;
mod who;

pub use subject::{DayWhy, ItemWhy, PersonWhy};

use super::calendar::View;

/// The chain behind an item, styled.
pub fn item(why: &ItemWhy<'_>) -> String {
    item::text(why)
}

/// What is behind a day, styled.
pub fn day(why: &DayWhy<'_>) -> String {
    day::text(why)
}

/// The work of a person, and why it is theirs, styled.
pub fn person(why: &PersonWhy<'_>) -> String {
    day::of_person(why)
}

/// The chain behind an item: version 1 of the machine-readable shape.
pub fn item_json(why: &ItemWhy<'_>) -> String {
    json::item(why)
}

/// What is behind a day: version 1 of the machine-readable shape.
pub fn day_json(why: &DayWhy<'_>) -> String {
    json::day(why)
}

/// The work of a person: version 1 of the machine-readable shape.
pub fn person_json(why: &PersonWhy<'_>) -> String {
    json::person(why)
}

/// What a goal is measured by, what serves it, and who is responsible for that, styled.
pub fn goal(view: &View<'_>, goal: usize) -> String {
    chain::of_goal(view, goal)
}

/// The same: version 1 of the machine-readable shape.
pub fn goal_json(view: &View<'_>, goal: usize) -> String {
    json::of_goal(view, goal)
}
