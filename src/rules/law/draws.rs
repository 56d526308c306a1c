//! Prize draws, and rewards for passing links on.

use super::scope::{chinese_law_level, cite};
use crate::finding::KeyPath;
use crate::finding::Level::{Error, Warning};
use crate::knowledge::law::{DISCLOSURES, HIGHEST_PRIZE_CNY};
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::Thing;
use crate::plan::activities::{Activity, Draw, Form};
use crate::plan::channels::Platform;
use crate::plan::growth::RewardFor;
use crate::rules::activities::form;
use crate::rules::context::Context;
use crate::rules::reporter::Reporter;

fn draws<'p>(plan: &'p Plan, context: &Context<'_>) -> Vec<(usize, &'p Activity)> {
    let is_draw = |activity: &Activity| form(activity, context) == Some(Form::Draw);
    plan.activities.iter().enumerate().filter(|(_, activity)| is_draw(activity)).collect()
}

pub(super) fn over_limit(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let Some(level) = chinese_law_level(plan) else { return };
    for (at, activity) in plan.activities.iter().enumerate() {
        let prize = activity.draw.highest_prize.as_ref();
        let Some(prize) = prize.filter(|p| p.currency == "CNY" && p.cents > HIGHEST_PRIZE_CNY * 100) else { continue };
        let path = KeyPath::of(&["activities"]).index(at).key("draw").key("highest_prize");
        let finding = report.finding(path).at_most(level).with("activity", Thing::Activity(at).named(plan));
        let finding = finding.with("prize", prize.clone()).with("limit", HIGHEST_PRIZE_CNY);
        report.add(cite(finding, &["prize-draws/highest-prize"]));
    }
}

/// Whether a disclosure is answered, and the key that answers it. Texts are read kindly: “7 日内私信地址，包邮” says
/// until when, how, and how it is delivered.
fn answer(id: &str, draw: &Draw, activity: &Activity) -> (bool, &'static str) {
    let is_set = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let holds = |text: &Option<String>, words: &[&str]| {
        text.as_ref().is_some_and(|text| words.iter().any(|word| text.to_lowercase().contains(word)))
    };
    let counts =
        |text: &Option<String>| text.as_ref().is_some_and(|text| crate::rules::target_numbers::has_number(text));
    let times = ["日", "天", "周", "月", "day", "week", "month", ":"];
    let by_post = ["包邮", "邮寄", "寄", "自取", "当场", "现场", "post", "ship", "deliver", "pick up", "by mail"];
    match id {
        "value" => (draw.highest_prize.is_some() || holds(&draw.prizes, &["元", "cny", "价值"]), "highest_prize"),
        "entry-conditions" => (is_set(&draw.conditions), "conditions"),
        "entry-manner" => (is_set(&draw.manner), "manner"),
        "draw-time" => {
            let is_timed = activity.when.as_ref().is_some_and(|when| when.time.is_some());
            (is_set(&draw.drawn_when) || is_timed, "drawn_when")
        }
        "draw-manner" => (is_set(&draw.drawn_how), "drawn_how"),
        "number-or-odds" => (is_set(&draw.odds) || counts(&draw.prizes), "odds"),
        "redeem-time" => (is_set(&draw.redeem_until) || holds(&draw.redeem, &times), "redeem_until"),
        "redeem-conditions" | "redeem-manner" => (is_set(&draw.redeem), "redeem"),
        "delivery" => (is_set(&draw.delivery) || holds(&draw.redeem, &by_post), "delivery"),
        "forfeiture" => (is_set(&draw.forfeit), "forfeit"),
        "organiser" => (is_set(&draw.organiser), "organiser"),
        _ => (is_set(&draw.prizes), "prizes"),
    }
}

/// Keys whose absence alone is a warning.
const SMALL: [&str; 3] = ["conditions", "manner", "forfeit"];

pub(super) fn disclosure(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let Some(level) = chinese_law_level(plan) else { return };
    for (at, activity) in draws(plan, context) {
        let mut missing: Vec<Text> = Vec::new();
        let mut keys: Vec<&'static str> = Vec::new();
        for point in &DISCLOSURES {
            let (is_answered, key) = answer(point.id, &activity.draw, activity);
            if !is_answered {
                missing.push(point.what);
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
        if !missing.is_empty() {
            // who takes part and what happens to an unclaimed prize can follow from the rest: no contradiction by itself
            let is_small = keys.iter().all(|key| SMALL.contains(key));
            let level = if is_small { level.min(Warning) } else { level };
            let path = KeyPath::of(&["activities"]).index(at).key("draw");
            let finding = report.finding(path).at_most(level).with("activity", Thing::Activity(at).named(plan));
            let finding = finding.with("count", missing.len()).with("missing", missing).with("keys", keys);
            report.add(cite(finding, &["prize-draws/disclosure"]));
        }
    }
}

/// Platforms on which the rules for external links hold.
const fn is_wechat(platform: Platform) -> bool {
    matches!(
        platform,
        Platform::WechatGroup
            | Platform::WechatOfficialAccount
            | Platform::WechatServiceAccount
            | Platform::MiniProgram
            | Platform::VideoAccount
    )
}

pub(super) fn sharing(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let Some(level) = chinese_law_level(plan) else { return };
    let channel = plan.channels.iter().position(|channel| channel.platform.is_some_and(is_wechat));
    let Some(channel) = channel.map(|channel| Thing::Channel(channel).named(plan)) else { return };
    for (at, reward) in plan.growth.rewards.iter().enumerate() {
        if reward.deed == Some(RewardFor::Share) {
            let path = KeyPath::of(&["growth", "rewards"]).index(at);
            let finding = report.finding(path).at_most(level.min(Error)).with("channel", channel.clone());
            let finding = match &reward.give {
                Some(give) => finding.with("give", give),
                None => finding.with("give", Text::new("没写明给什么", "a reward")),
            };
            report.add(cite(finding, &["rewards-for-sharing/external-links"]));
        }
    }
    // the words of a deed are judged, not declared: a warning at most
    let passes_on = ["转发", "分享链接", "朋友圈", "repost", "share the link", "share our link", "share a link"];
    for (at, points) in plan.incentives.points.iter().enumerate() {
        let deed = points.deed.as_deref().unwrap_or("").to_lowercase();
        if passes_on.iter().any(|word| deed.contains(word)) {
            let path = KeyPath::of(&["incentives", "points"]).index(at);
            let finding = report.finding(path).at_most(level.min(Warning)).with("channel", channel.clone());
            let finding = finding.with("points", i64::from(points.give.unwrap_or(0)));
            let finding = finding.with("give", Text::new("{points} 分", "{points|point|points}"));
            report.add(cite(finding, &["rewards-for-sharing/external-links"]));
        }
    }
}
