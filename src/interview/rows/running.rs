//! How it is run: people, rules, events, money, the first day.

use crate::finding::Literal;
use crate::interview::chapter::Chapter;
use crate::interview::question::{Default, Kind, Options, PLAIN, Question};
use crate::language::Text;

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question {
        id: "people",
        group: "people",
        chapter: Chapter::Roles,
        kind: Kind::People,
        fills: &["people"],
        text: Text::new("谁来运营？牵头的人写在最前面", "Who runs it? Name the one who leads first"),
        why: Text::new(
            "日历上的每件事都要落到一个人，模板里的角色会分给你写的人；模板里的人名是虚构的。",
            "Everything in the calendar falls to somebody: the starter's roles are shared among those you name. Its own names are invented.",
        ),
        help: Text::new(
            "名字之间用顿号或逗号隔开，例：“小雨、阿明、小林”。只有一个人也行，角色就都归他。",
            "Names with commas between them, such as \"Ana, Ben, Chloe\". One alone is fine and then holds every role.",
        ),
        default: Default::Own(|setting| {
            let names: Vec<Literal> = setting.starter_people().into_iter().map(Literal::from).collect();
            (!names.is_empty()).then_some(Literal::List(names))
        }),
        is_set: false,
        ..PLAIN
    },
    Question {
        id: "quiet_hours",
        group: "rules",
        chapter: Chapter::Rules,
        kind: Kind::Hours,
        fills: &["rules.quiet_hours"],
        text: Text::new("哪段时间不打扰大家？", "In which hours is nothing posted?"),
        why: Text::new(
            "半夜的提醒最容易让人退群；qun 会把撞上的消息找出来。",
            "A ping at night is the fastest way to lose members; qun finds every post that falls into these hours.",
        ),
        help: Text::new(
            "从几点到几点，可以跨夜，例：22:30-07:30、晚上10点到早上8点",
            "From when to when, past midnight too: 22:30-07:30, or 11pm-7am",
        ),
        ..PLAIN
    },
    Question {
        id: "ladder_ok",
        group: "rules",
        chapter: Chapter::Rules,
        kind: Kind::YesNo,
        fills: &[],
        text: Text::new("违规就按“{ladder}”处理，可以吗？", "When a rule is broken: {ladder}. Is that right for you?"),
        why: Text::new(
            "处理办法先说清楚，动手时才没有争议。",
            "Steps that were told beforehand cause no quarrel when they are taken.",
        ),
        help: Text::new("选“否”可以写自己的步骤。", "Say no to write steps of your own."),
        default: Default::Own(|_| Some(Literal::Boolean(true))),
        asked: |setting| !setting.ladder().is_empty(),
        is_set: false,
        ..PLAIN
    },
    Question {
        id: "ladder",
        group: "rules",
        chapter: Chapter::Rules,
        kind: Kind::Texts,
        fills: &["rules.sanctions.ladder"],
        text: Text::new("那么一步一步怎么处理？", "Which steps, then, one after the other?"),
        why: Text::new(
            "从轻到重：小事提醒，屡犯才移出。",
            "From mild to grave: a reminder for a slip, removal only in the end.",
        ),
        help: Text::new(
            "按顺序写，用顿号或逗号隔开，例：“提醒、警告、禁言、移出”。",
            "In order, with commas between them: remind, warn, mute, remove",
        ),
        asked: |setting| {
            setting.ladder().is_empty() || setting.answers.get("ladder_ok") == Some(&Literal::Boolean(false))
        },
        ..PLAIN
    },
    Question {
        id: "weekly",
        group: "weekly",
        chapter: Chapter::Events,
        fills: &["activities[weekly].title"],
        text: Text::new("每周固定办什么活动？", "Which event takes place every week?"),
        why: Text::new(
            "固定的线上活动让人养成来群里的习惯。",
            "A steady weekly event online makes coming back a habit.",
        ),
        help: Text::new("例：“周三夜话”“新书答疑”。", "For example \"Wednesday talk\" or \"Open questions\"."),
        ..PLAIN
    },
    Question {
        id: "weekly_when",
        group: "weekly",
        chapter: Chapter::Events,
        kind: Kind::Cadence,
        fills: &["activities[weekly].when"],
        text: Text::new("它在什么时候？", "When is it?"),
        why: Text::new("时间固定，大家不用问就知道。", "A fixed time is known without asking."),
        help: Text::new(
            "例：每周三 20:00-21:30、隔周六 14:00、工作日 08:30。",
            "For example: every Wed 20:00-21:30, every 2 weeks on Sat 14:00, workdays 08:30.",
        ),
        ..PLAIN
    },
    Question {
        id: "monthly",
        group: "monthly",
        chapter: Chapter::Events,
        fills: &["activities[monthly].title"],
        text: Text::new("每月办什么活动？", "Which event takes place every month?"),
        why: Text::new(
            "每月见一次面，线上的熟人才变成朋友。",
            "Meeting once a month turns acquaintances online into friends.",
        ),
        help: Text::new("例：“线下共读”“会员日”。", "For example \"Reading in the bookshop\" or \"Members' day\"."),
        ..PLAIN
    },
    Question {
        id: "monthly_when",
        group: "monthly",
        chapter: Chapter::Events,
        kind: Kind::Cadence,
        fills: &["activities[monthly].when"],
        text: Text::new("它在什么时候？", "When is it?"),
        why: Text::new(
            "每月落在固定的星期几，比固定的几号更容易到场。",
            "A fixed weekday of the month brings more people than a fixed date.",
        ),
        help: Text::new(
            "例：每月第二个周六 14:00-16:00、每月最后一天 20:00。",
            "For example: 2nd Sat of the month 14:00-16:00, last day of the month 20:00.",
        ),
        ..PLAIN
    },
    Question {
        id: "earning",
        group: "earning",
        chapter: Chapter::Monetisation,
        kind: Kind::Choice(Options::Open(|setting| setting.earnings())),
        fills: &["monetisation"],
        text: Text::new("靠什么维持运营？", "What pays for it?"),
        why: Text::new(
            "运营要花钱花时间，总要有人承担；收费不丢人，说不清才麻烦。",
            "Running it costs money and time that somebody bears; a price is fine, an unclear one is not.",
        ),
        help: Text::new(
            "选模板里的一项，价格接着问；不收费就选“不变现”。",
            "Choose one of the starter's products, the price comes next; choose \"no earnings\" when it is free.",
        ),
        default: Default::Own(|setting| setting.earning().map(Literal::from)),
        is_set: false,
        ..PLAIN
    },
    Question {
        id: "price",
        group: "earning",
        chapter: Chapter::Monetisation,
        kind: Kind::Amount,
        fills: &["monetisation[earning].price"],
        text: Text::new("价格是多少？", "What does it cost?"),
        why: Text::new(
            "写上价格，qun 才能算出多少人付费才够本。",
            "With a price, qun can tell how many buyers cover the costs.",
        ),
        help: Text::new(
            "例：365元、20 USD；只写数字，就用模板的币种。",
            "Such as 365 CNY or $20; a bare number is in the currency of the starter.",
        ),
        asked: |setting| setting.is_sold(),
        ..PLAIN
    },
    Question {
        id: "funded_by",
        group: "earning",
        chapter: Chapter::Monetisation,
        fills: &["monetisation[earning].funded_by"],
        text: Text::new("那么费用由谁承担？", "Who bears the costs, then?"),
        why: Text::new(
            "不收费也要有人出钱出力，说清楚才撑得久。",
            "Free is never without cost; it lasts longer when it is clear who carries it.",
        ),
        help: Text::new("例：“发起人自付，每月约 200 元”。", "For example \"the founder, about 20 EUR a month\"."),
        asked: |setting| setting.earning().as_deref() == Some("none"),
        is_set: false,
        ..PLAIN
    },
    Question {
        id: "starts",
        group: "starts",
        chapter: Chapter::When,
        kind: Kind::Date,
        fills: &["lifecycle.starts"],
        text: Text::new("从哪一天开始？", "On which day does it start?"),
        why: Text::new(
            "目标、阶段的日期都从这一天排起；已经办起来的社群写当初那一天，目标就从下个月排起。",
            "Goals and phases are dated from it. A community that is there already gives its true first day; its goals are then dated from next month.",
        ),
        help: Text::new("例：2026-12-01、12月1日、下周一。", "Such as 2026-12-01, 1 Dec or next Monday."),
        default: Default::Own(|setting| Some(Literal::Day(setting.starts()))),
        ..PLAIN
    },
];
