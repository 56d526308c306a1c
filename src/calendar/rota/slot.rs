//! The work of one period, as plain numbers: slots, who may take each, what people can give.

use super::turns::TurnRef;

/// The rank of what comes from the life of the community: dates of other tables, and what a newcomer is welcomed with.
pub(super) const LIFE: u8 = 6;

/// No person, no role.
pub(super) const NOBODY: u32 = u32::MAX;

/// One person needed for one entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    /// The entry, counted within the period.
    pub entry: u32,
    /// 0: who leads; n: the n-th of the staff.
    pub seat: u16,
    /// The role that is needed.
    pub role: u32,
    /// The person that is named.
    pub named: u32,
    /// The minutes that it takes up, counted from the start of the period, half-open; equal: it collides with nothing.
    pub start: i32,
    pub end: i32,
    /// The days that it touches, counted within the period.
    pub days: (u8, u8),
    /// The week, counted within the period.
    pub week: u8,
    /// What it counts.
    pub minutes: i32,
    /// How long it takes, in minutes.
    pub lasts: i32,
    /// Who comes first when two want the same person: by kind, then in the order of the plan.
    pub rank: (u8, u32, u32),
    /// The turn that it is, and the person whose turn it is.
    pub turn: Option<TurnRef>,
    pub turn_of: u32,
    /// The person for whom it was published.
    pub published: u32,
    /// Whether the role is critical.
    pub critical: bool,
    /// Whether it stays with the person named.
    pub pinned: bool,
    /// The slots of the same entry, half-open: each wants another person.
    pub mates: (u32, u32),
    /// The occurrence to which it belongs, by activity and the minute at which it starts, counted from the start of the
    /// period; and whether it is the event itself, not a task of it.
    pub occasion: (u32, i32),
    pub is_event: bool,
    /// How many minutes something live takes, which has a time and ends within a day, even where it collides with nothing.
    pub live: Option<u16>,
    /// Whether it is a post.
    pub is_post: bool,
    /// Whether it is a task.
    pub is_task: bool,
    /// Who may take it: a stretch of [`Work::pool`].
    pub able: (u32, u32),
}

impl Slot {
    /// Whether one person can do both whatever the time: who is at an event also does what is to be done there.
    pub(super) const fn goes_with(&self, other: &Self) -> bool {
        self.occasion.0 != NOBODY
            && self.occasion.0 == other.occasion.0
            && self.occasion.1 == other.occasion.1
            && self.is_event != other.is_event
    }
}

/// What someone can give in one period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Capacity {
    /// Minutes a week; `i64::MAX` where they gave none.
    pub most: i64,
    /// Hours a week.
    pub weight: f64,
}

/// All work of one period.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// In the order of time; those of one entry are next to each other.
    pub slots: Vec<Slot>,
    /// The people who may take slots.
    pub pool: Vec<u32>,
    pub people: Vec<Capacity>,
    /// How many days and weeks the period has.
    pub days: usize,
    pub weeks: usize,
}
