//! How it is run: people, rules, events, money, the first day.

use crate::finding::Literal;
use crate::interview::chapter::Chapter;
use crate::interview::choice::AnswerChoice;
use crate::interview::question::{AnswerKind, ChoiceSource, DefaultAnswer, PLAIN, Question};
use crate::language::Text;
use crate::plan::lifecycle::Lasting;

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question {
        id: "people",
        group: "people",
        chapter: Chapter::Roles,
        kind: AnswerKind::People,
        fills: &["people"],
        text: Text::new(
            "谁来运营？一行一个：名字、角色、每周几小时",
            "Who runs it? A line each: name, role, hours a week",
        ),
        why: Text::new("日历上的每件事都要落到一个人。", "Every task in the calendar needs a person."),
        help: Text::new(
            "牵头的人写在最前面。例：“敏姐 群主 10小时”“May、小陶 管理员”“19位志愿者”；角色和时间不知道可以不写。",
            "Start with the person in charge, such as \"Dana host 5h\", \"Ravi, Meera moderators\", \"19 helpers\". Leave out what you don't know.",
        ),
        default: DefaultAnswer::Own(|_| None),
        is_set: false,
        ..PLAIN
    },
    Question {
        id: "quiet_hours",
        group: "rules",
        chapter: Chapter::Rules,
        kind: AnswerKind::Hours,
        fills: &["rules.quiet_hours"],
        text: Text::new("哪段时间不打扰大家？", "When should nothing be posted?"),
        why: Text::new(
            "半夜的提醒最容易让人退群；qun 会把撞上的消息找出来。",
            "Messages at night make people leave; qun reports every post that falls in these hours.",
        ),
        help: Text::new(
            "从几点到几点，可以跨夜。例：22:30-07:30、晚11点到早8点。",
            "Start and end, across midnight if you like: 22:30-07:30 or 11pm-7am.",
        ),
        ..PLAIN
    },
    Question {
        id: "ladder_ok",
        group: "rules",
        chapter: Chapter::Rules,
        kind: AnswerKind::YesNo,
        fills: &[],
        text: Text::new("违规就按“{ladder}”处理，可以吗？", "When someone breaks a rule: {ladder}. OK?"),
        why: Text::new(
            "处理办法先说清楚，动手时才没有争议。",
            "When members know the steps in advance, there is less to argue about.",
        ),
        help: Text::new("选“否”可以写自己的步骤。", "Choose no to enter your own steps."),
        default: DefaultAnswer::Own(|_| Some(Literal::Boolean(true))),
        asked: |context| !context.ladder().is_empty(),
        is_set: false,
        ..PLAIN
    },
    Question {
        id: "ladder",
        group: "rules",
        chapter: Chapter::Rules,
        kind: AnswerKind::Texts,
        fills: &["rules.sanctions.ladder"],
        text: Text::new("那么一步一步怎么处理？", "What are your steps, in order?"),
        why: Text::new("从轻到重：小事提醒，屡犯才移出。", "Start with a reminder and keep removal as the last step."),
        help: Text::new(
            "按顺序写，用顿号或逗号隔开，例：“提醒、警告、禁言、移出”。",
            "Separate them with commas: remind, warn, mute, remove.",
        ),
        asked: |context| {
            context.ladder().is_empty() || context.answers.get("ladder_ok") == Some(&Literal::Boolean(false))
        },
        ..PLAIN
    },
    Question {
        id: "weekly",
        group: "weekly",
        chapter: Chapter::Events,
        fills: &["activities[weekly].title"],
        text: Text::new("每周固定办什么活动？", "What event do you hold every week?"),
        why: Text::new(
            "每周固定办一次线上活动，让大家养成来群里的习惯。",
            "A regular online event gets people into the habit of coming back.",
        ),
        help: Text::new("例：“周三夜话”“新书答疑”。", "For example \"Wednesday talk\" or \"Open questions\"."),
        asked: |context| !context.is_anew() || context.answers.is_given("weekly"),
        ..PLAIN
    },
    Question {
        id: "weekly_when",
        group: "weekly",
        chapter: Chapter::Events,
        kind: AnswerKind::Cadence,
        fills: &["activities[weekly].when"],
        text: Text::new("它在什么时候？", "When is it?"),
        why: Text::new("时间固定，大家不用问就知道。", "Keep the time fixed, so that nobody has to ask."),
        help: Text::new(
            "例：每周三 20:00-21:30、隔周六 14:00、工作日 08:30。",
            "For example: every Wed 20:00-21:30, every 2 weeks on Sat 14:00, workdays 08:30.",
        ),
        asked: |context| !context.is_anew() || context.answers.text("weekly").is_some(),
        ..PLAIN
    },
    Question {
        id: "monthly",
        group: "monthly",
        chapter: Chapter::Events,
        fills: &["activities[monthly].title"],
        text: Text::new("每月办什么活动？", "What event do you hold every month?"),
        why: Text::new(
            "每月安排一次见面，让线上的熟人变成朋友。",
            "Meet in person once a month if you can, so that members get to know each other.",
        ),
        help: Text::new("例：“线下共读”“会员日”。", "For example \"Reading in the bookshop\" or \"Members' day\"."),
        asked: |context| !context.is_anew() || context.answers.is_given("monthly"),
        ..PLAIN
    },
    Question {
        id: "monthly_when",
        group: "monthly",
        chapter: Chapter::Events,
        kind: AnswerKind::Cadence,
        fills: &["activities[monthly].when"],
        text: Text::new("它在什么时候？", "When is it?"),
        why: Text::new(
            "每月落在固定的星期几，比固定的几号更容易到场。",
            "Pick a fixed weekday rather than a fixed date; more people can come.",
        ),
        help: Text::new(
            "例：每月第二个周六 14:00-16:00、每月最后一天 20:00。",
            "For example: 2nd Sat of the month 14:00-16:00, last day of the month 20:00.",
        ),
        asked: |context| !context.is_anew() || context.answers.text("monthly").is_some(),
        ..PLAIN
    },
    Question {
        id: "earning",
        group: "earning",
        chapter: Chapter::Monetisation,
        kind: AnswerKind::Choice(ChoiceSource::Open(|context| context.earnings())),
        fills: &["monetisation"],
        text: Text::new("靠什么维持运营？", "What pays for it?"),
        why: Text::new(
            "运营要花钱花时间，先写明由谁承担；要收费就把价格说清楚。",
            "Running it takes money and time; decide who covers them, and be clear about any price.",
        ),
        help: Text::new(
            "选模板里的一项，价格接着问；不收费就选“不变现”。",
            "Choose one of the starter's products (you set the price next), or \"no earnings\" if it is free.",
        ),
        default: DefaultAnswer::Own(|context| context.earning().map(Literal::from)),
        is_set: false,
        asked: |context| !context.is_anew(),
        ..PLAIN
    },
    Question {
        id: "price",
        group: "earning",
        chapter: Chapter::Monetisation,
        kind: AnswerKind::Amount,
        fills: &["monetisation[earning].price"],
        text: Text::new("价格是多少？", "How much does it cost?"),
        why: Text::new(
            "写上价格，qun 才能算出多少人付费才够本。",
            "qun uses the price to calculate how many buyers cover your costs.",
        ),
        help: Text::new(
            "例：365元、20 USD；只写数字，就用模板的币种。",
            "For example 365 CNY or $20. A number alone uses the starter's currency.",
        ),
        asked: |context| context.is_sold() && context.products_typed().iter().all(|product| product.price.is_none()),
        ..PLAIN
    },
    Question {
        id: "funded_by",
        group: "earning",
        chapter: Chapter::Monetisation,
        fills: &["monetisation[earning].funded_by"],
        text: Text::new("那么费用由谁承担？", "Then who covers the costs?"),
        why: Text::new(
            "不收费也要有人出钱出力，写明是谁，才办得长久。",
            "Even a free community has costs; name the person who pays, so that it can last.",
        ),
        help: Text::new("例：“发起人自付，每月约 200 元”。", "For example \"the founder, about 20 EUR a month\"."),
        asked: |context| context.earning().as_deref() == Some("none"),
        is_set: false,
        ..PLAIN
    },
    Question {
        id: "sells",
        group: "earning",
        chapter: Chapter::Monetisation,
        kind: AnswerKind::Products,
        fills: &["monetisation[earning].product"],
        text: Text::new(
            "卖什么？一行一个：名称、价格；不收费就写“没有”",
            "What do you sell? A line each: name and price, or \"none\" if it is free",
        ),
        why: Text::new(
            "不收费也是一个决定：写明了，qun 就不再问价格和退款。",
            "Charging nothing is a decision too: once it is in the plan, qun stops asking for prices and refunds.",
        ),
        help: Text::new(
            "例：“年卡 365元/年”；价格没定就只写名字。还没想好就留空。",
            "For example \"Membership 12 USD a month\", or the name alone if the price is not set. Leave it empty if you have not decided.",
        ),
        asked: |context| context.is_anew(),
        is_set: false,
        ..PLAIN
    },
    Question {
        id: "starts",
        group: "starts",
        chapter: Chapter::When,
        kind: AnswerKind::Date,
        fills: &["lifecycle.starts"],
        text: Text::new("从哪一天开始？", "When does it start?"),
        why: Text::new(
            "目标、阶段的日期都从这一天排起；已经办起来的社群写当初那一天，目标就从下个月排起。",
            "Goals and phases are dated from this day. If your community is already running, enter the day it began; its goals then start next month.",
        ),
        help: Text::new("例：2026-12-01、12月1日、下周一。", "For example 2026-12-01, 1 Dec or next Monday."),
        default: DefaultAnswer::Own(|context| Some(Literal::Day(context.starts()))),
        asked: |context| !context.is_anew() || !context.is_running(),
        ..PLAIN
    },
    Question {
        id: "lasts",
        group: "lasts",
        chapter: Chapter::When,
        kind: AnswerKind::Choice(ChoiceSource::Fixed(|language| {
            let months = ["3", "6", "12", "24", "36"].map(|months| {
                let name = Text::new("{n} 个月", "{n} months").fill(language, |_| Some(months.to_owned()));
                AnswerChoice::new(months, name)
            });
            let open = Lasting::OpenEnded;
            let yearly = Text::new("不设期限，每年决定一次是否继续", "open-ended; decide every year whether to go on");
            let open = [(YEARLY, yearly), (open.word(), open.name())];
            open.map(|(word, name)| AnswerChoice::new(word, name.get(language))).into_iter().chain(months).collect()
        })),
        fills: &["lifecycle.lasts", "lifecycle.months"],
        text: Text::new("打算办多久？", "How long will it run?"),
        why: Text::new(
            "定了期限，才知道什么时候不该再投入；不设期限，就定期决定是否继续。",
            "With an end you know when to stop investing; without one, decide regularly whether to go on.",
        ),
        help: Text::new(
            "选最接近的，以后可以改：qun set lifecycle.months 18",
            "Pick the closest; you can change it later: qun set lifecycle.months 18",
        ),
        asked: |context| context.is_anew(),
        is_set: false,
        ..PLAIN
    },
];

/// No end, with a decision every year.
pub(in crate::interview) const YEARLY: &str = "open-ended-yearly";

/// The questions of the quick interview, in this order.
pub(super) const QUICK: [&str; 19] = [
    "language",
    "starter",
    "name",
    "audience",
    "promise",
    "motives",
    "channels",
    "time_zone",
    "sizes",
    "people",
    "agreed",
    "taken_activities",
    "activities",
    "leads",
    "sells",
    "since",
    "starts",
    "lasts",
    "none_of",
];
