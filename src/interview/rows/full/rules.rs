//! Rules, and members' data.

use crate::interview::chapter::Chapter::{Data, Rules};
use crate::interview::question::{AnswerKind, Question, words_of};
use crate::plan::rules::{AdmissionBy, Announce, Minors};

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question::full(Rules, "admission", &["rules.admission.by"])
        .of(AnswerKind::Choice(words_of!(AdmissionBy)))
        .asks("怎样入群？", "How do people join?")
        .why("设一道小门槛，群里才留得住质量。", "A small step before joining keeps the quality up.")
        .help(
            "问卷和付费都筛人；公开群要多安排人管。",
            "Questionnaires and fees both screen people; an open group needs more moderators.",
        ),
    Question::full(Rules, "admission_who", &["rules.admission.who"])
        .of_holder()
        .asks("谁来审核？", "Who approves new members?")
        .why("交给一个人，标准才一致。", "Give it to one person, so that the standard stays the same."),
    Question::full(Rules, "sift", &["rules.admission.sift"])
        .asks("多久、怎样清理不活跃或不合适的成员？（洗粉）", "How and how often do you re-screen members?")
        .why(
            "定期清理名单，活跃度才真实，名额才空得出来。",
            "Check the list regularly, so that your numbers are real and places free up.",
        )
        .help(
            "例：“每半年问一次半年没说话的人”。",
            "For example \"twice a year we ask everyone who has been silent for six months\".",
        ),
    Question::full(Rules, "messages_per_day", &["rules.messages_per_day"])
        .of(AnswerKind::Number)
        .asks("一个群每天最多发几条？", "How many messages a day may a channel get?")
        .why(
            "刷屏是退群的第一原因；超了 qun 会指出来。",
            "Too many posts drive people away; qun warns you when the plan has more.",
        )
        .help("只算运营发的，例：6。", "Count only your own posts. For example 6."),
    Question::full(Rules, "mention_all", &["rules.mention_all_every"])
        .of(AnswerKind::Duration)
        .asks("两次 @所有人 至少隔多久？", "How long do you wait between two @everyone messages?")
        .why("@所有人少用，大家才会看。", "Use them rarely, so that people still look.")
        .help("至少两天，例：两天、3天。", "At least 2 days."),
    Question::full(Rules, "posted", &["rules.posted"])
        .asks("群规贴在哪里？", "Where do you post the rules?")
        .why(
            "贴在人人看得到的地方，处理违规时才说得过去。",
            "Post them where everyone sees them, so that nobody is surprised.",
        )
        .help("例：“群公告，入群时私发”。", "For example \"pinned, and sent to each newcomer\"."),
    Question::full(Rules, "no_advertising", &["rules.conduct[advertising].text"])
        .about("norms")
        .asks("关于广告的规矩是什么？", "What is your rule about advertising?")
        .why("广告最容易毁掉一个群，先定好规矩。", "Advertising can ruin a group quickly, so set a rule.")
        .help("例：“不发广告，违者先提醒”。", "For example \"no ads; the first time you get a reminder\"."),
    Question::full(Rules, "no_attacks", &["rules.conduct[attacks].text"])
        .about("norms")
        .asks("关于人身攻击的规矩是什么？", "What is your rule about personal attacks?")
        .why("吵架要及时管，不然安静的人会先走。", "Stop quarrels early, or the quiet members leave.")
        .help("例：“对事不对人”。", "For example \"argue with the point, not the person\"."),
    Question::full(Rules, "enforcer", &["rules.conduct[advertising].enforcer", "rules.conduct[attacks].enforcer"])
        .about("norms")
        .of_holder()
        .asks("谁执行群规？", "Who enforces the rules?")
        .why("指定一个人执行，不要指望大家一起管。", "Name a person; don't leave it to everyone."),
    Question::full(Rules, "announce", &["rules.sanctions.announce"])
        .of(AnswerKind::Choice(words_of!(Announce)))
        .asks("处理的结果怎样告诉大家？", "What do you announce after a sanction?")
        .why("告知结果，大家才信规矩是真的。", "Announce the outcome, so that people trust the rules.")
        .help("多数时候不点名就够了。", "Usually it is enough without names."),
    Question::full(Rules, "appeal", &["rules.sanctions.appeal"])
        .asks("被处理的人怎样申诉？", "How can people appeal?")
        .why("会有误伤，要给人说话的地方。", "Mistakes happen, so give people a way to object.")
        .help(
            "例：“私信群主，三天内答复”。",
            "For example \"message the founder; you get an answer within three days\".",
        ),
    Question::full(Rules, "conflict_who", &["rules.conflict.who"])
        .of_holder()
        .asks("成员之间起了冲突，谁来处理？", "Who settles conflicts between members?")
        .why("选一个大家信得过、当时找得到的人。", "Choose someone people trust and can reach right away."),
    Question::full(Rules, "conflict_within", &["rules.conflict.within"])
        .of(AnswerKind::Duration)
        .asks("多久之内介入？", "How soon do they step in?")
        .why("当天就介入，免得演变成站队。", "Step in on the same day, before people take sides.")
        .help("例：12小时、2小时。", "For example 12 hours."),
    Question::full(Rules, "conflict_how", &["rules.conflict.how"])
        .asks("怎么处理？", "How do they settle it?")
        .why("写下步骤，处理的人才不会被卷进去。", "Agree on steps, so that the mediator isn't drawn in.")
        .help("例：“先私聊双方，再在群里说明”。", "For example \"talk to both in private, then inform the group\"."),
    Question::full(Rules, "complaints", &["support.complaints"])
        .asks("投诉找谁？", "Where do complaints go?")
        .why("给出一个地方，大家就不会在群里投诉。", "Offer a place for them, or people complain in the group.")
        .help("例：“私信群主”。", "For example \"a private message to the founder\"."),
    Question::full(Rules, "right_information", &["rules.rights.information"])
        .asks("成员在哪里看到重要消息？（知情）", "Where do members find important news?")
        .why("大事要有固定的地方看，别只在聊天里说。", "Keep it in a fixed place, not only in the chat.")
        .help("例：“群公告”。", "For example \"the pinned post\"."),
    Question::full(Rules, "right_feedback", &["rules.rights.feedback"])
        .asks("成员怎样提意见？（反馈）", "How do members give feedback?")
        .why("主动问意见，才知道成员真实的感受。", "Ask for it, so that you know what members really think.")
        .help("例：“每月一份两分钟的问卷”。", "For example \"a two-minute survey each month\"."),
    Question::full(Rules, "right_privacy", &["rules.rights.privacy"])
        .asks("怎样保护成员的隐私？", "How do you protect members' privacy?")
        .why("说好不外传，大家才肯说真话。", "Promise that talk stays inside, so that people speak openly.")
        .help("例：“名单和聊天不外传”。", "For example \"neither the member list nor the chat leaves the group\"."),
    Question::full(Data, "data_purpose", &["rules.data.purpose"])
        .asks("为什么收集成员信息？", "Why do you collect members' data?")
        .why(
            "没有目的的信息不该收，多数地方的法律也这样要求。",
            "Don't collect data without a purpose; most laws require one.",
        )
        .help("例：“通知与续费”。", "For example \"invitations and renewals\"."),
    Question::full(Data, "data_fields", &["rules.data.fields"])
        .of(AnswerKind::Texts)
        .asks("收集哪些？", "Which data do you collect?")
        .why("只收用得上的，越少越安全。", "Collect as little as you can.")
        .help("例：微信昵称、手机号。", "For example: name, e-mail address."),
    Question::full(Data, "data_consent", &["rules.data.consent"])
        .asks("怎样取得同意？", "How do people give consent?")
        .why(
            "同意要在收集之前，而且说得出是哪一次。",
            "Get consent before you collect anything, and keep a record of it.",
        )
        .help("例：“入群问卷里勾选”。", "For example \"a checkbox in the sign-up form\"."),
    Question::full(Data, "data_keep", &["rules.data.keep"])
        .of(AnswerKind::Duration)
        .asks("保存多久？", "How long do you keep it?")
        .why("到期就删，以后就不会泄露。", "Delete data on time; deleted data cannot leak.")
        .help("例：180天、6个月。", "For example 180 days or 6 months."),
    Question::full(Data, "data_contact", &["rules.data.contact"])
        .asks("想查看或删除自己的信息，找谁？", "Who can members ask to see or delete their data?")
        .why("成员有权问，要有人答。", "Members have a right to ask, so someone must answer.")
        .help("写一个人的名字或一个地址。", "Enter a person's name or an address."),
    Question::full(Data, "minors", &["rules.data.minors"])
        .of(AnswerKind::Choice(words_of!(Minors)))
        .asks("有未成年人吗？", "Are any members under age?")
        .why(
            "有的话，监护人要同意，线下也要另外安排。",
            "If so, you need consent from guardians and extra care at meetings.",
        )
        .help("不确定就在入群时问。", "If you are not sure, ask people when they join."),
];
