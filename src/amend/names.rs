//! Names within the texts of a plan, replaced by others.

use super::EditSet;
use crate::finding::{KeyPath, Trail};
use crate::language::Text;
use crate::plan::Plan;
use crate::source::{Table, Visit};

/// Replaces each name by another in every text of a plan but those that are replaced as a whole.
pub(crate) fn replace_names(plan: &Plan, mut names: Vec<(String, String)>, edits: &mut EditSet) {
    names.retain(|(old, new)| old.chars().count() > 1 && old != new);
    names.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    if names.is_empty() {
        return;
    }
    let mut texts = CollectedTexts::default();
    plan.show(&Trail::Root, &mut texts);
    for (path, text) in texts.0 {
        let new = with_names(&text, &names);
        if new != text {
            edits.set(path, new);
        }
    }
}

#[derive(Default)]
struct CollectedTexts(Vec<(KeyPath, String)>);

impl Visit for CollectedTexts {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        let path = at.path();
        if !matches!(path.keys().next(), Some("people" | "template" | "changes" | "holidays")) {
            self.0.push((path, text.to_owned()));
        }
    }

    fn reference(&mut self, _: &Trail<'_>, _: &'static str, _: Text, _: &str) {}
}

/// The text with all names replaced at once, so that no new name is taken for an old one.
pub(crate) fn with_names(text: &str, names: &[(String, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().next_back();
        let found = names.iter().find(|(old, _)| rest.starts_with(old.as_str()) && is_separate(before, old, rest));
        match found {
            Some((old, new)) => {
                out.push_str(new);
                rest = &rest[old.len()..];
            }
            None => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

/// Whether a name is a word of its own: only asked of names in letters that are written with spaces between words.
fn is_separate(before: Option<char>, old: &str, rest: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let (first, last) = (old.chars().next(), old.chars().next_back());
    let after = rest[old.len()..].chars().next();
    let is_number = first.is_some_and(|c| c.is_ascii_digit()) && matches!(before, Some(',' | '.'));
    !(is_number || is_letter(first) && is_letter(before) || is_letter(last) && is_letter(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_as_words_and_all_at_once() {
        let names = [("小雨", "阿明"), ("阿明", "老王"), ("Sam", "Ana")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(with_names("小雨和阿明，Sam的", &names), "阿明和老王，Ana的");
        assert_eq!(with_names("Same Sam, Samsam", &names), "Same Ana, Samsam");
    }
}
