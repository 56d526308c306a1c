//! Roles and team, culture.

use crate::interview::chapter::Chapter::{Culture, Onboarding, Roles};
use crate::interview::question::{AnswerKind, Question, words_of};
use crate::plan::culture::SloganKind;
use crate::plan::people::ChosenBy;

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question::full(Roles, "manager_duties", &["roles[manager].duties"])
        .of(AnswerKind::Texts)
        .asks("管理员要做哪些事？", "What does the manager do?")
        .why(
            "写出职责，才不会有事没人管、有事抢着管。",
            "Write the duties down, so that nothing is left undone or done twice.",
        )
        .help("例：审核入群、处理广告、答疑。", "For example: approve new members, remove ads, answer questions."),
    Question::full(Roles, "manager_chosen", &["roles[manager].chosen_by"])
        .of(AnswerKind::Choice(words_of!(ChosenBy)))
        .asks("管理员怎样产生？", "How do you choose managers?")
        .why("产生得公平公开，大家才服管。", "Members accept managers who are chosen fairly and openly.")
        .help(
            "起步时由创建者指定，成员多了可以选举。",
            "At first the founder appoints them; with more members you can hold elections.",
        ),
    Question::full(Roles, "manager_term", &["roles[manager].term"])
        .of(AnswerKind::Duration)
        .asks("任期多长？", "How long do they serve?")
        .why("定好任期，累了可以体面地交出去。", "Set a term, so that tired managers can hand over gracefully.")
        .help("例：一年、6个月。", "For example 1 year or 6 months."),
    Question::full(Roles, "manager_recruit", &["roles[manager].recruit"])
        .asks("从哪里招人来管？", "Where do you find managers?")
        .why("负责、热心的成员就是合适的人选，早点留意。", "Look early for members who are responsible and friendly.")
        .help("例：“从活跃书友中邀请”。", "For example \"members who answer others' questions without being asked\"."),
    Question::full(Roles, "manager_training", &["roles[manager].training"])
        .asks("怎样带新管理员？", "How do you train new managers?")
        .why("安排人带，新管理员才会按同一套办法管群。", "Train them, so that all managers moderate the same way.")
        .help("例：“跟班两周”。", "For example \"two weeks alongside the current manager\"."),
    Question::full(Roles, "manager_assessed", &["roles[manager].assessed"])
        .asks("怎样看管理员做得好不好？", "How do you assess managers?")
        .why(
            "定一个看得见的标准，好的留得住，不合适的换得掉。",
            "Use a measure that everyone can see, so that good managers stay and others can be replaced.",
        )
        .help("例：“每季看答疑时间和投诉”。", "For example \"response time and complaints, each quarter\"."),
    Question::full(Roles, "decisions", &["governance.decisions"])
        .asks("大事怎样决定？", "How are decisions made?")
        .why("先说好办法，有争议时就不用从头吵起。", "Agree on a way to decide before you need it.")
        .help("例：“三人小组，多数决”。", "For example \"a group of three, by majority\"."),
    Question::full(Roles, "meeting_when", &["governance.meeting"])
        .of(AnswerKind::Cadence)
        .asks("团队什么时候开例会？", "When does the team meet?")
        .why(
            "固定碰头，事情才不会只在一个人脑子里。",
            "Meet regularly, so that knowledge doesn't stay with one person.",
        )
        .help("例：每月第一个周一 20:00。", "For example: 1st Mon of the month 20:00."),
    Question::full(Roles, "legal_entity", &["governance.legal_entity"])
        .asks("背后有法律主体吗？是哪个？", "Is there a legal entity behind it? Which one?")
        .why(
            "收钱、签约、保管信息时，要有人负责。",
            "Someone has to be responsible for payments, contracts and members' data.",
        )
        .help("没有就写“无”。", "Write \"none\" if there is none."),
    Question::full(Culture, "values", &["culture.values"])
        .of(AnswerKind::Texts)
        .asks("大家都认同的是什么？（价值观）", "What does everyone agree on? (values)")
        .why("群规没写到的事，就按价值观来。", "Values help you decide where no rule applies.")
        .help(
            "两三条，用顿号隔开。例：守时、说人话。",
            "Two or three, separated with commas: start on time, disagree kindly.",
        ),
    Question::full(Culture, "slogan", &["culture.slogan.text"])
        .asks("口号是什么？", "What is your slogan?")
        .why("写一句大家愿意转述的话。", "Choose a line that people will repeat.")
        .help("例：“一年陪你读完 24 本书”。", "For example \"24 books a year, read together\"."),
    Question::full(Culture, "slogan_kind", &["culture.slogan.kind"])
        .of(AnswerKind::Choice(words_of!(SloganKind)))
        .asks("它是哪一型口号？", "What kind of slogan is it?")
        .why(
            "起步用功能型和利益型，立住以后才轮到三观型。",
            "Start with what you do or what members get; save attitude for when people know you.",
        )
        .help(
            "功能型说做什么，利益型说得到什么，三观型说态度。",
            "Functional: what you do. Benefit: what members get. Worldview: your attitude.",
        ),
    Question::full(Culture, "colour", &["culture.visual.colour"])
        .of(AnswerKind::Colour)
        .asks("主色是什么颜色？", "What is your main colour?")
        .why(
            "海报和头像用同一种颜色，一看就是一家。",
            "Use one colour, so that posters and profile pictures look like one family.",
        )
        .help("例：#E4572E。", "For example #27506B."),
    Question::full(Culture, "logo", &["culture.visual.logo"])
        .asks("标志在哪个文件里？", "Which file is the logo in?")
        .why("用同一个标志，大家更有归属感。", "A shared logo helps people feel that they belong.")
        .help("例：logo.png；没有就先空着。", "For example logo.png."),
    Question::full(Culture, "language_style", &["culture.language_style"])
        .asks("群里怎样说话？", "What tone of voice do you use?")
        .why(
            "语气一致，换人值班大家也不觉得换了群。",
            "Agree on a tone, so that the group sounds the same no matter who is on duty.",
        )
        .help("例：“亲切、少术语、偶尔幽默”。", "For example \"warm and plain, a joke now and then\"."),
    Question::full(Culture, "role_models", &["culture.role_models"])
        .of(AnswerKind::Texts)
        .asks("谁是大家的榜样？", "Who are the role models?")
        .why("新人看着榜样学，比读群规更快。", "Newcomers learn faster from people than from rules.")
        .help("例：每月一位读书人。", "For example: the member of the month."),
    Question::full(Culture, "honour", &["culture.honours[0].name"])
        .asks("有什么荣誉？", "What award can members win?")
        .why("荣誉不花钱，大家又记得住，不妨设一个。", "Awards cost nothing, and people remember them.")
        .help("例：“年度读者”。", "For example \"reader of the year\"."),
    Question::full(Culture, "honour_for", &["culture.honours[0].for"])
        .asks("为什么授予？", "What is it given for?")
        .why("标准写清楚，得奖的和没得奖的都服气。", "Give a clear reason, so that everyone accepts the result.")
        .help("例：“读完 24 本”。", "For example \"all twelve books in a year\"."),
    Question::full(Culture, "ritual_joining", &["culture.rituals[ceremony].what"])
        .asks("入群时有什么仪式？（仪式感）", "How do you welcome someone who joins? (ceremony)")
        .why("第一次露面有人接，人就不容易潜水。", "Welcome people by name, so that they start talking.")
        .help("例：“三句话自我介绍”。", "For example \"an introduction in three lines\"."),
    Question::full(Culture, "ritual_taking_part", &["culture.rituals[participation].what"])
        .asks("大家每周怎样一起动手？（参与感）", "What does everyone do together each week? (participation)")
        .why(
            "让每个人都出一份力，才会觉得是自己的群。",
            "People feel that a group is theirs when they do something for it.",
        )
        .help("例：“周三每人读一句划线”。", "For example \"everyone shares a sentence they marked\"."),
    Question::full(Culture, "ritual_organisation", &["culture.rituals[organisation].what"])
        .asks("怎样让人看到分工？（组织感）", "How do people see who does what? (organisation)")
        .why("把分工公开，才有人愿意接一份。", "Show the tasks openly, so that people volunteer.")
        .help("例：“每月公布下月领读人和志愿者”。", "For example \"next month's hosts and helpers are posted\"."),
    Question::full(Culture, "ritual_belonging", &["culture.rituals[belonging].what"])
        .asks("什么让人觉得“我是这里的人”？（归属感）", "What makes people feel that they belong?")
        .why("有归属感的人，走了也更可能回来。", "People who feel they belong are more likely to come back.")
        .help(
            "例：“读完一本，名字贴上书架墙”。",
            "For example \"your name goes on the shelf wall when you finish a book\".",
        ),
    Question::full(Onboarding, "care_occasions", &["care.occasions"])
        .of(AnswerKind::Texts)
        .asks("什么时候单独关心一个成员？", "When do you check in with a member personally?")
        .why("一句单独的问候，比群发更让人记得。", "A personal message means more to people than a post to everyone.")
        .help("例：生日、请假三天以上。", "For example: birthdays, three days of silence."),
    Question::full(Onboarding, "care_who", &["care.who"])
        .of_holder()
        .asks("谁来做这件事？", "Who does it?")
        .why("指定一个人，关怀才不会变成群发。", "Name a person, so that it doesn't become a mass message."),
];
