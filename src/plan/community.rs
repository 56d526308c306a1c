//! `[community]`, `[template]`: what the group is.

use super::values::Country;
use crate::source::{choices, table};
use crate::value::Slug;

choices! {
    /// Who the name is taken from.
    pub NameFrom {
        CoreSource "core-source", "以创始人或产品品牌命名" / "named after the founder or the product";
        Audience "audience", "以目标用户命名" / "named after the people it is for";
    }
    /// What gathers the people.
    pub CommunityKind {
        Interest "interest", "兴趣" / "an interest";
        Learning "learning", "学习" / "learning";
        Trade "trade", "同行" / "the same trade";
        Local "local", "同城" / "the same city";
        Values "values", "价值观" / "shared values";
        BrandFans "brand-fans", "品牌粉丝" / "fans of a brand";
        Consumer "consumer", "消费者" / "consumers";
        Expert "expert", "行业专家" / "experts in a trade";
        Commerce "commerce", "社交电商" / "social commerce";
        Project "project", "项目" / "a project";
    }
    /// Who may see it and get in.
    pub Openness {
        Open "open", "公开" / "open";
        SemiOpen "semi-open", "半公开" / "semi-open";
        Private "private", "仅限受邀成员" / "private" | "私有";
    }
}

table! {
    /// What the group is.
    pub Community, "[community]：社群本身" / "[community]: the community itself", {
        id: Option<Slug>, "名字（小写字母、数字、连字符），写进每个日程的编号" / "its id, part of every calendar entry's UID";
        name: Option<String>, "社群名称" / "its name";
        name_from: Option<NameFrom>, "名称以谁命名" / "who it is named after";
        kind: Option<CommunityKind>, "靠什么聚在一起" / "what brings people together";
        openness: Option<Openness>, "公开程度" / "how open it is";
        subject: Option<String>, "主题：具体做什么" / "its subject: what it does and talks about";
        size: Size, "规模：现在和目标人数" / "its size: members now and your target";
        resources: Vec<String>, "手里有哪些资源（决定合适的规模）" / "the resources you have; they decide the size";
        jurisdiction: Vec<Country>, "适用哪些国家的法律" / "the countries whose law applies";
        offline: Never, "不办线下活动的理由" / "why you hold nothing in person";
        online: Never, "不办线上活动的理由" / "why you hold nothing online";
    }

    /// How many members there are and should be.
    pub Size, "社群规模" / "the size of the community", {
        now: Option<u32>, "现在的人数" / "members now";
        active: Option<u32>, "其中活跃的人数" / "active members among them";
        target: Option<u32>, "目标人数" / "how many members you want";
    }

    /// A decision not to do something.
    pub Never, "决定不做的事" / "a decision not to do something", {
        never: Option<bool>, "true：不做" / "true: you don't do this";
        reason: Option<String>, "理由" / "why";
    }

    /// Of a plan: the starter it began with. Of a starter: what it says of itself, left out of the plans made from it.
    pub Template, "[template]：从哪个模板来；在模板里是它自己的说明" / "[template]: the starter a plan began with; in a starter, its description of itself", {
        from: Option<String>, "从哪个模板来；和它一样的值在改过或确认之前不算自己的" / "the starter; a value equal to the starter's is not your own until you change or confirm it";
        confirmed: Vec<String>, "看过、决定照用的：章、表或键，如 rules.conduct" / "what you looked at and keep: chapters, tables or keys, such as rules.conduct";
        title: Option<String>, "模板名称（只用在模板里）" / "a starter's title";
        description: Option<String>, "模板的一句话介绍（只用在模板里）" / "a starter in one line";
    }
}
