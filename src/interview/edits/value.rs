//! What members get, where it was typed in one line: the difficulty → the promise → how it is delivered → what comes back.

use crate::amend::EditSet;
use crate::finding::KeyPath;
use crate::interview::answers::Answers;

/// What may stand between the parts.
const ARROWS: [&str; 5] = ["→", "⇒", "➡", "->", "=>"];
/// The keys of the parts in their order; the questions that ask for them one by one are called so too.
const PARTS: [&str; 4] = ["pain", "promise", "carrier", "mutual"];

/// Sets the parts of a promise; one without parts is set as it is. What was answered by itself stays.
pub(super) fn set(value: &KeyPath, promise: &str, answers: &Answers, changes: &mut EditSet) {
    let parts = parts(promise);
    if !(2..=PARTS.len()).contains(&parts.len()) {
        changes.set(value.clone().key("promise"), promise);
        return;
    }
    for (key, part) in PARTS.into_iter().zip(parts) {
        if key == "promise" || answers.get(key).is_none() {
            changes.set(value.clone().key(key), part);
        }
    }
}

/// The parts between the arrows, without those that are empty.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = vec![text];
    for arrow in ARROWS {
        parts = parts.into_iter().flat_map(|part| part.split(arrow)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_part_a_promise() {
        for (text, expected) in [
            ("每月读完两本", &["每月读完两本"][..]),
            ("买了书读不完 → 每月读完两本", &["买了书读不完", "每月读完两本"]),
            ("no time -> two books a month => a camp", &["no time", "two books a month", "a camp"]),
            ("→ two books a month →", &["two books a month"]),
            ("a-b > c", &["a-b > c"]),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }
}
