//! One text and its tree; routes become bytes here and nowhere else.

use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::recover;
use crate::finding::{Finding, KeyPath, Place, PlacePart, Segment};

/// A parsed text. Mistakes of syntax are findings; the tree holds all that could be read.
#[derive(Debug)]
pub struct Document<'s> {
    text: &'s str,
    tree: Spanned<DeTable<'s>>,
    /// The mistakes of syntax, in order.
    pub syntax: Vec<Finding>,
    lost: Vec<Range<usize>>,
    /// The words in them.
    words: HashSet<&'s str>,
}

impl<'s> Document<'s> {
    /// Parses a text; `buffer` holds what is left of it when statements are broken, and may be empty.
    pub fn parse(text: &'s str, buffer: &'s mut String) -> Self {
        let recovered = recover::parse(text, buffer);
        let mut tree = recovered.tree;
        if !recovered.placeholders.is_empty() {
            // taken out one at a time, each would move all that follow
            let all = std::mem::take(tree.get_mut());
            let own = all.into_iter().filter(|(key, _)| !recovered.placeholders.contains(key.get_ref().as_ref()));
            *tree.get_mut() = own.collect();
        }
        let words = recovered.lost.iter().flat_map(|range| text[range.clone()].split(|c| !is_part(c))).collect();
        Self { text, tree, syntax: recovered.findings, lost: recovered.lost, words }
    }

    /// The text as it was given.
    pub const fn text(&self) -> &'s str {
        self.text
    }

    /// Whether a name is in a part that mistakes of syntax keep out of the tree, so that it may exist after all.
    pub fn is_lost(&self, name: &str) -> bool {
        if name.chars().all(is_part) {
            return self.words.contains(name);
        }
        self.lost.iter().any(|range| {
            let text = &self.text[range.clone()];
            text.match_indices(name)
                .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + name.len()..].starts_with(is_part))
        })
    }

    /// The root table.
    pub fn tree(&self) -> &DeTable<'s> {
        self.tree.get_ref()
    }

    /// Whether the plan has a key at its root.
    pub fn has(&self, key: &str) -> bool {
        self.tree.get_ref().contains_key(key)
    }

    /// The bytes of a place; of what is not there, the nearest that is; of nothing, the start of the file.
    pub fn locate(&self, place: &Place) -> Range<usize> {
        if let PlacePart::Bytes(range) = &place.part {
            return range.clone();
        }
        let mut found = None;
        let mut table = Some(self.tree.get_ref());
        let mut array: Option<&[Spanned<DeValue<'s>>]> = None;
        let mut complete = true;
        for segment in &place.path.0 {
            let next = match segment {
                Segment::Key(key) => {
                    table.and_then(|t| t.get_key_value(key.as_ref())).map(|(k, v)| (Some(k.span()), v))
                }
                Segment::Index(index) => array.and_then(|a| a.get(*index)).map(|v| (None, v)),
            };
            let Some((key, value)) = next else {
                complete = false;
                break;
            };
            found = Some((key, value));
            table = value.get_ref().as_table();
            array = value.get_ref().as_array().map(|a| a.iter().as_slice());
        }
        let start = if self.text.starts_with('\u{feff}') { 3 } else { 0 };
        let Some((key, value)) = found else { return start..start };
        match &place.part {
            PlacePart::Key if complete => key.unwrap_or_else(|| value.span()),
            PlacePart::Inside(range) if complete => self.inside(value, range),
            _ if complete => value.span(),
            _ => self.header(key, value),
        }
    }

    /// Where something is missing in a table: its header; in an inline table or array: the key.
    fn header(&self, key: Option<Range<usize>>, value: &Spanned<DeValue<'_>>) -> Range<usize> {
        let span = value.span();
        let is_header =
            self.text.get(span.clone()).is_some_and(|text| text.starts_with('[')) && value.get_ref().is_table();
        if is_header { span } else { key.unwrap_or(span) }
    }

    /// Bytes of a string value → bytes of the file: true when nothing before them is escaped, else the whole value.
    fn inside(&self, value: &Spanned<DeValue<'_>>, range: &Range<usize>) -> Range<usize> {
        let span = value.span();
        let (Some(raw), Some(decoded)) = (self.text.get(span.clone()), value.get_ref().as_str()) else { return span };
        let Some(offset) = raw.find(decoded) else { return span };
        if range.end > decoded.len() {
            return span;
        }
        let start = span.start + offset;
        let end = if range.is_empty() { range.start } else { range.end };
        start + range.start..start + end
    }
}

/// Whether a character is part of a name, so that no name ends beside it.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

/// The value at a route, if there is one.
pub(super) fn value_at<'d, 's>(document: &'d Document<'s>, path: &KeyPath) -> Option<&'d DeValue<'s>> {
    let mut segments = path.0.iter();
    let Segment::Key(first) = segments.next()? else { return None };
    let mut value = document.tree().get(first.as_ref())?.get_ref();
    for segment in segments {
        value = match segment {
            Segment::Key(key) => value.as_table()?.get(key.as_ref())?.get_ref(),
            Segment::Index(index) => value.as_array()?.get(*index)?.get_ref(),
        };
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(text: &str) -> Vec<&str> {
        let mut buffer = String::new();
        let document = Document::parse(text, &mut buffer);
        document.syntax.iter().map(|f| &text[document.locate(&f.place)]).collect()
    }

    #[test]
    fn places_become_bytes() {
        let text = "[a]\nk = \"晨光 x\"\n[[b]]\n[[b]]\nn = { m = 1 }\n";
        let mut buffer = String::new();
        let document = Document::parse(text, &mut buffer);
        let at = |path: KeyPath, part: PlacePart| &text[document.locate(&Place { path, part })];
        assert_eq!(at(KeyPath::of(&["a", "k"]), PlacePart::Value), "\"晨光 x\"");
        assert_eq!(at(KeyPath::of(&["a", "k"]), PlacePart::Key), "k");
        assert_eq!(at(KeyPath::of(&["a", "k"]), PlacePart::Inside(7..8)), "x");
        assert_eq!(at(KeyPath::of(&["a", "missing"]), PlacePart::Value), "[a]");
        assert_eq!(at(KeyPath::of(&["b"]).index(1).key("x"), PlacePart::Value), "[[b]]");
        assert_eq!(at(KeyPath::of(&["b"]).index(1).key("n").key("x"), PlacePart::Value), "n");
        assert_eq!(at(KeyPath::of(&["zzz"]), PlacePart::Value), "");
    }

    #[test]
    fn reports_each_mistake_once() {
        let text = "a ＝ 1\nb = \"晨光\nc = [1, 2\nd = 每天 08:00\n[tab\nx = 1\ny = \n[u]\nz = 1\nz = 2\n[u]\n键 = 2\n";
        assert_eq!(mistakes(text), ["＝", "光", "[", "每天 08:00", "b", " ", "z", "u", "键"]);
        assert_eq!(mistakes("a = 1\n[b]\nc = [\n 1,\n]\n"), Vec::<&str>::new());
    }

    #[test]
    fn reads_everything_outside_the_broken_statements() {
        let text = "a = [1, 2\nb = 3\n[x\nc = 1\n[d]\ne = 5\n";
        let mut buffer = String::new();
        let document = Document::parse(text, &mut buffer);
        assert_eq!(document.syntax.len(), 2);
        let keys: Vec<_> = document.tree().keys().map(|key| key.get_ref().to_string()).collect();
        assert_eq!(keys, ["b", "d"]);
        assert!(value_at(&document, &KeyPath::of(&["d", "e"])).is_some());
    }
}
