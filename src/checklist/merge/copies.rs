//! Lines of one item that are there more than once, since somebody copied them.
//!
//! Ticks and notes of equal lines are joined; a copy with other words is a line of its own.

use std::collections::HashMap;

use crate::checklist::ChecklistItem;
use crate::checklist::file::{ListFile, Part};
use crate::checklist::fingerprint::is_same;

/// Leaves one line of each item.
pub(super) fn without_copies(file: &mut ListFile) {
    let mut places: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
    for (at, section) in file.sections.iter().enumerate() {
        for (n, part) in section.parts.iter().enumerate() {
            if let Part::Item(item) = part {
                places.entry(item.id.clone()).or_default().push((at, n));
            }
        }
    }
    let mut replaced: HashMap<(usize, usize), Vec<String>> = HashMap::new();
    for copies in places.into_values().filter(|places| places.len() > 1) {
        let item = |(at, n): (usize, usize)| match &file.sections[at].parts[n] {
            Part::Item(item) => Some(item),
            Part::Own(_) => None,
        };
        let is_plain = |place: &(usize, usize)| item(*place).is_some_and(|item| !is_changed(item));
        let kept = copies.iter().copied().find(is_plain).unwrap_or(copies[0]);
        let Some(mut first) = item(kept).cloned() else { continue };
        for place in copies.into_iter().filter(|place| *place != kept) {
            let Some(copy) = item(place) else { continue };
            let own = match is_changed(copy) && !is_same(&copy.text, &first.text) {
                true => as_own(copy),
                false => {
                    join(&mut first, copy);
                    Vec::new()
                }
            };
            replaced.insert(place, own);
        }
        file.sections[kept.0].parts[kept.1] = Part::Item(first);
    }
    for (at, section) in file.sections.iter_mut().enumerate() {
        let parts = std::mem::take(&mut section.parts).into_iter().enumerate();
        section.parts = parts
            .flat_map(|(n, part)| match replaced.remove(&(at, n)) {
                Some(own) => own.into_iter().map(Part::Own).collect(),
                None => vec![part],
            })
            .collect();
    }
}

fn is_changed(item: &ChecklistItem) -> bool {
    item.edited.as_ref().is_some_and(|edited| edited.is_changed())
}

/// What was ticked or noted in either is so in both.
fn join(item: &mut ChecklistItem, copy: &ChecklistItem) {
    let is_ticked = [&*item, copy].iter().any(|item| item.done && item.status.is_none());
    item.done |= copy.done;
    item.status = item.status.take().or_else(|| copy.status.clone()).filter(|_| !is_ticked);
    if item.notes != copy.notes {
        item.notes.extend(copy.notes.iter().cloned());
    }
}

/// The lines of a copy that was given other words.
fn as_own(copy: &ChecklistItem) -> Vec<String> {
    let tick = copy.status.as_deref().unwrap_or(if copy.done { "x" } else { " " });
    std::iter::once(format!("- [{tick}] {}", copy.text)).chain(copy.notes.iter().cloned()).collect()
}
