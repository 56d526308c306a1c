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
mod who;

use super::calendar::View;
use crate::calendar::{Explained, Explanation};

/// What was asked about, and why, styled; the view is that of its calendar.
pub fn text(why: &Explanation<'_>, view: &View<'_>) -> String {
    match &why.of {
        Explained::Item(item) => item::text(item, view),
        Explained::Day(day) => day::text(day, view),
        Explained::Person(person) => day::of_person(*person, view),
        Explained::Goal(goal) => chain::of_goal(view, *goal),
    }
}

/// The same: version 1 of the machine-readable shape.
pub fn json(why: &Explanation<'_>, view: &View<'_>) -> String {
    match &why.of {
        Explained::Item(item) => json::item(item, view),
        Explained::Day(day) => json::day(day, view),
        Explained::Person(person) => json::person(*person, view),
        Explained::Goal(goal) => json::of_goal(view, *goal),
    }
}
