//! One entry of a calendar: what it is, when it starts, who does it.

use thin_vec::ThinVec;

use super::item::Item;
use super::milestone::Milestone;
use crate::plan::{Index, Thing};
use crate::value::{Clock, Day};

/// A day with or without a time of day, in the plan's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The day.
    pub day: Day,
    /// The time; none: all day.
    pub time: Option<Clock>,
}

impl At {
    /// Minutes since day 0, midnight for all-day entries.
    pub fn minute(self) -> i64 {
        i64::from(self.day.0) * 1440 + self.time.map_or(0, |time| i64::from(time.minutes()))
    }

    /// The moment this many minutes later; without a time, the same day.
    pub fn plus(self, minutes: i32) -> Self {
        match self.time {
            None => Self { day: self.day.plus(minutes.div_euclid(1440)), time: None },
            Some(time) => {
                let (time, days) = Clock::from_minutes(time.minutes() + minutes);
                Self { day: self.day.plus(days), time: Some(time) }
            }
        }
    }
}

/// What an entry is. The order is that of entries at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A phase begins, a sale stops, the community ends.
    Phase,
    /// An activity takes place.
    Activity,
    /// An item of a cohort's programme.
    Programme,
    /// Something is published.
    Content,
    /// A step of an activity is to be done.
    Task,
    /// A review.
    Review,
    /// The team meets.
    Meeting,
}

impl Kind {
    /// The word in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Activity => "activity",
            Self::Programme => "programme",
            Self::Content => "content",
            Self::Task => "task",
            Self::Review => "review",
            Self::Meeting => "meeting",
        }
    }
}

/// What is behind an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// An item of the plan.
    Item(Item),
    /// A task of an activity: its index, and the task's index among the tasks of it.
    Task(usize, usize),
    /// Something in the life of the community.
    Life(Milestone),
}

impl Origin {
    /// The item: of a task its activity.
    pub const fn item(self) -> Option<Item> {
        match self {
            Self::Item(item) => Some(item),
            Self::Task(activity, _) => Some(Item::Activity(activity)),
            Self::Life(_) => None,
        }
    }

    /// The order of entries of one kind at one time: that of the plan.
    pub(super) const fn order(self) -> (usize, usize) {
        match self {
            Self::Item(Item::Activity(i) | Item::Content(i) | Item::Review(i)) => (i, 0),
            Self::Item(Item::Programme(cohort, item)) => (cohort, item),
            Self::Item(Item::Meeting) => (0, 0),
            Self::Life(Milestone::Welcome(cohort, step)) => (cohort, step),
            Self::Life(Milestone::Check(content)) => (content, 0),
            Self::Life(Milestone::Plan(date)) => (date.of.row, date.of.within),
            Self::Life(_) => (0, 0),
            Self::Task(activity, task) => (activity, task),
        }
    }
}

/// The order of what begins: by time, all day before midnight, by kind, and by place in the plan; below 2^96.
pub(super) const fn order_key(at: At, kind: u8, origin: Origin) -> u128 {
    let time = match at.time {
        Some(time) => time.minutes() as i64 + 1,
        None => 0,
    };
    let start = (at.day.0 as i64 - i32::MIN as i64) << 11 | time;
    let (row, within) = origin.order();
    let within = if within < 0xFFFF { within } else { 0xFFFF };
    ((start as u128) << 3 | kind as u128) << 48 | (row as u32 as u128) << 16 | within as u128
}

/// What moved an entry from its original day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shifted {
    /// Nothing.
    No,
    /// A holiday moved it.
    Holiday,
    /// A change moved it: its index.
    Change(usize),
    /// It stays where it was published.
    Published,
}

/// Who does it: indices into `people` and `roles`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Who {
    /// The person, where there is one.
    pub person: Option<usize>,
    /// The role in which they do it.
    pub role: Option<usize>,
}

impl Who {
    /// The person or the role of a name; nobody where the plan has neither.
    pub(super) fn named(index: &Index, name: Option<&str>) -> Self {
        match name.and_then(|name| index.holder(name)) {
            Some(Thing::Person(person)) => Self { person: Some(person), role: None },
            Some(Thing::Role(role)) => Self { person: None, role: Some(role) },
            _ => Self::default(),
        }
    }
}

/// One entry of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// What is behind it.
    pub origin: Origin,
    /// When it starts, in the plan's zone.
    pub at: At,
    /// How long it takes, in minutes, where that is known.
    pub minutes: Option<i32>,
    /// Whether that is exact time, else time on the wall: they differ where clocks change.
    pub is_exact: bool,
    /// Minutes of work a day for each of those who do it, where the plan says so.
    pub work: Option<i32>,
    /// The occurrence that it belongs to: when that starts. Of an occurrence itself: its own start.
    pub of: At,
    /// The start before holidays and changes; its day is part of the UID.
    pub original: At,
    /// Which of the item's occurrences on its original day it is, the first being 0; part of the UID.
    pub of_day: u32,
    /// Who leads it.
    pub who: Who,
    /// Who helps: one per person needed.
    pub staff: ThinVec<Who>,
    /// Who is named for it but cannot be there, while nobody stands in: indices into `people`.
    pub absent: ThinVec<usize>,
    /// What moved it.
    pub shifted: Shifted,
    /// A change cancels it, or it was published as cancelled.
    pub cancelled: bool,
    /// The row of the roster in which it was published.
    pub published: Option<usize>,
    /// It depends on the days off of a year that are not announced yet.
    pub provisional: bool,
    /// Which text of a series or topic of the bank it takes, counted from the item's first date; 0 for everything else.
    pub number: usize,
    /// Which turn of a role it is.
    pub(super) turn: TurnDate,
}

/// A date among all the dates of an item, and its seats among those who take turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct TurnDate {
    /// How many dates of the item lie before it, whatever became of them.
    pub date: i32,
    /// Of a task: which of the tasks of its role it is, and how many there are; none: whoever leads does it.
    pub task: Option<(u16, u16)>,
}

/// Minutes that a post takes.
const POST: i32 = 10;
/// Minutes of a task that gives none.
const TASK: i32 = 30;
/// Minutes of an event that gives no length.
const EVENT: i32 = 60;
/// Minutes of work a day for what lasts days.
const DAY: i32 = 60;
/// Nothing takes longer than a year.
pub(super) const LONGEST: i32 = 366 * 1440;
/// What ends by this time of the morning belongs to the evening before.
const MORNING: i32 = 6 * 60;

impl Entry {
    /// An entry on its original day, without people.
    pub(crate) const fn new(kind: Kind, origin: Origin, at: At) -> Self {
        Self {
            kind,
            origin,
            at,
            minutes: None,
            is_exact: false,
            work: None,
            of: at,
            original: at,
            of_day: 0,
            who: Who { person: None, role: None },
            staff: ThinVec::new(),
            absent: ThinVec::new(),
            shifted: Shifted::No,
            cancelled: false,
            published: None,
            provisional: false,
            number: 0,
            turn: TurnDate { date: 0, task: None },
        }
    }

    /// Whether it takes up someone's time of day: a post is sent in a moment, or scheduled ahead.
    pub const fn is_held(&self) -> bool {
        let is_post = match self.kind {
            Kind::Content => true,
            Kind::Programme => self.minutes.is_none(),
            _ => false,
        };
        self.at.time.is_some() && !is_post
    }

    /// How many minutes it lasts, or is taken to last (0 to 527,040).
    pub fn length(&self) -> i32 {
        let default = match self.kind {
            Kind::Phase => 0,
            Kind::Content | Kind::Programme => POST,
            Kind::Task => TASK,
            Kind::Activity | Kind::Review | Kind::Meeting => EVENT,
        };
        self.minutes.unwrap_or(default).clamp(0, LONGEST)
    }

    /// The last of the days that it belongs to. One that ends in the early morning belongs to the evening before.
    pub fn last_day(&self) -> Day {
        self.last_day_from(self.at)
    }

    /// The same where it begins at another time of the clock, on the wall of another zone.
    pub fn last_day_from(&self, at: At) -> Day {
        let (last, end) = self.last_minute(at);
        let is_night = at.time.is_some() && last > 0 && end - last * 1440 <= MORNING;
        at.day.plus(last - i32::from(is_night))
    }

    /// The last of the days on which some of it takes place, be it a minute after midnight.
    pub(super) fn last_touched(&self) -> Day {
        self.at.day.plus(self.last_minute(self.at).0)
    }

    /// The last day and the last minute of something that takes time, counted from the midnight before it.
    fn last_minute(&self, at: At) -> (i32, i32) {
        let is_event = matches!(self.kind, Kind::Activity | Kind::Review | Kind::Meeting);
        let minutes = self.minutes.filter(|minutes| is_event && *minutes > 0).unwrap_or(0).min(LONGEST);
        let end = at.time.map_or(0, Clock::minutes) + minutes;
        (if minutes > 0 { (end - 1).div_euclid(1440) } else { 0 }, end)
    }

    /// Whether it lasts for days, and so is not work from its beginning to its end.
    pub fn lasts_days(&self) -> bool {
        self.minutes.is_some_and(|minutes| minutes >= 1440) && !matches!(self.kind, Kind::Task | Kind::Phase)
    }

    /// How many minutes of someone's time it takes (0 to 527,040): of what lasts days, some minutes of each day.
    pub fn load(&self) -> i32 {
        match self.work {
            _ if self.kind == Kind::Phase => 0,
            work if self.lasts_days() => work.unwrap_or(DAY) * (self.last_day().0 - self.at.day.0 + 1),
            Some(work) => work,
            None => self.length(),
        }
    }

    /// How many of these minutes fall into the week that begins on a Monday.
    pub fn load_in_week(&self, monday: Day) -> i32 {
        if !self.lasts_days() {
            return if self.at.day.monday() == monday { self.load() } else { 0 };
        }
        let (first, last) = (self.at.day.max(monday), self.last_day().min(monday.plus(6)));
        self.work.unwrap_or(DAY) * (last.0 - first.0 + 1).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lasts_days_is_some_work_on_each_of_them() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let entry = |time: &str, minutes: i32, work| Entry {
            minutes: Some(minutes),
            work,
            ..Entry::new(
                Kind::Activity,
                Origin::Item(Item::Meeting),
                At { day: day("2026-11-28"), time: time.parse().ok() },
            )
        };
        for (time, minutes, work, last, load) in [
            ("", 7 * 1440, None, "2026-12-04", 420),
            ("", 7 * 1440, Some(30), "2026-12-04", 210),
            ("18:00", 50 * 60, None, "2026-11-30", 180),
            ("20:00", 90, None, "2026-11-28", 90),
            ("20:00", 90, Some(45), "2026-11-28", 45),
            // a night, and one that ends after six
            ("22:00", 8 * 60, None, "2026-11-28", 480),
            ("22:00", 8 * 60 + 1, None, "2026-11-29", 481),
            ("20:00", 4 * 60, None, "2026-11-28", 240),
        ] {
            let entry = entry(time, minutes, work);
            assert_eq!((entry.last_day(), entry.load()), (day(last), load), "{time} {minutes}");
        }
        // from Saturday to Friday: two days in the first week, five in the second
        let duty = entry("", 7 * 1440, None);
        let weeks =
            ["2026-11-16", "2026-11-23", "2026-11-30", "2026-12-07"].map(|monday| duty.load_in_week(day(monday)));
        assert_eq!(weeks, [0, 120, 300, 0]);
        assert_eq!(entry("20:00", 90, None).load_in_week(day("2026-11-23")), 90);
    }

    #[test]
    fn only_what_has_a_time_and_is_no_post_is_held() {
        let at = |time: &str| At { day: Day(20_000), time: time.parse().ok() };
        let entry = |kind, time, minutes| Entry { minutes, ..Entry::new(kind, Origin::Item(Item::Meeting), at(time)) };
        for (kind, time, minutes, held) in [
            (Kind::Activity, "20:00", None, true),
            (Kind::Activity, "", None, false),
            (Kind::Content, "20:00", Some(10), false),
            (Kind::Programme, "20:00", None, false),
            (Kind::Programme, "20:00", Some(30), true),
            (Kind::Task, "20:00", None, true),
        ] {
            assert_eq!(entry(kind, time, minutes).is_held(), held, "{kind:?} {time} {minutes:?}");
        }
    }

    #[test]
    fn the_key_of_an_order_is_the_order_of_time_kind_and_place() {
        let times = [None, "00:00".parse().ok(), "23:59".parse().ok()];
        let days = [Day::MIN.plus(-3), Day(-1), Day(0), Day::MAX.plus(3)];
        let origins = [Origin::Task(0, 0), Origin::Task(0, 7), Origin::Task(2, 1), Origin::Item(Item::Content(9))];
        let mut all = Vec::new();
        for (day, time) in days.into_iter().flat_map(|day| times.map(|time| (day, time))) {
            for kind in [Kind::Phase, Kind::Activity, Kind::Meeting] {
                all.extend(origins.map(|origin| (At { day, time }, kind, origin)));
            }
        }
        for (at, kind, origin) in all.iter().copied() {
            let key = order_key(at, kind as u8, origin);
            assert!(key < 1 << 96);
            for (other_at, other_kind, other) in all.iter().copied() {
                let order = (at, kind, origin.order()).cmp(&(other_at, other_kind, other.order()));
                assert_eq!(key.cmp(&order_key(other_at, other_kind as u8, other)), order);
            }
        }
    }
}
