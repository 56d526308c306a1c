//! `[community]`, `[template]`: what the group is.

use super::values::Country;
use crate::source::{choices, table};
use crate::value::Slug;

choices! {
    /// Whence the name comes.
    pub NameFrom {
        CoreSource "core-source", "来自核心源头（人、产品、品牌）" / "from the core source: a person, product or brand";
        Audience "audience", "来自目标用户" / "from the people it is for";
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
        Expert "expert", "行业专家" / "experts of a trade";
        Commerce "commerce", "社交电商" / "social commerce";
        Project "project", "项目" / "a project";
    }
    /// Who may see it and get in.
    pub Openness {
        Open "open", "公开" / "open";
        SemiOpen "semi-open", "半公开" / "semi-open";
        Private "private", "私有" / "private";
    }
}

table! {
    /// What the group is.
    pub Community, "[community]：社群本身" / "[community]: the community itself", {
        id: Option<Slug>, "名字（小写字母、数字、连字符），写进每个日程的编号" / "its id, part of every calendar entry's UID";
        name: Option<String>, "社群名称" / "its name";
        name_from: Option<NameFrom>, "名称从哪里来" / "whence the name comes";
        kind: Option<CommunityKind>, "靠什么聚在一起" / "what gathers the people";
        openness: Option<Openness>, "公开程度" / "how open it is";
        subject: Option<String>, "主题：具体做什么" / "its subject: what it is about";
        size: Size, "规模：现在和目标人数" / "its size: members now and wanted";
        resources: Vec<String>, "手里有哪些资源（决定合适的规模）" / "the resources at hand, from which a size follows";
        jurisdiction: Vec<Country>, "适用哪些国家的法律" / "whose law lint speaks of";
        offline: Never, "不办线下活动的理由" / "why there is nothing offline";
        online: Never, "不办线上活动的理由" / "why there is nothing online";
    }

    /// How many members there are and should be.
    pub Size, "社群规模" / "the size of the community", {
        now: Option<u32>, "现在的人数" / "members now";
        active: Option<u32>, "其中活跃的人数" / "active members among them";
        target: Option<u32>, "目标人数" / "members wanted";
    }

    /// A decision not to do something.
    pub Never, "决定不做的事" / "a decision not to do something", {
        never: Option<bool>, "true：不做" / "true: it is not done";
        reason: Option<String>, "理由" / "why";
    }

    /// What a starter says of itself; left out of the plans made from it.
    pub Template, "[template]：模板自己的说明" / "[template]: what a starter says of itself", {
        title: Option<String>, "模板名称" / "its title";
        description: Option<String>, "一句话介绍" / "one line about it";
    }
}
