//! Content, events, onboarding, incentives.

use super::references::{CHANNEL, GOALS, SOP, has_channels, has_goals};
use crate::interview::chapter::Chapter::{Content, Events, Incentives, Onboarding};
use crate::interview::question::{AnswerKind, Question};

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question::full(Content, "content_regular", &["content[regular].title"])
        .asks("固定发什么内容？", "What do you publish regularly?")
        .why("稳定的输出，让人知道打开群会看到什么。", "Publish regularly, so that people know what they will find.")
        .help("例：“早安一句”“每周书单”。", "For example \"morning line\" or \"books of the week\"."),
    Question::full(Content, "posts_when", &["content[regular].when"])
        .of(AnswerKind::Cadence)
        .asks("什么时候发？", "When is it posted?")
        .why(
            "固定的时间，写的人有准备，看的人有期待。",
            "A fixed time helps writers prepare and readers look forward to it.",
        )
        .help("例：工作日 08:00。", "For example: workdays 08:00."),
    Question::full(Content, "content_writer", &["content[regular].owner"])
        .of_holder()
        .asks("谁来写、谁来发？", "Who writes and posts it?")
        .why("指定一个人，栏目才不会断。", "Name a person, so that it doesn't stop after two weeks."),
    Question::full(Content, "content_reviewer", &["content[regular].reviewer"])
        .of_holder()
        .asks("发之前谁把关？", "Who checks it before it is posted?")
        .why("另找一个人看，挡得住错字，也挡得住惹祸的话。", "A second reader catches typos and worse.")
        .help("最好不是写的那个人。", "Choose someone other than the writer."),
    Question::full(Content, "members_post", &["content[members].title"])
        .asks("哪一栏是成员自己的作品？", "Which regular post is made by members?")
        .why("每个成员都要有机会露个脸。", "Every member should get a chance to be seen.")
        .help("例：“周日读者来信”。", "For example \"Sunday notes from members\"."),
    Question::full(Content, "members_post_when", &["content[members].when"])
        .of(AnswerKind::Cadence)
        .asks("它什么时候发？", "When is that posted?")
        .why("固定的一天，大家才会提前准备。", "A fixed day lets people prepare.")
        .help("例：每周日 10:00。", "For example: every Sun 10:00."),
    Question::full(Content, "topic", &["topics[0].title"])
        .asks("冷场的时候，聊什么话题？", "What can you talk about when the group is quiet?")
        .why("话题先备好，冷场时就不用现想。", "Keep a few topics ready.")
        .help("例：“一本改变你习惯的书”。", "For example \"a book that changed a habit of yours\"."),
    Question::full(Events, "event_sop", &["activities[monthly].sop"])
        .of(SOP)
        .asks("每月的活动按哪套步骤办？（SOP）", "Which checklist does the monthly event follow? (SOP)")
        .why(
            "宣传、筹备、复盘的每一步和日子都从它来。",
            "It sets the steps for promotion, preparation and review, and their dates.",
        )
        .help("qun templates --kind sop 看每套的步骤。", "See the steps with qun templates --kind sop.")
        .only(|context| context.has_event("monthly")),
    Question::full(Events, "event_budget", &["activities[monthly].budget"])
        .of(AnswerKind::Amount)
        .asks("每月的活动，一次花多少钱？", "What is the budget for each monthly event?")
        .why("先定预算，花钱才有数。", "Set a budget, so that costs don't get out of hand.")
        .help("例：300元。", "For example 50 EUR.")
        .only(|context| context.has_event("monthly")),
    Question::full(Events, "event_capacity", &["activities[monthly].capacity"])
        .of(AnswerKind::Number)
        .asks("一次最多多少人？", "How many people can come?")
        .why("名额有数，报名和场地才对得上。", "A limit keeps sign-ups in line with the venue.")
        .help("例：20。", "For example 20.")
        .only(|context| context.has_event("monthly")),
    Question::full(Events, "event_signup", &["activities[monthly].signup.closes"])
        .of(AnswerKind::Offset)
        .asks("报名什么时候截止？", "When does sign-up close?")
        .why(
            "截止早一点，才来得及准备，也好补候补。",
            "Close early enough to prepare and to fill places from the waiting list.",
        )
        .help("例：提前一天。", "For example 1 day before.")
        .only(|context| context.has_event("monthly")),
    Question::full(Events, "event_serves", &["activities[monthly].serves"])
        .of(GOALS)
        .asks("它为哪些目标？（可多选）", "Which goals does it serve? (choose any)")
        .why("说不出为什么办的活动，可以考虑停掉。", "If it serves no goal, consider dropping it.")
        .help("一个就够。", "A single goal is enough.")
        .only(|context| context.has_event("monthly") && has_goals(context)),
    Question::full(Onboarding, "first_hour", &["onboarding.steps[joining].what"])
        .asks("新人进群当天，做什么？", "What happens on the day someone joins?")
        .why("第一天就有人打招呼，新人才愿意说话。", "Greet newcomers on the first day, so that they start talking.")
        .help("例：“欢迎 + 群规”。", "For example \"a welcome message with the rules\"."),
    Question::full(Onboarding, "first_week", &["onboarding.steps[week].what"])
        .asks("一周后做什么？", "And after a week?")
        .why(
            "很多人一周左右决定去留，这时问一句。",
            "Check in then; many people decide in the first week whether to stay.",
        )
        .help("例：“私聊问感受”。", "For example \"ask in private how it was\"."),
    Question::full(Onboarding, "support_channel", &["support.channel"])
        .about("response-time")
        .of(CHANNEL)
        .asks("有问题在哪里问？", "Where do members ask questions?")
        .why("有固定的地方问，问题才不会淹没。", "Give questions a fixed place, so that they don't get lost.")
        .help("以后可以用 qun set 改。", "You can change it later with qun set.")
        .only(has_channels),
    Question::full(Onboarding, "support_within", &["support.respond_within"])
        .of(AnswerKind::Duration)
        .asks("多久之内回复？", "How quickly do they get an answer?")
        .why("说好多久回复，等的人才不着急。", "People wait more patiently when they know how long it takes.")
        .help("例：4小时、一天。", "For example 4 hours or 1 day."),
    Question::full(Onboarding, "support_owner", &["support.owner"])
        .about("response-time")
        .of_holder()
        .asks("谁来回答？", "Who answers?")
        .why("指定一个人，问题才有人认领。", "Name a person, so that no question is left open."),
    Question::full(Onboarding, "layer", &["segments[0].who"])
        .asks("成员里，先把哪些人分出来看？（分层）", "Which members do you look at separately? (a segment)")
        .why(
            "不同的人要的不同，分开安排更合适。",
            "Different members want different things, so plan for them separately.",
        )
        .help(
            "例：“年度会员”“三个月没说话的人”。",
            "For example \"yearly members\" or \"members silent for three months\".",
        ),
    Question::full(Onboarding, "layer_goal", &["segments[0].goal"])
        .asks("对他们的目标是什么？", "What do you want to achieve with them?")
        .why("给每一层定一个目标，才知道做什么。", "Give each segment a goal, so that you know what to do.")
        .help("例：“续费”。", "For example \"they renew\"."),
    Question::full(Onboarding, "inactive_after", &["leaving.inactive_after"])
        .of(AnswerKind::Duration)
        .asks("多久没动静算沉睡？", "How long without activity makes a member inactive?")
        .why("早点看见，还叫得醒。", "If you notice early, you can still win them back.")
        .help("例：60天、2个月。", "For example 60 days or 2 months."),
    Question::full(Onboarding, "winback", &["leaving.winback"])
        .asks("怎样唤回？", "How do you win them back?")
        .why("先单独私聊，不要群发优惠。", "Send a personal message rather than a mass offer.")
        .help("例：“私聊一次”。", "For example \"a personal message\"."),
    Question::full(Onboarding, "farewell", &["leaving.farewell"])
        .asks("怎样和离开的人告别？", "How do you say goodbye to people who leave?")
        .why("好好告别，离开的人会替你说好话。", "Part on good terms, so that they speak well of you.")
        .help("例：“送一张书单”。", "For example \"a reading list to take along\"."),
    Question::full(Onboarding, "delete_data", &["leaving.delete_data"])
        .asks("离开后，信息什么时候删除？", "When do you delete the data of people who left?")
        .why("人走了就按时删，没有理由留着。", "Delete it soon; there is no reason to keep it.")
        .help("例：“退群后 30 天”。", "For example \"30 days after they leave\"."),
    Question::full(Onboarding, "tool", &["tools[0].name"])
        .asks("用什么工具？", "Which tool do you use?")
        .why(
            "欢迎、报名、名单交给工具，人才有空陪人。",
            "Leave welcome messages, sign-up and lists to tools, so that you have time for people.",
        )
        .help("例：金数据。", "For example an online form."),
    Question::full(Onboarding, "tool_for", &["tools[0].for"])
        .asks("用来做什么？", "What do you use it for?")
        .why("写明用途，换工具时不会漏。", "Write it down, so that nothing is lost when you change tools.")
        .help("例：“报名表”。", "For example \"sign-up\"."),
    Question::full(Incentives, "privileges", &["incentives.privileges"])
        .of(AnswerKind::Texts)
        .asks("活跃的成员有什么特权？", "What privileges do active members get?")
        .why("特权不花钱又看得见，不妨设几个。", "Privileges cost nothing and everyone can see them.")
        .help("例：优先报名线下、新书试读。", "For example: first choice of seats, early copies."),
    Question::full(Incentives, "levels", &["incentives.levels"])
        .of(AnswerKind::Texts)
        .asks("成员有哪些等级？", "What levels are there?")
        .why("看得到下一级，成员才知道往哪里努力。", "Levels show members what they can work towards.")
        .help("从低到高。例：新读者、常读者、领读人。", "From lowest to highest: newcomer, regular, host."),
    Question::full(Incentives, "scoring", &["incentives.scoring"])
        .asks("怎样给成员定分？", "How do members earn points?")
        .why("升级要有算法，不能凭印象。", "Base levels on a calculation, not on an impression.")
        .help("例：“领读一次 10 分，书评 5 分”。", "For example \"10 for hosting an evening, 5 for a review\"."),
    Question::full(Incentives, "incentive_budget", &["incentives.budget"])
        .of(AnswerKind::Amount)
        .asks("激励每月花多少钱？", "How much do you spend on incentives a month?")
        .why("先定总数，红包才不会越发越大。", "Set a limit, or the rewards keep growing.")
        .help("例：600元。", "For example 80 EUR."),
    Question::full(Incentives, "abuse_guard", &["incentives.abuse_guard"])
        .asks("怎样防刷？", "How do you prevent abuse?")
        .why("有好处就会有人刷，先定好限制。", "Rewards attract cheating, so set limits first.")
        .help("例：“书评 200 字以上才计分”。", "For example \"reviews of 150 words or more, at most one a day\"."),
    Question::full(Incentives, "incentives_checked", &["incentives.checked"])
        .asks("怎样检验激励有没有用？", "How do you check that incentives work?")
        .why("定期检查，没用的就停掉。", "Check regularly and stop those that do nothing.")
        .help(
            "例：“每季看有积分的人是否更常续费”。",
            "For example \"each quarter: do members with points renew more often?\".",
        ),
];
