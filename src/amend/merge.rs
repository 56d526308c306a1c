//! Two edits of one text → a text with both, where they are in different places.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Lines that are replaced by others.
struct Hunk<'t> {
    lines: Range<usize>,
    new: Vec<&'t str>,
}

/// The text with what each of two texts changes of a common one; none where both change the same place.
pub fn merged(base: &str, one: &str, other: &str) -> Option<String> {
    let lines: Vec<&str> = base.split_inclusive('\n').collect();
    let own = changed(&lines, one);
    let mut hunks: Vec<&Hunk<'_>> = own.iter().collect();
    let others = changed(&lines, other);
    for hunk in &others {
        match own.iter().find(|known| meets(known, hunk)) {
            Some(known) if known.lines == hunk.lines && known.new == hunk.new => {}
            Some(_) => return None,
            None => hunks.push(hunk),
        }
    }
    hunks.sort_by_key(|hunk| (hunk.lines.start, hunk.lines.end));
    let (mut text, mut at) = (String::with_capacity(base.len()), 0);
    for hunk in hunks {
        text.extend(lines.get(at..hunk.lines.start)?.iter().copied());
        text.extend(hunk.new.iter().copied());
        at = hunk.lines.end;
    }
    text.extend(lines.get(at..)?.iter().copied());
    Some(text)
}

/// Whether two hunks change the same lines, or put something in at the edge of what the other changes.
const fn meets(a: &Hunk<'_>, b: &Hunk<'_>) -> bool {
    let overlap = a.lines.start < b.lines.end && b.lines.start < a.lines.end;
    let touch = a.lines.start <= b.lines.end && b.lines.start <= a.lines.end;
    overlap || touch && (a.lines.start == a.lines.end || b.lines.start == b.lines.end)
}

fn changed<'t>(lines: &[&str], text: &'t str) -> Vec<Hunk<'t>> {
    let new: Vec<&'t str> = text.split_inclusive('\n').collect();
    let mut hunks = Vec::new();
    // where an operation is follows from those before it: the place that an insertion names may be moved
    let mut at = 0;
    for op in capture_diff_slices(Algorithm::Myers, lines, &new) {
        let end = at + op.old_range().len();
        if !matches!(op, DiffOp::Equal { .. }) {
            hunks.push(Hunk { lines: at..end, new: new[op.new_range()].to_vec() });
        }
        at = end;
    }
    hunks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn edits_in_different_places_are_both_kept() {
        let base = "a\nb\nc\nd\n";
        let both = |one: &str, other: &str| merged(base, one, other);
        assert_eq!(both("A\nb\nc\nd\n", "a\nb\nc\nD\n").as_deref(), Some("A\nb\nc\nD\n"));
        assert_eq!(both("a\nc\nd\n", "a\nb\nc\nd\ne\n").as_deref(), Some("a\nc\nd\ne\n"));
        assert_eq!(both("A\nb\nc\nd\n", "a\nB\nc\nd\n").as_deref(), Some("A\nB\nc\nd\n"), "lines beside each other");
        assert_eq!(both("A\nb\nc\nd\n", "A\nb\nc\nd\n").as_deref(), Some("A\nb\nc\nd\n"), "the same edit");
        assert_eq!(both("A\nb\nc\nd\n", "X\nb\nc\nd\n"), None);
        assert_eq!(both("a\nx\nb\nc\nd\n", "a\ny\nb\nc\nd\n"), None, "whichever comes first would be a guess");
        assert_eq!(both("b\nc\nd\n", "a\nx\nb\nc\nd\n"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Where one of the two changes nothing, the other is the result; and which comes first does not matter.
        #[test]
        fn merging_with_nothing_gives_the_other(a in "[ab\n]{0,12}", b in "[ab\n]{0,12}", c in "[ab\n]{0,12}") {
            prop_assert_eq!(merged(&a, &a, &b), Some(b.clone()));
            prop_assert_eq!(merged(&a, &b, &a), Some(b.clone()));
            prop_assert_eq!(merged(&a, &b, &c), merged(&a, &c, &b));
        }
    }
}
