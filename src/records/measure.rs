//! The words of what can be written down, in both languages.

use crate::language::{Language, Text};
use crate::value::fold_width;

/// What kind of value is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MeasureKind {
    /// A whole number, perhaps out of another one.
    Count,
    /// A whole number that may be negative.
    Difference,
    /// An amount of money.
    Money,
    /// A score out of 5 or 10.
    Score,
    /// A share, as a percentage or as a count out of another one.
    Share,
    /// A length of time.
    Length,
    /// Whether something was done.
    Done,
    /// A share, a count, an amount, a score or a length, as it is typed.
    Any,
}

/// One thing that can be written down.
#[derive(Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name in the file.
    pub id: &'static str,
    /// What it is called.
    pub name: Text,
    /// Other words for it.
    pub also: &'static [&'static str],
    /// What kind of value it has.
    pub kind: MeasureKind,
}

const fn row(
    id: &'static str,
    (zh, en): (&'static str, &'static str),
    also: &'static [&'static str],
    kind: MeasureKind,
) -> Measure {
    Measure { id, name: Text::new(zh, en), also, kind }
}

use MeasureKind::{Any, Count, Difference, Done, Length, Money, Score, Share};

#[rustfmt::skip]
static MEASURES: &[Measure] = &[
    row("value", ("数值", "value"), &["读数", "reading", "figure"], Any),
    row("signed-up", ("报名", "signed up"), &["报名人数", "sign-ups", "signups", "registered"], Count),
    row("cancelled", ("取消报名", "cancelled"), &["取消", "canceled", "cancellations"], Count),
    row("came", ("到场", "came"), &["到场人数", "实到", "来了", "到了", "attended", "attendance", "出席"], Count),
    row("came-waiting", ("候补到场", "came from the waiting list"), &["候补", "waitlist"], Count),
    row("walk-ins", ("未报名到场", "walk-ins"), &["临时到场", "walked in"], Count),
    row("score", ("评分", "score"), &["满意度", "打分", "rating", "satisfaction", "csat"], Score),
    row("asked", ("发出问卷", "asked"), &["问卷发出", "surveys sent"], Count),
    row("promoters", ("推荐者", "promoters"), &["9–10 分"], Count),
    row("passives", ("中立者", "passives"), &["7–8 分"], Count),
    row("detractors", ("贬损者", "detractors"), &["0–6 分"], Count),
    row("income", ("收入", "income"), &["revenue", "实收", "营收"], Money),
    row("refunded", ("退款", "refunded"), &["refunds"], Money),
    row("spent", ("支出", "spent"), &["花费", "成本", "cost", "costs", "expenses"], Money),
    row("payers", ("付费人数", "payers"), &["付费", "paid"], Count),
    row("buyers", ("买家", "buyers"), &["购买人数"], Count),
    row("bought-again", ("复购人数", "bought again"), &["回购人数", "repeat buyers"], Count),
    row("members", ("群成员", "members"), &["成员数", "总人数", "人数", "会员", "会员数", "成员", "headcount"], Count),
    row("joined", ("新增", "joined"), &["入群", "入群人数", "joins", "new members"], Count),
    row("left", ("退群人数", "left"), &["退群", "leaves", "leavers"], Count),
    row("net", ("净增人数", "net change"), &["净增"], Difference),
    row("reached", ("曝光", "reached"), &["触达", "reach", "views"], Count),
    row("invited", ("邀请来的人", "came by invitation"), &["邀请人数", "invited"], Count),
    row("active", ("活跃人数", "active members"), &["发言人数", "active"], Count),
    row("messages", ("消息数", "messages"), &["消息"], Count),
    row("participation", ("互动率", "participation"), &["活跃度", "activity", "活跃率"], Share),
    row("stickiness", ("黏性", "stickiness"), &["粘性", "dau/mau"], Share),
    row("repurchase", ("复购率", "repurchase rate"), &["复购", "回购率"], Share),
    row("retention", ("留存率", "retention"), &["留存", "retained", "续费率"], Share),
    row("conversion", ("转化率", "conversion"), &["转化", "converted"], Share),
    row("completion", ("完成率", "completion"), &["完课率", "completed", "finished"], Share),
    row("response-time", ("回应时间", "response time"), &["响应时间", "first response"], Length),
    row("done", ("完成", "done"), &["做完", "ticked"], Done),
];

/// All of them.
pub fn measures() -> &'static [Measure] {
    MEASURES
}

/// The one of this name, in either language.
pub fn measure(word: &str) -> Option<&'static Measure> {
    let key = key(word);
    MEASURES.iter().find(|it| it.names().any(|name| self::key(name) == key))
}

/// Those whose names are nearest to a word that names none, at most three, in one language.
pub fn nearest_measures(word: &str, language: Language) -> Vec<&'static str> {
    let key = key(word);
    let likeness =
        |it: &Measure| it.names().map(|name| strsim::jaro_winkler(&self::key(name), &key)).fold(0.0, f64::max);
    let mut near: Vec<(f64, &Measure)> = MEASURES.iter().map(|it| (likeness(it), it)).collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0));
    near.iter().filter(|(likeness, _)| *likeness > 0.7).take(3).map(|(_, it)| it.name.get(language)).collect()
}

impl Measure {
    /// Whether it is counted of the whole community, and is no figure of a goal under whose name it was written.
    pub fn is_of_community(&self) -> bool {
        ["joined", "left", "net"].contains(&self.id)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.id, self.name.zh, self.name.en].into_iter().chain(self.also.iter().copied())
    }
}

/// Names are the same whatever their case, width, spaces and hyphens.
fn key(word: &str) -> String {
    fold_width(word.trim()).to_lowercase().replace([' ', '_'], "-")
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn every_word_means_one_thing() {
        let mut owners: HashMap<String, &str> = HashMap::new();
        for it in MEASURES {
            let mut own: Vec<String> = it.names().map(key).collect();
            own.sort();
            own.dedup();
            for word in own {
                assert_eq!(owners.insert(word.clone(), it.id), None, "{word}");
            }
        }
        for (word, id) in [
            ("到场", "came"),
            ("Signed up", "signed-up"),
            ("ＣＡＭＥ", "came"),
            ("退群", "left"),
            ("revenue", "income"),
        ] {
            assert_eq!(measure(word).map(|it| it.id), Some(id), "{word}");
        }
        assert_eq!(measure("karma"), None);
    }

    #[test]
    fn a_typo_gets_the_nearest_words() {
        assert_eq!(nearest_measures("singed up", Language::En).first(), Some(&"signed up"));
        assert_eq!(nearest_measures("到场数", Language::Zh).first(), Some(&"到场"));
        assert_eq!(nearest_measures("qqqq", Language::En), Vec::<&str>::new());
    }
}
