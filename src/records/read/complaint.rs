//! A finding at a cell of the readings.

use std::ops::Range;

use crate::finding::{Arg, Finding, KeyPath, Place, PlacePart, READINGS};
use crate::language::Text;

/// What a finding says: the problem, how to fix it, and the values of both.
pub(super) type Complaint = (Text, Text, Vec<(&'static str, Arg)>);

/// Makes a finding at bytes of a column.
pub(super) fn finding(column: &'static str, at: Range<usize>, (problem, fix, args): Complaint) -> Finding {
    let place = Place { path: KeyPath::of(&[column]), part: PlacePart::Bytes(at) };
    Finding::new(&READINGS, place)
        .with("problem", Arg::Phrase(problem, args.clone()))
        .with("fix", Arg::Phrase(fix, args))
}
