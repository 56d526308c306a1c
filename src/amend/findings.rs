//! The errors and warnings that an edit brings.

use super::Snapshot;
use crate::finding::{Finding, Level};
use crate::value::Day;

/// Months that the calendar of lint reaches ahead of a day, less one so that the day itself is well inside.
const SEEN_MONTHS: i32 = 2;

/// The errors and warnings of a plan that it did not have before, the highest level first; `on` is the day that the
/// edit is about.
pub(super) fn new_findings(before: &Snapshot<'_>, after: &Snapshot<'_>, on: Day) -> Vec<Finding> {
    let is_seen = on <= after.today.plus_months(SEEN_MONTHS);
    // a later day is looked at from the month before it
    let from = if is_seen { after.today } else { on.plus_months(-1) };
    let found = |plan: &Snapshot<'_>| {
        let mut found = plan.lint(from).findings;
        found.retain(|finding| finding.level > Level::Advice);
        found
    };
    // an index in the place may have moved: the message says what is meant
    let language = after.plan().language();
    let key = |finding: &Finding| (finding.rule.id, finding.message(language));
    let old: Vec<_> = found(before).iter().map(key).collect();
    let mut new = found(after);
    new.retain(|finding| !old.contains(&key(finding)));
    new.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    new
}
