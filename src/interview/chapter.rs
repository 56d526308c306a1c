//! The chapters of the full interview.

use crate::language::Text;

/// A chapter of the full interview, in the order in which they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chapter {
    /// Why it exists.
    Why,
    /// What members get.
    What,
    /// Who it is for.
    Who,
    /// Where it meets.
    Where,
    /// When it begins and ends.
    When,
    /// Who does what.
    Roles,
    /// What everyone agrees on.
    Culture,
    /// Rules and sanctions.
    Rules,
    /// What is published.
    Content,
    /// Which events take place.
    Events,
    /// A member's journey.
    Onboarding,
    /// What members can earn.
    Incentives,
    /// How it grows.
    Growth,
    /// What pays for it.
    Monetisation,
    /// Goals, and how to learn from them.
    Goals,
    /// Members' data.
    Data,
}

impl Chapter {
    /// All of them, in order.
    pub const ALL: [Self; 16] = [
        Self::Why,
        Self::What,
        Self::Who,
        Self::Where,
        Self::When,
        Self::Roles,
        Self::Culture,
        Self::Rules,
        Self::Content,
        Self::Events,
        Self::Onboarding,
        Self::Incentives,
        Self::Growth,
        Self::Monetisation,
        Self::Goals,
        Self::Data,
    ];

    /// What people call it.
    pub const fn name(self) -> Text {
        match self {
            Self::Why => Text::new("为什么建", "why"),
            Self::What => Text::new("带来什么", "what members get"),
            Self::Who => Text::new("给谁", "who it is for"),
            Self::Where => Text::new("建在哪里", "where"),
            Self::When => Text::new("什么时候", "when"),
            Self::Roles => Text::new("角色与团队", "roles and team"),
            Self::Culture => Text::new("文化", "culture"),
            Self::Rules => Text::new("群规", "rules"),
            Self::Content => Text::new("内容", "content"),
            Self::Events => Text::new("活动", "events"),
            Self::Onboarding => Text::new("成员的旅程", "member journey"),
            Self::Incentives => Text::new("激励", "incentives"),
            Self::Growth => Text::new("增长", "growth"),
            Self::Monetisation => Text::new("变现", "monetisation"),
            Self::Goals => Text::new("目标与复盘", "goals and reviews"),
            Self::Data => Text::new("成员信息", "members' data"),
        }
    }
}

/// The chapter of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The name of the chapter.
    pub name: Text,
    /// Which chapter this is, from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
}

impl Heading {
    pub(super) const fn of(chapter: Chapter) -> Self {
        Self { name: chapter.name(), number: chapter as usize + 1, count: Chapter::ALL.len() }
    }
}
