//! One occurrence as it was published.

use crate::source::Moment;
use crate::value::Day;

/// One occurrence as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedOccurrence {
    /// The name by which calendars know it; it stays, whatever the item is called later.
    pub uid: String,
    /// The name of what it belongs to, as the plan has it now: an item, with its cohort where it has one.
    pub item: String,
    /// The day on which the item's pattern puts it.
    pub original: Day,
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
    /// Whether it was cancelled.
    pub is_cancelled: bool,
    /// How often it has changed since it was first published.
    pub sequence: u32,
    /// The day on which it was published as it is now.
    pub published: Day,
}

/// Days before an edit on which nothing of an item took place but what the roster lists: what the plan would add there
/// since is no past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPast {
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

    /// Whether it was written down only after it had happened; it was never announced so.
    pub fn is_of_the_past(&self) -> bool {
        self.start.day < self.published
    }

    /// Whether it is published as the other one is, whatever it is called and when that was.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let said = |row: &Self| (row.start, row.end, row.zone.clone(), row.is_cancelled);
        said(self) == said(other) && self.has_the_hands_of(other)
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

/// What follows the original day in a UID: `community/item/day[/part]@qun`; none where it is no UID of this program.
pub(super) fn part(uid: &str) -> Option<&str> {
    let (_, rest) = uid.strip_suffix("@qun")?.split_once('/')?;
    let (_, rest) = rest.split_once('/')?;
    let (day, part) = rest.split_once('/').unwrap_or((rest, ""));
    day.parse::<Day>().ok().map(|_| part)
}

/// The item in a UID.
pub(super) fn item_of(uid: &str) -> Option<&str> {
    uid.split('/').nth(1)
}

/// The day in a UID.
pub(super) fn day_of(uid: &str) -> Option<Day> {
    uid.strip_suffix("@qun")?.split('/').nth(2)?.parse().ok()
}
