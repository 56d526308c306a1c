//! Two people change places: each does the other's occurrence, once.

use super::change::AROUND;
use super::impact::KnownBy;
use super::{AmendError, Change, Impact, NewDate, Occurrence, Request, Snapshot};
use crate::calendar::{At, Origin};
use crate::finding::Edit;

/// Two occurrences whose people change places.
#[derive(Debug, Clone, PartialEq)]
pub struct Swap {
    /// The two, each with the person who does it from now on.
    pub changes: [Change; 2],
}

impl Swap {
    /// A swap of two occurrences; each must be somebody's, and they must be two people's.
    pub fn new(now: &Snapshot<'_>, occurrences: [Occurrence; 2]) -> Result<Self, AmendError> {
        let [one, other] = occurrences.map(|occurrence| holder(now, occurrence));
        let (one, other) = (one?, other?);
        if one == other {
            return Err(AmendError::SamePerson(now.plan().people[one].key().unwrap_or_default().to_owned()));
        }
        let change = |occurrence, person| {
            let mut change = Change::new(now.plan(), occurrence, NewDate::Same)?;
            change.person = Some(person);
            Ok(change)
        };
        Ok(Self { changes: [change(occurrences[0], other)?, change(occurrences[1], one)?] })
    }
}

/// Who does an occurrence now: an index into `people`.
fn holder(now: &Snapshot<'_>, occurrence: Occurrence) -> Result<usize, AmendError> {
    let Occurrence { item, day, named, time } = occurrence;
    let calendar = now.calendar((day.min(named).plus(-AROUND), day.max(named).plus(AROUND)))?;
    let is_it = |at: At| at.day == day && (time.is_none() || at.time == time);
    let entry = calendar.entries.iter().find(|entry| entry.origin == Origin::Item(item) && is_it(entry.original));
    let title = || item.label(now.plan(), now.plan().language());
    entry.and_then(|entry| entry.who.person).ok_or_else(|| AmendError::NobodyThere { title: title(), day: named })
}

impl Request for Swap {
    type Effect<'a> = Impact<'a>;

    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let [one, other] = &self.changes;
        Ok([one.edits(before)?, other.edits(before)?].concat())
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Impact<'a>, AmendError> {
        let [one, other] = &self.changes;
        Ok(Impact::between(before, after, KnownBy::Uid, one.occurrence.day.min(other.occurrence.day)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::fixture::{Fixture, day};
    use crate::calendar::Item;

    const PLAN: &str = "language = \"en\"\ntime_zone = \"Europe/London\"\n[[people]]\nname = \"Mia\"\n[[people]]\nname = \"Bo\"\n\
        [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\nowner = \"Mia\"\n\
        [[activities]]\nid = \"walk\"\ntitle = \"Walk\"\nwhen = \"every Sat 10:00\"\nowner = \"Bo\"\n\
        [[activities]]\nid = \"open\"\ntitle = \"Open\"\nwhen = \"every Sun 10:00\"\n";

    fn swap(fixture: &Fixture, parts: [(usize, &str); 2]) -> Result<Swap, AmendError> {
        let found = parts.map(|(item, on)| {
            Occurrence::find(&fixture.now(), Item::Activity(item), (day(on), None)).expect("an occurrence")
        });
        Swap::new(&fixture.now(), found)
    }

    #[test]
    fn each_does_what_the_other_would_have_done_once() {
        let fixture = Fixture::sound(PLAN);
        let request = swap(&fixture, [(0, "2026-12-09"), (1, "2026-12-12")]).expect("two people");
        let amendment = fixture.amend(request).expect("a sound plan");
        let (_, changes) = amendment.text.split_once("[[changes]]\n").expect("changes");
        assert_eq!(
            changes,
            "item = \"talk\"\non = 2026-12-09\nperson = \"Bo\"\n\n[[changes]]\nitem = \"walk\"\non = 2026-12-12\nperson = \"Mia\"\n"
        );
        let effect = amendment.effect().expect("a calendar");
        assert_eq!(effect.entries.len(), 2, "nothing else changes: {:?}", effect.entries);
    }

    #[test]
    fn a_swap_needs_two_people() {
        let fixture = Fixture::sound(PLAN);
        let same = swap(&fixture, [(0, "2026-12-09"), (0, "2026-12-16")]);
        assert_eq!(same, Err(AmendError::SamePerson("Mia".to_owned())));
        let nobody = swap(&fixture, [(0, "2026-12-09"), (2, "2026-12-13")]);
        assert!(matches!(nobody, Err(AmendError::NobodyThere { .. })), "{nobody:?}");
    }
}
