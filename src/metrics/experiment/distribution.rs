//! Tails of the distributions that the tests use.

use statrs::distribution::{ChiSquared, ContinuousCDF, Normal, StudentsT};

/// The 97.5 % point of the standard normal distribution.
pub(super) const Z_TWO_SIDED: f64 = 1.959_963_984_540_054;

/// The 80 % point: how sure one wants to be to see an effect that is real.
pub(super) const Z_POWER: f64 = 0.841_621_233_572_914;

/// The standard normal distribution up to a value.
pub(super) fn normal(value: f64) -> f64 {
    Normal::standard().cdf(value)
}

/// How likely a value as far from zero is, on both sides.
pub(super) fn normal_two_sided(value: f64) -> f64 {
    (2.0 * Normal::standard().sf(value.abs())).min(1.0)
}

/// The same for Student's distribution; 1 where it has no freedom.
pub(super) fn student_two_sided(value: f64, freedom: f64) -> f64 {
    StudentsT::new(0.0, 1.0, freedom).map_or(1.0, |student| (2.0 * student.sf(value.abs())).min(1.0))
}

/// The point of Student's distribution with 2.5 % above it.
pub(super) fn student_point(freedom: f64) -> f64 {
    StudentsT::new(0.0, 1.0, freedom).map_or(f64::INFINITY, |student| student.inverse_cdf(0.975))
}

/// How likely a χ² of at least this is.
pub(super) fn chi_squared_tail(value: f64, freedom: f64) -> f64 {
    ChiSquared::new(freedom).map_or(1.0, |chi| chi.sf(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables of every statistics book.
    #[test]
    fn known_points_come_out() {
        assert!((normal(Z_TWO_SIDED) - 0.975).abs() < 1e-10 && (normal(Z_POWER) - 0.8).abs() < 1e-10);
        assert!((normal_two_sided(Z_TWO_SIDED) - 0.05).abs() < 1e-10);
        assert!((student_two_sided(2.228_138_85, 10.0) - 0.05).abs() < 1e-6);
        assert!((student_point(10.0) - 2.228_138_85).abs() < 1e-6);
        assert!((chi_squared_tail(3.841_458_82, 1.0) - 0.05).abs() < 1e-8);
        let far = normal_two_sided(10.68);
        assert!(far > 1e-27 && far < 1e-25, "far tails keep their size: {far}");
    }
}
