//! How much of a plan's positioning and culture is a built-in starter's, word for word.

mod mark;

use std::collections::BTreeMap;

use mark::mark;

use crate::finding::{KeyPath, Trail};
use crate::language::Language;
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

/// The marks of the texts of all starters, each with the name of its starter, in order: first those in Chinese, then
/// those in English. Made by the build script.
static MARKS: [&[(u64, &str)]; 2] = include!(concat!(env!("OUT_DIR"), "/starters.rs"));

/// The starters in a language that hold the text of this mark, word for word.
fn holders(mark: u64, language: Language) -> impl Iterator<Item = &'static str> {
    let marks = match language {
        Language::Zh => MARKS[0],
        Language::En => MARKS[1],
    };
    let first = marks.partition_point(|(other, _)| *other < mark);
    marks[first..].iter().take_while(move |(other, _)| *other == mark).map(|(_, starter)| *starter)
}

/// Looks at the texts of positioning and culture.
struct Texts {
    language: Language,
    /// The marks of all different ones.
    seen: Vec<u64>,
    /// How many there are.
    total: usize,
    /// Of each starter that shares a text: how many it shares, and the first of them.
    shared: BTreeMap<&'static str, (usize, KeyPath)>,
}

impl Visit for Texts {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        // names and colours are alike by chance
        if text.chars().nth(SHORTEST - 1).is_none() {
            return;
        }
        self.total += 1;
        let mark = mark(text.trim());
        if self.seen.contains(&mark) {
            return;
        }
        self.seen.push(mark);
        for starter in holders(mark, self.language) {
            self.shared.entry(starter).or_insert_with(|| (0, at.path())).0 += 1;
        }
    }
}

/// Characters of a text that says something.
const SHORTEST: usize = 4;

/// The built-in starter in the plan's language that shares the most texts with it, if one shares any.
pub(super) fn nearest_starter(plan: &Plan) -> Option<Copied> {
    let mut texts = Texts { language: plan.language(), seen: Vec::new(), total: 0, shared: BTreeMap::new() };
    show(plan, &mut texts);
    // of the same count the first by name; and of too few texts nothing can be said
    let (starter, (count, first)) = texts.shared.into_iter().rev().max_by_key(|(_, (count, _))| *count)?;
    (texts.total >= 3).then_some(Copied { starter, count, total: texts.total, first })
}

fn show(plan: &Plan, visitor: &mut dyn Visit) {
    plan.positioning.show(&Trail::Root.key("positioning"), visitor);
    plan.culture.show(&Trail::Root.key("culture"), visitor);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{File, Library, Shelf};
    use crate::plan::read;
    use crate::source::Document;

    /// The texts that are long enough.
    struct Gathered(Vec<String>);

    impl Visit for Gathered {
        fn text(&mut self, _: &Trail<'_>, text: &str) {
            self.0.extend(Some(text.trim().to_owned()).filter(|text| text.chars().count() >= SHORTEST));
        }
    }

    fn texts_of(file: &File, language: Language) -> Vec<String> {
        let mut buffer = String::new();
        let mut texts = Gathered(Vec::new());
        show(&read(&Document::parse(file.text(language), &mut buffer), &Library::default()).plan, &mut texts);
        texts.0
    }

    #[test]
    fn every_text_that_the_reader_finds_is_marked() {
        for file in Shelf::Plans.files() {
            for language in Language::ALL {
                let read = texts_of(file, language);
                assert!(read.len() > 10, "{}", file.name);
                for text in read {
                    assert!(holders(mark(&text), language).any(|name| name == file.name), "{}: {text}", file.name);
                }
            }
        }
        assert_eq!(holders(mark("夜里十一点还在改方案的人"), Language::Zh).count(), 0);
    }

    /// The rule speaks from half of the texts on; between starters it is never near that. And somebody who begins with
    /// one starter is never told of another: they share no text but by chance.
    #[test]
    fn no_starter_is_called_a_copy_of_another() {
        // words of the format and short names are alike by chance
        let is_prose = |text: &str| text.chars().count() >= 8 && (text.contains(' ') || !text.is_ascii());
        for language in Language::ALL {
            for file in Shelf::Plans.files() {
                let own = texts_of(file, language);
                for other in Shelf::Plans.files().iter().filter(|other| other.name != file.name) {
                    let is_same = |text: &str| holders(mark(text), language).any(|name| name == other.name);
                    let same: Vec<&str> = own.iter().map(String::as_str).filter(|text| is_same(text)).collect();
                    assert!(same.len() * 10 < own.len(), "{} and {}: {same:?}", file.name, other.name);
                    let prose = same.iter().filter(|text| is_prose(text)).count();
                    assert!(prose < 2, "{} and {}: {same:?}", file.name, other.name);
                }
            }
        }
    }
}
