//! Counts what exports say happened, event by event: all that the figures about members need.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::growth::MemberChange;
use super::member_days::MemberDays;
use super::response::{FirstResponse, ResponseTimes};
use super::retention::Retention;
use crate::records::exports::{DayClock, ExportEvent};
use crate::value::{Day, DayWindow};

/// What was counted so far. Events may come in any order.
#[derive(Debug)]
pub struct EventTally {
    days: DayClock,
    messages: MemberDays,
    reactions: MemberDays,
    joined: BTreeMap<Day, u64>,
    left: BTreeMap<Day, u64>,
    /// Of each member who joined, the first day of that.
    joining: HashMap<u32, Day>,
    /// Members of all groups, as a platform counted them.
    members: BTreeMap<Day, u64>,
    responses: FirstResponse,
    span: Option<DayWindow>,
}

/// What was counted of all events.
#[derive(Debug, Clone, PartialEq)]
pub struct TalliedEvents {
    /// Messages by member and day.
    pub messages: MemberDays,
    /// Reactions by member and day of the message.
    pub reactions: MemberDays,
    /// By day who joined.
    pub joined: BTreeMap<Day, u64>,
    /// By day who left.
    pub left: BTreeMap<Day, u64>,
    /// By day the members of all groups, where a platform counted them.
    pub members: BTreeMap<Day, u64>,
    /// The members by the day they joined, as far as exports say so.
    pub joining: Retention,
    /// Times until an answer, as messages say themselves what they answer.
    pub answered: ResponseTimes,
    /// Times until someone else wrote within half an hour.
    pub possibly_answered: ResponseTimes,
    /// The numbers of people of the plan, who are counted apart.
    pub team: BTreeSet<u32>,
    /// The first and the last day of anything.
    pub span: DayWindow,
}

impl EventTally {
    /// A count in the days of a zone.
    pub fn new(days: DayClock) -> Self {
        Self {
            days,
            messages: MemberDays::default(),
            reactions: MemberDays::default(),
            joined: BTreeMap::new(),
            left: BTreeMap::new(),
            joining: HashMap::new(),
            members: BTreeMap::new(),
            responses: FirstResponse::default(),
            span: None,
        }
    }

    /// Counts one event; what lies outside of the calendar is left out.
    pub fn add(&mut self, event: ExportEvent) {
        let day = match event {
            ExportEvent::GroupDay { day, .. } => Some(day),
            ExportEvent::Message(message) => self.days.day_of(message.second),
            ExportEvent::Reaction { second, .. }
            | ExportEvent::Joined { second, .. }
            | ExportEvent::Left { second, .. } => self.days.day_of(second),
        };
        let Some(day) = day else { return };
        let span = self.span.unwrap_or(DayWindow { first: day, last: day });
        self.span = Some(DayWindow { first: span.first.min(day), last: span.last.max(day) });
        match event {
            ExportEvent::Message(message) => {
                self.messages.add(message.member, day);
                self.responses.add(message);
            }
            ExportEvent::Reaction { member, .. } => self.reactions.add(member, day),
            ExportEvent::Joined { member, .. } => {
                *self.joined.entry(day).or_default() += 1;
                let first = self.joining.entry(member).or_insert(day);
                *first = (*first).min(day);
            }
            ExportEvent::Left { .. } => *self.left.entry(day).or_default() += 1,
            ExportEvent::GroupDay { joined, members, .. } => {
                *self.joined.entry(day).or_default() += joined;
                *self.members.entry(day).or_default() += members;
            }
        }
    }

    /// All that was counted; none where nothing happened.
    pub fn finish(self) -> Option<TalliedEvents> {
        let (answered, possibly_answered) = self.responses.finish();
        Some(TalliedEvents {
            messages: self.messages,
            reactions: self.reactions,
            joined: self.joined,
            left: self.left,
            members: self.members,
            joining: Retention::by_joining(self.joining),
            answered,
            possibly_answered,
            team: BTreeSet::new(),
            span: self.span?,
        })
    }
}

impl TalliedEvents {
    /// Who joined and who left within a window.
    pub fn change(&self, window: DayWindow) -> MemberChange {
        let sum = |days: &BTreeMap<Day, u64>| days.range(window.first..=window.last).map(|(_, count)| count).sum();
        MemberChange { joined: sum(&self.joined), left: sum(&self.left) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    use super::*;
    use crate::records::exports::PassingMessage;

    fn tally(zone: &str, events: &[ExportEvent]) -> Option<TalliedEvents> {
        let mut tally = EventTally::new(DayClock::new(TimeZone::get(zone).expect("a zone")));
        events.iter().for_each(|event| tally.add(*event));
        tally.finish()
    }

    fn event((kind, member, second, id): (u8, u32, i64, u64)) -> ExportEvent {
        let (channel, second) = (member % 2, 1_704_000_000 + second);
        match kind {
            0 => ExportEvent::Joined { channel, member, second },
            1 => ExportEvent::Left { channel, member, second },
            2 => ExportEvent::Reaction { channel, member, second },
            3 => ExportEvent::Message(PassingMessage {
                channel: 0,
                member,
                second,
                id: id + 1_000,
                replies_to: Some(id),
            }),
            _ => ExportEvent::Message(PassingMessage { channel: 0, member, second, id, replies_to: None }),
        }
    }

    proptest! {
        /// Whatever order the events come in, the same is counted; what may be an answer depends on what stands next to it.
        #[test]
        fn the_order_of_events_does_not_matter(
            events in prop::collection::vec((0u8..7, 0u32..5, 0i64..500_000, 0u64..30), 1..60), turn in 0usize..60
        ) {
            let mut seen = std::collections::HashSet::new();
            let is_first = |event: &ExportEvent| !matches!(event, ExportEvent::Message(message) if !seen.insert(message.id));
            let events: Vec<ExportEvent> = events.into_iter().map(event).filter(is_first).collect();
            let mut turned = events.clone();
            turned.reverse();
            turned.rotate_left(turn % events.len());
            let (one, other) = (tally("Asia/Shanghai", &events).expect("events"), tally("Asia/Shanghai", &turned).expect("events"));
            prop_assert_eq!(TalliedEvents { possibly_answered: other.possibly_answered.clone(), ..one }, other);
        }

        /// Another zone moves days; it changes neither how much there is, nor how long answers take.
        #[test]
        fn another_zone_moves_days_only(events in prop::collection::vec((0u8..7, 0u32..5, 0i64..500_000, 0u64..30), 1..60)) {
            let events: Vec<ExportEvent> = events.into_iter().map(event).collect();
            let (here, there) = (tally("Asia/Shanghai", &events).expect("events"), tally("America/New_York", &events).expect("events"));
            let all = DayWindow { first: here.span.first.plus(-2), last: here.span.last.plus(2) };
            prop_assert_eq!(here.messages.acts(all), there.messages.acts(all));
            prop_assert_eq!((here.change(all), &here.answered), (there.change(all), &there.answered));
            prop_assert!((here.span.first.0 - there.span.first.0).abs() <= 1);
        }
    }

    #[test]
    fn nothing_is_no_figure() {
        assert_eq!(tally("UTC", &[]), None);
        assert_eq!(tally("UTC", &[ExportEvent::Joined { channel: 0, member: 0, second: i64::MAX }]), None);
    }
}
