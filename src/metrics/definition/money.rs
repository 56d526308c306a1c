//! Money: buying again, breaking even, income.

use super::metric::{CLOSED, MetricDefinition, NONE, SMALL, WILSON, WINDOW_OVER};
use crate::language::Text;

pub(super) static DEFINITIONS: &[MetricDefinition] = &[
    MetricDefinition {
        id: "repurchase",
        name: Text::new("复购率", "repurchase rate"),
        also: &["repurchase", "复购"],
        numerator: Text::new(
            "第一次购买后 N 天内、另一天又买过的人",
            "buyers with a second purchase on a later day within N days of the first",
        ),
        denominator: Text::new("N 天已满的买家", "buyers whose N days are over"),
        window: Text::new("从每人第一次购买起 N 天", "N days from each buyer's first purchase"),
        interval: WILSON,
        maturity: Text::new("买家的 N 天还没满", "until the buyers' N days are over"),
        suppression: SMALL,
        trap: Text::new(
            "同一天的几单算一次：按单数会偏高",
            "several orders of one day are one purchase: counting rows gives too many",
        ),
        source: "https://github.com/CamDavidsonPilon/lifetimes",
    },
    MetricDefinition {
        id: "break-even",
        name: Text::new("盈亏平衡", "break-even"),
        also: &["保本点", "回本"],
        numerator: Text::new("固定成本", "fixed costs"),
        denominator: Text::new(
            "单价 − 单位变动成本，结果向上取整",
            "price less variable cost per unit; the result is rounded up",
        ),
        window: Text::new(
            "按时间看：累计结余第一次不为负的那个月",
            "over time: the first month in which the sum so far is not negative",
        ),
        interval: NONE,
        maturity: NONE,
        suppression: Text::new(
            "单价不高于变动成本时没有盈亏平衡点",
            "there is none if the price does not exceed the variable cost",
        ),
        trap: Text::new("不同币种不能相加", "currencies are never added to each other"),
        source: "⌈fixed / (price − variable)⌉",
    },
    MetricDefinition {
        id: "revenue",
        name: Text::new("收入", "revenue"),
        also: &["income", "营收"],
        numerator: Text::new("实收 − 退款，按付款那天", "paid less refunded, by day of payment"),
        denominator: NONE,
        window: CLOSED,
        interval: NONE,
        maturity: WINDOW_OVER,
        suppression: NONE,
        trap: Text::new("每个币种单独算，不相加", "each currency apart, never added"),
        source: "paid − refunded",
    },
    MetricDefinition {
        id: "revenue-per-payer",
        name: Text::new("付费用户均收入", "revenue per payer"),
        also: &["ARPU", "ARPPU", "客单价"],
        numerator: Text::new("收入", "revenue"),
        denominator: Text::new("付过钱的人", "those who paid"),
        window: CLOSED,
        interval: NONE,
        maturity: WINDOW_OVER,
        suppression: SMALL,
        trap: Text::new("除以全体成员是另一个数", "dividing by all members gives another figure"),
        source: "revenue / payers",
    },
    MetricDefinition {
        id: "return-on-cost",
        name: Text::new("投入产出比", "return on cost"),
        also: &["ROI", "投资回报率"],
        numerator: Text::new("收益 − 成本", "gain less cost"),
        denominator: Text::new("成本", "cost"),
        window: CLOSED,
        interval: NONE,
        maturity: WINDOW_OVER,
        suppression: NONE,
        trap: Text::new(
            "自己人的时间不算进去，数会好看得多",
            "leaving out your own people's time makes it look much better",
        ),
        source: "(gain − cost) / cost",
    },
];
