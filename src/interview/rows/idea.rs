//! What the community is, why, for whom and where.

use crate::finding::Literal;
use crate::interview::chapter::Chapter;
use crate::interview::question::{Choice, Default, Kind, Options, PLAIN, Question, words_of};
use crate::language::{Language, Text};
use crate::plan::channels::Platform;
use crate::plan::community::CommunityKind;
use crate::plan::positioning::Motive;

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question {
        id: "language",
        group: "language",
        kind: Kind::Choice(Options::Fixed(|_| {
            let names = [(Language::Zh, "简体中文"), (Language::En, "English")];
            names
                .map(|(l, name)| Choice { word: l.tag().to_owned(), name: name.to_owned(), about: String::new() })
                .to_vec()
        })),
        fills: &["language"],
        text: Text::new("计划用哪种语言写？", "In which language shall the plan be written?"),
        why: Text::new(
            "计划、日历和清单里的文字都用这种语言。",
            "The texts of the plan, the calendar and the checklists will be in it.",
        ),
        help: Text::new("以后也能改：qun set language en", "It can be changed later: qun set language zh-CN"),
        default: Default::Own(|setting| Some(setting.language().tag().into())),
        ..PLAIN
    },
    Question {
        id: "starter",
        group: "starter",
        kind: Kind::Choice(Options::Open(|setting| setting.starters())),
        text: Text::new("哪一份模板最接近你想做的社群？", "Which starter is nearest to what you have in mind?"),
        why: Text::new(
            "计划从它改起：你没有回答的，都先用模板里的写法。",
            "Your plan starts as a copy of it: whatever you do not answer stays as the starter has it.",
        ),
        help: Text::new(
            "挑运营方式相近的，不必主题相同：年费读书会的模板也适合年费跑团。",
            "Look for a similar way of running, not the same subject: the paid reading club also suits a paid running club.",
        ),
        default: Default::Own(|setting| setting.starter_name().map(Literal::from)),
        is_set: false,
        ..PLAIN
    },
    Question {
        id: "name",
        group: "name",
        fills: &["community.name"],
        text: Text::new("社群叫什么名字？", "What is the community called?"),
        why: Text::new(
            "名字要让人一听就知道跟谁有关：来自核心源头，或来自目标用户。",
            "A good name tells at once whom it concerns: it comes from the core source or from the people it is for.",
        ),
        help: Text::new(
            "例：“晨光读书会”（核心源头：晨光书店），“新手爸妈互助群”（目标用户）。",
            "For example \"Dawn Readers\" (from the Dawn bookshop), or \"New Parents of Leeds\" (the people it is for).",
        ),
        ..PLAIN
    },
    Question {
        id: "kind",
        group: "kind",
        kind: Kind::Choice(words_of!(CommunityKind)),
        fills: &["community.kind"],
        text: Text::new("大家靠什么聚在一起？", "What brings the people together?"),
        why: Text::new(
            "只有同一个标签还不算社群，要有能让人反复来往的纽带。",
            "Sharing a label is not enough; there has to be a tie for which people meet again and again.",
        ),
        help: Text::new(
            "有好几样时，选大家愿意留下来的那一样。",
            "Where several fit, choose the one for which people stay.",
        ),
        ..PLAIN
    },
    Question {
        id: "motives",
        group: "motives",
        kind: Kind::Several(words_of!(Motive)),
        fills: &["positioning.motives"],
        text: Text::new("你为什么建这个群？（可多选）", "Why do you found it? (several are fine)"),
        why: Text::new(
            "动机决定群规、成员得到什么、以及钱从哪里来。",
            "The motive decides the rules, what members get, and where the money comes from.",
        ),
        help: Text::new(
            "照实选。想卖东西也没关系，写明了才好安排在什么时候卖、卖给谁。",
            "Be honest: to sell is fine, but only when it is said can it be planned when and to whom.",
        ),
        ..PLAIN
    },
    Question {
        id: "pain",
        group: "value",
        chapter: Chapter::What,
        fills: &["positioning.values[0].pain"],
        text: Text::new("你的成员正为什么事头疼？", "What troubles your members today?"),
        why: Text::new(
            "价值要打中痛点，不然进了群也不会再打开。",
            "Value has to meet a real pain, or people join and never look again.",
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
            "Only a concrete promise can be kept and checked: give a number, a date or a thing.",
        ),
        help: Text::new(
            "例：“每月读完两本”，而不是“一起进步”。",
            "For example \"two books finished every month\", not \"growing together\".",
        ),
        ..PLAIN
    },
    Question {
        id: "audience",
        group: "audience",
        chapter: Chapter::Who,
        fills: &["audiences[0].name"],
        text: Text::new("这个群是给谁的？", "Whom is it for?"),
        why: Text::new("给所有人的群，谁都不觉得是给自己的。", "A group for everybody feels made for nobody."),
        help: Text::new(
            "例：“上海的职场新人”“带过一年以上团队的产品经理”。",
            "For example \"people in their first job in Leeds\", or \"product managers with a team of their own\".",
        ),
        ..PLAIN
    },
    Question {
        id: "size_now",
        group: "size",
        chapter: Chapter::Who,
        kind: Kind::Number,
        fills: &["community.size.now"],
        text: Text::new("现在有多少人？", "How many members are there now?"),
        why: Text::new(
            "模板里的人数是虚构的；起点对了，目标才有意义。",
            "The starter's figure is invented; a goal means something only from the true one.",
        ),
        help: Text::new("还没开始就写 0。", "0 when it has not begun."),
        ..PLAIN
    },
    Question {
        id: "size_target",
        group: "size",
        chapter: Chapter::Who,
        kind: Kind::Number,
        fills: &["community.size.target"],
        text: Text::new("打算做到多少人？", "How many do you want?"),
        why: Text::new(
            "规模是定出来的，不是长出来的：看资源，看管得过来多少。",
            "A size is chosen, not left to grow: by what you have and whom you can look after.",
        ),
        help: Text::new("例：200。", "For example 200."),
        ..PLAIN
    },
    Question {
        id: "platform",
        group: "channel",
        chapter: Chapter::Where,
        kind: Kind::Choice(words_of!(Platform)),
        fills: &["channels[main].platform"],
        word: Some("where"),
        text: Text::new("主要在哪个平台上？", "On which platform will it mainly live?"),
        why: Text::new(
            "人数上限、群发次数都由平台定，qun 会按它检查。",
            "The platform sets how many fit in and how often you may post; qun checks against that.",
        ),
        help: Text::new(
            "选成员每天本来就会打开的那一个；其他渠道以后再加。",
            "Choose the one that members open every day anyway; more channels can be added later.",
        ),
        ..PLAIN
    },
    Question {
        id: "channel",
        group: "channel",
        chapter: Chapter::Where,
        fills: &["channels[main].title"],
        word: Some("where"),
        default: Default::Own(|setting| setting.channel()),
        text: Text::new("这个群（或频道）显示成什么名字？", "What is that group or channel called?"),
        why: Text::new(
            "日历和清单用这个名字说明发到哪里。",
            "The calendar and the checklists say with it where to post.",
        ),
        help: Text::new("例：“会员群”“一群”。", "For example \"Members\" or \"#general\"."),
        ..PLAIN
    },
    Question {
        id: "time_zone",
        group: "channel",
        chapter: Chapter::Where,
        kind: Kind::Zone,
        fills: &["time_zone"],
        default: Default::Own(|setting| setting.zone()),
        text: Text::new("在哪个时区？", "In which time zone?"),
        why: Text::new("日历里的每个钟点都按它算。", "Every hour of the calendar is told in it."),
        help: Text::new(
            "写城市或“洲/城市”，例：上海、Asia/Shanghai（中国各地都用它）、Asia/Singapore。",
            "A city such as Paris, or in full Europe/Paris, America/New_York.",
        ),
        ..PLAIN
    },
];
