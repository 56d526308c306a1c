//! Roles and team, culture.

use super::{HOLDER, has_holders};
use crate::interview::chapter::Chapter::{Culture, Onboarding, Roles};
use crate::interview::question::{Kind, Question, words_of};
use crate::plan::culture::SloganKind;
use crate::plan::people::ChosenBy;

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question::full(Roles, "manager_duties", &["roles[manager].duties"])
        .of(Kind::Texts)
        .asks("管理员要做哪些事？", "What does the manager do?")
        .why(
            "职责写出来，才不会有事没人管、有事抢着管。",
            "Once duties are written, nothing is left undone or done twice.",
        )
        .help("例：审核入群、处理广告、答疑。", "For example: admitting people, removing advertising, answering."),
    Question::full(Roles, "manager_chosen", &["roles[manager].chosen_by"])
        .of(Kind::Choice(words_of!(ChosenBy)))
        .asks("管理员怎样产生？", "How does one become manager?")
        .why("产生得公平公开，大家才服管。", "People follow those who were chosen fairly and in the open.")
        .help(
            "起步时由创建者指定，成员多了可以选举。",
            "At first the founder names them; later an election is better.",
        ),
    Question::full(Roles, "manager_term", &["roles[manager].term"])
        .of(Kind::Duration)
        .asks("任期多长？", "For how long?")
        .why("有任期，累了能体面地交出去。", "With a term, tired people can hand over with honour.")
        .help("例：1y、6个月。", "For example 1y or 6M."),
    Question::full(Roles, "manager_recruit", &["roles[manager].recruit"])
        .asks("从哪里招人来管？", "Where do you find managers?")
        .why(
            "负责、热心的成员就是最好的人选，早点留意。",
            "The best are responsible, warm members; watch for them early.",
        )
        .help("例：“从活跃书友中邀请”。", "For example \"patient members who answer others unasked\"."),
    Question::full(Roles, "manager_training", &["roles[manager].training"])
        .asks("怎样带新管理员？", "How are new managers trained?")
        .why("没人带的新手，会按自己的规矩管群。", "Those whom nobody trains moderate by rules of their own.")
        .help("例：“跟班两周”。", "For example \"two weeks beside the present one\"."),
    Question::full(Roles, "manager_assessed", &["roles[manager].assessed"])
        .asks("怎样看管理员做得好不好？", "How are managers assessed?")
        .why("看得见的标准，好的留得住，不合适的换得掉。", "A visible measure keeps the good ones and lets others go.")
        .help("例：“每季看答疑时间和投诉”。", "For example \"each quarter, by response time and complaints\"."),
    Question::full(Roles, "decisions", &["governance.decisions"])
        .asks("大事怎样决定？", "How are decisions made?")
        .why("没有说好的办法，每次争论都从头来。", "Without an agreed way each dispute begins anew.")
        .help("例：“三人小组，多数决”。", "For example \"three of us, by majority\"."),
    Question::full(Roles, "meeting_when", &["governance.meeting"])
        .of(Kind::Cadence)
        .asks("团队什么时候开例会？", "When does the team meet?")
        .why("固定碰头，事情才不会只在一个人脑子里。", "A fixed meeting keeps things out of one person's head.")
        .help("例：每月第一个周一 20:00。", "For example: 1st Mon of the month 20:00."),
    Question::full(Roles, "legal_entity", &["governance.legal_entity"])
        .asks("背后有法律主体吗？是哪个？", "Is there a legal entity behind it? Which?")
        .why(
            "收钱、签约、保管信息时，要有人负责。",
            "Taking money, signing and keeping data need somebody who answers for it.",
        )
        .help("没有就写“无”。", "Write \"none\" if there is none."),
    Question::full(Culture, "values", &["culture.values"])
        .of(Kind::Texts)
        .asks("大家都认同的是什么？（价值观）", "What does everybody accept? (the values)")
        .why("价值观是群规没写到时的那把尺子。", "Where no rule speaks, values do.")
        .help(
            "两三条，用顿号隔开。例：守时、说人话。",
            "Two or three with commas between them: start on time, disagree kindly.",
        ),
    Question::full(Culture, "slogan", &["culture.slogan.text"])
        .asks("口号是什么？", "What is the slogan?")
        .why("一句能传出去的话，比一页介绍管用。", "One line that people repeat does more than a page.")
        .help("例：“一年陪你读完 24 本书”。", "For example \"a country a month, a shelf in a year\"."),
    Question::full(Culture, "slogan_kind", &["culture.slogan.kind"])
        .of(Kind::Choice(words_of!(SloganKind)))
        .asks("它是哪一型口号？", "Which kind of slogan is it?")
        .why(
            "起步用功能型和利益型，立住以后才轮到三观型。",
            "Begin with what it does or gives; attitude comes once people know you.",
        )
        .help(
            "功能型说做什么，利益型说得到什么，三观型说态度。",
            "Functional says what it does, benefit what one gets, worldview the attitude.",
        ),
    Question::full(Culture, "colour", &["culture.visual.colour"])
        .asks("主色是什么颜色？", "Which is its colour?")
        .why("统一的颜色，让海报和头像一看就是一家。", "One colour makes posters and pictures one family.")
        .help("例：#E4572E。", "For example #27506B."),
    Question::full(Culture, "logo", &["culture.visual.logo"])
        .asks("标志在哪个文件里？", "In which file is the logo?")
        .why("标志是大家共有的东西，归属感从这里开始。", "A sign that all share is where belonging begins.")
        .help("例：logo.png；没有就先空着。", "For example logo.png."),
    Question::full(Culture, "language_style", &["culture.language_style"])
        .asks("群里怎样说话？", "How does one talk there?")
        .why("语气一致，换人值班大家也不觉得换了群。", "With one tone nobody notices who is on duty.")
        .help("例：“亲切、少术语、偶尔幽默”。", "For example \"warm and plain, a joke now and then\"."),
    Question::full(Culture, "role_models", &["culture.role_models"])
        .of(Kind::Texts)
        .asks("谁是大家的榜样？", "Who are the role models?")
        .why("榜样比群规更快教会新人怎样做。", "Newcomers learn from models faster than from rules.")
        .help("例：每月一位读书人。", "For example: the member who asks what everybody wonders."),
    Question::full(Culture, "honour", &["culture.honours[0].name"])
        .asks("有什么荣誉？", "Which honour is there to win?")
        .why("荣誉不花钱，却最让人记得。", "Honours cost nothing and are remembered longest.")
        .help("例：“年度读者”。", "For example \"full shelf\"."),
    Question::full(Culture, "honour_for", &["culture.honours[0].for"])
        .asks("为什么授予？", "What is it given for?")
        .why("标准说清楚，得奖的和没得奖的都服气。", "With a clear reason both winners and others accept it.")
        .help("例：“读完 24 本”。", "For example \"all twelve books in a year\"."),
    Question::full(Culture, "ritual_joining", &["culture.rituals[ceremony].what"])
        .asks("入群时有什么仪式？（仪式感）", "What is the ritual of joining? (ceremony)")
        .why("第一次露面有人接，人就不容易潜水。", "Those who were welcomed by name do not fall silent.")
        .help("例：“三句话自我介绍”。", "For example \"three lines about oneself\"."),
    Question::full(Culture, "ritual_taking_part", &["culture.rituals[participation].what"])
        .asks("大家每周怎样一起动手？（参与感）", "What does everybody do together each week? (participation)")
        .why("自己出过力的群，才是自己的群。", "A group becomes one's own by doing something for it.")
        .help("例：“周三每人读一句划线”。", "For example \"on Tuesday each reads one marked sentence aloud\"."),
    Question::full(Culture, "ritual_organisation", &["culture.rituals[organisation].what"])
        .asks("怎样让人看到分工？（组织感）", "How do people see who does what? (organisation)")
        .why("看得到分工，才有人愿意接一份。", "Where the tasks can be seen, people take one.")
        .help("例：“每月公布下月领读人和志愿者”。", "For example \"next month's hosts and helpers are posted\"."),
    Question::full(Culture, "ritual_belonging", &["culture.rituals[belonging].what"])
        .asks("什么让人觉得“我是这里的人”？（归属感）", "What tells people that they belong? (belonging)")
        .why("有归属感的人，走了也会回来。", "Those who belong come back.")
        .help("例：“读完一本，名字贴上书架墙”。", "For example \"a finished book puts your initials on the map\"."),
    Question::full(Onboarding, "care_occasions", &["care.occasions"])
        .of(Kind::Texts)
        .asks("什么时候单独关心一个成员？", "On which occasions is a member cared for in person?")
        .why("一句单独的问候，抵十条群发。", "One line to one person is worth ten to all.")
        .help("例：生日、请假三天以上。", "For example: birthdays, three days of silence."),
    Question::full(Onboarding, "care_who", &["care.who"])
        .of(HOLDER)
        .asks("谁来做这件事？", "Who does it?")
        .why("没有专人，关怀就只剩群发。", "Without a name it becomes a mass message.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
];
