//! Who is active, how much is written, by how few, and how soon someone answers.

use super::metric::{CLOSED, MetricDefinition, NONE, SMALL, WILSON, WINDOW_OVER};
use crate::language::Text;

const MEMBERS_ONCE: Text = Text::new(
    "有一次算数行为的成员，一人只算一次；机器人、注销账号和系统消息不算",
    "members with at least one act that counts, each once; bots, deleted accounts and system messages are left out",
);
const SILENT: Text = Text::new(
    "没发言的人也在看：叫“沉默”，不叫“不活跃的人”",
    "people who don't write still read: call them silent, not inactive",
);

pub(super) static DEFINITIONS: &[MetricDefinition] = &[
    MetricDefinition {
        id: "active-day",
        name: Text::new("日活", "daily active members"),
        also: &["DAU", "日活跃成员"],
        numerator: MEMBERS_ONCE,
        denominator: NONE,
        window: Text::new("一个自然日", "one civil day"),
        interval: NONE,
        maturity: WINDOW_OVER,
        suppression: SMALL,
        trap: SILENT,
        source: "https://snap.stanford.edu/data/CollegeMsg.html",
    },
    MetricDefinition {
        id: "active-week",
        name: Text::new("周活", "weekly active members"),
        also: &["WAU", "周活跃成员"],
        numerator: MEMBERS_ONCE,
        denominator: NONE,
        window: Text::new("到这天为止的 7 天", "the 7 days that end with the day"),
        interval: NONE,
        maturity: WINDOW_OVER,
        suppression: SMALL,
        trap: Text::new(
            "七天日活相加会把同一个人数好几遍",
            "adding up seven daily figures counts the same people several times",
        ),
        source: "https://snap.stanford.edu/data/CollegeMsg.html",
    },
    MetricDefinition {
        id: "active-month",
        name: Text::new("月活", "monthly active members"),
        also: &["MAU", "月活跃成员"],
        numerator: MEMBERS_ONCE,
        denominator: NONE,
        window: Text::new("到这天为止的 30 天，不是自然月", "the 30 days that end with the day, not a calendar month"),
        interval: NONE,
        maturity: WINDOW_OVER,
        suppression: SMALL,
        trap: Text::new(
            "自然月的数是另一个数，要写明",
            "the figure of a calendar month is another one; say which it is",
        ),
        source: "https://snap.stanford.edu/data/CollegeMsg.html",
    },
    MetricDefinition {
        id: "stickiness",
        name: Text::new("粘性", "stickiness"),
        also: &["DAU/MAU", "活跃粘度"],
        numerator: Text::new(
            "每一天的日活除以当天的月活",
            "each day's daily active members over that day's monthly ones",
        ),
        denominator: Text::new("天数：取各天比值的平均", "the number of days: it is the mean of the daily ratios"),
        window: CLOSED,
        interval: NONE,
        maturity: WINDOW_OVER,
        suppression: SMALL,
        trap: Text::new("先各自平均再相除，得到的是另一个数", "dividing the two averages gives another figure"),
        source: "https://snap.stanford.edu/data/CollegeMsg.html",
    },
    MetricDefinition {
        id: "participation",
        name: Text::new("互动率", "participation"),
        also: &["activity", "活跃度", "活跃率", "参与率"],
        numerator: Text::new("期内发言（或有其他算数行为）的成员", "members who wrote, or did another act that counts"),
        denominator: Text::new(
            "期内任何时候在群的成员；只有某天的总人数时，写明是哪天",
            "members present at any time in these days; if you only have the count of one date, say which",
        ),
        window: CLOSED,
        interval: WILSON,
        maturity: WINDOW_OVER,
        suppression: SMALL,
        trap: SILENT,
        source: "互动率 = 发言人数 / 群成员总数",
    },
    MetricDefinition {
        id: "message-rate",
        name: Text::new("消息量", "message rate"),
        also: &["人均消息", "messages per member"],
        numerator: Text::new("成员写的消息", "messages that members wrote"),
        denominator: Text::new(
            "天数；天数 × 成员数；另看活跃成员的中位数",
            "the days; the days times the members; and the median of active members",
        ),
        window: CLOSED,
        interval: NONE,
        maturity: WINDOW_OVER,
        suppression: SMALL,
        trap: Text::new(
            "平均数被话多的几个人拉高，要和中位数一起看；进群、改名这类记录不是消息",
            "a few busy people pull the mean up, so look at the median too; joins and renames are no messages",
        ),
        source: "人均消息 = 消息数 / 成员数",
    },
    MetricDefinition {
        id: "concentration",
        name: Text::new("集中度", "concentration"),
        also: &["gini", "基尼系数"],
        numerator: Text::new(
            "每人的发言数，从小到大：Σ(2i − n − 1)x",
            "each member's messages in ascending order: Σ(2i − n − 1)x",
        ),
        denominator: Text::new(
            "n 乘发言总数；无偏值再乘 n/(n − 1)",
            "n times all messages; the unbiased value times n/(n − 1)",
        ),
        window: CLOSED,
        interval: NONE,
        maturity: WINDOW_OVER,
        suppression: SMALL,
        trap: Text::new(
            "算不算沉默的成员，结果差很多：要写明；另看前 1%、其后 9%，和几个人写了一半",
            "it depends on whether silent members are included, so say so; look at the top 1%, the next 9% and how few wrote half, too",
        ),
        source: "https://cran.r-project.org/package=ineq",
    },
    MetricDefinition {
        id: "first-response",
        name: Text::new("首次回应", "first response"),
        also: &["response-time", "响应时间", "回应时间"],
        numerator: Text::new(
            "从一条消息到另一个人第一次回复它（回复、话题串、点名）；看不出回复谁的，30 分钟内下一条别人的消息只算“可能”",
            "from a message to the first reply by another person (reply, thread, mention); without such a sign, the next message by someone else within 30 minutes is only possibly one",
        ),
        denominator: Text::new(
            "所有不是回复的消息；没人回的按“还没有”计入（卡普兰–迈耶中位数）",
            "all messages that are no replies; those without an answer count as not yet (Kaplan–Meier median)",
        ),
        window: Text::new("每条消息最多等 7 天", "each message is followed for at most 7 days"),
        interval: NONE,
        maturity: Text::new("一半的消息还没有得到回复", "until half of the messages have been answered"),
        suppression: SMALL,
        trap: Text::new("只看有回复的会显得很快", "looking only at answered messages makes every community look quick"),
        source: "https://github.com/jkkummerfeld/irc-disentanglement",
    },
];
