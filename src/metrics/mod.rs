//! What is measured, exactly: the definitions, and the figures that follow from counted facts.
//!
//! Every figure carries what was counted, out of what, in which days, and the last day of data it rests on; what cannot be
//! known is withheld with its reason, never shown as zero. Must not know the plan or the calendar, or choose words.

mod active;
mod attendance;
mod churn;
mod completion;
mod concentration;
mod definition;
mod event_tally;
mod experiment;
mod figure;
mod funnel;
mod growth;
mod interval;
mod invitation;
mod member_days;
mod message_rate;
mod money;
mod participation;
mod repurchase;
mod response;
mod retention;
mod satisfaction;

pub use active::{ActiveMembers, Stickiness};
pub use attendance::{AttendanceFigures, DoorCount, MoreThanSignedUp};
pub use churn::{Lapsed, leave_rate};
pub use completion::{completion_rate, longest_streak};
pub use concentration::Concentration;
pub use definition::{MetricDefinition, NotComputable, definition, definitions, not_computable};
pub use event_tally::{EventTally, TalliedEvents};
pub use experiment::*;
pub use figure::{Figure, SMALLEST_GROUP, Withheld};
pub use funnel::{FunnelStep, conversions_on_each, deepest_step};
pub use growth::{MemberChange, cost_per_member, entry_rate};
pub use interval::{ConfidenceInterval, newcombe, wilson};
pub use invitation::{InvitationCycle, size_after};
pub use member_days::MemberDays;
pub use message_rate::MessageRate;
pub use money::{BreakEvenError, CashFlow, break_even, first_month_even, return_on_cost};
pub use participation::participation;
pub use repurchase::Purchases;
pub use response::{FirstResponse, ResponseTimes};
pub use retention::{Retention, RetentionRule};
pub use satisfaction::{ANSWERS_FOR_NET, NetScore, Recommendations, ScoreFigures, Scores, promoters};
