//! Two means compared.

use super::super::interval::ConfidenceInterval;
use super::distribution::{student_point, student_two_sided};
use super::permutation::permutation_p;

/// With fewer on a side, the arrangements themselves are counted.
const FEW: usize = 15;

/// Counts with a longer tail than this are too, whatever their number.
const SKEWED: f64 = 1.0;

/// How the probability was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeanMethod {
    /// Welch's t-test.
    Welch,
    /// A permutation test.
    Permutation,
}

/// Welch's t-test: the variances may differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WelchTest {
    /// The second mean less the first.
    pub difference: f64,
    /// t, of the second less the first.
    pub t: f64,
    /// The degrees of freedom, by Welch and Satterthwaite.
    pub freedom: f64,
    /// How likely a difference as large is by chance alone.
    pub p: f64,
    /// The 95 % interval of the difference.
    pub interval: ConfidenceInterval,
}

impl WelchTest {
    /// Compares; none with fewer than two on a side, or where nothing varies.
    pub fn of(first: &[f64], second: &[f64]) -> Option<Self> {
        let ((m1, v1), (m2, v2)) = (mean_and_variance(first)?, mean_and_variance(second)?);
        let (e1, e2) = (v1 / first.len() as f64, v2 / second.len() as f64);
        let error = (e1 + e2).sqrt();
        if !error.is_finite() || error == 0.0 {
            return None;
        }
        let (n1, n2) = (first.len() as f64 - 1.0, second.len() as f64 - 1.0);
        let freedom = (e1 + e2).powi(2) / (e1 * e1 / n1 + e2 * e2 / n2);
        let difference = m2 - m1;
        let half = student_point(freedom) * error;
        Some(Self {
            difference,
            t: difference / error,
            freedom,
            p: student_two_sided(difference / error, freedom),
            interval: ConfidenceInterval { low: difference - half, high: difference + half },
        })
    }
}

/// Two means compared by the test that fits them. What is compared is one value for each member, or for each group where
/// groups were assigned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanTest {
    /// Welch's figures; its interval is shown whatever test decides.
    pub welch: WelchTest,
    /// How likely a difference as large is by chance alone.
    pub p: f64,
    /// How `p` was found.
    pub method: MeanMethod,
}

impl MeanTest {
    /// Compares; none with fewer than two on a side, or where nothing varies.
    pub fn of(first: &[f64], second: &[f64]) -> Option<Self> {
        let welch = WelchTest::of(first, second)?;
        let is_hard =
            first.len().min(second.len()) < FEW || [first, second].into_iter().any(|side| skewness(side) > SKEWED);
        Some(match is_hard {
            true => Self { welch, p: permutation_p(first, second), method: MeanMethod::Permutation },
            false => Self { welch, p: welch.p, method: MeanMethod::Welch },
        })
    }
}

/// The mean and the variance (n − 1) of at least two values.
fn mean_and_variance(values: &[f64]) -> Option<(f64, f64)> {
    if values.len() < 2 {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    Some((mean, values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0)))
}

/// How long the tail is, on either side; 0 where nothing varies.
fn skewness(values: &[f64]) -> f64 {
    let Some((mean, variance)) = mean_and_variance(values) else { return 0.0 };
    if variance == 0.0 {
        return 0.0;
    }
    let third = values.iter().map(|value| (value - mean).powi(3)).sum::<f64>() / values.len() as f64;
    (third / variance.powf(1.5)).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R's `sleep` (Student 1908): hours of sleep gained with two drugs.
    const DRUGS: [[f64; 10]; 2] =
        [[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]];

    #[test]
    fn the_sleep_data_to_the_digit() {
        // R compares the first less the second
        let welch = WelchTest::of(&DRUGS[1], &DRUGS[0]).expect("two sides");
        assert_eq!(
            (format!("{:.4}", welch.t), format!("{:.3}", welch.freedom)),
            ("-1.8608".to_owned(), "17.776".to_owned())
        );
        assert_eq!(format!("{:.5}", welch.p), "0.07939");
        // R prints the interval, too
        assert_eq!(format!("{:.4} {:.4}", welch.interval.low, welch.interval.high), "-3.3655 0.2055");
    }

    #[test]
    fn few_or_skewed_values_are_rearranged() {
        let few = MeanTest::of(&DRUGS[0], &DRUGS[1]).expect("two sides");
        assert_eq!(few.method, MeanMethod::Permutation);
        let even: Vec<f64> = (0..40).map(f64::from).collect();
        let mut tail = even.clone();
        assert_eq!(MeanTest::of(&even, &tail).expect("two sides").method, MeanMethod::Welch);
        tail[39] = 49_854.0;
        assert_eq!(MeanTest::of(&even, &tail).expect("two sides").method, MeanMethod::Permutation);
    }

    #[test]
    fn what_does_not_vary_is_not_compared() {
        assert_eq!(MeanTest::of(&[1.0, 1.0], &[1.0, 1.0]), None);
        assert_eq!(MeanTest::of(&[1.0], &[1.0, 2.0]), None);
        assert_eq!(MeanTest::of(&[1.0, f64::NAN], &[1.0, 2.0]), None);
    }
}
