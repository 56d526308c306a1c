//! `[onboarding]`, `[leaving]`, `[support]`, `[care]`, `[incentives]`, `[[segments]]`: a member's way through.

use crate::source::{ChannelName, Holder, Ref, SegmentName, table};
use crate::value::{Length, Money, Slug};

table! {
    /// What a newcomer meets.
    pub Onboarding, "[onboarding]：新人引导" / "[onboarding]: what a newcomer meets", {
        steps: Vec<OnboardingStep>, "按入群天数" / "by days since joining";
    }

    /// One touch with a newcomer.
    pub OnboardingStep, "新人引导的一步" / "a step of onboarding", {
        day: Option<u32>, "入群第几天（当天是 0）" / "days since joining, from 0";
        within: Option<Length>, "多久之内" / "within what time";
        what: Option<String>, "做什么" / "what is done";
        owner: Option<Ref<Holder>>, "谁做" / "who does it";
        segment: Option<Ref<SegmentName>>, "只给哪个分层" / "only for this member layer";
    }

    /// How members go.
    pub Leaving, "[leaving]：离开" / "[leaving]: how members go", {
        inactive_after: Option<Length>, "多久没动静算沉睡" / "after what silence a member is inactive";
        winback: Option<String>, "怎样唤回" / "how one wins them back";
        farewell: Option<String>, "怎样告别" / "how one says goodbye";
        delete_data: Option<String>, "何时删除信息" / "when their data are deleted";
    }

    /// Where questions are answered.
    pub Support, "[support]：答疑" / "[support]: where questions are answered", {
        channel: Option<Ref<ChannelName>>, "在哪里问" / "where one asks";
        respond_within: Option<Length>, "多久内回复" / "within what time there is an answer";
        owner: Option<Ref<Holder>>, "谁答" / "who answers";
        keywords: Vec<Keyword>, "关键词回复" / "replies to keywords";
        complaints: Option<String>, "投诉找谁" / "where complaints go";
        faq: Option<String>, "常见问题在哪里" / "where frequent questions are answered";
    }

    /// A reply to a keyword.
    pub Keyword, "关键词回复" / "a reply to a keyword", {
        word: Option<String>, "关键词" / "the word";
        reply: Option<String>, "回复" / "the reply";
    }

    /// Personal care.
    pub Care, "[care]：关怀" / "[care]: personal care", {
        occasions: Vec<String>, "什么时候关怀" / "on which occasions";
        who: Option<Ref<Holder>>, "谁来做" / "who does it";
    }

    /// What members can earn.
    pub Incentives, "[incentives]：激励" / "[incentives]: what members can earn", {
        points: Vec<Points>, "积分" / "points";
        scoring: Option<String>, "定分机制：怎样给成员打分" / "how members are scored";
        levels: Vec<String>, "等级" / "levels";
        privileges: Vec<String>, "特权" / "privileges";
        gifts: Option<String>, "礼品" / "gifts";
        red_packets: RedPackets, "红包" / "red packets";
        budget: Option<Money>, "每月预算" / "the budget a month";
        abuse_guard: Option<String>, "怎样防刷" / "what keeps it from being abused";
        checked: Option<String>, "怎样检验有没有用" / "how one checks that it works";
    }

    /// Points for a deed.
    pub Points, "积分规则" / "points for a deed", {
        deed ("for"): Option<String>, "做了什么" / "for what";
        give: Option<u32>, "给多少分" / "how many";
    }

    /// Red packets, for a purpose.
    pub RedPackets, "红包" / "red packets", {
        when: Option<String>, "什么时候发" / "when";
        budget: Option<Money>, "预算" / "the budget";
        purpose: Option<String>, "为了什么" / "what for";
    }

    /// A layer of members.
    pub Segment, "[[segments]]：用户分层" / "[[segments]]: a layer of members", {
        id: Option<Slug>, "名字" / "its id";
        who: Option<String>, "哪些人" / "who they are";
        goal: Option<String>, "对他们的目标" / "what is wanted for them";
        tasks: Vec<String>, "为他们做什么" / "what is done for them";
        resources: Vec<String>, "用哪些资源" / "the resources for them";
        profile: Vec<String>, "画像：记录什么" / "the profile that is kept of them";
        leads_to: Option<Ref<SegmentName>>, "往哪一层走" / "the layer to which it leads";
    }
}
