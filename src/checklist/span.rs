//! Which days of the calendar belong to a checklist.
//!
//! Must not know today by itself, or make the calendar.

use super::ChecklistKind;
use crate::calendar::{Item, Life, Scheduler};
use crate::knowledge::Holidays;
use crate::plan::{Index, Plan};
use crate::value::Day;

/// A launch is prepared two months ahead.
const BEFORE_LAUNCH: i32 = 60;
/// A launch list looks at the first two weeks of the life, its first day included.
const FIRST_DAYS: i32 = 13;
/// A community is closed within the month before its last day and the month after.
const AROUND_THE_END: i32 = 30;
/// A handover covers the next four weeks.
const AFTER_HANDOVER: i32 = 27;
/// Steps of an activity are at most a quarter away from it.
const AROUND_AN_ACTIVITY: i32 = 92;
/// The next occurrence of an activity is searched within a year.
const AHEAD: i32 = 366;
/// An occurrence that a change or a holiday moved to a later day is found by its date of up to a month ago.
const BEHIND: i32 = 31;

/// The days that a checklist covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListSpan {
    /// The day from which offsets count: the start, the Monday, the first of the month …
    pub day: Day,
    /// The first day of its calendar.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

/// The days that a checklist covers, seen from a day.
pub fn span(what: ChecklistKind, today: Day, plan: &Plan, index: &Index, holidays: &Holidays) -> ListSpan {
    let of = |day: Day, before: i32, after: i32| ListSpan { day, from: day.plus(-before), to: day.plus(after) };
    let life = Life::of(&plan.lifecycle);
    match what {
        ChecklistKind::Launch => of(life.starts.unwrap_or(today), BEFORE_LAUNCH, FIRST_DAYS),
        ChecklistKind::Closing => of(life.last_day().unwrap_or(today), AROUND_THE_END, AROUND_THE_END),
        ChecklistKind::Weekly => of(today.monday(), 0, 6),
        ChecklistKind::Monthly => {
            let month = today.month();
            ListSpan { day: month.first(), from: month.first(), to: month.last() }
        }
        ChecklistKind::Activity(index_of_activity) => {
            let around = (today.plus(-BEHIND), today.plus(AHEAD));
            let days = Scheduler::new(plan, index, holidays).dates(Item::Activity(index_of_activity), around);
            let next = days.into_iter().find(|day| *day >= today).unwrap_or(today);
            ListSpan { day: today, ..of(next, AROUND_AN_ACTIVITY, AROUND_AN_ACTIVITY) }
        }
        ChecklistKind::Role(_) => of(today, 0, AFTER_HANDOVER),
        ChecklistKind::Daily
        | ChecklistKind::Onboarding
        | ChecklistKind::Review
        | ChecklistKind::Moderation
        | ChecklistKind::Conflict
        | ChecklistKind::Handover
        | ChecklistKind::Own(_) => of(today, 0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn every_list_covers_its_own_days() {
        let text =
            "[lifecycle]\nstarts = 2026-12-01\nmonths = 3\n[[activities]]\nid = \"a\"\nwhen = \"每月15日 20:00\"\n";
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &Library::default());
        let of = |what, today: &str| {
            let span = span(what, day(today), &reading.plan, &reading.index, Holidays::none());
            [span.day, span.from, span.to].map(|day| day.to_string())
        };
        // a Wednesday of December
        assert_eq!(of(ChecklistKind::Weekly, "2026-12-23"), ["2026-12-21", "2026-12-21", "2026-12-27"]);
        assert_eq!(of(ChecklistKind::Monthly, "2026-12-23"), ["2026-12-01", "2026-12-01", "2026-12-31"]);
        assert_eq!(of(ChecklistKind::Daily, "2026-12-23"), ["2026-12-23"; 3]);
        assert_eq!(of(ChecklistKind::Role(0), "2026-12-03"), ["2026-12-03", "2026-12-03", "2026-12-30"]);
        assert_eq!(of(ChecklistKind::Launch, "2026-12-23"), ["2026-12-01", "2026-10-02", "2026-12-14"]);
        // the last day is 2027-02-28
        assert_eq!(of(ChecklistKind::Closing, "2026-12-23"), ["2027-02-28", "2027-01-29", "2027-03-30"]);
        // the next occurrence is 2027-01-15
        assert_eq!(of(ChecklistKind::Activity(0), "2026-12-23"), ["2026-12-23", "2026-10-15", "2027-04-17"]);
    }
}
