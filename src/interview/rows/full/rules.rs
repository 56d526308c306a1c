//! Rules, and what is kept of members.

use super::{HOLDER, has_holders};
use crate::interview::chapter::Chapter::{Data, Rules};
use crate::interview::question::{Kind, Question, words_of};
use crate::plan::rules::{AdmissionBy, Announce, Minors};

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question::full(Rules, "admission", &["rules.admission.by"])
        .of(Kind::Choice(words_of!(AdmissionBy)))
        .asks("怎样入群？", "How does one get in?")
        .why("进门有一道坎，群里才留得住质量。", "A small step at the door keeps the quality inside.")
        .help(
            "问卷和付费都筛人；公开群要多安排人管。",
            "Questionnaires and fees both sift; an open door needs more moderators.",
        ),
    Question::full(Rules, "admission_who", &["rules.admission.who"])
        .of(HOLDER)
        .asks("谁来审核？", "Who decides whom to admit?")
        .why("标准在一个人手里才一致。", "The measure stays the same in one pair of hands.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
    Question::full(Rules, "sift", &["rules.admission.sift"])
        .asks("多久、怎样清理不活跃或不合适的成员？（洗粉）", "How and how often are members screened again?")
        .why("名单干净，活跃度才是真的，名额才给得出去。", "A clean list makes figures true and frees places.")
        .help(
            "例：“每半年问一次半年没说话的人”。",
            "For example \"twice a year, those silent for six months are asked\".",
        ),
    Question::full(Rules, "messages_per_day", &["rules.messages_per_day"])
        .of(Kind::Number)
        .asks("一个群每天最多发几条？", "How many messages a day at most in a channel?")
        .why(
            "刷屏是退群的第一原因；超了 qun 会指出来。",
            "Too many posts drive people away; qun tells when the plan goes over.",
        )
        .help("只算运营发的，例：6。", "Counting your own posts only, for example 6."),
    Question::full(Rules, "mention_all", &["rules.mention_all_every"])
        .of(Kind::Duration)
        .asks("两次 @所有人 至少隔多久？", "How far apart are two mentions of everybody?")
        .why("@所有人是稀缺品，用滥了就没人看。", "A call to all is scarce; spent often, nobody looks.")
        .help("至少两天，例：2d、3天。", "At least two days: 2d"),
    Question::full(Rules, "posted", &["rules.posted"])
        .asks("群规贴在哪里？", "Where are the rules posted?")
        .why("没人看得到的规矩，处理起来就是突然袭击。", "A rule nobody can see comes as an ambush.")
        .help("例：“群公告，入群时私发”。", "For example \"pinned, and sent to each newcomer\"."),
    Question::full(Rules, "no_advertising", &["rules.conduct[advertising].text"])
        .about("norms")
        .asks("关于广告的规矩是什么？", "What is the rule about advertising?")
        .why("广告是毁掉一个群最快的办法。", "Nothing ruins a group faster.")
        .help("例：“不发广告，违者先提醒”。", "For example \"no advertising; the first time is a reminder\"."),
    Question::full(Rules, "no_attacks", &["rules.conduct[attacks].text"])
        .about("norms")
        .asks("关于人身攻击的规矩是什么？", "What is the rule about attacks?")
        .why("吵架一次没管，安静的人就走了。", "After one quarrel nobody stopped, the quiet ones leave.")
        .help("例：“对事不对人”。", "For example \"argue with the point, not with the person\"."),
    Question::full(Rules, "enforcer", &["rules.conduct[advertising].enforcer", "rules.conduct[attacks].enforcer"])
        .about("norms")
        .of(HOLDER)
        .asks("谁执行群规？", "Who enforces the rules?")
        .why("大家都管，等于没人管。", "What is everybody's task is nobody's.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
    Question::full(Rules, "announce", &["rules.sanctions.announce"])
        .of(Kind::Choice(words_of!(Announce)))
        .asks("处理的结果怎样告诉大家？", "What is the group told of a sanction?")
        .why("告知结果，大家才信规矩是真的。", "Told of the outcome, people believe in the rule.")
        .help("多数时候不点名就够了。", "Mostly it is enough without names."),
    Question::full(Rules, "appeal", &["rules.sanctions.appeal"])
        .asks("被处理的人怎样申诉？", "How does one appeal?")
        .why("会有误伤，要给人说话的地方。", "Mistakes happen; there has to be a place to say so.")
        .help("例：“私信群主，三天内答复”。", "For example \"write to the founder, an answer within three days\"."),
    Question::full(Rules, "conflict_who", &["rules.conflict.who"])
        .of(HOLDER)
        .asks("成员之间起了冲突，谁来处理？", "Who settles conflicts between members?")
        .why("要有一个大家信得过、当时找得到的人。", "It takes somebody trusted who can be reached at once.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
    Question::full(Rules, "conflict_within", &["rules.conflict.within"])
        .of(Kind::Duration)
        .asks("多久之内介入？", "Within what time?")
        .why("拖过一夜，就变成站队。", "Left overnight, a quarrel becomes two camps.")
        .help("例：12h、2小时。", "For example 12h."),
    Question::full(Rules, "conflict_how", &["rules.conflict.how"])
        .asks("怎么处理？", "How?")
        .why("有步骤，处理的人才不会被卷进去。", "With steps, whoever settles it is not drawn in.")
        .help("例：“先私聊双方，再在群里说明”。", "For example \"speak with both in private, then tell the group\"."),
    Question::full(Rules, "complaints", &["support.complaints"])
        .asks("投诉找谁？", "Where do complaints go?")
        .why("没地方投诉，就会在群里投诉。", "Without a place for them, complaints are made in public.")
        .help("例：“私信群主”。", "For example \"a private message to the founder\"."),
    Question::full(Rules, "right_information", &["rules.rights.information"])
        .asks("成员在哪里看到重要消息？（知情）", "Where do members find what matters? (information)")
        .why("大事只在聊天里说过，等于没说。", "What was only said in the chat was not said.")
        .help("例：“群公告”。", "For example \"the pinned post\"."),
    Question::full(Rules, "right_feedback", &["rules.rights.feedback"])
        .asks("成员怎样提意见？（反馈）", "How do members give feedback?")
        .why("听不到意见的团队，会在自己的感觉里越走越远。", "A team that hears nothing follows its own feelings.")
        .help("例：“每月一份两分钟的问卷”。", "For example \"a two-minute survey each month\"."),
    Question::full(Rules, "right_privacy", &["rules.rights.privacy"])
        .asks("怎样保护成员的隐私？", "How is members' privacy kept?")
        .why("说过不外传，才有人肯说真话。", "People speak frankly where it stays inside.")
        .help("例：“名单和聊天不外传”。", "For example \"neither the list nor the chat leaves the group\"."),
    Question::full(Data, "data_purpose", &["rules.data.purpose"])
        .asks("为什么收集成员信息？", "What are members' data collected for?")
        .why(
            "没有目的的信息不该收，多数地方的法律也这样要求。",
            "Data without a purpose should not be kept; most laws say so too.",
        )
        .help("例：“通知与续费”。", "For example \"invitations and renewals\"."),
    Question::full(Data, "data_fields", &["rules.data.fields"])
        .of(Kind::Texts)
        .asks("收集哪些？", "Which data?")
        .why("越少越安全。", "The fewer, the safer.")
        .help("例：微信昵称、手机号。", "For example: name, e-mail address."),
    Question::full(Data, "data_consent", &["rules.data.consent"])
        .asks("怎样取得同意？", "How is consent given?")
        .why(
            "同意要在收集之前，而且说得出是哪一次。",
            "Consent comes before collecting, and one can say when it was given.",
        )
        .help("例：“入群问卷里勾选”。", "For example \"a box in the form for joining\"."),
    Question::full(Data, "data_keep", &["rules.data.keep"])
        .of(Kind::Duration)
        .asks("保存多久？", "How long are they kept?")
        .why("到期就删，丢也丢不了多少。", "What was deleted cannot leak.")
        .help("例：180d、6个月。", "For example 180d or 6M."),
    Question::full(Data, "data_contact", &["rules.data.contact"])
        .asks("想查看或删除自己的信息，找谁？", "Whom does one ask to see or delete one's data?")
        .why("成员有权问，要有人答。", "Members may ask, so somebody must answer.")
        .help("写一个人的名字或一个地址。", "The name of a person, or an address."),
    Question::full(Data, "minors", &["rules.data.minors"])
        .of(Kind::Choice(words_of!(Minors)))
        .asks("有未成年人吗？", "Are there minors?")
        .why("有的话，监护人要同意，线下也要另外安排。", "If so, guardians consent and meetings need more care.")
        .help("不确定就在入群时问。", "When in doubt, ask on joining."),
];
