//! Judging what is promised in public: absolute words, claims to heal, guaranteed results and returns.
//!
//! Plain lists and scans, measured on labelled sets below. Must not look at anything but the text given.

use crate::rules::text_search::{Clause, Wording, find, has, is_denied, is_refused, phrase, says};

/// Sayings in which an absolute word claims nothing.
#[rustfmt::skip]
const ZH_PLAIN: &[&str] = &[
    "最好的自己", "到最好", "最好的时光", "最好的朋友", "最好的安排", "最好提前", "最好先", "最好带", "最好自带",
    "最好能", "最好在", "最好不要", "最好别", "最好是", "最好准备", "最好穿", "最好用", "最好把", "最好有",
    "最好约", "最强大脑", "唯一的要求", "唯一要求", "唯一的规矩", "唯一的条件", "唯一条件", "唯一的遗憾",
    "唯一标识", "唯一的门槛", "不是唯一", "尽最", "首选项",
];
#[rustfmt::skip]
const ZH_ABSOLUTE: &[&str] = &[
    "最佳", "最强", "最优", "最高级", "最高端", "最高品质", "最便宜", "最低价", "最先进", "最专业", "最权威",
    "最受欢迎", "最有效", "最实惠", "最划算", "最全", "最牛", "最棒", "最顶", "最安全", "最靠谱", "最值得", "最懂",
    "最火", "最具", "最大规模", "规模最大", "全国最", "全网最", "全球最", "史上最", "业内最", "行业最", "同城最",
    "全市最", "全城最", "最好", "唯一", "独一无二", "顶级", "顶尖", "极品", "国家级", "世界级", "全球级", "宇宙级",
    "殿堂级", "销冠", "行业领袖", "领袖品牌", "领导品牌", "领军品牌", "绝无仅有", "史无前例", "前无古人",
    "空前绝后", "no.1", "no1", "top1", "首选", "全国首家", "全网首家", "全国首个", "行业首", "无与伦比", "无人能及",
    "遥遥领先", "天花板", "首屈一指", "无可比拟",
];
/// Whose first place is a claim.
#[rustfmt::skip]
const ZH_RANKS: &[&str] = &[
    "销量", "行业", "全国", "全网", "世界", "中国", "市场", "口碑", "品质", "排名", "全球", "亚洲", "国内", "业内",
    "同类", "全市", "全城", "同城", "上海", "北京", "广州", "深圳", "华东", "人气",
];
const ZH_KINDS: &[&str] = &["社群", "平台", "社区", "读书会", "俱乐部", "圈子", "商城", "品牌", "学院", "联盟", "基地"];
const ZH_FIRST_WHAT: &[&str] = &["品牌", "平台", "社群", "社区", "读书会", "大社群", "大平台", "大品牌", "名师"];
/// What may come first without a claim.
#[rustfmt::skip]
const ZH_VALUES: &[&str] = &[
    "安全", "友谊", "健康", "兴趣", "成员", "客户", "用户", "孩子", "阅读", "质量", "体验", "诚信", "人品", "态度",
    "家人",
];

#[rustfmt::skip]
const EN_ABSOLUTE: &[&str] = &[
    "number one", "no 1", "#1", "world class", "world leading", "industry leading", "market leading", "the leading",
    "unrivalled", "unrivaled", "unbeatable", "unmatched", "second to none", "like no other", "the cheapest",
    "lowest price", "lowest prices", "the fastest", "the largest", "the greatest", "the finest", "the ultimate",
    "top rated", "best in class", "best ever", "worlds best", "citys best", "countrys best", "nations best",
    "the strongest", "the smartest", "one and only", "first and only", "europes best", "americas best",
];
#[rustfmt::skip]
const EN_MOST: &[&str] = &[
    "popular", "trusted", "advanced", "effective", "powerful", "complete", "comprehensive", "professional",
    "exclusive", "successful", "influential", "affordable", "active", "loved", "reliable", "prestigious",
];
#[rustfmt::skip]
const EN_KINDS: &[&str] = &[
    "community", "club", "group", "platform", "course", "camp", "network", "brand", "product", "programme",
    "program", "app", "school", "circle",
];
#[rustfmt::skip]
const EN_PLAIN_NEXT: &[&str] = &[
    "mistake", "problem", "challenge", "lesson", "risk", "surprise", "question", "thing",
];

/// The absolute word of a text, if there is one.
pub(in crate::rules) fn superlative(wording: &Wording) -> Option<String> {
    wording.zh.iter().find_map(superlative_zh).or_else(|| wording.en.iter().find_map(superlative_en))
}

fn superlative_zh(clause: &Clause) -> Option<String> {
    if !has(clause, ZH_ABSOLUTE) && !has(clause, &["最大的", "第一"]) {
        return None;
    }
    let mut rest = clause.to_string();
    for saying in ZH_PLAIN {
        rest = rest.replace(saying, "·");
    }
    // the name of an award, a vote among members
    let is_award = has(rest.as_str(), &["奖", "评选", "评出", "选出", "投票"]);
    if let Some((word, before)) = find(rest.as_str(), ZH_ABSOLUTE).filter(|_| !is_award)
        && !is_denied(before)
    {
        return Some(word.to_owned());
    }
    // “最大的收获” is nobody's claim, “最大的亲子社群” is
    let what = rest.split_once("最大的").map(|(before, after)| (before, after.chars().take(8).collect::<String>()));
    if what.is_some_and(|(before, what)| has(what.as_str(), ZH_KINDS) && !is_denied(before)) {
        return Some("最大的".to_owned());
    }
    first_zh(&rest)
}

/// 第一 as a rank; 第一次, 第一章, 第一周 and “第一，……” are ordinals.
fn first_zh(clause: &str) -> Option<String> {
    for (at, _) in clause.match_indices("第一") {
        let (before, after) = (&clause[..at], &clause[at + "第一".len()..]);
        let rank = ZH_RANKS.iter().find(|rank| before.ends_with(*rank));
        let what = ZH_FIRST_WHAT.iter().find(|what| after.starts_with(*what));
        let ends_so = |word: &&&str| before.ends_with(**word);
        let is_bare = after.is_empty() && before.chars().count() >= 2 && ZH_VALUES.iter().find(ends_so).is_none();
        let is_ordinal = after.starts_with(['次', '章', '周', '天', '节', '课', '期', '步', '本', '届', '季']);
        if !is_ordinal && (rank.is_some() || what.is_some() || is_bare) && !is_denied(before) {
            return Some(format!("{}第一{}", rank.unwrap_or(&""), what.unwrap_or(&"")));
        }
    }
    None
}

fn superlative_en(line: &Clause) -> Option<String> {
    if let Some((words, before)) = phrase(line, EN_ABSOLUTE) {
        let next = line[before.len() + words.len() + 1..].split_whitespace().next().unwrap_or("");
        if !is_refused(before) && !EN_PLAIN_NEXT.contains(&next) {
            return Some(words.to_owned());
        }
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    for (at, _) in words.iter().enumerate().filter(|(_, word)| **word == "the") {
        let before = format!(" {}", words[..at].join(" "));
        if is_refused(&before) {
            continue;
        }
        let after = |n: usize| words.get(at + n).copied().unwrap_or("");
        let soon = |n: usize| &words[(at + 2).min(words.len())..(at + 2 + n).min(words.len())];
        match after(1) {
            // what members do or like is not the group's own claim
            "best" => {
                let is_plain =
                    soon(4).iter().any(|word| matches!(*word, "you" | "your" | "yours" | "i" | "we" | "can"))
                        || matches!(after(2), "of" | "for" | "from")
                        || before.ends_with(" all")
                        || before.ends_with(" for")
                        || before.ends_with(" make");
                if !is_plain {
                    return Some("the best".to_owned());
                }
            }
            "biggest" if !EN_PLAIN_NEXT.contains(&after(2)) => return Some("the biggest".to_owned()),
            "only" if soon(3).iter().any(|word| EN_KINDS.contains(word)) => return Some("the only".to_owned()),
            "most" if EN_MOST.contains(&after(2)) => return Some(format!("the most {}", after(2))),
            _ => {}
        }
    }
    None
}

#[rustfmt::skip]
const ZH_ILLS: &[&str] = &[
    "失眠", "抑郁", "焦虑症", "近视", "糖尿病", "高血压", "颈椎病", "癌", "肿瘤", "疾病", "慢性病", "鼻炎", "胃病",
    "痛风", "自闭", "多动症", "脱发", "不孕",
];
#[rustfmt::skip]
const ZH_CURES: &[&str] = &[
    "治疗", "根治", "疗效", "治好", "药到病除", "防癌", "抗癌", "降血压", "降血糖", "降三高", "降压药", "排毒",
    "祛湿", "壮阳", "增强免疫", "提高免疫", "提升免疫", "包治", "不反弹", "活血化瘀", "调理体质", "治百病",
    "摘掉眼镜", "摘镜", "告别失眠", "告别近视", "告别抑郁", "逆转糖尿",
];
#[rustfmt::skip]
const ZH_RESULTS: &[&str] = &[
    "保过", "包过", "必过", "不过退", "不过全额退", "保证通过", "保证提分", "保证录取", "保证就业", "保证上岸",
    "保证拿证", "保证学会", "保证效果", "保证瘦", "包就业", "包上岸", "包教包会", "保提分", "保录取", "保就业",
    "必上岸", "必涨", "无效退款", "百分百有效", "百分百通过", "100%通过", "100%有效", "100%就业", "100%录取",
    "100%上岸", "学完必", "包拿证",
];
#[rustfmt::skip]
const ZH_RETURNS: &[&str] = &[
    "稳赚", "保本", "保收益", "零风险", "0风险", "无风险", "躺赚", "躺着赚", "日入过千", "日入千", "月入过万",
    "月入万", "月入十万", "月入5万", "年化", "高回报", "收益翻倍", "本金翻倍", "稳定收益", "只赚不赔", "财务自由",
    "一夜暴富", "暴富", "轻松月入", "轻松赚", "日赚", "稳定回报", "保证收益", "保证赚",
];

#[rustfmt::skip]
const EN_HEALS: &[&str] = &[
    "detox", "detoxes", "miracle cure", "boosts immunity", "boost your immunity", "boosts your immunity",
    "reverses diabetes", "lowers blood pressure", "prevents cancer", "fights cancer", "heals trauma",
    "clinically proven", "never gain it back",
];
#[rustfmt::skip]
const EN_CURE: &[&str] = &[
    "cure", "cures", "cured", "curing", "heal", "heals", "treats", "treat", "end", "beat", "beats",
];
#[rustfmt::skip]
const EN_ILLS: &[&str] = &[
    "insomnia", "anxiety", "depression", "diabetes", "cancer", "arthritis", "migraine", "migraines", "adhd",
    "myopia", "asthma", "illness", "disease", "hypertension", "acne",
];
#[rustfmt::skip]
const EN_RESULTS: &[&str] = &[
    "pass guaranteed", "guaranteed pass", "guaranteed to pass", "guaranteed results", "results guaranteed",
    "guaranteed job", "job guaranteed", "guaranteed admission", "guaranteed success", "success guaranteed",
    "we guarantee you", "we guarantee that you", "guarantee your", "100% effective", "100% pass", "100% success",
    "guaranteed to lose", "guaranteed to work", "guaranteed improvement", "works every time", "guaranteed score",
    "guaranteed fluency", "guaranteed placement",
];
#[rustfmt::skip]
const EN_RETURNS: &[&str] = &[
    "risk free", "no risk", "zero risk", "guaranteed return", "guaranteed returns", "guaranteed income",
    "guaranteed profit", "guaranteed profits", "double your money", "triple your money", "get rich",
    "passive income", "financial freedom", "cant lose", "capital guaranteed", "returns guaranteed",
    "while you sleep", "easy money", "quit your job",
];

/// The claim to heal, or the guarantee of a result or a return, if there is one.
pub(in crate::rules) fn promise(wording: &Wording) -> Option<String> {
    wording.zh.iter().find_map(promise_zh).or_else(|| wording.en.iter().find_map(promise_en))
}

fn promise_zh(clause: &Clause) -> Option<String> {
    let lists = [ZH_CURES, ZH_RESULTS, ZH_RETURNS];
    if !lists.iter().any(|list| has(clause, list)) && !has(clause, ZH_ILLS) && !clause.contains('瘦') {
        return None;
    }
    let rest = clause.replace("治疗师", "·").replace("治愈系", "·").replace("不过夜", "·");
    let rest = rest.as_str();
    if let Some((word, before)) = lists.iter().find_map(|list| find(rest, list)) {
        return (!is_denied(before)).then(|| word.to_owned());
    }
    if let Some((ill, before)) = find(rest, ZH_ILLS)
        && has(rest, &["治愈", "痊愈", "治", "摘掉", "消失", "康复"])
        && !is_denied(before)
    {
        return Some(ill.to_owned());
    }
    // “一个月瘦 20 斤”
    let after = rest.split_once('瘦').map(|(_, after)| after)?;
    let digits = after.chars().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c)).count();
    let unit: String = after.chars().skip(digits).take(2).collect();
    (digits > 0 && (unit.starts_with('斤') || unit.starts_with("公斤"))).then(|| "瘦".to_owned())
}

fn promise_en(line: &Clause) -> Option<String> {
    let lists = [EN_HEALS, EN_RESULTS, EN_RETURNS];
    if let Some((words, before)) = lists.iter().find_map(|list| phrase(line, list)) {
        return (!is_refused(before)).then(|| words.to_owned());
    }
    if let Some((cure, before)) = phrase(line, EN_CURE)
        && says(line, EN_ILLS)
        && !is_refused(before)
    {
        return Some(cure.to_owned());
    }
    // “lose 10 kg in a month”, “earn $5,000 a month”
    let words: Vec<&str> = line.split_whitespace().collect();
    words.windows(2).enumerate().find_map(|(at, pair)| {
        let is_number = pair[1].chars().any(|c| c.is_ascii_digit());
        let unit = words.get(at + 2).copied().unwrap_or("");
        let is_weight = pair[0] == "lose" && matches!(unit, "kg" | "kilos" | "pounds" | "lb" | "lbs");
        let rest = words[(at + 2).min(words.len())..].join(" ");
        let is_pay = matches!(pair[0], "earn" | "make")
            && has(rest.as_str(), &["a month", "a day", "per month", "per day", "a week"])
            && (pair[1].starts_with(['$', '€', '£']) || has(rest.as_str(), &["usd", "dollars", "euros"]));
        let before = format!(" {}", words[..at].join(" "));
        (is_number && (is_weight || is_pay) && !is_refused(&before)).then(|| format!("{} {}", pair[0], pair[1]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::text_search::measured;

    macro_rules! set {
        ($name:literal) => {
            include_str!(concat!("../../../tests/data/claims/", $name))
        };
    }

    fn is_good((precision, recall): (f64, f64)) {
        assert!(precision >= 0.95 && recall >= 0.9, "precision {precision:.2}, recall {recall:.2}");
    }

    #[test]
    fn separates_absolute_words_from_ordinals_and_wishes() {
        let detect = |wording: &Wording| superlative(wording).is_some();
        let zh = [set!("plain.zh-CN.txt"), set!("promise.zh-CN.txt")];
        is_good(measured("superlatives zh", detect, &[set!("superlative.zh-CN.txt")], &zh));
        let en = [set!("plain.en.txt"), set!("promise.en.txt")];
        is_good(measured("superlatives en", detect, &[set!("superlative.en.txt")], &en));
    }

    #[test]
    fn separates_claims_to_heal_and_guarantees_from_plain_talk() {
        let detect = |wording: &Wording| promise(wording).is_some();
        let zh = [set!("plain.zh-CN.txt"), set!("superlative.zh-CN.txt")];
        is_good(measured("promises zh", detect, &[set!("promise.zh-CN.txt")], &zh));
        let en = [set!("plain.en.txt"), set!("superlative.en.txt")];
        is_good(measured("promises en", detect, &[set!("promise.en.txt")], &en));
    }
}
