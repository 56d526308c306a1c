//! The experiments of a plan that have a name and days.

use crate::metrics::LookRule;
use crate::plan::Plan;
use crate::plan::lifecycle::{EarlyLooks, Experiment, ExperimentUnit};
use crate::review::ExperimentInput;
use crate::value::DayWindow;

/// Experiments that can be judged.
pub(super) fn planned_experiments(plan: &Plan) -> Vec<ExperimentInput> {
    plan.experiments.iter().filter_map(planned).collect()
}

fn planned(experiment: &Experiment) -> Option<ExperimentInput> {
    let looks = usize::try_from(experiment.looks.unwrap_or(1).max(1)).ok()?;
    let rule = match experiment.early {
        Some(EarlyLooks::Pocock) => LookRule::Pocock,
        Some(EarlyLooks::OBrienFleming) => LookRule::OBrienFleming,
        None => LookRule::AtEnd,
    };
    let parts = match experiment.sizes.as_slice() {
        [a, b] if *a > 0 && *b > 0 => (f64::from(*a), f64::from(*b)),
        _ => (1.0, 1.0),
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Some(ExperimentInput {
        id: experiment.id.as_ref()?.to_string(),
        a: text(&experiment.a),
        b: text(&experiment.b),
        days: DayWindow::new(experiment.from?, experiment.until?)?,
        looks: if rule == LookRule::AtEnd { 1 } else { looks },
        rule,
        parts,
        is_by_group: experiment.unit == Some(ExperimentUnit::Group),
        is_in_turn: experiment.unit == Some(ExperimentUnit::Week),
    })
}
