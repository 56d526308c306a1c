//! Edits as one stretch of bytes and the text that takes its place, for programs that know texts and not plans.

use std::ops::Range;

use toml::de::DeValue;

use super::Document;
use super::document::value_at;
use super::edit::{EditError, apply, written};
use crate::finding::{Edit, Place};

/// The smallest stretch of whole characters that the edits change, and its new text.
pub fn replacement(document: &Document<'_>, edits: &[Edit]) -> Result<(Range<usize>, String), EditError> {
    let text = document.text();
    if let Some((bytes, new)) = simple(document, edits) {
        let (range, new) = smallest(&text[bytes.clone()], &new);
        return Ok((bytes.start + range.start..bytes.start + range.end, new));
    }
    Ok(smallest(text, &apply(text, edits)?))
}

/// One value that takes the place of another: its bytes are known without writing the whole text anew.
fn simple(document: &Document<'_>, edits: &[Edit]) -> Option<(Range<usize>, String)> {
    let [Edit::Set { path, value, .. }] = edits else { return None };
    let is_plain = document.syntax.is_empty()
        && !matches!(value_at(document, path)?, DeValue::Array(_) | DeValue::Table(_))
        && !document.text().contains('\r');
    is_plain.then(|| (document.locate(&Place::from(path.clone())), written(value)))
}

/// What is left of two texts without what they have in common at both ends.
fn smallest(text: &str, edited: &str) -> (Range<usize>, String) {
    let head = common(text.chars(), edited.chars());
    let (rest, new) = (&text[head..], &edited[head..]);
    let tail = common(rest.chars().rev(), new.chars().rev());
    (head..text.len() - tail, new[..new.len() - tail].to_owned())
}

/// How many bytes two texts have in common, read from one side.
fn common(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::KeyPath;

    #[test]
    fn the_smallest_replacement_gives_the_edited_text() {
        for (text, key, value, expected) in [
            ("n = \"晨光\" # 一\n", "n", "晨曦", "曦"),
            ("a = \"xx\"\n", "a", "xxx", "x"),
            ("a = \"xxx\"\n", "a", "x", ""),
            ("a = \"x\"\r\n", "b", "y", "b = \"y\"\r\n"),
        ] {
            let edits = [Edit::set(KeyPath::of(&[key]), value)];
            let mut buffer = String::new();
            let document = Document::parse(text, &mut buffer);
            let (range, new) = replacement(&document, &edits).expect("it can be set");
            assert_eq!(new, expected, "{text}");
            let replaced = format!("{}{new}{}", &text[..range.start], &text[range.end..]);
            assert_eq!(Ok(replaced), apply(text, &edits));
        }
    }
}
