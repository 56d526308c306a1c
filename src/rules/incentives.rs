//! Incentives: what members can earn, what it costs, whether it works and cannot be gamed.

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use crate::finding::KeyPath;
use crate::finding::Level::Advice;
use crate::finding::Source::{EightAnswers, PracticeBook, SocialCommerceTraining, TenKeyPoints};
use crate::language::Text;
use crate::plan::Plan;
use crate::source::Table;

pub(super) static RULES: &[Rule] = &[
    Rule::missing(
        "incentives/none",
        Advice,
        &[
            "incentives.points",
            "incentives.levels",
            "incentives.privileges",
            "incentives.gifts",
            "incentives.red_packets",
        ],
    )
        .from(&[PracticeBook, TenKeyPoints, SocialCommerceTraining])
        .title("没有激励", "no incentives")
        .message("积分、等级、特权、礼品、红包一样都没有写（[incentives]）", "`[incentives]` has no points, levels, privileges, gifts or red packets")
        .help("从不花钱的开始，例如“优先报名线下”", "start with what costs nothing, for example \"first choice of seats\""),
    Rule::plan("incentives/cash-only", Advice, cash_only)
        .remedy(Remedy::Set("incentives.privileges"))
        .of_absence()
        .from(&[EightAnswers])
        .title("激励只有红包", "red packets as the only incentive")
        .message("激励只有红包（{red_packets}），没有积分、等级、特权或礼品", "red packets ({red_packets}) are the only incentive: no points, levels, privileges or gifts")
        .help("至少加一样不是钱的，例如 `privileges = [\"优先报名线下\", \"新书试读\"]`", "add something other than money, for example `privileges = [\"first choice of seats\", \"early copies\"]`"),
    Rule::plan("incentives/no-budget", Advice, no_budget)
        .row(&["incentives.budget"])
        .from(&[EightAnswers])
        .title("激励没有预算", "incentives without a budget")
        .message("有{offered}，没有写每月预算（incentives.budget）", "`incentives.budget` sets no monthly amount for: {offered}")
        .help("给每月定一个总数，例如“600 CNY”", "set one amount per month, for example \"80 USD\""),
    Rule::plan("incentives/no-abuse-guard", Advice, no_guard)
        .row(&["incentives.abuse_guard"])
        .from(&[EightAnswers, SocialCommerceTraining])
        .title("激励没有防刷", "no protection against gaming")
        .message("有{offered}，没有写怎样防刷（incentives.abuse_guard）", "`incentives.abuse_guard` does not say how you prevent gaming of: {offered}")
        .help("写一条当场能判断的门槛，例如“书评 200 字以上、每天一篇”", "set a threshold that can be checked on the spot, for example \"150 words or more, one a day\""),
    Rule::plan("incentives/no-scoring", Advice, no_scoring)
        .row(&["incentives.scoring", "incentives.points"])
        .from(&[EightAnswers])
        .title("有等级，没有定分机制", "levels without scoring")
        .message("有 {count} 个等级，没有写怎样定分（incentives.scoring），也没有积分", "there {count|is|are} {count|level|levels}, but neither `incentives.scoring` nor points say how members rise")
        .help("写本群自己的算法，例如“领读一次 10 分，书评 5 分，每季清零”", "describe how you score, for example \"10 for leading an evening, 5 for a review, from zero each quarter\""),
    Rule::plan("incentives/unchecked", Advice, unchecked)
        .row(&["incentives.checked"])
        .from(&[TenKeyPoints])
        .title("激励没有检验", "incentives never evaluated")
        .message("有{offered}，没有写怎样检验有没有用（incentives.checked）", "`incentives.checked` does not say how you see whether these work: {offered}")
        .help("写上多久看一次、看哪个数字，例如“每季看有积分的人是否更常续费”", "set how often you check and which figure you look at, for example \"each quarter: do those with points renew more often?\""),
];

/// What can be offered: its key and its name.
type Incentive = (&'static str, Text);

const POINTS: Incentive = ("incentives.points", Text::new("积分", "points"));
const LEVELS: Incentive = ("incentives.levels", Text::new("等级", "levels"));
const PRIVILEGES: Incentive = ("incentives.privileges", Text::new("特权", "privileges"));
const GIFTS: Incentive = ("incentives.gifts", Text::new("礼品", "gifts"));
const RED_PACKETS: Incentive = ("incentives.red_packets", Text::new("红包", "red packets"));

/// What there is of these.
fn offered(plan: &Plan, offers: &[Incentive]) -> Vec<Text> {
    offers.iter().filter(|(key, _)| plan.holds(key)).map(|(_, words)| *words).collect()
}

fn cash_only(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let is_money_only = plan.holds(RED_PACKETS.0) && offered(plan, &[POINTS, LEVELS, PRIVILEGES, GIFTS]).is_empty();
    if is_money_only {
        let packets = &plan.incentives.red_packets;
        let when = packets.when.clone().or_else(|| packets.budget.as_ref().map(ToString::to_string));
        let finding = report.finding(KeyPath::of(&["incentives", "red_packets"]));
        report.add(match when {
            Some(when) => finding.with("red_packets", when),
            None => finding.with("red_packets", Text::new("没写时间", "no time set")),
        });
    }
}

fn without(plan: &Plan, key: &'static str, is_set: bool, of: &[Incentive], report: &mut Reporter) {
    let offered = offered(plan, of);
    if !is_set && !offered.is_empty() {
        report.add(report.finding(KeyPath::of(&["incentives"]).key(key)).with("offered", offered));
    }
}

fn no_budget(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    without(plan, "budget", plan.incentives.budget.is_some(), &[GIFTS, RED_PACKETS], report);
}

fn no_guard(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    without(plan, "abuse_guard", plan.incentives.abuse_guard.is_some(), &[POINTS, RED_PACKETS], report);
}

fn unchecked(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    without(
        plan,
        "checked",
        plan.incentives.checked.is_some(),
        &[POINTS, LEVELS, PRIVILEGES, GIFTS, RED_PACKETS],
        report,
    );
}

fn no_scoring(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let incentives = &plan.incentives;
    if !incentives.levels.is_empty() && incentives.points.is_empty() && incentives.scoring.is_none() {
        let path = KeyPath::of(&["incentives", "scoring"]);
        report.add(report.finding(path).with("count", incentives.levels.len()));
    }
}
