//! What was published and is gone.

use std::collections::HashMap;

use super::view::View;
use crate::calendar::{Entry, Identity, is_theirs, sequence_of};
use crate::roster::PublishedOccurrence;

/// What becomes of something published, by its row in the roster: where somebody else does it now in the place of the
/// person whose view it is, its sequence.
pub(super) type ShownPublished = HashMap<usize, Option<u32>>;

impl<'a> View<'a> {
    /// What becomes of all that is published and in the range.
    pub(super) fn shown_published(&self) -> ShownPublished {
        if self.calendar.roster.rows().is_empty() {
            return ShownPublished::new();
        }
        let identity = Identity::of(self.plan, self.calendar);
        let entries = self.calendar.entries.iter();
        entries.filter_map(|entry| Some((entry.published?, self.given_away(entry, &identity)))).collect()
    }

    /// The sequence of an entry which is not theirs any more whose view it is.
    pub(super) fn given_away(&self, entry: &Entry, identity: &Identity<'_>) -> Option<u32> {
        let is_others = self.person.is_some_and(|person| !is_theirs(entry, person));
        is_others.then(|| sequence_of(entry, (self.plan, self.calendar), identity))
    }

    /// What was published and is gone, each with its sequence: it is cancelled and has no entry any more, or somebody else
    /// does it now in the place of the person whose view it is.
    pub(super) fn withdrawn(&self, shown_published: &ShownPublished) -> Vec<(&'a PublishedOccurrence, u32)> {
        if self.channel.is_some() {
            return Vec::new();
        }
        let (from, to) = (self.calendar.from, self.calendar.to);
        let key = self.person.and_then(|person| self.plan.people[person].key());
        let was_told = |row: &PublishedOccurrence| {
            let mut names = row.hands().chain(row.released.iter().map(String::as_str));
            self.person.is_none() || names.any(|name| Some(name) == key)
        };
        let sequence = |(at, row): (usize, &'a PublishedOccurrence)| {
            if !(from <= row.start.day && row.start.day <= to && was_told(row)) {
                return None;
            }
            match shown_published.get(&at) {
                None => row.is_cancelled.then_some((row, row.sequence)),
                Some(sequence) => sequence.map(|sequence| (row, sequence)),
            }
        };
        self.calendar.roster.rows().iter().enumerate().filter_map(sequence).collect()
    }
}
