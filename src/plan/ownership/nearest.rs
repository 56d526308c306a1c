//! The starter from which a plan is copied that names none: most of its positioning and culture is that starter's.

use super::digest::{Digests, names};
use super::walk::{Spot, ValueKind, Visitor, walk};
use crate::plan::Plan;
use crate::source::{Document, Table};

/// Tables whose texts are compared: the rest is alike more easily.
const COMPARED: [&str; 2] = ["positioning", "culture"];
/// The fewest texts that say enough to be compared.
const FEWEST: usize = 3;

/// The starter that has more than half of the texts of positioning and culture, word for word.
pub(super) fn starter(document: &Document<'_>) -> Option<&'static str> {
    let mut texts = TextDigests(Vec::new());
    walk(document.tree(), Plan::TABLE, &mut texts);
    let texts = texts.0;
    if texts.len() < FEWEST {
        return None;
    }
    let shared = |name: &str| {
        let digests = Digests::released(name);
        texts.iter().filter(|text| digests.has(**text)).count()
    };
    let (count, name) = names().into_iter().map(|name| (shared(name), name)).rev().max_by_key(|(count, _)| *count)?;
    (count >= FEWEST && count * 2 > texts.len()).then_some(name)
}

struct TextDigests(Vec<u32>);

impl Visitor for TextDigests {
    fn value(&mut self, spot: &Spot<'_>, _: &str, digests: [u32; 2], kind: ValueKind) {
        if kind == ValueKind::Written && COMPARED.contains(&spot.table()) {
            self.0.push(digests[0]);
        }
    }
    fn enter(&mut self) {}
    fn leave(&mut self) {}
}
