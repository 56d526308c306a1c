//! Fisher's exact test of a table of two by two.

/// How likely a table at least as unlikely as this one is, with the same margins, if both shares were equal: two-sided, the sum
/// of all tables that are no more likely (as R's `fisher.test`). Each is a count and its total.
pub fn fisher_exact(first: (u64, u64), second: (u64, u64)) -> f64 {
    let (n1, n2) = (first.1, second.1);
    let (x1, x2) = (first.0.min(n1), second.0.min(n2));
    let successes = x1 + x2;
    let logs = LogFactorials::up_to(n1 + n2);
    let log_p = |x: u64| logs.choose(n1, x) + logs.choose(n2, successes - x) - logs.choose(n1 + n2, successes);
    let observed = log_p(x1);
    // of equally likely ones a rounding error must not leave one out
    let is_counted = |log: &f64| *log <= observed + 1e-7;
    let range = successes.saturating_sub(n2)..=successes.min(n1);
    range.map(log_p).filter(is_counted).map(f64::exp).sum::<f64>().min(1.0)
}

/// The logarithms of the factorials.
struct LogFactorials(Vec<f64>);

impl LogFactorials {
    fn up_to(n: u64) -> Self {
        let mut sum = 0.0;
        let logs = (1..=n).map(|factor| {
            sum += (factor as f64).ln();
            sum
        });
        Self(std::iter::once(0.0).chain(logs).collect())
    }

    fn choose(&self, n: u64, k: u64) -> f64 {
        self.0[n as usize] - self.0[k as usize] - self.0[(n - k) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_tables_come_out() {
        assert_eq!(format!("{:.4}", fisher_exact((7, 34), (1, 34))), "0.0544");
        // Fisher's lady tasting tea, 3 of 4 right: two-sided 0.4857
        assert_eq!(format!("{:.4}", fisher_exact((3, 4), (1, 4))), "0.4857");
    }

    #[test]
    fn equal_tables_and_empty_ones_show_nothing() {
        assert!((fisher_exact((5, 10), (5, 10)) - 1.0).abs() < 1e-9);
        assert!((fisher_exact((0, 0), (3, 10)) - 1.0).abs() < 1e-9);
        assert!((fisher_exact((0, 10), (0, 20)) - 1.0).abs() < 1e-9);
    }
}
