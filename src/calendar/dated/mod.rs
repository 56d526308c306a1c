//! Dates that the tables of a plan give besides its items: a goal is due, a partnership ends, an honour is awarded.
//!
//! One declaration per kind: what it is called, where the plan has it, when it falls, and who sees to it. Only what the
//! plan gives a date or a rhythm is here; must not invent a date.

mod collector;
mod declaration;
mod earning;
mod kind;
mod learning;
mod members;
mod team;
#[cfg(test)]
mod tests;
mod timing;

use self::collector::Collector;
pub(super) use self::collector::TimedDate;
use self::declaration::Declaration;
use self::kind::DateKind;
pub use self::kind::PlanDate;
pub(super) use self::timing::Timing;
use super::life::Life;
use crate::finding::KeyPath;
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::value::Slug;

/// The declaration of a kind.
const fn declaration(kind: DateKind) -> &'static Declaration {
    use DateKind as Kind;
    match kind {
        Kind::GoalDue => &learning::GOAL_DUE,
        Kind::TestBegins => &learning::TEST_BEGINS,
        Kind::TestEnds => &learning::TEST_ENDS,
        Kind::TestDecision => &learning::TEST_DECISION,
        Kind::DecisionDue => &learning::DECISION_DUE,
        Kind::ReviewFigures => &learning::REVIEW_FIGURES,
        Kind::CohortBegins => &learning::COHORT_BEGINS,
        Kind::GoOn => &learning::GO_ON,
        Kind::Feedback => &learning::FEEDBACK,
        Kind::Honour => &members::HONOUR,
        Kind::Anniversary => &members::ANNIVERSARY,
        Kind::RoleModel => &members::ROLE_MODEL,
        Kind::Care => &members::CARE,
        Kind::InactiveCheck => &members::INACTIVE_CHECK,
        Kind::Screening => &members::SCREENING,
        Kind::RedPackets => &members::RED_PACKETS,
        Kind::Gifts => &members::GIFTS,
        Kind::Points => &members::POINTS,
        Kind::IncentivesCheck => &members::INCENTIVES_CHECK,
        Kind::Joins => &team::JOINS,
        Kind::Leaves => &team::LEAVES,
        Kind::TermEnds => &team::TERM_ENDS,
        Kind::Assessment => &team::ASSESSMENT,
        Kind::SaleBegins => &earning::SALE_BEGINS,
        Kind::SaleEnds => &earning::SALE_ENDS,
        Kind::Renewal => &earning::RENEWAL,
        Kind::Books => &earning::BOOKS,
        Kind::PartnershipEnds => &earning::PARTNERSHIP_ENDS,
        Kind::PlaceCloses => &earning::PLACE_CLOSES,
    }
}

impl PlanDate {
    /// The day by which a decision is to be carried out, by its row.
    pub const fn decision(row: usize) -> Self {
        Self { kind: DateKind::DecisionDue, of: kind::row(row) }
    }

    /// Its stable name.
    pub const fn word(self) -> &'static str {
        declaration(self.kind).word
    }

    /// Whether someone has to do something.
    pub const fn is_task(self) -> bool {
        declaration(self.kind).is_task
    }

    /// What it is called, without the plan's own words.
    pub(super) const fn name(self) -> Text {
        declaration(self.kind).name
    }

    /// What it is called: its name, and the plan's own words for it.
    pub fn title(self, plan: &Plan, language: Language) -> String {
        let name = self.name().get(language);
        let own = (declaration(self.kind).own)(plan, self.of, language).filter(|own| !own.trim().is_empty());
        own.map_or_else(|| name.to_owned(), |own| format!("{name}{}{own}", Text::new("：", ": ").get(language)))
    }

    /// Why it is on its day.
    pub const fn reason(self) -> Text {
        declaration(self.kind).reason
    }

    /// Where the plan has it.
    pub fn path(self) -> KeyPath {
        (declaration(self.kind).path)(self.of)
    }

    /// The name of the role or person that sees to it.
    pub(super) fn owner(self, plan: &Plan) -> Option<&str> {
        (declaration(self.kind).owner)(plan, self.of)
    }

    /// What else is to be known when the day has come, each with its label.
    pub fn details(self, plan: &Plan, language: Language) -> Vec<(Text, String)> {
        let details = (declaration(self.kind).details)(plan, self.of, language);
        details.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect()
    }

    /// The keys by which the plan has it, without numbers.
    pub fn route(self) -> String {
        self.path().keys().collect::<Vec<_>>().join(".")
    }

    /// What tells it from others of its kind, however the rows of the plan are ordered.
    pub fn key(self, plan: &Plan) -> String {
        let Declaration { word, own, id, .. } = declaration(self.kind);
        let slug = |own: String| (!own.trim().is_empty()).then(|| Slug::from_text(&own).to_string());
        let own = id(plan, self.of).or_else(|| own(plan, self.of, Language::En).and_then(slug));
        own.map_or_else(|| (*word).to_owned(), |own| format!("{word}.{own}"))
    }
}

/// All dates of a plan.
pub(super) fn dates(plan: &Plan, life: &Life) -> Vec<TimedDate> {
    let mut collector = Collector::new(life);
    learning::collect(plan, &mut collector);
    members::collect(plan, &mut collector);
    team::collect(plan, &mut collector);
    earning::collect(plan, &mut collector);
    collector.dates
}
