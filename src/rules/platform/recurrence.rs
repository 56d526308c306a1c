//! Whether an activity on Discord can be set up there as a recurring event.

use super::super::context::Context;
use super::super::reporter::Reporter;
use crate::cadence::{Cadence, Frequency, MonthDay, Pattern, Period, Rrule};
use crate::finding::KeyPath;
use crate::knowledge::fact;
use crate::language::Text;
use crate::plan::activities::Weight;
use crate::plan::channels::Platform;
use crate::plan::{Plan, Thing};
use crate::value::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue};
use crate::value::WeekdaySet;

/// The weekday sets that a daily event can have, by first and last day (`discord/event-daily-sets`).
const SETS: [(Weekday, Weekday); 6] = [(Mon, Fri), (Tue, Sat), (Sun, Thu), (Fri, Sat), (Sat, Sun), (Sun, Mon)];

/// Why something cannot be set up, and the fact that says so.
type UnsupportedReason = (Text, &'static str);

const WEEKDAYS: UnsupportedReason = (
    Text::new("每周只能选一个星期几，或固定的几组", "Discord repeats on one weekday, or on one of a few fixed sets"),
    "discord/event-weekly",
);
const INTERVAL: UnsupportedReason = (
    Text::new(
        "只能每天、每周、隔周、每月、每年",
        "Discord repeats only daily, weekly, every two weeks, monthly or yearly",
    ),
    "discord/event-interval",
);
const MONTHLY: UnsupportedReason = (
    Text::new(
        "每月只能选一个“第几个星期几”，例如第二个周六",
        "Discord repeats on only one n-th weekday of the month, such as the 2nd Sat",
    ),
    "discord/event-monthly",
);
const END: UnsupportedReason = (
    Text::new(
        "不能设结束日期或次数，到时要手工停掉",
        "Discord takes no end date or number of times; stop the event by hand",
    ),
    "discord/event-end",
);

pub(in super::super) fn unsupported(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let is_discord = |name: &str| match context.index.find("channel", name) {
        Some(Thing::Channel(at)) => plan.channels[at].platform == Some(Platform::Discord),
        _ => false,
    };
    for (at, activity) in plan.activities.iter().enumerate() {
        // a routine is a message in the channel; an event is set up
        let is_event = activity.weight != Some(Weight::Routine);
        let Some(when) = activity.when.as_ref().filter(|_| is_event) else { continue };
        if !activity.channels.iter().any(|name| is_discord(name.as_str())) {
            continue;
        }
        let path = KeyPath::of(&["activities"]).index(at);
        let Some(why) = why(when) else { continue };
        report.add(
            report
                .finding(path.key("when"))
                .with("item", Thing::Activity(at).named(plan))
                .with("when", when.print(context.language))
                .with("why", why.0)
                .with("as_of", fact(why.1).map_or("", |fact| fact.as_of)),
        );
    }
}

fn why(when: &Cadence) -> Option<UnsupportedReason> {
    match &when.pattern {
        _ if !when.more_times.is_empty() => Some(INTERVAL),
        Pattern::EveryDays(_) | Pattern::NumberedWeeks { .. } => Some(INTERVAL),
        Pattern::Weekly { every, on } => weekly(*every, *on),
        Pattern::Monthly { period: Period::Month, days } => match days[..] {
            [MonthDay::Nth(1..=5, _)] => None,
            _ => Some(MONTHLY),
        },
        Pattern::Monthly { period: Period::Year(_), days } => match days[..] {
            [MonthDay::Day(1..)] => None,
            _ => Some(MONTHLY),
        },
        // of the lunar calendar, single dates are written by hand
        Pattern::Monthly { period, .. } if period.is_lunar() => None,
        Pattern::Monthly { .. } => Some(INTERVAL),
        Pattern::Rrule(rule) => rrule(rule),
        Pattern::Daily | Pattern::Workdays | Pattern::DaysOff => None,
        Pattern::Once(_) | Pattern::Offset { .. } | Pattern::Term(_) | Pattern::Festival(_) => None,
    }
}

fn weekly(every: u16, on: WeekdaySet) -> Option<UnsupportedReason> {
    let is_set = every == 1 && SETS.iter().any(|(first, last)| WeekdaySet::between(*first, *last) == on);
    match every {
        1 | 2 if on.len() <= 1 || is_set || on.len() == 7 => None,
        1 | 2 => Some(WEEKDAYS),
        _ => Some(INTERVAL),
    }
}

fn rrule(rule: &Rrule) -> Option<UnsupportedReason> {
    if rule.count.is_some() || rule.until.is_some() {
        return Some(END);
    }
    if !(rule.weeks.is_empty() && rule.year_days.is_empty()) {
        return Some(MONTHLY);
    }
    let on: WeekdaySet = rule.days.iter().map(|(_, day)| *day).collect();
    match rule.frequency {
        Frequency::Weekly => weekly(rule.interval, on),
        _ if rule.interval > 1 => Some(INTERVAL),
        Frequency::Daily => weekly(1, on),
        Frequency::Monthly => match (&rule.days[..], rule.month_days.is_empty() && rule.positions.is_empty()) {
            ([(1..=5, _)], true) => None,
            _ => Some(MONTHLY),
        },
        Frequency::Yearly => match (&rule.months[..], &rule.month_days[..], rule.days.is_empty()) {
            ([_], [day], true) if *day > 0 => None,
            _ => Some(MONTHLY),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_some_rhythms_can_be_set_up() {
        let fact_of = |phrase: &str| why(&Cadence::parse(phrase).expect(phrase)).map(|why| why.1);
        for fine in [
            "daily 20:00",
            "every Wed 20:00",
            "every 2 weeks on Sat 14:00",
            "every Mon, Tue, Wed, Thu, Fri 20:00",
            "every Sun, Mon 20:00",
            "3rd Sat of the month 14:00",
            "yearly on 31 Dec 20:00",
            "2026-12-24 20:00",
            "winter solstice 19:00",
            "RRULE:FREQ=MONTHLY;BYDAY=2SA 10:00",
        ] {
            assert_eq!(fact_of(fine), None, "{fine}");
        }
        for (phrase, wanted) in [
            ("every Mon, Wed, Fri 20:00", "discord/event-weekly"),
            ("every 2 weeks on Sat, Sun 14:00", "discord/event-weekly"),
            ("every 3 weeks on Sat 14:00", "discord/event-interval"),
            ("every 3 days 20:00", "discord/event-interval"),
            ("2nd, 4th Sat of the month 14:00", "discord/event-monthly"),
            ("last Fri of the month 10:00", "discord/event-monthly"),
            ("monthly on the 15th 20:00", "discord/event-monthly"),
            ("first Mon of the quarter 10:00", "discord/event-interval"),
            ("RRULE:FREQ=WEEKLY;COUNT=5 10:00", "discord/event-end"),
        ] {
            assert_eq!(fact_of(phrase), Some(wanted), "{phrase}");
            assert!(fact(wanted).is_some());
        }
    }
}
