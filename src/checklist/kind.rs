//! Which checklists there are.

/// Which checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChecklistKind {
    /// Before the first day.
    Launch,
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// A newcomer.
    Onboarding,
    /// A look back.
    Review,
    /// The end.
    Closing,
    /// A member breaks a rule.
    Moderation,
    /// Two members are in conflict.
    Conflict,
    /// A role goes from one person to another.
    Handover,
    /// One role goes from one person to another: its index.
    Role(usize),
    /// An activity: its index.
    Activity(usize),
    /// A list of the user's own: its index among the names of the library.
    Own(usize),
}

impl ChecklistKind {
    /// Those that every plan has.
    pub const GENERAL: [Self; 10] = [
        Self::Launch,
        Self::Daily,
        Self::Weekly,
        Self::Monthly,
        Self::Onboarding,
        Self::Review,
        Self::Closing,
        Self::Moderation,
        Self::Conflict,
        Self::Handover,
    ];

    /// The general list of this word, in English or in Chinese.
    pub fn of_word(word: &str) -> Option<Self> {
        let chinese = ["启动", "每天", "每周", "每月", "新人", "复盘", "关闭", "管理", "冲突", "交接"];
        let mut all = Self::GENERAL.into_iter().zip(chinese);
        all.find(|(what, chinese)| what.word() == word || *chinese == word).map(|(what, _)| what)
    }

    /// Whether it is done again for each day, week or month, or for each newcomer.
    pub const fn is_repeated(self) -> bool {
        matches!(self, Self::Daily | Self::Weekly | Self::Monthly | Self::Onboarding)
    }

    /// The word on the command line, which is the name of the template.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Launch => "launch",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Onboarding => "onboarding",
            Self::Review => "review",
            Self::Closing => "closing",
            Self::Moderation => "moderation",
            Self::Conflict => "conflict",
            Self::Handover | Self::Role(_) => "handover",
            Self::Activity(_) => "activity",
            Self::Own(_) => "own",
        }
    }
}
