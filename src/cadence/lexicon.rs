//! Names in a phrase: festivals, solar terms, ids.

use std::ops::Range;

use super::pattern::Anchor;
use crate::knowledge::{FESTIVALS, TERMS};
use crate::value::{Cursor, is_han};

/// The festival or term whose name lies ahead, the longest in either language; a term before a festival of its name.
pub(super) fn named(s: &mut Cursor<'_>) -> Option<Anchor> {
    let rest = s.rest();
    let mut best: Option<(usize, Anchor)> = None;
    let mut offer = |name: &str, anchor: fn(usize) -> Anchor, index: usize| {
        if best.as_ref().is_none_or(|(length, _)| name.len() > *length) && begins_with_name(rest, name) {
            best = Some((name.len(), anchor(index)));
        }
    };
    for (index, name) in TERMS.iter().enumerate() {
        offer(name.zh, Anchor::Term, index);
        offer(name.en, Anchor::Term, index);
    }
    for (index, festival) in FESTIVALS.iter().enumerate() {
        for name in [festival.name.zh, festival.name.en].into_iter().chain(festival.also.iter().copied()) {
            offer(name, |index| Anchor::Festival(&FESTIVALS[index]), index);
        }
    }
    let (length, anchor) = best?;
    s.at += length;
    Some(anchor)
}

/// Whether a folded text begins with a name and not with something longer: 十一 but not 十一月.
fn begins_with_name(rest: &str, name: &str) -> bool {
    let is_name = |start: &[u8]| start.eq_ignore_ascii_case(name.as_bytes());
    if !rest.as_bytes().get(..name.len()).is_some_and(is_name) {
        return false;
    }
    let next = rest[name.len()..].chars().next();
    !next.is_some_and(|c| {
        if name.ends_with(is_han) {
            "月日号点时分周个".contains(c)
        } else {
            c.is_ascii_alphanumeric() || c == '-'
        }
    })
}

/// Words for the time before, which are no ids where they stand alone.
pub(super) const PREVIOUS: &[&str] = &["previous", "preceding", "last", "prior"];

/// The run of characters of an id ahead.
pub(super) fn id<'a>(s: &mut Cursor<'a>) -> (&'a str, Range<usize>) {
    let start = s.at;
    let id = s.take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    (id, start..s.at)
}

/// Whether an id, written alone, would be read as something else.
pub(super) fn is_taken(id: &str) -> bool {
    // a hyphen is a bullet
    let is_sign = id.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let is_word = matches!(id, "item" | "the" | "noon" | "midday" | "midnight");
    is_sign || is_word || PREVIOUS.contains(&id) || named(&mut Cursor::new(id)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_wins_and_ends_at_a_boundary() {
        let name = |text: &str| named(&mut Cursor::new(text));
        assert_eq!(name("清明"), Some(Anchor::Term(6)));
        assert!(matches!(name("清明节"), Some(Anchor::Festival(f)) if f.name.en == "Qingming Festival"));
        assert!(matches!(name("new year's eve (lunar)"), Some(Anchor::Festival(f)) if f.name.zh == "除夕"));
        assert_eq!(name("十一月"), None);
        assert_eq!(name("christmas-party"), None);
        assert!(is_taken("halloween") && is_taken("item") && !is_taken("salon"));
    }
}
