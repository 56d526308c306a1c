//! Which kinds of dates there are.

/// A kind of date, and whose it is: the row of its table, and the row of a table within that, or of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlanDate {
    /// The kind.
    pub kind: DateKind,
    /// Whose it is.
    pub of: Rows,
}

/// The rows of the plan that a date is about; 0 where there is only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Rows {
    /// The row of the table.
    pub row: usize,
    /// A row within that, or of another table.
    pub within: usize,
}

/// A kind of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateKind {
    /// The figures of a goal are due.
    GoalDue,
    /// A test begins.
    TestBegins,
    /// The last day of a test.
    TestEnds,
    /// What a test showed is decided.
    TestDecision,
    /// A decision is to be carried out.
    DecisionDue,
    /// The figures of goals are collected before a review.
    ReviewFigures,
    /// A cohort begins.
    CohortBegins,
    /// Whether the community goes on is decided.
    GoOn,
    /// Members are asked what they think.
    Feedback,
    /// An honour is awarded.
    Honour,
    /// The anniversary of the community.
    Anniversary,
    /// A role model is presented.
    RoleModel,
    /// Members are cared for.
    Care,
    /// Silent members are looked for.
    InactiveCheck,
    /// Members are screened again.
    Screening,
    /// Red packets are sent.
    RedPackets,
    /// Gifts are given.
    Gifts,
    /// Points are settled.
    Points,
    /// Whether incentives work is checked.
    IncentivesCheck,
    /// Someone's first day in the team.
    Joins,
    /// Someone's last day in the team.
    Leaves,
    /// Someone's term in a role ends.
    TermEnds,
    /// The holders of a role are assessed.
    Assessment,
    /// A product is sold for the first time.
    SaleBegins,
    /// A product is sold for the last time.
    SaleEnds,
    /// Members are reminded to renew.
    Renewal,
    /// The books are published.
    Books,
    /// A partnership ends.
    PartnershipEnds,
    /// A place closes for some days.
    PlaceCloses,
}

impl DateKind {
    /// All kinds.
    #[cfg(test)]
    pub(super) const ALL: &[Self] = &[
        Self::GoalDue,
        Self::TestBegins,
        Self::TestEnds,
        Self::TestDecision,
        Self::DecisionDue,
        Self::ReviewFigures,
        Self::CohortBegins,
        Self::GoOn,
        Self::Feedback,
        Self::Honour,
        Self::Anniversary,
        Self::RoleModel,
        Self::Care,
        Self::InactiveCheck,
        Self::Screening,
        Self::RedPackets,
        Self::Gifts,
        Self::Points,
        Self::IncentivesCheck,
        Self::Joins,
        Self::Leaves,
        Self::TermEnds,
        Self::Assessment,
        Self::SaleBegins,
        Self::SaleEnds,
        Self::Renewal,
        Self::Books,
        Self::PartnershipEnds,
        Self::PlaceCloses,
    ];
}

/// A row of a table.
pub(super) const fn row(row: usize) -> Rows {
    Rows { row, within: 0 }
}

/// Where there is only one.
pub(super) const ONLY: Rows = row(0);
