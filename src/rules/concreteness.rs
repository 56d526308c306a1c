//! Whether a promise is concrete, and whether an audience is everyone.
//!
//! Plain lists and scans, each judged on a labelled set below. Must not look at anything but the text given.

use super::text_search::{Clause, Searched, has};
use crate::value::Weekday;
use crate::value::lexicon::{COUNTS, DIGITS, month_names, weekday_names};

/// Words that make a Chinese promise concrete: dates, and things that can be handed over.
const ZH_THINGS: &[&str] = &[
    "书单",
    "清单",
    "手册",
    "模板",
    "证书",
    "奖状",
    "奖牌",
    "徽章",
    "名片",
    "名单",
    "课件",
    "课程",
    "讲义",
    "教程",
    "录音",
    "录像",
    "回放",
    "笔记",
    "报告",
    "周报",
    "月报",
    "简报",
    "作品集",
    "作品",
    "样书",
    "海报",
    "照片",
    "合影",
    "门票",
    "优惠券",
    "折扣",
    "折",
    "会员价",
    "内部价",
    "试用装",
    "样品",
    "赠品",
    "周边",
    "礼包",
    "礼物",
    "工具包",
    "题库",
    "案例库",
    "资料包",
    "代码",
    "演示",
    "原型",
    "产品",
    "简历",
    "方案",
    "计划表",
    "食谱",
    "地图",
    "路线图",
    "周末",
    "月初",
    "月末",
    "月底",
    "年底",
    "季度",
    "春节",
    "国庆",
    "中秋",
    "每天",
    "每日",
    "每周",
    "每月",
    "每年",
    "每季",
    "当天",
    "当晚",
    "当场",
    "次日",
    "隔周",
    "半年",
    "半天",
    "半小时",
    "一对一",
    "名额",
];

/// Words that count: what follows a Chinese number.
const ZH_MEASURES: &str =
    "本篇次场个份节门位名人天周月年日小时分秒钟元块套张件杯顿斤公里里遍轮届期季倍成半页章首句字条";

/// Chinese numbers beyond the digits.
const ZH_NUMBERS: &str = "十百千万几";

/// Sayings in which a Chinese number says nothing: `一个` alone does not make a promise concrete either.
const ZH_SAYINGS: &[&str] = &[
    "一起",
    "一定",
    "一流",
    "一站式",
    "一些",
    "一切",
    "一直",
    "一样",
    "一个人",
    "一个",
    "一种",
    "一份力",
    "一家人",
    "一条龙",
    "一群人",
    "一群",
    "第一",
    "唯一",
    "一次次",
    "一天天",
    "一步步",
    "万事",
    "十分",
    "千万",
    "百分百",
    "百般",
    "千方百计",
    "五湖四海",
    "三观",
    "四海",
    "一生",
    "一世",
    "一辈子",
    "几个",
    "几位",
    "一点",
    "一下",
    "一路",
    "一线",
    "三天打鱼两天晒网",
    "一心一意",
    "九牛一毛",
];

/// Words that make an English promise concrete: dates, and things that can be handed over.
const EN_THINGS: &[&str] = &[
    "checklist",
    "template",
    "templates",
    "handbook",
    "guide",
    "certificate",
    "badge",
    "recording",
    "recordings",
    "notes",
    "slides",
    "transcript",
    "report",
    "newsletter",
    "digest",
    "portfolio",
    "resume",
    "cv",
    "prototype",
    "demo",
    "code",
    "dataset",
    "recipe",
    "recipes",
    "map",
    "sample",
    "samples",
    "ticket",
    "tickets",
    "discount",
    "coupon",
    "voucher",
    "photo",
    "photos",
    "poster",
    "toolkit",
    "workbook",
    "worksheet",
    "course",
    "lesson",
    "book",
    "books",
    "ebook",
    "directory",
    "list",
    "roadmap",
    "review",
    "daily",
    "weekly",
    "monthly",
    "quarterly",
    "yearly",
    "fortnightly",
    "weekend",
    "weekends",
    "dozen",
    "twice",
    "half",
    "hour",
    "tomorrow",
    "tonight",
    "one-to-one",
    "1:1",
    "draft",
];

/// English numbers beyond those that are counted with.
const EN_NUMBERS: &[&str] = &["fifteen", "twenty", "thirty", "fifty", "hundred", "thousand"];

/// Words before which a time is a date: `every day`, `each month`.
const EN_EACH: &[&str] = &["every", "each", "per", "a", "one", "within", "same"];
const EN_TIMES: &[&str] = &["day", "week", "month", "year", "quarter", "evening", "morning", "hour"];

/// Whether a promise holds a number, a date or a thing.
pub(super) fn is_concrete(text: &str) -> bool {
    if text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c)) {
        return true;
    }
    is_concrete_zh(text) || is_concrete_en(text)
}

fn is_concrete_zh(text: &str) -> bool {
    let clause = Clause::of(text.to_owned());
    if has(&clause, ZH_THINGS) || Weekday::ALL.iter().any(|day| text.contains(day.short().zh)) {
        return true;
    }
    let mut rest = text.to_owned();
    for saying in ZH_SAYINGS.iter().filter(|saying| clause.may_hold(saying)) {
        rest = rest.replace(saying, "·");
    }
    let chars: Vec<char> = rest.chars().collect();
    chars.windows(2).any(|pair| is_number_zh(pair[0]) && ZH_MEASURES.contains(pair[1]))
}

fn is_number_zh(c: char) -> bool {
    ZH_NUMBERS.contains(c) || DIGITS.iter().any(|(digit, value)| *digit == c && *value > 0)
}

/// `one` and `a` say too little by themselves.
fn is_number_en(word: &str) -> bool {
    EN_NUMBERS.contains(&word) || COUNTS.iter().any(|(count, value)| *count == word && *value > 1)
}

fn is_concrete_en(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == ':')).filter(|w| !w.is_empty()).collect();
    let is_date = |word: &str| weekday_names().chain(month_names()).any(|name| name == word);
    words.iter().any(|word| EN_THINGS.contains(word) || is_number_en(word) || is_date(word))
        || words.windows(2).any(|pair| EN_EACH.contains(&pair[0]) && EN_TIMES.contains(&pair[1]))
}

/// Words that mean everyone.
const EVERYONE: &[&str] = &[
    "所有人",
    "任何人",
    "每个人",
    "大家",
    "全民",
    "不限人群",
    "人人",
    "男女老少",
    "全体",
    "谁都可以",
    "everyone",
    "everybody",
    "anyone",
    "anybody",
    "all people",
    "all ages",
    "the general public",
    "whoever",
];

/// The word by which a text means everyone; a text that says much more besides means a group of its own.
pub(super) fn everyone(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let word = EVERYONE.iter().find(|word| lower.contains(**word))?;
    // “everyone who climbs in Lyon” is a group of its own
    (lower.chars().count() <= word.chars().count() + 6).then_some(word)
}

/// Words with which the name of a group says which people of it.
const ZH_WHICH: &str = "的在";
const EN_WHICH: &[&str] = &[
    "who", "whose", "that", "with", "without", "in", "of", "from", "at", "near", "around", "between", "under", "over",
    "after", "aged", "learning", "living", "working", "leading", "starting", "looking",
];

/// Whether the name of an audience says by itself which people it means: by a number, a place, or what they do.
pub(super) fn is_particular(name: &str) -> bool {
    let chars = || name.trim().chars();
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let says_which = || {
        let lower = name.to_lowercase();
        lower.split_whitespace().skip(1).any(|word| EN_WHICH.contains(&word))
    };
    let is_all = EVERYONE.iter().any(|word| name.trim().to_lowercase().starts_with(word));
    !is_all && (chars().any(is_digit) || chars().skip(1).any(|c| ZH_WHICH.contains(c)) || says_which())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classified(set: &str, wanted: bool) -> Vec<&str> {
        let phrases: Vec<&str> = set.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert!(phrases.len() >= 30, "{} phrases", phrases.len());
        phrases.into_iter().filter(|phrase| is_concrete(phrase) != wanted).collect()
    }

    #[test]
    fn separates_concrete_promises_from_vague_ones() {
        let concrete_zh = classified(include_str!("../../tests/data/promises/concrete.zh-CN.txt"), true);
        let vague_zh = classified(include_str!("../../tests/data/promises/vague.zh-CN.txt"), false);
        let concrete_en = classified(include_str!("../../tests/data/promises/concrete.en.txt"), true);
        let vague_en = classified(include_str!("../../tests/data/promises/vague.en.txt"), false);
        // a vague promise that passes costs a hint; a concrete one that is blamed costs trust
        assert!(concrete_zh.is_empty() && concrete_en.is_empty(), "{concrete_zh:?} {concrete_en:?}");
        assert!(vague_zh.len() + vague_en.len() <= 3, "{vague_zh:?} {vague_en:?}");
    }

    #[test]
    fn everyone_is_no_audience() {
        for text in ["所有人", "面向所有人", "大家", "Everyone", "everyone!", "任何人都行"] {
            assert!(everyone(text).is_some(), "{text}");
        }
        for text in ["上海的上班族", "everyone who climbs in Lyon", "每个人都想减肥却坚持不下来的上班族", "parents"]
        {
            assert!(everyone(text).is_none(), "{text}");
        }
    }
    #[test]
    fn a_name_may_say_which_people_it_means() {
        for text in [
            "上海的职场新人",
            "30岁左右、带娃的妈妈",
            "在家带娃、想出来工作的妈妈",
            "people in their first job in Leeds",
            "product managers who lead a team",
            "working mothers of about 30",
        ] {
            assert!(is_particular(text), "{text}");
        }
        for text in ["读者", "职场妈妈", "所有人", "readers", "freelance writers", "everyone", "working people"]
        {
            assert!(!is_particular(text), "{text}");
        }
    }
}
