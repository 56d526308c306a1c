//! Who takes over the work of someone who is away, and what nobody does.

use super::entries::covers;
use crate::amend::Absence;
use crate::calendar::Cover;
use crate::language::{Language, Text};
use crate::plan::{Reading, Thing};
use crate::render::calendar::View;
use crate::render::clean;

/// A heading, and a line for each thing that was theirs.
pub fn absence(reading: &Reading, absence: &Absence<'_>, language: Language) -> String {
    let view = View { language, ..View::new(&reading.plan, &reading.index, &absence.calendar) };
    let all = absence.covers.len();
    let open = absence.covers.iter().filter(|cover| **cover == Cover::Nobody).count();
    let words = match (all, open) {
        (0, _) => Text::new("这几天没有排给 {name} 的事。", "{name} has nothing to do on these days."),
        (1, 0) => Text::new("原来排给 {name} 的 1 件事，有人接：", "{name} has 1 thing to do, and it is covered:"),
        (1, _) => Text::new("原来排给 {name} 的 1 件事，没人接：", "{name} has 1 thing to do, and nobody covers it:"),
        (_, 0) => Text::new(
            "原来排给 {name} 的 {all} 件事，都有人接：",
            "{name} has {all} things to do, and all are covered:",
        ),
        _ => Text::new(
            "原来排给 {name} 的 {all} 件事，有 {open} 件没人接：",
            "{name} has {all} things to do; nobody covers {open} of them:",
        ),
    };
    let head = words.fill(language, |fact| {
        Some(match fact {
            "name" => clean(&Thing::Person(absence.person).label(&reading.plan, language)),
            "all" => all.to_string(),
            _ => open.to_string(),
        })
    });
    format!("{head}\n{}", covers(&view, &absence.covers)).trim_end().to_owned()
}
