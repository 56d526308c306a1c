//! What the community is, why it exists, who it is for and where it meets.

use crate::interview::chapter::Chapter;
use crate::interview::choice::AnswerChoice;
use crate::interview::context::FROM_NOTHING;
use crate::interview::question::{AnswerKind, ChoiceSource, DefaultAnswer, PLAIN, Question, words_of};
use crate::language::{Language, Text};
use crate::plan::channels::Platform;
use crate::plan::community::CommunityKind;
use crate::plan::positioning::Motive;

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question {
        id: "language",
        group: "language",
        kind: AnswerKind::Choice(ChoiceSource::Fixed(|_| {
            [(Language::Zh, "简体中文"), (Language::En, "English")]
                .map(|(language, name)| AnswerChoice::new(language.tag(), name))
                .to_vec()
        })),
        fills: &["language"],
        text: Text::new("计划用哪种语言写？", "Which language is the plan in?"),
        why: Text::new(
            "计划、日历和清单里的文字都用这种语言。",
            "The plan, the calendar and the checklists will use it.",
        ),
        help: Text::new("以后也能改：qun set language en", "You can change it later: qun set language zh-CN"),
        default: DefaultAnswer::Own(|context| Some(context.language().tag().into())),
        ..PLAIN
    },
    Question {
        id: "starter",
        group: "starter",
        kind: AnswerKind::Choice(ChoiceSource::Open(|context| context.starters())),
        text: Text::new("从哪里开始？", "Where do you start from?"),
        why: Text::new(
            "计划里只写你说的和勾选的。选一份模板，它的角色、规则和活动会列出来给你勾选。",
            "Your plan holds only what you say and mark. A template lists its roles, rules and activities for you to mark.",
        ),
        help: Text::new(
            "拿不准就从零开始：十几个问题，以后可以再加。选模板时挑运营方式相近的，不必主题相同。想看整份模板：qun init --template 模板名 --yes。",
            "If in doubt, start from nothing: it takes about 15 questions, and you can add more later. Pick a template that runs the way yours will, even if the subject differs. To look at all of one: qun init --template NAME --yes.",
        ),
        default: DefaultAnswer::Own(|context| Some(context.starter_name().unwrap_or(FROM_NOTHING).into())),
        is_set: false,
        ..PLAIN
    },
    Question {
        id: "name",
        group: "name",
        fills: &["community.name"],
        text: Text::new("社群叫什么名字？", "What is your community called?"),
        why: Text::new(
            "以创始人、品牌或目标用户命名，让人一听就知道跟谁有关。",
            "Name it after the founder, the brand or the people it is for, so newcomers know what to expect.",
        ),
        help: Text::new(
            "例：“晨光读书会”（以晨光书店命名），“新手爸妈互助群”（以目标用户命名）。",
            "For example \"Dawn Readers\" (after the Dawn bookshop) or \"New Parents of Leeds\" (after the people it is for).",
        ),
        ..PLAIN
    },
    Question {
        id: "kind",
        group: "kind",
        kind: AnswerKind::Choice(words_of!(CommunityKind)),
        fills: &["community.kind"],
        text: Text::new("大家靠什么聚在一起？", "What brings people together?"),
        why: Text::new(
            "只有同一个标签还不够，要有让人反复来往的理由。",
            "Members need a reason to keep coming back, not just something in common.",
        ),
        help: Text::new(
            "有好几样时，选大家愿意留下来的那一样。",
            "If several fit, pick the one that makes people stay.",
        ),
        ..PLAIN
    },
    Question {
        id: "motives",
        group: "motives",
        kind: AnswerKind::Several(ChoiceSource::Fixed(motives)),
        fills: &["positioning.motives"],
        text: Text::new("你为什么建这个群？（可多选）", "Why are you starting it? (choose any)"),
        why: Text::new(
            "动机决定群规、成员得到什么、以及钱从哪里来。",
            "Your motives shape the rules, what members get, and where the money comes from.",
        ),
        help: Text::new(
            "照实选。想卖东西也没关系，写明了才好安排在什么时候卖、卖给谁。",
            "Be honest. Selling is fine: once it is in the plan, you can decide when to sell and to which members.",
        ),
        ..PLAIN
    },
    Question {
        id: "pain",
        group: "value",
        chapter: Chapter::What,
        fills: &["positioning.values[0].pain"],
        text: Text::new("你的成员正为什么事头疼？", "What problem do your members have today?"),
        why: Text::new(
            "选一个他们天天碰到的难处，进了群才会常打开。",
            "Pick a problem they face every week, so they have a reason to open the group.",
        ),
        help: Text::new(
            "用他们自己的话说，一句就够。例：“买了书读不完”。",
            "One sentence in their own words, such as \"I buy books and never finish them\".",
        ),
        ..PLAIN
    },
    Question {
        id: "promise",
        group: "value",
        chapter: Chapter::What,
        fills: &["positioning.values[0].promise"],
        text: Text::new("你承诺给他们什么？", "What do you promise them?"),
        why: Text::new(
            "具体的承诺才能兑现，也才能检查：写上数字、日期或一样东西。",
            "Include a number, a date or a thing, so that you can check whether you kept the promise.",
        ),
        help: Text::new(
            "例：“每月读完两本”，而不是“一起进步”。也可以先写难处：“买了书读不完 → 每月读完两本”。",
            "For example \"two books finished every month\", not \"growing together\". You can put the problem first: \"I buy books and never finish them -> two books finished every month\".",
        ),
        ..PLAIN
    },
    Question {
        id: "audience",
        group: "audience",
        chapter: Chapter::Who,
        fills: &["audiences[0].name"],
        text: Text::new("这个群是给谁的？", "Who is it for?"),
        why: Text::new(
            "说得越具体，对的人越容易认出这是给自己的。",
            "The more specific you are, the easier it is for the right people to recognise themselves.",
        ),
        help: Text::new(
            "例：“上海的职场新人”“带过一年以上团队的产品经理”。",
            "For example \"people in their first job in Leeds\" or \"product managers who lead a team\".",
        ),
        ..PLAIN
    },
    Question {
        id: "size_now",
        group: "size",
        chapter: Chapter::Who,
        kind: AnswerKind::Number,
        fills: &["community.size.now"],
        text: Text::new("现在有多少人？", "How many members do you have now?"),
        why: Text::new(
            "模板里的人数是虚构的；写上真实的起点，目标才有意义。",
            "The starter's number is made up; your goals need the real one to start from.",
        ),
        help: Text::new("还没开始就写 0。", "Enter 0 if you haven't started yet."),
        asked: |context| !context.is_anew() || context.answers.is_given("size_now"),
        ..PLAIN
    },
    Question {
        id: "size_target",
        group: "size",
        chapter: Chapter::Who,
        kind: AnswerKind::Number,
        fills: &["community.size.target"],
        text: Text::new("打算做到多少人？", "How many members do you want?"),
        why: Text::new("按手里的资源和管得过来的人数来定。", "Choose a size that your team can look after."),
        help: Text::new("例：200。", "For example 200."),
        asked: |context| !context.is_anew() || context.answers.is_given("size_target"),
        ..PLAIN
    },
    Question {
        id: "platform",
        group: "channel",
        chapter: Chapter::Where,
        kind: AnswerKind::Choice(words_of!(Platform)),
        fills: &["channels[main].platform"],
        word: Some("where"),
        text: Text::new("主要在哪个平台上？", "Which platform will you mainly use?"),
        why: PLATFORM_WHY,
        help: Text::new(
            "选成员每天本来就会打开的那一个；其他渠道以后再加。",
            "Pick the one your members already open every day. You can add more channels later.",
        ),
        asked: |context| !context.is_anew() || context.answers.is_given("platform"),
        ..PLAIN
    },
    Question {
        id: "channel",
        group: "channel",
        chapter: Chapter::Where,
        fills: &["channels[main].title"],
        word: Some("where"),
        default: DefaultAnswer::Own(|context| context.channel()),
        text: Text::new("这个群（或频道）显示成什么名字？", "What is the group or channel called there?"),
        why: CHANNEL_TITLE_WHY,
        help: Text::new("例：“会员群”“一群”。", "For example \"Members\" or \"#general\"."),
        asked: |context| !context.is_anew() || context.answers.is_given("channel"),
        ..PLAIN
    },
    Question {
        id: "time_zone",
        group: "channels",
        chapter: Chapter::Where,
        kind: AnswerKind::Zone,
        fills: &["time_zone"],
        default: DefaultAnswer::Own(|context| context.zone()),
        text: Text::new("在哪个时区？", "Which time zone are you in?"),
        why: Text::new("日历里的时间都按它算。", "All times in the calendar use it."),
        help: Text::new(
            "写城市或“洲/城市”，例：上海、Asia/Shanghai（中国各地都用它）、Asia/Singapore。",
            "A city such as Paris, or a full name such as Europe/Paris or America/New_York.",
        ),
        // what follows from the machine or the language is shown at the end, to be changed
        asked: |context| {
            !context.is_anew() || context.inferred_zone().is_none() || context.answers.is_given("time_zone")
        },
        ..PLAIN
    },
];

/// The motives, those of people before those of money.
fn motives(language: Language) -> Vec<AnswerChoice> {
    use Motive::{BuildBrand, GainInfluence, GatherInterest, ProvideService, SellProducts, WidenContacts};
    let order = [GatherInterest, ProvideService, WidenContacts, BuildBrand, GainInfluence, SellProducts];
    order.map(|motive| AnswerChoice::new(motive.word(), motive.name().get(language))).to_vec()
}

/// Why the platform matters.
pub(in crate::interview) const PLATFORM_WHY: Text = Text::new(
    "人数上限、群发次数都由平台定，qun 会按它检查。",
    "The platform limits how many people can join and how often you can post; qun checks both.",
);

/// Why the name of a channel matters.
pub(in crate::interview) const CHANNEL_TITLE_WHY: Text = Text::new(
    "日历和清单用这个名字说明发到哪里。",
    "The calendar and the checklists use this name to say where to post.",
);
