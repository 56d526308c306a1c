//! Tells who takes over the work of somebody who is not there, and what nobody does.

use super::out;
use super::plans::Opened;
use crate::calendar::{Calendar, Cover, cover, is_theirs};
use crate::language::Text;
use crate::render::calendar::View;
use crate::render::{clean, covers};

/// Tells what was theirs in the old calendar of a plan, and who does it in the new one.
pub(crate) fn tell(opened: &Opened, mut old: Calendar<'_>, new: &Calendar<'_>, person: usize) {
    let (plan, language) = (&opened.reading.plan, opened.language);
    old.entries.retain(|entry| is_theirs(entry, person) && !entry.cancelled);
    let of: Vec<Cover> = old.entries.iter().map(|entry| cover(entry, new, person)).collect();
    let mut view = View::new(plan, &opened.reading.index, &old);
    view.language = language;
    let fallen = of.iter().filter(|cover| **cover == Cover::Nobody).count();
    let words = match (of.len(), fallen) {
        (0, _) => Text::new("这几天没有排给 {name} 的事。", "Nothing is {name}'s to do on these days."),
        (1, 0) => Text::new("原来排给 {name} 的 1 件事，有人接：", "The one thing of {name}'s is taken over:"),
        (1, _) => Text::new("原来排给 {name} 的 1 件事，没人接：", "Nobody takes over the one thing of {name}'s:"),
        (_, 0) => Text::new("原来排给 {name} 的 {n} 件事，都有人接：", "Of {name}'s {n} things, all are taken over:"),
        _ => Text::new(
            "原来排给 {name} 的 {n} 件事，有 {fallen} 件没人接：",
            "Of {name}'s {n} things, nobody takes over {fallen}:",
        ),
    };
    let who = &plan.people[person];
    let head = words.fill(language, |fact| {
        Some(match fact {
            "name" => clean(who.shown().unwrap_or_default()),
            "n" => of.len().to_string(),
            _ => fallen.to_string(),
        })
    });
    out::talk(format!("{head}\n{}", covers(&view, &of)).trim_end());
}
