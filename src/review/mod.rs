//! A review: what was planned and what happened, side by side, and what follows by declared rules.
//!
//! A pure function from the plan's goals, events, experiments and decisions, the readings, and what exports counted. Sections
//! are there only with data; what is too early or missing says so, with what to do by when. Figures of before and after are
//! never called causes. Must not know how anything is shown.

mod attendance;
mod decisions;
mod experiments;
mod goals;
mod input;
mod members;
mod missing;
mod money;
mod proposals;
mod result;
mod sections;

pub use attendance::{AttendanceReview, EventReview};
pub use decisions::{DecisionReview, DecisionState};
pub use experiments::{ComparedGroups, ExperimentReview};
pub use goals::{GoalReview, GoalState, measured_size, reading_interval};
pub use input::{DecisionInput, Direction, EventInput, ExperimentInput, GoalInput, MoneyInput, ReviewInput, TaskInput};
pub use members::{MemberReview, MembersAlone};
pub use missing::{MissingReading, MissingWhat};
pub use money::MoneyReview;
pub use proposals::{PROPOSAL_RULES, Proposal, ProposalKind, ProposalRule};
pub use result::{ReviewResult, review};
pub use sections::ReviewSections;

#[cfg(test)]
mod tests;
