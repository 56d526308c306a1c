//! Monetisation, goals and reviews.

use super::{HOLDER, has_holders};
use crate::finding::Literal;
use crate::interview::chapter::Chapter::{Goals, Monetisation};
use crate::interview::question::{Default, Kind, Mode, Question, words_of};
use crate::plan::lifecycle::Metric;
use crate::plan::money::Model;

/// The questions.
pub(super) static ROWS: &[Question] = &[
    Question {
        modes: &[Mode::Gaps],
        ..Question::full(Monetisation, "model", &["monetisation[earning].model"])
            .about("monetisation")
            .of(Kind::Choice(words_of!(Model)))
            .asks("靠什么维持运营？", "What pays for it?")
            .why("运营要花钱花时间，总要有人承担。", "Running it costs money and time that somebody bears.")
            .help("不收费就选“不变现”，再写明谁出钱。", "Choose \"none\" when it is free, and say who bears the costs.")
    },
    Question::full(Monetisation, "payer", &["monetisation[earning].payer"])
        .asks("谁付钱？", "Who pays?")
        .why("付钱的人和享用的人不一定是同一个。", "Who pays is not always who enjoys it.")
        .help("例：“参加满三个月的成员”。", "For example \"members after their third month\".")
        .only(|setting| setting.is_sold()),
    Question::full(Monetisation, "buyers", &["monetisation[earning].buyers.expected"])
        .of(Kind::Number)
        .asks("预计多少人买？", "How many buyers do you expect?")
        .why("宁可少估：够不够本，看的就是它。", "Rather too few: whether it pays depends on it.")
        .help("例：60。", "For example 60.")
        .only(|setting| setting.is_sold()),
    Question::full(Monetisation, "fixed_costs", &["monetisation[earning].cost.fixed_per_month"])
        .of(Kind::Amount)
        .asks("每月固定要花多少？", "What are the fixed costs a month?")
        .why("场地、工具、人：不管来几个人都要付的。", "Room, tools, people: what is paid however many come.")
        .help("例：800 CNY。", "For example 90 EUR.")
        .only(|setting| setting.is_sold()),
    Question::full(Monetisation, "cost_per_buyer", &["monetisation[earning].cost.per_buyer"])
        .of(Kind::Amount)
        .asks("每多一个买家，多花多少？", "What does each buyer cost you?")
        .why("每人的成本接近价格时，人越多越亏。", "When it comes near the price, more buyers mean more loss.")
        .help("例：40 CNY。", "For example 5 EUR.")
        .only(|setting| setting.is_sold()),
    Question::full(Monetisation, "payee", &["monetisation[earning].payee"])
        .asks("谁收款？", "Who receives the money?")
        .why("钱进谁的账户，谁就要说得清。", "Whoever receives it has to account for it.")
        .help("写一个人或一个机构的名字。", "The name of a person or an organisation.")
        .only(|setting| setting.is_sold()),
    Question::full(Monetisation, "refund", &["monetisation[earning].refund"])
        .asks("怎样退款？", "What are the terms of refund?")
        .why("退款说在前面，才敢收钱，也才有人敢付。", "With terms told first, one dares to charge and others to pay.")
        .help("例：“7 天无理由”。", "For example \"within 14 days, without reasons\".")
        .only(|setting| setting.is_sold()),
    Question::full(Monetisation, "renewal", &["monetisation[earning].renewal.remind"])
        .asks("到期前多久提醒续费？", "How long before the end are people reminded to renew?")
        .why("忘了续的人，比不想续的人多。", "More people forget to renew than decide not to.")
        .help("T-30d 是提前三十天。", "T-30d is thirty days before.")
        .only(|setting| setting.is_renewed()),
    Question::full(Monetisation, "sharing", &["monetisation[earning].sharing"])
        .asks("收益怎样分给出力的人？", "How are earnings shared with those who work for it?")
        .why("分得公平，核心的人才留得住。", "A fair share keeps the people who carry it.")
        .help("例：“领读人分 10%”。", "For example \"hosts share 10%\".")
        .only(|setting| setting.is_sold()),
    Question::full(Monetisation, "keeper", &["finance.keeper"])
        .of(HOLDER)
        .asks("谁管账？", "Who keeps the money?")
        .why("收钱的和记账的最好分开。", "Better not the one who receives it.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
    Question::full(Monetisation, "books", &["finance.books"])
        .asks("账目怎样公开？", "How are the books shown?")
        .why("看得到账，大家才放心交钱。", "People pay in peace where they can see the books.")
        .help("例：“每月公布收支”。", "For example \"income and costs posted each month\"."),
    Question::full(Goals, "objective", &["goals[0].objective"])
        .asks("最想达成的目标是什么？", "Which goal matters most?")
        .why("目标多了等于没有，先定一个。", "Many goals are none; begin with one.")
        .help("例：“会员续费”。", "For example \"members renew\"."),
    Question::full(Goals, "metric", &["goals[0].metric"])
        .of(Kind::Choice(words_of!(Metric)))
        .asks("看哪个指标？", "What is measured?")
        .why("量不出来的目标，永远差一点。", "A goal nobody measures is always nearly reached.")
        .help("选一个你现在就数得出来的。", "Choose one that you can count today."),
    Question::full(Goals, "baseline", &["goals[0].baseline"])
        .asks("现在是多少？", "What is the figure now?")
        .why("没有起点，就看不出走了多远。", "Without a beginning nobody sees how far you came.")
        .help("例：45%。", "For example 45%."),
    Question::full(Goals, "target", &["goals[0].target"])
        .asks("要到多少？", "What shall it be?")
        .why("一个数字，好过十个“提升”。", "One number is worth ten \"improvements\".")
        .help("例：60%。", "For example 60%."),
    Question {
        default: Default::Own(|setting| setting.goal_date().map(Literal::Day)),
        ..Question::full(Goals, "by", &["goals[0].by"])
            .of(Kind::Date)
            .asks("到哪一天？", "By which day?")
            .why("有期限，才知道什么时候该换办法。", "A date tells when to try another way.")
            .help("例：2027-11-30。", "For example 2027-11-30.")
    },
    Question::full(Goals, "collected_by", &["goals[0].collected_by"])
        .of(HOLDER)
        .asks("谁来统计？", "Who counts it?")
        .why("没人统计的指标，到复盘时才发现没有数。", "What nobody counts is missing when it is reviewed.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
    Question::full(Goals, "collected_how", &["goals[0].collected_how"])
        .asks("怎样统计？", "How?")
        .why("办法一变，前后的数就不能比。", "When the way changes, figures cannot be compared.")
        .help("例：“续费名单”。", "For example \"the list of renewals\"."),
    Question::full(Goals, "review_when", &["reviews[0].when"])
        .of(Kind::Cadence)
        .asks("什么时候复盘？", "When do you review?")
        .why("定期回头看，才改得动方向。", "Looking back at intervals lets you change course.")
        .help("例：每周日 21:00、每月最后一天 21:30。", "For example: every Sun 21:00, last day of the month 21:30."),
    Question::full(Goals, "review_owner", &["reviews[0].owner"])
        .of(HOLDER)
        .asks("谁来主持复盘？", "Who leads the review?")
        .why("没人召集的复盘，总在下周。", "A review that nobody calls is always next week.")
        .help("以后可以用 qun set 改。", "It can be changed later with qun set.")
        .only(has_holders),
    Question::full(Goals, "experiment_a", &["experiments[0].a"])
        .asks("想试哪个新做法？（A）", "Which new way do you want to try? (A)")
        .why("拿不准的，小范围试两周，好过争论一个月。", "Two weeks of trying beat a month of arguing.")
        .help("例：“早 8 点提醒”。", "For example \"reminder at 8 in the morning\"."),
    Question::full(Goals, "experiment_b", &["experiments[0].b"])
        .asks("和哪个做法比？（B）", "Compared with which? (B)")
        .why("一次只改一样，才知道是什么起了作用。", "Change one thing only, or you never know what worked.")
        .help("例：“晚 8 点提醒”。", "For example \"reminder at 8 in the evening\"."),
];
