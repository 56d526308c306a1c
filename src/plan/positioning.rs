//! `[positioning]`, `[[audiences]]`: why the group exists, what it gives, and who it is for.

use crate::source::{choices, table};

choices! {
    /// Why someone founds a community.
    pub Motive {
        SellProducts "sell-products", "卖产品" / "to sell products";
        ProvideService "provide-service", "提供服务" / "to provide a service";
        WidenContacts "widen-contacts", "拓展人脉" / "to widen contacts";
        GatherInterest "gather-interest", "聚集同好" / "to gather people around an interest";
        BuildBrand "build-brand", "打造品牌" / "to build a brand";
        GainInfluence "gain-influence", "扩大影响力" / "to gain influence";
    }
    /// What it does for whoever runs it.
    pub MarketingValue {
        BrandWarmth "brand-warmth", "感受品牌温度" / "people warm to the brand";
        SalesTrigger "sales-trigger", "带动销售" / "it drives sales";
        Closeness "closeness", "维护客户黏性" / "customers stay close";
    }
    /// For which gender.
    pub Gender {
        Any "any", "不限" / "any";
        Female "female", "女" / "female";
        Male "male", "男" / "male";
    }
}

table! {
    /// Why the group exists and what it gives.
    pub Positioning, "[positioning]：定位（为什么建、带来什么）" / "[positioning]: why it exists and what it gives", {
        motives: Vec<Motive>, "建群的动机" / "why you founded it";
        emotional_need: Option<String>, "满足哪种情感需求" / "the emotional need it meets";
        shared_memory: Option<String>, "哪些共同记忆让人想回来" / "the shared memories that bring people back";
        benefit: Option<String>, "哪个好处让人有更多期待" / "the benefit people look forward to";
        vision: Option<String>, "愿景" / "the vision";
        mission: Option<String>, "使命" / "the mission";
        problem: Option<String>, "建群的人想解决什么问题" / "what the founder wants solved";
        effect: Option<String>, "希望达到什么效果" / "the result you want to see";
        demand: Option<String>, "市场需求在哪里" / "how you know people want it";
        value_loop: Option<String>, "成员价值怎样循环" / "how what members get comes back to the group";
        business_loop: Option<String>, "商业怎样闭环" / "how the money comes back";
        marketing_value: Vec<MarketingValue>, "营销价值" / "what it does for a brand";
        introduction: Introduction, "系统介绍：群发或置顶用" / "the introduction to pin";
        values: Vec<MemberValue>, "给成员的价值" / "what members get";
        alternatives: Vec<Alternative>, "成员原本会选什么" / "what members would choose instead";
    }

    /// The four points of a complete introduction.
    pub Introduction, "系统介绍" / "an introduction", {
        background: Option<String>, "背景" / "background";
        strengths: Option<String>, "优势" / "strengths";
        benefit: Option<String>, "好处" / "benefit";
        contact: Option<String>, "联系方式" / "contact";
    }

    /// One thing that members get.
    pub MemberValue, "[[positioning.values]]：一项成员价值" / "[[positioning.values]]: one thing members get", {
        pain: Option<String>, "痛点" / "the pain point";
        promise: Option<String>, "承诺：具体到数字、日期或东西" / "the promise, with a number, a date or a thing";
        carrier: Option<String>, "通过什么交付" / "how it is delivered";
        mutual: Option<String>, "互惠互利之处" / "what both sides gain";
    }

    /// What members would choose instead.
    pub Alternative, "[[positioning.alternatives]]：替代选择" / "[[positioning.alternatives]]: an alternative", {
        name: Option<String>, "叫什么" / "its name";
        difference: Option<String>, "我们有什么不同" / "how we differ";
    }

    /// Who it is for.
    pub Audience, "[[audiences]]：目标人群" / "[[audiences]]: the people it is for", {
        name: Option<String>, "怎么称呼这群人" / "what you call these people";
        age: Option<String>, "年龄" / "age";
        gender: Option<Gender>, "性别" / "gender";
        region: Option<String>, "地区" / "region";
        occupation: Option<String>, "职业" / "occupation";
        interests: Vec<String>, "兴趣" / "interests";
        needs: Option<String>, "共同需求" / "their common need";
        stakes: Option<String>, "投入和在乎的东西" / "what they have at stake";
    }
}
