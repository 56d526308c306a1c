//! The thresholds that a plan can set in `[lint.settings]`: declared once, with their defaults.

use crate::finding::{BAD_VALUE, Finding, FindingList, KeyPath, Segment};
use crate::language::Text;
use crate::plan::Plan;
use crate::source::unknown_key;

/// One threshold.
#[derive(Debug)]
pub struct Threshold {
    /// Its key in `[lint.settings]`.
    pub name: &'static str,
    /// Its value when the plan says nothing.
    pub default: f64,
    /// What it is, with its unit.
    pub about: Text,
    /// The rule that asks for it.
    pub rule: &'static str,
}

/// Declares the thresholds: each a static, and all of them as a list.
macro_rules! settings {
    ($($name:ident $key:literal $default:literal $rule:literal, $zh:literal / $en:literal;)*) => {
        $(
            #[doc = $en]
            pub static $name: Threshold =
                Threshold { name: $key, default: $default, about: Text::new($zh, $en), rule: $rule };
        )*
        /// All of them.
        pub static THRESHOLDS: &[&Threshold] = &[$(&$name),*];
    };
}

settings! {
    MEMBERS_PER_MANAGER "members_per_manager" 200.0 "roles/too-few-managers",
        "一位管理员最多照看多少位活跃成员" / "most active members per manager";
    ONE_PERSON_SHARE "one_person_share" 50.0 "roles/one-person-band",
        "一个人最多承担百分之几的工作" / "highest percentage of all work that one person carries";
    SEGMENTS_FROM "segments_from" 100.0 "members/no-segments",
        "目标人数超过多少要做用户分层" / "target size above which a plan needs member segments";
    LADDER_STEPS "ladder_steps" 3.0 "governance/no-ladder",
        "违规处理至少分几步" / "fewest steps in the ladder of sanctions";
    ONBOARDING_TOUCHES "onboarding_touches" 2.0 "members/no-onboarding",
        "新人入群当天之后、7 天之内至少联系几次" / "fewest contacts with a newcomer from day 1 to day 7";
    ROTA_SPREAD "rota_spread" 30.0 "schedule/unfair-rota",
        "同一角色里，最忙和最闲的人占用可投入时间的比例最多差几个百分点" / "most percentage points between the busiest and the least busy holder of a role";
    SILENT_GAP_DAYS "silent_gap_days" 7.0 "schedule/silent-gap",
        "安静超过几天算冷场" / "days of silence above which it counts as a gap";
    SILENT_COHORT_DAYS "silent_batch_days" 3.0 "schedule/silent-gap",
        "一期之内安静超过几天算冷场" / "days of silence within a cohort above which it counts as a gap";
    NOTICE_HOURS "notice_hours" 24.0 "activities/unannounced",
        "活动至少提前几小时预告" / "fewest hours of notice for an event";
    BAND_FACTOR "band_factor" 2.0 "goals/out-of-band",
        "目标偏离参考区间几倍算太远" / "how many times outside the published range a target may be";
    LIFE_MONTHS "life_months" 24.0 "lifecycle/longer-than-two-years",
        "打算运营超过几个月要写多久重新决定" / "planned months above which a plan needs a review date";
    PAID_AFTER_DAYS "paid_after_days" 7.0 "lifecycle/paid-too-early",
        "开始后几天以内卖东西算早" / "days after the start during which a sale counts as early";
    PAYING_SHARE "paying_share" 5.0 "monetisation/inward-too-small",
        "回本最多要百分之几的目标人数付费" / "highest percentage of the target size that may have to pay to break even";
    TEXT_LENGTH "text_length" 300.0 "content/flooding",
        "群里一条文字最多多少字" / "most characters in one group message";
}

/// The thresholds of one plan.
#[derive(Debug, Clone, Default)]
pub struct Thresholds(Vec<(&'static str, f64)>);

impl Thresholds {
    /// Reads a plan's thresholds; what is unknown or negative is a finding, and the default stays.
    pub fn read(plan: &Plan, findings: &mut FindingList) -> Self {
        let mut settings = Self::default();
        for (name, value) in &plan.lint.settings.0 {
            let mut path = KeyPath::of(&["lint", "settings"]);
            path.0.push(Segment::Key(name.clone().into()));
            match THRESHOLDS.iter().find(|setting| setting.name == name) {
                None => findings.push(unknown(path, name)),
                Some(setting) if *value < 0.0 => {
                    let want = Text::new("不小于 0 的数字", "a number of 0 or more");
                    findings.push(
                        Finding::new(&BAD_VALUE, path.clone())
                            .with("key", path.to_string())
                            .with("value", value.to_string())
                            .with("want", want)
                            .with("near", setting.default.to_string()),
                    );
                }
                Some(setting) => settings.0.push((setting.name, *value)),
            }
        }
        settings
    }

    /// The value of a threshold.
    pub fn get(&self, setting: &'static Threshold) -> f64 {
        self.0.iter().find(|(name, _)| *name == setting.name).map_or(setting.default, |(_, value)| *value)
    }
}

/// A threshold that counts things, as a whole number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // never negative; a float cast saturates
pub(super) fn whole(value: f64) -> usize {
    value.ceil() as usize
}

fn unknown(path: KeyPath, name: &str) -> Finding {
    let table = Text::new("[lint.settings]：各项阈值", "[lint.settings]: thresholds");
    let known: Vec<&str> = THRESHOLDS.iter().map(|setting| setting.name).collect();
    unknown_key(path, name, table, &known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Map;

    #[test]
    fn reports_unknown_and_negative_thresholds() {
        let mut plan = Plan::default();
        plan.lint.settings = Map(vec![
            ("ladder_steps".to_owned(), 4.0),
            ("ladder_step".to_owned(), 1.0),
            ("segments_from".to_owned(), -1.0),
        ]);
        let mut findings = FindingList::default();
        let settings = Thresholds::read(&plan, &mut findings);
        let found: Vec<_> = findings.iter().map(|f| (f.rule.id, f.place.path.to_string())).collect();
        assert_eq!(
            found,
            [
                ("file/unknown-key", "lint.settings.ladder_step".to_owned()),
                ("file/bad-value", "lint.settings.segments_from".to_owned()),
            ]
        );
        assert_eq!((settings.get(&LADDER_STEPS), settings.get(&SEGMENTS_FROM)), (4.0, 100.0));
    }

    #[test]
    fn names_are_keys_and_unique() {
        let mut names: Vec<_> = THRESHOLDS.iter().map(|setting| setting.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), THRESHOLDS.len());
        assert!(THRESHOLDS.iter().all(|setting| crate::rules::find(setting.rule).is_some()));
        assert!(names.iter().all(|name| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')));
    }
}
