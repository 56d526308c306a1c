//! Who does somebody's work in another calendar of the same plan, in which they are not there.

use super::entry::{Calendar, Entry};

/// Who does an entry instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Somebody else.
    By(usize),
    /// Nobody.
    Nobody,
}

/// Whether somebody leads an entry or helps with it.
pub fn is_theirs(entry: &Entry, person: usize) -> bool {
    entry.who.person == Some(person) || entry.staff.iter().any(|who| who.person == Some(person))
}

/// Who does an entry of somebody in the new calendar in their stead.
pub fn cover(entry: &Entry, new: &Calendar<'_>, person: usize) -> Cover {
    let from = new.entries.partition_point(|other| other.at < entry.at);
    let mut there = new.entries[from..].iter().take_while(|other| other.at == entry.at);
    let Some(now) = there.find(|other| (other.origin, other.original) == (entry.origin, entry.original)) else {
        return Cover::Nobody;
    };
    let found = if entry.who.person == Some(person) {
        now.who.person
    } else {
        // of those who help: somebody who did not before; a place left empty is nobody's
        let helped = |who: usize| entry.staff.iter().any(|other| other.person == Some(who));
        let is_full = now.staff.iter().all(|who| who.person.is_some());
        let newcomer = now.staff.iter().filter_map(|who| who.person).find(|who| !helped(*who));
        newcomer.or_else(|| now.who.person.filter(|_| is_full))
    };
    found.filter(|found| *found != person).map_or(Cover::Nobody, Cover::By)
}
