//! `[[roles]]`, `[[people]]`: who does what. Roles and people share one namespace.

use super::channels::Days;
use super::values::{Countries, Zone};
use crate::source::{Holder, PersonName, Ref, RoleName, choices, table};
use crate::value::{Day, Length, Slug};

choices! {
    /// The kinds of people of a community, and the helping hands.
    pub RoleKind {
        Creator "creator", "创建者" / "creator";
        Manager "manager", "管理员" / "manager" | "管理者";
        Participant "participant", "参与者" / "participant";
        Pioneer "pioneer", "开拓者" / "pioneer";
        Differentiator "differentiator", "分化者" / "successor" | "culture carrier";
        Collaborator "collaborator", "合作者" / "collaborator";
        Payer "payer", "付费者" / "payer";
        Volunteer "volunteer", "志愿者" / "volunteer";
    }
    /// How someone comes to a role.
    pub ChosenBy {
        Founder "founder", "创建者指定" / "appointed by the founder";
        Election "election", "选举" / "elected";
        Rotation "rotation", "轮值" / "in turn";
        Application "application", "自荐" / "by application";
    }
    /// What someone is good at.
    pub Talent {
        Mentor "mentor", "培养者" / "mentor";
        Executor "executor", "执行者" / "executor";
        ResourceFinder "resource-finder", "资源挖掘者" / "resource finder";
        Innovator "innovator", "创新者" / "innovator";
        Expert "expert", "专家" / "expert";
    }
}

table! {
    /// A post and its duties.
    pub Role, "[[roles]]：角色" / "[[roles]]: a role", {
        id: Option<Slug>, "名字" / "its id";
        title: Option<String>, "显示名称" / "its title";
        kind: Option<RoleKind>, "哪一类人" / "the kind of role";
        headcount: Option<u32>, "一共几人，还没有名字的也算" / "how many hold it, also those without names yet";
        duties: Vec<String>, "职责" / "its duties";
        critical: Option<bool>, "缺了就停摆" / "everything stops without it";
        chosen_by: Option<ChosenBy>, "怎样产生" / "how people get it";
        term: Option<Length>, "任期" / "how long a term lasts";
        reports_to: Option<Ref<RoleName>>, "向谁汇报" / "the role it reports to";
        recruit: Option<String>, "怎样招募" / "how you find people";
        training: Option<String>, "怎样培训" / "how you train them";
        assessed: Option<String>, "怎样考核" / "how you assess them";
        traits: Vec<String>, "需要的特质" / "the qualities it needs";
    }

    /// Somebody who takes part in running it.
    pub Person, "[[people]]：团队成员" / "[[people]]: a member of the team", {
        id: Option<String>, "名字；不写就用 name" / "the id; if missing: the name";
        name: Option<String>, "怎么称呼" / "the name";
        handle: Option<String>, "平台账号" / "the handle on the platform";
        roles: Vec<Ref<RoleName>>, "担任哪些角色" / "the roles held";
        talents: Vec<Talent>, "擅长什么" / "what they are good at";
        hours_per_week: Option<f64>, "每周可投入几小时" / "hours a week";
        time_zone: Option<Zone>, "住在哪个时区：不在那里的夜里（23:00–07:00）排班；不写用计划的" / "the time zone they live in, where nobody is put on duty at night (23:00 to 07:00); if missing: the plan's";
        holidays: Option<Countries>, "按哪国的节假日休息，如 DE-BY，也可以是计划旁边的 .ics、.csv 文件；不写用计划的" / "the country whose days off they have, such as DE-BY, or an .ics or .csv file beside the plan; if missing: the plan's";
        available: Option<crate::cadence::Available>, "什么时候有空：工作日晚上、周末" / "when they have time: weekday evenings, weekends";
        away: Vec<Days>, "请假" / "days away";
        backup: Option<Ref<PersonName>>, "谁顶替" / "who stands in";
        from: Option<Day>, "从哪天起" / "their first day in the team";
        until: Option<Day>, "到哪天止" / "their last day in the team";
    }

    /// How decisions are made, and whose side to take.
    pub Governance, "[governance]：治理" / "[governance]: governance", {
        decisions: Option<String>, "怎样做决定" / "how you make decisions";
        legal_entity: Option<String>, "法律主体" / "the legal entity";
        meeting: Option<crate::cadence::Cadence>, "团队例会什么时候" / "when the team meets";
        meeting_lasts: Option<Length>, "例会多长" / "how long the meeting lasts";
        owner: Option<Ref<Holder>>, "谁召集例会" / "who calls the meeting";
    }
}

impl RoleKind {
    /// The talents that suit such a role.
    pub const fn talents(self) -> &'static [Talent] {
        match self {
            Self::Creator => &[Talent::Innovator, Talent::ResourceFinder],
            Self::Manager => &[Talent::Executor, Talent::Mentor],
            Self::Participant => &[Talent::Expert, Talent::Mentor],
            Self::Pioneer => &[Talent::Innovator],
            Self::Differentiator => &[Talent::Mentor, Talent::Executor],
            Self::Collaborator => &[Talent::ResourceFinder],
            Self::Volunteer => &[Talent::Executor],
            Self::Payer => &[],
        }
    }
}

impl Person {
    /// The name by which a plan refers to this person.
    pub fn key(&self) -> Option<&str> {
        self.id.as_deref().or(self.name.as_deref())
    }
}
