//! Plan → calendar: every occurrence of a range, on day numbers, with the people who do it.
//!
//! expand → phase → holiday → changes → steps → rota → ledger. Entries carry indices and day numbers; strings are made in
//! `render`. What does not work out is a typed [`Problem`]. May not: read the clock, make findings, render.

mod build;
mod changes;
mod considered;
mod cover;
mod engine;
mod entry;
mod expand;
mod feast;
mod free;
mod holiday;
mod ics_holidays;
mod label;
mod ledger;
mod life;
mod milestone;
mod offset;
mod rota;
mod rule;
mod sheet;
mod source;
mod steps;
mod why;
mod zone;

pub use build::{MAX_ENTRIES, MAX_YEARS, Request, TooMuch, calendar};
pub use changes::{dates_of, nearest_dates};
pub use considered::{Absence, Candidate, considered, period};
pub use cover::{Cover, cover, is_theirs};
pub use entry::{At, Calendar, Entry, Kind, Origin, Problem, Shifted, Who};
pub use expand::anchor_week;
pub use feast::{DaysOff, Feast, Lead, feasts};
pub use ics_holidays::holidays_of_ics;
pub use ledger::{Bound, Outlet, Outlets, Over, Quota, SLOT_DAYS, Window};
pub use life::{Life, PhaseSpan};
pub use milestone::Milestone;
pub use offset::days_of;
pub use source::{Item, item_id, items};
pub use steps::{Task, tasks_of};
pub use why::{Dated, Fate, Trace, absent, trace};
