//! Whether the arms are as large as they were meant to be: if not, nothing else about the experiment can be believed.

use super::distribution::chi_squared_tail;

/// Below this, the experiment is stopped: its groups were not made as planned.
pub const MISMATCH: f64 = 0.001;

/// How likely arms as uneven as these are, with planned shares of any sum; 1 where nothing is counted or planned.
pub fn sample_ratio_p(arms: &[(u64, f64)]) -> f64 {
    let (total, weights) = arms.iter().fold((0.0, 0.0), |(n, w), (count, weight)| (n + *count as f64, w + weight));
    if total == 0.0 || arms.len() < 2 || arms.iter().any(|(_, weight)| *weight <= 0.0) {
        return 1.0;
    }
    let part = |(count, weight): &(u64, f64)| {
        let expected = total * weight / weights;
        (*count as f64 - expected).powi(2) / expected
    };
    chi_squared_tail(arms.iter().map(part).sum(), arms.len() as f64 - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uneven_arms_are_noticed() {
        assert_eq!(format!("{:.4}", sample_ratio_p(&[(44_700, 1.0), (45_489, 1.0)])), "0.0086");
        assert!(sample_ratio_p(&[(600, 1.0), (400, 1.0)]) < MISMATCH);
        assert!(sample_ratio_p(&[(900, 9.0), (100, 1.0)]) > 0.99, "as planned");
        assert_eq!((sample_ratio_p(&[]), sample_ratio_p(&[(0, 1.0), (0, 1.0)])), (1.0, 1.0));
    }
}
