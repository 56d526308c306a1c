//! What people type where they have nothing to say: `we have none`, 我们没有, `later`, 以后再说.
//!
//! Every place that takes a text from a person reads these the same way, so that none of them becomes the text itself.

use super::cursor::is_han;
use super::fold::fold_width;

/// An answer that says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAnswer {
    /// There is none, on purpose.
    None,
    /// It is left open.
    Later,
}

/// Ways to leave it open.
const LATER: &[&str] = &[
    "later",
    "not yet",
    "not now",
    "maybe later",
    "skip",
    "drop",
    "tbd",
    "tbc",
    "todo",
    "don't know",
    "i don't know",
    "not sure",
    "no idea",
    "以后",
    "以后再说",
    "以后再定",
    "以后吧",
    "晚点",
    "晚点再说",
    "晚些再说",
    "过段时间再说",
    "到时候再说",
    "等等再说",
    "再看",
    "以后再看",
    "看情况",
    "再说",
    "回头再说",
    "跳过",
    "去掉",
    "待定",
    "待填",
    "待补充",
    "不知道",
    "不清楚",
    "没想好",
    "还没想好",
    "还不知道",
];

/// Times that say no more than that it is for later, where no date is asked.
const SOME_TIME: &[&str] = &[
    "some day",
    "someday",
    "soon",
    "another time",
    "next week",
    "next month",
    "next quarter",
    "next year",
    "this year",
    "in the future",
    "in future",
    "one day",
    "later this year",
    "下周",
    "下个月",
    "下月",
    "下季度",
    "下半年",
    "今年",
    "明年",
    "后年",
    "年后",
    "将来",
    "过段时间",
    "到时候",
    "以后会",
];
/// Words around such a time.
const AROUND_TIME: &[&str] = &[
    "maybe", "perhaps", "probably", "possibly", "可能", "也许", "大概", "打算", "等到", "等", "再说", "再定", "再看",
    "吧", "开始",
];

/// Words that deny, in English.
const DENIES: &[&str] = &[
    "no", "none", "nothing", "nobody", "n/a", "na", "not", "never", "don't", "dont", "doesn't", "isn't", "haven't",
    "aren't", "without",
];
/// Words around them that add nothing.
const AROUND: &[&str] = &[
    "we", "i", "it", "it's", "its", "this", "there", "there's", "have", "has", "got", "need", "do", "does", "is",
    "are", "any", "at", "all", "yet", "now", "so", "far", "really", "thanks", "of", "that", "them", "these", "use",
    "for", "us", "and", "the", "our",
];
/// Words by which nothing is charged, beside those that deny.
const FREE: &[&str] = &["free", "aa"];
/// Words around money that name nothing that is sold.
const AROUND_MONEY: &[&str] = &[
    "charge",
    "charged",
    "charging",
    "sell",
    "sells",
    "sold",
    "selling",
    "anything",
    "money",
    "fee",
    "fees",
    "cost",
    "costs",
    "price",
    "prices",
    "to",
    "a",
    "everything",
    "everyone",
    "members",
    "member",
    "ask",
    "take",
    "earn",
    "pay",
    "pays",
    "paid",
    "payment",
    "club",
    "group",
    "community",
    "join",
    "joining",
    "sale",
    "sales",
    "products",
    "product",
    "completely",
    "totally",
    "entirely",
    "always",
    "just",
    "split",
    "bill",
    "bills",
    "involved",
    "of",
    "in",
];

/// The same in Chinese; of two that begin alike the longer comes first.
const DENIES_ZH: &[&str] = &["没有", "没", "无", "不需要", "不要", "不用", "不设", "用不到", "不"];
const AROUND_ZH: &[&str] = &[
    "我们", "我", "这里", "这个", "这些", "目前", "现在", "暂时", "暂", "还", "都", "也", "的", "了", "吧", "呢", "啊",
    "任何", "需要",
];
const FREE_ZH: &[&str] = &["免费", "公益", "各付各的", "自费", "aa制", "aa"];
const AROUND_MONEY_ZH: &[&str] = &[
    "本群", "群里", "大家", "成员", "完全", "全部", "全", "是", "什么", "东西", "收费", "费用", "会费", "收钱", "花钱",
    "付钱", "钱", "卖", "收", "产品", "变现", "赚钱", "盈利", "营利", "商品", "活动", "打算",
];

impl NoAnswer {
    /// What `text` says, if it says nothing.
    pub fn meant(text: &str) -> Option<Self> {
        let plain = plain(text);
        let word = trimmed(&plain);
        if LATER.contains(&word) {
            return Some(Self::Later);
        }
        // a sign alone
        let is_sign = !plain.trim().is_empty() && plain.trim().chars().all(|c| "-–—/".contains(c));
        (is_sign || is_only(word, [DENIES, DENIES_ZH], [AROUND, AROUND_ZH])).then_some(Self::None)
    }
}

/// Whether a text is no more than some time to come, or that it is for later: `maybe next year`, 明年再说, 晚点再说.
pub fn is_for_later(text: &str) -> bool {
    let plain = plain(text);
    let mut word = trimmed(&plain);
    while let Some(less) = AROUND_TIME.iter().find_map(|around| word.strip_prefix(around).or(word.strip_suffix(around)))
    {
        word = trimmed(less);
    }
    SOME_TIME.contains(&word) || NoAnswer::meant(text) == Some(NoAnswer::Later)
}

/// Whether a text says that nothing is sold: `we don't charge`, `nothing, it is free`, 我们不收费, 不收钱，AA.
pub fn is_free_of_charge(text: &str) -> bool {
    let plain = plain(text);
    let around = [[AROUND, AROUND_MONEY].concat(), [AROUND_ZH, AROUND_MONEY_ZH].concat()];
    let denies = [[DENIES, FREE].concat(), [DENIES_ZH, FREE_ZH].concat()];
    let [around_en, around_zh] = &around;
    let [denies_en, denies_zh] = &denies;
    let is_none = is_only(trimmed(&plain), [denies_en, denies_zh], [around_en, around_zh]);
    is_none || plain.trim() == "not yet" || NoAnswer::meant(text) == Some(NoAnswer::None)
}

/// In lower case, half width, with straight apostrophes.
fn plain(text: &str) -> String {
    fold_width(text).to_lowercase().replace('’', "'")
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a text is made of such words alone, one of those that deny among them.
fn is_only(text: &str, denies: [&[&str]; 2], around: [&[&str]; 2]) -> bool {
    let [denies_en, denies_zh] = denies;
    let [around_en, around_zh] = around;
    let mut denied = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if is_han(first) || rest.starts_with("aa制") {
            let longest = |words: &[&str]| {
                words.iter().filter(|word| rest.starts_with(**word)).map(|word| word.len()).max().unwrap_or(0)
            };
            let (no, other) = (longest(denies_zh), longest(around_zh));
            if no.max(other) == 0 {
                return false;
            }
            denied |= no >= other;
            rest = &rest[no.max(other)..];
        } else if first.is_alphanumeric() {
            let end =
                rest.find(|c: char| !(c.is_alphanumeric() && !is_han(c) || "'/".contains(c))).unwrap_or(rest.len());
            let word = rest[..end].trim_end_matches(['/', '\'']);
            if denies_en.contains(&word) {
                denied = true;
            } else if !around_en.contains(&word) {
                return false;
            }
            rest = &rest[end..];
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    denied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn having_none_is_understood_however_it_is_said() {
        for text in [
            "none",
            "None.",
            "nothing",
            "n/a",
            "N/A",
            "no",
            "-",
            "—",
            "we have none",
            "We don't have any",
            "we don’t need it",
            "there is none",
            "nothing yet",
            "not at all",
            "没有",
            "无",
            "没",
            "不要",
            "不需要",
            "我们没有",
            "暂时没有",
            "都没有",
            "没有的",
            "暂无。",
            "我们不需要",
            "还没有",
        ] {
            assert_eq!(NoAnswer::meant(text), Some(NoAnswer::None), "{text}");
        }
        for text in [
            "later",
            "Later.",
            "not yet",
            "TBD",
            "skip",
            "drop",
            "以后再说",
            "以后再说。",
            "待定",
            "不知道",
            "还没想好",
        ] {
            assert_eq!(NoAnswer::meant(text), Some(NoAnswer::Later), "{text}");
        }
        for text in [
            "",
            "we have fun",
            "no ads",
            "没有广告",
            "not alone",
            "nothing is impossible",
            "无界",
            "不二",
            "everyone",
            "we",
            "我们",
            "free",
            "免费",
            "later on",
            "!!!",
        ] {
            assert_eq!(NoAnswer::meant(text), None, "{text}");
        }
    }

    #[test]
    fn some_time_to_come_is_for_later() {
        for text in [
            "next year",
            "Maybe next year.",
            "later",
            "someday",
            "晚点再说",
            "明年",
            "明年再说",
            "可能下半年吧",
            "等下个月",
        ] {
            assert!(is_for_later(text), "{text}");
        }
        for text in ["", "next year's pass", "年卡", "明年的年卡", "再说", "下午茶", "perhaps"] {
            assert_eq!(is_for_later(text), text == "再说", "{text}");
        }
    }

    #[test]
    fn what_is_free_of_charge_is_no_product() {
        for text in [
            "none",
            "free",
            "it is free",
            "nothing, it is free",
            "we don't charge",
            "We don’t sell anything.",
            "no money",
            "n/a",
            "we split the bill, nothing to pay",
            "not yet",
            "no fees",
            "it's completely free",
            "免费",
            "我们不收费",
            "不收钱，AA",
            "AA制",
            "我们没有",
            "没有收费",
            "不卖东西",
            "什么都不卖",
            "完全免费",
            "不打算变现",
            "没有会费",
        ] {
            assert!(is_free_of_charge(text), "{text}");
        }
        for text in [
            "",
            "membership",
            "free newsletter",
            "体验课 免费",
            "年卡 365元",
            "年卡，不限次数",
            "会员费另议",
            "会费",
            "money",
        ] {
            assert!(!is_free_of_charge(text), "{text}");
        }
    }
}
