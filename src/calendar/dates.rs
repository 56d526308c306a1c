//! The days of a cadence by itself: patterns, recurrence rules, and offsets from festivals and solar terms.

use super::expand::expand;
use super::recurrence;
use crate::cadence::{Anchor, Cadence, Pattern};
use crate::knowledge::festival::{self, FestivalDate};
use crate::knowledge::{Holidays, lunar, term};
use crate::plan::values::Zone;
use crate::value::Day;

/// The days of a cadence by itself in a range, in order, as if an item began on `start`. One that counts from another
/// item of a plan has none here.
pub fn days_of(when: &Cadence, start: Day, (from, to): (Day, Day), holidays: &Holidays) -> Vec<Day> {
    let mut days = Vec::new();
    of_cadence(when, start, None, (from.max(start), to), holidays, |day| days.push(day));
    days
}

/// Calls `emit` for each day of a cadence in a range, in order.
pub(super) fn of_cadence(
    when: &Cadence,
    start: Day,
    zone: Option<&Zone>,
    (from, to): (Day, Day),
    holidays: &Holidays,
    mut emit: impl FnMut(Day),
) {
    match &when.pattern {
        Pattern::Rrule(rule) => {
            let last = recurrence::last_day(rule, when.time, zone);
            recurrence::expand(rule, start, (from, last.map_or(to, |last| last.min(to))), &mut emit);
        }
        Pattern::Offset { from: anchor, days } => {
            let (first, last) = (from.plus(-days), to.plus(-days));
            let mut shifted = |day: Day| emit(day.plus(*days));
            match anchor {
                Anchor::Festival(which) => festival::days_between(which, first, last).for_each(shifted),
                Anchor::Term(index) => (first.year()..=last.year())
                    .filter_map(|year| term::day_of(year, *index))
                    .filter(|day| first <= *day && *day <= last)
                    .for_each(&mut shifted),
                Anchor::Item(_) => {}
            }
        }
        pattern => expand(pattern, start, (from, to), holidays, emit),
    }
}

/// Whether its days come from the tables of lunar days and solar terms, which end.
pub(super) fn of_almanac(when: &Cadence) -> bool {
    match &when.pattern {
        Pattern::Term(_) | Pattern::Offset { from: Anchor::Term(_), .. } => true,
        Pattern::Festival(which) | Pattern::Offset { from: Anchor::Festival(which), .. } => {
            matches!(which.on, FestivalDate::Lunar(..) | FestivalDate::LunarEve | FestivalDate::Term(_))
        }
        Pattern::Monthly { period, .. } => period.is_lunar(),
        _ => false,
    }
}

/// The days in which a cadence by itself has one, if it ever has; none where it may skip more than can be searched. A
/// calendar repeats its weekdays and leap years within forty years, but for the turn of a century.
pub(super) fn horizon(when: &Cadence, starts: Option<Day>) -> Option<(Day, Day)> {
    const CYCLE: i32 = 48 * 366;
    let first = starts.unwrap_or(Day(20_000));
    if of_almanac(when) {
        // months of the moon come back after nineteen years; what the tables do not know cannot be searched
        const ROUND: i32 = 20 * 366;
        let (from, to) = lunar::known();
        let first = starts.map_or(from, |starts| starts.max(from));
        return (first.plus(ROUND) <= to).then_some((first, to));
    }
    match &when.pattern {
        Pattern::Once(day) => Some((*day, *day)),
        Pattern::Rrule(rule) if rule.interval > 8 => None,
        Pattern::Rrule(rule) => Some((first, first.plus(CYCLE * i32::from(rule.interval)))),
        Pattern::Offset { .. } => None,
        _ => Some((first, first.plus(CYCLE))),
    }
}

/// How many days of a cadence by itself lie in a range.
pub(super) fn count(
    when: &Cadence,
    start: Day,
    zone: Option<&Zone>,
    (from, to): (Day, Day),
    holidays: &Holidays,
) -> i64 {
    if to < from {
        return 0;
    }
    match &when.pattern {
        Pattern::Daily => i64::from(to.0 - from.0 + 1),
        Pattern::EveryDays(every) => {
            let step = i32::from((*every).max(1));
            let first = from.0 + (start.0 - from.0).rem_euclid(step);
            i64::from((to.0 - first).div_euclid(step) + 1)
        }
        Pattern::Weekly { every, on } => {
            let (step, first) = (i32::from((*every).max(1)), start.monday());
            let before = |day: Day| {
                let (weeks, into) = ((day.0 - first.0).div_euclid(7), (day.0 - first.0).rem_euclid(7));
                let whole = i64::from((weeks + step - 1).div_euclid(step)) * on.len() as i64;
                let is_now = weeks.rem_euclid(step) == 0;
                whole + if is_now { on.count_before(into) as i64 } else { 0 }
            };
            before(to.plus(1)) - before(from)
        }
        _ => {
            let mut count = 0;
            of_cadence(when, start, zone, (from, to), holidays, |_| count += 1);
            count
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn days_are_counted_as_they_are_listed() {
        let start = day("2026-01-07");
        for phrase in [
            "daily",
            "every 3 days",
            "every Mon, Wed",
            "every 3 weeks on Tue, Sat",
            "workdays",
            "last day of the month",
        ] {
            let when = Cadence::parse(phrase).expect(phrase);
            for (from, to) in (0..40).flat_map(|from| (0..50).map(move |to| (from, from + to - 1))) {
                let range = (start.plus(from), start.plus(to));
                let listed = days_of(&when, start, range, Holidays::china()).len() as i64;
                assert_eq!(count(&when, start, None, range, Holidays::china()), listed, "{phrase} {range:?}");
            }
        }
    }

    #[test]
    fn days_from_a_term_lie_within_the_range() {
        // the winter solstice of 2026 is on 22 December, that of 2027 too
        let when = Cadence::parse("3 days before winter solstice").expect("a cadence");
        let of = |from: &str, to: &str| -> Vec<String> {
            days_of(&when, day(from), (day(from), day(to)), Holidays::none()).iter().map(Day::to_string).collect()
        };
        assert_eq!(of("2026-01-01", "2027-12-31"), ["2026-12-19", "2027-12-19"]);
        assert!(of("2026-01-01", "2026-12-18").is_empty() && of("2026-12-20", "2027-12-18").is_empty());
    }
}
