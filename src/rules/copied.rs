//! How much of a plan's positioning and culture is a built-in starter's, word for word.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::finding::{KeyPath, Trail};
use crate::language::Language;
use crate::library::{Library, Shelf};
use crate::plan::{Plan, read};
use crate::source::{Document, Table, Visit};

/// The starter that shares the most texts with a plan.
pub(super) struct Copied {
    /// Its name.
    pub(super) starter: &'static str,
    /// How many texts are the same.
    pub(super) count: usize,
    /// How many texts there are.
    pub(super) total: usize,
    /// Where the first of the same stands.
    pub(super) first: KeyPath,
}

/// Gathers the texts of positioning, audiences and culture.
#[derive(Default)]
struct Texts(Vec<(KeyPath, String)>);

impl Visit for Texts {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        // names and colours are alike by chance
        if text.chars().count() >= 4 {
            self.0.push((at.path(), text.trim().to_owned()));
        }
    }
}

fn texts(plan: &Plan) -> Vec<(KeyPath, String)> {
    let mut texts = Texts::default();
    let root = Trail::Root;
    plan.positioning.show(&root.key("positioning"), &mut texts);
    plan.culture.show(&root.key("culture"), &mut texts);
    texts.0
}

/// The texts of each built-in starter, read once.
fn starters() -> &'static [(&'static str, HashSet<String>)] {
    static STARTERS: LazyLock<Vec<(&'static str, HashSet<String>)>> = LazyLock::new(|| {
        let library = Library::default();
        let of = |text: &str| {
            let mut room = String::new();
            let document = Document::parse(text, &mut room);
            texts(&read(&document, &library).plan).into_iter().map(|(_, text)| text).collect::<Vec<_>>()
        };
        let both = |file: &crate::library::File| Language::ALL.iter().flat_map(|l| of(file.text(*l))).collect();
        Shelf::Plans.files().iter().map(|file| (file.name, both(file))).collect()
    });
    &STARTERS
}

/// The built-in starter that shares the most texts with a plan, if one shares any.
pub(super) fn nearest_starter(plan: &Plan) -> Option<Copied> {
    let own = texts(plan);
    let count = |known: &HashSet<String>| own.iter().filter(|(_, text)| known.contains(text)).count();
    let (starter, known) = starters().iter().max_by_key(|(_, known)| count(known))?;
    let first = own.iter().find(|(_, text)| known.contains(text))?.0.clone();
    Some(Copied { starter, count: count(known), total: own.len(), first })
}
