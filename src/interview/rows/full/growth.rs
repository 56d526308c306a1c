//! Growth: where newcomers come from, another group, partners.

use super::references::{GOAL, has_goals, has_holders};
use crate::interview::chapter::Chapter::Growth;
use crate::interview::question::{AnswerKind, Question, words_of};
use crate::plan::growth::{GrowthSource, PartnerKind};

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question::full(Growth, "sources", &["growth.sources"])
        .of(AnswerKind::Several(words_of!(GrowthSource)))
        .asks("新人从哪里来？（可多选）", "Where do new members come from? (choose any)")
        .why("知道来路，才知道力气往哪儿使。", "It shows where your effort pays off.")
        .help("没有开始的先不选。", "Mark only what you really do."),
    Question::full(Growth, "invites_per_day", &["growth.invites.cap_per_day"])
        .of(AnswerKind::Number)
        .asks("每天最多进多少人？", "How many new members a day at most?")
        .why("慢一点进人，新人才跟得上群里的文化。", "Let people in gradually, so that they pick up the culture.")
        .help("例：20。", "For example 20."),
    Question::full(Growth, "invites_watched", &["growth.invites.monitored_by"])
        .of_holder()
        .asks("谁盯着邀请和裂变？", "Who keeps an eye on invitations and referrals?")
        .why("指定一个人盯着，免得裂变走样伤了信任。", "Name a person; a referral scheme that goes wrong costs trust."),
    Question::full(Growth, "copy_planned", &["growth.copy.planned"])
        .of(AnswerKind::YesNo)
        .asks("打算复制出新的群吗？", "Do you plan to open another group like it?")
        .why("先在一个群里做成，再复制。", "Make the first group work before you copy it.")
        .help("没有打算就选“否”。", "Choose no if you don't."),
    Question::full(Growth, "copy_needed", &["growth.copy.needed"])
        .asks("真的有必要扩大吗？为什么？", "Do you really need to grow? Why?")
        .why("有明确的需要再扩大，不要为了大而大。", "Grow for a reason, not for the size.")
        .help("例：“另有两个城区的人想加入”。", "For example \"people in two other districts want to join\".")
        .only(|context| context.plans_copy()),
    Question::full(Growth, "copy_able", &["growth.copy.able"])
        .asks("有能力维护更大的规模吗？凭什么？", "Can you look after a larger community? How?")
        .why("新群要有带过群的人，先想好是谁。", "A new group needs people who have run one.")
        .help("例：“两位领读人能带班”。", "For example \"two hosts can each lead a group\".")
        .only(|context| context.plans_copy()),
    Question::full(Growth, "copy_proof", &["growth.copy.proof"])
        .of(GOAL)
        .asks("用哪个目标证明模式可行？", "Which goal proves that the model works?")
        .why("先用一个目标证明可行，再去复制。", "Reach one goal first, so that you don't copy problems.")
        .help("例：续费率。", "For example retention.")
        .only(|context| context.plans_copy() && has_goals(context)),
    Question::full(Growth, "copy_by", &["growth.copy.by"])
        .of_holder()
        .asks("谁去带新群？（分化者）", "Who will lead the new group? (successor)")
        .why(
            "选懂得这里的文化、参与过建设的人。",
            "Choose someone who helped to build this group and knows its culture.",
        )
        .only(|context| context.plans_copy() && has_holders(context)),
    Question::full(Growth, "partner", &["partners[0].name"])
        .asks("和谁合作？", "Who do you work with?")
        .why(
            "模板里的合作方是虚构的；真正的合作方能带来场地、内容和人。",
            "The starter's partner is made up; a real partner can bring a venue, content and people.",
        )
        .help("例：“衡山书店”。", "For example \"Corner Café\"."),
    Question::full(Growth, "partner_is", &["partners[0].kind"])
        .about("partners")
        .of(AnswerKind::Choice(words_of!(PartnerKind)))
        .asks("它是哪一类？", "What kind of partner is it?")
        .why("有赞助方和意见领袖，要让成员知道。", "Let members know about sponsors and opinion leaders.")
        .help("商家、场地一般选“合作方”。", "Shops and venues are usually partners."),
    Question::full(Growth, "partner_offers", &["partners[0].gives"])
        .asks("对方提供什么？", "What do they give?")
        .why("事先说清楚，合作才长久。", "Agree on it in advance, so that the partnership lasts.")
        .help("例：“场地，九折”。", "For example \"the back room and 10% off\"."),
    Question::full(Growth, "partner_receives", &["partners[0].gets"])
        .asks("对方得到什么？", "What do they get?")
        .why("让双方都有收获，合作才有下一次。", "Make sure that both sides gain, or it won't happen twice.")
        .help("例：“每月两篇推文”。", "For example \"two posts a month\"."),
    Question::full(Growth, "partner_disclosed", &["partners[0].disclosed"])
        .of(AnswerKind::YesNo)
        .asks("成员知道这个合作吗？", "Do members know about it?")
        .why("公开合作，成员才不会当成广告。", "Be open about it, or members will see it as hidden advertising.")
        .help("应当让大家知道。", "They should know."),
    Question::full(Growth, "partner_checked_by", &["partners[0].checked_by"])
        .of_holder()
        .asks("谁核实过对方？", "Who checked them?")
        .why(
            "推荐之前先核实，出了事成员会找社群。",
            "Check partners before you recommend them; members will blame you if it goes wrong.",
        ),
];
