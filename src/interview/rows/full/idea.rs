//! Why, what, for whom, where and when.

use crate::interview::chapter::Chapter::{What, When, Where, Who, Why};
use crate::interview::question::{Kind, Question, words_of};
use crate::plan::community::{NameFrom, Openness};
use crate::plan::positioning::{Gender, MarketingValue};

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question::full(Why, "name_from", &["community.name_from"])
        .of(Kind::Choice(words_of!(NameFrom)))
        .asks("这个名字是从哪里来的？", "Where does the name come from?")
        .why(
            "说得出来历的名字，改名和开分群时才有依据。",
            "A name with a known origin guides you when you rename or branch out.",
        )
        .help(
            "“晨光读书会”来自晨光书店，是核心源头；“新手爸妈群”来自目标用户。",
            "\"Dawn Readers\" comes from the Dawn bookshop, a core source; \"New Parents\" from the people it is for.",
        ),
    Question::full(Why, "subject", &["community.subject"])
        .asks("群里具体做什么？", "What exactly is done there?")
        .why(
            "主题越具体，越容易判断什么该发、什么不该发。",
            "The more exact the subject, the easier it is to tell what belongs there.",
        )
        .help("例：“每月共读两本非虚构”。", "For example \"two non-fiction books a month, read together\"."),
    Question::full(Why, "openness", &["community.openness"])
        .of(Kind::Choice(words_of!(Openness)))
        .asks("它有多公开？", "How open is it?")
        .why(
            "公开程度决定入群方式、要多少人管、能聊多深。",
            "It decides how people get in, how many must moderate, and how frankly one talks.",
        )
        .help(
            "公开：谁都能进；半公开：要申请；私有：只凭邀请。",
            "Open: anybody enters; semi-open: one applies; private: by invitation only.",
        ),
    Question::full(Why, "emotional_need", &["positioning.emotional_need"])
        .asks("它满足大家哪种情感需求？", "Which emotional need does it meet?")
        .why(
            "让人天天打开群的，往往不是信息，是感受。",
            "What brings people in each day is a feeling more often than a fact.",
        )
        .help("例：“下班后有人一起读”。", "For example \"somebody to read with after work\"."),
    Question::full(Why, "shared_memory", &["positioning.shared_memory"])
        .asks("哪些共同记忆会让人想回来？", "Which shared memories bring people back?")
        .why("一起经历过的事，别的群给不了。", "What was lived through together cannot be had elsewhere.")
        .help("例：“每次见面都贴上合影墙的照片”。", "For example \"the wall with a photo of every meeting\"."),
    Question::full(Why, "benefit", &["positioning.benefit"])
        .asks("哪个好处让人期待更多？", "Which benefit makes people look forward to more?")
        .why(
            "看得见的好处，是续费和推荐的理由。",
            "A benefit that can be seen is the reason to renew and to recommend.",
        )
        .help("例：“一年读完 24 本书”。", "For example \"24 books finished in a year\"."),
    Question::full(Why, "vision", &["positioning.vision"])
        .asks("做成之后，会有什么不一样？（愿景）", "What will be different once it works? (the vision)")
        .why("愿景让志愿者知道自己在为什么出力。", "The vision tells volunteers what they give their evenings for.")
        .help(
            "一句话。例：“让上海多一千个读书的晚上”。",
            "One sentence, such as \"a thousand more evenings of reading in Lyon\".",
        ),
    Question::full(Why, "mission", &["positioning.mission"])
        .asks("平时为谁做什么？（使命）", "What does it do, day by day, and for whom? (the mission)")
        .why("拿不准要不要办一件事时，看使命就知道。", "When you doubt whether to do a thing, the mission answers.")
        .help("例：“陪上班族读完想读的书”。", "For example \"help busy people finish the books they want to read\"."),
    Question::full(Why, "problem", &["positioning.problem"])
        .asks("你自己想靠它解决什么问题？", "Which problem do you, the founder, want solved?")
        .why(
            "发起人的目的不写明，团队就会各做各的。",
            "When the founder's own aim is not said, everybody works towards another.",
        )
        .help("例：“顾客买书多、读完少，不再来”。", "For example \"customers buy, never finish, and do not return\"."),
    Question::full(Why, "effect", &["positioning.effect"])
        .asks("希望看到什么效果？", "Which effect do you want to see?")
        .why("有了效果的样子，复盘时才知道做没做到。", "Only with the effect in mind can a review say whether it came.")
        .help("例：“续费率过半”。", "For example \"half of the members renew\"."),
    Question::full(Why, "demand", &["positioning.demand"])
        .asks("从哪里看得出有人需要它？", "By what do you see that people want it?")
        .why("没有需求的群，再勤快也拉不起来。", "Without demand no diligence keeps a group alive.")
        .help(
            "写一件看得见的事，例：“两家书店的共读场场报满”。",
            "Name something that can be seen, such as \"both bookshops' reading nights are full\".",
        ),
    Question::full(Why, "marketing_value", &["positioning.marketing_value"])
        .of(Kind::Several(words_of!(MarketingValue)))
        .asks(
            "它对你的品牌或生意有什么用？（可多选）",
            "What is it worth to your brand or business? (several are fine)",
        )
        .why("说清楚营销价值，才不会在群里硬卖。", "Once this is said, nobody needs to sell hard in the group.")
        .help("没有生意可做就都不选，直接回车。", "Mark none when there is no business behind it."),
    Question::full(What, "carrier", &["positioning.values[0].carrier"])
        .asks("承诺通过什么交付？（回报载体）", "In what is the promise delivered?")
        .why(
            "价值要落在一件东西或一件事上，成员才拿得到。",
            "Value has to arrive in a thing or an event, or nobody receives it.",
        )
        .help("例：“21 天打卡营 + 月末线下”。", "For example \"a 21-day camp and a meeting each month\"."),
    Question::full(What, "mutual", &["positioning.values[0].mutual"])
        .asks("成员又为社群带来什么？（互惠之处）", "What do members give in return?")
        .why("只给不收的群，撑不过发起人的热情。", "A group that only gives lasts as long as its founder's zeal.")
        .help("例：“读书笔记授权公众号发表”。", "For example \"their notes may be published\"."),
    Question::full(What, "alternative", &["positioning.alternatives[0].name"])
        .asks("没有你的群，大家会选什么？", "What would members choose without your group?")
        .why("成员总在比较，你先比过，话才说得准。", "Members compare; compare first, and you know what to say.")
        .help("一个应用、一个别的群、什么都不做，都算。", "An app, another group, or doing nothing at all."),
    Question::full(What, "difference", &["positioning.alternatives[0].difference"])
        .asks("和它比，你们有什么不同？", "How do you differ from that?")
        .why("照搬别人的模式，最多做成第二。", "Who copies a model becomes second at best.")
        .help("例：“我们每月线下见面”。", "For example \"we meet in person every month\"."),
    Question::full(What, "value_loop", &["positioning.value_loop"])
        .asks("成员得到的价值怎样再带来价值？", "How does what members get come round again?")
        .why("循环起来，群才不靠发起人一个人推。", "A loop turns without the founder pushing it.")
        .help(
            "例：“读完的人写笔记，笔记带来新的读者”。",
            "For example \"whoever finishes writes notes, and notes bring new readers\".",
        ),
    Question::full(What, "business_loop", &["positioning.business_loop"])
        .asks("钱怎样循环？", "How does money come round again?")
        .why("花出去的要能回来，哪怕回来的不是钱。", "What is spent must come back, if not always as money.")
        .help("例：“会费请嘉宾，嘉宾带来续费”。", "For example \"fees pay for guests, and guests bring renewals\"."),
    Question::full(Who, "age", &["audiences[0].age"])
        .asks("他们多大年纪？", "How old are they?")
        .why("年龄决定平台、时间和说话的方式。", "Age decides the platform, the hours and the tone.")
        .help("例：22-30。", "For example 22-30."),
    Question::full(Who, "gender", &["audiences[0].gender"])
        .of(Kind::Choice(words_of!(Gender)))
        .asks("性别有限定吗？", "Is it for one gender?")
        .why("有限定就写明，免得进来的人尴尬。", "If so, say it, so that nobody joins in vain.")
        .help("多数社群选“不限”。", "Most communities choose \"any\"."),
    Question::full(Who, "region", &["audiences[0].region"])
        .asks("他们在哪里？", "Where do they live?")
        .why("线下活动办不办得成，先看地区。", "Whether meetings in person work depends on it.")
        .help("例：上海；线上为主就写“全国”。", "For example Lyon, or \"anywhere, by train to Lyon\"."),
    Question::full(Who, "occupation", &["audiences[0].occupation"])
        .asks("他们做什么工作？", "What is their occupation?")
        .why("职业决定他们什么时候有空、聊得起来什么。", "It decides when they have time and what they can talk about.")
        .help("例：“上班族”“产品经理”。", "For example \"office workers\" or \"product managers\"."),
    Question::full(Who, "interests", &["audiences[0].interests"])
        .of(Kind::Texts)
        .asks("他们对什么感兴趣？", "What are they interested in?")
        .why("兴趣是选题的来源。", "Topics come from it.")
        .help("用顿号隔开。例：阅读、写作。", "With commas between them: reading, writing."),
    Question::full(Who, "needs", &["audiences[0].needs"])
        .asks("他们共同的需求是什么？", "What do they all need?")
        .why("共同的需求才能把人留在一处。", "A common need keeps people together.")
        .help("例：“有人督促”。", "For example \"somebody who asks how far you are\"."),
    Question::full(Who, "stakes", &["audiences[0].stakes"])
        .asks("他们投入了什么、在乎什么？", "What do they have at stake?")
        .why("有投入的人才守规矩、肯出力。", "Those who have put something in keep the rules and lend a hand.")
        .help("例：“时间和面子”。", "For example \"two evenings a month and a good name\"."),
    Question::full(Who, "resources", &["community.resources"])
        .of(Kind::Texts)
        .asks("手里有哪些资源？", "Which resources do you have?")
        .why("有什么资源，撑得起多大的群。", "They decide how large a group you can carry.")
        .help("人、场地、内容、钱都算，用顿号隔开。", "People, rooms, content, money, with commas between them."),
    Question::full(Where, "channel_cap", &["channels[main].cap"])
        .of(Kind::Number)
        .asks("这个群最多放多少人？", "How many people at most in that group or channel?")
        .why("满了再想办法就晚了，qun 会提前说。", "When it is full it is too late; qun says so in time.")
        .help("不要超过平台的上限；微信群是 500。", "Not more than the platform allows; a WeChat group holds 500."),
    Question::full(Where, "place", &["places[0].name"])
        .asks("线下在哪里见面？", "Where do you meet in person?")
        .why("模板里的地点是虚构的。", "The starter's place is invented.")
        .help(
            "例：“衡山书店二楼”。不办线下的，先留着模板的写法，再用 qun set 改。",
            "For example \"Corner Café, upstairs\".",
        ),
    Question::full(Where, "place_address", &["places[0].address"])
        .asks("那里的地址是什么？", "What is its address?")
        .why("通知里要写，来的人才找得到。", "The announcements give it, so that people find the way.")
        .help("例：“衡山路 1 号”。", "For example \"12 Canal Row\"."),
    Question::full(Where, "place_capacity", &["places[0].capacity"])
        .of(Kind::Number)
        .asks("那里坐得下多少人？", "How many people fit in?")
        .why("报名人数不能超过它，qun 会检查。", "No event may seat more; qun checks it.")
        .help("例：20。", "For example 20."),
    Question::full(When, "months", &["lifecycle.months"])
        .of(Kind::Number)
        .asks("打算运营几个月？", "For how many months shall it run?")
        .why(
            "一个群的好时光大约两年；定了期限，才知道什么时候不该再投入。",
            "A group is at its best for about two years; with an end in sight one knows when to stop investing.",
        )
        .help("例：24。", "For example 24.")
        .only(|setting| setting.lasts_months()),
    Question::full(When, "ending", &["lifecycle.ending"])
        .asks("结束的时候怎样体面地告别？", "How will it end decently?")
        .why("好聚好散的人，会跟着你去下一个群。", "Those who part as friends follow you to the next group.")
        .help(
            "例：“毕业典礼，书单归档，删除名单”。",
            "For example \"a last evening, the lists archived, the member list deleted\".",
        ),
];
