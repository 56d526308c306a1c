//! An entry of a calendar as it is published.

use std::collections::HashSet;

use super::contents::Calendar;
use super::entry::{At, Entry, Kind, Shifted, Who};
use super::identity::Identity;
use super::item_names::ItemNames;
use super::published::start_of;
use crate::plan::Plan;
use crate::roster::{PublishedOccurrence, PublishedSeat};
use crate::source::Moment;
use crate::value::Day;

/// An entry as it is published on a day. What was published before and is the same keeps its row; what is cancelled keeps
/// its time and its hands, so that those who knew of it hear of it.
pub fn published_as(
    entry: &Entry,
    (plan, calendar): (&Plan, &Calendar<'_>),
    identity: &Identity<'_>,
    on: Day,
) -> PublishedOccurrence {
    let zone = plan.time_zone.clone().unwrap_or_default();
    let before = entry.published.map(|row| &calendar.roster.rows()[row]);
    let moment = |at: At| Moment { day: at.day, time: at.time };
    let key = |who: &Who| who.person.and_then(|person| plan.people[person].key()).map(str::to_owned);
    let lead = key(&entry.who);
    let is_helper = |who: &&Who| who.person.is_some() && who.person != entry.who.person;
    let seat = |who: &Who| {
        let role = who.role.and_then(|role| plan.roles[role].id.as_ref());
        let role = role.map(ToString::to_string).unwrap_or_default();
        key(who).map(|person| PublishedSeat { role, person })
    };
    let now = PublishedOccurrence {
        uid: identity.uid(entry),
        item: identity.item(entry).into_owned(),
        original: entry.original.day,
        moved_from: before.map(|before| before.moved_from.clone()).unwrap_or_default(),
        start: moment(entry.at),
        end: entry.end().map(moment),
        zone: zone.name().to_owned(),
        lead,
        staff: entry.staff.iter().filter(is_helper).filter_map(seat).collect(),
        released: Vec::new(),
        instead_of: before.and_then(|before| before.instead_of),
        is_cancelled: entry.cancelled,
        sequence: 0,
        published: on,
    };
    let Some(before) = before else {
        let sequence = calendar.roster.first_sequence + changes_of(entry, plan);
        return PublishedOccurrence { sequence, ..now };
    };
    // the same moment on the wall of another zone is no other time
    let is_same_time = start_of(before, &zone) == entry.at && (before.end == now.end || before.zone != now.zone);
    let now = match is_same_time || entry.cancelled {
        true => PublishedOccurrence { start: before.start, end: before.end, zone: before.zone.clone(), ..now },
        false => now,
    };
    let now = match entry.cancelled {
        true => PublishedOccurrence { lead: before.lead.clone(), staff: before.staff.clone(), ..now },
        false => now,
    };
    let now = now.after(before);
    match now.says_the_same(before) {
        true => PublishedOccurrence { sequence: before.sequence, published: before.published, ..now },
        false => PublishedOccurrence { sequence: before.sequence + 1, ..now },
    }
}

/// How often an entry has changed, for calendars that take it up: what is published is counted, else the changes of the
/// plan that name it.
pub fn sequence_of(entry: &Entry, (plan, calendar): (&Plan, &Calendar<'_>), identity: &Identity<'_>) -> u32 {
    match entry.published {
        // if it differs from what was published, as it will be published
        Some(_) => published_as(entry, (plan, calendar), identity, Day::MIN).sequence,
        None => calendar.roster.first_sequence + changes_of(entry, plan),
    }
}

/// How often the plan has changed the occurrence of an entry.
fn changes_of(entry: &Entry, plan: &Plan) -> u32 {
    let Shifted::Change(change) = entry.shifted else { return 0 };
    let first = &plan.changes[change];
    let of_entry = plan.changes.iter().filter(|other| other.item == first.item && other.on == first.on);
    of_entry.map(|change| change.sequence.unwrap_or(1).min(u32::MAX / 4)).fold(0, u32::saturating_add)
}

/// The names of the items of a plan, as a roster has them.
pub fn names_of_items(plan: &Plan) -> HashSet<String> {
    ItemNames::of(plan).all().map(|(name, _)| name.to_owned()).collect()
}

/// The items that have another name in the other plan, in which everything has kept its place: both names.
pub fn renamed_items(before: &Plan, after: &Plan) -> Vec<(String, String)> {
    let (old, new) = (ItemNames::of(before), ItemNames::of(after));
    let pairs = old.all().filter_map(|(name, item)| Some((name.to_owned(), new.get(item)?.to_owned())));
    pairs.filter(|(old, new)| old != new).collect()
}

/// The items that the other plan has no more: the name of each, and its title.
pub fn titles_of_removed(before: &Plan, after: &Plan) -> Vec<(String, String)> {
    let (old, new) = (ItemNames::of(before), ItemNames::of(after));
    let kept: HashSet<&str> = new.all().map(|(name, _)| name).collect();
    let gone = old.all().filter(|(name, _)| !kept.contains(name));
    let titles = gone.map(|(name, item)| (name.to_owned(), item.label(before, before.language())));
    titles.filter(|(_, title)| !kept.contains(title.as_str())).collect()
}

impl Entry {
    /// When it ends, in the plan's zone; of whole days the last one, where that is another.
    pub fn end(&self) -> Option<At> {
        let minutes = self.minutes.filter(|minutes| *minutes > 0)?;
        if self.at.time.is_some() {
            return Some(self.at.plus(minutes));
        }
        let more = (minutes - 1).div_euclid(1440);
        (more > 0 && self.kind != Kind::Task).then(|| At { day: self.at.day.plus(more), time: None })
    }
}
