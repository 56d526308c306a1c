//! The fixes that are safe, applied until there are none left.

use std::cmp::Reverse;

use crate::finding::{Edit, Finding, Fix};
use crate::source::{Document, apply};

/// How often the text is looked at again: a key whose name is fixed may have a value to fix.
const ROUNDS: usize = 20;

/// A text after all safe fixes of what `find` finds in it, and how many these were.
pub fn fixed(text: &str, find: impl Fn(&str) -> Vec<Finding>) -> (String, usize) {
    let mut text = text.to_owned();
    let mut count = 0;
    for _ in 0..ROUNDS {
        let findings = find(&text);
        let fixed = apply_round(&mut text, &findings);
        if fixed == 0 {
            break;
        }
        count += fixed;
    }
    (text, count)
}

/// Applies the fixes of one round, from the end of the file up, so that indices and bytes further up stay true. Fixes by
/// bytes go first and alone, since a file with mistakes of syntax has no routes.
fn apply_round(text: &mut String, findings: &[Finding]) -> usize {
    let mut fixes: Vec<(usize, &Fix)> = {
        let mut buffer = String::new();
        let document = Document::parse(text, &mut buffer);
        let safe = findings.iter().filter_map(|finding| Some((finding, finding.fixes.iter().find(|fix| fix.safe)?)));
        safe.map(|(finding, fix)| (document.locate(&finding.place).start, fix)).collect()
    };
    fixes.sort_by_key(|(start, _)| Reverse(*start));
    if fixes.iter().any(|(_, fix)| span(fix).is_some()) {
        fixes.retain(|(_, fix)| span(fix).is_some());
    }
    let (mut fixed, mut untouched) = (0, text.len());
    for (_, fix) in fixes {
        let span = span(fix);
        if span.is_some_and(|(_, end)| end > untouched) {
            continue;
        }
        if let Ok(edited) = apply(text, &fix.edits)
            && edited != *text
        {
            *text = edited;
            fixed += 1;
            untouched = span.map_or(untouched, |(start, _)| start);
        }
    }
    fixed
}

/// The bytes of the text that a fix replaces: the first and the one past the last; none for a fix by routes.
fn span(fix: &Fix) -> Option<(usize, usize)> {
    let bytes = fix.edits.iter().filter_map(|edit| match edit {
        Edit::Replace { bytes, .. } => Some((bytes.start, bytes.end)),
        _ => None,
    });
    bytes.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}
