//! Dates → the one phrase that gives just these, if there is exactly one.

use crate::cadence::{MonthDay, Pattern, Period};
use crate::value::{Day, Weekday, WeekdaySet};

/// Fewer dates say nothing about how often.
const LEAST: usize = 3;
/// More weeks or months between two dates are no rhythm.
const MOST_WEEKS: i32 = 12;
const MOST_DAYS: i32 = 30;
/// Dates further apart are not looked at.
const LONGEST: i32 = 20 * 366;

/// What dates say about how often.
#[derive(Debug, Clone, PartialEq)]
pub enum Repeated {
    /// Exactly one phrase gives just these dates, from the first to the last.
    Phrase(Box<Pattern>),
    /// Several do.
    Several(Vec<Pattern>),
    /// None does, or the dates are too few.
    None,
}

/// Which phrases give just these dates between the first and the last of them; each date counts once.
pub fn repeated(dates: &[Day]) -> Repeated {
    let mut days = dates.to_vec();
    days.sort_unstable();
    days.dedup();
    let (Some(first), Some(last)) = (days.first().copied(), days.last().copied()) else { return Repeated::None };
    if days.len() < LEAST || last.0 - first.0 > LONGEST {
        return Repeated::None;
    }
    let mut found: Vec<Pattern> = every(&days).into_iter().chain(weekly(&days)).chain(monthly(&days)).collect();
    match (found.pop(), found.is_empty()) {
        (None, _) => Repeated::None,
        (Some(only), true) => Repeated::Phrase(Box::new(only)),
        (Some(another), false) => {
            found.push(another);
            Repeated::Several(found)
        }
    }
}

/// Every day, or every so many days but whole weeks.
fn every(days: &[Day]) -> Option<Pattern> {
    let step = days[1].0 - days[0].0;
    let is_even = days.windows(2).all(|pair| pair[1].0 - pair[0].0 == step);
    match step {
        _ if !is_even || step > MOST_DAYS || step % 7 == 0 => None,
        // a week of them may be something else
        1 if days.len() < 8 => None,
        1 => Some(Pattern::Daily),
        step => u16::try_from(step).ok().map(Pattern::EveryDays),
    }
}

/// The same days of every n-th week. Each of them at least twice, or they may be of one week only.
fn weekly(days: &[Day]) -> Option<Pattern> {
    let on: WeekdaySet = days.iter().map(|day| day.weekday()).collect();
    let count = |weekday: Weekday| days.iter().filter(|day| day.weekday() == weekday).count();
    if on.len() == 7 || on.iter().any(|weekday| count(weekday) < 2) {
        return None;
    }
    let (first, last) = (days[0], days[days.len() - 1]);
    let monday = first.monday();
    let next = days.iter().map(|day| day.monday()).find(|week| *week > monday)?;
    let every = (next.0 - monday.0) / 7;
    let expected = (first.0..=last.0)
        .map(Day)
        .filter(|day| (day.monday().0 - monday.0) / 7 % every == 0 && on.contains(day.weekday()));
    (every <= MOST_WEEKS && expected.eq(days.iter().copied())).then_some(Pattern::Weekly { every: every as u16, on })
}

/// One day of each month, or of every n-th: by its number, as the last, or as the n-th of its weekdays.
fn monthly(days: &[Day]) -> Vec<Pattern> {
    let step = days[1].month().0 - days[0].month().0;
    let is_even = step > 0 && days.windows(2).all(|pair| pair[1].month().0 - pair[0].month().0 == step);
    let Some(period) = (match step {
        _ if !is_even => None,
        1 => Some(Period::Month),
        12 => Some(Period::Year(days[0].month().month() as u8)),
        2..=11 => Some(Period::Months(step as u16)),
        _ => None,
    }) else {
        return Vec::new();
    };
    let of = |day: Day| {
        let number = day.ymd().2;
        let (nth, left) = ((number - 1) / 7 + 1, day.month().days() - number);
        let last = (left < 7).then_some(MonthDay::Nth(-1, day.weekday()));
        let last_day = (left == 0).then_some(MonthDay::Day(-1));
        [Some(MonthDay::Day(number as i8)), last_day, Some(MonthDay::Nth(nth as i8, day.weekday())), last]
    };
    let candidates = of(days[0]).into_iter().flatten();
    let all = candidates.filter(|candidate| days.iter().all(|day| of(*day).contains(&Some(*candidate))));
    all.map(|day| Pattern::Monthly { period, days: vec![day] }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cadence::Cadence;
    use crate::language::Language;

    fn phrases(dates: &str) -> String {
        let days: Vec<Day> = dates.split(' ').map(|day| format!("2026-{day}").parse().expect("a day")).collect();
        let phrase = |pattern: &Pattern| Cadence::new(pattern.clone(), Vec::new()).print(Language::En);
        match repeated(&days) {
            Repeated::None => String::new(),
            Repeated::Phrase(pattern) => phrase(&pattern),
            Repeated::Several(patterns) => patterns.iter().map(phrase).collect::<Vec<_>>().join(" / "),
        }
    }

    #[test]
    fn dates_are_a_phrase_only_where_just_one_gives_them() {
        for (dates, wanted) in [
            ("12-02 12-09", ""),
            ("12-02 12-09 12-16", "every Wed"),
            ("12-16 12-02 12-09 12-09", "every Wed"),
            ("12-02 12-16 12-30", "every 2 weeks on Wed"),
            ("12-02 12-09 12-23", ""),
            ("12-01 12-03 12-08 12-10", "every Tue, Thu"),
            // of one week only
            ("12-07 12-09 12-11", "every 2 days"),
            ("12-01 12-04 12-07 12-10", "every 3 days"),
            ("06-15 07-15 08-15", "monthly on the 15th"),
            ("06-30 07-31 08-31", "last day of the month"),
            // the 4th Thursdays, two of which are the last; every four weeks they are not
            ("06-25 07-23 08-27", "4th Thu of the month"),
            // every four weeks as well
            ("01-01 01-29 02-26", "every 4 weeks on Thu"),
            ("05-07 06-04 07-02", "every 4 weeks on Thu / first Thu of the month"),
            ("03-31 06-30 09-30", "every 3 months on the last day"),
        ] {
            let found = phrases(dates);
            assert_eq!(found.replace("  ", " "), wanted, "{dates}");
        }
    }
}
