//! Experiments: the verdict of each, from its readings.

use super::input::ExperimentInput;
use crate::metrics::{Arms, ExperimentPlan, ExperimentVerdict, TurnAbout, judge, weeks_in_turn};
use crate::records::{Arm, CurrentReadings, Measured, RecordedReading};
use crate::value::Day;

/// One experiment, reviewed.
#[derive(Debug, Clone, PartialEq)]
pub struct ExperimentReview {
    /// The experiment.
    pub experiment: ExperimentInput,
    /// What can be said.
    pub verdict: ExperimentVerdict,
    /// Of one group that took turns: before and after, by weekday, instead of a verdict.
    pub turns: Option<TurnAbout>,
    /// Of groups that were assigned: how many are compared.
    pub groups: Option<ComparedGroups>,
    /// The last day of its data; none without any.
    pub data_until: Option<Day>,
}

/// How many groups are compared, and what was counted of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComparedGroups {
    /// Groups of A.
    pub a: usize,
    /// Groups of B.
    pub b: usize,
    /// Whether each group has a share, 0 to 1, and no other value.
    pub is_shares: bool,
}

/// Judges an experiment by its readings up to a day. Counts out of a total are shares; of the same arm the latest one counts.
/// Other values are one a unit.
pub(super) fn review_experiment(
    experiment: &ExperimentInput,
    readings: &CurrentReadings,
    until: Day,
) -> ExperimentReview {
    let known = |reading: &&RecordedReading| reading.window.last <= until;
    let of_arm =
        |arm| readings.about_parts(&experiment.id).filter(known).filter(move |reading| reading.arm == Some(arm));
    let data_until = [Arm::A, Arm::B].into_iter().flat_map(of_arm).map(|reading| reading.window.last).max();
    let sides = [Arm::A, Arm::B].map(|arm| of_groups(of_arm(arm)));
    let groups = experiment.is_by_group.then(|| ComparedGroups {
        a: sides[0].len(),
        b: sides[1].len(),
        is_shares: sides.iter().flatten().all(|reading| share(reading).is_some()),
    });
    let done = |verdict, turns| ExperimentReview { experiment: experiment.clone(), verdict, turns, groups, data_until };
    let too_early = ExperimentVerdict::TooEarly { until: experiment.days.last };
    if experiment.is_in_turn {
        let by_day =
            |arm| of_arm(arm).filter_map(|reading| Some((reading.window.last, number(reading)?))).collect::<Vec<_>>();
        let is_over = until > experiment.days.last || data_until.is_some_and(|day| day >= experiment.days.last);
        let turns = is_over.then(|| weeks_in_turn(&by_day(Arm::A), &by_day(Arm::B))).flatten();
        return done(if is_over { ExperimentVerdict::NoData } else { too_early }, turns);
    }
    let shares = |arm| of_arm(arm).filter_map(share).next_back();
    let arms = match (shares(Arm::A), shares(Arm::B)) {
        _ if groups.is_some() => {
            // members of one group are no independent cases, however many they are
            let values = |side: &[&RecordedReading]| side.iter().filter_map(|reading| of_group(reading)).collect();
            Arms::Values(values(&sides[0]), values(&sides[1]))
        }
        (Some(a), Some(b)) => Arms::Shares(a, b),
        _ => {
            let values = |arm| of_arm(arm).filter_map(number).collect();
            Arms::Values(values(Arm::A), values(Arm::B))
        }
    };
    let plan = ExperimentPlan {
        until: experiment.days.last,
        looks: experiment.looks,
        rule: experiment.rule,
        parts: experiment.parts,
    };
    let Some(data_until) = data_until else {
        return done(if until < experiment.days.last { too_early } else { ExperimentVerdict::NoData }, None);
    };
    // equal steps of time stand for equal steps of information
    let gone = (data_until.0 - experiment.days.first.0 + 1).max(0);
    let look =
        usize::try_from(gone).unwrap_or(0) * experiment.looks / usize::try_from(experiment.days.days()).unwrap_or(1);
    done(judge(&plan, &arms, look, data_until), None)
}

/// The latest reading of each group.
fn of_groups<'r>(readings: impl Iterator<Item = &'r RecordedReading>) -> Vec<&'r RecordedReading> {
    let mut latest: std::collections::BTreeMap<&str, &RecordedReading> = std::collections::BTreeMap::new();
    for reading in readings {
        latest.insert(&reading.subject, reading);
    }
    latest.into_values().collect()
}

/// The one value of a group: its share, else its number.
fn of_group(reading: &RecordedReading) -> Option<f64> {
    match share(reading) {
        Some((_, 0)) => None,
        Some((count, of)) => Some(count as f64 / of as f64),
        None => number(reading),
    }
}

/// A count out of a total.
fn share(reading: &RecordedReading) -> Option<(u64, u64)> {
    match (&reading.value, reading.of) {
        (Measured::Count(count), Some(of)) => u64::try_from(*count).ok().map(|count| (count, of)),
        (Measured::Share(share), Some(of)) => Some(((share.0.max(0) as f64 / 1000.0 * of as f64).round() as u64, of)),
        _ => None,
    }
}

fn number(reading: &RecordedReading) -> Option<f64> {
    super::goals::measured_size(&reading.value).map(|(size, _)| size)
}
