//! What is decided, and why: about each day of an item's pattern, and about each person who could take a seat.
//!
//! The calendar is made from these decisions, and `qun why` shows the same ones.

use super::entry::{At, Shifted, Who};
use super::item::Item;
use crate::plan::lifecycle::Phase;
use crate::value::Day;

/// One day of an item's pattern, and what is decided about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// The item.
    pub item: Item,
    /// When the pattern puts it, in the item's zone; its day is part of the UID.
    pub original: At,
    /// Which of the item's occurrences on that day it is, the first being 0.
    pub of_day: u32,
    /// When it takes place, in the plan's zone; the original where it does not.
    pub at: At,
    /// What moved it.
    pub shifted: Shifted,
    /// Whether it takes place.
    pub verdict: Verdict,
    /// The row of the roster that holds it as it was published, whether or not a change names it since.
    pub published: Option<usize>,
    /// It depends on the days off of a year that are not announced yet.
    pub provisional: bool,
    /// It is offline and falls on a holiday, and the plan has no rule for that.
    pub(super) collides: bool,
}

/// Whether a day of a pattern is held, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It takes place.
    Held,
    /// A change cancels it: its index. It stays in the calendar, marked.
    Cancelled(usize),
    /// It was published as cancelled.
    CancelledAsPublished,
    /// It lies in the past, which an edit of the plan did not change.
    NotInPast,
    /// It falls on a day off, on which the item is skipped.
    Skipped,
    /// It falls into a phase in which the item is not held.
    OutOfPhase(Phase),
    /// It is before the item's own first day.
    BeforeFrom(Day),
    /// It is after the item's own last day.
    AfterUntil(Day),
    /// It is before the community's first day.
    BeforeLife(Day),
    /// It is on or after the first day after the community's life.
    AfterLife(Day),
}

impl Decision {
    /// Whether the calendar has an entry for it: it is held, or cancelled.
    pub const fn is_listed(&self) -> bool {
        self.is_held() || self.is_cancelled()
    }

    /// Whether a change cancels it, or what was published.
    pub const fn is_cancelled(&self) -> bool {
        matches!(self.verdict, Verdict::Cancelled(_) | Verdict::CancelledAsPublished)
    }

    /// Whether a change of the plan names it.
    pub const fn is_changed(&self) -> bool {
        matches!(self.shifted, Shifted::Change(_))
    }

    /// Whether it takes place.
    pub const fn is_held(&self) -> bool {
        matches!(self.verdict, Verdict::Held)
    }
}

/// A seat of an entry, or several of the same role, and everyone who was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The role that is needed, or the person who is named; and who has it.
    pub who: Who,
    /// Whose turn it is, whoever does it in the end; nobody for a person who is named.
    pub turns: Vec<usize>,
    /// Those who hold the role, and their backups where none of them can.
    pub candidates: Vec<Candidate>,
}

/// Someone who could take a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Their index in `people`.
    pub person: usize,
    /// Why they cannot take it; someone who is named takes it nevertheless.
    pub obstacle: Option<Obstacle>,
    /// The minutes that they have in the week of the entry.
    pub week: i64,
    /// The minutes that they have in the period of the entry.
    pub period: i64,
    /// Whether they have the seat.
    pub chosen: bool,
    /// Whether it was published for them.
    pub published: bool,
    /// The person whose place they take.
    pub stands_in_for: Option<usize>,
}

/// Why someone cannot take a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Away on that day.
    Away,
    /// Not on the team yet, or no longer.
    NotOnTeam,
    /// On the team, but outside the hours in which they are available.
    NoTime,
    /// It is night where they live.
    Night,
    /// It is a day off where they live.
    DayOff,
    /// Busy with another entry at the same time, or in another seat of this one: its index among the entries of the
    /// period.
    Busy(usize),
}
