//! How much of a plan's positioning and culture is a built-in starter's, word for word.

use std::collections::BTreeMap;

use memchr::{memchr_iter, memmem};

use crate::finding::{KeyPath, Trail};
use crate::library::Shelf;
use crate::plan::Plan;
use crate::source::{Table, Visit};

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

/// What stands in double quotes in the tables of positioning and culture: as the starters are written these are their
/// texts (and no comment there quotes anything), found without parsing each of them at every start; a test holds them
/// equal to what the reader finds.
fn quoted(text: &'static str) -> impl Iterator<Item = &'static str> {
    let ends = memmem::find_iter(text.as_bytes(), "\n[").chain([text.len()]);
    let mut start = 0;
    let tables = ends.map(move |end| &text[std::mem::replace(&mut start, end)..end]);
    let is_ours = |table: &&str| {
        let name = table.trim_start_matches(['\n', '[']);
        name.starts_with("positioning") || name.starts_with("culture")
    };
    tables.filter(is_ours).flat_map(|table| {
        let mut marks = memchr_iter(b'"', table.as_bytes());
        std::iter::from_fn(move || Some(table[marks.next()? + 1..marks.next()?].trim()))
    })
}

/// The built-in starter in the plan's language that shares the most texts with it, if one shares any.
pub(super) fn nearest_starter(plan: &Plan) -> Option<Copied> {
    let own = texts(plan);
    if own.len() < 3 {
        return None; // too few to say anything
    }
    let places: BTreeMap<&str, usize> =
        own.iter().enumerate().rev().map(|(at, (_, text))| (text.as_str(), at)).collect();
    let mut best: (&'static str, Vec<usize>) = ("", Vec::new());
    for file in Shelf::Plans.files() {
        let mut same: Vec<usize> =
            quoted(file.text(plan.language())).filter_map(|text| places.get(text).copied()).collect();
        same.sort_unstable();
        same.dedup();
        if same.len() > best.1.len() {
            best = (file.name, same);
        }
    }
    let (starter, same) = best;
    let first = own[*same.first()?].0.clone();
    Some(Copied { starter, count: same.len(), total: own.len(), first })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::language::Language;
    use crate::library::{File, Library};
    use crate::plan::read;
    use crate::source::Document;

    fn texts_of(file: &File, language: Language) -> Vec<(KeyPath, String)> {
        let mut room = String::new();
        texts(&read(&Document::parse(file.text(language), &mut room), &Library::default()).plan)
    }

    #[test]
    fn quotes_find_what_the_reader_finds() {
        for file in Shelf::Plans.files() {
            for language in Language::ALL {
                let known: HashSet<&str> = quoted(file.text(language)).collect();
                let read = texts_of(file, language);
                assert!(read.len() > 10, "{}", file.name);
                for (path, text) in read {
                    assert!(known.contains(text.as_str()), "{} {path}: {text}", file.name);
                }
            }
        }
    }

    /// The rule speaks from half of the texts on; between starters it is never near that.
    #[test]
    fn no_starter_is_called_a_copy_of_another() {
        for language in Language::ALL {
            for file in Shelf::Plans.files() {
                let own = texts_of(file, language);
                for other in Shelf::Plans.files().iter().filter(|other| other.name != file.name) {
                    let known: HashSet<&str> = quoted(other.text(language)).collect();
                    let same = own.iter().filter(|(_, text)| known.contains(text.as_str())).count();
                    assert!(same * 10 < own.len(), "{} and {}: {same} of {}", file.name, other.name, own.len());
                }
            }
        }
    }

    /// Somebody who begins with one starter is never told of another: they share no text but by chance.
    #[test]
    fn starters_are_not_copies_of_each_other() {
        // words of the format and short names are alike by chance
        let is_prose = |text: &&str| text.chars().count() >= 8 && (text.contains(' ') || !text.is_ascii());
        for language in Language::ALL {
            let files = Shelf::Plans.files().iter();
            let all: Vec<(&str, HashSet<&str>)> =
                files.map(|file| (file.name, quoted(file.text(language)).filter(is_prose).collect())).collect();
            for (at, (name, texts)) in all.iter().enumerate() {
                for (other, others) in &all[at + 1..] {
                    let same: Vec<_> = texts.intersection(others).collect();
                    assert!(same.len() < 2, "{name} and {other}: {same:?}");
                }
            }
        }
    }
}
