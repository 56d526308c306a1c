//! One group, this week one way, next week the other: a comparison of before and after, not an experiment.
//!
//! Nothing was dealt by chance, so whatever else changed with the weeks may be the reason. Days are paired by weekday, since
//! Mondays are no Sundays.

use super::super::interval::ConfidenceInterval;
use super::distribution::{student_point, student_two_sided};
use crate::value::{Day, Weekday};

/// Days of one way and of the other, paired by weekday. It may be called before and after, never cause.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TurnAbout {
    /// How many weekdays have both.
    pub pairs: usize,
    /// The means of both ways over the weekdays that have both.
    pub means: (f64, f64),
    /// The mean of the differences, second less first.
    pub difference: f64,
    /// Its 95 % interval, as if weeks differed by chance only; none with fewer than two pairs, or where all differ alike.
    pub interval: Option<ConfidenceInterval>,
    /// The probability of the paired t-test under the same reservation.
    pub p: Option<f64>,
}

/// Pairs the means of each weekday; none where no weekday has both.
pub fn weeks_in_turn(first: &[(Day, f64)], second: &[(Day, f64)]) -> Option<TurnAbout> {
    let mean = |days: &[(Day, f64)], weekday: Weekday| {
        let values: Vec<f64> =
            days.iter().filter(|(day, _)| day.weekday() == weekday).map(|(_, value)| *value).collect();
        (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
    };
    let pair = |weekday: Weekday| Some((mean(first, weekday)?, mean(second, weekday)?));
    let both: Vec<(f64, f64)> = Weekday::ALL.into_iter().filter_map(pair).collect();
    let differences: Vec<f64> = both.iter().map(|(first, second)| second - first).collect();
    let pairs = differences.len();
    if pairs == 0 {
        return None;
    }
    let n = pairs as f64;
    let difference = differences.iter().sum::<f64>() / n;
    let variance = differences.iter().map(|one| (one - difference).powi(2)).sum::<f64>() / (n - 1.0);
    let error = (variance / n).sqrt();
    let is_testable = pairs > 1 && error > 0.0;
    let half = student_point((n - 1.0).max(1.0)) * error;
    Some(TurnAbout {
        pairs,
        means: (both.iter().map(|it| it.0).sum::<f64>() / n, both.iter().map(|it| it.1).sum::<f64>() / n),
        difference,
        interval: is_testable.then_some(ConfidenceInterval { low: difference - half, high: difference + half }),
        p: is_testable.then(|| student_two_sided(difference / error, n - 1.0)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mondays_are_compared_with_mondays() {
        // a busy Sunday in the first week only shifts nothing but Sundays
        let week = |from: i32, values: [f64; 7]| -> Vec<(Day, f64)> {
            let monday = Day(20_000).monday();
            values.into_iter().zip(from..).map(|(value, n)| (monday.plus(n), value)).collect()
        };
        let first = week(0, [10.0, 11.0, 9.0, 10.0, 12.0, 30.0, 40.0]);
        let second = week(7, [12.0, 14.0, 11.0, 13.0, 14.0, 32.0, 43.0]);
        let turn = weeks_in_turn(&first, &second).expect("seven pairs");
        assert_eq!(turn.pairs, 7);
        assert!((turn.difference - 17.0 / 7.0).abs() < 1e-12);
        assert!(turn.p.is_some_and(|p| p < 0.001), "{turn:?}");
        let halves = weeks_in_turn(&first[..3], &second[2..]).expect("Wednesday");
        assert_eq!((halves.pairs, halves.difference, halves.p), (1, 2.0, None));
        assert_eq!(weeks_in_turn(&first[..2], &second[2..]), None);
    }

    #[test]
    fn a_difference_that_is_always_the_same_has_no_interval() {
        let monday = Day(20_000).monday();
        let first = [(monday, 1.0), (monday.plus(1), 2.0)];
        let second = [(monday.plus(7), 2.0), (monday.plus(8), 3.0)];
        let turn = weeks_in_turn(&first, &second).expect("two pairs");
        assert_eq!((turn.difference, turn.interval, turn.p), (1.0, None, None));
    }
}
