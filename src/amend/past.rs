//! The past that was never published: an edit takes effect from today, so what it would change before today is written to
//! the roster as it was.

use super::Snapshot;
use super::impact::{EntryChange, KnownBy, Named, differing};
use crate::calendar::{Identity, Origin, published_as};
use crate::plan::Plan;
use crate::plan::settings::Change;
use crate::roster::{PublishedOccurrence, Roster};
use crate::value::Day;

/// Months that are looked back on where the plan has no first day.
const BACK: i32 = 12;

/// The roster, with the entries before today that an edit would change as they were before it; none where it changes none.
pub(super) fn held(before: &Snapshot<'_>, after: &Snapshot<'_>, known: KnownBy) -> Option<Roster> {
    let rows = rows(before, after, known)?;
    if rows.is_empty() {
        return None;
    }
    let old = &before.reading.index.roster;
    let yesterday = before.today.plus(-1);
    let days = (Some(old.through.map_or(yesterday, |last| last.max(yesterday))), old.published.or(Some(before.today)));
    Some(Roster::new(days, old.first_sequence, old.rows().iter().cloned().chain(rows).collect()))
}

fn rows(before: &Snapshot<'_>, after: &Snapshot<'_>, known: KnownBy) -> Option<Vec<PublishedOccurrence>> {
    if !before.reading.is_sound() || !after.reading.is_sound() {
        return None;
    }
    let last = before.today.plus(-1);
    // a plan that begins later now has not begun
    let starts = [before, after].into_iter().filter_map(|plan| plan.plan().lifecycle.starts).max();
    let range = (starts.unwrap_or(before.today.plus_months(-BACK)), last);
    if range.0 > range.1 {
        return None;
    }
    let (old, new) = (before.calendar(range).ok()?, after.calendar(range).ok()?);
    let names = (Named::of(before.plan(), &old, known), Named::of(after.plan(), &new, known));
    let identity = Identity::of(before.plan(), &old);
    let row = |change: EntryChange| {
        let at = match change {
            EntryChange::Added(_) => return None,
            EntryChange::Removed(at) | EntryChange::Moved(at, _) | EntryChange::Reassigned(at, _) => at,
        };
        let entry = &old.entries[at];
        // what prepares something that is still to come moves with it
        let is_ahead = matches!(entry.origin, Origin::Task(..)) && entry.original.day > last;
        if is_ahead || is_asked_for(before, after, &identity.item(entry), entry.original.day) {
            return None;
        }
        let row = published_as(entry, (before.plan(), &old), &identity, before.today);
        before.reading.index.roster.of_uid(&row.uid).is_none().then_some(row)
    };
    Some(differing((&names.0, &old), (&names.1, &new)).into_iter().filter_map(row).collect())
}

/// Whether the edit itself is a change of this occurrence.
fn is_asked_for(before: &Snapshot<'_>, after: &Snapshot<'_>, item: &str, original: Day) -> bool {
    changes_of(before.plan(), item, original) != changes_of(after.plan(), item, original)
}

fn changes_of<'a>(plan: &'a Plan, item: &str, original: Day) -> Vec<&'a Change> {
    let names = |change: &&Change| {
        change.item.as_ref().is_some_and(|name| name.as_str() == item) && change.on.is_some_and(|on| on.day == original)
    };
    plan.changes.iter().filter(names).collect()
}
