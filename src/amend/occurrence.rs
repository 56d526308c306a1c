//! Which occurrence of an item a date means: the one of that day, or the one that was moved there.

use super::{AmendError, Snapshot};
use crate::calendar::{Item, Origin, Scheduler};
use crate::plan::Plan;
use crate::value::{Clock, Day};

/// One occurrence of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The item.
    pub item: Item,
    /// The day on which its pattern puts it; files refer to it by this one.
    pub day: Day,
    /// The day by which it was named: that one, or the one it was moved to.
    pub named: Day,
    /// The time by which it was named, if any.
    pub time: Option<Clock>,
}

impl Occurrence {
    /// The occurrence that is meant by a day and perhaps a time.
    pub fn find(plan: &Snapshot<'_>, item: Item, (named, time): (Day, Option<Clock>)) -> Result<Self, AmendError> {
        let scheduler = Scheduler::new(plan.plan(), &plan.reading.index, plan.holidays);
        let start = start(plan.plan(), item);
        let occurs = scheduler.dates(item, (named, named)).contains(&named);
        if occurs && (time.is_none() || time == start) {
            return Ok(Self { item, day: named, named, time });
        }
        let title = item.label(plan.plan(), plan.plan().language());
        if let (true, Some(time)) = (occurs, start) {
            return Err(AmendError::OtherTime { title, day: named, time });
        }
        let calendar = plan.calendar((named, named))?;
        let mut there = calendar.entries.iter().filter(|entry| entry.origin == Origin::Item(item));
        match (there.next(), there.next()) {
            (Some(entry), None) if time.is_none() || time == entry.at.time => {
                Ok(Self { item, day: entry.original.day, named, time })
            }
            _ => {
                let near = scheduler.nearest(item, named);
                Err(AmendError::NoOccurrence { title, day: named, near })
            }
        }
    }
}

/// The time of day at which an item starts.
fn start(plan: &Plan, item: Item) -> Option<Clock> {
    let when = match item {
        Item::Activity(i) => plan.activities[i].when.as_ref(),
        Item::Content(i) => plan.content[i].when.as_ref(),
        Item::Review(i) => plan.reviews[i].when.as_ref(),
        Item::Meeting | Item::Programme(..) => None,
    };
    Some(when?.time?.start)
}
