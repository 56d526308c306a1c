//! Experiments: whether two ways of doing something can be told apart, and what is needed if not.

mod distribution;
mod fisher;
mod means;
mod outliers;
mod permutation;
mod sample_ratio;
mod sequential;
mod shares;
mod verdict;
mod weeks_in_turn;

pub use fisher::fisher_exact;
pub use means::{MeanMethod, MeanTest, WelchTest};
pub use outliers::{Outliers, outliers};
pub use permutation::permutation_p;
pub use sample_ratio::{MISMATCH, sample_ratio_p};
pub use sequential::{LookRule, false_alarm};
pub use shares::{ShareMethod, ShareTest};
pub use verdict::{Arms, ExperimentPlan, ExperimentResult, ExperimentVerdict, judge};
pub use weeks_in_turn::{TurnAbout, weeks_in_turn};
