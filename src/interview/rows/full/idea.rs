//! Why it exists, what members get, who it is for, where and when.

use crate::interview::chapter::Chapter::{What, When, Where, Who, Why};
use crate::interview::question::{AnswerKind, Question, words_of};
use crate::plan::community::{NameFrom, Openness};
use crate::plan::positioning::{Gender, MarketingValue};

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question::full(Why, "name_from", &["community.name_from"])
        .of(AnswerKind::Choice(words_of!(NameFrom)))
        .asks("这个名字是怎么起的？", "Where does the name come from?")
        .why(
            "记下来历，改名和开分群时才有依据。",
            "Note it down; it helps when you rename the community or open a branch.",
        )
        .help(
            "“晨光读书会”以晨光书店这个品牌命名；“新手爸妈群”以目标用户命名。",
            "\"Dawn Readers\" is named after a bookshop; \"New Parents\" after the people it is for.",
        ),
    Question::full(Why, "subject", &["community.subject"])
        .asks("群里具体做什么？", "What exactly do people do there?")
        .why(
            "主题越具体，越容易判断什么该发、什么不该发。",
            "The more specific the subject, the easier it is to decide what belongs in the group.",
        )
        .help("例：“每月共读两本非虚构”。", "For example \"two non-fiction books a month, read together\"."),
    Question::full(Why, "openness", &["community.openness"])
        .of(AnswerKind::Choice(words_of!(Openness)))
        .asks("它有多公开？", "How open is it?")
        .why(
            "公开程度决定入群方式、要多少人管、能聊多深。",
            "This decides how people join, how many moderators you need, and how openly members can talk.",
        )
        .help(
            "公开：谁都能进；半公开：要申请；仅限受邀成员：只凭邀请。",
            "Open: anyone can join; semi-open: people apply; private: by invitation only.",
        ),
    Question::full(Why, "emotional_need", &["positioning.emotional_need"])
        .asks("它满足大家哪种情感需求？", "Which emotional need does it meet?")
        .why(
            "写一种感受，不要写信息：让人天天打开群的多半是感受。",
            "Name a feeling rather than information; feelings bring people in every day.",
        )
        .help("例：“下班后有人一起读”。", "For example \"company for reading after work\"."),
    Question::full(Why, "shared_memory", &["positioning.shared_memory"])
        .asks("哪些共同记忆会让人想回来？", "Which shared memories bring people back?")
        .why(
            "挑一件大家一起经历、别的群没有的事。",
            "Choose something that members went through together and other groups don't have.",
        )
        .help("例：“每次见面都贴上合影墙的照片”。", "For example \"the wall with a photo of every meeting\"."),
    Question::full(Why, "benefit", &["positioning.benefit"])
        .asks("哪个好处让人期待更多？", "Which benefit makes people want more?")
        .why(
            "选一个看得见的好处，续费和推荐时都用得上。",
            "Choose a benefit people can see; it gives them a reason to renew and recommend you.",
        )
        .help("例：“一年读完 24 本书”。", "For example \"24 books finished in a year\"."),
    Question::full(Why, "vision", &["positioning.vision"])
        .asks("做成之后，会有什么不一样？（愿景）", "What will be different if it works? (vision)")
        .why("愿景让志愿者知道自己在为什么出力。", "A vision shows volunteers what they are working for.")
        .help(
            "一句话。例：“让上海多一千个读书的晚上”。",
            "One sentence, such as \"a thousand more evenings of reading in Lyon\".",
        ),
    Question::full(Why, "mission", &["positioning.mission"])
        .asks("平时为谁做什么？（使命）", "What do you do day to day, and who is it for? (mission)")
        .why("拿不准要不要办一件事时，就对照使命。", "Use it to decide whether an idea fits.")
        .help("例：“陪上班族读完想读的书”。", "For example \"help busy people finish the books they want to read\"."),
    Question::full(Why, "problem", &["positioning.problem"])
        .asks("你自己想靠它解决什么问题？", "What problem do you want it to solve for you?")
        .why(
            "写明自己的目的，团队才会往同一个方向使劲。",
            "Write down your own goal, so that the whole team works towards it.",
        )
        .help(
            "例：“顾客买书多、读完少，不再来”。",
            "For example \"customers buy books, never finish them, and don't come back\".",
        ),
    Question::full(Why, "effect", &["positioning.effect"])
        .asks("希望看到什么效果？", "What result do you want to see?")
        .why(
            "写下效果的样子，复盘时才知道做没做到。",
            "Describe the result now, so that a review can check whether you got there.",
        )
        .help("例：“续费率过半”。", "For example \"half of the members renew\"."),
    Question::full(Why, "demand", &["positioning.demand"])
        .asks("从哪里看得出有人需要它？", "How do you know people want it?")
        .why("先找到需求的证据，再投入时间和钱。", "Look for evidence before you put in time and money.")
        .help(
            "写一件看得见的事，例：“两家书店的共读场场报满”。",
            "Name something you can see, such as \"reading nights at both bookshops are full\".",
        ),
    Question::full(Why, "marketing_value", &["positioning.marketing_value"])
        .of(AnswerKind::Several(words_of!(MarketingValue)))
        .asks("它对你的品牌或生意有什么用？（可多选）", "How does it help your brand or business? (choose any)")
        .why("写明营销价值，就不必在群里硬卖。", "If this is clear, you don't need to push sales in the group.")
        .help("没有生意可做就都不选，直接回车。", "Leave all unmarked if there is no business behind it."),
    Question::full(What, "carrier", &["positioning.values[0].carrier"])
        .asks("承诺通过什么交付？", "How do you deliver the promise?")
        .why("写一件东西或一次活动，成员才拿得到。", "Name a product or an event, so that members actually receive it.")
        .help("例：“21 天打卡营 + 月末线下”。", "For example \"a 21-day challenge and a meeting each month\"."),
    Question::full(What, "mutual", &["positioning.values[0].mutual"])
        .asks("成员又为社群带来什么？（互惠之处）", "What do members give in return?")
        .why(
            "让成员也有付出的机会，社群才不会全靠发起人。",
            "Let members contribute, so that the community doesn't depend on the founder alone.",
        )
        .help("例：“读书笔记授权公众号发表”。", "For example \"we may publish their reading notes\"."),
    Question::full(What, "alternative", &["positioning.alternatives[0].name"])
        .asks("没有你的群，大家会选什么？", "What would people use without your group?")
        .why("成员会比较，你先比过，介绍时才说得准。", "Members compare, so compare first and know what to say.")
        .help("一个应用、一个别的群、什么都不做，都算。", "An app, another group, or nothing at all."),
    Question::full(What, "difference", &["positioning.alternatives[0].difference"])
        .asks("和它比，你们有什么不同？", "How are you different?")
        .why(
            "写出别人没有的一点，新人才有理由选你们。",
            "Name one thing the alternative lacks; it is the reason to choose you.",
        )
        .help("例：“我们每月线下见面”。", "For example \"we meet in person every month\"."),
    Question::full(What, "value_loop", &["positioning.value_loop"])
        .asks("成员得到的价值怎样再带来价值？", "How does what members get create more value?")
        .why("找到能循环的一环，群就不必靠发起人一个人推。", "Look for a cycle that keeps going without the founder.")
        .help(
            "例：“读完的人写笔记，笔记带来新的读者”。",
            "For example \"people who finish write notes, and the notes attract new readers\".",
        ),
    Question::full(What, "business_loop", &["positioning.business_loop"])
        .asks("钱怎样循环？", "How does the money you spend come back?")
        .why(
            "花出去的要能回来，回来的不一定是钱。",
            "Make sure that what you spend returns, even if not always as money.",
        )
        .help("例：“会费请嘉宾，嘉宾带来续费”。", "For example \"fees pay for guests, and guests bring renewals\"."),
    Question::full(Who, "age", &["audiences[0].age"])
        .asks("他们多大年纪？", "How old are they?")
        .why("年龄决定平台、时间和说话的方式。", "Age affects the platform, the hours and the tone.")
        .help("例：22-30。", "For example 22-30."),
    Question::full(Who, "gender", &["audiences[0].gender"])
        .of(AnswerKind::Choice(words_of!(Gender)))
        .asks("性别有限定吗？", "Is it for a particular gender?")
        .why("有限定就写明，免得进来的人尴尬。", "If so, say it up front, so that nobody joins by mistake.")
        .help("多数社群选“不限”。", "Most communities choose \"any\"."),
    Question::full(Who, "region", &["audiences[0].region"])
        .asks("他们在哪里？", "Where do they live?")
        .why("线下活动办不办得成，先看地区。", "It decides whether you can meet in person.")
        .help("例：上海；线上为主就写“全国”。", "For example Lyon, or \"anywhere\" if you meet online."),
    Question::full(Who, "occupation", &["audiences[0].occupation"])
        .asks("他们做什么工作？", "What do they do for a living?")
        .why(
            "职业决定他们什么时候有空、聊得起来什么。",
            "It affects when they have time and what they like to talk about.",
        )
        .help("例：“上班族”“产品经理”。", "For example \"office workers\" or \"product managers\"."),
    Question::full(Who, "interests", &["audiences[0].interests"])
        .of(AnswerKind::Texts)
        .asks("他们对什么感兴趣？", "What are they interested in?")
        .why("兴趣是选题的来源。", "Use their interests to find topics.")
        .help("用顿号隔开。例：阅读、写作。", "Separate with commas: reading, writing."),
    Question::full(Who, "needs", &["audiences[0].needs"])
        .asks("他们共同的需求是什么？", "What do they all need?")
        .why("写大家都有的那一个需求，人才留得下来。", "Choose a need they share; it keeps the group together.")
        .help("例：“有人督促”。", "For example \"someone who asks how far they got\"."),
    Question::full(Who, "stakes", &["audiences[0].stakes"])
        .asks("他们投入了什么、在乎什么？", "What do they invest or stand to lose?")
        .why(
            "有投入的人更愿意守规矩、肯出力。",
            "People who have invested something follow the rules and help out more.",
        )
        .help("例：“时间和面子”。", "For example \"two evenings a month and their reputation\"."),
    Question::full(Who, "resources", &["community.resources"])
        .of(AnswerKind::Texts)
        .asks("手里有哪些资源？", "What resources do you have?")
        .why("资源决定撑得起多大的群。", "They decide how large a group you can run.")
        .help("人、场地、内容、钱都算，用顿号隔开。", "People, venues, content, money; separate with commas."),
    Question::full(Where, "channel_cap", &["channels[main].cap"])
        .of(AnswerKind::Number)
        .asks("这个群最多放多少人？", "How many people can the group or channel hold?")
        .why("写上上限，快满时 qun 会提前说。", "Set a limit, and qun warns you before it is full.")
        .help("不要超过平台的上限；微信群是 500。", "No more than the platform allows; a WeChat group holds 500."),
    Question::full(Where, "place", &["places[0].name"])
        .asks("线下在哪里见面？", "Where do you meet in person?")
        .why("模板里的地点是虚构的。", "Replace the starter's place, which is made up.")
        .help(
            "例：“衡山书店二楼”。不办线下的，先留着模板的写法，再用 qun set 改。",
            "For example \"Corner Café, upstairs\".",
        ),
    Question::full(Where, "place_address", &["places[0].address"])
        .asks("那里的地址是什么？", "What is its address?")
        .why("通知里要写，来的人才找得到。", "Announcements include it, so that people can find the way.")
        .help("例：“衡山路 1 号”。", "For example \"12 Canal Row\"."),
    Question::full(Where, "place_capacity", &["places[0].capacity"])
        .of(AnswerKind::Number)
        .asks("那里坐得下多少人？", "How many people fit in?")
        .why("报名人数不能超过它，qun 会检查。", "qun checks that no event there has more places.")
        .help("例：20。", "For example 20."),
    Question::full(When, "months", &["lifecycle.months"])
        .of(AnswerKind::Number)
        .asks("打算运营几个月？", "How many months will it run?")
        .why(
            "一个群的好时光大约两年；定了期限，才知道什么时候不该再投入。",
            "Most groups are at their best for about two years; set an end, so that you know when to stop investing.",
        )
        .help("例：24。", "For example 24.")
        .only(|context| context.lasts_months()),
    Question::full(When, "ending", &["lifecycle.ending"])
        .asks("结束的时候怎样体面地告别？", "How will you end it well?")
        .why(
            "想好怎样告别，成员才愿意跟你去下一个群。",
            "Plan the goodbye, so that members are happy to follow you to the next group.",
        )
        .help(
            "例：“毕业典礼，书单归档，删除名单”。",
            "For example \"a last evening, the lists archived, the member list deleted\".",
        ),
];
