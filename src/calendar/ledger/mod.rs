//! The ledger: what is sent to which channel when, booked against every limit.
//!
//! A send is one message to one channel: of content, of a step, of a day of a programme. Sends are booked in order of
//! time, at one time in the order of the plan, in whole windows (day, ISO week, month of the plan's zone), so that a
//! range tells what a larger one would. One [`Over`] a channel, limit and window, at the first send over; with the
//! nearest free slot. May not: judge how bad that is, or know who sends.

mod bound;
mod check;
mod gather;
mod limits;
mod outlets;
mod slot;
#[cfg(test)]
mod tests;

pub use bound::{Bound, Over, Quota, Window};
pub use outlets::{Outlet, Outlets};

use super::build::TooMuch;
use super::engine::Engine;
use super::steps::Task;
use crate::value::Day;
use limits::Limits;

/// How many days before and after a send its free slot is looked for.
pub const SLOT_DAYS: i32 = 14;

/// Everything over a limit on the days asked for, both ends included.
pub(super) fn over(
    engine: &Engine<'_>,
    tasks: &[Vec<Task<'_>>],
    outlets: &Outlets,
    asked: (Day, Day),
) -> Result<Vec<Over>, TooMuch> {
    let limits = Limits::of(engine.plan);
    if !outlets.all().any(|outlet| limits.binds(outlet)) {
        return Ok(Vec::new());
    }
    let sends = gather::sends(engine, tasks, outlets, &limits, limits.whole(asked))?;
    let mut over = check::check(&limits, &sends, asked);
    let days = over.iter().map(|over| over.at.day);
    // only when something is over are the days around it looked at
    if let (Some(first), Some(last)) = (days.clone().min(), days.max()) {
        let around = limits.whole((first.plus(-SLOT_DAYS), last.plus(SLOT_DAYS)));
        let sends = gather::sends(engine, tasks, outlets, &limits, around)?;
        let booked = slot::Booked::of(&limits, &engine.life, &sends);
        for over in &mut over {
            over.free = booked.nearest(over);
        }
    }
    Ok(over)
}
