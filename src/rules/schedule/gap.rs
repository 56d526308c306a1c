//! Days on end on which nothing takes place: in the group, and in a batch, which falls silent sooner.

use crate::calendar::{Calendar, Entry, Item, Kind, Origin};
use crate::finding::KeyPath;
use crate::plan::Plan;
use crate::rules::context::Context;
use crate::rules::reporter::Reporter;
use crate::rules::thresholds::{SILENT_COHORT_DAYS, SILENT_GAP_DAYS};
use crate::value::Day;

pub(super) fn silent(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Reporter) {
    let is_felt =
        |entry: &&Entry| !entry.cancelled && matches!(entry.kind, Kind::Activity | Kind::Content | Kind::Programme);
    let mut days: Vec<Day> = calendar.entries.iter().filter(is_felt).map(|entry| entry.at.day).collect();
    days.dedup();
    let mut reported: Vec<(Day, Day)> = Vec::new();
    let mut report_gaps = |at: KeyPath, days: &[Day], usual: f64| {
        for (from, to) in gaps(days, usual) {
            if !reported.contains(&(from, to)) {
                reported.push((from, to));
                let length = to.0 - from.0 + 1;
                report.add(report.finding(at.clone()).with("from", from).with("to", to).with("days", length));
            }
        }
    };
    let is_regular = plan.activities.iter().any(|a| a.when.is_some()) || plan.content.iter().any(|c| c.when.is_some());
    if is_regular {
        report_gaps(KeyPath::of(&["activities"]), &days, context.threshold(&SILENT_GAP_DAYS));
    }
    for cohort in 0..plan.cohorts.len() {
        if let Some((first, last)) = span(calendar, cohort) {
            let within: Vec<Day> = days.iter().copied().filter(|day| first <= *day && *day <= last).collect();
            report_gaps(KeyPath::of(&["cohorts"]).index(cohort), &within, context.threshold(&SILENT_COHORT_DAYS));
        }
    }
}

/// The gaps longer than what is usual, and longer than one and a half times the longest gap that is the rule.
fn gaps(days: &[Day], usual: f64) -> Vec<(Day, Day)> {
    let mut lengths: Vec<i32> = days.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
    lengths.sort_unstable();
    // what nine of ten gaps do not exceed
    let Some(regular) = lengths.len().checked_sub(1).map(|last| lengths[last * 9 / 10]) else { return Vec::new() };
    let limit = usual.max(1.5 * f64::from(regular));
    let gap = |pair: &[Day]| (pair[0].plus(1), pair[1].plus(-1));
    days.windows(2).map(gap).filter(|(from, to)| f64::from(to.0 - from.0 + 1) > limit).collect()
}

/// The first and the last day of a batch's programme in the calendar.
fn span(calendar: &Calendar<'_>, cohort: usize) -> Option<(Day, Day)> {
    let is_own = |entry: &&Entry| matches!(entry.origin, Origin::Item(Item::Programme(of, _)) if of == cohort);
    let mut days = calendar.entries.iter().filter(is_own).map(|entry| entry.at.day);
    let first = days.next()?;
    Some((first, days.next_back().unwrap_or(first)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(all: &[i32]) -> Vec<Day> {
        all.iter().copied().map(Day).collect()
    }

    #[test]
    fn reports_a_gap_only_where_it_is_longer_than_usual() {
        // seven days between 20 and 28, one more than allowed between 28 and 37
        let all: Vec<i32> = (1..=20).chain([28, 37]).collect();
        assert_eq!(gaps(&days(&all), 7.0), [(Day(29), Day(36))]);
        let weekly: Vec<i32> = (0..12).map(|week| week * 7).collect();
        assert_eq!(gaps(&days(&weekly), 3.0), [], "what comes once a week is not silent between");
        // a batch day by day: three days are allowed, four are not
        let batch = |from: i32| (0..12).chain(from..from + 12).collect::<Vec<_>>();
        assert_eq!(gaps(&days(&batch(15)), 3.0), []);
        assert_eq!(gaps(&days(&batch(16)), 3.0), [(Day(12), Day(15))]);
        assert_eq!((gaps(&days(&[]), 3.0), gaps(&days(&[4]), 3.0)), (Vec::new(), Vec::new()));
    }
}
