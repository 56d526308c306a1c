//! What rewards for referrals add up to: who gets what through the smallest chain of people.

mod amounts;
#[cfg(test)]
mod tests;

use self::amounts::{gain, passed_up, price, won_back};
use super::scope::{chinese_law_level, cite};
use crate::finding::Level::{self, Advice, Error, Warning};
use crate::finding::{Arg, Edit, Finding, KeyPath, Literal};
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::growth::{Reward, RewardBase, RewardFor, RewardWho};
use crate::rules::context::Context;
use crate::rules::reporter::Reporter;
use crate::value::{Money, Share};

/// How close a reward comes to the three forms of pyramid selling.
enum PyramidForm {
    /// Two levels, or from the sales of others.
    Deep,
    /// One level, in cash, by heads or from an entry fee.
    Cash,
    /// Any other single level.
    Plain,
}

/// The level as given; a person above the inviter is at least two away.
fn depth(reward: &Reward) -> u32 {
    let level = reward.level.unwrap_or(1).max(1);
    if reward.who == Some(RewardWho::Upline) { level.max(2) } else { level }
}

fn form(plan: &Plan, reward: &Reward) -> Option<PyramidForm> {
    if depth(reward) > 1 || reward.base == Some(RewardBase::DownlineSale) {
        return Some(PyramidForm::Deep);
    }
    // a welcome gift for the newcomer rewards no one for bringing them
    if reward.who == Some(RewardWho::Invitee) {
        return None;
    }
    let is_by_head = match reward.base {
        Some(RewardBase::HeadCount | RewardBase::EntryFee) => true,
        Some(RewardBase::OwnSale | RewardBase::DownlineSale) => false,
        Some(RewardBase::Fixed) | None => {
            matches!(reward.deed, Some(RewardFor::Joined | RewardFor::Signup)) || is_entry(plan, reward)
        }
    };
    Some(if is_by_head && is_cash(reward.give.as_deref().unwrap_or("")) {
        PyramidForm::Cash
    } else {
        PyramidForm::Plain
    })
}

/// Whether paying is paying to come in.
fn is_entry(plan: &Plan, reward: &Reward) -> bool {
    reward.deed == Some(RewardFor::Paid) && plan.rules.admission.product.is_some()
}

/// Whether what is given is money: an amount, a share of one, or a word for it; a discount is none.
fn is_cash(give: &str) -> bool {
    let lower = give.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if has(&["券", "折", "优惠", "减免", "coupon", "discount", "off", "credit", "voucher"]) {
        return false;
    }
    give.parse::<Money>().is_ok()
        || give.parse::<Share>().is_ok()
        || has(&["现金", "元", "红包", "返现", "提成", "佣金", "cash", "commission", "usd", "cny", "eur"])
        || lower.contains('%')
}

/// People shown in a chain; of longer ones the middle is left out.
const SHOWN: usize = 6;

/// The name of a person in a line: A came first, and each was invited by the one before.
fn letter(person: usize) -> String {
    u8::try_from(person).ok().filter(|n| *n < 26).map_or_else(|| format!("A{person}"), |n| char::from(b'A' + n).into())
}

/// Who of a line gets something when its last does what is rewarded: the person, and the reward.
fn payouts(rewards: &[Reward], last: usize) -> impl Iterator<Item = (usize, usize)> {
    rewards.iter().enumerate().filter_map(move |(at, reward)| {
        let person = match reward.who {
            Some(RewardWho::Invitee) => last,
            _ => last.checked_sub(distance(reward) as usize)?,
        };
        Some((person, at))
    })
}

/// How far the receiver is above the person who does the deed; for the sales of others, above the seller.
fn distance(reward: &Reward) -> u32 {
    depth(reward).max(if reward.base == Some(RewardBase::DownlineSale) { 2 } else { 1 })
}

/// Shows a reward in the shortest line of people in which it is paid, with what else the same deed pays there.
fn shown(plan: &Plan, at: usize, form: &PyramidForm, finding: Finding) -> Finding {
    let rewards = &plan.growth.rewards;
    let reward = &rewards[at];
    let is_sale = reward.base == Some(RewardBase::DownlineSale);
    let last = distance(reward) as usize;
    let price = price(plan);
    let of_deed = |(_, other): &(usize, usize)| *other == at || rewards[*other].deed == reward.deed;
    let mut paid: Vec<(usize, usize)> = payouts(rewards, last).filter(of_deed).collect();
    paid.sort_unstable();
    let gains = paid.iter().map(|(person, at)| {
        let args = vec![("person", letter(*person).into()), ("gain", gain(&rewards[*at], price))];
        Arg::Phrase(Text::new("{person} 得到 {gain}", "{person} gets {gain}"), args)
    });
    let gains = Arg::List(gains.collect());
    let mut people: Vec<String> = (0..=last).take(SHOWN).map(letter).collect();
    if last >= SHOWN {
        people.splice(SHOWN - 2.., ["…".to_owned(), letter(last)]);
    }
    let story = match (reward.deed, price) {
        _ if is_sale && price.is_some() => {
            Text::new("{seller} 卖给 {last} {price}，{gains}", "{seller} sells to {last} for {price}; {gains}")
        }
        _ if is_sale => Text::new("{seller} 卖给 {last}，{gains}", "{seller} sells to {last}; {gains}"),
        (Some(RewardFor::Paid), Some(_)) => Text::new("{last} 付 {price}，{gains}", "{last} pays {price}; {gains}"),
        (Some(RewardFor::Paid), None) => Text::new("{last} 付款，{gains}", "{last} pays; {gains}"),
        (Some(RewardFor::Signup), _) => Text::new("{last} 报名，{gains}", "{last} signs up; {gains}"),
        (Some(RewardFor::Share), _) => Text::new("{last} 转发，{gains}", "{last} shares; {gains}"),
        (Some(RewardFor::Joined) | None, _) => Text::new("{last} 入群，{gains}", "{last} joins; {gains}"),
    };
    let problem = match form {
        PyramidForm::Deep if is_sale => Text::new("按别人的销售拿奖励", "a reward from other people's sales"),
        PyramidForm::Deep => Text::new("奖励隔了 {level} 层", "a reward across {level|level|levels}"),
        PyramidForm::Cash if reward.base == Some(RewardBase::EntryFee) || is_entry(plan, reward) => {
            Text::new("从入门费里拿现金", "cash from an entry fee")
        }
        PyramidForm::Cash => Text::new("按拉来的人头给现金", "cash for each person brought in"),
        PyramidForm::Plain if reward.cap.is_none() => {
            Text::new("只有一层，没有设上限，仍要留意", "one level without a cap: still be careful")
        }
        PyramidForm::Plain => Text::new(
            "只有一层、上限 {cap} 次，风险较低，仍要留意",
            "one level, {cap|time|times} at most: at lower risk, but still be careful",
        ),
    };
    let provision = match form {
        PyramidForm::Deep if is_sale => "pyramid-selling/downline-sales",
        PyramidForm::Cash if reward.base == Some(RewardBase::EntryFee) || is_entry(plan, reward) => {
            "pyramid-selling/entry-fee"
        }
        _ => "pyramid-selling/head-count",
    };
    let finding = finding
        .with("problem", problem)
        .with("chain", people.join("→"))
        .with("story", story)
        .with("seller", letter(last - 1))
        .with("last", letter(last))
        .with("level", i64::from(depth(reward)))
        .with("gains", gains);
    let finding = match price {
        Some(price) => finding.with("price", price.clone()),
        None => finding,
    };
    let finding = match reward.cap {
        Some(cap) => finding.with("cap", i64::from(cap)),
        None => finding,
    };
    let finding = passed_up(plan, &paid, finding);
    let finding = match form {
        PyramidForm::Plain => finding,
        _ => won_back(plan, reward, finding),
    };
    cite(lower_risk(at, form, reward, finding), &[provision])
}

/// The same reward at lower risk, as edits; what it gives is for the operator to choose.
fn lower_risk(at: usize, form: &PyramidForm, reward: &Reward, finding: Finding) -> Finding {
    let path = KeyPath::of(&["growth", "rewards"]).index(at);
    let cap = || reward.cap.is_none().then(|| Edit::set(path.clone().key("cap"), Literal::Integer(5)));
    match form {
        PyramidForm::Plain => match cap() {
            Some(cap) => {
                finding.fix(Text::new("设上限：每人最多 5 次", "set a cap: five times per person"), vec![cap], false)
            }
            None => finding,
        },
        PyramidForm::Deep | PyramidForm::Cash => {
            let title = Text::new(
                "只谢直接邀请的人，给 30 天会员而不是现金，有上限",
                "reward only the person who invited directly, with 30 days of membership instead of cash and a cap",
            );
            let mut edits = vec![
                Edit::set(path.clone().key("who"), "inviter"),
                Edit::set(path.clone().key("level"), Literal::Integer(1)),
                Edit::set(path.clone().key("base"), "fixed"),
                Edit::set(path.clone().key("give"), "30d membership"),
            ];
            edits.extend(cap());
            finding.fix(title, edits, false)
        }
    }
}

pub(super) fn rewards(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let Some(chinese_law_level) = chinese_law_level(plan) else { return };
    for (at, reward) in plan.growth.rewards.iter().enumerate() {
        let Some(form) = form(plan, reward) else { continue };
        let level: Level = match form {
            PyramidForm::Deep => Error,
            PyramidForm::Cash => Warning,
            PyramidForm::Plain => Advice,
        };
        let finding =
            report.finding(KeyPath::of(&["growth", "rewards"]).index(at)).at_most(level.min(chinese_law_level));
        report.add(shown(plan, at, &form, finding));
    }
}
