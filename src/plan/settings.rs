//! `[[changes]]`, `[lint]`: single dates done otherwise, and how lint is to judge.

use crate::source::{ItemName, Map, Moment, PersonName, Ref, choices, table};
use crate::value::Day;

choices! {
    /// How much is asked of a plan.
    pub Profile {
        Small "small", "小群" / "small";
        Standard "standard", "一般" / "standard";
        Enterprise "enterprise", "企业" / "enterprise";
    }
}

table! {
    /// One date of one item that is otherwise.
    pub Change, "[[changes]]：某一次的改动" / "[[changes]]: one date of one item", {
        item: Option<Ref<ItemName>>, "哪一项" / "which item";
        on: Option<Moment>, "原来的日期" / "the original date";
        move_to: Option<Moment>, "改到什么时候" / "the new date and time";
        cancel: Option<bool>, "true：这次取消" / "true: this one is cancelled";
        person: Option<Ref<PersonName>>, "这次换谁" / "who does it this time";
        reason: Option<String>, "原因" / "why";
        sequence: Option<u32>, "第几次改（不写是第一次；qun change 再改时会加一，别人的日历靠它认新旧）" / "how many times it has been changed (if missing: once); qun change counts up, so that calendars know which version is newer";
    }

    /// How lint judges this plan.
    pub Lint, "[lint]：检查的设置" / "[lint]: settings for lint", {
        profile: Option<Profile>, "按多大的群来要求" / "how strict lint is";
        settings: Map<f64>, "各项阈值" / "thresholds";
        allow: Vec<Allow>, "放行的规则" / "findings you accept";
    }

    /// A rule whose findings are accepted.
    pub Allow, "放行" / "an accepted finding", {
        rule: Option<String>, "哪条规则" / "the rule";
        at: Option<String>, "只在哪个键" / "only for this key";
        reason: Option<String>, "为什么" / "why";
        until: Option<Day>, "到哪天为止" / "the day it expires";
    }
}
