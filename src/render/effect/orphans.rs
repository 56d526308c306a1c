//! The changes that an edit leaves without their date, and how they are taken along.

use crate::amend::OrphanedChange;
use crate::language::{Language, Text};
use crate::render::clean;

/// A line for each change whose date is gone.
pub fn orphaned_changes(orphans: &[OrphanedChange], language: Language) -> Vec<String> {
    let line = |orphan: &OrphanedChange| {
        let words = match orphan.goes_to {
            Some(_) => Text::new(
                "{item} {on} 的改动没有日子可改了；要挪到 {to}，先 qun undo，再把同一条命令加上 --take-along",
                "the change of {item} on {on} has lost its date; to move it to {to}, run qun undo, then the same command with --take-along",
            ),
            None => Text::new(
                "{item} {on} 的改动没有日子可改了，那一周也没有新的日子；用不上就删掉这条改动",
                "the change of {item} on {on} has lost its date, and there is none in that week; remove it if nobody needs it",
            ),
        };
        words.fill(language, |part| {
            Some(match part {
                "item" => clean(&orphan.item),
                "on" => orphan.on.to_string(),
                _ => orphan.goes_to.map(|day| day.to_string()).unwrap_or_default(),
            })
        })
    };
    orphans.iter().map(line).collect()
}
