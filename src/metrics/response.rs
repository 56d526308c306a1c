//! The first answer: how long it takes until another person answers what was written.
//!
//! What was never answered counts too, as "not yet": leaving it out would make every community look quick.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use crate::records::exports::{DigestMap, PassingMessage};

mod survival;

pub use survival::ResponseTimes;

/// Answers after more than seven days are not waited for.
const PATIENCE: i64 = 7 * 86_400;

/// Without any sign of what a message answers, the next one by another person within half an hour may be an answer.
const NEARBY: i64 = 30 * 60;

/// A message that is no answer itself, and waits for one.
#[derive(Debug, Clone)]
struct Start {
    member: u32,
    second: i64,
    answered: Option<i64>,
    possibly: Option<i64>,
}

/// What happened in one channel so far.
#[derive(Debug, Default)]
struct ChannelState {
    latest: i64,
    /// What waits for an answer and since when, oldest first.
    waiting: VecDeque<(u64, i64)>,
    /// What was written within the last half hour, by whom and when, and may yet be followed by someone else.
    nearby: VecDeque<(u64, u32, i64)>,
}

/// Finds the first answers while messages pass by. Memory is bounded by a week of messages; within a week of each other they
/// may come in any order.
#[derive(Debug, Default)]
pub struct FirstResponse {
    starts: DigestMap<Start>,
    channels: FxHashMap<u32, ChannelState>,
    /// Answers to what has not come yet.
    early: DigestMap<Vec<(u32, i64)>>,
    answered: ResponseTimes,
    possible: ResponseTimes,
    latest: Option<i64>,
}

impl FirstResponse {
    /// Takes in one message.
    pub fn add(&mut self, message: PassingMessage) {
        self.latest = self.latest.max(Some(message.second));
        self.follow(message);
        match message.replies_to {
            Some(root) => self.answer(root, message),
            None => self.start(message),
        }
        self.give_up(message.channel, message.second);
    }

    /// What was written shortly before by others may be answered by this.
    fn follow(&mut self, message: PassingMessage) {
        let state = self.channels.entry(message.channel).or_default();
        let starts = &mut self.starts;
        state.nearby.retain(|(id, member, second)| {
            let wait = message.second - second;
            if *member != message.member && (0..=NEARBY).contains(&wait) {
                starts.entry(*id).and_modify(|start| start.possibly = Some(wait));
                return false;
            }
            wait <= NEARBY
        });
    }

    fn answer(&mut self, root: u64, message: PassingMessage) {
        match self.starts.get_mut(&root) {
            Some(start) => start.take((message.member, message.second)),
            None => self.early.entry(root).or_default().push((message.member, message.second)),
        }
    }

    fn start(&mut self, message: PassingMessage) {
        let mut start = Start { member: message.member, second: message.second, answered: None, possibly: None };
        for answer in self.early.remove(&message.id).unwrap_or_default() {
            start.take(answer);
        }
        let state = self.channels.entry(message.channel).or_default();
        state.waiting.push_back((message.id, message.second));
        state.nearby.push_back((message.id, message.member, message.second));
        self.starts.insert(message.id, start);
    }

    /// Closes what has waited for longer than a week.
    fn give_up(&mut self, channel: u32, second: i64) {
        let Some(state) = self.channels.get_mut(&channel) else { return };
        state.latest = state.latest.max(second);
        let latest = state.latest;
        while let Some((id, _)) = state.waiting.front().copied().filter(|(_, second)| latest - second > PATIENCE) {
            state.waiting.pop_front();
            if let Some(start) = self.starts.remove(&id) {
                start.close(PATIENCE, &mut self.answered, &mut self.possible);
            }
        }
    }

    /// The times until an answer by what messages say themselves, and the times until someone else wrote within half an hour.
    pub fn finish(mut self) -> (ResponseTimes, ResponseTimes) {
        let latest = self.latest.unwrap_or(0);
        for start in self.starts.into_values() {
            let seen = (latest - start.second).clamp(0, PATIENCE);
            start.close(seen, &mut self.answered, &mut self.possible);
        }
        (self.answered, self.possible)
    }
}

impl Start {
    /// Takes an answer, if it is by another person, not before, within a week, and the earliest.
    fn take(&mut self, (member, second): (u32, i64)) {
        let wait = second - self.second;
        if member != self.member && (0..=PATIENCE).contains(&wait) {
            self.answered = Some(self.answered.map_or(wait, |earlier| earlier.min(wait)));
        }
    }

    fn close(self, seen: i64, answered: &mut ResponseTimes, possible: &mut ResponseTimes) {
        answered.add(self.answered, seen);
        possible.add(self.possibly, seen);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn message(member: u32, second: i64, id: u64, replies_to: Option<u64>) -> PassingMessage {
        PassingMessage { channel: 1, member, second, id, replies_to }
    }

    fn finish(messages: &[PassingMessage]) -> (ResponseTimes, ResponseTimes) {
        let mut responses = FirstResponse::default();
        messages.iter().for_each(|message| responses.add(*message));
        responses.finish()
    }

    #[test]
    fn only_another_person_answers_and_the_first_counts() {
        let (answered, possible) = finish(&[
            message(1, 0, 10, None),
            message(1, 60, 11, Some(10)),
            message(2, 120, 12, Some(10)),
            message(3, 130, 13, Some(10)),
            message(4, 10_000, 14, None),
        ]);
        assert_eq!((answered.starts(), answered.answered()), (2, 1));
        assert_eq!(answered.median_of_answered(), Some(120.0));
        assert_eq!(possible.answered(), 1, "within half an hour someone else wrote");
        assert_eq!(answered.median(), Some(120), "one of two is answered; the other was seen for no time at all");
    }

    #[test]
    fn what_waits_for_a_week_is_closed_and_memory_stays_bounded() {
        let mut responses = FirstResponse::default();
        for n in 0..5_000_u64 {
            responses.add(message(1, n as i64 * 3_600, n, None));
        }
        assert!(responses.starts.len() <= 7 * 24 + 1, "{}", responses.starts.len());
        let (answered, _) = responses.finish();
        assert_eq!((answered.starts(), answered.answered(), answered.median()), (5_000, 0, None));
    }

    proptest! {
        #[test]
        fn the_order_within_a_week_does_not_matter(
            waits in prop::collection::vec((0i64..9_000, 1u32..4, 0i64..9_000, 1u32..4), 1..20), turn in 0usize..40
        ) {
            let pairs = waits.iter().enumerate().flat_map(|(at, (second, asks, wait, answers))| {
                let id = at as u64 * 2;
                [message(*asks, *second, id, None), message(*answers, second + wait, id + 1, Some(id))]
            });
            let messages: Vec<PassingMessage> = pairs.collect();
            let mut turned = messages.clone();
            turned.reverse();
            turned.rotate_left(turn % messages.len());
            prop_assert_eq!(finish(&messages).0, finish(&turned).0);
        }
    }
}
