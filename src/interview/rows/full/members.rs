//! Content, events, a member's way, incentives, growth.

use super::{CHANNEL, GOAL, GOALS, HOLDER, SOP, has_channels, has_goals, has_holders};
use crate::interview::chapter::Chapter::{Content, Events, Growth, Incentives, Onboarding};
use crate::interview::question::{Kind, Question, words_of};
use crate::plan::growth::{GrowthSource, PartnerKind};

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question::full(Content, "content_regular", &["content[regular].title"])
        .asks("固定发什么内容？", "What is published regularly?")
        .why("稳定的输出，让人知道打开群会看到什么。", "Steady output tells people what they find when they look in.")
        .help("例：“早安一句”“每周书单”。", "For example \"morning line\" or \"books of the week\"."),
    Question::full(Content, "posts_when", &["content[regular].when"])
        .of(Kind::Cadence)
        .asks("什么时候发？", "When is it posted?")
        .why("固定的时间，写的人有准备，看的人有期待。", "A fixed time lets writers prepare and readers expect it.")
        .help("例：工作日 08:00。", "For example: workdays 08:00."),
    Question::full(Content, "content_writer", &["content[regular].owner"])
        .of(HOLDER)
        .asks("谁来写、谁来发？", "Who writes and posts it?")
        .why("没有署名的栏目，两周就停。", "A column without a name stops after two weeks.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
    Question::full(Content, "content_reviewer", &["content[regular].reviewer"])
        .of(HOLDER)
        .asks("发之前谁把关？", "Who checks it before it is posted?")
        .why("另一双眼睛，挡得住错字，也挡得住惹祸的话。", "A second pair of eyes stops slips, and worse.")
        .help("最好不是写的那个人。", "Better not the one who writes it.")
        .only(has_holders),
    Question::full(Content, "members_post", &["content[members].title"])
        .asks("哪一栏是成员自己的作品？", "Which column is made by members?")
        .why("每个成员都要有机会露一面。", "Every member should have a chance to be seen.")
        .help("例：“周日读者来信”。", "For example \"Sunday notes of members\"."),
    Question::full(Content, "members_post_when", &["content[members].when"])
        .of(Kind::Cadence)
        .asks("它什么时候发？", "When is that posted?")
        .why("固定的一天，大家才会提前准备。", "With a fixed day people prepare for it.")
        .help("例：每周日 10:00。", "For example: every Sun 10:00."),
    Question::full(Content, "topic", &["topics[0].title"])
        .asks("冷场的时候，聊什么话题？", "Which topic starts talk when it is quiet?")
        .why("话题库先备好，就不用没话找话。", "With topics at hand nobody has to chat for the sake of it.")
        .help("例：“一本改变你习惯的书”。", "For example \"a book that changed a habit of yours\"."),
    Question::full(Events, "event_sop", &["activities[monthly].sop"])
        .of(SOP)
        .asks("每月的活动按哪套步骤办？（SOP）", "Which steps does the monthly event take? (its SOP)")
        .why(
            "宣传、筹备、复盘的每一步和日子都从它来。",
            "Each step of promoting, organising and evaluating, with its day, comes from it.",
        )
        .help("qun templates --kind sop 看每套的步骤。", "See their steps with qun templates --kind sop.")
        .only(|setting| setting.has_event("monthly")),
    Question::full(Events, "event_budget", &["activities[monthly].budget"])
        .of(Kind::Amount)
        .asks("每月的活动，一次花多少钱？", "What may the monthly event cost each time?")
        .why("先定预算，热闹才不会变成烧钱。", "With a budget, a lively evening does not burn money.")
        .help("例：300 CNY。", "For example 50 EUR.")
        .only(|setting| setting.has_event("monthly")),
    Question::full(Events, "event_capacity", &["activities[monthly].capacity"])
        .of(Kind::Number)
        .asks("一次最多多少人？", "How many people at most?")
        .why("名额有数，报名和场地才对得上。", "With a number, sign-up and room fit each other.")
        .help("例：20。", "For example 20.")
        .only(|setting| setting.has_event("monthly")),
    Question::full(Events, "event_signup", &["activities[monthly].signup.closes"])
        .asks("报名什么时候截止？", "When does sign-up close?")
        .why("截止早一点，才来得及准备，也好补候补。", "Closing in time leaves room to prepare and to fill places.")
        .help("T-1d 是前一天。", "T-1d is the day before.")
        .only(|setting| setting.has_event("monthly")),
    Question::full(Events, "event_serves", &["activities[monthly].serves"])
        .of(GOALS)
        .asks("它为哪些目标？（可多选）", "Which goals does it serve? (several are fine)")
        .why("说不出为什么办的活动，就是该停的活动。", "An event without a reason is one to stop.")
        .help("一个就够。", "One is enough.")
        .only(|setting| setting.has_event("monthly") && has_goals(setting)),
    Question::full(Onboarding, "first_hour", &["onboarding.steps[joining].what"])
        .asks("新人进群当天，做什么？", "What happens on the day somebody joins?")
        .why("第一天没人理的人，多半不会再说话。", "Whom nobody greets on the first day seldom speaks later.")
        .help("例：“欢迎 + 群规”。", "For example \"a welcome with the rules\"."),
    Question::full(Onboarding, "first_week", &["onboarding.steps[week].what"])
        .asks("一周后做什么？", "And after a week?")
        .why("一周是去留的分界。", "After a week it is decided who stays.")
        .help("例：“私聊问感受”。", "For example \"ask in private how it was\"."),
    Question::full(Onboarding, "support_channel", &["support.channel"])
        .about("response-time")
        .of(CHANNEL)
        .asks("有问题在哪里问？", "Where does one ask questions?")
        .why("有固定的地方问，问题才不会淹没。", "With a place for them, questions do not drown.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_channels),
    Question::full(Onboarding, "support_within", &["support.respond_within"])
        .of(Kind::Duration)
        .asks("多久之内回复？", "Within what time is there an answer?")
        .why("说好多久，等的人才不焦躁。", "A time that was promised makes waiting easy.")
        .help("例：4h、1天。", "For example 4h or 1d."),
    Question::full(Onboarding, "support_owner", &["support.owner"])
        .about("response-time")
        .of(HOLDER)
        .asks("谁来回答？", "Who answers?")
        .why("群里的问题要有人认领。", "Each question needs somebody to take it.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
    Question::full(Onboarding, "layer", &["segments[0].who"])
        .asks("成员里，先把哪些人分出来看？（分层）", "Which members do you look at by themselves? (a layer)")
        .why(
            "不同的人要的不同，一样对待就谁都不满意。",
            "People want different things; treated alike, nobody is content.",
        )
        .help(
            "例：“年度会员”“三个月没说话的人”。",
            "For example \"yearly members\" or \"those silent for three months\".",
        ),
    Question::full(Onboarding, "layer_goal", &["segments[0].goal"])
        .asks("对他们的目标是什么？", "What do you want for them?")
        .why("分层不是贴标签，是为了做点什么。", "A layer is not a label; it is there to do something.")
        .help("例：“续费”。", "For example \"they renew\"."),
    Question::full(Onboarding, "inactive_after", &["leaving.inactive_after"])
        .of(Kind::Duration)
        .asks("多久没动静算沉睡？", "After what silence is a member inactive?")
        .why("早点看见，还叫得醒。", "Seen early, they can still be won back.")
        .help("例：60d、2个月。", "For example 60d."),
    Question::full(Onboarding, "winback", &["leaving.winback"])
        .asks("怎样唤回？", "How do you win them back?")
        .why("一次真诚的私聊，好过十次群发优惠。", "One honest message is worth ten offers to all.")
        .help("例：“私聊一次”。", "For example \"one personal message\"."),
    Question::full(Onboarding, "farewell", &["leaving.farewell"])
        .asks("怎样和离开的人告别？", "How do you say goodbye to those who go?")
        .why("走的人会替你说话，好话坏话看告别。", "Those who leave speak of you; how depends on the goodbye.")
        .help("例：“送一张书单”。", "For example \"a list of books to take along\"."),
    Question::full(Onboarding, "delete_data", &["leaving.delete_data"])
        .asks("离开后，信息什么时候删除？", "When are the data of those who left deleted?")
        .why("人走了，信息没有理由留着。", "When they are gone there is no reason to keep them.")
        .help("例：“退群后 30 天”。", "For example \"30 days after leaving\"."),
    Question::full(Onboarding, "tool", &["tools[0].name"])
        .asks("用什么工具？", "Which tool do you use?")
        .why(
            "欢迎、报名、名单交给工具，人去做人的事。",
            "Leave welcome, sign-up and lists to tools, and people to people.",
        )
        .help("例：金数据。", "For example a form service."),
    Question::full(Onboarding, "tool_for", &["tools[0].for"])
        .asks("用来做什么？", "What for?")
        .why("写明用途，换工具时不会漏。", "Once it is written, nothing is lost when you change tools.")
        .help("例：“报名表”。", "For example \"sign-up\"."),
    Question::full(Incentives, "privileges", &["incentives.privileges"])
        .of(Kind::Texts)
        .asks("活跃的成员有什么特权？", "Which privileges do active members have?")
        .why("特权不花钱，又看得见。", "Privileges cost nothing and can be seen.")
        .help("例：优先报名线下、新书试读。", "For example: first choice of seats, early copies."),
    Question::full(Incentives, "levels", &["incentives.levels"])
        .of(Kind::Texts)
        .asks("成员有哪些等级？", "Which levels are there?")
        .why("看得到下一级，人才有往前走的方向。", "The next level shows where to go.")
        .help("从低到高。例：新读者、常读者、领读人。", "From the lowest: newcomer, regular, host."),
    Question::full(Incentives, "scoring", &["incentives.scoring"])
        .asks("怎样给成员定分？", "How are members scored?")
        .why("升级要有算法，不能凭印象。", "Levels need a reckoning, not an impression.")
        .help("例：“领读一次 10 分，书评 5 分”。", "For example \"10 for leading an evening, 5 for a review\"."),
    Question::full(Incentives, "incentive_budget", &["incentives.budget"])
        .of(Kind::Amount)
        .asks("激励每月花多少钱？", "What may incentives cost a month?")
        .why("不定总数，红包会越发越大。", "Without a sum, gifts grow and grow.")
        .help("例：600 CNY。", "For example 80 EUR."),
    Question::full(Incentives, "abuse_guard", &["incentives.abuse_guard"])
        .asks("怎样防刷？", "What keeps it from being abused?")
        .why("有好处的地方，就有人算计。", "Where something is given, somebody games it.")
        .help("例：“书评 200 字以上才计分”。", "For example \"reviews of 150 words or more, one a day\"."),
    Question::full(Incentives, "incentives_checked", &["incentives.checked"])
        .asks("怎样检验激励有没有用？", "How do you check that it works?")
        .why("没用的激励，停了也没人发现。", "Incentives that do nothing can be stopped unnoticed.")
        .help(
            "例：“每季看有积分的人是否更常续费”。",
            "For example \"each quarter: do those with points renew more often?\".",
        ),
    Question::full(Growth, "sources", &["growth.sources"])
        .of(Kind::Several(words_of!(GrowthSource)))
        .asks("新人从哪里来？（可多选）", "Where do new members come from? (several are fine)")
        .why("知道来路，才知道力气往哪儿使。", "Knowing the way they come, you know where to work.")
        .help("没有开始的先不选。", "Mark only what you really do."),
    Question::full(Growth, "invites_per_day", &["growth.invites.cap_per_day"])
        .of(Kind::Number)
        .asks("每天最多进多少人？", "How many newcomers a day at most?")
        .why("进得太快，文化就被冲淡了。", "When too many come at once, the culture thins out.")
        .help("例：20。", "For example 20."),
    Question::full(Growth, "invites_watched", &["growth.invites.monitored_by"])
        .of(HOLDER)
        .asks("谁盯着邀请和裂变？", "Who watches invitations and referrals?")
        .why("裂变走样，伤的是整个群的信任。", "A referral gone wrong costs the trust of all.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
    Question::full(Growth, "copy_planned", &["growth.copy.planned"])
        .of(Kind::YesNo)
        .asks("打算复制出新的群吗？", "Do you plan to copy it into another group?")
        .why("先在一个群里做成，再复制。", "Prove it in one group first, then copy.")
        .help("没有打算就选“否”。", "Say no if you do not."),
    Question::full(Growth, "copy_needed", &["growth.copy.needed"])
        .asks("真的有必要扩大吗？为什么？", "Is it necessary to grow? Why?")
        .why("为了大而大，多半两头落空。", "Growing for its own sake mostly loses both groups.")
        .help("例：“另有两个城区的人想加入”。", "For example \"people of two other districts want to join\".")
        .only(|setting| setting.plans_copy()),
    Question::full(Growth, "copy_able", &["growth.copy.able"])
        .asks("有能力维护更大的规模吗？凭什么？", "Are you able to maintain more? By what?")
        .why("没有带过的人，新群只有名字是一样的。", "Without people who know how, only the name is copied.")
        .help("例：“两位领读人能带班”。", "For example \"two hosts can lead a group of their own\".")
        .only(|setting| setting.plans_copy()),
    Question::full(Growth, "copy_proof", &["growth.copy.proof"])
        .of(GOAL)
        .asks("用哪个目标证明模式可行？", "Which goal proves the model?")
        .why("第一个群没做成，复制的就是问题。", "Copied before it works, only the problems are copied.")
        .help("例：续费率。", "For example retention.")
        .only(|setting| setting.plans_copy() && has_goals(setting)),
    Question::full(Growth, "copy_by", &["growth.copy.by"])
        .of(HOLDER)
        .asks("谁去带新群？（分化者）", "Who carries the culture there?")
        .why("要懂得这里的文化、参与过建设的人。", "It takes somebody who helped to build this one.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(|setting| setting.plans_copy() && has_holders(setting)),
    Question::full(Growth, "partner", &["partners[0].name"])
        .asks("和谁合作？", "Who is a partner of yours?")
        .why(
            "模板里的合作方是虚构的；真正的合作方能带来场地、内容和人。",
            "The starter's partner is invented; a real one brings rooms, content and people.",
        )
        .help("例：“衡山书店”。", "For example \"Corner Café\"."),
    Question::full(Growth, "partner_is", &["partners[0].kind"])
        .about("partners")
        .of(Kind::Choice(words_of!(PartnerKind)))
        .asks("它是哪一类？", "Of which kind?")
        .why("赞助方和意见领袖，要让成员知道。", "Members should know of sponsors and opinion leaders.")
        .help("商家、场地一般选“合作方”。", "Shops and venues are partners."),
    Question::full(Growth, "partner_offers", &["partners[0].gives"])
        .asks("对方提供什么？", "What do they give?")
        .why("说清楚，合作才长久。", "Said clearly, it lasts.")
        .help("例：“场地，九折”。", "For example \"the back room, ten percent off\"."),
    Question::full(Growth, "partner_receives", &["partners[0].gets"])
        .asks("对方得到什么？", "What do they get?")
        .why("只有一边得利的合作，一次就完。", "When only one side gains, it ends after once.")
        .help("例：“每月两篇推文”。", "For example \"two posts a month\"."),
    Question::full(Growth, "partner_disclosed", &["partners[0].disclosed"])
        .of(Kind::YesNo)
        .asks("成员知道这个合作吗？", "Do members know of it?")
        .why("瞒着的合作，一旦被发现就是广告。", "A partnership that was hidden turns into advertising once found.")
        .help("应当让大家知道。", "They should."),
    Question::full(Growth, "partner_checked_by", &["partners[0].checked_by"])
        .of(HOLDER)
        .asks("谁核实过对方？", "Who checked them?")
        .why("群里推荐的，出了事算群的。", "What the group recommends falls back on the group.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
];
