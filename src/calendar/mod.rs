//! Plan → calendar: every occurrence of a range, on day numbers, with the people who do it.
//!
//! A [`Scheduler`] answers everything: expand → phase → holiday → changes → steps → rota → send limits. What it decides,
//! and why, is a [`Decision`] about a date and a [`Candidate`] for a seat; the calendar is made from these, and `why`
//! shows the same ones. Entries hold indices and day numbers; `render` makes texts of them. Problems are typed
//! [`Problem`]s. Must not read the clock, make findings, or render.

mod anchors;
mod availability;
mod checks;
mod contents;
mod cover;
mod dated;
mod dates;
mod decision;
mod details;
mod engine;
mod entry;
mod expand;
mod explanation;
mod festivals;
mod holiday;
mod ics_holidays;
mod identity;
mod item;
mod item_lookup;
mod item_names;
mod label;
mod layout;
mod life;
mod making;
mod milestone;
mod moments;
mod overrides;
mod periods;
mod pipeline;
mod publication;
mod published;
mod recurrence;
mod rota;
mod scheduler;
mod send_limits;
mod size;
mod steps;
mod streamed;
mod topics;
mod trace;
mod zone;

pub use contents::{Calendar, Problem};
pub use cover::{Cover, cover, is_theirs, nobody_stands_in};
pub use dated::PlanDate;
pub use dates::days_of;
pub use decision::{Candidate, Decision, Obstacle, Seat, Verdict};
pub use details::Detail;
pub use entry::{At, Entry, Kind, Origin, Shifted, Who};
pub use explanation::{DayWhy, Explained, Explanation, ItemWhy, Subject};
pub use festivals::{AnchoredItem, DaysOff, FestivalDay};
pub use ics_holidays::holidays_of_ics;
pub use identity::Identity;
pub use item::{Item, item_id, items};
pub use item_lookup::{item_named, item_or_goal_named};
pub use label::EntryLabel;
pub use life::{Life, PhaseSpan};
pub use milestone::Milestone;
pub use publication::{names_of_items, published_as, renamed_items, sequence_of, titles_of_removed};
pub use scheduler::{CalendarRequest, Scheduler, calendar};
pub use send_limits::{LimitExceeded, Quota, SLOT_DAYS, SendLimit, SendTarget, SendTargets, Window};
pub use size::{MAX_ENTRIES, MAX_YEARS, TooLarge};
pub use steps::{Task, tasks_of};
pub use streamed::{CalendarSummary, Settled, StreamedCalendar, Windows};
pub use topics::topic;
pub use trace::Trace;
