//! A roster after an edit in which things got other names: what was published follows them.

use crate::calendar::{renamed_items, titles_of_removed};
use crate::plan::Plan;
use crate::roster::Roster;

/// The roster with the names of the plan as it is after an edit in which everything kept its place.
pub fn carried(roster: &Roster, before: &Plan, after: &Plan) -> Roster {
    if roster.is_empty() {
        return roster.clone();
    }
    let people = before.people.iter().zip(&after.people);
    let people: Vec<(String, String)> = people
        .filter_map(|(old, new)| Some((old.key()?.to_owned(), new.key()?.to_owned())))
        .filter(|(old, new)| old != new)
        .collect();
    let roles = before.roles.iter().zip(&after.roles);
    let roles: Vec<(String, String)> = roles
        .filter_map(|(old, new)| Some((old.id.as_ref()?.to_string(), new.id.as_ref()?.to_string())))
        .filter(|(old, new)| old != new)
        .collect();
    let items = renamed_items(before, after);
    if items.is_empty() && people.is_empty() && roles.is_empty() {
        return roster.clone();
    }
    roster.renamed(&items, &people, &roles)
}

/// The roster after an edit in which items may have gone: what was published of them is known by their titles from then on.
pub(super) fn titled(roster: &Roster, before: &Plan, after: &Plan) -> Roster {
    let items = if roster.is_empty() { Vec::new() } else { titles_of_removed(before, after) };
    if items.is_empty() { roster.clone() } else { roster.renamed(&items, &[], &[]) }
}
