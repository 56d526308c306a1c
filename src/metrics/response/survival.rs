//! Times until something happened, with those for which it has not happened yet (Kaplan and Meier 1958).

use std::collections::BTreeMap;

/// Times until an answer, in seconds, and how long was looked at where none came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResponseTimes {
    /// By seconds: how many were answered then, and how many were seen for no longer.
    times: BTreeMap<i64, (u64, u64)>,
}

impl ResponseTimes {
    /// Adds one: answered after some seconds, or seen for some seconds without an answer.
    pub fn add(&mut self, answered: Option<i64>, seen: i64) {
        let at = self.times.entry(answered.unwrap_or(seen)).or_default();
        if answered.is_some() {
            at.0 += 1;
        } else {
            at.1 += 1;
        }
    }

    /// How many waited for an answer.
    pub fn starts(&self) -> u64 {
        self.times.values().map(|(answered, open)| answered + open).sum()
    }

    /// How many got one.
    pub fn answered(&self) -> u64 {
        self.times.values().map(|(answered, _)| answered).sum()
    }

    /// The time by which half of all are answered; none where that has not come yet.
    pub fn median(&self) -> Option<i64> {
        self.quantile(0.5)
    }

    /// The time by which this share of all is answered, by the product-limit estimate: open ones count until they were last
    /// seen. None where that has not come yet.
    pub fn quantile(&self, share: f64) -> Option<i64> {
        let (mut at_risk, mut open_share) = (self.starts(), 1.0_f64);
        for (time, (answered, open)) in &self.times {
            if *answered > 0 {
                open_share *= 1.0 - *answered as f64 / at_risk as f64;
                // a rounding error of the product is no later answer
                if open_share <= 1.0 - share + 1e-12 {
                    return Some(*time);
                }
            }
            at_risk -= answered + open;
        }
        None
    }

    /// The middle of the answered ones alone; of two in the middle their mean. It looks quicker than the community is.
    pub fn median_of_answered(&self) -> Option<f64> {
        let all = self.answered();
        let (low, high) = (all.checked_sub(1)? / 2, all / 2);
        Some((self.nth_answered(low)? as f64 + self.nth_answered(high)? as f64) / 2.0)
    }

    /// The time of the n-th answer, by how long it took, from 0.
    fn nth_answered(&self, n: u64) -> Option<i64> {
        let mut before = 0;
        for (time, (answered, _)) in &self.times {
            before += answered;
            if before > n {
                return Some(*time);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Freireich 1963, as in every textbook of survival analysis: weeks of remission under 6-MP; `+` is "not yet". The median
    /// is 23, and the curve falls at 6, 7, 10, 13, 16, 22 and 23 only.
    #[test]
    fn the_textbook_median_comes_out() {
        let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        let open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        let mut times = ResponseTimes::default();
        ended.iter().for_each(|week| times.add(Some(*week), 99));
        open.iter().for_each(|week| times.add(None, *week));
        assert_eq!((times.starts(), times.answered()), (21, 9));
        assert_eq!((times.median(), times.quantile(0.25), times.quantile(0.75)), (Some(23), Some(13), None));
        assert_eq!(times.median_of_answered(), Some(10.0));
    }

    #[test]
    fn nothing_has_no_median() {
        assert_eq!((ResponseTimes::default().median(), ResponseTimes::default().median_of_answered()), (None, None));
    }
}
