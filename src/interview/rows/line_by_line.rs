//! What is typed line by line, and what is ticked, in the quick interview.

use crate::interview::chapter::Chapter;
use crate::interview::choice::AnswerChoice;
use crate::interview::question::{AnswerKind, ChoiceSource, DefaultAnswer, Mode, PLAIN, Question};
use crate::interview::ticks::NONE_OF;
use crate::language::Text;

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question {
        id: "channels",
        group: "channels",
        chapter: Chapter::Where,
        kind: AnswerKind::Channels,
        fills: &["channels"],
        text: Text::new(
            "在哪些群和渠道？一行一个：名称、平台、人数",
            "Where do members meet? A line each: name, platform, members",
        ),
        why: Text::new(
            "人数上限、群发次数由平台定，qun 按渠道检查。",
            "Platforms limit how many people can join and how often you can post; qun checks each channel.",
        ),
        help: Text::new(
            "例：“1群 企业微信 160人”。可以一次粘贴几行；只有一个群也行，不知道的可以不写。",
            "For example \"#help Discord 900\" or \"Readers WhatsApp 20\". You can paste several lines, and leave out what you don't know.",
        ),
        ..ANSWERED
    },
    Question {
        id: "sizes",
        group: "sizes",
        chapter: Chapter::Who,
        kind: AnswerKind::Sizes,
        fills: &["community.size.now", "community.size.target"],
        text: Text::new("现在有多少人，打算做到多少人？", "How many members do you have, and how many do you want?"),
        why: Text::new("目标、场地、人手都按人数来算。", "Goals, places and helpers all depend on it."),
        help: Text::new(
            "例：“20”、“20 到 30”；不想再多就写“20，够了”，还没开始就写“0 到 30”。",
            "For example \"20\" or \"20 to 30\"; \"20, no more\" if you want no more, \"0 to 30\" if you haven't started.",
        ),
        ..ANSWERED
    },
    Question {
        id: "agreed",
        group: "agreed",
        chapter: Chapter::Rules,
        kind: AnswerKind::Several(ChoiceSource::Open(|context| context.rules())),
        fills: &["rules.conduct"],
        text: Text::new("哪些算数？勾上的才写进计划", "What holds for everyone? Only what you mark is written"),
        why: Text::new(
            "先说清楚，管理员动手时才没有争议。",
            "When members know the rules in advance, there is less to argue about.",
        ),
        help: Text::new(
            "以后可以改，也可以用 qun add、qun set 加自己的。",
            "You can change them later, and add your own with qun add and qun set.",
        ),
        ..ANSWERED
    },
    Question {
        id: "taken_activities",
        group: "taken_activities",
        chapter: Chapter::Events,
        kind: AnswerKind::Several(ChoiceSource::Open(|context| context.example_activities())),
        fills: &["activities"],
        text: Text::new(
            "模板的活动里，哪些你也办？勾上的才写进计划",
            "Which of the template's activities do you hold, too? Only what you mark is written",
        ),
        why: Text::new(
            "勾上的连同时间和 SOP 一起写进去，时间以后可以改。",
            "They come with their time and their SOP; you can change the time later.",
        ),
        help: Text::new(
            "有自己的活动就勾最后一行，下一题再写。",
            "Mark the last line to add your own in the next question.",
        ),
        asked: |context| !context.example_activities().is_empty(),
        ..ANSWERED
    },
    Question {
        id: "activities",
        group: "activities",
        chapter: Chapter::Events,
        kind: AnswerKind::Activities,
        fills: &["activities"],
        text: Text::new(
            "固定办什么？一行一个：时间、名称、谁带",
            "What happens regularly? A line each: when, what, who leads it",
        ),
        why: Text::new(
            "时间固定，大家不用问就知道；没写渠道的，算所有渠道。",
            "Keep times fixed, so that nobody has to ask. What names no channel goes to all of them.",
        ),
        help: Text::new(
            "例：“每周三20:00 答疑夜 敏姐”“每月第一个周六14:00 线下聚会”“每天8:00 打卡 @1群”。不要配好的步骤，就在行末写“不用SOP”。",
            "For example \"Wed 19:00 office hours in #help, Dana\" or \"1st Sat of the month 14:00 meetup in person\". Where an SOP is offered that you don't want, end the line with \"no SOP\".",
        ),
        asked: |context| context.is_anew() && context.types_activities(),
        ..ANSWERED
    },
    Question {
        id: "leads",
        group: "activities",
        chapter: Chapter::Events,
        kind: AnswerKind::Choice(ChoiceSource::Open(|context| context.leaders())),
        fills: &[],
        text: Text::new("没写名字的活动，都由谁负责？", "Who leads the activities without a name?"),
        why: Text::new(
            "有人负责的活动，日历和清单才知道提醒谁。",
            "The calendar and the checklists remind the person who leads an activity.",
        ),
        help: Text::new(
            "单个活动写在那一行最后，例：每周三20:00 答疑夜 敏姐。",
            "For a single one, end its line with the name: every Wed 20:00 office hours, Dana.",
        ),
        default: DefaultAnswer::Own(|context| context.usual_leader()),
        // what follows from the people is shown at the end, to be changed
        asked: |context| context.is_anew() && context.answers.is_given("leads") && !context.names().is_empty(),
        ..ANSWERED
    },
    Question {
        id: "none_of",
        group: "none_of",
        chapter: Chapter::Goals,
        kind: AnswerKind::Several(ChoiceSource::Fixed(|language| {
            NONE_OF.iter().map(|(route, name)| AnswerChoice::new(*route, name.get(language))).collect()
        })),
        fills: &["without"],
        text: Text::new("哪些你们永远用不到？", "Which of these will you never need?"),
        why: Text::new("勾上的，qun 不再当成缺口来提醒。", "qun stops listing what you mark as missing."),
        help: Text::new(
            "拿不准就不勾；以后用 qun set 写上什么，就不再算没有。",
            "If in doubt, don't mark it. You can always add it later.",
        ),
        // a template has other questions, and so has an unknown time zone; altogether there are no more than fifteen
        asked: |context| {
            let has_room = !context.has_example() || !context.types_activities();
            let has_zone = context.inferred_zone().is_some() || context.answers.is_given("none_of");
            context.is_anew() && has_room && has_zone
        },
        ..ANSWERED
    },
    Question {
        id: "since",
        group: "since",
        chapter: Chapter::When,
        kind: AnswerKind::Date,
        fills: &["lifecycle.starts"],
        text: Text::new("哪天开始办的？", "When did it start?"),
        why: Text::new("周年和阶段从这一天算起。", "Anniversaries and phases are counted from this day."),
        help: Text::new("例：2026-03-28、3月28日、2024年3月。", "For example 2026-03-28, 28 March or March 2024."),
        asked: |context| context.is_anew() && context.is_running(),
        ..ANSWERED
    },
];

/// What they have in common: the plan is made of what was answered, without a default.
const ANSWERED: Question = Question {
    default: DefaultAnswer::Own(|_| None),
    asked: |context| context.is_anew(),
    is_set: false,
    modes: &[Mode::Full],
    ..PLAIN
};
