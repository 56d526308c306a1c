//! `[growth]`, `[[partners]]`, `[[tools]]`: how it grows and with whose help.

use crate::source::{GoalName, Holder, Ref, choices, table};
use crate::value::{Day, Money, Slug};

choices! {
    /// Where new members come from.
    pub GrowthSource {
        WordOfMouth "word-of-mouth", "口碑" / "word of mouth";
        Ads "ads", "广告" / "advertising";
        Partner "partner", "合作方" / "partners";
        OfficialAccount "official-account", "公众号" / "official account";
        Offline "offline", "线下" / "offline";
        Search "search", "搜索" / "search";
        Other "other", "其他" / "other";
    }
    /// Who gets a reward.
    pub RewardWho {
        Inviter "inviter", "邀请人" / "the person who invites";
        Invitee "invitee", "被邀请人" / "the person who is invited";
        Upline "upline", "上级" / "the person who invited the inviter";
    }
    /// For what a reward is given.
    pub RewardFor {
        Joined "joined", "入群" / "joining";
        Signup "signup", "报名" / "signing up";
        Paid "paid", "付款" / "paying";
        Share "share", "转发" / "sharing";
    }
    /// What a reward is calculated from.
    pub RewardBase {
        Fixed "fixed", "固定" / "fixed";
        HeadCount "head-count", "按人头" / "by headcount";
        EntryFee "entry-fee", "按入门费" / "from the entry fee";
        OwnSale "own-sale", "按自己的销售" / "from their own sales";
        DownlineSale "downline-sale", "按下级的销售" / "from their downline's sales";
    }
    /// What a partner is.
    pub PartnerKind {
        Partner "partner", "合作方" / "partner";
        Expert "expert", "行业专家" / "expert";
        OpinionLeader "opinion-leader", "意见领袖" / "opinion leader";
        Sponsor "sponsor", "赞助方" / "sponsor";
        Community "community", "其他社群" / "another community";
    }
    /// How far a tool acts by itself.
    pub Automation {
        Official "official", "官方自动化" / "official automation";
        ThirdParty "third-party", "第三方自动化" / "third-party automation";
        None "none", "没有自动化" / "none";
    }
}

table! {
    /// How it grows.
    pub Growth, "[growth]：增长" / "[growth]: how it grows", {
        sources: Vec<GrowthSource>, "新人从哪里来" / "where new members come from";
        invites: Invites, "邀请怎样受控" / "how you keep invitations under control";
        copy: CopyPlan, "复制：再开新群" / "copying: another group";
        rewards: Vec<Reward>, "邀请奖励" / "rewards for referrals";
    }

    /// How invitations are kept in hand.
    pub Invites, "邀请" / "invitations", {
        cap_per_day: Option<u32>, "每天最多进多少人" / "the most newcomers per day";
        monitored_by: Option<Ref<Holder>>, "谁盯着" / "who keeps watch";
        method: Option<String>, "怎样添加成员" / "how members are added";
    }

    /// Whether and how another group is made.
    pub CopyPlan, "复制" / "copying", {
        planned: Option<bool>, "是否打算复制" / "whether it is planned";
        needed: Option<String>, "有没有必要扩大" / "do we need to grow";
        able: Option<String>, "有没有能力维护更大的规模" / "can we look after more people";
        proof: Option<Ref<GoalName>>, "用哪个目标证明模式可行" / "the goal that proves the model";
        by: Option<Ref<Holder>>, "谁去带（分化者）" / "who leads the new group (a successor)";
    }

    /// A reward for referrals.
    pub Reward, "[[growth.rewards]]：邀请奖励" / "[[growth.rewards]]: a reward for referrals", {
        who: Option<RewardWho>, "给谁" / "who gets it";
        level: Option<u32>, "第几层：1 是直接邀请" / "the level: 1 for a direct invitation";
        deed ("for"): Option<RewardFor>, "因为什么" / "what for";
        base: Option<RewardBase>, "按什么算" / "what the reward is based on";
        give: Option<String>, "给什么，如 20 CNY、10%、30d membership" / "what is given, such as 20 CNY, 10%, 30d membership";
        cap: Option<u32>, "每人最多几次" / "the most times per person";
    }

    /// Somebody outside who helps.
    pub Partner, "[[partners]]：合作方" / "[[partners]]: a partner", {
        id: Option<Slug>, "名字" / "its id";
        name: Option<String>, "叫什么" / "its name";
        kind: Option<PartnerKind>, "哪一类" / "which kind";
        gives: Option<String>, "提供什么" / "what they give";
        gets: Option<String>, "得到什么" / "what they get";
        until: Option<Day>, "合作到哪天" / "the last day of the partnership";
        disclosed: Option<bool>, "成员知道吗" / "whether members know about it";
        checked_by: Option<Ref<Holder>>, "谁核实过" / "who checked them";
    }

    /// A tool.
    pub Tool, "[[tools]]：工具" / "[[tools]]: a tool", {
        name: Option<String>, "叫什么" / "its name";
        purpose ("for"): Option<String>, "用来做什么" / "what for";
        automation: Option<Automation>, "自动化程度" / "how much it does automatically";
        cost: Option<Money>, "多少钱" / "what it costs";
    }
}
