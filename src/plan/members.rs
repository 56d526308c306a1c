//! `[onboarding]`, `[leaving]`, `[support]`, `[care]`, `[incentives]`, `[[segments]]`: a member's way through.

use crate::source::{ChannelName, Holder, Ref, SegmentName, table};
use crate::value::{Length, Money, Slug};

table! {
    /// What a newcomer meets.
    pub Onboarding, "[onboarding]：新人引导" / "[onboarding]: a newcomer's first days", {
        steps: Vec<OnboardingStep>, "按入群天数" / "by days since joining";
    }

    /// One touch with a newcomer.
    pub OnboardingStep, "新人引导的一步" / "a step of onboarding", {
        day: Option<u32>, "入群第几天（当天是 0）" / "days since joining, from 0";
        within: Option<Length>, "多久之内" / "how soon";
        what: Option<String>, "做什么" / "what happens";
        owner: Option<Ref<Holder>>, "谁做" / "who does it";
        segment: Option<Ref<SegmentName>>, "只给哪个分层" / "only for this segment";
    }

    /// How members go.
    pub Leaving, "[leaving]：离开" / "[leaving]: when members leave", {
        inactive_after: Option<Length>, "多久没动静算沉睡" / "how long a silent member counts as inactive";
        winback: Option<String>, "怎样唤回" / "how you win them back";
        farewell: Option<String>, "怎样告别" / "how you say goodbye";
        delete_data: Option<String>, "何时删除信息" / "when you delete their data";
    }

    /// Where questions are answered.
    pub Support, "[support]：答疑" / "[support]: where you answer questions", {
        channel: Option<Ref<ChannelName>>, "在哪里问" / "where to ask";
        respond_within: Option<Length>, "多久内回复" / "how soon people get an answer";
        owner: Option<Ref<Holder>>, "谁答" / "who answers";
        keywords: Vec<Keyword>, "关键词回复" / "replies to keywords";
        complaints: Option<String>, "投诉找谁" / "where complaints go";
        faq: Option<String>, "常见问题在哪里" / "where the frequent questions are";
    }

    /// A reply to a keyword.
    pub Keyword, "关键词回复" / "a reply to a keyword", {
        word: Option<String>, "关键词" / "the word";
        reply: Option<String>, "回复" / "the reply";
    }

    /// Personal care.
    pub Care, "[care]：关怀" / "[care]: personal care", {
        occasions: Vec<String>, "什么时候关怀" / "the occasions";
        who: Option<Ref<Holder>>, "谁来做" / "who does it";
    }

    /// What members can earn.
    pub Incentives, "[incentives]：激励" / "[incentives]: what members can earn", {
        points: Vec<Points>, "积分" / "points";
        scoring: Option<String>, "定分机制：怎样给成员打分" / "how members score points";
        levels: Vec<String>, "等级" / "levels";
        privileges: Vec<String>, "特权" / "privileges";
        gifts: Option<String>, "礼品" / "gifts";
        red_packets: RedPackets, "红包" / "red packets";
        budget: Option<Money>, "每月预算" / "the monthly budget";
        abuse_guard: Option<String>, "怎样防刷" / "what stops abuse";
        checked: Option<String>, "怎样检验有没有用" / "how you check that it works";
    }

    /// Points for a deed.
    pub Points, "积分规则" / "points for an action", {
        deed ("for"): Option<String>, "做了什么" / "what for";
        give: Option<u32>, "给多少分" / "how many";
    }

    /// Red packets, for a purpose.
    pub RedPackets, "红包" / "red packets", {
        when: Option<String>, "什么时候发" / "when";
        budget: Option<Money>, "预算" / "the budget";
        purpose: Option<String>, "为了什么" / "what for";
    }

    /// A layer of members.
    pub Segment, "[[segments]]：用户分层" / "[[segments]]: a segment of members", {
        id: Option<Slug>, "名字" / "its id";
        who: Option<String>, "哪些人" / "who they are";
        goal: Option<String>, "对他们的目标" / "your goal for them";
        tasks: Vec<String>, "为他们做什么" / "what you do for them";
        resources: Vec<String>, "用哪些资源" / "the resources you use for them";
        profile: Vec<String>, "画像：记录什么" / "the profile you keep of them";
        leads_to: Option<Ref<SegmentName>>, "往哪一层走" / "the segment they move on to";
    }
}
