//! What a calendar contains: entries, problems, and what was looked up to make them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::entry::{Entry, Origin};
use super::item::Item;
use super::life::Life;
use super::send_limits::{LimitExceeded, SendTarget, SendTargets};
use super::steps::Task;
use crate::knowledge::Holidays;
use crate::roster::Roster;
use crate::value::{Clock, Day};

/// A problem of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// An item has a cadence that gives no day at all within its life.
    NeverHappens {
        /// The item.
        item: Item,
    },
    /// An item follows the lunar calendar on days of the range for which it is not known.
    LunarUnknown {
        /// The item.
        item: Item,
    },
    /// A change names a day on which its item does not occur.
    ChangeOfNothing {
        /// The change.
        change: usize,
        /// The nearest days on which it does.
        near: Vec<Day>,
    },
    /// A change names a day that falls into a phase in which its item is not held.
    ChangeOutside {
        /// The change.
        change: usize,
    },
    /// An offline activity falls on a holiday, and the plan has no rule for that.
    HolidayCollision {
        /// The activity.
        activity: usize,
        /// The day.
        day: Day,
    },
    /// The place is closed on that day.
    PlaceClosed {
        /// The activity.
        activity: usize,
        /// The place.
        place: usize,
        /// The day.
        day: Day,
    },
    /// The person named for it is away, and no backup is there.
    AwayOwner {
        /// The person.
        person: usize,
        /// What they are named for.
        origin: Origin,
        /// The day.
        day: Day,
    },
    /// A role is needed that nobody can fill at that time.
    Uncovered {
        /// The role.
        role: usize,
        /// What it is needed for.
        origin: Origin,
        /// The day.
        day: Day,
    },
    /// Someone is on duty at night or on a day off where they live.
    OffHours {
        /// The person.
        person: usize,
        /// What they do.
        origin: Origin,
        /// The day.
        day: Day,
        /// At night the time where they live; none: a day off.
        local: Option<Clock>,
    },
    /// Someone is named for two things at the same time.
    DoubleBooked {
        /// The person.
        person: usize,
        /// The one that starts first.
        first: Origin,
        /// The other one.
        second: Origin,
        /// The day of the second.
        day: Day,
    },
    /// More is sent to a channel than a limit allows; reported at the first send over it.
    LimitExceeded(Box<LimitExceeded>),
    /// Days off of this year are not announced yet, and the range depends on them.
    HolidaysUnknown {
        /// The year.
        year: i32,
    },
}

impl Problem {
    /// The day that it belongs to; none for problems of the plan as a whole.
    fn day(&self) -> Option<Day> {
        match self {
            Self::HolidayCollision { day, .. }
            | Self::PlaceClosed { day, .. }
            | Self::AwayOwner { day, .. }
            | Self::Uncovered { day, .. }
            | Self::OffHours { day, .. }
            | Self::DoubleBooked { day, .. } => Some(*day),
            Self::LimitExceeded(exceeded) => Some(exceeded.at.day),
            Self::NeverHappens { .. }
            | Self::LunarUnknown { .. }
            | Self::ChangeOfNothing { .. }
            | Self::ChangeOutside { .. }
            | Self::HolidaysUnknown { .. } => None,
        }
    }
}

impl Problem {
    /// Whether it belongs to a day of a range, both ends included, or to the plan as a whole.
    pub(super) fn is_within(&self, (from, to): (Day, Day)) -> bool {
        self.day().is_none_or(|day| from <= day && day <= to)
    }
}

/// The calendar of a range.
#[derive(Debug)]
#[non_exhaustive]
pub struct Calendar<'a> {
    /// The first day.
    pub from: Day,
    /// The last day, included.
    pub to: Day,
    /// The entries that begin in the range, in order of time.
    pub entries: Vec<Entry>,
    /// Those that began before it and go on in it, in order of time.
    pub ongoing: Vec<Entry>,
    /// The problems.
    pub problems: Vec<Problem>,
    /// The tasks of each activity, by its index.
    pub tasks: Vec<Vec<Task<'a>>>,
    /// Where things are sent.
    pub targets: SendTargets,
    /// The life of the community.
    pub life: Life,
    /// The holidays by which it was made.
    pub holidays: &'a Holidays,
    /// The days off of activities that go by their own.
    pub(super) own_holidays: Arc<FxHashMap<Item, Arc<Holidays>>>,
    /// What has been published of it.
    pub roster: &'a Roster,
}

impl Calendar<'_> {
    /// What goes on in the range, in order of time: what began before it, then what begins in it.
    pub fn running(&self) -> impl Iterator<Item = &Entry> {
        self.ongoing.iter().chain(&self.entries)
    }

    /// Who does something of an origin at night, with the time where they live, or on a day off of their own, and when.
    pub fn off_hours(&self, of: Origin) -> impl Iterator<Item = (usize, Day, Option<Clock>)> {
        self.problems.iter().filter_map(move |problem| match problem {
            Problem::OffHours { person, origin, day, local } if *origin == of => Some((*person, *day, *local)),
            _ => None,
        })
    }

    /// The channels to which an entry sends something.
    pub fn sends(&self, entry: &Entry) -> &[SendTarget] {
        self.targets.of(entry.origin)
    }

    /// The days off by which an item goes.
    pub fn holidays_of(&self, item: Option<Item>) -> &Holidays {
        item.and_then(|item| self.own_holidays.get(&item)).map_or(self.holidays, Arc::as_ref)
    }

    /// The years whose days off are not announced yet, where the calendar depends on them.
    pub fn unannounced_years(&self) -> Vec<i32> {
        let year = |problem: &Problem| match problem {
            Problem::HolidaysUnknown { year } => Some(*year),
            _ => None,
        };
        self.problems.iter().filter_map(year).collect()
    }
}
