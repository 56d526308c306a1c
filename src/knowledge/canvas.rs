//! The 17 themes of the Community Canvas, used to show what a plan covers.
//!
//! The themes are the Canvas's (community-canvas.org). Must not say which keys cover a theme.

use crate::language::Text;

/// Declares the themes once: variant, id, names.
macro_rules! themes {
    ($($theme:ident $id:literal $zh:literal $en:literal;)*) => {
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

            /// Its name.
            pub const fn name(self) -> Text {
                match self { $(Self::$theme => Text::new($zh, $en),)* }
            }
        }
    };
}

themes! {
    Purpose "purpose" "目的" "Purpose";
    MemberIdentity "member-identity" "成员是谁" "Member Identity";
    Values "values" "价值观" "Values";
    Success "success" "成功的定义" "Success Definition";
    Brand "brand" "品牌" "Brand";
    Selection "member-selection" "成员筛选" "Member Selection";
    Transition "member-transition" "成员去留" "Member Transition";
    SharedExperiences "shared-experiences" "共同经历" "Shared Experiences";
    Rituals "rituals" "仪式" "Rituals";
    Content "content" "内容" "Content";
    Rules "rules" "规则" "Rules";
    Roles "roles" "角色" "Roles";
    Organization "organization" "组织" "Organization";
    Governance "governance" "治理" "Governance";
    Financing "financing" "资金" "Financing";
    Channels "channels" "渠道与平台" "Channels & Platforms";
    Data "data-management" "数据管理" "Data Management";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seventeen_themes_have_a_name_of_their_own() {
        let ids: std::collections::BTreeSet<_> = Theme::ALL.iter().map(|t| t.id()).collect();
        assert_eq!(ids.len(), 17);
    }
}
