//! One occurrence as it was published.

use crate::source::Moment;
use crate::value::Day;
use crate::value::uid::{day_of, part};

/// One occurrence as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedOccurrence {
    /// The name by which calendars know it; it stays, whatever the item is called later.
    pub uid: String,
    /// The name of what it belongs to, as the plan has it now: an item, with its cohort where it has one.
    pub item: String,
    /// The day on which the item's pattern puts it.
    pub original: Day,
    /// The days on which it was original between that of its UID and now: its item was moved more than once.
    pub moved_from: Vec<Day>,
    /// When it starts.
    pub start: Moment,
    /// When it ends; of whole days the last one.
    pub end: Option<Moment>,
    /// The name of the time zone of both.
    pub zone: String,
    /// Who leads it: a person by the name that the plan uses.
    pub lead: Option<String>,
    /// Who helps.
    pub staff: Vec<PublishedSeat>,
    /// Who was told that it is theirs, and is not in it any more: it is still in their calendar until it is cancelled there.
    pub released: Vec<String>,
    /// What the plan says of it, where it is otherwise on purpose: by an edit of the roster, or by an answer.
    pub instead_of: Option<PlanSays>,
    /// Whether it was cancelled.
    pub is_cancelled: bool,
    /// How often it has changed since it was first published.
    pub sequence: u32,
    /// The day on which it was published as it is now.
    pub published: Day,
}

/// What a plan says of a published date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanSays {
    /// It has no such date.
    Nothing,
    /// When it starts and ends, on the wall of the plan's zone.
    At(Moment, Option<Moment>),
}

/// Days on which nothing of an item takes place but what the roster lists, whatever else the plan would add there: those
/// before an edit, and those that someone wants to keep as they were published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDays {
    /// The name of the item, as in its rows.
    pub item: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub through: Day,
}

/// Someone who helps, and in which role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedSeat {
    /// The role; empty where the plan names the person.
    pub role: String,
    /// The person.
    pub person: String,
}

impl PublishedOccurrence {
    /// What tells it from others of its item on the same day: which of them it is, and which step.
    pub fn part(&self) -> &str {
        part(&self.uid).unwrap_or_default()
    }

    /// Whether it is a step of an occurrence.
    pub fn is_step_of(&self, event: &Self) -> bool {
        let step = match (event.part(), self.part()) {
            ("", step) => step,
            (number, part) => part.strip_prefix(number).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default(),
        };
        let is_number = |part: &str| part.chars().next().is_some_and(|c| c.is_ascii_digit());
        (&self.item, self.original) == (&event.item, event.original)
            && !step.is_empty()
            && !is_number(step)
            && event.part().split('/').count() <= 1
            && (event.part().is_empty() || is_number(event.part()))
    }

    /// The days by which it is known from before, where its item was moved: changes of the plan may name them.
    pub fn former_days(&self) -> impl Iterator<Item = Day> {
        day_of(&self.uid).into_iter().chain(self.moved_from.iter().copied()).filter(|day| *day != self.original)
    }

    /// The same occurrence, with its item on another day.
    pub fn with_original(self, original: Day) -> Self {
        let mut moved_from: Vec<Day> = self.moved_from.iter().copied().chain([self.original]).collect();
        moved_from.retain(|day| *day != original && Some(*day) != day_of(&self.uid));
        moved_from.sort_unstable();
        moved_from.dedup();
        Self { original, moved_from, ..self }
    }

    /// Whether it was written down only after it had happened; it was never announced so.
    pub fn is_of_the_past(&self) -> bool {
        self.start.day < self.published
    }

    /// Whether it is published as the other one is, whatever it is called and when that was.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.is_held_as(other) && self.has_the_hands_of(other)
    }

    /// Whether it takes place at the same time, or both are cancelled.
    pub fn is_held_as(&self, other: &Self) -> bool {
        let said = |row: &Self| (row.start, row.end, row.zone.clone(), row.is_cancelled);
        said(self) == said(other)
    }

    /// Those who lead or help.
    pub fn hands(&self) -> impl Iterator<Item = &str> {
        self.lead.iter().chain(self.staff.iter().map(|seat| &seat.person)).map(String::as_str)
    }

    /// The row, published after another one of its occurrence: whoever was in that and is in this no more is released.
    pub fn after(self, before: &Self) -> Self {
        let mut released: Vec<String> = before.released.clone();
        released.extend(before.hands().map(str::to_owned));
        released.retain(|person| self.hands().all(|name| name != person));
        released.sort();
        released.dedup();
        Self { released, ..self }
    }

    /// Whether the same people do it.
    pub fn has_the_hands_of(&self, other: &Self) -> bool {
        self.lead == other.lead && self.staff == other.staff
    }
}
