//! Texts that deceive: staff posing as members, friending in bulk, hidden sponsors, false pressure.
//!
//! Plain lists and scans, measured on labelled sets. What forbids such a thing is left alone. Must not look at anything
//! but the text given.

use crate::rules::text_search::{Clause, Wording, find, has, is_denied, is_refused, phrase, says};

#[rustfmt::skip]
const ZH_POSE: &[&str] = &[
    "当托", "做托", "请托", "找托", "安排托", "托儿", "水军", "刷好评", "刷单", "刷评论", "假好评", "编造好评",
    "编造评价", "编造案例", "晒假单", "配合咨询", "自问自答", "马甲", "冒充", "伪装成", "虚构订单", "虚构案例",
    "假买家", "假客户", "假学员",
];
const ZH_ACT: &[&str] = &["假装", "扮演", "扮成", "装作", "装成", "以学员身份", "以客户身份", "以买家身份"];
#[rustfmt::skip]
const ZH_WHOM: &[&str] = &[
    "学员", "顾客", "客户", "成员", "用户", "粉丝", "买家", "路人", "新人", "群友", "会员", "家长", "消费者",
    "读者", "身份",
];
const ZH_SECOND: &[&str] = &["小号", "分身号", "僵尸号"];
#[rustfmt::skip]
const ZH_STIR: &[&str] = &[
    "带节奏", "互动", "活跃", "晒单", "评论", "提问", "烘托", "气氛", "好评", "带头", "下单", "接龙", "捧场",
    "发言", "炒热", "附和",
];

#[rustfmt::skip]
const EN_POSE: &[&str] = &[
    "shill", "shills", "sock puppet", "sock puppets", "sockpuppets", "fake reviews", "fake review",
    "fake testimonials", "fake testimonial", "fake accounts", "fake customers", "fake members", "fake orders",
    "planted questions", "invent reviews", "invent testimonials", "astroturf", "write reviews as customers",
    "made up testimonials",
];
#[rustfmt::skip]
const EN_ACT: &[&str] = &[
    "pretend to be", "pretending to be", "pose as", "posing as", "act as if you were", "play the part of",
    "pretend you are", "pretend they are", "masquerade as", "disguised as", "acting as",
];
#[rustfmt::skip]
const EN_WHOM: &[&str] = &[
    "customer", "customers", "member", "members", "student", "students", "buyer", "buyers", "user", "users",
    "client", "clients", "newcomer", "newcomers", "fan", "fans", "parent", "parents", "reader", "readers",
    "stranger", "strangers",
];
#[rustfmt::skip]
const EN_SECOND: &[&str] = &[
    "second account", "second accounts", "alt account", "alt accounts", "spare accounts", "burner accounts",
];

/// The words by which staff are to pose as members.
pub(super) fn shill(wording: &Wording) -> Option<String> {
    let zh = |clause: &Clause| {
        if let Some((word, before)) = find(clause, ZH_POSE) {
            return (!is_denied(before)).then(|| word.to_owned());
        }
        let posing = find(clause, ZH_ACT).filter(|_| has(clause, ZH_WHOM));
        let stirring = || find(clause, ZH_SECOND).filter(|_| has(clause, ZH_STIR));
        let (word, before) = posing.or_else(stirring)?;
        (!is_denied(before)).then(|| word.to_owned())
    };
    let en = |line: &Clause| {
        let posing = || phrase(line, EN_ACT).filter(|_| says(line, EN_WHOM));
        let (words, before) = phrase(line, EN_POSE).or_else(posing).or_else(|| phrase(line, EN_SECOND))?;
        (!is_refused(before)).then(|| words.to_owned())
    };
    wording.zh.iter().find_map(zh).or_else(|| wording.en.iter().find_map(en))
}

#[rustfmt::skip]
const ZH_ADD: &[&str] = &[
    "加好友", "加微信", "加群友", "加成员", "加群成员", "群加人", "添加好友", "添加群成员", "添加群友", "添加成员",
    "加为好友", "加粉", "私信", "私聊", "加所有", "加完", "加遍", "加全", "加群里",
];
#[rustfmt::skip]
const ZH_BULK: &[&str] = &[
    "逐个", "挨个", "逐一", "批量", "每天加", "每日加", "所有", "全部", "全群", "一个个", "群里的人", "个人号",
];
#[rustfmt::skip]
const ZH_SELL: &[&str] = &[
    "推销", "推广", "发广告", "发产品", "推产品", "转化", "成交", "卖货", "推课", "推销课", "促单", "逼单",
    "拉到自己", "导流", "发链接", "产品页", "报价", "引流",
];

#[rustfmt::skip]
const EN_ADD: &[&str] = &[
    "friend request", "friend requests", "add members", "add group members", "add every member", "add all members",
    "add the members", "add people", "message every member", "message all members", "dm every member",
    "dm all members", "dm everyone", "add everyone", "connect with every member", "direct message to every",
    "message each member", "dm members", "mass dm", "mass dms", "bulk add", "add each member",
];
#[rustfmt::skip]
const EN_SELL: &[&str] = &[
    "sell", "offer", "offers", "product page", "price list", "pitch", "promote", "upsell", "advert", "adverts",
    "sales", "buy", "deal", "deals", "discount", "recruit", "one by one", "in bulk", "product", "products", "link",
    "catalogue",
];

/// The words by which members are to be added one by one and sold to.
pub(super) fn friending(wording: &Wording) -> Option<String> {
    // the adding and the selling are often in separate clauses
    let sells = || {
        wording.zh.iter().any(|clause| has(clause, ZH_SELL) && !is_denied(find(clause, ZH_SELL).map_or("", |f| f.1)))
    };
    let zh = |clause: &Clause| {
        if !has(clause, ZH_ADD) && !clause.contains('加') {
            return None;
        }
        let plain = clause.replace("发红包", "").replace("加好友验证", "");
        let counted = plain.contains('加')
            && has(plain.as_str(), &["个群友", "位群友", "个群成员", "位群成员", "个好友", "位好友", "个成员"]);
        let (word, before) = find(plain.as_str(), ZH_ADD).or_else(|| counted.then_some(("加", "")))?;
        let is_talk = matches!(word, "私信" | "私聊");
        let is_bulk = has(plain.as_str(), ZH_BULK) || counted;
        let hits = if is_talk { is_bulk && sells() } else { is_bulk || sells() && !plain.contains('请') };
        (hits && !is_denied(before)).then(|| word.to_owned())
    };
    let en_sells = || wording.en.iter().any(|line| says(line, EN_SELL));
    let en = |line: &Clause| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_counted = words.windows(2).any(|pair| {
            matches!(pair[0], "add" | "friend" | "message") && pair[1].starts_with(|c: char| c.is_ascii_digit())
        });
        let counted = is_counted && says(line, &["members", "friends", "contacts"]);
        let (words, before) = phrase(line, EN_ADD).or_else(|| counted.then_some(("add", "")))?;
        let always = matches!(words, "mass dm" | "mass dms" | "bulk add");
        ((en_sells() || always) && !is_refused(before)).then(|| words.to_owned())
    };
    wording.zh.iter().find_map(zh).or_else(|| wording.en.iter().find_map(en))
}

#[rustfmt::skip]
const ZH_HUSH: &[&str] = &[
    "不提", "别提", "不要提", "不说", "别说", "不要说", "不透露", "别透露", "不要透露", "不公开", "别暴露",
    "不要暴露", "不能说", "不让成员知道", "不让大家知道", "别让人看出", "不要让人看出", "不显示", "避免提到",
    "不出现", "隐瞒", "瞒着", "不写明", "不标注", "不注明", "不告诉",
];
#[rustfmt::skip]
const ZH_DEAL: &[&str] = &[
    "赞助", "广告", "软广", "收费", "收了钱", "品牌方", "金主", "合作费", "推广费", "恰饭", "是合作", "商单",
];
#[rustfmt::skip]
const ZH_COVERT: &[&str] = &[
    "软植入", "暗中植入", "悄悄植入", "隐性广告", "不露痕迹", "假装自用", "装作自用", "装作自己买", "假装自己买",
    "悄悄推荐", "伪装成自用",
];

#[rustfmt::skip]
const EN_HUSH: &[&str] = &[
    "dont mention", "do not mention", "without mentioning", "never mention", "dont say", "do not say",
    "keep quiet about", "hide", "hiding", "dont tell", "do not tell", "dont disclose", "do not disclose",
    "without disclosing", "conceal", "leave out", "not to mention", "without saying", "dont reveal",
    "do not reveal", "keep secret", "without telling",
];
#[rustfmt::skip]
const EN_DEAL: &[&str] = &[
    "sponsor", "sponsors", "sponsored", "sponsorship", "paid", "paying", "advert", "ad", "brand", "partnership",
    "pays", "commission",
];
#[rustfmt::skip]
const EN_COVERT: &[&str] = &[
    "as if it were your own", "as if by chance", "in passing without", "product placement", "covert ad",
    "stealth ad", "stealth marketing", "undisclosed ad",
];

/// The words by which a sponsor is kept from members.
pub(super) fn hidden(wording: &Wording) -> Option<String> {
    let zh = |clause: &Clause| {
        if let Some((word, before)) = find(clause, ZH_COVERT) {
            return (!is_denied(before)).then(|| word.to_owned());
        }
        let (word, before) = find(clause, ZH_HUSH)?;
        let after = &clause[before.len() + word.len()..];
        let is_deal = has(after, ZH_DEAL) || has(before, ZH_DEAL);
        // “不隐瞒赞助” says the opposite
        (is_deal && !is_denied(before)).then(|| word.to_owned())
    };
    let en = |line: &Clause| {
        let covert = phrase(line, EN_COVERT);
        let (words, before) = covert.or_else(|| phrase(line, EN_HUSH).filter(|_| says(line, EN_DEAL)))?;
        (!is_refused(before)).then(|| words.to_owned())
    };
    wording.zh.iter().find_map(zh).or_else(|| wording.en.iter().find_map(en))
}

#[rustfmt::skip]
const ZH_PRESS: &[&str] = &[
    "仅剩", "最后机会", "最后名额", "马上涨价", "即将涨价", "明天涨价", "今晚涨价", "就涨价", "涨价倒计时",
    "手慢无", "错过等一年", "错过再等一年", "错过不再", "名额有限", "抢完即止", "售完即止", "售完为止", "再不报名",
    "再不抢", "马上恢复原价", "恢复原价", "名额告急", "席位告急", "限时抢购", "最后一波", "限量抢",
];
#[rustfmt::skip]
const EN_PRESS: &[&str] = &[
    "last chance", "price goes up", "prices go up", "price is going up", "act now", "hurry", "almost gone",
    "almost sold out", "selling fast", "going fast", "once in a lifetime", "while stocks last", "limited time only",
    "wont come back", "before its too late", "final call", "dont miss out", "few spots left", "few seats left",
    "few places left",
];

/// The pressing words of a text.
pub(super) fn pressing(wording: &Wording) -> Option<String> {
    let zh = |clause: &Clause| {
        if let Some((word, before)) = find(clause, ZH_PRESS) {
            return (!is_denied(before)).then(|| word.to_owned());
        }
        // “只剩 3 席”, “最后 5 个名额”
        let (word, before) = find(clause, &["只剩", "最后", "还剩"])?;
        let after = clause[before.len() + word.len()..]
            .trim_start_matches(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十几".contains(c));
        let is_count = after.len() < clause.len() - before.len() - word.len();
        let is_seat =
            ["席", "个名额", "个位", "位", "个席位", "名额", "小时", "个座位"].iter().any(|w| after.starts_with(w));
        (is_count && is_seat && !is_denied(before)).then(|| word.to_owned())
    };
    let en = |line: &Clause| {
        if let Some((words, before)) = phrase(line, EN_PRESS) {
            return (!is_refused(before)).then(|| words.to_owned());
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_left = |at: usize| {
            let rest = &words[at + 1..];
            matches!(rest, [_, "seats" | "spots" | "places" | "seat" | "spot" | "place", "left" | "remaining", ..])
        };
        let at = words.iter().position(|word| matches!(*word, "only" | "just" | "last"))?;
        is_left(at).then(|| words[at..(at + 4).min(words.len())].join(" "))
    };
    wording.zh.iter().find_map(zh).or_else(|| wording.en.iter().find_map(en))
}
