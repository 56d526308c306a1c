//! Two shares compared: how far apart, how sure, and what could have been seen.

use super::super::interval::{ConfidenceInterval, newcombe};
use super::distribution::{Z_POWER, Z_TWO_SIDED, normal_two_sided};
use super::fisher::fisher_exact;

/// Below this total, the exact test is used.
const EXACT_BELOW: u64 = 200;

/// Below this expected count, too.
const EXPECTED_BELOW: f64 = 5.0;

/// How the probability was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShareMethod {
    /// Fisher's exact test.
    Exact,
    /// The pooled z-test, with its z.
    PooledZ(f64),
}

/// Two shares compared, the second less the first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareTest {
    /// The second share less the first.
    pub difference: f64,
    /// Newcombe's hybrid score interval of it, 95 %.
    pub interval: ConfidenceInterval,
    /// How likely a difference as large is by chance alone.
    pub p: f64,
    /// How `p` was found.
    pub method: ShareMethod,
    /// The smallest difference that would have been seen four times out of five.
    pub visible: f64,
}

impl ShareTest {
    /// Compares; each is a count and its total. None where a side is empty, or counts more than its total.
    pub fn of(first: (u64, u64), second: (u64, u64)) -> Option<Self> {
        if first.1 == 0 || second.1 == 0 || first.0 > first.1 || second.0 > second.1 {
            return None;
        }
        let (n1, n2) = (first.1 as f64, second.1 as f64);
        let pooled = (first.0 + second.0) as f64 / (n1 + n2);
        let difference = second.0 as f64 / n2 - first.0 as f64 / n1;
        let smallest_expected = n1.min(n2) * pooled.min(1.0 - pooled);
        let spread = (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt();
        let is_exact = first.1 + second.1 < EXACT_BELOW || smallest_expected < EXPECTED_BELOW;
        let (p, method) = match is_exact {
            true => (fisher_exact(first, second), ShareMethod::Exact),
            false => (normal_two_sided(difference / spread), ShareMethod::PooledZ(difference / spread)),
        };
        let visible = (Z_TWO_SIDED + Z_POWER) * spread;
        Some(Self { difference, interval: newcombe(second, first), p, method, visible })
    }

    /// How many a side would show a difference of this size four times out of five; none where there is none.
    pub fn needed_a_side(first: (u64, u64), second: (u64, u64)) -> Option<u64> {
        let share = |(count, of): (u64, u64)| count as f64 / of as f64;
        let (p1, p2) = (share(first), share(second));
        let difference = p2 - p1;
        if !difference.is_finite() || difference == 0.0 {
            return None;
        }
        let variance = p1 * (1.0 - p1) + p2 * (1.0 - p2);
        Some(((Z_TWO_SIDED + Z_POWER).powi(2) * variance / difference.powi(2)).ceil() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cookie Cats: gate at level 30 and at level 40; came back after 7 days, after 1 day.
    #[test]
    fn cookie_cats_to_the_digit() {
        let week = ShareTest::of((8_502, 44_700), (8_279, 45_489)).expect("two sides");
        assert_eq!(format!("{:.4}", week.difference * 100.0), "-0.8201");
        let ShareMethod::PooledZ(z) = week.method else { panic!("{week:?}") };
        assert_eq!((format!("{z:.4}"), format!("{:.6}", week.p)), ("-3.1644".to_owned(), "0.001554".to_owned()));
        let percent = |value: f64| format!("{:.4}", value * 100.0);
        assert_eq!(
            (percent(week.interval.low), percent(week.interval.high)),
            ("-1.3282".to_owned(), "-0.3121".to_owned())
        );
        let day = ShareTest::of((20_034, 44_700), (20_119, 45_489)).expect("two sides");
        assert_eq!(format!("{:.4}", day.p), "0.0744");
    }

    /// A page on A/B tests gives p = 0.0012 for these counts: wrong by many powers of ten.
    #[test]
    fn a_published_error_is_caught() {
        let test = ShareTest::of((1_600, 50_000), (2_250, 50_000)).expect("two sides");
        let ShareMethod::PooledZ(z) = test.method else { panic!("{test:?}") };
        assert_eq!(format!("{z:.2}"), "10.68");
        assert!(test.p < 1e-25 && (test.p - 0.0012).abs() > 0.001, "{}", test.p);
    }

    #[test]
    fn few_are_tested_exactly() {
        let test = ShareTest::of((1, 34), (7, 34)).expect("two sides");
        assert_eq!((test.method, format!("{:.4}", test.p)), (ShareMethod::Exact, "0.0544".to_owned()));
        let rare = ShareTest::of((1, 400), (4, 400)).expect("two sides");
        assert_eq!(rare.method, ShareMethod::Exact, "fewer than five are expected");
        assert_eq!(ShareTest::of((0, 0), (1, 2)), None);
        assert_eq!(ShareTest::of((3, 2), (1, 2)), None);
    }

    /// 60 % against 70 %: (1.96 + 0.84)² × (0.24 + 0.21) / 0.1² = 353.2.
    #[test]
    fn what_would_be_needed() {
        assert_eq!(ShareTest::needed_a_side((60, 100), (70, 100)), Some(354));
        assert_eq!(ShareTest::needed_a_side((60, 100), (60, 100)), None);
    }
}
