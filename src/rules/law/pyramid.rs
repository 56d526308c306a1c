//! What rewards for referrals add up to: who gets what because of whom, by the smallest chain of people.

use super::{Context, Error, Finding, KeyPath, Level, Plan, Report, Warning, cite, reach};
use crate::finding::Fact;
use crate::finding::Level::Advice;
use crate::language::Text;
use crate::plan::growth::{Reward, RewardBase, RewardFor, RewardWho};
use crate::value::{Money, Share};

/// How a reward stands to the three forms of pyramid selling.
enum Form {
    /// Two levels, or from the sales of others.
    Deep,
    /// One level, in cash, by heads or from what one pays to come in.
    Cash,
    /// One level, otherwise.
    Plain,
}

/// Longest chain that is written out; more levels make the point no clearer.
const LONGEST: u32 = 6;

/// The level: as said; somebody above the inviter is two away at least.
fn depth(reward: &Reward) -> u32 {
    let said = reward.level.unwrap_or(1).max(1);
    if reward.who == Some(RewardWho::Upline) { said.max(2) } else { said }
}

fn form(plan: &Plan, reward: &Reward) -> Option<Form> {
    if depth(reward) > 1 || reward.base == Some(RewardBase::DownlineSale) {
        return Some(Form::Deep);
    }
    // a welcome gift for whoever comes rewards nobody for bringing them
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
    Some(if is_by_head && is_cash(reward.give.as_deref().unwrap_or("")) { Form::Cash } else { Form::Plain })
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

/// What is paid: by the product of admission, else the first that has a price.
fn price(plan: &Plan) -> Option<&Money> {
    let admission = plan.rules.admission.product.as_ref().map(|product| product.as_str());
    let is_admission = |id: &crate::value::Slug| Some(id.as_str()) == admission;
    let product = plan.monetisation.iter().find(|row| row.id.as_ref().is_some_and(is_admission));
    product.and_then(|row| row.price.as_ref()).or_else(|| plan.monetisation.iter().find_map(|row| row.price.as_ref()))
}

/// What somebody gets, with the amount where a share of a known price is given.
fn gain(reward: &Reward, price: Option<&Money>) -> Fact {
    let Some(give) = reward.give.as_deref() else { return Fact::Words(Text::new("奖励", "the reward")) };
    match (give.parse::<Share>(), price) {
        (Ok(Share(thousandths)), Some(price)) => {
            let cents = i128::from(price.cents) * i128::from(thousandths) / 1000;
            let amount = Money { cents: i64::try_from(cents).unwrap_or(i64::MAX), currency: price.currency.clone() };
            Fact::Text(format!("{give} ({amount})"))
        }
        _ => Fact::Text(give.to_owned()),
    }
}

/// Tells the chain of one reward.
fn told(plan: &Plan, reward: &Reward, form: &Form, finding: Finding) -> Finding {
    let is_sale = reward.base == Some(RewardBase::DownlineSale);
    let above = depth(reward).max(if is_sale { 2 } else { 1 }).min(LONGEST);
    let people: Vec<String> = ('A'..='Z').take(above as usize + 1).map(String::from).collect();
    let last = people.last().cloned().unwrap_or_default();
    let seller = people[people.len() - 2].clone();
    let price = price(plan);
    let story = match (reward.deed, price) {
        _ if is_sale && price.is_some() => Text::new(
            "{seller} 卖给 {last} {price}，A 得到 {gain}",
            "{seller} sells to {last} for {price}, and A gets {gain}",
        ),
        _ if is_sale => Text::new("{seller} 卖给 {last}，A 得到 {gain}", "{seller} sells to {last}, and A gets {gain}"),
        (Some(RewardFor::Paid), Some(_)) => {
            Text::new("{last} 付 {price}，A 得到 {gain}", "{last} pays {price}, and A gets {gain}")
        }
        (Some(RewardFor::Paid), None) => Text::new("{last} 付款，A 得到 {gain}", "{last} pays, and A gets {gain}"),
        (Some(RewardFor::Signup), _) => Text::new("{last} 报名，A 得到 {gain}", "{last} signs up, and A gets {gain}"),
        (Some(RewardFor::Share), _) => Text::new("{last} 转发，A 得到 {gain}", "{last} shares, and A gets {gain}"),
        (Some(RewardFor::Joined) | None, _) => {
            Text::new("{last} 入群，A 得到 {gain}", "{last} joins, and A gets {gain}")
        }
    };
    let problem = match form {
        Form::Deep if is_sale => Text::new("按别人的销售拿奖励", "a reward from the sales of others"),
        Form::Deep => Text::new("奖励隔了 {level} 层", "a reward across {level} levels"),
        Form::Cash if reward.base == Some(RewardBase::EntryFee) || is_entry(plan, reward) => {
            Text::new("从入门费里拿现金", "cash from what somebody pays to come in")
        }
        Form::Cash => Text::new("按拉来的人头给现金", "cash for each head that is brought in"),
        Form::Plain if reward.cap.is_none() => {
            Text::new("只有一层，没有设上限，仍要留意", "one level, without a cap: still worth care")
        }
        Form::Plain => Text::new(
            "只有一层、上限 {cap} 次，风险较低，仍要留意",
            "one level, {cap} times at most: at lower risk, still worth care",
        ),
    };
    let provision = match form {
        Form::Deep if is_sale => "pyramid-selling/downline-sales",
        Form::Cash if reward.base == Some(RewardBase::EntryFee) || is_entry(plan, reward) => {
            "pyramid-selling/entry-fee"
        }
        _ => "pyramid-selling/head-count",
    };
    let finding = finding
        .with("problem", problem)
        .with("chain", people.join("→"))
        .with("story", story)
        .with("seller", seller)
        .with("last", last)
        .with("level", i64::from(depth(reward)))
        .with("gain", gain(reward, price));
    let finding = match price {
        Some(price) => finding.with("price", price.clone()),
        None => finding,
    };
    let finding = match reward.cap {
        Some(cap) => finding.with("cap", i64::from(cap)),
        None => finding,
    };
    cite(finding, provision)
}

pub(super) fn rewards(plan: &Plan, _: &Context<'_>, report: &mut Report) {
    let Some(reach) = reach(plan) else { return };
    for (at, reward) in plan.growth.rewards.iter().enumerate() {
        let Some(form) = form(plan, reward) else { continue };
        let level: Level = match form {
            Form::Deep => Error,
            Form::Cash => Warning,
            Form::Plain => Advice,
        };
        let finding = report.finding(KeyPath::of(&["growth", "rewards"]).index(at)).at_most(level.min(reach));
        report.add(told(plan, reward, &form, finding));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_told_from_other_things() {
        for cash in ["20 CNY", "10%", "5元", "现金 20", "红包", "2% 提成", "5% commission"] {
            assert!(is_cash(cash), "{cash}");
        }
        for other in ["30d membership", "一本书", "10% 优惠券", "10% off", "九折", ""] {
            assert!(!is_cash(other), "{other}");
        }
    }
}
