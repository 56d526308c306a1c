//! One pass over the sends: which is the first over a limit, in each window of it.

use super::channels::ChannelLimits;
use super::limit::{LimitExceeded, SendLimit, Window};
use super::sends::ScheduledSend;
use crate::value::Day;

/// A window being counted.
#[derive(Debug, Clone, Copy)]
struct OpenWindow {
    window: Window,
    count: u32,
    /// Its report in `found`; none outside the days asked for.
    report: Option<usize>,
}

/// The last date of a channel on which everyone was mentioned.
#[derive(Debug, Clone, Copy)]
struct Mention {
    day: Day,
    /// How many mentions it has so far.
    count: u32,
    /// How many are too near before it, and since when.
    before: Option<(Day, u32)>,
    report: Option<usize>,
}

/// What was found so far.
struct SendCounter<'l> {
    limits: &'l ChannelLimits,
    asked: (Day, Day),
    found: Vec<LimitExceeded>,
}

/// The first send over each limit in each window, among those of the days asked for.
pub(super) fn check(limits: &ChannelLimits, sends: &[ScheduledSend], asked: (Day, Day)) -> Vec<LimitExceeded> {
    let mut counter = SendCounter { limits, asked, found: Vec::new() };
    let mut caps: Vec<Option<OpenWindow>> = vec![None; limits.caps.len()];
    let mut quiet: Vec<Option<usize>> = vec![None; limits.channels.len()];
    let mut mentions: Vec<Option<Mention>> = vec![None; limits.channels.len()];
    for send in sends {
        counter.quiet(send, &mut quiet[send.channel]);
        for cap in limits.caps_of(send.channel, send.by) {
            counter.cap(send, cap, &mut caps[cap]);
        }
        if send.mention_all {
            counter.mention(send, &mut mentions[send.channel]);
        }
    }
    counter.found
}

impl SendCounter<'_> {
    fn report(&mut self, send: &ScheduledSend, limit: SendLimit, window: Window, count: u32) -> Option<usize> {
        if send.at.day < self.asked.0 || self.asked.1 < send.at.day {
            return None;
        }
        let ScheduledSend { at, origin, channel, mention_all, by } = *send;
        self.found.push(LimitExceeded { channel, limit, window, origin, at, mention_all, by, count, free: None });
        Some(self.found.len() - 1)
    }

    fn count(&mut self, report: Option<usize>, count: u32) {
        if let Some(report) = report {
            self.found[report].count = count;
        }
    }

    /// Sends at one quiet moment are one report; another moment is another one to move.
    fn quiet(&mut self, send: &ScheduledSend, report: &mut Option<usize>) {
        let (Some(quiet), Some(time)) = (self.limits.channels[send.channel].quiet, send.at.time) else { return };
        if !quiet.contains(time) {
            return;
        }
        match report.filter(|at| self.found[*at].at == send.at) {
            Some(at) => self.found[at].count += 1,
            None => {
                let day = Window { from: send.at.day, to: send.at.day };
                *report = self.report(send, SendLimit::Quiet(quiet), day, 1);
            }
        }
    }

    fn cap(&mut self, send: &ScheduledSend, cap: usize, running: &mut Option<OpenWindow>) {
        let cap = &self.limits.caps[cap];
        let window = Window::of(cap.per, send.at.day);
        let before = running.filter(|running| running.window == window);
        let mut now = before.unwrap_or(OpenWindow { window, count: 0, report: None });
        now.count += 1;
        let allowed = cap.limit.allowed(window);
        if now.count.checked_sub(1) == Some(allowed) {
            now.report = self.report(send, cap.limit, window, now.count);
        }
        self.count(now.report, now.count);
        *running = Some(now);
    }

    /// Dates with a mention must be days apart, and each may have one.
    fn mention(&mut self, send: &ScheduledSend, last: &mut Option<Mention>) {
        let (day, every) = (send.at.day, self.limits.mention_every);
        let mut now = match *last {
            Some(last) if last.day == day => last,
            Some(last) if day.0 - last.day.0 < every => {
                Mention { day, count: 0, before: Some((last.day, last.count)), report: None }
            }
            _ => Mention { day, count: 0, before: None, report: None },
        };
        now.count += 1;
        let (from, earlier) = now.before.unwrap_or((day, 0));
        let count = earlier + now.count;
        // reported at the first that is too near: next to an earlier date the first of its own
        if every > 0 && now.count == if earlier > 0 { 1 } else { 2 } {
            now.report = self.report(send, SendLimit::MentionEvery(every), Window { from, to: day }, count);
        }
        self.count(now.report, count);
        *last = Some(now);
    }
}
