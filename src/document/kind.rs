//! Which documents there are.

use crate::language::Text;

/// A document that every plan can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// What a newcomer reads first.
    Welcome,
    /// The rules.
    Rules,
    /// What the community is.
    Introduction,
    /// Replies to keywords.
    Keywords,
    /// The terms of a prize draw.
    Draw,
    /// Goodbye to a member.
    Farewell,
    /// What the successor in a role has to know.
    Handover,
    /// Who does what.
    Team,
}

impl DocumentKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Welcome,
        Self::Rules,
        Self::Introduction,
        Self::Keywords,
        Self::Draw,
        Self::Farewell,
        Self::Handover,
        Self::Team,
    ];

    /// The word on the command line, which is the name of the template.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Rules => "rules",
            Self::Introduction => "introduction",
            Self::Keywords => "keywords",
            Self::Draw => "draw",
            Self::Farewell => "farewell",
            Self::Handover => "handover",
            Self::Team => "team",
        }
    }

    /// What people call it.
    pub const fn name(self) -> Text {
        match self {
            Self::Welcome => Text::new("欢迎语", "welcome"),
            Self::Rules => Text::new("群规", "rules"),
            Self::Introduction => Text::new("介绍", "introduction"),
            Self::Keywords => Text::new("关键词", "keywords"),
            Self::Draw => Text::new("抽奖规则", "draw terms"),
            Self::Farewell => Text::new("告别", "farewell"),
            Self::Handover => Text::new("交接", "handover"),
            Self::Team => Text::new("团队", "team"),
        }
    }

    /// When it is used.
    pub const fn about(self) -> Text {
        match self {
            Self::Welcome => Text::new(
                "新人进来时发：能得到什么、先做什么、有事找谁",
                "for newcomers: what they get, what to do first, who to ask",
            ),
            Self::Rules => Text::new(
                "置顶或发给新人：群规、违规怎么处理、申诉和举报找谁、信息怎么用",
                "to pin: the rules, what happens when they are broken, appeals, reports, data",
            ),
            Self::Introduction => Text::new(
                "对外介绍：做什么、给谁、有什么好处、怎么进来",
                "for people outside: what it is, who it is for, what they get, how to join",
            ),
            Self::Keywords => Text::new(
                "设自动回复或贴出来：关键词和回复",
                "for an auto-reply or to post: keywords and their replies",
            ),
            Self::Draw => Text::new(
                "抽奖前公示：奖品、条件、概率、兑奖",
                "to publish before a prize draw: prizes, conditions, odds, claiming",
            ),
            Self::Farewell => Text::new(
                "成员离开时发：感谢、信息怎么处理",
                "for a member who leaves: thanks, and what happens to their data",
            ),
            Self::Handover => Text::new(
                "换人时交给接手的人：职责、常做的事、权限",
                "for the successor in a role: duties, regular work, access",
            ),
            Self::Team => Text::new("谁负责什么、谁顶替谁", "who does what, and who stands in"),
        }
    }

    /// The document of a word, in either language.
    pub fn of_word(word: &str) -> Option<Self> {
        const ALSO: [(&str, DocumentKind); 10] = [
            ("欢迎", DocumentKind::Welcome),
            ("规则", DocumentKind::Rules),
            ("公告", DocumentKind::Rules),
            ("intro", DocumentKind::Introduction),
            ("简介", DocumentKind::Introduction),
            ("关键词回复", DocumentKind::Keywords),
            ("抽奖", DocumentKind::Draw),
            ("欢送", DocumentKind::Farewell),
            ("goodbye", DocumentKind::Farewell),
            ("分工", DocumentKind::Team),
        ];
        let word = word.to_lowercase();
        let named = Self::ALL.into_iter().find(|kind| kind.word() == word || kind.name().zh == word);
        named.or_else(|| ALSO.iter().find(|(also, _)| *also == word).map(|(_, kind)| *kind))
    }
}
