//! Reference bands from published figures, for advice only: what is usual, never what is right.
//!
//! Must not support anything stronger than advice.

use super::dated_fact::{Confidence, DatedFact};
use crate::language::Text;

/// A usual range of something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// The fact behind it.
    pub fact: DatedFact,
    /// The lower end, in `unit`.
    pub low: f64,
    /// The upper end, in `unit`; the same as `low` for a single figure.
    pub high: f64,
    /// What is counted.
    pub unit: BandUnit,
}

/// What the numbers of a band count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BandUnit {
    /// Percent of the members.
    Percent,
    /// People.
    People,
    /// Hours a week.
    HoursAWeek,
    /// Days.
    Days,
}

const FEVERBEE: Text = Text::new("FeverBee 公布的社群工作数据", "FeverBee, published figures on community work");
const NNG: Text =
    Text::new("Nielsen Norman Group《参与不均》（2006）", "Nielsen Norman Group, Participation Inequality, 2006");
const DISCORD: Text = Text::new("介绍 Discord 社群的网页", "web pages about Discord communities");
const ENGAGEMENT: Text = Text::new("讲活跃指标的网页，说法不一", "web pages about engagement metrics; they disagree");
const GROUPS: Text = Text::new("几篇讲微信群的网页", "several web pages about WeChat groups");
const NOTES: Text = Text::new("《社群营销实战手册》第二章", "Community marketing handbook, chapter 2");

use BandUnit::{Days, HoursAWeek, People, Percent};
use Confidence::{Conflicting, Primary, Secondary};

const fn band(
    id: &'static str,
    (low, high, unit): (f64, f64, BandUnit),
    (source, confidence): (Text, Confidence),
    zh: &'static str,
    en: &'static str,
) -> Band {
    let fact = DatedFact { id, text: Text::new(zh, en), source, as_of: "2026-11", confidence };
    Band { fact, low, high, unit }
}

/// The bands known here.
#[rustfmt::skip]
pub static BANDS: &[Band] = &[
    band("participation/often", (1.0, 1.0, Percent), (NNG, Primary),
        "大社群里常发言的约占 1%。", "In large communities, about 1% of members write often."),
    band("participation/sometimes", (9.0, 9.0, Percent), (NNG, Primary),
        "大社群里偶尔发言的约占 9%，其余 90% 只看。", "In large communities, about 9% of members write now and then; the other 90% only read."),
    band("participation/small-group", (25.0, 25.0, Percent), (NNG, Secondary),
        "小群里活跃的人最多到四分之一。", "In small groups, up to a quarter of members are active."),
    band("activity/dau-mau", (10.0, 20.0, Percent), (ENGAGEMENT, Conflicting),
        "日活与月活之比常见 10–20%，30% 算好；各处说法不一。", "Daily over monthly active members: 10–20% is usual, 30% is good; sources differ."),
    band("retention/one-week", (30.0, 40.0, Percent), (DISCORD, Secondary),
        "新人一周后还在活动的，常见 30–40%。", "Usually 30–40% of newcomers are still active after a week."),
    band("managers/members-per-manager", (100.0, 200.0, People), (GROUPS, Secondary),
        "每 100–200 位活跃成员需要一位管理员。", "You need one manager for every 100–200 active members."),
    band("hours/one-person", (20.0, 30.0, HoursAWeek), (FEVERBEE, Secondary),
        "一个人做社群，每周需要 20–30 小时。", "Running a community alone takes 20–30 hours a week."),
    band("hours/growth", (10.0, 10.0, HoursAWeek), (FEVERBEE, Secondary),
        "每周 40 小时里，拉新约 10 小时。", "Of a 40-hour week, about 10 hours go to growth."),
    band("hours/moderation", (8.0, 8.0, HoursAWeek), (FEVERBEE, Secondary),
        "每周 40 小时里，日常管理约 8 小时。", "Of a 40-hour week, about 8 hours go to moderation."),
    band("hours/content", (4.0, 4.0, HoursAWeek), (FEVERBEE, Secondary),
        "每周 40 小时里，内容约 4 小时。", "Of a 40-hour week, about 4 hours go to content."),
    band("hours/relationships", (6.0, 6.0, HoursAWeek), (FEVERBEE, Secondary),
        "每周 40 小时里，维护关系约 6 小时。", "Of a 40-hour week, about 6 hours go to relationships."),
    band("hours/events", (4.0, 4.0, HoursAWeek), (FEVERBEE, Secondary),
        "每周 40 小时里，活动约 4 小时。", "Of a 40-hour week, about 4 hours go to events."),
    band("hours/integration", (2.0, 2.0, HoursAWeek), (FEVERBEE, Secondary),
        "每周 40 小时里，与公司业务对接约 2 小时。", "Of a 40-hour week, about 2 hours go to working with the rest of the organisation."),
    band("hours/technology", (4.0, 4.0, HoursAWeek), (FEVERBEE, Secondary),
        "每周 40 小时里，平台与工具约 4 小时。", "Of a 40-hour week, about 4 hours go to technology."),
    band("hours/strategy", (2.0, 2.0, HoursAWeek), (FEVERBEE, Secondary),
        "每周 40 小时里，策略约 2 小时。", "Of a 40-hour week, about 2 hours go to strategy."),
    band("group-size/lively", (30.0, 80.0, People), (GROUPS, Secondary),
        "微信群不到 30 人显得冷清，超过 80 人才热闹。", "A WeChat group feels empty under 30 people and lively over 80."),
    band("group-size/hard", (500.0, 500.0, People), (GROUPS, Secondary),
        "微信群到 500 人就难管了。", "A WeChat group of 500 people is hard to run."),
    band("lifetime/usual", (14.0, 180.0, Days), (NOTES, Secondary),
        "一个群的寿命通常是几周到半年。", "A group usually lives for a few weeks to half a year."),
    band("lifetime/best", (730.0, 730.0, Days), (NOTES, Secondary),
        "经营得好的群，寿命约两年。", "A well-run group lives for about two years."),
];

/// The band of this id.
pub fn of(id: &str) -> Option<&'static Band> {
    BANDS.iter().find(|band| band.fact.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_are_ordered_and_the_week_sums_up() {
        assert!(BANDS.iter().all(|b| b.low <= b.high && b.low > 0.0));
        let week = BANDS.iter().filter(|b| b.fact.id.starts_with("hours/") && b.fact.id != "hours/one-person");
        assert_eq!(week.map(|b| b.low).sum::<f64>(), 40.0);
        assert_eq!(of("retention/one-week").map(|b| (b.low, b.high)), Some((30.0, 40.0)));
        assert!(of("nothing/known").is_none());
    }
}
