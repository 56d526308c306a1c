//! `[rules]`: what is allowed, who sees to it, and what members can rely on.

use crate::language::Text;
use crate::source::{Holder, ProductName, Ref, choices, table};
use crate::value::{Length, QuietHours};

choices! {
    /// How people get in.
    pub AdmissionBy {
        Open "open", "谁都可以进" / "anyone";
        Invitation "invitation", "邀请" / "by invitation";
        Questionnaire "questionnaire", "问卷" / "by questionnaire";
        Review "review", "审核" / "by review";
        Fee "fee", "付费" / "by a fee";
    }
    /// What the group learns of a sanction.
    pub Announce {
        None "none", "不告知" / "nothing";
        WithoutNames "without-names", "告知但不点名" / "without names";
        Named "named", "点名告知" / "with names";
    }
    /// What a rule of conduct is about.
    pub ConductAbout {
        Advertising "advertising", "广告" / "advertising";
        Attacks "attacks", "人身攻击" / "attacks";
        Spam "spam", "垃圾信息" / "spam";
        Privacy "privacy", "隐私" / "privacy";
        Flooding "flooding", "刷屏" / "flooding";
        OffTopic "off-topic", "跑题" / "off topic";
        Illegal "illegal", "违法内容" / "illegal content";
        Other "other", "其他" / "other";
    }
    /// Whether members may be minors.
    pub Minors {
        None "none", "没有未成年人" / "none";
        GuardianConsent "guardian-consent", "须监护人同意" / "with their guardians' consent";
        Allowed "allowed", "允许" / "allowed";
    }
}

table! {
    /// The rules of the group.
    pub Rules, "[rules]：规则" / "[rules]: the rules", {
        quiet_hours: Option<QuietHours>, "免打扰时段" / "hours when nothing is sent";
        messages_per_day: Option<u32>, "每个渠道每天最多几条" / "the most messages per day in each channel";
        mention_all_every: Option<Length>, "两次 @所有人 至少隔多久" / "the shortest time between two mentions of everyone";
        posted: Option<String>, "群规贴在哪里" / "where the rules are posted";
        admission: Admission, "怎样入群" / "how people get in";
        sanctions: Sanctions, "违规怎么处理" / "what happens when someone breaks a rule";
        rights: Rights, "成员的权利" / "members' rights";
        conflict: Conflict, "冲突怎么处理" / "how you settle conflicts";
        report: Report, "举报找谁" / "where to report problems";
        data: DataRules, "成员信息怎么用" / "how you use members' data";
        conduct: Vec<Conduct>, "行为规范" / "rules of conduct";
    }

    /// How people get in.
    pub Admission, "入群方式" / "how people get in", {
        by: Option<AdmissionBy>, "怎样入群" / "how people join";
        who: Option<Ref<Holder>>, "谁审核" / "who decides";
        product: Option<Ref<ProductName>>, "要买哪个产品" / "the product people have to buy";
        sift: Option<String>, "怎样定期清理" / "how you re-screen members";
    }

    /// What follows when a rule is broken.
    pub Sanctions, "违规处理" / "sanctions", {
        ladder: Vec<String>, "一步步怎么做，如提醒、警告、移出" / "the steps, such as remind, warn, remove";
        announce: Option<Announce>, "结果怎样告知" / "what the group learns about it";
        appeal: Option<String>, "怎样申诉" / "how to appeal";
    }

    /// What members can rely on.
    pub Rights, "成员权利" / "members' rights", {
        information: Option<String>, "知情：在哪里看到消息" / "information: where to find it";
        feedback: Option<String>, "反馈：怎样提意见" / "feedback: how to give it";
        privacy: Option<String>, "隐私：怎样保护" / "privacy: how you protect it";
    }

    /// How conflicts are settled.
    pub Conflict, "冲突处理" / "conflicts", {
        who: Option<Ref<Holder>>, "谁处理" / "who settles them";
        within: Option<Length>, "多久之内" / "how soon";
        how: Option<String>, "怎么处理" / "how they are settled";
    }

    /// Who receives reports.
    pub Report, "举报" / "reports", {
        contact: Option<String>, "找谁" / "the contact";
        confidential: Option<bool>, "是否保密" / "whether it stays confidential";
    }

    /// How members' data are used.
    pub DataRules, "成员信息" / "members' data", {
        purpose: Option<String>, "为什么收集" / "what for";
        fields: Vec<String>, "收集哪些" / "which data";
        keep: Option<Length>, "保存多久" / "how long you keep it";
        contact: Option<String>, "找谁查看或删除" / "who to contact";
        consent: Option<String>, "怎样取得同意" / "how people consent";
        minors: Option<Minors>, "有没有未成年人" / "whether there are minors";
    }

    /// One rule of conduct.
    pub Conduct, "[[rules.conduct]]：一条群规" / "[[rules.conduct]]: a rule of conduct", {
        about: Option<ConductAbout>, "关于什么" / "what it is about";
        text: Option<String>, "原文" / "its text";
        enforcer: Option<Ref<Holder>>, "谁执行" / "who enforces it";
    }
}

/// The name of a usual step after a broken rule; others are shown as the plan has them.
pub fn sanction_name(step: &str) -> Option<Text> {
    Some(match step {
        "remind" => Text::new("提醒", "remind"),
        "warn" => Text::new("警告", "warn"),
        "mute" => Text::new("禁言", "mute"),
        "remove" => Text::new("移出", "remove"),
        _ => return None,
    })
}
