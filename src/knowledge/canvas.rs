//! The 17 themes of the Community Canvas, used to show what a plan covers.
//!
//! The themes are the Canvas's (community-canvas.org); the questions are ours. Must not say which keys cover a theme.

use crate::language::Text;

/// The three parts of the Canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CanvasPart {
    /// Who we are and why.
    Identity,
    /// What it is like to be a member.
    Experience,
    /// What keeps it running.
    Structure,
}

impl CanvasPart {
    /// Its name.
    pub const fn name(self) -> Text {
        match self {
            Self::Identity => Text::new("身份", "Identity"),
            Self::Experience => Text::new("体验", "Experience"),
            Self::Structure => Text::new("结构", "Structure"),
        }
    }
}

/// Declares the themes once: variant, id, part, names, question.
macro_rules! themes {
    ($($theme:ident $id:literal $part:ident $zh:literal $en:literal: $ask_zh:literal, $ask_en:literal;)*) => {
        /// A theme of the Community Canvas.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Theme {
            $(#[doc = $en] $theme,)*
        }

        impl Theme {
            /// All of them, in the order of the Canvas.
            pub const ALL: [Self; 17] = [$(Self::$theme),*];

            /// Its stable name.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$theme => $id,)* }
            }

            /// The part it belongs to.
            pub const fn part(self) -> CanvasPart {
                match self { $(Self::$theme => CanvasPart::$part,)* }
            }

            /// Its name.
            pub const fn name(self) -> Text {
                match self { $(Self::$theme => Text::new($zh, $en),)* }
            }

            /// What it asks.
            pub const fn question(self) -> Text {
                match self { $(Self::$theme => Text::new($ask_zh, $ask_en),)* }
            }
        }
    };
}

themes! {
    Purpose "purpose" Identity "目的" "Purpose": "社群为什么存在？", "Why does the community exist?";
    MemberIdentity "member-identity" Identity "成员是谁" "Member Identity": "它是为谁建的？", "Who is it for?";
    Values "values" Identity "价值观" "Values": "成员共同看重什么？", "What matters to all members?";
    Success "success" Identity "成功的定义" "Success Definition": "怎样才算办成了？", "How will you know it works?";
    Brand "brand" Identity "品牌" "Brand": "它怎样被看见、被记住？", "How do people recognise and remember it?";
    Selection "member-selection" Experience "成员筛选" "Member Selection": "人怎样进来？", "How do people get in?";
    Transition "member-transition" Experience "成员去留" "Member Transition": "沉默和离开的人怎么办？", "What happens when people fall silent or leave?";
    SharedExperiences "shared-experiences" Experience "共同经历" "Shared Experiences": "成员一起做什么？", "What do members experience together?";
    Rituals "rituals" Experience "仪式" "Rituals": "哪些事一再发生、有意义？", "What do you do regularly that means something?";
    Content "content" Experience "内容" "Content": "产出什么，谁来产出？", "What do you publish, and who creates it?";
    Rules "rules" Experience "规则" "Rules": "什么可以，什么不可以，谁来管？", "What is allowed, what isn't, and who enforces it?";
    Roles "roles" Experience "角色" "Roles": "成员能担任什么？", "What roles can members play?";
    Organization "organization" Structure "组织" "Organization": "谁在干活，怎样分工？", "Who does the work, and how do you share it?";
    Governance "governance" Structure "治理" "Governance": "大事怎样决定？", "How do you make decisions?";
    Financing "financing" Structure "资金" "Financing": "钱从哪里来，花到哪里去？", "Where does the money come from, and where does it go?";
    Channels "channels" Structure "渠道与平台" "Channels & Platforms": "在哪里见面和说话？", "Where do people meet and talk?";
    Data "data-management" Structure "数据管理" "Data Management": "留存哪些信息，怎样保护？", "What do you keep about members, and how do you protect it?";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seventeen_themes_in_three_parts() {
        let count = |part| Theme::ALL.iter().filter(|t| t.part() == part).count();
        assert_eq!(
            [count(CanvasPart::Identity), count(CanvasPart::Experience), count(CanvasPart::Structure)],
            [5, 7, 5]
        );
        let ids: std::collections::BTreeSet<_> = Theme::ALL.iter().map(|t| t.id()).collect();
        assert_eq!(ids.len(), 17);
        assert!(Theme::ALL.iter().all(|t| t.question().zh.ends_with('？') && t.question().en.ends_with('?')));
    }
}
