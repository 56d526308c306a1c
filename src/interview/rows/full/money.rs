//! Monetisation, goals and reviews.

use crate::finding::Literal;
use crate::interview::chapter::Chapter::{Goals, Monetisation};
use crate::interview::question::{AnswerKind, DefaultAnswer, Mode, Question, words_of};
use crate::plan::lifecycle::Metric;
use crate::plan::money::Model;

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question {
        modes: &[Mode::Gaps],
        ..Question::full(Monetisation, "model", &["monetisation[earning].model"])
            .about("monetisation")
            .of(AnswerKind::Choice(words_of!(Model)))
            .asks("靠什么维持运营？", "What pays for it?")
            .why("运营要花钱花时间，先写明由谁承担。", "Running it takes money and time; decide who covers them.")
            .help(
                "不收费就选“不变现”，再写明谁出钱。",
                "Choose \"none\" if it is free, and enter who covers the costs.",
            )
    },
    Question::full(Monetisation, "payer", &["monetisation[earning].payer"])
        .asks("谁付钱？", "Who pays?")
        .why("付钱的人和享用的人不一定是同一个。", "The person who pays is not always the one who uses it.")
        .help("例：“参加满三个月的成员”。", "For example \"members after their third month\".")
        .only(|context| context.is_sold()),
    Question::full(Monetisation, "buyers", &["monetisation[earning].buyers.expected"])
        .of(AnswerKind::Number)
        .asks("预计多少人买？", "How many buyers do you expect?")
        .why("宁可少估：够不够本，看的就是它。", "Estimate low; the break-even check depends on it.")
        .help("例：60。", "For example 60.")
        .only(|context| context.is_sold()),
    Question::full(Monetisation, "fixed_costs", &["monetisation[earning].cost.fixed_per_month"])
        .of(AnswerKind::Amount)
        .asks("每月固定要花多少？", "What are your fixed monthly costs?")
        .why("场地、工具、人：不管来几个人都要付的。", "Count venue, tools and people: what you pay however many come.")
        .help("例：800元。", "For example 90 EUR.")
        .only(|context| context.is_sold()),
    Question::full(Monetisation, "cost_per_buyer", &["monetisation[earning].cost.per_buyer"])
        .of(AnswerKind::Amount)
        .asks("每多一个买家，多花多少？", "How much does each buyer cost you?")
        .why("每人的成本接近价格时，人越多越亏。", "Keep it well below the price, or more buyers mean a bigger loss.")
        .help("例：40元。", "For example 5 EUR.")
        .only(|context| context.is_sold()),
    Question::full(Monetisation, "payee", &["monetisation[earning].payee"])
        .asks("谁收款？", "Who receives the money?")
        .why("写明钱进谁的账户，由谁说明去向。", "The person who receives it also accounts for it.")
        .help("写一个人或一个机构的名字。", "Enter a person or an organisation.")
        .only(|context| context.is_sold()),
    Question::full(Monetisation, "refund", &["monetisation[earning].refund"])
        .asks("怎样退款？", "What is your refund policy?")
        .why("收钱之前就把退款条件说清楚。", "Publish the terms before you take any money.")
        .help("例：“7 天无理由”。", "For example \"within 14 days, no questions asked\".")
        .only(|context| context.is_sold()),
    Question::full(Monetisation, "renewal", &["monetisation[earning].renewal.remind"])
        .of(AnswerKind::Offset)
        .asks("到期前多久提醒续费？", "How long before the end do you remind people to renew?")
        .why(
            "多数没续费的人只是忘了，提前提醒就行。",
            "Most people who don't renew simply forget, so remind them in time.",
        )
        .help("例：提前 30 天。", "For example 30 days before.")
        .only(|context| context.is_renewed()),
    Question::full(Monetisation, "sharing", &["monetisation[earning].sharing"])
        .asks("收益怎样分给出力的人？", "How do you share earnings with the people who do the work?")
        .why("分得公平，核心的人才留得住。", "Share fairly, so that the core team stays.")
        .help("例：“领读人分 10%”。", "For example \"hosts share 10%\".")
        .only(|context| context.is_sold()),
    Question::full(Monetisation, "keeper", &["finance.keeper"])
        .of_holder()
        .asks("谁管账？", "Who keeps the accounts?")
        .why("收钱的和记账的最好分开。", "Choose someone other than the person who receives the money."),
    Question::full(Monetisation, "books", &["finance.books"])
        .asks("账目怎样公开？", "How do you publish the accounts?")
        .why("账目公开，大家才放心交钱。", "Members pay more readily when they can see the accounts.")
        .help("例：“每月公布收支”。", "For example \"income and costs posted each month\"."),
    Question::full(Goals, "objective", &["goals[0].objective"])
        .asks("最想达成的目标是什么？", "Which goal matters most?")
        .why("先定一个目标，做到了再加。", "Start with one goal; add others once you reach it.")
        .help("例：“会员续费”。", "For example \"members renew\"."),
    Question::full(Goals, "metric", &["goals[0].metric"])
        .of(AnswerKind::Choice(words_of!(Metric)))
        .asks("看哪个指标？", "How do you measure it?")
        .why("选一个量得出来的指标，才知道到没到。", "Pick a metric, so that you can see whether you reached the goal.")
        .help("选一个你现在就数得出来的。", "Choose a metric that you can count today."),
    Question::full(Goals, "baseline", &["goals[0].baseline"])
        .asks("现在是多少？", "What is the number now?")
        .why("记下起点，才看得出走了多远。", "Write down where you start, so that you can see progress.")
        .help("例：45%。", "For example 45%."),
    Question::full(Goals, "target", &["goals[0].target"])
        .asks("要到多少？", "What number do you want to reach?")
        .why("写一个数字，不要写“提升”。", "Enter a number rather than \"improve\".")
        .help("例：60%。", "For example 60%."),
    Question {
        default: DefaultAnswer::Own(|context| context.goal_date().map(Literal::Day)),
        ..Question::full(Goals, "by", &["goals[0].by"])
            .of(AnswerKind::Date)
            .asks("到哪一天？", "By when?")
            .why("有期限，才知道什么时候该换办法。", "Set a date, so that you know when to try something else.")
            .help("例：2027-11-30。", "For example 2027-11-30.")
    },
    Question::full(Goals, "collected_by", &["goals[0].collected_by"])
        .of_holder()
        .asks("谁来统计？", "Who collects the number?")
        .why("指定一个人统计，复盘时才有数可看。", "Name a person, so that the number is there when you review."),
    Question::full(Goals, "collected_how", &["goals[0].collected_how"])
        .asks("怎样统计？", "How do they collect it?")
        .why("一直用同一种办法，前后的数才能比。", "Use the same method each time, so that numbers can be compared.")
        .help("例：“续费名单”。", "For example \"the list of renewals\"."),
    Question::full(Goals, "review_when", &["reviews[0].when"])
        .of(AnswerKind::Cadence)
        .asks("什么时候复盘？", "When do you review?")
        .why("定期回头看，才来得及调整方向。", "Review regularly, so that you can change course in time.")
        .help("例：每周日 21:00、每月最后一天 21:30。", "For example: every Sun 21:00, last day of the month 21:30."),
    Question::full(Goals, "review_owner", &["reviews[0].owner"])
        .of_holder()
        .asks("谁来主持复盘？", "Who leads the review?")
        .why("指定召集人，复盘才不会一拖再拖。", "Name a person, so that the review isn't put off."),
    Question::full(Goals, "experiment_a", &["experiments[0].a"])
        .asks("想试哪个新做法？（A）", "What new idea do you want to try? (A)")
        .why(
            "拿不准的做法，先在小范围试两周。",
            "If you are not sure about an idea, try it on a small scale for two weeks.",
        )
        .help("例：“早 8 点提醒”。", "For example \"a reminder at 8 in the morning\"."),
    Question::full(Goals, "experiment_b", &["experiments[0].b"])
        .asks("和哪个做法比？（B）", "What do you compare it with? (B)")
        .why("一次只改一样，才知道是什么起了作用。", "Change one thing at a time, so that you know what worked.")
        .help("例：“晚 8 点提醒”。", "For example \"a reminder at 8 in the evening\"."),
];
