//! One pass over the sends: which is the first over a limit, in each window of it.

use super::bound::{Bound, Over, Window};
use super::gather::Send;
use super::limits::Limits;
use crate::value::Day;

/// A window being counted.
#[derive(Debug, Clone, Copy)]
struct Running {
    window: Window,
    count: u32,
    /// What was told of it; none of what lies outside the days asked for.
    told: Option<usize>,
}

/// The last date of a channel on which everybody was mentioned.
#[derive(Debug, Clone, Copy)]
struct Mention {
    day: Day,
    /// How many mentions it has so far.
    count: u32,
    /// How many stood too near before it, and since when.
    before: Option<(Day, u32)>,
    told: Option<usize>,
}

/// What is gathered while the sends go by.
struct Book<'l> {
    limits: &'l Limits,
    asked: (Day, Day),
    found: Vec<Over>,
}

/// The first send over each limit in each window, among those of the days asked for.
pub(super) fn check(limits: &Limits, sends: &[Send], asked: (Day, Day)) -> Vec<Over> {
    let mut book = Book { limits, asked, found: Vec::new() };
    let mut caps: Vec<Option<Running>> = vec![None; limits.caps.len()];
    let mut quiet: Vec<Option<usize>> = vec![None; limits.channels.len()];
    let mut mentions: Vec<Option<Mention>> = vec![None; limits.channels.len()];
    for send in sends {
        book.quiet(send, &mut quiet[send.channel]);
        for cap in &limits.channels[send.channel].caps {
            book.cap(send, *cap, &mut caps[*cap]);
        }
        if send.mention_all {
            book.mention(send, &mut mentions[send.channel]);
        }
    }
    book.found
}

impl Book<'_> {
    fn tell(&mut self, send: &Send, bound: Bound, window: Window, count: u32) -> Option<usize> {
        if send.at.day < self.asked.0 || self.asked.1 < send.at.day {
            return None;
        }
        let Send { at, origin, channel, mention_all } = *send;
        self.found.push(Over { channel, bound, window, origin, at, mention_all, count, free: None });
        Some(self.found.len() - 1)
    }

    fn count(&mut self, told: Option<usize>, count: u32) {
        if let Some(told) = told {
            self.found[told].count = count;
        }
    }

    /// Whatever is sent at one quiet moment is told together; another moment is another thing to move.
    fn quiet(&mut self, send: &Send, told: &mut Option<usize>) {
        let (Some(quiet), Some(time)) = (self.limits.channels[send.channel].quiet, send.at.time) else { return };
        if !quiet.contains(time) {
            return;
        }
        match told.filter(|at| self.found[*at].at == send.at) {
            Some(at) => self.found[at].count += 1,
            None => {
                let day = Window { from: send.at.day, to: send.at.day };
                *told = self.tell(send, Bound::Quiet(quiet), day, 1);
            }
        }
    }

    fn cap(&mut self, send: &Send, cap: usize, running: &mut Option<Running>) {
        let cap = &self.limits.caps[cap];
        let window = Window::of(cap.per, send.at.day);
        let before = running.filter(|running| running.window == window);
        let mut now = before.unwrap_or(Running { window, count: 0, told: None });
        now.count += 1;
        let allowed = cap.bound.allowed(window);
        if now.count.checked_sub(1) == Some(allowed) {
            now.told = self.tell(send, cap.bound, window, now.count);
        }
        self.count(now.told, now.count);
        *running = Some(now);
    }

    /// Dates with a mention must lie apart, and each has one.
    fn mention(&mut self, send: &Send, last: &mut Option<Mention>) {
        let (day, every) = (send.at.day, self.limits.mention_every);
        let mut now = match *last {
            Some(last) if last.day == day => last,
            Some(last) if day.0 - last.day.0 < every => {
                Mention { day, count: 0, before: Some((last.day, last.count)), told: None }
            }
            _ => Mention { day, count: 0, before: None, told: None },
        };
        now.count += 1;
        let (from, earlier) = now.before.unwrap_or((day, 0));
        let count = earlier + now.count;
        // told at the first that stands too near: beside an earlier date the first of its own
        if every > 0 && now.count == if earlier > 0 { 1 } else { 2 } {
            now.told = self.tell(send, Bound::MentionEvery(every), Window { from, to: day }, count);
        }
        self.count(now.told, count);
        *last = Some(now);
    }
}
