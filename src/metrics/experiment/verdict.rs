//! The verdict on an experiment, by rules that are fixed before it begins.

use super::means::MeanTest;
use super::outliers::{Outliers, outliers};
use super::sample_ratio::{MISMATCH, sample_ratio_p};
use super::sequential::LookRule;
use super::shares::ShareTest;
use crate::value::Day;

/// What was decided beforehand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExperimentPlan {
    /// Its last day.
    pub until: Day,
    /// How many looks there are, the one at the end included.
    pub looks: usize,
    /// What makes up for the looks before the end.
    pub rule: LookRule,
    /// The planned sizes of both arms, as parts.
    pub parts: (f64, f64),
}

/// What was counted of both arms.
#[derive(Debug, Clone, PartialEq)]
pub enum Arms {
    /// How many of how many.
    Shares((u64, u64), (u64, u64)),
    /// One value for each unit that was assigned.
    Values(Vec<f64>, Vec<f64>),
}

/// What can be said of an experiment.
#[derive(Debug, Clone, PartialEq)]
pub enum ExperimentVerdict {
    /// The arms are not as large as planned: find out why, nothing else can be believed.
    UnevenArms {
        /// How likely that is by chance.
        p: f64,
    },
    /// It is not over, and no look was planned for now.
    TooEarly {
        /// Its last day.
        until: Day,
    },
    /// There is nothing to compare yet.
    NoData,
    /// B is higher than A.
    Higher(ExperimentResult),
    /// B is lower than A.
    Lower(ExperimentResult),
    /// They cannot be told apart; with how many a side would have to be counted for a difference like the observed one.
    NotToldApart(ExperimentResult, Option<u64>),
}

/// The figures behind a verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct ExperimentResult {
    /// B less A.
    pub difference: f64,
    /// Its 95 % interval.
    pub interval: super::super::interval::ConfidenceInterval,
    /// How likely a difference as large is by chance alone.
    pub p: f64,
    /// What `p` has to be below at this look.
    pub below: f64,
    /// Of shares, the smallest difference that would have been seen four times out of five.
    pub visible: Option<f64>,
    /// Of values, what is far out in A and in B.
    pub outliers: [Option<Outliers>; 2],
}

/// Judges an experiment with data up to a day, at its `look`-th look (from 1; the last one is at the end).
pub fn judge(plan: &ExperimentPlan, arms: &Arms, look: usize, data_until: Day) -> ExperimentVerdict {
    let sizes = match arms {
        Arms::Shares(a, b) => (a.1, b.1),
        Arms::Values(a, b) => (a.len() as u64, b.len() as u64),
    };
    let ratio = sample_ratio_p(&[(sizes.0, plan.parts.0), (sizes.1, plan.parts.1)]);
    if ratio < MISMATCH {
        return ExperimentVerdict::UnevenArms { p: ratio };
    }
    let is_over = data_until >= plan.until;
    let is_planned = plan.rule != LookRule::AtEnd && (1..plan.looks).contains(&look);
    if !is_over && !is_planned {
        return ExperimentVerdict::TooEarly { until: plan.until };
    }
    let look = if is_over { plan.looks.max(1) } else { look };
    let bounds = plan.rule.bounds(plan.looks.max(1)).unwrap_or_default();
    let below = bounds.get(look - 1).map_or(0.0, |bound| super::distribution::normal_two_sided(*bound));
    let Some(result) = compare(arms, below) else { return ExperimentVerdict::NoData };
    match result.difference {
        difference if result.p < below && difference > 0.0 => ExperimentVerdict::Higher(result),
        difference if result.p < below && difference < 0.0 => ExperimentVerdict::Lower(result),
        _ if !is_over => ExperimentVerdict::TooEarly { until: plan.until },
        _ => {
            let needed = match arms {
                Arms::Shares(a, b) => ShareTest::needed_a_side(*a, *b),
                Arms::Values(..) => None,
            };
            ExperimentVerdict::NotToldApart(result, needed)
        }
    }
}

fn compare(arms: &Arms, below: f64) -> Option<ExperimentResult> {
    match arms {
        Arms::Shares(a, b) => {
            let ShareTest { difference, interval, p, visible, .. } = ShareTest::of(*a, *b)?;
            Some(ExperimentResult { difference, interval, p, below, visible: Some(visible), outliers: [None, None] })
        }
        Arms::Values(a, b) => {
            let MeanTest { welch, p, .. } = MeanTest::of(a, b)?;
            let outliers = [outliers(a), outliers(b)];
            Some(ExperimentResult {
                difference: welch.difference,
                interval: welch.interval,
                p,
                below,
                visible: None,
                outliers,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(looks: usize, rule: LookRule) -> ExperimentPlan {
        ExperimentPlan { until: Day(100), looks, rule, parts: (1.0, 1.0) }
    }

    const COOKIE_CATS: Arms = Arms::Shares((8_502, 44_700), (8_279, 45_489));

    #[test]
    fn no_verdict_before_the_end_unless_a_look_was_planned() {
        let end = plan(1, LookRule::AtEnd);
        assert_eq!(judge(&end, &COOKIE_CATS, 1, Day(99)), ExperimentVerdict::TooEarly { until: Day(100) });
        assert!(matches!(judge(&end, &COOKIE_CATS, 1, Day(100)), ExperimentVerdict::Lower(_)));
        let looks = plan(5, LookRule::Pocock);
        let ExperimentVerdict::Lower(result) = judge(&looks, &COOKIE_CATS, 2, Day(40)) else { panic!("crossed") };
        assert!((result.below - 0.0158).abs() < 0.0001, "{}", result.below);
        let careful = plan(5, LookRule::OBrienFleming);
        assert_eq!(judge(&careful, &COOKIE_CATS, 2, Day(40)), ExperimentVerdict::TooEarly { until: Day(100) });
        assert_eq!(
            judge(&looks, &COOKIE_CATS, 5, Day(40)),
            ExperimentVerdict::TooEarly { until: Day(100) },
            "no such look yet"
        );
    }

    #[test]
    fn uneven_arms_stop_everything() {
        let arms = Arms::Shares((10, 600), (90, 400));
        assert!(matches!(judge(&plan(1, LookRule::AtEnd), &arms, 1, Day(100)), ExperimentVerdict::UnevenArms { .. }));
    }

    #[test]
    fn what_cannot_be_told_apart_says_what_would_be_needed() {
        let arms = Arms::Shares((12, 40), (16, 40));
        let ExperimentVerdict::NotToldApart(result, needed) = judge(&plan(1, LookRule::AtEnd), &arms, 1, Day(100))
        else {
            panic!("forty a side")
        };
        assert!(result.interval.contains(0.0) && result.visible.is_some_and(|visible| visible > 0.25), "{result:?}");
        assert_eq!(needed, Some(354));
        assert_eq!(
            judge(&plan(1, LookRule::AtEnd), &Arms::Shares((0, 0), (0, 0)), 1, Day(100)),
            ExperimentVerdict::NoData
        );
    }

    #[test]
    fn values_name_what_is_far_out() {
        let mut b: Vec<f64> = (0..40).map(|n| f64::from(n % 7)).collect();
        let a = b.clone();
        b[3] = 49_854.0;
        let ExperimentVerdict::NotToldApart(result, None) =
            judge(&plan(1, LookRule::AtEnd), &Arms::Values(a, b), 1, Day(100))
        else {
            panic!("one value decides nothing")
        };
        assert_eq!((result.outliers[0], result.outliers[1].map(|far| far.count)), (None, Some(1)));
    }
}
