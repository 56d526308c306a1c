//! What is fixed about a rule: its name, its level, its words, its sources.

use crate::language::Text;

/// How serious a finding is. Ordered: advice < warning < error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Worth a thought.
    Advice,
    /// A gap that usually hurts.
    Warning,
    /// The plan contradicts itself, a platform limit or the law.
    Error,
}

impl Level {
    /// The word used on the command line and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The level of a word; `hint` is another word for advice.
    pub fn of_word(word: &str) -> Option<Self> {
        let levels = [Self::Advice, Self::Warning, Self::Error];
        levels.into_iter().find(|level| level.word() == word).or_else(|| (word == "hint").then_some(Self::Advice))
    }

    /// The word shown to people.
    pub const fn name(self) -> Text {
        match self {
            Self::Advice => Text::new("建议", "advice"),
            Self::Warning => Text::new("警告", "warning"),
            Self::Error => Text::new("错误", "error"),
        }
    }
}

/// Where the knowledge of a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// 《社群运营实战宝典》, an overview of three books.
    PracticeBook,
    /// 《什么是社群运营》, a collection of eight answers.
    EightAnswers,
    /// 《社群营销实战手册》, chapter 2.
    MarketingHandbook,
    /// 《构建高效社群运营的十个关键要点》.
    TenKeyPoints,
    /// 《微商社群运营培训方案》.
    SocialCommerceTraining,
    /// The Community Canvas, 17 themes.
    Canvas,
    /// FeverBee's published figures.
    FeverBee,
    /// A dated fact of `knowledge` (platform limit, law, benchmark), by its id.
    Fact(&'static str),
    /// The format itself: a plan that cannot be read, or contradicts itself.
    Format,
}

/// The fixed part of a rule; its check is in `rules`.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleInfo {
    /// `topic/problem`: stable, never reused.
    pub id: &'static str,
    /// The highest level it may give.
    pub level: Level,
    /// One line without facts.
    pub title: Text,
    /// What is the matter, with `{facts}`.
    pub message: Text,
    /// How to fix it, with `{facts}`.
    pub help: Text,
    /// Where its knowledge comes from.
    pub sources: &'static [Source],
}

impl RuleInfo {
    /// The part of the id before the slash.
    pub fn topic(&self) -> &'static str {
        // names are short: byte by byte is faster than a search
        &self.id[..self.id.bytes().position(|byte| byte == b'/').unwrap_or(self.id.len())]
    }
}
