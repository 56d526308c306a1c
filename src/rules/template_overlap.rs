//! How many texts of a plan's positioning and culture are taken word for word from a built-in starter.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::finding::{KeyPath, Trail};
use crate::language::Language;
use crate::library::TemplateKind;
use crate::plan::Plan;
use crate::source::{Table, Visit};

/// The starter that shares the most texts with a plan.
pub(super) struct TemplateOverlap {
    /// Its name.
    pub(super) starter: &'static str,
    /// How many texts are the same.
    pub(super) count: usize,
    /// How many texts there are.
    pub(super) total: usize,
    /// The place of the first shared text.
    pub(super) first: KeyPath,
}

/// Characters of the shortest text that is compared: names and colours are alike by chance.
const SHORTEST: usize = 4;
/// The number of texts below which a plan says too little to be compared.
const FEWEST: usize = 3;

/// The built-in starter in the plan's language that shares the most texts with it, if any does.
pub(super) fn nearest_starter(plan: &Plan) -> Option<TemplateOverlap> {
    let mut texts = ComparedTexts(Vec::new());
    visit(plan, &mut texts);
    let total = texts.0.len();
    if total < FEWEST {
        return None;
    }
    let starters = starter_texts(plan.language());
    let mut seen: Vec<&str> = Vec::new();
    let mut shared: BTreeMap<&'static str, (usize, KeyPath)> = BTreeMap::new();
    for (path, text) in texts.0 {
        let Some((text, names)) = starters.get_key_value(text.as_str()).filter(|(text, _)| !seen.contains(text)) else {
            continue;
        };
        seen.push(text);
        for starter in names {
            shared.entry(starter).or_insert_with(|| (0, path.clone())).0 += 1;
        }
    }
    // of the same count the first by name
    let (starter, (count, first)) = shared.into_iter().rev().max_by_key(|(_, (count, _))| *count)?;
    Some(TemplateOverlap { starter, count, total, first })
}

/// The texts of positioning and culture that are long enough, with their places.
struct ComparedTexts(Vec<(KeyPath, String)>);

impl Visit for ComparedTexts {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        if text.chars().nth(SHORTEST - 1).is_some() {
            self.0.push((at.path(), text.trim().to_owned()));
        }
    }
}

fn visit(plan: &Plan, visitor: &mut dyn Visit) {
    plan.positioning.show(&Trail::Root.key("positioning"), visitor);
    plan.culture.show(&Trail::Root.key("culture"), visitor);
}

/// Texts, each with the names of the starters that hold it.
type StarterTexts = HashMap<&'static str, Vec<&'static str>>;

/// The texts of all starters in a language; collected once, when first needed.
fn starter_texts(language: Language) -> &'static StarterTexts {
    static ZH: LazyLock<StarterTexts> = LazyLock::new(|| collect(Language::Zh));
    static EN: LazyLock<StarterTexts> = LazyLock::new(|| collect(Language::En));
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}

fn collect(language: Language) -> StarterTexts {
    let mut texts = StarterTexts::new();
    for file in TemplateKind::Plans.files() {
        for text in quoted(file.text(language)) {
            let names = texts.entry(text).or_default();
            if names.last() != Some(&file.name) {
                names.push(file.name);
            }
        }
    }
    texts
}

/// Everything in double quotes in the tables of positioning and culture: the way starters are written, these are their
/// texts, and no comment there quotes anything.
fn quoted(text: &'static str) -> impl Iterator<Item = &'static str> {
    let is_compared =
        |table: &&str| ["positioning", "culture"].iter().any(|name| table.trim_start_matches('[').starts_with(name));
    text.split("\n[").filter(is_compared).flat_map(|table| table.split('"').skip(1).step_by(2)).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{BuiltinFile, Library};
    use crate::plan::read;
    use crate::source::Document;

    fn texts_of(file: &BuiltinFile, language: Language) -> Vec<String> {
        let mut buffer = String::new();
        let mut texts = ComparedTexts(Vec::new());
        visit(&read(&Document::parse(file.text(language), &mut buffer), &Library::default()).plan, &mut texts);
        texts.0.into_iter().map(|(_, text)| text).collect()
    }

    /// The starters in a language that hold a text.
    fn holders(text: &str, language: Language) -> impl Iterator<Item = &'static str> {
        starter_texts(language).get(text).into_iter().flatten().copied()
    }

    #[test]
    fn knows_every_text_that_the_reader_finds() {
        for file in TemplateKind::Plans.files() {
            for language in Language::ALL {
                let read = texts_of(file, language);
                assert!(read.len() > 10, "{}", file.name);
                for text in read {
                    assert!(holders(&text, language).any(|name| name == file.name), "{}: {text}", file.name);
                }
            }
        }
        assert_eq!(holders("夜里十一点还在改方案的人", Language::Zh).count(), 0);
    }

    /// The rule fires when half of the texts are shared; starters share almost none with each other, so a plan that
    /// begins with one is never compared to another.
    #[test]
    fn starters_share_no_texts() {
        // words of the format and short names are alike by chance
        let is_prose = |text: &str| text.chars().count() >= 8 && (text.contains(' ') || !text.is_ascii());
        for language in Language::ALL {
            for file in TemplateKind::Plans.files() {
                let own = texts_of(file, language);
                for other in TemplateKind::Plans.files().iter().filter(|other| other.name != file.name) {
                    let is_same = |text: &str| holders(text, language).any(|name| name == other.name);
                    let same: Vec<&str> = own.iter().map(String::as_str).filter(|text| is_same(text)).collect();
                    assert!(same.len() * 10 < own.len(), "{} and {}: {same:?}", file.name, other.name);
                    let prose = same.iter().filter(|text| is_prose(text)).count();
                    assert!(prose < 2, "{} and {}: {same:?}", file.name, other.name);
                }
            }
        }
    }
}
