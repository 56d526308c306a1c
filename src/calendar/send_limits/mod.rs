//! Send limits: what is sent to which channel when, counted against every limit of the channel.
//!
//! A send is one message to one channel: of content, of a step, of a day of a programme. Sends are counted in order of
//! time, at one time in the order of the plan, in whole windows (day, ISO week, month of the plan's zone), so that a
//! range finds what a larger one finds. One [`LimitExceeded`] per channel, limit and window, at the first send over it,
//! with the nearest free slot. Must not judge how bad that is, or know who sends.

mod channels;
mod check;
mod limit;
mod sends;
mod slot;
mod targets;
#[cfg(test)]
mod tests;

pub use limit::{LimitExceeded, Quota, SendLimit, Window};
pub use slot::SLOT_DAYS;
pub use targets::{SendTarget, SendTargets};

use super::engine::Engine;
use super::periods::Stretches;
use super::size::TooLarge;
use super::steps::Task;
use crate::value::Day;
use channels::ChannelLimits;
use slot::Usage;

/// How much is counted at once, in months of items.
const SENDS_AT_ONCE: usize = 6_000;

/// Everything over a limit on the days asked for, both ends included, in order of time.
pub(super) fn exceeded(
    engine: &Engine<'_>,
    tasks: &[Vec<Task<'_>>],
    targets: &SendTargets,
    asked: (Day, Day),
    report: &mut dyn FnMut(LimitExceeded),
) -> Result<(), TooLarge> {
    let limits = ChannelLimits::of(engine.plan);
    if !targets.all().any(|target| limits.apply_to(target)) {
        return Ok(());
    }
    // a part finds what the whole finds, and needs no more memory than its own sends
    for (first, last) in Stretches::new(asked.0, asked.1, engine.recurring.len(), SENDS_AT_ONCE) {
        let part = (first.max(asked.0), last.min(asked.1));
        if part.0 <= part.1 {
            exceeded_in(engine, tasks, targets, &limits, part)?.into_iter().for_each(&mut *report);
        }
    }
    Ok(())
}

fn exceeded_in(
    engine: &Engine<'_>,
    tasks: &[Vec<Task<'_>>],
    targets: &SendTargets,
    limits: &ChannelLimits,
    asked: (Day, Day),
) -> Result<Vec<LimitExceeded>, TooLarge> {
    let sends = sends::sends(engine, tasks, targets, limits, limits.extend_to_windows(asked))?;
    let mut found = check::check(limits, &sends, asked);
    let days = found.iter().map(|exceeded| exceeded.at.day);
    // the days around are only needed when a limit is exceeded
    if let (Some(first), Some(last)) = (days.clone().min(), days.max()) {
        let around = limits.extend_to_windows((first.plus(-SLOT_DAYS), last.plus(SLOT_DAYS)));
        let sends = sends::sends(engine, tasks, targets, limits, around)?;
        let usage = Usage::of(limits, &engine.life, &sends);
        for exceeded in &mut found {
            exceeded.free = usage.nearest(exceeded);
        }
    }
    Ok(found)
}
