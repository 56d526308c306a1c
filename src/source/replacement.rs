//! Edits as one stretch of bytes and the text that takes its place, for programs that know texts and not plans.

use std::ops::Range;

use super::edit::{EditError, apply};
use crate::finding::Edit;

/// The smallest stretch of whole characters that the edits change, and its new text.
pub fn replacement(text: &str, edits: &[Edit]) -> Result<(Range<usize>, String), EditError> {
    let edited = apply(text, edits)?;
    let head = common(text.chars(), edited.chars());
    let (rest, new) = (&text[head..], &edited[head..]);
    let tail = common(rest.chars().rev(), new.chars().rev());
    Ok((head..text.len() - tail, new[..new.len() - tail].to_owned()))
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
            let (range, new) = replacement(text, &edits).expect("it can be set");
            assert_eq!(new, expected, "{text}");
            let replaced = format!("{}{new}{}", &text[..range.start], &text[range.end..]);
            assert_eq!(Ok(replaced), apply(text, &edits));
        }
    }
}
