//! The nearest time at which a send would be within every limit.

use super::super::entry::At;
use super::super::life::Life;
use super::channels::ChannelLimits;
use super::limit::{LimitExceeded, Window};
use super::sends::ScheduledSend;
use crate::value::{Clock, Day};

/// How many days before and after a send a free slot for it is searched.
pub const SLOT_DAYS: i32 = 14;

/// Sends counted by window, for any day of their range.
pub(super) struct Usage<'l> {
    limits: &'l ChannelLimits,
    life: &'l Life,
    /// By cap: the first day of each window and the sends in it, in order.
    counts: Vec<Vec<(Day, u32)>>,
    /// By channel: the days on which everyone is mentioned, in order.
    mentions: Vec<Vec<Day>>,
}

impl<'l> Usage<'l> {
    pub(super) fn of(limits: &'l ChannelLimits, life: &'l Life, sends: &[ScheduledSend]) -> Self {
        let mut counts: Vec<Vec<(Day, u32)>> = vec![Vec::new(); limits.caps.len()];
        let mut mentions: Vec<Vec<Day>> = vec![Vec::new(); limits.channels.len()];
        for send in sends {
            for cap in limits.caps_of(send.channel, send.by) {
                let from = Window::of(limits.caps[cap].per, send.at.day).from;
                match counts[cap].last_mut().filter(|(last, _)| *last == from) {
                    Some((_, count)) => *count += 1,
                    None => counts[cap].push((from, 1)),
                }
            }
            if send.mention_all {
                mentions[send.channel].push(send.at.day);
            }
        }
        Self { limits, life, counts, mentions }
    }

    /// The same time on another day, the nearest first and of two the later; then the half hours of the day itself.
    pub(super) fn nearest(&self, exceeded: &LimitExceeded) -> Option<At> {
        let days = (1..=SLOT_DAYS).flat_map(|n| [n, -n]);
        let same_time = days.map(|n| At { day: exceeded.at.day.plus(n), time: exceeded.at.time });
        same_time.chain(half_hours(exceeded.at)).find(|at| self.is_free(exceeded, *at))
    }

    fn is_free(&self, exceeded: &LimitExceeded, at: At) -> bool {
        let channel = &self.limits.channels[exceeded.channel];
        let is_quiet = channel.quiet.zip(at.time).is_some_and(|(quiet, time)| quiet.contains(time));
        !is_quiet
            && self.life.contains(at.day)
            && (self.limits.caps_of(exceeded.channel, exceeded.by))
                .all(|cap| self.has_room(cap, exceeded.at.day, at.day))
            && !(exceeded.mention_all && self.is_mentioned_near(exceeded, at.day))
    }

    /// Whether a cap has room on a day for what is taken away from another.
    fn has_room(&self, cap: usize, old: Day, new: Day) -> bool {
        let (limit, per) = (self.limits.caps[cap].limit, self.limits.caps[cap].per);
        let window = Window::of(per, new);
        let counts = &self.counts[cap];
        let there = counts.binary_search_by_key(&window.from, |(from, _)| *from).map_or(0, |at| counts[at].1);
        let itself = u32::from(Window::of(per, old) == window);
        there.saturating_sub(itself) < limit.allowed(window)
    }

    /// Whether another mention of everyone is too near.
    fn is_mentioned_near(&self, exceeded: &LimitExceeded, day: Day) -> bool {
        let (mentions, apart) = (&self.mentions[exceeded.channel], self.limits.mention_every - 1);
        if apart < 0 {
            return false;
        }
        let near = |from: Day, to: Day| {
            mentions.partition_point(|other| *other <= to) - mentions.partition_point(|other| *other < from)
        };
        let (from, to) = (day.plus(-apart), day.plus(apart));
        let itself = usize::from(from <= exceeded.at.day && exceeded.at.day <= to);
        near(from, to) > itself
    }
}

/// The half hours of a day, the nearest first and of two the later; none without a time.
fn half_hours(at: At) -> impl Iterator<Item = At> {
    let now = at.time.map(Clock::minutes);
    let mut all: Vec<(i32, i32)> = now
        .into_iter()
        .flat_map(|now| (0..48).map(move |half| ((half * 30 - now).abs(), -half * 30)))
        .filter(|(apart, _)| *apart > 0)
        .collect();
    all.sort_unstable();
    all.into_iter().map(move |(_, minutes)| At { day: at.day, time: Some(Clock::from_minutes(-minutes).0) })
}
