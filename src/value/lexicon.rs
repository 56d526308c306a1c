//! The words of both languages that values are typed in, as tables: numbers, months, weekdays, days, units, currencies.
//!
//! All are in lower case, simplified, in half width; of two that begin alike the longer comes first.

use super::day::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue, Wed};

/// The months in English as they are shown, whole and short.
pub(crate) const MONTHS: [[&str; 2]; 12] = [
    ["January", "Jan"],
    ["February", "Feb"],
    ["March", "Mar"],
    ["April", "Apr"],
    ["May", "May"],
    ["June", "Jun"],
    ["July", "Jul"],
    ["August", "Aug"],
    ["September", "Sep"],
    ["October", "Oct"],
    ["November", "Nov"],
    ["December", "Dec"],
];

/// The months in English that can mean nothing else, whole: without May.
pub(crate) fn month_names() -> impl Iterator<Item = &'static str> {
    let first_of_each = MONTH_WORDS.chunk_by(|one, next| one.1 == next.1).filter_map(|words| words.first());
    first_of_each.map(|(name, _)| *name).filter(|name| *name != "may")
}

/// The weekdays in English, whole.
pub(crate) fn weekday_names() -> impl Iterator<Item = &'static str> {
    WEEKDAY_WORDS.iter().map(|(word, _)| *word).filter(|word| word.ends_with("day"))
}

/// The months in English as they are typed; of each the whole name first.
pub(super) const MONTH_WORDS: &[(&str, u8)] = &[
    ("january", 1),
    ("jan", 1),
    ("february", 2),
    ("feb", 2),
    ("march", 3),
    ("mar", 3),
    ("april", 4),
    ("apr", 4),
    ("may", 5),
    ("june", 6),
    ("jun", 6),
    ("july", 7),
    ("jul", 7),
    ("august", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("october", 10),
    ("oct", 10),
    ("november", 11),
    ("nov", 11),
    ("december", 12),
    ("dec", 12),
];

/// Numbers in English.
pub(crate) const COUNTS: &[(&str, u32)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("a", 1),
    ("an", 1),
];

pub(super) const ORDINALS: &[(&str, u32)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
];

/// The weekdays in English.
pub(super) const WEEKDAY_WORDS: &[(&str, Weekday)] = &[
    ("mondays", Mon),
    ("monday", Mon),
    ("mon", Mon),
    ("tuesdays", Tue),
    ("tuesday", Tue),
    ("tues", Tue),
    ("tue", Tue),
    ("wednesdays", Wed),
    ("wednesday", Wed),
    ("weds", Wed),
    ("wed", Wed),
    ("thursdays", Thu),
    ("thursday", Thu),
    ("thurs", Thu),
    ("thur", Thu),
    ("thu", Thu),
    ("fridays", Fri),
    ("friday", Fri),
    ("fri", Fri),
    ("saturdays", Sat),
    ("saturday", Sat),
    ("sat", Sat),
    ("sundays", Sun),
    ("sunday", Sun),
    ("sun", Sun),
];

/// What follows 周, Monday first.
pub(super) const WEEKDAY_NUMERALS: &[(char, Weekday)] =
    &[('一', Mon), ('二', Tue), ('三', Wed), ('四', Thu), ('五', Fri), ('六', Sat), ('日', Sun), ('天', Sun)];

/// The Chinese for the week.
pub(crate) const WEEK: &[&str] = &["周", "星期", "礼拜"];

/// The Chinese digits.
pub(crate) const DIGITS: &[(char, u32)] = &[
    ('零', 0),
    ('一', 1),
    ('二', 2),
    ('两', 2),
    ('三', 3),
    ('四', 4),
    ('五', 5),
    ('六', 6),
    ('七', 7),
    ('八', 8),
    ('九', 9),
];

/// The powers of ten in which numbers are written.
pub(super) const POWERS: &[(char, i64)] =
    &[('十', 10), ('百', 100), ('千', 1_000), ('k', 1_000), ('万', 10_000), ('w', 10_000), ('亿', 100_000_000)];

/// Words before a number that is not exact, or is a sum.
pub(crate) const BEFORE_COUNTS: &[&str] = &[
    "大约",
    "大概",
    "差不多",
    "将近",
    "接近",
    "超过",
    "不到",
    "至少",
    "一共",
    "总共",
    "约",
    "近",
    "共",
    "about ",
    "around ",
    "roughly ",
    "approximately ",
    "nearly ",
    "almost ",
    "over ",
    "more than ",
    "at least ",
    "~",
];

/// Words before the sum of several.
pub(super) const TOTALS: &[&str] = &["一共", "总共", "合计", "共计", "加起来", "in total ", "altogether "];

/// Words after a number: what is counted, or that it is not exact.
pub(crate) const BEHIND_COUNTS: &[&str] = &[
    "个成员",
    "个群友",
    "个用户",
    "个会员",
    "名成员",
    "名会员",
    "位成员",
    "位会员",
    "多号人",
    "号人",
    "个人",
    "人",
    "位",
    "名",
    "个",
    "次",
    "多",
    "余",
    "来",
    "左右",
    "上下",
    "+",
    "people",
    "members",
    "subscribers",
    "followers",
    "ppl",
    "pax",
    "persons",
    "users",
    "times",
    "or so",
    "of us",
    "give or take",
    "-ish",
    "ish",
    "in total",
];

/// Days by their distance from today.
pub(crate) const RELATIVE_DAYS: &[(&str, i32)] = &[
    ("the day after tomorrow", 2),
    ("day after tomorrow", 2),
    ("the day before yesterday", -2),
    ("day before yesterday", -2),
    ("today", 0),
    ("tonight", 0),
    ("tomorrow", 1),
    ("yesterday", -1),
    ("今天", 0),
    ("今日", 0),
    ("今晚", 0),
    ("明天", 1),
    ("明日", 1),
    ("大后天", 3),
    ("后天", 2),
    ("昨天", -1),
    ("前天", -2),
];

/// Which week a weekday belongs to, counted from this one; without such a word it is the coming one.
pub(crate) const WEEKS: &[(&str, i32)] = &[
    ("下个", 1),
    ("下", 1),
    ("这个", 0),
    ("这", 0),
    ("本", 0),
    ("上个", -1),
    ("上", -1),
    ("next ", 1),
    ("this ", 0),
    ("last ", -1),
];

/// Months by their distance from this one.
pub(crate) const RELATIVE_MONTHS: &[(&str, i32)] = &[
    ("this", 0),
    ("this month", 0),
    ("本月", 0),
    ("这个月", 0),
    ("这月", 0),
    ("next", 1),
    ("next month", 1),
    ("下月", 1),
    ("下个月", 1),
    ("last month", -1),
    ("上月", -1),
    ("上个月", -1),
];

/// Words between the first and the last of several days.
pub(crate) const BETWEEN_DAYS: &[&str] = &["..", "…", "到", "至", " to ", " through ", " until ", " till ", "-", "~"];

/// What a length is counted in, when written in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LengthUnit {
    /// So many minutes.
    Minutes(i32),
    /// So many days.
    Days(i32),
    /// So many months.
    Months(i32),
}

/// The units of lengths in words.
pub(super) const UNITS: &[(&str, LengthUnit)] = &[
    ("分钟", LengthUnit::Minutes(1)),
    ("分", LengthUnit::Minutes(1)),
    ("小时", LengthUnit::Minutes(60)),
    ("钟头", LengthUnit::Minutes(60)),
    ("天", LengthUnit::Days(1)),
    ("日", LengthUnit::Days(1)),
    ("周", LengthUnit::Days(7)),
    ("星期", LengthUnit::Days(7)),
    ("礼拜", LengthUnit::Days(7)),
    ("季度", LengthUnit::Months(3)),
    ("月", LengthUnit::Months(1)),
    ("年", LengthUnit::Months(12)),
    ("minutes", LengthUnit::Minutes(1)),
    ("minute", LengthUnit::Minutes(1)),
    ("mins", LengthUnit::Minutes(1)),
    ("min", LengthUnit::Minutes(1)),
    ("m", LengthUnit::Minutes(1)),
    ("hours", LengthUnit::Minutes(60)),
    ("hour", LengthUnit::Minutes(60)),
    ("hrs", LengthUnit::Minutes(60)),
    ("hr", LengthUnit::Minutes(60)),
    ("h", LengthUnit::Minutes(60)),
    ("days", LengthUnit::Days(1)),
    ("day", LengthUnit::Days(1)),
    ("d", LengthUnit::Days(1)),
    ("weeks", LengthUnit::Days(7)),
    ("week", LengthUnit::Days(7)),
    ("w", LengthUnit::Days(7)),
    ("months", LengthUnit::Months(1)),
    ("month", LengthUnit::Months(1)),
    ("quarters", LengthUnit::Months(3)),
    ("quarter", LengthUnit::Months(3)),
    ("years", LengthUnit::Months(12)),
    ("year", LengthUnit::Months(12)),
    ("y", LengthUnit::Months(12)),
];

/// Currencies by their signs.
pub(super) const CURRENCY_SIGNS: &[(char, &str)] =
    &[('¥', "CNY"), ('￥', "CNY"), ('$', "USD"), ('€', "EUR"), ('£', "GBP")];

/// Currencies by their names.
pub(super) const CURRENCY_WORDS: &[(&str, &str)] = &[
    ("元", "CNY"),
    ("块", "CNY"),
    ("块钱", "CNY"),
    ("元人民币", "CNY"),
    ("人民币", "CNY"),
    ("rmb", "CNY"),
    ("yuan", "CNY"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("dollars", "USD"),
    ("dollar", "USD"),
    ("欧元", "EUR"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("英镑", "GBP"),
    ("pounds", "GBP"),
    ("pound", "GBP"),
    ("quid", "GBP"),
    ("港币", "HKD"),
    ("港元", "HKD"),
    ("日元", "JPY"),
    ("yen", "JPY"),
];

/// Words for an amount of nothing.
pub(super) const FREE: &[&str] = &["免费", "不收费", "free", "free of charge", "no charge"];

/// Yes.
pub(super) const YES: &[&str] = &["y", "yes", "true", "是", "好", "可以", "对", "要"];

/// No.
pub(crate) const NO: &[&str] = &["n", "no", "false", "否", "不", "不可以", "不是", "不要"];

/// Words before hours that are the same every day.
pub(super) const EVERY_DAY: &[&str] = &["每天", "每日", "每晚", "every day", "every night", "daily"];

/// Words before the first of two times, and between them.
pub(super) const AND: &[(&str, &str)] = &[("between ", " and ")];

/// Per cent, behind a number.
pub(super) const PERCENT: &[&str] = &["percent", "per cent", "pct"];

/// Before and after something, behind or before a length.
pub(super) const BEFORE: &[&str] = &["提前", "之前", "以前", "前", "before", "earlier", "in advance", "ahead"];
/// See [`BEFORE`].
pub(super) const AFTER: &[&str] = &["之后", "以后", "后", "after", "later"];

/// The day itself.
pub(super) const SAME_DAY: &[&str] = &["当天", "当日", "那天", "on the day", "the same day", "same day"];
