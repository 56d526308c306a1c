//! Intervals of shares and of their differences, at 95 %.

/// The 97.5 % point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// The lower and the upper end of a 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConfidenceInterval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl ConfidenceInterval {
    /// Whether a value lies in it.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// The score interval of a share (Wilson 1927): it stays within 0 and 1, and has a width at 0 and at 1 too. Of nothing it is
/// everything.
pub fn wilson(count: u64, of: u64) -> ConfidenceInterval {
    if of == 0 {
        return ConfidenceInterval { low: 0.0, high: 1.0 };
    }
    let (n, p) = (of as f64, count.min(of) as f64 / of as f64);
    let spread = Z * (Z * Z + 4.0 * n * p * (1.0 - p)).sqrt();
    let (middle, scale) = (2.0 * n * p + Z * Z, 2.0 * (n + Z * Z));
    let low = if count == 0 { 0.0 } else { (middle - spread) / scale };
    let high = if count >= of { 1.0 } else { (middle + spread) / scale };
    ConfidenceInterval { low, high }
}

/// The hybrid score interval of the difference of two independent shares, the first less the second (Newcombe 1998,
/// method 10). Each is a count and its total.
pub fn newcombe(first: (u64, u64), second: (u64, u64)) -> ConfidenceInterval {
    let share = |(count, of): (u64, u64)| if of == 0 { 0.5 } else { count.min(of) as f64 / of as f64 };
    let (p1, p2) = (share(first), share(second));
    let (one, two) = (wilson(first.0, first.1), wilson(second.0, second.1));
    let difference = p1 - p2;
    ConfidenceInterval {
        low: difference - (p1 - one.low).hypot(two.high - p2),
        high: difference + (one.high - p1).hypot(p2 - two.low),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Rounded as the source prints it.
    fn shown(interval: ConfidenceInterval, digits: usize) -> String {
        format!("{:.digits$} {:.digits$}", interval.low, interval.high)
    }

    /// Newcombe 1998, Statistics in Medicine 17, 857–872 (one share) and 873–890 (two).
    #[test]
    fn published_intervals_come_out() {
        assert_eq!(shown(wilson(81, 263), 4), "0.2553 0.3662");
        assert_eq!(shown(wilson(0, 10), 4), "0.0000 0.2775");
        assert_eq!(shown(newcombe((56, 70), (48, 80)), 4), "0.0524 0.3339");
        assert_eq!(shown(newcombe((7, 34), (1, 34)), 2), "0.02 0.34");
        assert_eq!(format!("{:.3}", newcombe((7, 34), (1, 34)).low), "0.019");
    }

    /// Cookie Cats, a published A/B test of a game: retention after a day 7, gate at 40 less gate at 30.
    #[test]
    fn cookie_cats_interval() {
        let interval = newcombe((8_279, 45_489), (8_502, 44_700));
        assert_eq!(
            shown(ConfidenceInterval { low: interval.low * 100.0, high: interval.high * 100.0 }, 4),
            "-1.3282 -0.3121"
        );
    }

    proptest! {
        #[test]
        fn a_share_lies_in_its_interval(count in 0u64..500, more in 0u64..500) {
            let of = count + more;
            let interval = wilson(count, of);
            prop_assert!((0.0..=1.0).contains(&interval.low) && (0.0..=1.0).contains(&interval.high));
            if of > 0 {
                prop_assert!(interval.contains(count as f64 / of as f64));
            }
        }

        #[test]
        fn differences_turn_round(a in 0u64..90, b in 0u64..90) {
            let (one, two) = (newcombe((a, 90), (b, 90)), newcombe((b, 90), (a, 90)));
            prop_assert!((one.low + two.high).abs() < 1e-12 && (one.high + two.low).abs() < 1e-12);
            prop_assert!(one.low >= -1.0 - 1e-12 && one.high <= 1.0 + 1e-12);
        }
    }
}
