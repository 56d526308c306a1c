//! How often something happens, from its words alone: good enough to separate weekly from monthly. Must not expand dates.

use crate::cadence::{Anchor, Cadence, Frequency, MonthDay, Pattern, Period, Rrule};
use crate::plan::Plan;

/// Times a year from which something counts as weekly: holidays may take a few.
pub(super) const WEEKLY: f64 = 48.0;
/// Times a year from which something counts as monthly.
pub(super) const MONTHLY: f64 = 11.5;
/// How many items a chain of offsets is followed.
const CHAIN: u32 = 8;

/// How often a year a cadence comes round; single dates count once.
pub(super) fn per_year(when: &Cadence, plan: &Plan) -> f64 {
    along(when, plan, CHAIN)
}

fn along(when: &Cadence, plan: &Plan, chain: u32) -> f64 {
    let times = count(when.times().count().max(1));
    times
        * match &when.pattern {
            Pattern::Daily => 365.25,
            Pattern::EveryDays(days) => 365.25 / f64::from((*days).max(1)),
            Pattern::Workdays => 250.0,
            Pattern::DaysOff => 115.0,
            Pattern::Weekly { every, on } => count(on.len()) * 52.18 / f64::from((*every).max(1)),
            Pattern::NumberedWeeks { on, .. } => count(on.len()) * 26.09,
            Pattern::Monthly { period, days } if period.is_lunar() => count(days.len()) * periods(*period),
            Pattern::Monthly { period, days } => days.iter().map(|day| often(*day)).sum::<f64>() * periods(*period),
            Pattern::Term(_) | Pattern::Festival(_) | Pattern::Once(_) => 1.0,
            Pattern::Offset { from: Anchor::Item(item), .. } if chain > 0 => {
                when_of(plan, item.as_str()).map_or(0.0, |when| along(when, plan, chain - 1))
            }
            Pattern::Offset { from: Anchor::Item(_), .. } => 0.0,
            Pattern::Offset { .. } => 1.0,
            Pattern::Rrule(rule) => of_rule(rule),
        }
}

/// How many of its periods have such a day.
fn often(day: MonthDay) -> f64 {
    match day {
        MonthDay::Day(29..=31) => 0.9,
        MonthDay::Nth(5, _) => 0.35,
        _ => 1.0,
    }
}

fn periods(period: Period) -> f64 {
    match period {
        Period::Month => 12.0,
        Period::OddMonths | Period::EvenMonths => 6.0,
        Period::Quarter => 4.0,
        Period::Year(_) | Period::LunarYear(_) => 1.0,
        Period::Months(months) => 12.0 / f64::from(months.max(1)),
        // seven leap months in nineteen years
        Period::LunarMonth => 235.0 / 19.0,
        Period::LunarLeap(_) => 7.0 / 19.0 / 12.0,
    }
}

fn of_rule(rule: &Rrule) -> f64 {
    let (base, days) = match rule.frequency {
        Frequency::Daily => (365.25, 1),
        Frequency::Weekly => (52.18, rule.days.len()),
        Frequency::Monthly => (12.0, rule.month_days.len().max(rule.days.len())),
        Frequency::Yearly => {
            let parts = [rule.months.len(), rule.days.len(), rule.weeks.len(), rule.year_days.len()];
            (1.0, parts.into_iter().max().unwrap_or(1))
        }
    };
    let days = if rule.positions.is_empty() { days } else { rule.positions.len() };
    base * count(days.max(1)) / f64::from(rule.interval.max(1))
}

#[allow(clippy::cast_precision_loss)] // a handful of days
const fn count(days: usize) -> f64 {
    days as f64
}

/// The cadence of an item of the calendar, by name.
fn when_of<'p>(plan: &'p Plan, name: &str) -> Option<&'p Cadence> {
    let is = |id: &Option<crate::value::Slug>| id.as_ref().is_some_and(|id| id.as_str() == name);
    let activities = plan.activities.iter().filter(|item| is(&item.id)).filter_map(|item| item.when.as_ref());
    let content = plan.content.iter().filter(|item| is(&item.id)).filter_map(|item| item.when.as_ref());
    let reviews = plan.reviews.iter().filter(|item| is(&item.id)).filter_map(|item| item.when.as_ref());
    activities.chain(content).chain(reviews).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separates_rhythms() {
        let plan = Plan::default();
        let rate = |phrase: &str| per_year(&Cadence::parse(phrase).expect(phrase), &plan);
        for weekly in ["每天 08:00", "工作日 08:30", "每周三 20:00", "every Mon, Wed 20:00", "休息日 10:00"]
        {
            assert!(rate(weekly) >= WEEKLY, "{weekly}: {}", rate(weekly));
        }
        for monthly in
            ["隔周六 14:00", "每月15日 20:00", "每月最后一天 18:00", "2nd, 4th Sat of the month", "每3周周二 19:30"]
        {
            assert!((MONTHLY..WEEKLY).contains(&rate(monthly)), "{monthly}: {}", rate(monthly));
        }
        for rarer in ["每季度第一个周一 10:00", "yearly on 31 Dec 20:00", "农历八月十五 19:00", "2nd Wed of odd months"]
        {
            assert!(rate(rarer) < MONTHLY, "{rarer}: {}", rate(rarer));
        }
        assert_eq!(rate("RRULE:FREQ=MONTHLY;BYDAY=-1SA 10:00"), 12.0);
    }
}
