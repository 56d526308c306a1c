//! What members are given, and how they are cared for.

use super::collector::Collector;
use super::declaration::{Declaration, detail, manager};
use super::kind::{DateKind, ONLY, row};
use super::timing::Timing;
use crate::finding::KeyPath;
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::culture::RitualOn;
use crate::value::Length;

const YEAR: Length = Length::Months(12);

/// Why a date is on its day, where a text says how often.
const HOW_OFTEN: Text =
    Text::new("计划写明多久一次，从开始那天算", "the plan says how often; counted from the first day");
const PURPOSE: Text = Text::new("为了什么", "What for");
const BUDGET: Text = Text::new("预算", "Budget");

pub(super) const HONOUR: Declaration = Declaration {
    word: "honour",
    is_task: true,
    name: Text::new("授予荣誉", "Award the honour"),
    reason: HOW_OFTEN,
    own: |plan, of, _| plan.culture.honours[of.row].name.clone(),
    id: |_, _| None,
    path: |of| KeyPath::of(&["culture", "honours"]).index(of.row).key("name"),
    owner: |plan, _| manager(plan),
    details: |plan, of, _| detail(PURPOSE, plan.culture.honours[of.row].reason.as_deref()).into_iter().collect(),
};

pub(super) const ANNIVERSARY: Declaration = Declaration {
    word: "anniversary",
    name: Text::new("社群周年", "Anniversary of the community"),
    reason: Text::new("从开始那天算，每年一次", "every year, counted from the first day"),
    own: |plan, of, _| plan.culture.rituals[of.row].what.clone(),
    path: |of| KeyPath::of(&["culture", "rituals"]).index(of.row).key("what"),
    details: |_, _, _| Vec::new(),
    ..HONOUR
};

pub(super) const ROLE_MODEL: Declaration = Declaration {
    word: "role-model",
    name: Text::new("推出榜样", "Present a role model"),
    own: |plan, of, _| plan.culture.role_models.get(of.row).cloned(),
    path: |of| KeyPath::of(&["culture", "role_models"]).index(of.row),
    details: |_, _, _| Vec::new(),
    ..HONOUR
};

pub(super) const CARE: Declaration = Declaration {
    word: "care",
    name: Text::new("关怀成员", "Care for members"),
    reason: Text::new("计划把它列为关怀的时候", "the plan names it as an occasion to care"),
    own: |plan, of, _| plan.care.occasions.get(of.row).cloned(),
    path: |of| KeyPath::of(&["care", "occasions"]).index(of.row),
    owner: |plan, _| plan.care.who.as_ref().map(|who| who.as_str()).or_else(|| manager(plan)),
    details: |_, _, _| Vec::new(),
    ..HONOUR
};

pub(super) const INACTIVE_CHECK: Declaration = Declaration {
    word: "inactive-check",
    name: Text::new("看看谁沉默了，去问候", "See who has gone silent, and reach out"),
    reason: Text::new(
        "每过一次算作沉睡的时间，从开始那天算",
        "each time as long passes as makes a member inactive, counted from the first day",
    ),
    own: |_, _, _| None,
    path: |_| KeyPath::of(&["leaving", "inactive_after"]),
    details: |plan, _, language| {
        let after = plan.leaving.inactive_after.map(|after| after.in_words(language));
        [
            detail(Text::new("沉默多久", "Silent for"), after.as_deref()),
            detail(Text::new("怎样唤回", "How to win them back"), plan.leaving.winback.as_deref()),
        ]
        .into_iter()
        .flatten()
        .collect()
    },
    ..CARE
};

pub(super) const SCREENING: Declaration = Declaration {
    word: "screening",
    name: Text::new("清理成员", "Re-screen members"),
    reason: HOW_OFTEN,
    own: |plan, _, _| plan.rules.admission.sift.clone(),
    path: |_| KeyPath::of(&["rules", "admission", "sift"]),
    owner: |plan, _| plan.rules.admission.who.as_ref().map(|who| who.as_str()).or_else(|| manager(plan)),
    ..CARE
};

pub(super) const RED_PACKETS: Declaration = Declaration {
    word: "red-packets",
    name: Text::new("发红包", "Send red packets"),
    reason: Text::new("计划写明什么时候发", "the plan says when"),
    own: |plan, _, _| plan.incentives.red_packets.purpose.clone(),
    path: |_| KeyPath::of(&["incentives", "red_packets", "purpose"]),
    owner: |plan, _| plan.finance.keeper.as_ref().map(|keeper| keeper.as_str()).or_else(|| manager(plan)),
    details: |plan, _, _| {
        let budget = plan.incentives.red_packets.budget.as_ref().map(ToString::to_string);
        detail(BUDGET, budget.as_deref()).into_iter().collect()
    },
    ..HONOUR
};

pub(super) const GIFTS: Declaration = Declaration {
    word: "gifts",
    name: Text::new("送礼品", "Give gifts"),
    own: |plan, _, _| plan.incentives.gifts.clone(),
    path: |_| KeyPath::of(&["incentives", "gifts"]),
    details: |_, _, _| Vec::new(),
    ..HONOUR
};

pub(super) const POINTS: Declaration = Declaration {
    word: "points",
    name: Text::new("结算积分", "Settle points"),
    own: |plan, _, _| plan.incentives.scoring.clone(),
    path: |_| KeyPath::of(&["incentives", "scoring"]),
    details: |plan, _, language| {
        let separator = Text::new("、", ", ").get(language);
        vec![
            (Text::new("等级", "Levels"), plan.incentives.levels.join(separator)),
            (Text::new("防刷", "Against abuse"), plan.incentives.abuse_guard.clone().unwrap_or_default()),
        ]
    },
    ..HONOUR
};

pub(super) const INCENTIVES_CHECK: Declaration = Declaration {
    word: "incentives-check",
    name: Text::new("检验激励有没有用", "Check whether the incentives work"),
    own: |plan, _, _| plan.incentives.checked.clone(),
    path: |_| KeyPath::of(&["incentives", "checked"]),
    details: |plan, _, _| {
        let budget = plan.incentives.budget.as_ref().map(ToString::to_string);
        detail(Text::new("每月预算", "Monthly budget"), budget.as_deref()).into_iter().collect()
    },
    ..HONOUR
};

pub(super) fn collect(plan: &Plan, to: &mut Collector<'_>) {
    let starts = to.life.starts;
    for (at, honour) in plan.culture.honours.iter().enumerate() {
        to.at(DateKind::Honour, row(at), Timing::every(starts, honour.every));
    }
    for (at, ritual) in plan.culture.rituals.iter().enumerate() {
        if ritual.on == Some(RitualOn::Anniversary) {
            to.at(DateKind::Anniversary, row(at), Timing::every(starts, Some(YEAR)));
        }
    }
    for (at, text) in plan.culture.role_models.iter().enumerate() {
        to.at(DateKind::RoleModel, row(at), to.of_text(Some(text)));
    }
    for (at, occasion) in plan.care.occasions.iter().enumerate() {
        to.at(DateKind::Care, row(at), to.of_text(Some(occasion)));
    }
    to.at(DateKind::InactiveCheck, ONLY, Timing::every(starts, plan.leaving.inactive_after));
    let incentives = &plan.incentives;
    for (kind, text) in [
        (DateKind::Screening, &plan.rules.admission.sift),
        (DateKind::RedPackets, &incentives.red_packets.when),
        (DateKind::Gifts, &incentives.gifts),
        (DateKind::Points, &incentives.scoring),
        (DateKind::IncentivesCheck, &incentives.checked),
    ] {
        to.at(kind, ONLY, to.of_text(text.as_deref()));
    }
}
