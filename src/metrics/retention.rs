//! Retention: of those who came, how many acted again on a later day, in a later week, or ever after.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Figure, Withheld};
use super::member_days::{MemberDays, has_day_in};
use crate::value::{Day, DayWindow};

/// When someone counts as retained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RetentionRule {
    /// An act on that day after the first, exactly.
    Day(u16),
    /// An act in the days 7k to 7k + 6 after the first.
    Week(u16),
    /// An act on that day or any later one, up to the end of the data: another figure, which only grows.
    OnOrAfter(u16),
}

impl RetentionRule {
    /// The days that count for someone who came on a day.
    fn window(self, joined: Day, data_until: Day) -> DayWindow {
        let after = |days: i32| joined.plus(days);
        match self {
            Self::Day(n) => DayWindow { first: after(n.into()), last: after(n.into()) },
            Self::Week(k) => DayWindow { first: after(7 * i32::from(k)), last: after(7 * i32::from(k) + 6) },
            Self::OnOrAfter(n) => DayWindow { first: after(n.into()), last: data_until.max(after(n.into())) },
        }
    }
}

/// The members of a community by the day on which they came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Retention {
    /// By day of coming: its members.
    cohorts: BTreeMap<Day, BTreeSet<u32>>,
}

impl Retention {
    /// Members come with their first act.
    pub fn by_first_act(days: &MemberDays) -> Self {
        let first = |(member, days): (u32, &[(Day, u32)])| Some((member, days.first()?.0));
        Self::by_joining(days.members().filter_map(first))
    }

    /// Members come on the day on which they joined, whether they ever act or not.
    pub fn by_joining(joined: impl IntoIterator<Item = (u32, Day)>) -> Self {
        let mut cohorts: BTreeMap<Day, BTreeSet<u32>> = BTreeMap::new();
        for (member, day) in joined {
            cohorts.entry(day).or_default().insert(member);
        }
        Self { cohorts }
    }

    /// Those who came within a window and were retained, out of those whose days are over: others are too early to count.
    pub fn figure(&self, rule: RetentionRule, came: DayWindow, days: &MemberDays, data_until: Day) -> Figure {
        let (mut retained, mut mature) = (0, 0);
        let mut next_mature: Option<Day> = None;
        let mut last_mature = came.first;
        for (joined, members) in self.cohorts.range(came.first..=came.last) {
            let window = rule.window(*joined, data_until);
            if window.last > data_until {
                next_mature = Some(next_mature.map_or(window.last, |day: Day| day.min(window.last)));
                continue;
            }
            last_mature = last_mature.max(window.last);
            mature += members.len() as u64;
            retained += members.iter().filter(|member| has_day_in(days.of(**member), window)).count() as u64;
        }
        let window = DayWindow { first: came.first, last: last_mature };
        let figure = Figure::of_people(retained, mature, window, data_until);
        match (mature, next_mature) {
            (0, Some(until)) => Figure { withheld: Some(Withheld::TooEarly { until }), ..figure },
            _ => figure,
        }
    }

    /// The triangle: for each week of coming how many came, and how many acted in each week after, as far as it is over.
    pub fn weekly_triangle(&self, weeks: u16, days: &MemberDays, data_until: Day) -> Vec<(DayWindow, Vec<Figure>)> {
        let mut mondays: Vec<Day> = self.cohorts.keys().map(|day| day.monday()).collect();
        mondays.dedup();
        let row = |monday: &Day| {
            let came = DayWindow::week_of(*monday);
            let figures = (0..=weeks).map(|k| self.figure(RetentionRule::Week(k), came, days, data_until));
            (came, figures.collect())
        };
        mondays.iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Six members come on day 0: all act then; some on days 1, 7, 13, 14.
    fn example() -> MemberDays {
        let mut days = MemberDays::default();
        (0..6).for_each(|member| days.add(member, Day(0)));
        for (member, day) in [(0, 1), (1, 1), (1, 7), (2, 13), (3, 14), (9, 20)] {
            days.add(member, Day(day));
        }
        days
    }

    #[test]
    fn days_weeks_and_ever_after_are_three_figures() {
        let days = example();
        let retention = Retention::by_first_act(&days);
        let came = DayWindow { first: Day(0), last: Day(0) };
        let counted = |rule, until| {
            let figure = retention.figure(rule, came, &days, Day(until));
            (figure.numerator, figure.denominator)
        };
        assert_eq!(counted(RetentionRule::Day(1), 20), (2, 6));
        assert_eq!(counted(RetentionRule::Day(7), 20), (1, 6));
        assert_eq!(counted(RetentionRule::Week(0), 20), (6, 6));
        assert_eq!(counted(RetentionRule::Week(1), 20), (2, 6));
        assert_eq!(counted(RetentionRule::Week(2), 20), (1, 6));
        assert_eq!(counted(RetentionRule::OnOrAfter(7), 20), (3, 6));
    }

    #[test]
    fn who_came_too_late_is_not_counted_yet() {
        let days = example();
        let retention = Retention::by_first_act(&days);
        let all = DayWindow { first: Day(0), last: Day(30) };
        let figure = retention.figure(RetentionRule::Day(7), all, &days, Day(26));
        assert_eq!((figure.denominator, figure.withheld), (6, None), "the member of day 20 is mature on day 27");
        assert_eq!(retention.figure(RetentionRule::Day(7), all, &days, Day(27)).denominator, 7);
        let early = retention.figure(RetentionRule::Day(30), all, &days, Day(26));
        assert_eq!(early.withheld, Some(Withheld::TooEarly { until: Day(30) }));
        let nobody = DayWindow { first: Day(2), last: Day(3) };
        let nothing = retention.figure(RetentionRule::Day(1), nobody, &days, Day(26));
        assert_eq!(nothing.withheld, Some(Withheld::NothingToCount));
    }

    #[test]
    fn who_joins_and_stays_silent_is_counted_by_joining() {
        let days = example();
        let retention = Retention::by_joining((0..10).map(|member| (member, Day(0))));
        let figure = retention.figure(RetentionRule::Day(1), DayWindow { first: Day(0), last: Day(0) }, &days, Day(20));
        assert_eq!((figure.numerator, figure.denominator), (2, 10));
    }

    #[test]
    fn the_triangle_ends_where_the_data_end() {
        let days = example();
        let triangle = Retention::by_first_act(&days).weekly_triangle(2, &days, Day(17));
        assert_eq!(triangle.len(), 2);
        let withheld: Vec<bool> = triangle[0].1.iter().map(|figure| figure.withheld.is_some()).collect();
        assert_eq!(withheld, [false, false, true]);
    }
}
