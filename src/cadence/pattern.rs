//! How often something happens, and at what time of day, as data.

use super::rrule::Rrule;
use crate::knowledge::Festival;
use crate::value::{Day, Slug, TimeRange, Weekday, WeekdaySet};

/// How often, and at what time of day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cadence {
    /// On which days.
    pub pattern: Pattern,
    /// Where a day that is no workday moves to; none: it stays.
    pub roll: Option<Roll>,
    /// At what time, and until when if given; without one it is all-day.
    pub time: Option<TimeRange>,
    /// Further times of the same days, each later than the one before it.
    pub more_times: Vec<TimeRange>,
}

/// The workday that stands in for a day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Roll {
    /// The workday before.
    Before,
    /// The workday after.
    After,
    /// The nearest workday; the one after where both are as near.
    Nearest,
}

/// The days of a cadence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// 每天
    Daily,
    /// 每3天: every so many days (2 to 999), counted from the item's `from`, else from the plan's start.
    EveryDays(u16),
    /// 工作日: workdays by notice, make-up days included.
    Workdays,
    /// 休息日: all other days.
    DaysOff,
    /// Weekdays of every n-th ISO week (1 to 99), counted from the week of the item's `from`, else of the plan's start.
    Weekly {
        /// 1: every week.
        every: u16,
        /// The weekdays, at least one.
        on: WeekdaySet,
    },
    /// 单周周四: weekdays of the ISO weeks with odd or even numbers; after a 53rd week two odd ones follow each other.
    NumberedWeeks {
        /// Weeks 1, 3, 5 …, else 2, 4, 6 …
        odd: bool,
        /// The weekdays, at least one.
        on: WeekdaySet,
    },
    /// Days of each period, at least one, each once, in the order in which they were written.
    Monthly {
        /// What is divided.
        period: Period,
        /// Its days; one that a period lacks is skipped there.
        days: Vec<MonthDay>,
    },
    /// A solar term by its number in [`TERMS`](crate::knowledge::TERMS).
    Term(usize),
    /// A festival of [`FESTIVALS`](crate::knowledge::FESTIVALS).
    Festival(&'static Festival),
    /// So many days (−999 to 999) from something else; negative is before. From a festival or term never 0.
    Offset {
        /// What it is counted from.
        from: Anchor,
        /// How many days.
        days: i32,
    },
    /// One day.
    Once(Day),
    /// A rule of RFC 5545, for those who need more.
    Rrule(Rrule),
}

/// What the days of a [`Pattern::Monthly`] are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// Each month.
    Month,
    /// January, March, … 单月.
    OddMonths,
    /// February, April, … 双月.
    EvenMonths,
    /// Each quarter; a day of the month is one of its first month.
    Quarter,
    /// This month (1 to 12) of each year.
    Year(u8),
    /// Every so many months (2 to 99), counted from the month of the item's `from`, else of the plan's start.
    Months(u16),
    /// Each lunar month, leap months too. The days of lunar months are 1 to 30 and −1; in a month of 29 days the 30th is
    /// its last day.
    LunarMonth,
    /// This month (1 to 12) of each lunar year, never its leap month.
    LunarYear(u8),
    /// The leap month behind this month, in the lunar years that have it.
    LunarLeap(u8),
}

/// A day of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MonthDay {
    /// The day of this number, 1 to 31; −1 is the last, −2 the one before it.
    Day(i8),
    /// The n-th of its weekdays (1 to 5, in a quarter to 14); −1 is the last.
    Nth(i8, Weekday),
    /// The n-th of its workdays (1 to 23, in a quarter to 69); −1 is the last.
    Workday(i8),
}

/// What an offset is counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// Another item of the plan.
    Item(Slug),
    /// A festival.
    Festival(&'static Festival),
    /// A solar term by its number.
    Term(usize),
}

impl Period {
    /// Whether it is counted in lunar months.
    pub const fn is_lunar(self) -> bool {
        matches!(self, Self::LunarMonth | Self::LunarYear(_) | Self::LunarLeap(_))
    }
}

impl Cadence {
    /// A pattern at these times of day.
    pub(crate) fn new(pattern: Pattern, times: Vec<TimeRange>) -> Self {
        let mut times = times.into_iter();
        Self { pattern, roll: None, time: times.next(), more_times: times.collect() }
    }

    /// Whether its days follow the yearly notice of days off, so that they are provisional where there is none.
    pub fn depends_on_notice(&self) -> bool {
        self.roll.is_some()
            || match &self.pattern {
                Pattern::Workdays | Pattern::DaysOff => true,
                Pattern::Monthly { days, .. } => days.iter().any(|day| matches!(day, MonthDay::Workday(_))),
                _ => false,
            }
    }

    /// Whether its days depend on where counting starts: the item's `from`, else the plan's start.
    pub const fn needs_start(&self) -> bool {
        match &self.pattern {
            Pattern::EveryDays(_) => true,
            Pattern::Weekly { every, .. } => *every > 1,
            Pattern::Monthly { period: Period::Months(_), .. } => true,
            Pattern::Rrule(rule) => rule.needs_start(),
            _ => false,
        }
    }

    /// Its times of day, in order; none where it is all-day.
    pub fn times(&self) -> impl Iterator<Item = TimeRange> {
        self.time.into_iter().chain(self.more_times.iter().copied())
    }

    /// The item it is counted from, where it is counted from one.
    pub const fn item(&self) -> Option<&Slug> {
        match &self.pattern {
            Pattern::Offset { from: Anchor::Item(item), .. } => Some(item),
            _ => None,
        }
    }
}
